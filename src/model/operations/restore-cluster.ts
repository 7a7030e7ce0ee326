import { say } from '../world/say.ts';
import type { RawTag } from '../world/tags.ts';
import type { Cluster } from '../world/world.ts';
import { checkIdentifier, checkPresent, checkTags, invalidValue, refuseByRule } from './checks.ts';
import { describedSettings, type ClusterSettings } from './cluster-settings.ts';
import { findCluster, putCluster } from './clusters.ts';
import { toTags } from './create-snapshot.ts';
import { clusterShape, type ClusterOutput } from './describe-clusters.ts';
import { visibleSnapshot } from './describe-snapshots.ts';
import { defaultEngineVersion } from './engine-versions.ts';
import { encryptedWith } from './keys.ts';
import { accept, isRefusal, refuse, refuseWith, type Operation } from './reply.ts';

/** RestoreDBClusterFromSnapshotMessage, as far as the cluster tells of it. */
export interface RestoreClusterInput extends ClusterSettings {
  readonly DBClusterIdentifier?: string | undefined;
  readonly SnapshotIdentifier?: string | undefined;
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly Port?: number | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly AvailabilityZones?: readonly string[] | undefined;
  readonly Tags?: readonly RawTag[] | undefined;
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
  const { DBClusterIdentifier: name = '', SnapshotIdentifier: source = '', Engine = '', Tags = [] } = input;
  const problem =
    checkPresent(input, 'DBClusterIdentifier', 'SnapshotIdentifier', 'Engine') ??
    checkIdentifier('DBClusterIdentifier', name) ??
    checkTags(Tags) ??
    (Engine === 'neptune' ? undefined : invalidValue(say`Invalid DB engine: ${Engine}`));
  if (problem !== undefined) return [world, problem];
  if (findCluster(world, caller, name.toLowerCase()) !== undefined)
    return [world, refuse('DBClusterAlreadyExistsFault', 400, say`DB Cluster ${name} already exists.`)];
  const snapshot = visibleSnapshot(world, caller, source);
  if (snapshot === undefined) return [world, refuseByRule('source-exists', { source })];
  const { shape } = snapshot;
  if (shape.Status !== 'available') {
    const message = say`The snapshot ${source} is in the state ${shape.Status}.`;
    return [world, refuseWith({ shape: 'InvalidDBClusterSnapshotStateFault', message })];
  }
  const key = input.KmsKeyId || shape.KmsKeyId;
  const encryption = key ? encryptedWith(world, caller, key) : { world, keyArn: undefined };
  if (isRefusal(encryption)) return [world, encryption];
  const cluster: Cluster = {
    place: { account: caller.account, region: caller.region },
    name: name.toLowerCase(),
    createdAt: world.clock,
    engineVersion: input.EngineVersion || (shape.EngineVersion ?? defaultEngineVersion),
    port: input.Port ?? shape.Port ?? 8182,
    ...(input.AvailabilityZones?.length && { zones: input.AvailabilityZones }),
    ...(encryption.keyArn !== undefined && { kmsKeyArn: encryption.keyArn }),
    iamAuthentication: input.EnableIAMDatabaseAuthentication ?? false,
    copyTagsToSnapshot: input.CopyTagsToSnapshot ?? false,
    tags: toTags(Tags),
    settings: describedSettings(input),
  };
  return [putCluster(encryption.world, cluster), accept({ DBCluster: clusterShape(cluster) })];
};
