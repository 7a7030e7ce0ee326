import type { Tag } from '../../contract/generated/types.ts';
import { isSnapshotName, looksLikeArn, parseSnapshotArn, type SnapshotAddress } from '../world/arn.ts';
import { keyByArn, resolveKey, usability, type KeyReference } from '../world/kms.ts';
import type { Ternary } from '../world/ternary.ts';
import { knownPartitionOf, partitionOf } from '../world/partitions.ts';
import { samePlace, type Caller } from '../world/place.ts';
import type { RawTag } from '../world/tags.ts';
import { findSnapshot, placeState, type PlaceState, type Snapshot, type World } from '../world/world.ts';

/** A request as it may arrive. CopyTags is a text when the wire held no boolean. */
export interface CopyRequest {
  readonly SourceDBClusterSnapshotIdentifier?: string | undefined;
  readonly TargetDBClusterSnapshotIdentifier?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly PreSignedUrl?: string | undefined;
  readonly CopyTags?: boolean | string | undefined;
  readonly Tags?: readonly RawTag[] | undefined;
  /** What is odd about the form it came in; absent when nothing is. */
  readonly form?: OddForm | undefined;
}

/** What no SDK would send, as far as it makes a difference. */
export interface OddForm {
  /** No operation is named, or one that the service does not have. */
  readonly action?: 'missing' | 'unknown';
  /** Nothing is known of how such a form is read. */
  readonly unspecified?: boolean;
  /** Tags that may be read as such, or not be seen. */
  readonly strayTags?: readonly RawTag[];
}

/** How the source is named. */
export type SourceName =
  | { readonly kind: 'none' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'arn'; readonly address: SnapshotAddress }
  | { readonly kind: 'malformed-name' }
  | { readonly kind: 'malformed-arn' };

/** Where the search for the source ended. */
export type Resolution =
  | { readonly kind: 'not-named' }
  | { readonly kind: 'found'; readonly snapshot: Snapshot }
  | { readonly kind: 'missing'; readonly foreign: boolean }
  | { readonly kind: 'other-partition' }
  | { readonly kind: 'not-shared' }
  /** A bare name that only an ARN could lead to. */
  | { readonly kind: 'needs-arn'; readonly shared: boolean; readonly otherRegion: boolean };

/** Everything the rules ask about, found out once per request. */
export interface Facts {
  readonly world: World;
  readonly caller: Caller;
  readonly request: CopyRequest;
  readonly here: PlaceState;
  readonly sourceName: SourceName;
  readonly resolution: Resolution;
  /** The source, when the caller can reach it. */
  readonly source: Snapshot | undefined;
  /** ARN of the key that encrypts the source. */
  readonly sourceKeyArn: string | undefined;
  /** Whether the caller may use that key. */
  readonly sourceKeyUse: Ternary;
  readonly crossAccount: boolean;
  readonly crossRegion: boolean;
  /** Folded to lower case. */
  readonly target: string | undefined;
  /** What KmsKeyId leads to; undefined when it is absent or empty. */
  readonly key: KeyReference | undefined;
  readonly tags: readonly RawTag[];
  readonly copyTags: boolean;
}

/** Finds out the facts of a request. Never fails: what cannot be found out is a fact too. */
export function gatherFacts(world: World, caller: Caller, request: CopyRequest): Facts {
  const sourceName = readSource(request.SourceDBClusterSnapshotIdentifier);
  const here = placeState(world, caller);
  const resolution = resolveSource(world, caller, here, sourceName);
  const source = resolution.kind === 'found' ? resolution.snapshot : undefined;
  const sourceKeyArn = source?.shape.StorageEncrypted === true ? source.shape.KmsKeyId : undefined;
  const sourceKey = sourceKeyArn === undefined ? undefined : keyByArn(world, sourceKeyArn);
  return {
    world,
    caller,
    request,
    here,
    sourceName,
    resolution,
    source,
    sourceKeyArn,
    sourceKeyUse: sourceKey === undefined ? 'broken' : usability(sourceKey, caller.account),
    crossAccount: source !== undefined && source.place.account !== caller.account,
    crossRegion: source !== undefined && source.place.region !== caller.region,
    target: fold(request.TargetDBClusterSnapshotIdentifier),
    key: request.KmsKeyId ? resolveKey(world, caller, request.KmsKeyId) : undefined,
    tags: request.Tags ?? [],
    copyTags: request.CopyTags === true,
  };
}

/** Identifiers are ASCII, so nothing else is folded: the Kelvin sign must not become a k. */
const fold = (text: string | undefined): string | undefined =>
  text === undefined || !/^[\x20-\x7e]*$/.test(text) ? text : text.toLowerCase();

function readSource(text: string | undefined): SourceName {
  if (text === undefined || text === '') return { kind: 'none' };
  if (looksLikeArn(text)) {
    const address = parseSnapshotArn(text);
    return address === undefined ? { kind: 'malformed-arn' } : { kind: 'arn', address };
  }
  return isSnapshotName(text) ? { kind: 'name', name: text.toLowerCase() } : { kind: 'malformed-name' };
}

function resolveSource(world: World, caller: Caller, here: PlaceState, source: SourceName): Resolution {
  switch (source.kind) {
    case 'name':
      return resolveName(world, caller, here, source.name);
    case 'arn':
      return resolveArn(world, caller, source.address);
    default:
      return { kind: 'not-named' };
  }
}

function resolveArn(world: World, caller: Caller, address: SnapshotAddress): Resolution {
  // A Region of which nothing is known may be in any.
  const walls = [knownPartitionOf(caller.region), knownPartitionOf(address.region)];
  if (walls.some((partition) => partition !== undefined && partition !== address.partition))
    return { kind: 'other-partition' };
  const snapshot = findSnapshot(world, address, address.name);
  if (snapshot === undefined) return { kind: 'missing', foreign: address.account !== caller.account };
  const visible = snapshot.place.account === caller.account || isSharedWith(snapshot, caller.account);
  return visible ? { kind: 'found', snapshot } : { kind: 'not-shared' };
}

/** A bare name is looked up in the caller's own place only; elsewhere it merely explains the miss. */
function resolveName(world: World, caller: Caller, here: PlaceState, name: string): Resolution {
  const snapshot = here.snapshots.get(name);
  if (snapshot !== undefined) return { kind: 'found', snapshot };
  let shared = false;
  let otherRegion = false;
  for (const state of world.places.values()) {
    const other = state.snapshots.get(name);
    if (other === undefined || samePlace(other.place, caller)) continue;
    if (partitionOf(other.place.region) !== partitionOf(caller.region)) continue;
    if (other.place.account === caller.account) otherRegion = true;
    else if (isSharedWith(other, caller.account)) shared = true;
  }
  return shared || otherRegion
    ? { kind: 'needs-arn', shared, otherRegion }
    : { kind: 'missing', foreign: false };
}

/** Whether the account may copy the other account's snapshot. */
export function isSharedWith(snapshot: Snapshot, account: string): boolean {
  return snapshot.sharedWith.includes(account) || snapshot.sharedWith.includes('all');
}

/** The tags of a request that has kept its rules. */
export const tagsOf = (facts: Facts): readonly Tag[] => asTags(facts.tags);

/** Tags that have their keys. */
export const asTags = (tags: readonly RawTag[]): readonly Tag[] =>
  tags.map(({ Key = '', Value }) => (Value === undefined ? { Key } : { Key, Value }));
