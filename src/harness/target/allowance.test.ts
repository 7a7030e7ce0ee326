import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Allowance, endingOf, interrupted } from './allowance.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

describe('an allowance', () => {
  it('lets calls be made as long as nothing ends', async () => {
    const allowance = new Allowance();
    await pass(1e9);
    expect([allowance.refusal, allowance.callSignal.aborted, endingOf(allowance.signal)]).toEqual([
      undefined,
      false,
      undefined,
    ]);
  });

  it('ends when it is interrupted: no call begins, what is under way has a second', async () => {
    const controller = new AbortController();
    const allowance = new Allowance({ signal: controller.signal });
    const underWay = allowance.callSignal;
    controller.abort();
    expect(allowance.refusal).toBe('the run was interrupted');
    expect(endingOf(allowance.signal)).toBe(interrupted);
    await pass(999);
    expect(underWay.aborted).toBe(false);
    await pass(1);
    expect(underWay.aborted).toBe(true);
  });

  it('is over from the start where it was interrupted before', () => {
    expect(new Allowance({ signal: AbortSignal.abort() }).refusal).toBe('the run was interrupted');
  });

  it('ends at its deadline', async () => {
    const allowance = new Allowance({ deadline: 5_000 });
    await pass(4_999);
    expect(allowance.refusal).toBeUndefined();
    await pass(1);
    expect(allowance.refusal).toBe('the deadline of 5 s came first');
    expect(endingOf(allowance.signal)?.kind).toBe('deadline');
  });

  /** Until when cleaning up may send something after the end. */
  async function cleaningTime(allowance: Allowance, end: () => void): Promise<number> {
    end();
    const { cleaning } = allowance;
    for (let time = 0; ; time += 500) {
      if (cleaning.refusal !== undefined) {
        expect(cleaning.callSignal.aborted).toBe(true);
        return time;
      }
      // Whoever cleans up opens the way for nobody else.
      expect(allowance.refusal).toBeDefined();
      await pass(500);
    }
  }

  it('gives cleaning up a time of its own: less after Ctrl-C than after a deadline', async () => {
    const controller = new AbortController();
    const allowance = new Allowance({ signal: controller.signal });
    expect(await cleaningTime(allowance, () => controller.abort())).toBe(3_500);
    expect(allowance.refusal).toBe('the run was interrupted');

    const late = new Allowance({ deadline: 1_000 });
    await pass(1_000);
    expect(await cleaningTime(late, () => undefined)).toBe(15_000);
  });

  it('says why nothing could be cleaned up any more', async () => {
    const allowance = new Allowance({ signal: AbortSignal.abort() });
    await pass(3_500);
    expect(allowance.cleaning.refusal).toBe('the run was interrupted, and the time for cleaning up is over');
  });

  it('gives whoever presses Ctrl-C after the deadline no longer than after Ctrl-C', async () => {
    const controller = new AbortController();
    const allowance = new Allowance({ signal: controller.signal, deadline: 1_000 });
    await pass(2_000);
    expect(await cleaningTime(allowance, () => controller.abort())).toBe(3_500);
    expect(endingOf(allowance.signal)?.kind).toBe('deadline');
  });

  it('ends pauses', async () => {
    const controller = new AbortController();
    const allowance = new Allowance({ signal: controller.signal });
    const ended: string[] = [];
    void allowance.pause(100).then(() => ended.push('short'));
    void allowance.pause(1e6).then(() => ended.push('long'));
    await pass(100);
    expect(ended).toEqual(['short']);
    controller.abort();
    await pass(0);
    expect(ended).toEqual(['short', 'long']);
    void allowance.pause(1e6).then(() => ended.push('after'));
    await pass(0);
    expect(ended).toEqual(['short', 'long', 'after']);
  });

  it('forgets its limits when it is closed', async () => {
    const controller = new AbortController();
    const allowance = new Allowance({ signal: controller.signal, deadline: 1_000 });
    allowance.close();
    controller.abort();
    await pass(2_000);
    expect(allowance.refusal).toBeUndefined();
  });
});
