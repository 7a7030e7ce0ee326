import type { Caller, SnapshotMember } from '../../model/index.ts';
import type { DBClusterSnapshot, ExpectedMember, MemberText } from '../../contract/generated/types.ts';
import { CopyWaits } from '../target/copy-waits.ts';
import type { Target } from '../target/target.ts';
import { fail, gone, pass, type Check } from './check.ts';

const rule = 'copy-progress';
const underWay = ['creating', 'copying', 'pending'];

/** A copy that was followed. */
export interface Followed {
  readonly check: Check;
  /** As it was seen last. */
  readonly last: DBClusterSnapshot;
}

/** Follows a copy until it is done, or no longer waited for: its progress never falls and ends at 100. */
export async function followProgress(
  target: Target,
  caller: Caller,
  answered: DBClusterSnapshot,
): Promise<Followed> {
  const { waits = new CopyWaits() } = target;
  const wait = waits.begin('CopyDBClusterSnapshot', { first: 20, factor: 2, longest: 1_000 });
  let last = answered;
  for (;;) {
    const problem = complaint(last);
    if (problem !== undefined) return { check: problem, last };
    if (last.Status === 'available' || last.Status === 'failed') {
      wait.done();
      return { check: pass(rule), last };
    }
    const tired = await wait.pause();
    if (tired !== undefined)
      return { check: unseen(`the copy is still ${String(last.Status)}: ${tired}`), last };
    const seen = await target.describe(caller, answered.DBClusterSnapshotIdentifier ?? '');
    if (!seen.ok) return { check: unseen(`DescribeDBClusterSnapshots: ${seen.reason}`), last };
    if (seen.value === undefined) return { check: gone(rule, 'copy'), last };
    const [from, to] = [last.PercentProgress ?? 0, seen.value.PercentProgress ?? 0];
    if (to < from) return { check: fail(rule, { kind: 'progress' }, { kind: 'progress', from, to }), last };
    last = seen.value;
  }
}

const unseen = (reason: string): Check => ({ status: 'unseen', rule, reason });

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
