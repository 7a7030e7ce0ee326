import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Allowance } from './allowance.ts';
import { CopyWaits, type Origin } from './copy-waits.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const pace = { first: 100, factor: 2, longest: 1_000 };

/** Waits until there is no point any more: the reason, and the milliseconds that it took. */
async function inVain(waits: CopyWaits, origin: Origin): Promise<readonly [string, number]> {
  const start = Date.now();
  const wait = waits.begin(origin, pace);
  for (;;) {
    const pausing = wait.pause();
    await vi.advanceTimersByTimeAsync(1_000);
    const tired = await pausing;
    if (tired !== undefined) return [tired, Date.now() - start - 1_000];
  }
}

/** Waits for something that is done after so many pauses. */
async function wellSpent(waits: CopyWaits, origin: Origin, pauses: number): Promise<void> {
  const wait = waits.begin(origin, pace);
  for (let i = 0; i < pauses; i += 1) {
    const pausing = wait.pause();
    await vi.advanceTimersByTimeAsync(1_000);
    await pausing;
  }
  wait.done();
}

const copies = 'CopyDBClusterSnapshot';
const snapshots = 'CreateDBClusterSnapshot';
const told = 'told from two before: what CopyDBClusterSnapshot makes does not become available within 5 s';

describe('waiting for copies', () => {
  it('ends after its time; the third is told from two before, without waiting', async () => {
    const waits = new CopyWaits(5_000);
    const first = await inVain(waits, copies);
    const second = await inVain(waits, copies);
    expect([first[0], second[0]]).toEqual(['not available after 5 s', 'not available after 5 s']);
    expect(await inVain(waits, copies)).toEqual([told, 0]);
  });

  it('counts only those in a row', async () => {
    const waits = new CopyWaits(5_000);
    await inVain(waits, copies);
    await wellSpent(waits, copies, 2);
    await inVain(waits, copies);
    expect((await inVain(waits, copies))[0]).toBe('not available after 5 s');
    expect((await inVain(waits, copies))[0]).toBe(told);
  });

  it('learns nothing from what was available at once, or came about otherwise', async () => {
    const waits = new CopyWaits(5_000);
    await inVain(waits, copies);
    await wellSpent(waits, copies, 0);
    await wellSpent(waits, snapshots, 1);
    await inVain(waits, copies);
    expect((await inVain(waits, copies))[0]).toBe(told);
    expect((await inVain(waits, snapshots))[0]).toBe('not available after 5 s');
  });

  it('ends with the run', async () => {
    const controller = new AbortController();
    const waits = new CopyWaits(5_000, new Allowance({ signal: controller.signal }));
    const wait = waits.begin(copies, pace);
    const pausing = wait.pause();
    controller.abort();
    expect(await pausing).toBeUndefined();
    expect(await wait.pause()).toBe('the run was interrupted');
  });
});
