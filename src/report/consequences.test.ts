import { describe, expect, it } from 'vitest';
import { sampleFinding } from '../../test-support/sample-report.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { Actual, Expected, MemberText } from '../contract/generated/types.ts';
import { consequences } from './consequences.ts';
import type { JudgedFinding } from './findings.ts';

const finding = (
  rule: RuleId,
  expected: Expected,
  actual: Actual,
  cases: readonly string[] = ['a'],
): JudgedFinding => ({ ...sampleFinding({ expected, actual, cases }), rule });

const follows = (other: JudgedFinding, cause: JudgedFinding): boolean =>
  consequences.some((each) => each(other, cause));

/** A deviation in one member, of an answer or of a description. */
const member = (
  rule: RuleId,
  name: string,
  wanted: MemberText,
  was: MemberText,
  cases?: readonly string[],
): JudgedFinding => {
  const of = rule === 'copy-described' ? 'description' : 'copy';
  return finding(
    rule,
    {
      kind: 'members',
      of,
      members: { [name]: wanted === null ? { kind: 'absent' } : { kind: 'is', value: wanted } },
    },
    { kind: 'members', of, members: { [name]: was } },
    cases,
  );
};

describe('an answer that names the copy otherwise', () => {
  const cause = member('copy-identifier-lowercase', 'DBClusterSnapshotIdentifier', '{new}', 'another', [
    'a',
    'b',
  ]);
  const copy: Expected = { kind: 'outcome', copy: true, faults: [] };
  const undescribed = (cases: readonly string[]): JudgedFinding =>
    finding(
      'copy-described',
      { kind: 'presence', of: 'copy', present: true },
      { kind: 'presence', of: 'copy', present: false },
      cases,
    );

  it('is why the copy is not described, in its own cases', () => {
    expect(follows(undescribed(['b']), cause)).toBe(true);
    expect(follows(undescribed(['b', 'c']), cause)).toBe(false);
  });

  it('is why the quota is used up, and no other refusal', () => {
    const refused = (code: string, rule: RuleId): JudgedFinding =>
      finding(rule, copy, { kind: 'rejection', code, status: 400 }, ['c']);
    expect(follows(refused('SnapshotQuotaExceeded', 'manual-snapshot-quota'), cause)).toBe(true);
    expect(follows(refused('InvalidParameterValue', 'copy-plain'), cause)).toBe(false);
  });

  it('is none where the name is absent', () => {
    const nameless = member('copy-identifier-lowercase', 'DBClusterSnapshotIdentifier', '{new}', null, [
      'a',
      'b',
    ]);
    expect(follows(undescribed(['b']), nameless)).toBe(false);
  });
});

describe('a copy without a name', () => {
  const none: Expected = { kind: 'outcome', copy: false, faults: ['MissingParameter'] };
  const made = finding('target-required', none, { kind: 'copy' }, ['members/target-missing']);
  const taken = (id: string): JudgedFinding =>
    finding(
      'tag-charset',
      none,
      { kind: 'rejection', code: 'DBClusterSnapshotAlreadyExistsFault', status: 400 },
      [id],
    );

  it.each([
    ['pairs/target-required+tag-charset', true],
    ['pairs/source-required+target-not-blank', true],
    ['members/target-empty', true],
    ['pairs/tag-charset+target-unique', false],
    ['target-unique/taken', false],
  ])('stands in the way of what has no name: %s, %s', (id, expected) => {
    expect(follows(taken(id), made)).toBe(expected);
  });

  it('does so only where it was made', () => {
    const refused = finding('target-required', none, { kind: 'rejection', code: 'Other', status: 400 });
    expect(follows(taken('members/target-empty'), refused)).toBe(false);
  });
});

describe('a difference between answer and description', () => {
  it('is the description, where both tell a value', () => {
    const [answer, description] = [
      member('copy-inherits', 'Engine', 'docdb', 'neptune'),
      member('copy-described', 'Engine', 'neptune', 'docdb'),
    ];
    expect(follows(answer, description)).toBe(true);
    expect(follows(description, answer)).toBe(false);
  });

  it('is the answer, where that lacks the member', () => {
    const [answer, description] = [
      member('copy-inherits', 'Engine', 'neptune', null),
      member('copy-described', 'Engine', null, 'neptune'),
    ];
    expect(follows(description, answer)).toBe(true);
    expect(follows(answer, description)).toBe(false);
  });

  it('is two where members, values or cases are others', () => {
    const description = member('copy-described', 'Engine', 'neptune', 'docdb');
    expect(follows(member('copy-inherits', 'Engine', 'docdb', 'aurora'), description)).toBe(false);
    expect(follows(member('copy-inherits', 'VpcId', 'docdb', 'neptune'), description)).toBe(false);
    expect(follows(member('copy-inherits', 'Engine', 'docdb', 'neptune', ['z']), description)).toBe(false);
  });
});

describe('a fault that is not where it should be', () => {
  const exception = (cases: readonly string[]): JudgedFinding =>
    finding(
      'wire-sdk-agrees',
      { kind: 'sdk-exception', name: 'A' },
      { kind: 'sdk-exception', name: 'Unknown' },
      cases,
    );
  const envelope = finding(
    'wire-fault-envelope',
    { kind: 'envelope', path: ['ErrorResponse', 'Error'], inside: [], beside: [] },
    { kind: 'envelope', root: { name: 'ErrorResponse' } },
    ['a', 'b'],
  );

  it('is why an SDK does not find it, in its own cases', () => {
    expect(follows(exception(['a']), envelope)).toBe(true);
    expect(follows(exception(['c']), envelope)).toBe(false);
  });
});
