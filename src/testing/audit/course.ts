import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import { problem, shown, type Problem } from './finding.ts';
import type { Heard, Saying } from './sayings.ts';

/** How far each status is in the life of a snapshot. */
const stages: Readonly<Record<string, number>> = {
  creating: 0,
  copying: 0,
  available: 1,
  failed: 1,
  deleting: 2,
};

/** What is described of snapshots that cannot be after what was said of them before. */
export function courseProblems(heard: Heard, sayings: readonly Saying[]): Problem[] {
  return sayings.flatMap(({ operation, place, name, shape }) => {
    if (operation !== 'DescribeDBClusterSnapshots' || shape === undefined) return [];
    const before = heard.of(place, name);
    if (before?.shape !== undefined) return backwards(before.shape, shape, before.call);
    const isDeleted = before?.operation === 'DeleteDBClusterSnapshot';
    if (!isDeleted || shape.Status !== 'available') return [];
    const said = `Call ${before.call} has deleted "${name}".`;
    return [told(`no ${name}, or one in the status "deleting"`, 'the status "available"', said)];
  });
}

function backwards(before: DBClusterSnapshot, now: DBClusterSnapshot, call: number): Problem[] {
  // Another of the same name, which somebody has made since.
  if (before.SnapshotCreateTime !== now.SnapshotCreateTime) return [];
  const [from, to] = [before, now].map(({ Status = '' }) => stages[Status]);
  if (from === undefined || to === undefined || from < to) return [];
  const said = `Call ${call} was answered with the status ${shown(before.Status)}, and ${shown(before.PercentProgress)} per cent.`;
  if (from > to) return [told(`the status ${shown(before.Status)} or a later one`, shown(now.Status), said)];
  const { PercentProgress: least = 0 } = before;
  const { PercentProgress: percent = least } = now;
  if (from > 0 || percent >= least) return [];
  return [told(`at least ${least} per cent`, `${percent} per cent`, said)];
}

const told = (expected: string, actual: string, said: string): Problem => {
  const { message, ...rest } = problem('mock/course', expected, actual);
  return { ...rest, message: `${message} ${said}` };
};
