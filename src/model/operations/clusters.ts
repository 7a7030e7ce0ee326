import { clusterArn, parseArn } from '../world/arn.ts';
import { samePlace, type Place } from '../world/place.ts';
import { withPlace, placeState, type Cluster, type Snapshot, type World } from '../world/world.ts';

/** The cluster of that (folded) name, if it exists. */
export const findCluster = (world: World, place: Place, name: string): Cluster | undefined =>
  placeState(world, place).clusters.get(name);

/** The world with the cluster added, or put in the place of the one of its name. */
export function putCluster(world: World, cluster: Cluster): World {
  const state = placeState(world, cluster.place);
  return withPlace(world, cluster.place, { ...state, clusters: state.clusters.set(cluster.name, cluster) });
}

/** The world without the cluster; its snapshots stay. */
export function removeCluster(world: World, place: Place, name: string): World {
  const state = placeState(world, place);
  return withPlace(world, place, { ...state, clusters: state.clusters.delete(name) });
}

/** The snapshots that AWS took of the cluster by itself. */
export function automatedSnapshots(world: World, { place, name }: Cluster): Snapshot[] {
  return [...placeState(world, place).snapshots.values()].filter(
    ({ shape }) => shape.SnapshotType === 'automated' && shape.DBClusterIdentifier === name,
  );
}

/** Whether a reference is the cluster's name, in whatever case, or its ARN. */
export const isNamed = ({ place, name }: Cluster, reference: string): boolean =>
  reference.toLowerCase() === name || reference === clusterArn(place, name);

/** The cluster that is named by its name or its ARN, if it exists in the place. */
export function resolveCluster(world: World, place: Place, reference: string): Cluster | undefined {
  const arn = parseArn(reference);
  if (arn === undefined) return findCluster(world, place, reference.toLowerCase());
  const name = arn.service === 'rds' && samePlace(arn, place) ? /^cluster:(.+)/s.exec(arn.resource)?.[1] : '';
  return name ? findCluster(world, place, name.toLowerCase()) : undefined;
}
