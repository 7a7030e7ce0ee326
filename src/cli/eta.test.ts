import { describe, expect, it } from 'vitest';
import type { Counted, Progress } from '../harness/run/progress.ts';
import { etaOf, sayTime } from './eta.ts';

/** What is told while time goes by as it is told here. */
function told(
  steps: readonly (readonly [at: number, of: Counted, done: number, total: number])[],
): readonly (number | undefined)[] {
  let now = 0;
  const eta = etaOf(() => now);
  return steps.map(([at, of, done, total]) => {
    now = at;
    return eta({ of, done, total, failed: 0, label: '' } satisfies Progress);
  });
}

describe('how long it still takes', () => {
  it('follows from what is done and what is left', () => {
    expect(
      told([
        [4_000, 'cases', 10, 40],
        [6_000, 'cases', 30, 40],
      ]),
    ).toEqual([12_000, 2_000]);
  });

  it('is not told too soon, where nothing is done, and at the end', () => {
    expect(
      told([
        [1_999, 'cases', 10, 40],
        [5_000, 'cases', 0, 40],
        [6_000, 'cases', 40, 40],
      ]),
    ).toEqual([undefined, undefined, undefined]);
  });

  it('takes together what is counted side by side', () => {
    expect(
      told([
        [4_000, 'cases', 10, 40],
        [10_000, 'pairs', 10, 20],
      ]),
    ).toEqual([12_000, 20_000]);
  });

  it('begins anew with what comes after all else', () => {
    expect(
      told([
        [10_000, 'cases', 40, 40],
        [14_000, 'sequences', 1, 5],
        [18_000, 'sequences', 2, 5],
      ]),
    ).toEqual([undefined, 16_000, 12_000]);
  });
});

it.each([
  [0, '1 s'],
  [1_400, '1 s'],
  [59_400, '59 s'],
  [59_600, '1 min 0 s'],
  [125_000, '2 min 5 s'],
])('%i ms are told as %s', (milliseconds, expected) => {
  expect(sayTime(milliseconds)).toBe(expected);
});
