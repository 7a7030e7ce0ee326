import { say } from '../world/say.ts';
import { findSnapshot, removeSnapshot } from '../world/world.ts';
import { present, refuseByRule } from './checks.ts';
import type { SnapshotOutput } from './copy-snapshot.ts';
import { accept, isRefusal, refuseWith, type Operation } from './reply.ts';

/** Operations that take the name of a snapshot and nothing else. */
export interface SnapshotNameInput {
  readonly DBClusterSnapshotIdentifier?: string | undefined;
}

/**
 * DeleteDBClusterSnapshot: gone at once. A copy in progress is cancelled by it. Faults:
 * DBClusterSnapshotNotFoundFault, InvalidDBClusterSnapshotStateFault (automated ones, and those being created
 * or deleted).
 */
export const deleteDBClusterSnapshot: Operation<SnapshotNameInput, SnapshotOutput> = (
  world,
  caller,
  input,
) => {
  const given = present(input, 'DBClusterSnapshotIdentifier');
  if (isRefusal(given)) return [world, given];
  const { DBClusterSnapshotIdentifier: name } = given;
  const snapshot = findSnapshot(world, caller, name.toLowerCase());
  if (snapshot === undefined) return [world, refuseByRule('source-exists', { source: name })];
  const { shape } = snapshot;
  const message =
    shape.SnapshotType !== 'manual'
      ? say`Only manual snapshots may be deleted; ${name} is ${shape.SnapshotType}.`
      : shape.Status === 'creating' || shape.Status === 'deleting'
        ? say`The snapshot ${name} is in the state ${shape.Status}.`
        : undefined;
  if (message !== undefined) {
    return [world, refuseWith({ shape: 'InvalidDBClusterSnapshotStateFault', message })];
  }
  return [removeSnapshot(world, caller, snapshot.name), accept({ DBClusterSnapshot: shape })];
};
