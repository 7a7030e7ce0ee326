import { describe, expect, it } from 'vitest';
import { directedCase, missingSource, plainRequest, situation } from '../../../test-support/fakes.ts';
import type { DirectedCase } from '../../contract/case.ts';
import { directedCases } from '../../contract/directed-cases.ts';
import { planRun } from './plan.ts';

const cases = directedCases();

const named = (id: string, different: Partial<DirectedCase> = {}): DirectedCase =>
  directedCase({ id: `family/${id}`, ...different });
const aKey = { keys: { own: {} }, snapshots: { source: {} } };

/** A plan in short: units by group, and which units decide each case. */
function outline(given: readonly DirectedCase[]) {
  const { groups, cases: planned, unitCount } = planRun(given);
  return {
    groups: groups.map(({ units }) => units.map(({ id, label }) => `${id} ${label}`)),
    cases: planned.map(({ unit, control }) => (control === undefined ? [unit] : [unit, control])),
    unitCount,
  };
}

const table: { name: string; given: DirectedCase[]; expected: ReturnType<typeof outline> }[] = [
  { name: 'nothing', given: [], expected: { groups: [], cases: [], unitCount: 0 } },
  {
    name: 'equal situations share a unit, called after the first',
    given: [named('a'), named('b', { rule: 'copy-arn' })],
    expected: { groups: [['0 family/a']], cases: [[0], [0]], unitCount: 1 },
  },
  {
    name: 'the order of members does not matter',
    given: [
      named('a', { situation: situation({ given: aKey }) }),
      named('b', { situation: situation({ given: { snapshots: { source: {} }, keys: { own: {} } } }) }),
    ],
    expected: { groups: [['0 family/a']], cases: [[0], [0]], unitCount: 1 },
  },
  {
    name: 'the order of tags does',
    given: ['xy', 'yx'].map((order) =>
      named(order, {
        situation: situation({ request: { ...plainRequest, Tags: Array.from(order, (Key) => ({ Key })) } }),
      }),
    ),
    expected: { groups: [['0 family/xy', '1 family/yx']], cases: [[0], [1]], unitCount: 2 },
  },
  {
    name: 'a case and its control case are two units',
    given: [{ ...missingSource, id: 'family/m' }],
    expected: { groups: [['0 family/m', '1 family/m (control case)']], cases: [[0, 1]], unitCount: 2 },
  },
  {
    name: 'a control case that is a case already is that unit',
    given: [named('a'), { ...missingSource, id: 'family/m' }],
    expected: { groups: [['0 family/a', '1 family/m']], cases: [[0], [1, 0]], unitCount: 2 },
  },
  {
    name: 'each world is one group, wherever its cases stand',
    given: [
      named('a'),
      named('b', { situation: situation({ given: aKey }) }),
      named('c', { situation: situation({ request: { ...plainRequest, CopyTags: true } }) }),
    ],
    expected: {
      groups: [['0 family/a', '2 family/c'], ['1 family/b']],
      cases: [[0], [1], [2]],
      unitCount: 3,
    },
  },
  {
    name: 'callers, requests and edits tell units apart',
    given: [
      named('a'),
      named('b', { situation: situation({ caller: { account: 'other', region: 'here' } }) }),
      named('c', { situation: situation({ wire: { CopyTags: 'maybe' } }) }),
      named('d', { situation: situation({ wire: { CopyTags: null } }) }),
    ],
    expected: {
      groups: [['0 family/a', '1 family/b', '2 family/c', '3 family/d']],
      cases: [[0], [1], [2], [3]],
      unitCount: 4,
    },
  },
  {
    name: 'a copy that is followed is a unit of its own',
    given: [named('a'), named('b', { rule: 'copy-progress' })],
    expected: { groups: [['0 family/a', '1 family/b']], cases: [[0], [1]], unitCount: 2 },
  },
];

describe('planRun', () => {
  it.each(table)('$name', ({ given, expected }) => {
    expect(outline(given)).toEqual(expected);
  });

  it('gives a unit the rule of its first case, and what is to be sent', () => {
    const entry = named('a', { rule: 'copy-progress', situation: situation({ wire: { CopyTags: null } }) });
    expect(planRun([entry]).groups[0]?.units[0]).toEqual({
      id: 0,
      label: 'family/a',
      rule: 'copy-progress',
      follow: true,
      caller: { account: 'self', region: 'here' },
      request: plainRequest,
      wire: { CopyTags: null },
    });
  });

  it('finds a place for every directed case', () => {
    const plan = planRun(cases);
    const ids = plan.groups.flatMap(({ units }) => units.map(({ id }) => id)).sort((a, b) => a - b);
    expect(ids).toEqual(Array.from({ length: plan.unitCount }, (_, i) => i));
    expect(plan.cases.map((planned) => planned.case.id)).toEqual(cases.map(({ id }) => id));
    expect(plan.groups.length).toBeLessThan(cases.length / 2);
  });
});
