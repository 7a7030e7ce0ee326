import { describe, expect, it } from 'vitest';
import { failed } from '../../test-support/said.ts';
import { directedCase, measured, missingSource, runOf } from '../../test-support/fakes.ts';
import type { DirectedCase } from '../contract/case.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { Status } from '../contract/generated/types.ts';
import { pass, type Check, type Deviation } from '../harness/checks/check.ts';
import { abstractDeviation } from '../harness/run/deviation.ts';
import type { PlannedCase } from '../harness/run/plan.ts';
import { contradictionsOf, ruleEntry } from '../contract/provenance.ts';
import { ruleResult, withSequences } from './rule-result.ts';
import type { UnitResult } from '../harness/run/unit.ts';

const resultOf = (id: RuleId, cases: readonly PlannedCase[], results: readonly UnitResult[]) =>
  ruleResult({ ...ruleEntry(id), id }, runOf(cases, results), { gate: 'sibling' });

const notFound = { kind: 'rejected', code: 'DBClusterSnapshotNotFoundFault', status: 404 } as const;
const refused = (code: string, checks: readonly Check[] = []): UnitResult =>
  measured({ actual: { kind: 'rejected', code, status: 400 }, checks });

describe('a case', () => {
  it('has the time of its own call, none where no call was made', () => {
    const cases: readonly PlannedCase[] = [
      { case: missingSource, unit: 1, control: 0 },
      { case: directedCase({ rule: 'source-exists' }), unit: 2 },
      { case: directedCase({ rule: 'source-exists' }), unit: 3 },
    ];
    const { cases: results } = resultOf('source-exists', cases, [
      measured({ milliseconds: 5 }),
      measured({ milliseconds: 0 }),
      { kind: 'error', reason: 'no answer', milliseconds: 10_000 },
      { kind: 'inconclusive', reason: 'no KMS' },
    ]);
    expect(results.map((each) => each.milliseconds)).toEqual([0, 10_000, undefined]);
    expect(Object.keys(results[2] ?? {})).not.toContain('milliseconds');
  });

  const ordinary = directedCase();
  const wire = directedCase({ rule: 'wire-fault-type' });
  const orphan = directedCase({ rule: 'copy-of-orphan' });
  const unseen: Check = { status: 'unseen', rule: 'copy-type-manual', reason: 'nobody may look' };
  const http = {
    request: { method: 'POST', url: 'http://127.0.0.1:1/', headers: {}, body: '' },
    response: { status: 200, headers: {}, body: '' },
  };
  interface Row {
    readonly name: string;
    readonly given: [DirectedCase, UnitResult];
    readonly expected: [status: string, reason?: unknown];
  }
  const table: readonly Row[] = [
    {
      name: 'a check passed',
      given: [ordinary, measured({ checks: [pass(ordinary.rule)] })],
      expected: ['pass'],
    },
    {
      name: 'a check failed, whatever passed',
      given: [ordinary, measured({ checks: [pass(ordinary.rule), failed(ordinary.rule, 'x', 'y')] })],
      expected: ['fail'],
    },
    {
      name: 'checks of other rules do not count',
      given: [ordinary, measured({ checks: [failed('copy-arn', 'x', 'y'), pass('copy-inherits')] })],
      expected: ['inconclusive', expect.stringContaining('a copy, which shows nothing of the rule')],
    },
    {
      name: 'the target let nothing be seen',
      given: [ordinary, measured({ checks: [unseen] })],
      expected: ['inconclusive', 'nobody may look'],
    },
    {
      name: 'the target let not all be seen, whatever passed',
      given: [ordinary, measured({ checks: [pass(ordinary.rule), unseen] })],
      expected: ['inconclusive', 'nobody may look'],
    },
    {
      name: 'the world could not be made',
      given: [ordinary, { kind: 'inconclusive', reason: 'no KMS' }],
      expected: ['inconclusive', 'no KMS'],
    },
    {
      name: 'the harness failed',
      given: [ordinary, { kind: 'error', reason: 'no answer' }],
      expected: ['error', 'no answer'],
    },
    {
      name: 'the outcome shows that what is understood is accepted',
      given: [orphan, measured()],
      expected: ['pass'],
    },
    {
      name: 'the outcome shows that what was sent is understood',
      given: [directedCase({ rule: 'wire-request-lists' }), measured()],
      expected: ['pass'],
    },
    {
      name: 'the outcome shows that it is not',
      given: [orphan, refused('InvalidParameterValue')],
      expected: ['fail'],
    },
    {
      name: 'a refusal says nothing of a member',
      given: [ordinary, refused('InvalidParameterValue')],
      expected: [
        'inconclusive',
        'the target answers InvalidParameterValue (HTTP 400), which shows nothing of the rule',
      ],
    },
    {
      name: 'a check is about it that says nothing',
      given: [
        ordinary,
        measured({ checks: [{ status: 'unspecified', rule: ordinary.rule, actual: { kind: 'copy' } }] }),
      ],
      expected: ['inconclusive', 'the target answers a copy, which shows nothing of the rule'],
    },
    {
      name: 'a wire rule of which the answer shows nothing',
      given: [wire, measured({ exchange: { ...measured().exchange, http } })],
      expected: ['inconclusive', 'the target answers a copy, which shows nothing of the rule'],
    },
    {
      name: 'a wire rule where there is no wire',
      given: [wire, measured()],
      expected: ['inconclusive', 'the target has no wire to look at'],
    },
  ];

  it.each(table)('$name', ({ given: [entry, result], expected }) => {
    const [one] = resultOf(entry.rule, [{ case: entry, unit: 0 }], [result]).cases;
    expect(one === undefined ? [] : [one.status, one.reason]).toEqual([expected[0], expected[1]]);
    expect([one?.id, one?.title]).toEqual([entry.id, entry.title]);
  });

  it('is excused by what the target lacks, if it was not measured for that', () => {
    const tagged = directedCase({ rule: 'copy-tags-all' });
    const result = (absent: readonly string[], of: UnitResult) =>
      ruleResult(
        { ...ruleEntry('copy-tags-all'), id: 'copy-tags-all' },
        runOf([{ case: tagged, unit: 0 }], [of]),
        { gate: 'sibling' },
        absent,
      ).cases[0];
    const passed = measured({ checks: [pass('copy-tags-all')] });
    const lacking: UnitResult = { kind: 'inconclusive', reason: 'no tags' };
    const excuse = { kind: 'capability', name: 'tags' };
    expect(result(['sharing', 'tags'], lacking)).toMatchObject({ status: 'inconclusive', excuse });
    expect(result(['sharing'], lacking)).not.toHaveProperty('excuse');
    expect(result(['tags'], passed)).toStrictEqual({ id: tagged.id, title: tagged.title, status: 'pass' });
  });

  it('that was left out is told as that, among those of its own rule', () => {
    const left = { case: directedCase({ id: 'family/left' }), by: 'sharing' } as const;
    const run = { ...runOf([], []), leftOut: [left] };
    const told = (id: RuleId) => ruleResult({ ...ruleEntry(id), id }, run, { gate: 'sibling' });
    expect(told(ordinary.rule)).toMatchObject({
      status: 'inconclusive',
      cases: [{ id: 'family/left', excuse: { kind: 'asked', name: 'sharing' } }],
    });
    expect(told('copy-arn').cases).toEqual([]);
  });

  it('that was not run is an error', () => {
    expect(resultOf(ordinary.rule, [{ case: ordinary, unit: 7 }], [measured()]).cases[0]).toMatchObject({
      status: 'error',
      reason: 'not run',
    });
  });
});

