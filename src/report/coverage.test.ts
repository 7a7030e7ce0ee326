import { describe, expect, it } from 'vitest';
import { directedCase, measured, runOf } from '../../test-support/fakes.ts';
import type { PreconditionId } from '../contract/generated/catalogue.ts';
import { coverageOf } from './coverage.ts';
import type { PlannedPair } from '../harness/run/plan.ts';
import type { UnitResult } from '../harness/run/unit.ts';

const broke = (broken: readonly PreconditionId[], unspecified: readonly PreconditionId[] = []): UnitResult =>
  measured({ verdict: { broken, unspecified, rejections: [] } });

const coverage = (results: readonly UnitResult[], pairs: readonly PlannedPair[] = []) => {
  const run = runOf([{ case: directedCase(), unit: 0 }], [...results]);
  return coverageOf({ ...run, plan: { ...run.plan, pairs } });
};

describe('what the calls of a run did to a rule', () => {
  it.each<[string, readonly UnitResult[], object]>([
    ['nothing', [], { brokenAlone: 0, brokenWith: [], kept: 0, unspecified: 0 }],
    ['broken alone', [broke(['tag-count'])], { brokenAlone: 1, brokenWith: [], kept: 0, unspecified: 0 }],
    [
      'broken with others, in the order of the catalogue',
      [broke(['tag-count', 'target-unique']), broke(['source-required', 'tag-count'])],
      { brokenAlone: 0, brokenWith: ['source-required', 'target-unique'], kept: 0, unspecified: 0 },
    ],
    [
      'kept',
      [broke([]), broke(['target-unique'])],
      { brokenAlone: 0, brokenWith: [], kept: 2, unspecified: 0 },
    ],
    ['unspecified', [broke([], ['tag-count'])], { brokenAlone: 0, brokenWith: [], kept: 0, unspecified: 1 }],
    [
      'a call that was not answered',
      [{ kind: 'error', reason: 'no answer' }],
      { brokenAlone: 0, brokenWith: [], kept: 0, unspecified: 0 },
    ],
  ])('%s', (_, results, expected) => {
    const found = coverage(results).rules.find(({ id }) => id === 'tag-count');
    expect(found).toEqual({ id: 'tag-count', ...expected });
  });
});

describe('pairs of rules that one request can break', () => {
  const rules = ['source-required', 'target-unique'] as const;
  const inconclusive: UnitResult = { kind: 'inconclusive', reason: 'no such world' };

  it.each<[string, readonly UnitResult[], readonly number[], string | undefined]>([
    ['one was broken', [broke([...rules])], [0], undefined],
    ['one was broken in the second world', [inconclusive, broke([...rules])], [0, 1], undefined],
    ['none could be staged', [inconclusive], [0], 'no such world'],
    ['one answered, another not', [broke([...rules]), inconclusive], [0, 1], undefined],
    ['one that is not there', [], [7], 'beyond the number of pairs that was asked for'],
    ['none was tried', [], [], 'beyond the number of pairs that was asked for'],
  ])('%s', (_, results, units, reason) => {
    const missing = reason === undefined ? [] : [{ rules: [...rules], reason }];
    expect(coverage(results, [{ rules, units }]).pairs).toEqual({
      possible: 1,
      broken: 1 - missing.length,
      missing,
    });
  });
});
