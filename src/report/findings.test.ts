import { describe, expect, it } from 'vitest';
import { actualValue, failed, wanted } from '../../test-support/said.ts';
import { directedCase, measured, runOf, unit } from '../../test-support/fakes.ts';
import type { Actual, Expected, SdkAnswer } from '../contract/generated/types.ts';
import type { Exchange } from '../harness/target/target.ts';
import { fail, pass, type Check, type Deviation } from '../harness/checks/check.ts';
import { collectFindings, describeVerdict, joined, type JudgedFinding } from './findings.ts';
import { contradictionsOf, ruleEntry, type Level } from '../contract/provenance.ts';
import type { Measured, UnitResult } from '../harness/run/unit.ts';

const saw = (label: string, ...checks: readonly Check[]): Measured =>
  measured({ unit: unit({ label }), checks });

const collect = (results: readonly UnitResult[], gate: Level = 'sibling', wanted = true): JudgedFinding[] =>
  collectFindings(
    runOf([], results),
    { gate },
    ({ unit: { label } }, { rule }) => ({ test: `${label} ${rule}` }),
    () => wanted,
  );

describe('grouping and order', () => {
  const memberIs = (member: string, value: string): Expected => ({
    kind: 'members',
    of: 'copy',
    members: { [member]: { kind: 'is', value } },
  });
  const memberCame = (member: string, value: string | null): Actual => ({
    kind: 'members',
    of: 'copy',
    members: { [member]: value },
  });
  const wrong = fail(
    'copy-arn',
    memberIs('DBClusterSnapshotArn', 'a'),
    memberCame('DBClusterSnapshotArn', 'b'),
  );
  const other = (different: Partial<Deviation>): Deviation => ({ ...wrong, ...different });
  const table: { name: string; given: UnitResult[]; expected: [string, ...string[]][] }[] = [
    { name: 'no deviation, no finding', given: [saw('a', pass('copy-arn'))], expected: [] },
    {
      name: 'what is unspecified or unseen is no finding',
      given: [
        saw(
          'a',
          { status: 'unspecified', rule: 'source-one-step', actual: { kind: 'copy' } },
          { status: 'unseen', rule: 'copy-described', reason: '' },
        ),
      ],
      expected: [],
    },
    {
      name: 'what was inconclusive is no finding',
      given: [
        { kind: 'error', reason: '' },
        { kind: 'inconclusive', reason: '' },
      ],
      expected: [],
    },
    {
      name: 'the same in two cases is one finding, with the evidence of the first',
      given: [saw('a', wrong), saw('b', wrong)],
      expected: [['copy-arn', 'a', 'b']],
    },
    {
      name: 'what was expected differs by its value only',
      given: [saw('a', wrong), saw('b', other({ expected: memberIs('DBClusterSnapshotArn', 'c') }))],
      expected: [['copy-arn', 'a', 'b']],
    },
    {
      name: 'the actual outcome differs by a name only',
      given: [
        measured({
          unit: unit({ label: 'a' }),
          checks: [other({ actual: actualValue('no snapshot source') })],
        }),
        measured({
          unit: unit({ label: 'b' }),
          bindings: { ...measured().bindings, snapshots: { source: { name: 'real', arn: 'an-arn' } } },
          checks: [other({ actual: actualValue('no snapshot real') })],
        }),
      ],
      expected: [['copy-arn', 'a', 'b']],
    },
    {
      name: 'the actual outcome differs by a time only',
      given: [
        saw('a', other({ actual: actualValue('at 2026-01-01T00:00:00Z') })),
        saw('b', other({ actual: actualValue('at 2027-01-01T00:00:00Z') })),
      ],
      expected: [['copy-arn', 'a', 'b']],
    },
    {
      name: 'the actual outcome differs',
      given: [saw('a', wrong), saw('b', other({ actual: memberCame('DBClusterSnapshotArn', null) }))],
      expected: [
        ['copy-arn', 'a'],
        ['copy-arn', 'b'],
      ],
    },
    {
      name: 'another member was expected',
      given: [saw('a', wrong), saw('b', other({ expected: memberIs('KmsKeyId', 'a') }))],
      expected: [
        ['copy-arn', 'a'],
        ['copy-arn', 'b'],
      ],
    },
    {
      name: 'behaviour and fault are two findings',
      given: [saw('a', wrong, other({ aspect: 'fault' }))],
      expected: [
        ['copy-arn', 'a'],
        ['copy-arn', 'a'],
      ],
    },
    {
      name: 'in the order of the catalogue',
      given: [
        saw('a', failed('wire-namespace', 'x', 'y'), wrong),
        saw('b', failed('source-required', 'x', 'y'), other({ rule: 'copy-type-manual' })),
      ],
      expected: [
        ['source-required', 'b'],
        ['copy-type-manual', 'b'],
        ['copy-arn', 'a'],
        ['wire-namespace', 'a'],
      ],
    },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    const findings = collect(given);
    expect(findings.map(({ rule, cases }) => [rule, ...cases])).toEqual(expected);
    expect(findings.map(({ reproduction }) => reproduction)).toEqual(
      expected.map(([rule, first]) => ({ test: `${first ?? ''} ${rule}` })),
    );
  });

  it('only of what is wanted', () => {
    expect(collect([saw('a', wrong)], 'sibling', false)).toEqual([]);
  });
});

