import { addKey } from '../../src/model/world/fixture.ts';
import { keyArn, type KmsKey } from '../../src/model/world/kms.ts';
import { automatedName, takeSnapshot } from '../../src/model/operations/take-snapshot.ts';
import type { Place } from '../../src/model/world/place.ts';
import {
  emptyWorld,
  placeState,
  putSnapshot,
  uuidFrom,
  withPlace,
  type Cluster,
  type World,
} from '../../src/model/world/world.ts';

/** Whose things stand at a hostile target before a run comes: the caller's own account, and another one. */
export const owner = '111111111111';
const neighbour = '222222222222';

/** The places in which they stand. */
export const places: readonly Place[] = [owner, neighbour].flatMap((account) =>
  ['us-east-1', 'eu-west-1'].map((region) => ({ account, region })),
);

/** Names that a run may come across: short ones, the longest, the user's, and one that looks like a run's. */
export const foreignNames = [
  'n',
  'a',
  'x',
  `prod-${'0123456789'.repeat(6).slice(2)}`,
  'prod-backup',
  'prod-public',
  'ncc-abc123-0-source',
  'ncc-abc123-u0-new',
] as const;

const tags = [
  { Key: 'owner', Value: 'somebody else' },
  { Key: 'backup', Value: 'the only one' },
];

/** A world of things that no run has made. */
export function foreignWorld(clock = Date.now()): World {
  return places.reduce(furnish, emptyWorld(clock));
}

function furnish(before: World, place: Place, index: number): World {
  const key = keyAt(place, uuidFrom(9_000 + index));
  const lookalike = keyAt(place, uuidFrom(9_100 + index));
  let world = addKey(addKey(before, key, 'alias/prod'), lookalike, 'alias/ncc-abc123-0-key');
  const plain = clusterAt(place, 'prod', world.clock);
  const sealed: Cluster = { ...clusterAt(place, 'prod-sealed', world.clock), kmsKeyArn: key.arn };
  const ours = clusterAt(place, 'ncc-abc123-0-source-cluster', world.clock);
  const clusters = Object.fromEntries([plain, sealed, ours].map((cluster) => [cluster.name, cluster]));
  const state = placeState(world, place);
  world = withPlace(world, place, { ...state, clusters: state.clusters.merge(clusters) });
  for (const name of foreignNames) world = take(world, plain, name, 'manual');
  world = take(world, sealed, 'prod-secret', 'manual');
  for (const cluster of [plain, sealed, ours]) {
    world = take(world, cluster, automatedName(cluster.name, Date.UTC(2025, 11, 1, 8, 30)), 'automated');
  }
  world = share(world, place, 'prod-backup', place.account === owner ? neighbour : owner);
  return share(world, place, 'prod-public', 'all');
}

function take(world: World, cluster: Cluster, name: string, type: 'manual' | 'automated'): World {
  return takeSnapshot(world, cluster, { name, type, tags })[0];
}

function share(world: World, place: Place, name: string, account: string): World {
  const snapshot = placeState(world, place).snapshots.get(name);
  if (snapshot === undefined) throw new Error(`there is no ${name} to share`);
  return putSnapshot(world, { ...snapshot, sharedWith: [account] });
}

const keyAt = (place: Place, id: string): KmsKey => ({
  place,
  id,
  arn: keyArn(place, id),
  state: 'Enabled',
  spec: 'SYMMETRIC_DEFAULT',
  manager: 'CUSTOMER',
  multiRegion: false,
  usableBy: [],
});

const clusterAt = (place: Place, name: string, createdAt: number): Cluster => ({
  place,
  name,
  createdAt,
  engineVersion: '1.3.2.1',
  port: 8182,
  iamAuthentication: false,
  copyTagsToSnapshot: false,
  tags,
});

/** So many more snapshots in the caller's place, every other of which is named like those of a run. */
export function crowded(world: World, count: number): World {
  const [place] = places;
  if (place === undefined) throw new Error('there is no place');
  const cluster = clusterAt(place, 'prod', world.clock);
  let next = world;
  for (let i = 0; i < count; i += 1) {
    next = take(next, cluster, i % 2 === 0 ? `nightly-${i}` : `ncc-crowd1-${i}-source`, 'manual');
  }
  const state = placeState(next, place);
  return withPlace(next, place, { ...state, quotas: { ...state.quotas, manualSnapshots: count * 2 } });
}

/** The whole state of resources, by what they are and where: attributes, tags, sharing, key states, aliases. */
export type Inventory = ReadonlyMap<string, unknown>;

/** Everything that stands in a world. */
export function inventoryOf(world: World): Inventory {
  const found = new Map<string, unknown>();
  for (const [place, { snapshots, clusters, keys, aliases }] of world.places) {
    for (const [name, snapshot] of snapshots) found.set(`snapshot ${place} ${name}`, snapshot);
    for (const [name, cluster] of clusters) found.set(`cluster ${place} ${name}`, cluster);
    for (const [id, key] of keys) found.set(`key ${place} ${id}`, key);
    for (const [name, id] of aliases) found.set(`alias ${place} ${name}`, id);
  }
  return found;
}

/** What has become of the resources of an inventory: what is gone, and what is different now. */
export function changesOf(before: Inventory, world: World): string[] {
  const now = inventoryOf(world);
  return [...before].flatMap(([what, state]) => {
    if (!now.has(what)) return [`${what} is gone`];
    const [was, is] = [JSON.stringify(state), JSON.stringify(now.get(what))];
    return was === is ? [] : [`${what} was ${was}, is ${is}`];
  });
}
