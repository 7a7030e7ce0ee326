import {
  isIdentifier,
  meetsTags,
  sameValue,
  settling,
  type Caller,
  type Snapshot,
  type SnapshotMember,
} from '../../model/index.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type {
  DBClusterSnapshot,
  ExpectedMember,
  MemberText,
  Subject,
} from '../../contract/generated/types.ts';
import { supplied } from '../target/completed.ts';
import type { Observed, Target } from '../target/target.ts';
import { asTexts } from './assess.ts';
import { fail, gone, pass, type Check } from './check.ts';

/** Members that may change from one look to the next. */
const moving: readonly SnapshotMember[] = ['Status', 'PercentProgress'];

/** Members that may change besides until a snapshot is available. */
const movingUntil = ({ Status = 'available' }: DBClusterSnapshot): readonly SnapshotMember[] =>
  Status === 'available' ? moving : [...moving, ...settling];

/** What a copy may be described with though the answer does not tell it. */
export const mayGain: readonly SnapshotMember[] = ['SourceDBClusterSnapshotArn'];

const unseen = (rule: RuleId, what: string, reason: string): Check => ({
  status: 'unseen',
  rule,
  reason: `${what}: ${reason}`,
});

/** Whether DescribeDBClusterSnapshots shows a copy as it was answered. */
export function assessDescribed(
  answered: DBClusterSnapshot,
  seen: Observed<DBClusterSnapshot | undefined>,
): Check {
  const rule = 'copy-described';
  if (!seen.ok) return unseen(rule, 'DescribeDBClusterSnapshots', seen.reason);
  if (seen.value === undefined) return gone(rule, 'copy');
  return sameMembers(rule, answered, seen.value, 'description', { gain: mayGain });
}

/** Whether the source is described as before, with the tags it had. */
export async function assessSource(target: Target, source: Snapshot): Promise<Check> {
  const rule = 'copy-leaves-source';
  const seen = await target.describe(source.place, source.name);
  if (!seen.ok) return unseen(rule, 'DescribeDBClusterSnapshots', seen.reason);
  if (seen.value === undefined) return gone(rule, 'source');
  const members = sameMembers(rule, source.shape, seen.value, 'source', { lack: supplied });
  if (members.status === 'fail' || source.tags.length === 0) return members;
  const tags = await target.listTags(source.place, source.shape.DBClusterSnapshotArn);
  if (!tags.ok) return members;
  const kept = meetsTags({ rule: 'copy-tags-all', required: source.tags, optional: [] }, tags.value);
  return kept
    ? members
    : fail(
        rule,
        { kind: 'tags', of: 'source', required: asTexts(source.tags), optional: [] },
        { kind: 'tags', of: 'source', tags: asTexts(tags.value) },
      );
}

/** Whether a rejected request has left nothing under the new name, or what was there before as it was. */
export async function assessNoTrace(
  target: Target,
  caller: Caller,
  name: string,
  before: Snapshot | undefined,
): Promise<Check | undefined> {
  const rule = 'fault-leaves-no-trace';
  if (!isIdentifier(name)) return undefined;
  const seen = await target.describe(caller, name);
  if (!seen.ok) return unseen(rule, 'DescribeDBClusterSnapshots', seen.reason);
  if (before !== undefined)
    return sameMembers(rule, before.shape, seen.value ?? {}, 'existing', seen.value && { lack: supplied });
  return seen.value === undefined
    ? pass(rule)
    : fail(
        rule,
        { kind: 'presence', of: 'snapshot', present: false, name },
        { kind: 'presence', of: 'snapshot', present: true, name },
      );
}

/** Whether two descriptions of a snapshot agree, but for its progress, and for members that the later may lack or gain. */
export function sameMembers(
  rule: RuleId,
  before: DBClusterSnapshot,
  after: DBClusterSnapshot,
  of: Subject,
  {
    lack = [],
    gain = [],
  }: { readonly lack?: readonly SnapshotMember[]; readonly gain?: readonly SnapshotMember[] } = {},
): Check {
  const free = movingUntil(before);
  const members = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<SnapshotMember>;
  const changed = [...members].filter(
    (member) =>
      !free.includes(member) &&
      !sameValue(member, before[member], after[member]) &&
      !(after[member] === undefined && lack.includes(member)) &&
      !(before[member] === undefined && gain.includes(member)),
  );
  if (changed.length === 0) return pass(rule);
  const expected = changed.map((member): [string, ExpectedMember] => {
    const value = before[member];
    return [member, value === undefined ? { kind: 'absent' } : { kind: 'is', value }];
  });
  const actual = changed.map((member): [string, MemberText] => [member, after[member] ?? null]);
  return fail(
    rule,
    { kind: 'members', of, members: Object.fromEntries(expected) },
    { kind: 'members', of, members: Object.fromEntries(actual) },
  );
}
