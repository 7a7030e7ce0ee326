import type { Tag } from '../../contract/generated/types.ts';
import { say } from '../world/say.ts';
import type { RawTag } from '../world/tags.ts';
import { checkIdentifier, checkRoom, checkTags, present } from './checks.ts';
import { resolveCluster } from './clusters.ts';
import type { SnapshotOutput } from './copy-snapshot.ts';
import { accept, isRefusal, refuse, type Operation, type Reply } from './reply.ts';
import { clusterTags, takeSnapshot } from './take-snapshot.ts';

/** CreateDBClusterSnapshotMessage. */
export interface CreateSnapshotInput {
  readonly DBClusterSnapshotIdentifier?: string | undefined;
  readonly DBClusterIdentifier?: string | undefined;
  readonly Tags?: readonly RawTag[] | undefined;
}

/**
 * CreateDBClusterSnapshot: a manual snapshot of a cluster, available at once. Faults: those of identifiers and
 * tags, DBClusterNotFoundFault, DBClusterSnapshotAlreadyExistsFault, SnapshotQuotaExceeded.
 */
export const createDBClusterSnapshot: Operation<CreateSnapshotInput, SnapshotOutput> = (
  world,
  caller,
  input,
) => {
  const given = present(input, 'DBClusterSnapshotIdentifier', 'DBClusterIdentifier');
  if (isRefusal(given)) return [world, given];
  const { DBClusterSnapshotIdentifier: name, DBClusterIdentifier, Tags } = given;
  const problem = checkIdentifier('DBClusterSnapshotIdentifier', name) ?? checkTags(Tags);
  if (problem !== undefined) return [world, problem];
  const cluster = resolveCluster(world, caller, DBClusterIdentifier);
  if (cluster === undefined) return [world, clusterNotFound(DBClusterIdentifier)];
  const full = checkRoom(world, caller, name);
  if (full !== undefined) return [world, full];
  const tags = Tags !== undefined && Tags.length > 0 ? toTags(Tags) : clusterTags(cluster);
  const [next, { shape }] = takeSnapshot(world, cluster, { name: name.toLowerCase(), type: 'manual', tags });
  return [next, accept({ DBClusterSnapshot: shape })];
};

/** Tags that have kept their rules. */
export const toTags = (tags: readonly RawTag[]): readonly Tag[] =>
  tags.map(({ Key = '', Value }) => (Value === undefined ? { Key } : { Key, Value }));

/** No cluster of that name. */
export const clusterNotFound = (name: string): Reply<never> =>
  refuse('DBClusterNotFoundFault', 404, say`DBCluster ${name} not found.`);
