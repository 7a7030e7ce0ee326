import type { Tag } from '../../contract/generated/types.ts';
import { snapshotArn } from '../world/arn.ts';
import { zonesOf, type Place } from '../world/place.ts';
import { isSystemTag } from '../world/tags.ts';
import { putSnapshot, type Cluster, type Snapshot, type World } from '../world/world.ts';

/** Takes a snapshot of a cluster; it is available at once. The name is folded; that it is free is checked before. */
export function takeSnapshot(
  world: World,
  cluster: Cluster,
  { name, type, tags }: { name: string; type: 'manual' | 'automated'; tags: readonly Tag[] },
): readonly [World, Snapshot] {
  const { place, kmsKeyArn } = cluster;
  const snapshot: Snapshot = {
    place,
    name,
    shape: {
      AvailabilityZones: cluster.zones ?? zonesOf(place),
      DBClusterSnapshotIdentifier: name,
      DBClusterIdentifier: cluster.name,
      SnapshotCreateTime: new Date(world.clock).toISOString(),
      Engine: 'neptune',
      AllocatedStorage: 1,
      Status: 'available',
      Port: cluster.port,
      VpcId: vpcOf(place),
      ClusterCreateTime: new Date(cluster.createdAt).toISOString(),
      EngineVersion: cluster.engineVersion,
      LicenseModel: 'neptune',
      SnapshotType: type,
      PercentProgress: 100,
      StorageEncrypted: kmsKeyArn !== undefined,
      ...(kmsKeyArn !== undefined && { KmsKeyId: kmsKeyArn }),
      DBClusterSnapshotArn: snapshotArn(place, name),
      IAMDatabaseAuthenticationEnabled: cluster.iamAuthentication,
      StorageType: 'standard',
    },
    tags,
    sharedWith: [],
  };
  return [putSnapshot(world, snapshot), snapshot];
}

/** Tags a snapshot takes from its cluster when it is given none. */
export const clusterTags = (cluster: Cluster): readonly Tag[] =>
  cluster.copyTagsToSnapshot ? cluster.tags.filter((tag) => !isSystemTag(tag)) : [];

/** Name of the automated snapshot taken at an instant: `rds:<cluster>-YYYY-MM-DD-hh-mm`. */
export const automatedName = (cluster: string, instant: number): string =>
  `rds:${cluster}-${new Date(instant).toISOString().slice(0, 16).replaceAll(/[T:]/g, '-')}`;

/** The default VPC of a place: always the same one, another one elsewhere. */
function vpcOf({ account, region }: Place): string {
  let hash = 0;
  for (const character of account + region) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return `vpc-${hash.toString(16).padStart(8, '0')}`;
}