describe('the deviations that fail a case', () => {
  const own = failed('copy-of-orphan', 'x', 'y');
  const blamed: Deviation = { ...failed('copy-arn', 'x', 'y'), tested: 'copy-of-orphan' };
  const precondition = failed('target-unique', 'x', 'y');
  const wire = failed('wire-namespace', 'x', 'y');
  const orphan = directedCase({ rule: 'copy-of-orphan' });
  const table: { name: string; given: Deviation[]; expected: Deviation[] }[] = [
    { name: 'are those of its own rule', given: [blamed, precondition, own], expected: [own] },
    { name: 'or what its outcome is blamed on', given: [blamed, wire], expected: [blamed] },
    { name: 'or the preconditions that it shows', given: [wire, precondition], expected: [precondition] },
    { name: 'each once', given: [own, own], expected: [own] },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    const result = measured({ actual: { kind: 'rejected', code: 'InvalidParameterValue' }, checks: given });
    const [one] = resultOf('copy-of-orphan', [{ case: orphan, unit: 0 }], [result]).cases;
    expect(one?.findings).toEqual(expected.map((check) => abstractDeviation(check, result).fingerprint));
  });

  it('are not told of a case that does not fail', () => {
    expect(resultOf('copy-of-orphan', [{ case: orphan, unit: 0 }], [measured()]).cases[0]).not.toHaveProperty(
      'findings',
    );
  });
});

