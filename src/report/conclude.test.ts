import { describe, expect, it } from 'vitest';
import { sampleCase, sampleFinding, sampleReport, sampleRule } from '../../test-support/sample-report.ts';
import type { CaseResult, Report, RuleResult } from '../contract/generated/types.ts';
import { conclude, type Unconcluded } from './conclude.ts';

const noKms = { kind: 'capability', name: 'KMS keys' } as const;

/** A rule with one case that was measured, or that was not for the reason told. */
const passed = (id: string): RuleResult => sampleRule(id, 'pass', [sampleCase(`${id}/a`, 'pass')]);
const inconclusive = (id: string, different: Partial<CaseResult> = {}): RuleResult =>
  sampleRule(id, 'inconclusive', [sampleCase(`${id}/a`, 'inconclusive', { reason: 'no way', ...different })]);
const excused = (id: string): RuleResult => inconclusive(id, { excuse: noKms });
const failed = (id: string): RuleResult =>
  sampleRule(id, 'error', [sampleCase(`${id}/a`, 'error', { reason: 'late' })]);
const many = (make: (id: string) => RuleResult, number: number, prefix: string): RuleResult[] =>
  Array.from({ length: number }, (_, i) => make(`${prefix}${i}`));

const concluded = (rules: readonly RuleResult[], different: Partial<Unconcluded> = {}): Report['summary'] =>
  conclude({ ...sampleReport({ findings: [], rules }), ...different });

const run = (different: Partial<Report['run']>): Pick<Report, 'run'> => ({
  run: { ...sampleReport().run, ...different },
});
const demanding = (different: Partial<NonNullable<Report['demands']>>): Pick<Report, 'demands'> => ({
  demands: { minMeasured: { unit: 'share', value: 0.75 }, without: [], named: false, ...different },
});

describe('what a report comes to', () => {
  const table: {
    readonly name: string;
    readonly given: [rules: readonly RuleResult[], different?: Partial<Unconcluded>];
    readonly expected: [exitCode: number, reason?: string];
  }[] = [
    { name: 'all was measured', given: [many(passed, 4, 'a')], expected: [0] },
    { name: 'three quarters were', given: [[...many(passed, 3, 'a'), inconclusive('b')]], expected: [0] },
    {
      name: 'less than three quarters were',
      given: [[...many(passed, 5, 'a'), ...many(inconclusive, 2, 'b')]],
      expected: [2, 'no way'],
    },
    { name: 'errors are inconclusive', given: [[passed('a'), failed('b')]], expected: [2, 'late'] },
    {
      name: 'what is excused does not count',
      given: [[passed('a'), ...many(excused, 9, 'b')]],
      expected: [0],
    },
    {
      name: 'a rule is not excused when one of its cases is not',
      given: [
        [
          passed('a'),
          sampleRule('b', 'inconclusive', [
            sampleCase('b/a', 'inconclusive', { reason: 'no KMS', excuse: noKms }),
            sampleCase('b/b', 'inconclusive', { reason: 'no way' }),
          ]),
        ],
      ],
      expected: [2, 'no way'],
    },
    { name: 'all is excused', given: [many(excused, 3, 'a')], expected: [2, 'no way'] },
    {
      name: 'a rule that does not gate does not count',
      given: [[passed('a'), { ...inconclusive('b'), gating: false }]],
      expected: [0],
    },
    {
      name: 'a rule that was not tried does not count',
      given: [[passed('a'), sampleRule('b', 'inconclusive')]],
      expected: [0],
    },
    {
      name: 'nothing was tried',
      given: [[sampleRule('a', 'inconclusive')]],
      expected: [2, 'no case was run'],
    },
    {
      name: 'nothing was to be tried in this part of the run',
      given: [[sampleRule('a', 'inconclusive')], { shard: { index: 9, count: 9 } }],
      expected: [0],
    },
    {
      name: 'a higher share is asked for',
      given: [
        [...many(passed, 9, 'a'), inconclusive('b')],
        demanding({ minMeasured: { unit: 'share', value: 1 } }),
      ],
      expected: [2, 'no way'],
    },
    {
      name: 'a number is asked for, and kept',
      given: [
        [passed('a'), ...many(inconclusive, 9, 'b')],
        demanding({ minMeasured: { unit: 'rules', value: 1 } }),
      ],
      expected: [0],
    },
    {
      name: 'more is asked for than there is',
      given: [[passed('a')], demanding({ minMeasured: { unit: 'rules', value: 2 } })],
      expected: [2, '1 rules could be measured, and 2 are asked for'],
    },
    {
      name: 'a rule that was named was inconclusive',
      given: [[...many(passed, 9, 'a'), excused('b')], demanding({ named: true })],
      expected: [2, 'no way'],
    },
    {
      name: 'no copy was accepted',
      given: [[passed('a')], run({ copies: { asked: 3, accepted: 0 } })],
      expected: [2, 'the target accepted no copy'],
    },
    {
      name: 'one copy was accepted',
      given: [[passed('a')], run({ copies: { asked: 3, accepted: 1 } })],
      expected: [0],
    },
    {
      name: 'no copy was asked for',
      given: [[passed('a')], run({ copies: { asked: 0, accepted: 0 } })],
      expected: [0],
    },
    {
      name: 'it was stopped',
      given: [[passed('a')], run({ stopped: { kind: 'deadline', reason: 'stopped' } })],
      expected: [2, 'stopped'],
    },
    {
      name: 'a deviation is one however little was measured',
      given: [many(inconclusive, 9, 'a'), { findings: [sampleFinding()] }],
      expected: [1, 'no way'],
    },
    {
      name: 'a deviation below the gate',
      given: [[passed('a')], { findings: [sampleFinding({ gating: false })] }],
      expected: [0],
    },
    {
      name: 'a deviation that is known',
      given: [[passed('a')], { findings: [sampleFinding({ known: { reason: 'x', owner: 'y' } })] }],
      expected: [0],
    },
    {
      name: 'a baseline that does not hold',
      given: [
        [passed('a')],
        {
          baseline: {
            file: 'b.yaml',
            matched: 0,
            unchecked: 0,
            elsewhere: 0,
            problems: [
              {
                kind: 'stale',
                rule: 'a',
                cases: ['*'],
                fingerprint: 'f',
                line: 1,
                column: 1,
                message: 'gone',
              },
            ],
          },
        },
      ],
      expected: [1],
    },
  ];

  it.each(table)('$name', ({ given: [rules, different], expected: [exitCode, reason] }) => {
    const summary = concluded(rules, different);
    expect([summary.exitCode, summary.cause?.reason]).toEqual([exitCode, reason]);
  });

  it('tells how much was measured, and what stood in the way of the rest', () => {
    const asked = inconclusive('c', { excuse: { kind: 'asked', name: 'tags' } });
    const summary = concluded([
      ...many(passed, 4, 'a'),
      ...many(excused, 2, 'b'),
      asked,
      inconclusive('d'),
      sampleRule('e', 'inconclusive'),
    ]);
    expect(summary).toMatchObject({
      measured: { rules: 4, of: 9 },
      threshold: { measured: 4, of: 5, needed: 4 },
      inconclusiveRules: [
        { kind: 'capability', what: 'KMS keys', rules: ['b0', 'b1'] },
        { kind: 'asked', what: 'tags', rules: ['c'] },
        { kind: 'reason', what: 'no way', rules: ['d'] },
        { kind: 'untried', what: 'no case of it was run', rules: ['e'] },
      ],
    });
  });
});

