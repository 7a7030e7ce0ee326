import { putCluster } from '../../model/operations/clusters.ts';
import type { Place } from '../../model/world/place.ts';
import { emptyWorld, putSnapshot, type Cluster, type Snapshot, type World } from '../../model/world/world.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import { tagged, type Asked } from './asked.ts';
import type { ClusterWitness } from './clusters.ts';
import { shapeOf } from './known-shape.ts';
import type { Heard } from './sayings.ts';
import { textOf, type AnsweredCall } from './witness.ts';

/** What was said before, and the world of the test where it is told. */
export interface Known {
  readonly heard: Heard;
  readonly clusters: ClusterWitness;
  readonly world: World | undefined;
}

/**
 * The world in which a request is most likely accepted: what was said holds, and whatever was not said is as it needs
 * it. Where the world of the test is told, no snapshots come in by that.
 */
export function favouring(
  { input, caller }: AnsweredCall,
  { names, settled = false }: Asked,
  { heard, clusters, world: told }: Known,
): World {
  const nameOf = (member: string | undefined): string | undefined => textOf(input[member ?? '']);
  let world = told ?? emptyWorld(0);
  if (names.resource !== undefined) world = putSnapshot(world, plainSnapshot(caller, tagged));
  const source = nameOf(names.snapshot)?.toLowerCase();
  const said = source === undefined ? undefined : heard.of(caller, source);
  const isMissing = said === undefined ? told !== undefined : said.shape === undefined;
  if (source !== undefined && !isMissing) {
    const status = settled ? { Status: 'available' } : {};
    world = putSnapshot(world, plainSnapshot(caller, source, { ...said?.shape, ...status }));
  }
  const taken = nameOf(names.newSnapshot)?.toLowerCase() ?? '';
  const shape = heard.of(caller, taken)?.shape;
  if (shape !== undefined && shape.Status !== 'deleting')
    world = putSnapshot(world, plainSnapshot(caller, taken, shape));

  const cluster = nameOf(names.cluster);
  const before = clusters.of('cluster', caller, cluster ?? '');
  const settings = { DeletionProtection: before?.members['DeletionProtection'] === true };
  if (cluster !== undefined) world = putCluster(world, { ...plainCluster(caller, cluster), settings });
  const newCluster = nameOf(names.newCluster) ?? '';
  if (isThere(clusters.of('cluster', caller, newCluster)))
    world = putCluster(world, plainCluster(caller, newCluster));
  const newInstance = nameOf(names.newInstance) ?? '';
  const instance = nameOf(names.instance) ?? newInstance;
  if (instance !== newInstance || isThere(clusters.of('instance', caller, newInstance)))
    world = putCluster(world, {
      ...plainCluster(caller, cluster ?? 'graph'),
      instances: [plainInstance(instance)],
    });
  return world;
}

const isThere = (told: ReturnType<ClusterWitness['of']>): boolean =>
  told !== undefined &&
  !told.deleted &&
  ![told.members['Status'], told.members['DBInstanceStatus']].includes('deleting');

/** A snapshot of which this is told. Its key is not among what a world needs for it. */
function plainSnapshot({ account, region }: Place, name: string, told: DBClusterSnapshot = {}): Snapshot {
  const { KmsKeyId, ...rest } = told;
  const place = { account, region };
  const shape = shapeOf(place, name, { StorageEncrypted: KmsKeyId !== undefined, ...rest });
  return { place, name, shape, tags: [], sharedWith: [] };
}

const plainCluster = (place: Place, name: string): Cluster => ({
  place: { account: place.account, region: place.region },
  name: name.toLowerCase(),
  createdAt: 0,
  engineVersion: '',
  port: 8182,
  iamAuthentication: false,
  copyTagsToSnapshot: false,
  tags: [],
});

const plainInstance = (name: string) => ({ name: name.toLowerCase(), instanceClass: '', createdAt: 0 });