describe('a rejection and its control case', () => {
  const rule = missingSource.rule;
  const rejected = measured({ actual: notFound, checks: [pass(rule)] });
  interface Row {
    readonly name: string;
    readonly given: UnitResult[];
    readonly expected: [status: string, reason?: string];
  }
  const table: readonly Row[] = [
    { name: 'the control case is accepted', given: [rejected, measured()], expected: ['pass'] },
    {
      name: 'the control case is refused too',
      given: [rejected, refused('InvalidParameterValue')],
      expected: [
        'inconclusive',
        'its accepting control case is refused too, with InvalidParameterValue (HTTP 400), so the rejection says nothing about the rule',
      ],
    },
    {
      name: 'the control case is answered with garbage',
      given: [rejected, measured({ actual: { kind: 'unintelligible', reason: 'the body is empty' } })],
      expected: [
        'inconclusive',
        'its accepting control case is refused too, with an unintelligible answer: the body is empty, so the rejection says nothing about the rule',
      ],
    },
    {
      name: 'the control case cannot be staged',
      given: [rejected, { kind: 'inconclusive', reason: 'no KMS' }],
      expected: ['inconclusive', 'its accepting control case could not be tried: no KMS'],
    },
    {
      name: 'the control case failed',
      given: [rejected, { kind: 'error', reason: 'no answer' }],
      expected: ['error', 'its accepting control case could not be tried: no answer'],
    },
    {
      name: 'the control case was not run',
      given: [rejected],
      expected: ['error', 'its accepting control case could not be tried: not run'],
    },
    {
      name: 'the case itself fails: the control case does not matter',
      given: [measured({ checks: [failed(rule, 'x', 'y')] }), refused('InvalidParameterValue')],
      expected: ['fail'],
    },
    {
      name: 'the case itself is inconclusive: the control case does not matter',
      given: [{ kind: 'inconclusive', reason: 'no KMS' }, measured()],
      expected: ['inconclusive', 'no KMS'],
    },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    const [one] = resultOf(rule, [{ case: missingSource, unit: 0, control: 1 }], given).cases;
    expect([one?.status, one?.reason]).toEqual([expected[0], expected[1]]);
  });
});

