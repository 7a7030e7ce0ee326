import type { Caller } from '../../model/index.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import { CopyWaits } from '../target/copy-waits.ts';
import type { Target } from '../target/target.ts';
import { fail, pass, type Check } from './check.ts';

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
    if (seen.value === undefined)
      return fail(rule, 'the copy is described until it is done', 'the copy is gone');
    if ((seen.value.PercentProgress ?? 0) < (last.PercentProgress ?? 0)) {
      return fail(
        rule,
        'progress never falls',
        `progress fell from ${String(last.PercentProgress)} to ${String(seen.value.PercentProgress)}`,
      );
    }
    last = seen.value;
  }
}

function complaint({
  Status: status = 'absent',
  PercentProgress: progress,
}: DBClusterSnapshot): Check | undefined {
  if (status === 'available') {
    return progress === 100
      ? undefined
      : fail(rule, 'PercentProgress 100 once available', `PercentProgress ${String(progress)}`);
  }
  if (status === 'failed' || underWay.includes(status)) return undefined;
  return fail(rule, `a status of ${underWay.join(', ')}, available or failed`, `the status ${status}`);
}
