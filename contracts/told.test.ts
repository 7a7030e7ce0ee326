import { expect, it } from 'vitest';
import { directedCases } from '../src/contract/directed-cases.ts';
import { alarmsIn, isToThePoint, judge, tellOf } from '../src/selftest/index.ts';
import { conforming, mutants } from '../src/selftest/mutants/index.ts';

/** All of them take half an hour (`npm run told`). */
const one = { bugIn: 24, conformingIn: 16 };

it('of nine endpoints in ten with a bug, a whole run tells at most two deviations, the right one first', async () => {
  const chosen = mutants.filter((_, i) => i % one.bugIn === 3);
  const told = [];
  for (const mutant of chosen) told.push(await tellOf(mutant, { seed: 1 }));
  const others = told
    .filter((each) => !isToThePoint(each))
    .map(({ mutant, deviations }) => [mutant.name, ...deviations.map(({ rule }) => rule)]);
  expect(told.some(({ deviations }) => deviations.length > 0)).toBe(true);
  expect(others.length, JSON.stringify(others, null, 2)).toBeLessThanOrEqual(chosen.length / 10);
});

it.each(conforming.filter((_, i) => i % one.conformingIn === 3).map((each) => [each.name, each] as const))(
  'nothing is held against an endpoint that conforms: %s',
  async (_, variant) => {
    const { findings } = await judge(variant, directedCases(), { seed: 1 });
    expect(alarmsIn(findings, variant).map(({ rule, cases }) => [rule, ...cases])).toEqual([]);
  },
);