describe('a rule', () => {
  const rule = 'copy-type-manual';
  const passing = measured({ checks: [pass(rule), pass('copy-arn')] });
  const failing = measured({ checks: [failed(rule, 'x', 'y')] });
  const inconclusive: UnitResult = { kind: 'inconclusive', reason: 'no KMS' };
  const broken: UnitResult = { kind: 'error', reason: 'no answer' };
  const table = [
    { name: 'passes', given: [passing], expected: ['pass', 1, 0] },
    {
      name: 'passes though a case is inconclusive',
      given: [inconclusive, passing],
      expected: ['pass', 1, 0],
    },
    { name: 'passes though a case is an error', given: [broken, passing], expected: ['pass', 1, 0] },
    { name: 'fails in one case', given: [passing, failing, inconclusive], expected: ['fail', 1, 1] },
    { name: 'is an error', given: [inconclusive, broken], expected: ['error', 0, 0] },
    { name: 'is inconclusive', given: [inconclusive], expected: ['inconclusive', 0, 0] },
    { name: 'has no case', given: [], expected: ['inconclusive', 0, 0] },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    const cases = given.map((_, i) => ({ case: directedCase({ id: `family/${i}` }), unit: i }));
    const { status, checks } = resultOf(rule, cases, given);
    expect([status, checks.passed, checks.failed]).toEqual(expected);
  });

  it('fails for what was seen in the case of another rule', () => {
    const { status, cases } = resultOf(
      rule,
      [{ case: directedCase({ rule: 'copy-arn' }), unit: 0 }],
      [failing],
    );
    expect([status, cases]).toEqual(['fail', []]);
  });

  it('fails with its case even where no check is about it', () => {
    const orphan = directedCase({ rule: 'copy-of-orphan' });
    const blamed = refused('KMSKeyNotAccessibleFault', [failed('kms-key-accessible', 'x', 'y')]);
    expect(resultOf('copy-of-orphan', [{ case: orphan, unit: 0 }], [blamed])).toMatchObject({
      status: 'fail',
      checks: { passed: 0, failed: 0 },
    });
  });

  it('tells what is known of it, and whether it gates', () => {
    expect(resultOf('source-not-blank', [], [])).toMatchObject({ kind: 'precondition', gating: false });
    expect(resultOf('target-unique', [], [])).toMatchObject({ gating: true });
    expect(resultOf('copy-create-time', [], []).contradictedBy).toEqual(
      contradictionsOf(ruleEntry('copy-create-time')),
    );
    expect(resultOf('target-unique', [], [])).not.toHaveProperty('contradictedBy');
  });
});

describe('a rule with sequences', () => {
  const sequence = (status: Status, rule: RuleId = 'copy-type-manual') => ({
    rule,
    result: { id: `family/${status}`, title: status, status },
  });
  const planned: readonly PlannedCase[] = [{ case: directedCase(), unit: 1 }];
  const passed = resultOf('copy-type-manual', planned, [
    measured(),
    measured({ checks: [pass('copy-type-manual')] }),
  ]);
  const untried = resultOf('copy-type-manual', [], []);
  const blamed = resultOf(
    'copy-type-manual',
    [],
    [measured({ checks: [failed('copy-type-manual', 'x', 'y')] })],
  );

  it.each<[string, typeof passed, Parameters<typeof withSequences>[1], Status, number, object]>([
    ['none', passed, [], 'pass', 1, { passed: 1, failed: 0 }],
    ['of another rule', passed, [sequence('fail', 'copy-arn')], 'pass', 1, { passed: 1, failed: 0 }],
    ['that passes', passed, [sequence('pass')], 'pass', 2, { passed: 2, failed: 0 }],
    ['that fails', passed, [sequence('fail')], 'fail', 2, { passed: 1, failed: 1 }],
    ['that is not measured', passed, [sequence('inconclusive')], 'pass', 2, { passed: 1, failed: 0 }],
    [
      'that passes, of one that failed elsewhere',
      blamed,
      [sequence('pass')],
      'fail',
      1,
      { passed: 1, failed: 1 },
    ],
    ['alone, which passes', untried, [sequence('pass')], 'pass', 1, { passed: 1, failed: 0 }],
    ['alone, with no answer', untried, [sequence('error')], 'error', 1, { passed: 0, failed: 0 }],
  ])('%s', (_, rule, sequences, status, cases, checks) => {
    const result = withSequences(rule, sequences);
    expect(result).toMatchObject({ status, checks });
    expect(result.cases).toHaveLength(cases);
  });
});