describe('what gates', () => {
  // Documented that it is refused, inferred with which fault.
  const behaviour = failed('source-required', 'x', 'y');
  const fault = failed('source-required', 'x', 'y', 'fault');
  const table = [
    { name: 'documented behaviour', given: [behaviour, 'documented'], expected: ['documented', true] },
    { name: 'an inferred fault', given: [fault, 'sibling'], expected: ['inferred', false] },
    { name: 'an inferred fault, if asked for', given: [fault, 'inferred'], expected: ['inferred', true] },
    {
      name: "a sibling's fault",
      given: [failed('target-identifier-syntax', 'x', 'y', 'fault'), 'sibling'],
      expected: ['sibling', true],
    },
    {
      name: "a sibling's fault, if only documentation counts",
      given: [failed('target-identifier-syntax', 'x', 'y', 'fault'), 'documented'],
      expected: ['sibling', false],
    },
    {
      name: 'what is contradicted, whatever the gate',
      given: [failed('copy-create-time', 'x', 'y'), 'inferred'],
      expected: ['contradicted', false],
    },
    {
      name: 'what nobody knows, whatever the gate',
      given: [failed('form-plain', 'x', 'y'), 'inferred'],
      expected: ['unspecified', false],
    },
  ] as const;

  it.each(table)('$name', ({ given: [check, gate], expected }) => {
    const [finding] = collect([saw('a', check)], gate);
    expect([finding?.level, finding?.gating]).toEqual(expected);
    expect(finding?.provenance.every(({ of }) => of === check.aspect)).toBe(true);
    expect(finding?.provenance.length).toBeGreaterThan(0);
  });
});

it('who says otherwise is told with what he speaks of', () => {
  const told = (check: Deviation) => collect([saw('a', check)])[0];
  expect(told(failed('target-identifier-syntax', 'x', 'y'))?.contradictedBy).toEqual(
    contradictionsOf(ruleEntry('target-identifier-syntax')),
  );
  expect(told(failed('target-identifier-syntax', 'x', 'y', 'fault'))).not.toHaveProperty('contradictedBy');
  expect(told(failed('target-unique', 'x', 'y'))).not.toHaveProperty('contradictedBy');
});

describe('findings of cases and of sequences', () => {
  const arn = failed('copy-arn', 'an ARN', 'none');
  const [first, second] = [saw('a', arn), saw('b', arn)].flatMap((each) => collect([each]));
  const [another] = collect([saw('a', failed('copy-inherits', 'Engine "neptune"', 'Engine absent'))]);

  it('are one where they are alike, the first, with all cases', () => {
    if (first === undefined || second === undefined || another === undefined) throw new Error('no finding');
    expect(joined([first, another, second, { ...second, cases: ['a', 'c'] }])).toStrictEqual([
      { ...first, cases: ['a', 'b', 'c'] },
      another,
    ]);
    expect(joined([])).toEqual([]);
  });
});