describe('the first cause', () => {
  const because = (...reasons: readonly string[]): Report['summary']['cause'] =>
    concluded([
      sampleRule(
        'a',
        'inconclusive',
        reasons.map((reason, i) => sampleCase(`a/${i}`, 'inconclusive', { reason })),
      ),
    ]).cause;

  it('is the reason that most cases give', () => {
    expect(because('x', 'y', 'y')).toEqual({ reason: 'y', cases: 2 });
  });

  it('is the first of as many', () => {
    expect(because('x', 'y', 'y', 'x')).toEqual({ reason: 'x', cases: 2 });
  });

  it('is one for all names, ids and times, and one line', () => {
    expect(
      because(
        'the snapshot ncc-abc123-17-source\n is not there, 2026-01-01T00:00:00.000Z',
        'the snapshot ncc-xyz123-4-source is not there, 2026-02-01T00:00:00Z',
        'other: 01234567-89ab-cdef-0123-456789abcdef',
      ),
    ).toEqual({ reason: 'the snapshot source is not there, …', cases: 2 });
  });
});

describe('what is told of a cause', () => {
  const cause = sampleFinding({ fingerprint: 'v2-000000000001' });
  const symptom = sampleFinding({ fingerprint: 'v2-000000000002', cause: cause.fingerprint });

  it('its symptoms are no deviations', () => {
    expect(concluded([], { findings: [cause, symptom] })).toMatchObject({
      deviations: 1,
      reported: 0,
      known: 0,
    });
  });

  it('they are where it is known and they are not', () => {
    const known = { ...cause, known: { reason: 'r', owner: 'o' } };
    expect(concluded([], { findings: [known, symptom] })).toMatchObject({
      deviations: 1,
      known: 1,
      exitCode: 1,
    });
  });
});

describe('a target that says itself that it has no such operation', () => {
  const missing = { name: 'CopyDBClusterSnapshot', available: false, detail: 'InvalidAction' };
  const target = { ...sampleReport().target, capabilities: [missing] };

  it('fails the run, whatever could be measured', () => {
    expect(concluded([inconclusive('copy-plain')], { target }).exitCode).toBe(1);
    expect(concluded([inconclusive('copy-plain')]).exitCode).toBe(2);
  });

  it('does not where the deviation is known', () => {
    const findings = [sampleFinding({ known: { reason: 'r', owner: 'o' } })];
    expect(concluded([passed('copy-plain')], { target, findings }).exitCode).toBe(0);
  });
});
