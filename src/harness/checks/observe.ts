import {
  describeValue,
  isIdentifier,
  meetsTags,
  sameValue,
  type Caller,
  type Snapshot,
  type SnapshotMember,
} from '../../model/index.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { DBClusterSnapshot, Tag } from '../../contract/generated/types.ts';
import type { Observed, Target } from '../target/target.ts';
import { fail, pass, type Check } from './check.ts';

/** Members that may change from one look to the next while a copy is in progress. */
const moving: readonly SnapshotMember[] = ['Status', 'PercentProgress'];

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
  if (seen.value === undefined) return fail(rule, 'the copy is described', 'no such snapshot is described');
  return sameMembers(rule, answered, seen.value, 'described');
}

/** Whether the source is described as before, with the tags it had. */
export async function assessSource(target: Target, source: Snapshot): Promise<Check> {
  const rule = 'copy-leaves-source';
  const seen = await target.describe(source.place, source.name);
  if (!seen.ok) return unseen(rule, 'DescribeDBClusterSnapshots', seen.reason);
  if (seen.value === undefined) return fail(rule, 'the source is still described', 'the source is gone');
  const members = sameMembers(rule, source.shape, seen.value, 'the source has');
  if (members.status === 'fail' || source.tags.length === 0) return members;
  const tags = await target.listTags(source.place, source.shape.DBClusterSnapshotArn);
  if (!tags.ok) return members;
  const kept = meetsTags({ rule: 'copy-tags-all', required: source.tags, optional: [] }, tags.value);
  return kept
    ? members
    : fail(rule, `the source's tags ${text(source.tags)}`, `the source's tags ${text(tags.value)}`);
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
    return sameMembers(rule, before.shape, seen.value ?? {}, 'the snapshot of that name has');
  return seen.value === undefined
    ? pass(rule)
    : fail(rule, `no snapshot ${name}`, `a snapshot ${name} after the rejection`);
}

/** Whether two descriptions of a snapshot agree, but for its progress. */
export function sameMembers(
  rule: RuleId,
  before: DBClusterSnapshot,
  after: DBClusterSnapshot,
  verb: string,
): Check {
  const members = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<SnapshotMember>;
  const changed = [...members].filter(
    (member) => !moving.includes(member) && !sameValue(member, before[member], after[member]),
  );
  if (changed.length === 0) return pass(rule);
  const list = (from: DBClusterSnapshot): string =>
    changed.map((member) => `${member} ${describeValue(from[member])}`).join(', ');
  return fail(rule, `${verb} ${list(before)}`, `${verb} ${list(after)}`);
}

const text = (tags: readonly Tag[]): string => JSON.stringify(tags);
