import { describe, expect, it } from 'vitest';
import { directedCase, measured, runOf } from '../../test-support/fakes.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { Actual, Expected } from '../contract/generated/types.ts';
import type { Unit } from '../harness/run/plan.ts';
import type { Measured, UnitResult } from '../harness/run/unit.ts';
import { sampleFinding } from '../../test-support/sample-report.ts';
import { withCauses } from './causes.ts';
import type { JudgedFinding } from './findings.ts';

let count = 0;
const finding = (
  rule: RuleId,
  expected: Expected,
  actual: Actual,
  cases: readonly string[],
  different: Partial<JudgedFinding> = {},
): JudgedFinding => {
  count += 1;
  const fingerprint = `v2-${String(count).padStart(12, '0')}`;
  return { ...sampleFinding({ expected, actual, cases, fingerprint, ...different }), rule };
};
const copy: Expected = { kind: 'outcome', copy: true, faults: [] };
const refused = (code = 'InvalidParameterValue'): Actual => ({ kind: 'rejection', code, status: 400 });
const arn = (value: string): Actual => ({
  kind: 'members',
  of: 'copy',
  members: { DBClusterSnapshotArn: value },
});
const wanted: Expected = {
  kind: 'members',
  of: 'copy',
  members: { DBClusterSnapshotArn: { kind: 'is', value: 'x' } },
};

/** A call with this source, which was refused or accepted. */
function call(label: string, source: string, code?: string): Measured {
  const result = measured({
    ...(code !== undefined && { actual: { kind: 'rejected', code, status: 400 } as const }),
    verdict: {
      broken: [],
      unspecified: [],
      rejections: [],
      copied: { members: {}, tags: { rule: 'copy-tags-all', required: [], optional: [] } },
    },
  });
  return {
    ...result,
    unit: { ...result.unit, label, request: { SourceDBClusterSnapshotIdentifier: source } },
  };
}

const causes = (
  findings: readonly JudgedFinding[],
  results: readonly UnitResult[] = [],
): (string | undefined)[] =>
  withCauses(findings, runOf([{ case: directedCase(), unit: 0 }], results)).map(({ cause }) => cause);

