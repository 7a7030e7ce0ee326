import { Map } from 'immutable';
import type { DBClusterSnapshot, Tag } from '../../contract/generated/types.ts';
import type { KmsKey } from './key.ts';
import { placeKey, type Place } from './place.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A DB cluster snapshot: what AWS describes, and what it keeps beside. */
export interface Snapshot {
  readonly place: Place;
  /** Folded to lower case; unique within the place. */
  readonly name: string;
  /** What DescribeDBClusterSnapshots shows. */
  readonly shape: SnapshotShape;
  readonly tags: readonly Tag[];
  /** Accounts that may restore and copy it, or `all`. */
  readonly sharedWith: readonly string[];
  /** Set while a copy is in progress. */
  readonly progress?: Progress;
}

/** The members of DBClusterSnapshot that every snapshot of the model has, and the others. */
export interface SnapshotShape extends DBClusterSnapshot {
  readonly DBClusterSnapshotIdentifier: string;
  readonly DBClusterSnapshotArn: string;
  readonly SnapshotType: string;
  readonly Status: string;
  readonly PercentProgress: number;
  readonly StorageEncrypted: boolean;
}

/** A transfer under way. */
export interface Progress {
  readonly startedAt: Instant;
  readonly finishesAt: Instant;
  /** Whether it counts against the quota of copies from other Regions. */
  readonly crossRegion: boolean;
  /** Whether it ends in a failed copy; unless set, in an available one. */
  readonly fails?: boolean;
}

/** A DB cluster, as far as snapshots need one. */
export interface Cluster {
  readonly place: Place;
  readonly name: string;
  readonly createdAt: Instant;
  readonly engineVersion: string;
  readonly port: number;
  /** Its Availability Zones; the first three of its Region unless given. */
  readonly zones?: readonly string[];
  readonly kmsKeyArn?: string;
  readonly iamAuthentication: boolean;
  readonly copyTagsToSnapshot: boolean;
  readonly tags: readonly Tag[];
  /** Members of its description that nothing here depends on, as they were asked for. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Its DB instances, by the order in which they were made; none unless given. */
  readonly instances?: readonly Instance[];
}

/** A DB instance, as far as whoever waits for one needs it. */
export interface Instance {
  readonly name: string;
  /** Such as `db.r5.large`. */
  readonly instanceClass: string;
  readonly createdAt: Instant;
}

/** Limits of an account in a Region. */
export interface Quotas {
  /** Manual DB cluster snapshots. */
  readonly manualSnapshots: number;
  /** Copies from other Regions in progress at a time. */
  readonly crossRegionCopies: number;
}

/** The state of one account in one Region. The counters follow from the snapshots and are kept so that a copy need not look at them all. */
export interface PlaceState {
  readonly snapshots: Map<string, Snapshot>;
  readonly clusters: Map<string, Cluster>;
  /** By key id. */
  readonly keys: Map<string, KmsKey>;
  /** Alias name (`alias/…`) to key id. */
  readonly aliases: Map<string, string>;
  readonly quotas: Quotas;
  readonly manualCount: number;
  /** Names of the snapshots with a transfer under way. */
  readonly inProgress: Map<string, Progress>;
}

/** Everything there is. Immutable: operations return a new one that shares what did not change. */
export interface World {
  readonly clock: Instant;
  /** How long a copy takes, in milliseconds; 0 makes it available at once. */
  readonly copyDuration: number;
  /** How many identifiers have been made up so far; the next one follows from it. */
  readonly serial: number;
  /** By place key. */
  readonly places: Map<string, PlaceState>;
}

/** AWS's quotas unless raised: 100 manual cluster snapshots, five copies from other Regions at a time. */
export const defaultQuotas: Quotas = { manualSnapshots: 100, crossRegionCopies: 5 };

const emptyPlace: PlaceState = {
  snapshots: Map(),
  clusters: Map(),
  keys: Map(),
  aliases: Map(),
  quotas: defaultQuotas,
  manualCount: 0,
  inProgress: Map(),
};

/** A world with nothing in it, at the given time. */
export function emptyWorld(clock: Instant = Date.UTC(2026, 0, 1), copyDuration = 0): World {
  return { clock, copyDuration, serial: 0, places: Map() };
}

/** The state of a place; an untouched place is empty. */
export function placeState(world: World, place: Place): PlaceState {
  return world.places.get(placeKey(place)) ?? emptyPlace;
}

/** The world with a place's state replaced. */
export function withPlace(world: World, place: Place, state: PlaceState): World {
  const { clock, copyDuration, serial } = world;
  return { clock, copyDuration, serial, places: world.places.set(placeKey(place), state) };
}

/** The snapshot of that (folded) name, if it exists. */
export function findSnapshot(world: World, place: Place, name: string): Snapshot | undefined {
  return world.places.get(placeKey(place))?.snapshots.get(name);
}

/** The world with the snapshot added, or put in the place of the one of its name. Counters follow. */
export function putSnapshot(world: World, snapshot: Snapshot): World {
  const state = placeState(world, snapshot.place);
  const before = state.snapshots.get(snapshot.name);
  // Member by member: the hottest path of all, on which a spread takes most of the time.
  return withPlace(world, snapshot.place, {
    snapshots: state.snapshots.set(snapshot.name, snapshot),
    clusters: state.clusters,
    keys: state.keys,
    aliases: state.aliases,
    quotas: state.quotas,
    manualCount: state.manualCount + manual(snapshot) - manual(before),
    inProgress:
      snapshot.progress !== undefined
        ? state.inProgress.set(snapshot.name, snapshot.progress)
        : state.inProgress.delete(snapshot.name),
  });
}

/** The world without the snapshot. Counters follow. */
export function removeSnapshot(world: World, place: Place, name: string): World {
  const state = placeState(world, place);
  const before = state.snapshots.get(name);
  if (before === undefined) return world;
  return withPlace(world, place, {
    ...state,
    snapshots: state.snapshots.delete(name),
    manualCount: state.manualCount - manual(before),
    inProgress: state.inProgress.delete(name),
  });
}

/** Whether a snapshot counts for the quota of manual ones: those of AWS Backup do not, whatever their type. */
const manual = (snapshot: Snapshot | undefined): number =>
  snapshot?.shape.SnapshotType === 'manual' && !snapshot.name.startsWith('awsbackup:') ? 1 : 0;

/** How many copies from other Regions are under way into the place. */
export function crossRegionCopies(state: PlaceState): number {
  return state.inProgress.count((progress) => progress.crossRegion);
}

/** A made-up UUID, and the world in which it is used up. The same world makes up the same one. */
export function makeId(world: World): readonly [World, string] {
  const serial = world.serial + 1;
  return [{ ...world, serial }, uuidFrom(serial)];
}

/** A well-formed version 4 UUID that depends on nothing but the number. */
export function uuidFrom(serial: number): string {
  let state = (serial * 0x9e3779b1) >>> 0;
  const word = (): string => {
    state = Math.imul(state ^ (state >>> 16), 0x85ebca6b) >>> 0;
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35) >>> 0;
    state = (state ^ (state >>> 16)) + 0x6d2b79f5;
    return (state >>> 0).toString(16).padStart(8, '0');
  };
  const hex = word() + word() + word() + serial.toString(16).padStart(8, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
