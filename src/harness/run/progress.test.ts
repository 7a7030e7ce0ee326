import { describe, expect, it } from 'vitest';
import { directedCase } from '../../../test-support/fakes.ts';
import { planRun, type Plan } from './plan.ts';
import { progressOf } from './progress.ts';
import type { UnitResult } from './unit.ts';

const error: UnitResult = { kind: 'error', reason: 'why' };
const unit = { label: 'x', rule: 'copy-arn', follow: false, wire: {} } as const;
const call = planRun([directedCase()]).groups[0]?.units[0];

/** Two cases, of which the second needs two calls; two pairs that are tried, and one that is not. */
const plan: Plan = {
  groups: [],
  unitCount: 6,
  cases: [
    { case: directedCase({ id: 'f/a' }), unit: 0 },
    { case: directedCase({ id: 'f/b' }), unit: 1, control: 2 },
  ],
  pairs: [
    { rules: ['source-required', 'tag-count'], units: [3, 4] },
    { rules: ['source-required', 'kms-key'], units: [5] },
    { rules: ['tag-count', 'kms-key'], units: [] },
  ] as unknown as Plan['pairs'],
};

const after = (...done: readonly number[]) =>
  new Map(done.map((id) => [id, error] as const)) as ReadonlyMap<number, UnitResult>;

describe('progressOf', () => {
  const table = [
    { name: 'no call', done: [], expected: [0, 2] },
    { name: 'a call that decides a case', done: [0], expected: [1, 2] },
    { name: 'one call of two that a case needs', done: [0, 1], expected: [1, 2] },
    { name: 'both calls', done: [0, 1, 2], expected: [2, 2] },
    { name: 'calls of pairs', done: [3, 4, 5], expected: [0, 2] },
  ];

  it.each(table)('counts cases after $name', ({ done, expected }) => {
    const progress = progressOf(plan, after(...done), { ...call, ...unit, id: 0 } as never);
    expect([progress.of, progress.done, progress.total]).toEqual(['cases', ...expected]);
  });

  const pairs = [
    { name: 'one call of two', done: [3], expected: [0, 2] },
    { name: 'all calls of one', done: [3, 4], expected: [1, 2] },
    { name: 'all calls', done: [3, 4, 5], expected: [2, 2] },
  ];

  it.each(pairs)('counts pairs that are tried after $name', ({ done, expected }) => {
    const progress = progressOf(plan, after(...done), { ...call, ...unit, id: 3, pair: ['a', 'b'] } as never);
    expect([progress.of, progress.done, progress.total]).toEqual(['pairs', ...expected]);
  });
});
