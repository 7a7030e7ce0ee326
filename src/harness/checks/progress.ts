import type { Caller, SnapshotMember } from '../../model/index.ts';
import type { DBClusterSnapshot, ExpectedMember, MemberText } from '../../contract/generated/types.ts';
import { CopyWaits } from '../target/copy-waits.ts';
import type { Target } from '../target/target.ts';
import { fail, gone, pass, type Check } from './check.ts';

const rule = 'copy-progress';
const underWay = ['creating', 'copying', 'pending'];

/** Follows a copy until it is done, or no longer waited for: its progress never falls and ends at 100. */
export async function followProgress(
  target: Target,
  caller: Caller,
  answered: DBClusterSnapshot,
): Promise<Check> {
  const { waits = new CopyWaits() } = target;
  const wait = waits.begin('CopyDBClusterSnapshot', { first: 20, factor: 2, longest: 1_000 });
  let last = answered;
  for (;;) {
    const problem = complaint(last);
    if (problem !== undefined) return problem;
    if (last.Status === 'available' || last.Status === 'failed') {
      wait.done();
      return pass(rule);
    }
    const tired = await wait.pause();
    if (tired !== undefined)
      return { status: 'unseen', rule, reason: `the copy is still ${String(last.Status)}: ${tired}` };
    const seen = await target.describe(caller, answered.DBClusterSnapshotIdentifier ?? '');
    if (!seen.ok) return { status: 'unseen', rule, reason: `DescribeDBClusterSnapshots: ${seen.reason}` };
    if (seen.value === undefined) return gone(rule, 'copy');
    const [from, to] = [last.PercentProgress ?? 0, seen.value.PercentProgress ?? 0];
    if (to < from) return fail(rule, { kind: 'progress' }, { kind: 'progress', from, to });
    last = seen.value;
  }
}

function complaint({ Status: status, PercentProgress: progress }: DBClusterSnapshot): Check | undefined {
  if (status === 'available') {
    return progress === 100
      ? undefined
      : failBy('PercentProgress', { kind: 'is', value: 100 }, progress ?? null);
  }
  if (status === 'failed' || (status !== undefined && underWay.includes(status))) return undefined;
  return failBy('Status', { kind: 'one-of', values: [...underWay, 'available', 'failed'] }, status ?? null);
}

const failBy = (member: SnapshotMember, expect: ExpectedMember, value: MemberText): Check =>
  fail(
    rule,
    { kind: 'members', of: 'description', members: { [member]: expect } },
    { kind: 'members', of: 'description', members: { [member]: value } },
  );
