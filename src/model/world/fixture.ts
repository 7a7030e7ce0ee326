import type {
  KeyDocument,
  PlaceDocument,
  SnapshotDocument,
  Tag,
  WorldDocument,
} from '../../contract/generated/types.ts';
import type { Bindings, Setting } from './bindings.ts';
import { snapshotArn } from './arn.ts';
import { aliasArn, keyArn, managedAlias, type KmsKey } from './kms.ts';
import { zonesOf, type Place } from './place.ts';
import {
  emptyWorld,
  makeId,
  placeState,
  putSnapshot,
  withPlace,
  type Snapshot,
  type SnapshotShape,
  type World,
} from './world.ts';

/**
 * What a target made up when it staged the document: key ids, and snapshots as it describes them. Where it has what it
 * did not make, aliases of keys and tags of snapshots as well.
 */
export interface Found {
  readonly keys?: Readonly<Record<string, string>>;
  readonly snapshots?: Readonly<Record<string, SnapshotShape>>;
  /** Aliases with their `alias/`. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, readonly Tag[]>>;
}

/** A world made from a document, and the real names of what the document names. */
export interface Realised {
  readonly world: World;
  readonly bindings: Bindings;
}

/** Members of a snapshot that a document need not spell out. */
const ordinary = {
  SnapshotCreateTime: '2025-12-01T08:30:00.000Z',
  ClusterCreateTime: '2025-11-01T07:00:00.000Z',
  Engine: 'neptune',
  EngineVersion: '1.3.2.1',
  LicenseModel: 'neptune',
  AllocatedStorage: 1,
  Port: 8182,
  VpcId: 'vpc-0a1b2c3d',
  IAMDatabaseAuthenticationEnabled: false,
} as const;

/**
 * Makes the world that a document describes. Throws when a name in it leads nowhere, which a schema
 * cannot see.
 */
export function realise(
  document: WorldDocument,
  setting: Setting,
  found: Found = {},
  start = emptyWorld(),
): Realised {
  let world = start;
  const bindings: Bindings = { setting, keys: {}, snapshots: {} };
  const keys = bindings.keys as Record<string, Bindings['keys'][string]>;
  const snapshots = bindings.snapshots as Record<string, Bindings['snapshots'][string]>;

  for (const [handle, entry] of Object.entries(document.keys ?? {})) {
    const place = placeOf(entry, setting);
    let id = found.keys?.[handle] ?? entry.id;
    if (id === undefined) [world, id] = inventKeyId(world, entry);
    const alias = found.aliases?.[handle] ?? aliasName(handle, entry, setting);
    world = addKeys(world, place, id, entry, setting, alias);
    keys[handle] = { id, arn: keyArn(place, id), alias, aliasArn: aliasArn(place, alias) };
  }
  for (const [handle, entry] of Object.entries(document.snapshots ?? {})) {
    const place = placeOf(entry, setting);
    const name = nameOf(handle, entry, setting, found);
    snapshots[handle] = { name, arn: snapshotArn(place, name) };
    const [next, keyId] = encryptionKey(world, place, entry, bindings, found.snapshots?.[handle]);
    world = putSnapshot(next, makeSnapshot(handle, entry, place, bindings, keyId, found));
  }
  for (const entry of document.places ?? []) world = fillPlace(world, placeOf(entry, setting), entry);
  return { world, bindings };
}

/** The account and Region that play the roles of an entry. */
export function placeOf(entry: { account?: string; region?: string }, { accounts, regions }: Setting): Place {
  const { account = 'self', region = 'here' } = entry;
  return {
    account: account === 'self' || account === 'other' ? accounts[account] : account,
    region: region === 'here' || region === 'elsewhere' ? regions[region] : region,
  };
}

/** The alias of a key, if it has one: `alias/` and the key's name, or what stands for it. */
export const aliasName = (handle: string, { alias }: KeyDocument, setting: Setting): string =>
  `alias/${setting.nameOf(typeof alias === 'string' ? alias : handle)}`;

/** What a snapshot is called when it is made. */
export const snapshotName = (
  handle: string,
  { identifier = handle, prefix = '' }: SnapshotDocument,
  setting: Setting,
): string => prefix + setting.nameOf(identifier);

function nameOf(handle: string, entry: SnapshotDocument, setting: Setting, found: Found): string {
  const described = found.snapshots?.[handle]?.DBClusterSnapshotIdentifier;
  if (described !== undefined) return described.toLowerCase();
  if (entry.identifier?.includes(':') === true) return entry.identifier.toLowerCase();
  const made = snapshotName(handle, entry, setting);
  return (entry.type === 'automated' ? `rds:${made}-2025-12-01-08-30` : made).toLowerCase();
}

function inventKeyId(world: World, entry: KeyDocument): readonly [World, string] {
  const [next, uuid] = makeId(world);
  return [next, entry.replicas === undefined ? uuid : `mrk-${uuid.replaceAll('-', '')}`];
}

function addKeys(
  world: World,
  place: Place,
  id: string,
  entry: KeyDocument,
  setting: Setting,
  alias: string,
): World {
  const key: KmsKey = {
    place,
    id,
    arn: keyArn(place, id),
    state: entry.state ?? 'Enabled',
    spec: entry.spec ?? 'SYMMETRIC_DEFAULT',
    manager: 'CUSTOMER',
    multiRegion: entry.replicas !== undefined,
    usableBy: (entry.usableBy ?? []).map((account) => placeOf({ account }, setting).account),
  };
  let next = addKey(world, key, entry.alias === undefined || entry.alias === false ? undefined : alias);
  for (const region of entry.replicas ?? []) {
    const there = placeOf({ account: place.account, region }, setting);
    next = addKey(next, { ...key, place: there, arn: keyArn(there, id) });
  }
  return next;
}

/** The world with a key added, or put in the place of the one of its id. */
export function addKey(world: World, key: KmsKey, alias?: string): World {
  const state = placeState(world, key.place);
  return withPlace(world, key.place, {
    ...state,
    keys: state.keys.set(key.id, key),
    aliases: alias === undefined ? state.aliases : state.aliases.set(alias, key.id),
  });
}

/** ARN of the key that encrypts the snapshot; the AWS managed key of the place is made when it is needed. */
function encryptionKey(
  world: World,
  place: Place,
  entry: SnapshotDocument,
  bindings: Bindings,
  described: SnapshotShape | undefined,
): readonly [World, string | undefined] {
  if (entry.encryptedWith === undefined) return [world, undefined];
  if (entry.encryptedWith !== 'default') {
    const key = bindings.keys[entry.encryptedWith];
    if (key === undefined) throw new Error(`the world has no key called ${entry.encryptedWith}`);
    return [world, key.arn];
  }
  const state = placeState(world, place);
  const known = state.aliases.get(managedAlias);
  if (known !== undefined) return [world, keyArn(place, known)];
  let next = world;
  let id = (described ?? entry.describes)?.KmsKeyId?.split('/').at(-1);
  if (id === undefined) [next, id] = makeId(world);
  const arn = keyArn(place, id);
  const spec = 'SYMMETRIC_DEFAULT';
  const key: KmsKey = {
    place,
    id,
    arn,
    state: 'Enabled',
    spec,
    manager: 'AWS',
    multiRegion: false,
    usableBy: [],
  };
  return [addKey(next, key, managedAlias), arn];
}

/** Whether a document has what cannot be: AWS shares manual snapshots only. */
export const isSharedAutomated = ({ type, sharedWith = [] }: SnapshotDocument): boolean =>
  type === 'automated' && sharedWith.length > 0;

function makeSnapshot(
  handle: string,
  entry: SnapshotDocument,
  place: Place,
  { setting, snapshots }: Bindings,
  keyId: string | undefined,
  found: Found,
): Snapshot {
  const { name = '', arn = '' } = snapshots[handle] ?? {};
  if (isSharedAutomated(entry))
    throw new Error(`${handle} is automated, and such snapshots cannot be shared`);
  const status = entry.status ?? 'available';
  const origin = entry.copyOf === undefined ? undefined : snapshots[entry.copyOf];
  if (entry.copyOf !== undefined && origin === undefined) {
    throw new Error(`the world has no snapshot called ${entry.copyOf} before ${handle}, which copies it`);
  }
  const shape: SnapshotShape = found.snapshots?.[handle] ?? {
    ...ordinary,
    AvailabilityZones: zonesOf(place, entry.cluster?.zones),
    DBClusterIdentifier: `${setting.nameOf(handle)}-cluster`,
    ...(origin !== undefined && { SourceDBClusterSnapshotArn: origin.arn }),
    ...(keyId !== undefined && { KmsKeyId: keyId }),
    ...entry.describes,
    DBClusterSnapshotIdentifier: name,
    DBClusterSnapshotArn: arn,
    SnapshotType: entry.type ?? 'manual',
    Status: status,
    PercentProgress: status === 'available' ? 100 : 50,
    StorageEncrypted: keyId !== undefined,
  };
  const sharedWith = (entry.sharedWith ?? []).map((account) => placeOf({ account }, setting).account);
  return { place, name, shape, tags: found.tags?.[handle] ?? entry.tags ?? [], sharedWith };
}

/** Quotas: "so many left" lowers the quota to the count, "in progress" adds transfers that never end. */
function fillPlace(world: World, place: Place, entry: PlaceDocument): World {
  let next = world;
  for (let i = 1; i <= (entry.copiesInProgress ?? 0); i += 1) next = putSnapshot(next, endlessCopy(place, i));
  const state = placeState(next, place);
  const { manualSnapshotQuota, manualSnapshotsLeft, crossRegionCopyQuota } = entry;
  return withPlace(next, place, {
    ...state,
    quotas: {
      manualSnapshots:
        manualSnapshotsLeft === undefined
          ? (manualSnapshotQuota ?? state.quotas.manualSnapshots)
          : state.manualCount + manualSnapshotsLeft,
      crossRegionCopies: crossRegionCopyQuota ?? state.quotas.crossRegionCopies,
    },
  });
}

function endlessCopy(place: Place, index: number): Snapshot {
  const name = `copy-in-progress-${index}`;
  return {
    place,
    name,
    shape: {
      ...ordinary,
      DBClusterSnapshotIdentifier: name,
      DBClusterSnapshotArn: snapshotArn(place, name),
      SnapshotType: 'manual',
      Status: 'copying',
      PercentProgress: 0,
      StorageEncrypted: false,
    },
    tags: [],
    sharedWith: [],
    progress: { startedAt: 0, finishesAt: Number.POSITIVE_INFINITY, crossRegion: true },
  };
}
