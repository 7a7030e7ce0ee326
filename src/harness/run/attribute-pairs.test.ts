import { describe, expect, it } from 'vitest';
import { actualValue, failed as deviating } from '../../../test-support/said.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { ActualOutcome } from '../checks/assess.ts';
import { pass, type Check } from '../checks/check.ts';
import { aloneOutcomes, outcomeKey, attributePairs } from './attribute-pairs.ts';
import type { Measured, UnitResult } from './unit.ts';

const one = 'source-exists';
const other = 'target-unique';

const rejected = (code: string): ActualOutcome => ({ kind: 'rejected', code });
const copied: ActualOutcome = { kind: 'copied', snapshot: {} };
const failed = (rule: RuleId): Check => deviating(rule, 'a rejection', 'something else');

/** A result with what attribution looks at. */
const result = (
  broken: readonly RuleId[],
  actual: ActualOutcome,
  checks: readonly Check[],
  pair?: readonly [RuleId, RuleId],
): UnitResult =>
  ({
    kind: 'measured',
    unit: pair === undefined ? {} : { pair },
    verdict: { broken, unspecified: [], rejections: [] },
    actual,
    checks,
  }) as unknown as Measured;

function checksOf(alone: readonly UnitResult[], actual: ActualOutcome, checks: readonly Check[]) {
  const results = [...alone, result([one, other], actual, checks, [one, other])];
  const attributed = attributePairs(new Map(results.map((each, i) => [i, each]))).get(alone.length);
  return attributed?.kind === 'measured'
    ? attributed.checks.map(({ status, rule }) => `${status} ${rule}`)
    : [];
}

describe('what a call that breaks two rules adds', () => {
  const fine = [
    result([one], rejected('DBClusterSnapshotNotFoundFault'), []),
    result([other], rejected('DBClusterSnapshotAlreadyExistsFault'), []),
  ];

  it.each<[string, readonly UnitResult[], ActualOutcome, readonly Check[], readonly string[]]>([
    [
      'an expected rejection shows neither rule kept, but the form of its answer is looked at',
      fine,
      rejected('DBClusterSnapshotNotFoundFault'),
      [pass(one), pass(other), pass('wire-fault-code')],
      ['pass wire-fault-code'],
    ],
    [
      'a copy that neither alone brings about',
      fine,
      copied,
      [failed(one), failed(other)],
      [`fail ${one}`, `fail ${other}`],
    ],
    [
      'a copy where one of the rules is not enforced at all is the other one’s fault',
      [result([one], copied, [failed(one)]), ...fine.slice(1)],
      copied,
      [failed(one), failed(other)],
      [`fail ${other}`],
    ],
    [
      'a code that one of the rules is always answered with',
      [result([one], rejected('Oops'), [failed(one)]), ...fine.slice(1)],
      rejected('Oops'),
      [failed(one), failed(other)],
      [],
    ],
    [
      'a code that neither is answered with',
      fine,
      rejected('Oops'),
      [failed(one), failed(other)],
      [`fail ${one}`, `fail ${other}`],
    ],
  ])('%s', (_, alone, actual, checks, expected) => {
    expect(checksOf(alone, actual, checks)).toEqual(expected);
  });

  it('leaves the directed cases alone', () => {
    const results = new Map(fine.map((each, i) => [i, each]));
    expect(attributePairs(results)).toEqual(results);
  });
});

describe('how a target ends the violation of one rule', () => {
  it('is told by the calls that break it alone', () => {
    const results = [
      result([one], rejected('DBClusterSnapshotNotFoundFault'), []),
      result([one], copied, []),
      result([one, other], rejected('Oops'), []),
      result([], copied, []),
      result([other], rejected('Oops'), [], [one, other]),
      { kind: 'inconclusive', reason: '' } as const,
    ];
    expect([...aloneOutcomes(results)]).toEqual([
      [one, new Set(['DBClusterSnapshotNotFoundFault', 'copied'])],
    ]);
  });

  it.each<[actual: ActualOutcome, key: string]>([
    [copied, 'copied'],
    [{ kind: 'unintelligible', reason: '' }, 'unintelligible'],
    [rejected('SnapshotQuotaExceeded'), 'SnapshotQuotaExceededFault'],
    [rejected('SnapshotQuotaExceededFault'), 'SnapshotQuotaExceededFault'],
    [rejected('Oops'), 'Oops'],
  ])('%j is known by %s', (actual, key) => expect(outcomeKey(actual)).toBe(key));

  it('need not be known for both rules', () => {
    expect(checksOf([], copied, [failed(one), failed(other)])).toEqual([`fail ${one}`, `fail ${other}`]);
    expect(
      checksOf([], rejected('Oops'), [{ status: 'unspecified', rule: one, actual: actualValue('') }]),
    ).toEqual([]);
  });
});

it('what was not measured stays as it is', () => {
  const results = new Map<number, UnitResult>([
    [0, { kind: 'inconclusive', reason: 'no KMS' }],
    [1, { kind: 'error', reason: 'no answer' }],
  ]);
  expect(attributePairs(results)).toEqual(results);
});
