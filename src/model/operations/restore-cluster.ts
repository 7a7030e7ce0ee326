import { say } from '../world/say.ts';
import { checkEngine, checkIdentifier, checkTags, present, refuseByRule } from './checks.ts';
import { putCluster } from './clusters.ts';
import { clusterShape, type ClusterOutput } from './describe-clusters.ts';
import { visibleSnapshot } from './describe-snapshots.ts';
import { defaultEngineVersion } from './engine-versions.ts';
import { encryptedWith } from './keys.ts';
import { checkFree, defaultPort, newCluster, type NewClusterInput } from './new-cluster.ts';
import { accept, isRefusal, refuseWith, type Operation } from './reply.ts';

/** RestoreDBClusterFromSnapshotMessage, as far as the cluster tells of it. */
export interface RestoreClusterInput extends NewClusterInput {
  readonly SnapshotIdentifier?: string | undefined;
}

/**
 * RestoreDBClusterFromSnapshot: a cluster of a snapshot of the called Region, available at once, encrypted with the key
 * that is named or else the snapshot's. Faults: those of identifiers and tags, DBClusterAlreadyExistsFault,
 * DBClusterSnapshotNotFoundFault, InvalidDBClusterSnapshotStateFault, KMSKeyNotAccessibleFault, InvalidParameterValue.
 */
export const restoreDBClusterFromSnapshot: Operation<RestoreClusterInput, ClusterOutput> = (
  world,
  caller,
  input,
) => {
  const given = present(input, 'DBClusterIdentifier', 'SnapshotIdentifier', 'Engine');
  if (isRefusal(given)) return [world, given];
  const { DBClusterIdentifier: name, SnapshotIdentifier: source } = given;
  const problem =
    checkIdentifier('DBClusterIdentifier', name) ??
    checkTags(given.Tags) ??
    checkEngine(given.Engine) ??
    checkFree(world, caller, name);
  if (problem !== undefined) return [world, problem];
  const snapshot = visibleSnapshot(world, caller, source);
  if (snapshot === undefined) return [world, refuseByRule('source-exists', { source })];
  const { shape } = snapshot;
  if (shape.Status !== 'available') {
    const message = say`The snapshot ${source} is in the state ${shape.Status}.`;
    return [world, refuseWith({ shape: 'InvalidDBClusterSnapshotStateFault', message })];
  }
  const key = given.KmsKeyId || shape.KmsKeyId;
  const encryption = key ? encryptedWith(world, caller, key) : { world, keyArn: undefined };
  if (isRefusal(encryption)) return [world, encryption];
  const cluster = newCluster(world, caller, given, {
    engineVersion: shape.EngineVersion ?? defaultEngineVersion,
    port: shape.Port ?? defaultPort,
    keyArn: encryption.keyArn,
  });
  return [putCluster(encryption.world, cluster), accept({ DBCluster: clusterShape(cluster) })];
};
