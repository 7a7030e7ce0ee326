import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { caller, fakeTarget, plainCopy } from '../../../test-support/fakes.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import { CopyWaits } from '../target/copy-waits.ts';
import type { Observed } from '../target/target.ts';
import { pass, type Check } from './check.ts';
import { failing, said, type Said } from '../../../test-support/said.ts';
import { followProgress } from './progress.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const rule = 'copy-progress';
const at = (Status: string, PercentProgress?: number): DBClusterSnapshot => {
  const { PercentProgress: _, ...copy } = plainCopy({ Status });
  return PercentProgress === undefined ? copy : { ...copy, PercentProgress };
};

interface Row {
  readonly name: string;
  /** What was answered, and what is seen from then on; the last for ever. */
  readonly given: readonly (DBClusterSnapshot | undefined | Observed<never>)[];
  readonly expected: Said;
}

const stuck: Check = { status: 'unseen', rule, reason: 'the copy is still copying: not available after 5 s' };
const statuses = 'described Status "creating" or "copying" or "pending" or "available" or "failed"';
const table: readonly Row[] = [
  { name: 'available at once', given: [at('available', 100)], expected: pass(rule) },
  {
    name: 'step by step',
    given: [at('pending', 0), at('creating', 0), at('copying', 40), at('copying', 40), at('available', 100)],
    expected: pass(rule),
  },
  { name: 'failed', given: [at('copying', 10), at('failed', 10)], expected: pass(rule) },
  {
    name: 'no progress told until it is done',
    given: [at('copying'), at('available', 100)],
    expected: pass(rule),
  },
  {
    name: 'available before it is done',
    given: [at('copying', 10), at('available', 99)],
    expected: failing(rule, 'described PercentProgress 100', 'described PercentProgress 99'),
  },
  {
    name: 'available without progress',
    given: [at('available')],
    expected: failing(rule, 'described PercentProgress 100', 'described PercentProgress absent'),
  },
  {
    name: 'progress falls',
    given: [at('copying', 0), at('copying', 50), at('copying', 49), at('available', 100)],
    expected: failing(rule, 'progress that never falls', 'progress fell from 50 to 49'),
  },
  {
    name: 'progress vanishes',
    given: [at('copying', 50), at('copying')],
    expected: failing(rule, 'progress that never falls', 'progress fell from 50 to 0'),
  },
  {
    name: 'a status of its own',
    given: [at('copying', 0), at('migrating', 1)],
    expected: failing(rule, statuses, 'described Status "migrating"'),
  },
  {
    name: 'no status',
    given: [{ DBClusterSnapshotIdentifier: 'new' }],
    expected: failing(rule, statuses, 'described Status absent'),
  },
  {
    name: 'the copy vanishes',
    given: [at('copying', 50), undefined],
    expected: failing(rule, 'the copy is described', 'the copy is not described'),
  },
  { name: 'it never ends', given: [at('copying', 50)], expected: stuck },
  {
    name: 'nobody may look',
    given: [at('copying', 50), { ok: false, reason: 'AccessDenied: no' }],
    expected: { status: 'unseen', rule, reason: 'DescribeDBClusterSnapshots: AccessDenied: no' },
  },
];

describe('followProgress', () => {
  it.each(table)('$name', async ({ given, expected }) => {
    const [answered, ...later] = given;
    const asked: string[] = [];
    const target = fakeTarget({
      waits: new CopyWaits(5_000),
      describe(_, name) {
        asked.push(name);
        const now = later.length > 1 ? later.shift() : later.length === 1 ? later[0] : answered;
        const value = now as DBClusterSnapshot | undefined;
        return Promise.resolve(now !== undefined && 'ok' in now ? now : { ok: true, value });
      },
    });
    const following = followProgress(target, caller, answered as DBClusterSnapshot);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(said((await following).check)).toEqual(expected);
    expect(new Set(asked).size).toBeLessThan(2);
    expect(asked.every((name) => name === 'new')).toBe(true);
  });

  it('waits for no copy where two were waited for in vain', async () => {
    const target = fakeTarget({
      waits: new CopyWaits(5_000),
      describe: () => Promise.resolve({ ok: true, value: at('copying', 1) }),
    });
    const reasons: (string | undefined)[] = [];
    for (let i = 0; i < 3; i += 1) {
      const following = followProgress(target, caller, at('copying', 1));
      await vi.advanceTimersByTimeAsync(20_000);
      const { check } = await following;
      reasons.push(check.status === 'unseen' ? check.reason : undefined);
    }
    const inVain = 'the copy is still copying: not available after 5 s';
    expect(reasons).toEqual([
      inVain,
      inVain,
      'the copy is still copying: told from two before: what CopyDBClusterSnapshot makes does not become available within 5 s',
    ]);
  });

  it('looks less and less often', async () => {
    const times: number[] = [];
    const target = fakeTarget({
      waits: new CopyWaits(5_000),
      describe: () => {
        times.push(Date.now());
        return Promise.resolve({ ok: true, value: at('copying', 1) });
      },
    });
    const start = Date.now();
    const following = followProgress(target, caller, at('copying', 1));
    await vi.advanceTimersByTimeAsync(20_000);
    await following;
    expect(times.map((time) => time - start)).toEqual([20, 60, 140, 300, 620, 1260, 2260, 3260, 4260, 5260]);
  });
});