describe('the evidence', () => {
  const check = failed('copy-arn', 'no snapshot source', 'a snapshot new');
  const exchange: Exchange = {
    attempts: 1,
    sdk: { kind: 'exception', name: 'Oops', message: 'why' },
    http: {
      request: {
        method: 'POST',
        url: 'http://127.0.0.1:1/',
        headers: { authorization: 'AWS4 secret', 'x-amz-security-token': 'token', host: 'h', accept: '*/*' },
        body: 'Action=X',
      },
      response: { status: 418, headers: { 'content-type': 'text/xml' }, body: '<a/>' },
    },
  };
  const [finding] = collect([
    measured({ unit: unit({ label: 'a', wire: { Tags: '' } }), checks: [check], exchange }),
  ]);

  it('has abstract names', () => {
    expect([finding?.expected, finding?.actual]).toEqual([
      wanted('no snapshot {source}'),
      actualValue('a snapshot {new}'),
    ]);
    expect(finding).not.toHaveProperty('member');
  });

  it('names the member that it is about, if it is one', () => {
    const about = (...members: readonly string[]): string | undefined =>
      collect([
        saw(
          'a',
          fail(
            'copy-arn',
            {
              kind: 'members',
              of: 'copy',
              members: Object.fromEntries(members.map((name) => [name, { kind: 'absent' }])),
            },
            actualValue('x'),
          ),
        ),
      ])[0]?.member;
    expect([about('Port'), about('Port', 'Engine')]).toEqual(['Port', undefined]);
  });

  it('has the exchange without its credentials', () => {
    expect(finding?.exchange).toEqual({
      request: 'POST http://127.0.0.1:1/\nhost: h\naccept: */*\n\nAction=X',
      response: 'HTTP 418\ncontent-type: text/xml\n\n<a/>',
    });
  });

  it('has the situation, with the edits if there are any', () => {
    const { rule, request, caller, wire } = unit({ wire: { Tags: '' } });
    expect(finding?.situation).toEqual({
      given: directedCase().situation.given,
      caller,
      request,
      wire,
      rule,
    });
    expect(collect([saw('a', check)])[0]?.situation).not.toHaveProperty('wire');
  });

  it('has no exchange where there was none', () => {
    expect(collect([saw('a', check)])[0]).not.toHaveProperty('exchange');
  });

  const table: { name: string; given: Exchange['sdk']; expected: SdkAnswer }[] = [
    {
      name: 'an exception',
      given: exchange.sdk,
      expected: { kind: 'exception', name: 'Oops', message: 'why' },
    },
    {
      name: 'an output',
      given: { kind: 'output', snapshot: { Port: 1 } },
      expected: { kind: 'output', snapshot: { Port: 1 } },
    },
    {
      name: 'an empty output',
      given: { kind: 'output', snapshot: undefined },
      expected: { kind: 'output' },
    },
    {
      name: 'nothing',
      given: { kind: 'no-answer', reason: 'late' },
      expected: { kind: 'no-answer', reason: 'late' },
    },
  ];

  it.each(table)('tells what the SDK made of it: $name', ({ given, expected }) => {
    const [one] = collect([measured({ checks: [check], exchange: { attempts: 1, sdk: given } })]);
    expect(one?.sdk).toStrictEqual(expected);
  });
});

describe('what else a call showed', () => {
  const one = failed('copy-arn', 'an ARN', 'none');
  const two = failed('copy-inherits', 'Engine "neptune"', 'Engine absent');

  it('is told by the fingerprints of the others, each once', () => {
    const [first, second] = collect([saw('a', one, two, two, pass('copy-type-manual'))]);
    expect(first?.beside).toEqual([second?.fingerprint]);
    expect(second?.beside).toEqual([first?.fingerprint]);
    expect(collect([saw('a', one)])[0]?.beside).toEqual([]);
  });

  it('is told with the form it was sent in', () => {
    const http = { method: 'GET' } as const;
    const [found] = collect([measured({ unit: unit({ label: 'a', http }), checks: [one] })]);
    expect(found?.situation?.http).toEqual({ method: 'GET' });
    expect(collect([saw('a', one)])[0]?.situation).not.toHaveProperty('http');
  });
});

describe('a verdict', () => {
  const copied = {
    members: {},
    tags: { rule: 'copy-no-tags-by-default', required: [], optional: [] },
  } as const;
  it.each([
    { name: 'must be accepted', given: { copied, rejections: [] }, expected: { copy: true, faults: [] } },
    {
      name: 'may be refused',
      given: { copied, rejections: ['InvalidParameterValue'] },
      expected: { copy: true, faults: ['InvalidParameterValue'] },
    },
    {
      name: 'must be refused',
      given: { rejections: ['DBClusterSnapshotNotFoundFault', 'SnapshotQuotaExceededFault'] },
      expected: { copy: false, faults: ['DBClusterSnapshotNotFoundFault', 'SnapshotQuotaExceededFault'] },
    },
  ] as const)('$name', ({ given, expected }) => {
    const about = { broken: ['tag-count'], unspecified: ['form-plain'] } as const;
    expect(describeVerdict({ ...about, ...given })).toEqual({
      ...about,
      expected: { kind: 'outcome', ...expected },
    });
  });
});
