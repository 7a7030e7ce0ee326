import { clusterArn } from '../world/arn.ts';
import { zonesOf } from '../world/place.ts';
import { placeState, type Cluster } from '../world/world.ts';
import { isNamed, resolveCluster } from './clusters.ts';
import { clusterNotFound } from './create-snapshot.ts';
import { filtered, type Filter, type Filters } from './filters.ts';
import { pageOf, type PageInput } from './page.ts';
import { accept, isRefusal, type Operation } from './reply.ts';

/** What operations on one cluster answer. */
export interface ClusterOutput {
  readonly DBCluster: ClusterShape;
}

/** DBCluster as far as the model knows it. */
export type ClusterShape = ReturnType<typeof clusterShape>;

/** DescribeDBClustersMessage. */
export interface DescribeClustersInput extends PageInput {
  readonly DBClusterIdentifier?: string | undefined;
  readonly Filters?: readonly Filter[] | undefined;
}

/** DBClusterMessage. */
export interface DescribeClustersOutput {
  readonly Marker?: string;
  readonly DBClusters: readonly ClusterShape[];
}

/** DescribeDBClusters: one by name or ARN, or all. Faults: DBClusterNotFoundFault, InvalidParameterValue. */
export const describeDBClusters: Operation<DescribeClustersInput, DescribeClustersOutput> = (
  world,
  caller,
  input,
) => {
  const { DBClusterIdentifier: reference } = input;
  const one = reference ? resolveCluster(world, caller, reference) : undefined;
  if (reference && one === undefined) return [world, clusterNotFound(reference)];
  const clusters = one === undefined ? [...placeState(world, caller).clusters.values()] : [one];
  const chosen = filtered(clusters, input.Filters, clusterFilters);
  if (isRefusal(chosen)) return [world, chosen];
  const page = pageOf(chosen, ({ name }) => name, input);
  if (isRefusal(page)) return [world, page];
  return [world, accept({ ...page.marker, DBClusters: page.items.map(clusterShape) })];
};

const clusterFilters: Filters<Cluster> = {
  'db-cluster-id': isNamed,
  engine: (_, value) => value === 'neptune',
};

/** The cluster as AWS describes it. */
export function clusterShape(cluster: Cluster) {
  const { place, name, kmsKeyArn } = cluster;
  return {
    ...cluster.settings,
    AvailabilityZones: cluster.zones ?? zonesOf(place),
    DBClusterIdentifier: name,
    Status: 'available',
    Engine: 'neptune',
    EngineVersion: cluster.engineVersion,
    Port: cluster.port,
    StorageEncrypted: kmsKeyArn !== undefined,
    ...(kmsKeyArn !== undefined && { KmsKeyId: kmsKeyArn }),
    DBClusterArn: clusterArn(place, name),
    IAMDatabaseAuthenticationEnabled: cluster.iamAuthentication,
    ClusterCreateTime: new Date(cluster.createdAt).toISOString(),
    CopyTagsToSnapshot: cluster.copyTagsToSnapshot,
    StorageType: 'standard',
    ...(cluster.instances?.length && {
      DBClusterMembers: cluster.instances.map((instance, i) => ({
        DBInstanceIdentifier: instance.name,
        IsClusterWriter: i === 0,
      })),
    }),
  };
}
