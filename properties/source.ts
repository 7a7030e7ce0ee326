import type { Outcome } from '../src/model/operations/copy.ts';
import type { Snapshot, World } from '../src/model/world/world.ts';

/** The snapshot that was copied, wherever it is; undefined when none was. */
export function sourceOf(world: World, outcome: Outcome): Snapshot | undefined {
  if (outcome.kind === 'rejected') return undefined;
  const arn = outcome.snapshot.shape.SourceDBClusterSnapshotArn;
  for (const { snapshots } of world.places.values()) {
    const source = snapshots.find(({ shape }) => shape.DBClusterSnapshotArn === arn);
    if (source !== undefined) return source;
  }
  throw new Error(`the copy tells a source that is not there: ${String(arn)}`);
}
