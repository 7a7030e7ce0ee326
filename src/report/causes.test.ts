import { describe, expect, it } from 'vitest';
import { directedCase, measured, runOf } from '../../test-support/fakes.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { Actual, Expected, RuleResult } from '../contract/generated/types.ts';
import type { Measured, UnitResult } from '../harness/run/unit.ts';
import { sampleFinding, sampleRule, sampleCase } from '../../test-support/sample-report.ts';
import { withCauses, withMasked } from './causes.ts';
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
});

describe('what is masked', () => {
  const cause = finding('source-exists', copy, refused(), ['arn/2']);
  const symptom = finding('tag-charset', copy, refused(), ['arn/1'], { cause: cause.fingerprint });
  const own = finding('tag-charset', copy, refused('X'), ['arn/3']);
  const rule = (...cases: RuleResult['cases']) => sampleRule('tag-charset', 'fail', cases);
  const failed = (id: string, ...findings: readonly JudgedFinding[]) =>
    sampleCase(id, 'fail', { findings: findings.map(({ fingerprint }) => fingerprint) });
  const statuses = (result: RuleResult, findings: readonly JudgedFinding[]) => {
    const [masked] = withMasked([result], findings);
    return [masked?.status, ...(masked?.cases ?? []).map(({ status, reason }) => reason ?? status)];
  };
  const reason = `masked by source-exists ${cause.fingerprint}`;

  it.each<[name: string, given: RuleResult, findings: readonly JudgedFinding[], expected: readonly string[]]>(
    [
      [
        'a rule that fails by symptoms only',
        rule(failed('arn/1', symptom)),
        [cause, symptom],
        ['inconclusive', reason],
      ],
      [
        'of a rule with a deviation of its own, the case that fails by a symptom',
        rule(failed('arn/1', symptom), failed('arn/3', own)),
        [cause, symptom, own],
        ['fail', reason, 'fail'],
      ],
      [
        'not a case with a deviation of its own',
        rule(failed('arn/1', symptom, own)),
        [cause, symptom, own],
        ['fail', 'fail'],
      ],
      ['not a case of which no deviation is told', rule(failed('arn/1')), [own], ['fail', 'fail']],
      [
        'no rule that failed by what was seen elsewhere: it stays so, inconclusive',
        rule(sampleCase('a', 'pass')),
        [cause, symptom],
        ['inconclusive', 'pass'],
      ],
    ],
  )('%s', (_, given, findings, expected) => expect(statuses(given, findings)).toEqual(expected));

  it('is nothing where nothing failed', () => {
    const passing = sampleRule('tag-charset', 'pass', [sampleCase('a', 'pass')]);
    expect(withMasked([passing], [cause, symptom])).toEqual([passing]);
  });
});