describe('symptoms and their cause', () => {
  it('deviations of a rule that differ in values only: the one in most cases', () => {
    const [a, b, c] = [
      finding('copy-arn', wanted, arn('a'), ['1']),
      finding('copy-arn', wanted, arn('b'), ['2', '3']),
      finding('copy-source-arn', wanted, arn('a'), ['1']),
    ] as const;
    expect(causes([a, b, c])).toEqual([b.fingerprint, undefined, undefined]);
  });

  it('nothing that fails the run is explained by what does not', () => {
    const [a, b] = [
      finding('copy-arn', wanted, arn('a'), ['1', '2'], { gating: false }),
      finding('copy-arn', wanted, arn('b'), ['3']),
    ] as const;
    expect(causes([a, b])).toEqual([b.fingerprint, undefined]);
    const unread = finding(
      'wire-known-members',
      { kind: 'elements', problem: 'unknown' },
      { kind: 'elements', problem: 'unknown', elements: [{ name: 'DBClusterSnapshotArn' }] },
      ['3'],
      { gating: false },
    );
    expect(causes([unread, b])).toEqual([undefined, undefined]);
    expect(causes([{ ...unread, gating: true }, b])).toEqual([undefined, unread.fingerprint]);
  });

  it('values of tags that are wrong, whichever rule asked for them', () => {
    const tags = (rule: RuleId, wrong: string, label: string) =>
      finding(
        rule,
        {
          kind: 'tags',
          of: 'copy',
          required: [{ Key: 'k', Value: 'v' }],
          optional: [{ Key: 'o', Value: 'v' }],
        },
        { kind: 'tags', of: 'copy', tags: [{ Key: wrong, Value: '' }] },
        [label],
      );
    const [a, b, c] = [
      tags('copy-assigns-tags', 'k', '1'),
      tags('copy-tags-all', 'k', '2'),
      tags('wire-request-form', 'o', '3'),
    ] as const;
    expect(causes([a, b, c])).toEqual([undefined, a.fingerprint, undefined]);
  });

  it('tags beyond so many that are lost, whichever rule asked for them', () => {
    const tags = (rule: RuleId, kept: readonly string[], label: string) => {
      const all = ['a', 'b', 'c'].map((Key) => ({ Key, Value: 'v' }));
      return finding(
        rule,
        { kind: 'tags', of: 'copy', required: all, optional: [] },
        { kind: 'tags', of: 'copy', tags: all.filter(({ Key }) => kept.includes(Key)) },
        [label],
      );
    };
    const [a, b, c, d, e] = [
      tags('copy-assigns-tags', ['a', 'b'], '1'),
      tags('copy-tags-all', ['a', 'b'], '2'),
      tags('wire-request-form', ['a'], '3'),
      tags('copy-assigns-tags', [], '4'),
      tags('copy-tags-all', [], '5'),
    ] as const;
    expect(causes([a, b, c, d, e])).toEqual([undefined, a.fingerprint, undefined, undefined, undefined]);
  });

  it('one wrong status for another, whatever the code', () => {
    const status = (code: string, actual: number) =>
      finding(
        'wire-fault-status',
        { kind: 'http-status', status: 400, code },
        { kind: 'http-status', status: actual },
        [code],
      );
    const [a, b, c] = [status('A', 409), status('B', 409), status('C', 500)] as const;
    expect(causes([a, b, c])).toEqual([undefined, a.fingerprint, undefined]);
  });

  const calls = [
    call('arn/1', '{source.arn}', 'InvalidParameterValue'),
    call('arn/2', '{source.arn}', 'InvalidParameterValue'),
    call('name/1', '{source}'),
    call('name/2', '{source}'),
  ];

  it('calls that have one thing in common and come to the same end', () => {
    const [one, other] = [
      finding('tag-charset', copy, refused(), ['arn/1']),
      finding('source-exists', copy, refused(), ['arn/2']),
    ] as const;
    expect(causes([one, other], calls)).toEqual([other.fingerprint, undefined]);
  });

  it('an empty list of tags, as an SDK sends it and as it stands on the wire', () => {
    const tagged = (label: string, different: Partial<Unit>, code?: string): Measured => {
      const result = call(label, '{source}', code);
      return { ...result, unit: { ...result.unit, ...different } };
    };
    const found = [
      finding('copy-no-tags-by-default', copy, refused(), ['tags/1']),
      finding('wire-request-lists', copy, refused(), ['tags/2']),
    ] as const;
    const results = [
      tagged(
        'tags/1',
        { request: { SourceDBClusterSnapshotIdentifier: '{source}', Tags: [] } },
        'InvalidParameterValue',
      ),
      tagged('tags/2', { wire: { Tags: '' } }, 'InvalidParameterValue'),
      tagged('tags/3', { request: { SourceDBClusterSnapshotIdentifier: '{source}', Tags: [{ Key: 'k' }] } }),
    ];
    expect(causes(found, results)).toEqual([found[1].fingerprint, undefined]);
  });

  it('with what the calls have in common, where that is not every call', () => {
    const found = [
      finding('tag-charset', copy, refused(), ['arn/1']),
      finding('source-arn-form', copy, refused(), ['arn/2']),
    ];
    const where = (results: readonly UnitResult[]) =>
      withCauses(found, runOf([{ case: directedCase(), unit: 0 }], results)).map((each) => each.where);
    expect(where(calls)).toEqual([undefined, 'a source named by its ARN']);
    expect(where(calls.slice(0, 2))).toEqual([undefined, undefined]);
  });

  it('the cause of a cause, where what stood for others is explained itself', () => {
    const [one, other, third] = [
      finding('tag-charset', { kind: 'outcome', copy: true, faults: ['A'] }, refused(), ['arn/1']),
      finding('tag-charset', { kind: 'outcome', copy: true, faults: ['B'] }, refused(), ['arn/1']),
      finding('source-exists', copy, refused(), ['arn/2']),
    ] as const;
    expect(causes([one, other, third], calls)).toEqual([third.fingerprint, third.fingerprint, undefined]);
  });

  it('none where other such calls come to another end', () => {
    const [one, other] = [
      finding('tag-charset', copy, refused(), ['arn/1']),
      finding('source-exists', copy, refused(), ['arn/2']),
    ] as const;
    expect(causes([one, other], [...calls, call('arn/3', '{source.arn}')])).toEqual([undefined, undefined]);
  });

  it('none for another end, nor for one that is no outcome', () => {
    const [one, other, third] = [
      finding('tag-charset', copy, refused(), ['arn/1']),
      finding('source-exists', copy, refused('InternalFailure'), ['arn/2']),
      finding('copy-arn', wanted, arn('a'), ['arn/2']),
    ] as const;
    expect(causes([one, other, third], calls)).toEqual([undefined, undefined, undefined]);
  });

  it('one that gates, before one that does not', () => {
    const [one, other] = [
      finding('tag-charset', copy, refused(), ['arn/1']),
      finding('source-exists', copy, refused(), ['arn/2'], { gating: false }),
    ] as const;
    expect(causes([one, other], calls)).toEqual([undefined, one.fingerprint]);
  });

  it('a copy of another snapshot explains whatever else such calls show', () => {
    const another: Actual = {
      kind: 'members',
      of: 'copy',
      members: {
        SourceDBClusterSnapshotArn:
          'arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot:{run}x',
      },
    };
    const stranger = finding('copy-source-arn', wanted, another, ['arn/1']);
    const tags = finding('copy-inherits', wanted, arn('b'), ['arn/2']);
    const elsewhere = finding('copy-type-manual', wanted, arn('c'), ['arn/2', 'name/1']);
    expect(causes([tags, stranger, elsewhere], calls)).toEqual([stranger.fingerprint, undefined, undefined]);
  });

  const one = (label: string, different: Partial<Measured['unit']>, given = {}): Measured => {
    const result = call(label, '{source}');
    return { ...result, given, unit: { ...result.unit, ...different } };
  };
  const refusal: Expected = { kind: 'outcome', copy: false, faults: ['DBClusterSnapshotNotFoundFault'] };

  it('no wall between Regions explains whatever calls show that have to do with two', () => {
    const wall = finding('source-cross-region-by-arn', refusal, { kind: 'copy' }, ['far/1']);
    const counted = finding('manual-snapshot-quota', copy, refused(), ['far/2']);
    const here = finding('manual-snapshot-quota', copy, refused('X'), ['far/2', 'near']);
    const far = { snapshots: { source: { region: 'elsewhere' } } } as const;
    expect(
      causes(
        [counted, wall, here],
        [one('far/1', {}, far), one('far/2', {}, { places: [{ region: 'elsewhere' }] }), one('near', {})],
      ),
    ).toEqual([wall.fingerprint, undefined, undefined]);
  });

  it('a wall that answers with another code explains nothing', () => {
    const wall = finding('source-shared-by-arn', refusal, refused(), ['1']);
    const other = finding('copy-arn', wanted, arn('b'), ['1']);
    expect(causes([wall, other], [one('1', { caller: { account: 'other', region: 'here' } })])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('one of two namesakes, taken for the other, explains nothing else', () => {
    const namesake = finding('source-shared-by-arn', wanted, arn('b'), ['1']);
    const other = finding('copy-new-key', wanted, arn('c'), ['1']);
    expect(causes([namesake, other], [one('1', { caller: { account: 'other', region: 'here' } })])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('names that keep their case explain whatever calls with capitals show', () => {
    const kept = finding('copy-identifier-lowercase', wanted, arn('A'), ['1']);
    const lost = finding('copy-described', wanted, { kind: 'presence', of: 'copy', present: false }, [
      '1',
      '2',
    ]);
    const capitals = { request: { TargetDBClusterSnapshotIdentifier: '{new:upper}' } };
    expect(causes([kept, lost], [one('1', capitals), one('2', capitals)])).toEqual([
      undefined,
      kept.fingerprint,
    ]);
    expect(causes([kept, lost], [one('1', capitals), one('2', {})])).toEqual([undefined, undefined]);
  });

  it('ARNs of another form explain that such ARNs are accepted, and nothing else', () => {
    const own = 'arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot/';
    const form = finding('copy-arn', wanted, arn(`${own}{new}`), ['arn/1']);
    const accepted = finding('source-arn-form', refusal, { kind: 'copy' }, ['arn/9']);
    const crashed = finding('source-arn-form', refusal, refused('InternalFailure'), ['arn/9']);
    expect(causes([accepted, form, crashed], [...calls, call('arn/9', `${own}{source}`)])).toEqual([
      form.fingerprint,
      undefined,
      undefined,
    ]);
  });

  it('one member that is wrong in one way, whether answered or described', () => {
    const absent = (of: 'copy' | 'description' | 'source') =>
      [
        { kind: 'members', of, members: { Status: { kind: 'is', value: 'available' } } },
        { kind: 'members', of, members: { Status: null } },
      ] as const;
    const [answered, described, source] = [
      finding('copy-progress', ...absent('copy'), ['1', '2']),
      finding('copy-progress', ...absent('description'), ['1']),
      finding('copy-progress', ...absent('source'), ['1']),
    ] as const;
    expect(causes([answered, described, source])).toEqual([undefined, answered.fingerprint, undefined]);
  });

  it('an answer that cannot be read explains what else is seen of it, but for a crash', () => {
    const unread = (status: number): Actual => ({ kind: 'unintelligible', status, reason: 'no XML' });
    const wellFormed: Expected = { kind: 'xml' };
    const form = finding('wire-well-formed', wellFormed, unread(200), ['1', '2']);
    const seen = finding('copy-plain', copy, unread(200), ['1']);
    const other = finding('copy-plain', copy, refused(), ['1', '3']);
    expect(causes([seen, form, other])).toEqual([form.fingerprint, undefined, undefined]);
    const [one, another] = [
      finding('wire-well-formed', wellFormed, unread(200), ['1']),
      finding('wire-well-formed', wellFormed, unread(400), ['1']),
    ] as const;
    // Not each by the other.
    expect(causes([one, another])).toEqual([undefined, one.fingerprint]);
    const crash = finding('wire-well-formed', wellFormed, unread(500), ['1']);
    expect(causes([seen, crash])).toEqual([undefined, undefined]);
  });

  it('one member that is alike wherever rules say otherwise, but not two of them', () => {
    const lacks = (...names: string[]): Actual => ({
      kind: 'members',
      of: 'copy',
      members: Object.fromEntries(names.map((name) => [name, null])),
    });
    const found = [
      finding('copy-same-key', wanted, lacks('KmsKeyId'), ['key/1']),
      finding('copy-new-key', wanted, lacks('KmsKeyId'), ['key/2', 'key/3']),
      finding('copy-inherits', wanted, lacks('Port'), ['key/4']),
      finding('copy-described', wanted, lacks('KmsKeyId', 'Port'), ['key/5']),
    ] as const;
    expect(causes(found)).toEqual([found[1].fingerprint, undefined, undefined, undefined]);
  });

  it('one type of a fault for another, whatever the code', () => {
    const typed = (code: string, type: string, cases: readonly string[]) =>
      finding(
        'wire-fault-type',
        { kind: 'fault-type', type: 'Sender', code },
        { kind: 'fault-type', type },
        cases,
      );
    const found = [
      typed('AccessDenied', 'Receiver', ['a']),
      typed('ValidationError', 'Receiver', ['b', 'c']),
      typed('AccessDenied', 'Server', ['d']),
    ] as const;
    expect(causes(found)).toEqual([found[1].fingerprint, undefined, undefined]);
  });

  it('an answer that is wrapped otherwise explains what the SDK makes of it, and nothing else', () => {
    const envelope: Expected = { kind: 'envelope', path: ['A', 'B'], inside: [], beside: [] };
    const sdk = (cases: readonly string[]) =>
      finding('wire-sdk-agrees', { kind: 'sdk-output' }, { kind: 'sdk-nothing', reason: 'no output' }, cases);
    const found = [
      finding('wire-success-envelope', envelope, { kind: 'envelope', root: { name: 'C' } }, ['a', 'b']),
      sdk(['a']),
      sdk(['c']),
      finding('copy-arn', wanted, arn('y'), ['a']),
    ] as const;
    expect(causes(found)).toEqual([undefined, found[0].fingerprint, undefined, undefined]);
  });

  it('a member that cannot be read explains that it is not there, and what the SDK makes of it', () => {
    const mistyped = finding(
      'wire-member-types',
      { kind: 'elements', problem: 'mistyped' },
      { kind: 'elements', problem: 'mistyped', elements: [{ name: 'DBClusterSnapshotArn', text: '1' }] },
      ['1', '2'],
    );
    const absent = finding('copy-arn', wanted, arn('a'), ['1']);
    const sdk = finding(
      'wire-sdk-agrees',
      { kind: 'sdk-output' },
      { kind: 'sdk-nothing', reason: 'no output' },
      ['2'],
    );
    const elsewhere = finding('copy-arn', wanted, arn('b'), ['1', '3']);
    const status: Actual = { kind: 'members', of: 'copy', members: { Status: null } };
    const another = finding('copy-progress', wanted, status, ['1']);
    expect(causes([absent, sdk, mistyped, another])).toEqual([
      mistyped.fingerprint,
      mistyped.fingerprint,
      undefined,
      undefined,
    ]);
    expect(causes([mistyped, elsewhere])).toEqual([undefined, undefined]);
  });
});
