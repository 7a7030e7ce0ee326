import type { Caller } from '../world/place.ts';
import { say } from '../world/say.ts';
import { removeSnapshot, type Cluster, type World } from '../world/world.ts';
import { checkIdentifier, checkRoom, invalidCombination, present, type Check } from './checks.ts';
import { automatedSnapshots, removeCluster, resolveCluster } from './clusters.ts';
import { clusterNotFound } from './create-snapshot.ts';
import { clusterShape, type ClusterOutput } from './describe-clusters.ts';
import { accept, isRefusal, refuse, type Operation } from './reply.ts';
import { clusterTags, takeSnapshot } from './take-snapshot.ts';

/** DeleteDBClusterMessage. */
export interface DeleteClusterInput {
  readonly DBClusterIdentifier?: string | undefined;
  readonly SkipFinalSnapshot?: boolean | undefined;
  readonly FinalDBSnapshotIdentifier?: string | undefined;
}

/**
 * DeleteDBCluster: gone at once with its automated snapshots; manual ones stay, and a last one is taken unless
 * SkipFinalSnapshot. Faults: DBClusterNotFoundFault, InvalidDBClusterStateFault (it has instances),
 * InvalidParameterCombination, and those of a new snapshot.
 */
export const deleteDBCluster: Operation<DeleteClusterInput, ClusterOutput> = (world, caller, input) => {
  const given = present(input, 'DBClusterIdentifier');
  if (isRefusal(given)) return [world, given];
  const problem = checkFinal(given);
  if (problem !== undefined) return [world, problem];
  const { DBClusterIdentifier: reference, FinalDBSnapshotIdentifier: last } = given;
  const cluster = resolveCluster(world, caller, reference);
  if (cluster === undefined) return [world, clusterNotFound(reference)];
  const held = checkHeld(cluster);
  if (held !== undefined) return [world, held];
  const refused = last ? checkLast(world, caller, last) : undefined;
  if (refused !== undefined) return [world, refused];

  let next = world;
  if (last) {
    const snapshot = { name: last.toLowerCase(), type: 'manual', tags: clusterTags(cluster) } as const;
    [next] = takeSnapshot(next, cluster, snapshot);
  }
  for (const { name } of automatedSnapshots(next, cluster)) next = removeSnapshot(next, caller, name);
  next = removeCluster(next, caller, cluster.name);
  return [next, accept({ DBCluster: { ...clusterShape(cluster), Status: 'deleting' } })];
};

function checkFinal({ SkipFinalSnapshot: skip, FinalDBSnapshotIdentifier: last }: DeleteClusterInput): Check {
  if (skip === true && last) {
    return invalidCombination('FinalDBSnapshotIdentifier cannot be given together with SkipFinalSnapshot.');
  }
  if (skip !== true && !last) {
    return invalidCombination('FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is given.');
  }
  return undefined;
}

/** A cluster is kept by its protection, and by its instances. */
function checkHeld({ name, settings = {}, instances = [] }: Cluster): Check {
  if (settings['DeletionProtection'] === true) {
    return invalidCombination(
      'Cannot delete protected Cluster, please disable deletion protection and try again.',
    );
  }
  if (instances.length === 0) return undefined;
  const message = say`Cluster ${name} cannot be deleted, it still contains DB instances in non-deleting state.`;
  return refuse('InvalidDBClusterStateFault', 400, message);
}

const checkLast = (world: World, caller: Caller, name: string): Check =>
  checkIdentifier('FinalDBSnapshotIdentifier', name) ?? checkRoom(world, caller, name);
