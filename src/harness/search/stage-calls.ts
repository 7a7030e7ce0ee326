import {
  removeSnapshot,
  placeOf,
  putSnapshot,
  type Caller,
  type Snapshot,
  type World,
} from '../../model/index.ts';
import { addKey } from '../../model/world/fixture.ts';
import { findSnapshot, placeState, withPlace } from '../../model/world/world.ts';
import type {
  AliasCall,
  CallKey,
  CallPlace,
  CreateCall,
  DBClusterSnapshot,
  DeleteCall,
  KeyCall,
  ShareCall,
  TagCall,
} from '../../contract/generated/types.ts';
import type { Keys, RingKey } from '../target/endpoint/key-ring.ts';
import type { FixtureBuilder } from '../target/endpoint/fixture-builder.ts';
import { completed } from '../target/completed.ts';
import { isPending } from '../target/endpoint/stage-so-far.ts';
import type { Target } from '../target/target.ts';

/** A sequence under way: the target's world as the model follows it, and how names are made real. */
export interface Play {
  readonly target: Target;
  readonly fixtureBuilder: FixtureBuilder;
  readonly keyRing: Keys;
  /** Copies of which nobody knows whose they are: each is told once. */
  readonly strangers: Set<string>;
  /** Starts every name, so that sequences do not meet. */
  readonly prefix: string;
  world: World;
  readonly keys: Partial<Record<CallKey, KeyInUse>>;
}

/** A key that the sequence has made. */
export interface KeyInUse extends RingKey {
  readonly caller: Caller;
}

/** Calls that prepare the world for copies. */
export type StagingCall = CreateCall | DeleteCall | ShareCall | TagCall | KeyCall | AliasCall;

/** The account and Region that play the roles; the caller's own, here, unless told. */
export const callerAt = ({ target }: Play, at: Partial<CallPlace> = {}): Caller =>
  placeOf(at, { ...target.setting, nameOf: (handle) => handle });

/** Real name of an abstract one. AWS folds it; the case that was asked for is kept. */
export const realName = ({ prefix }: Play, name: string): string => `${prefix}-${name}`;

/** The snapshot of an abstract name, if the sequence has it there. */
export const known = (play: Play, at: CallPlace | undefined, name: string): Snapshot | undefined =>
  findSnapshot(play.world, callerAt(play, at), realName(play, name).toLowerCase());

/** The keys that a sequence may make, each when it is first needed. */
export const whereKeysAre: Readonly<Record<CallKey, CallPlace>> = {
  first: { account: 'self', region: 'here' },
  second: { account: 'self', region: 'here' },
  elsewhere: { account: 'self', region: 'elsewhere' },
  theirs: { account: 'other', region: 'here' },
};

/**
 * Makes a call that prepares the world, and lets the model's world follow. What makes no sense (deleting what is not
 * there) is skipped. Throws StagingStopped when the target refuses.
 */
export async function stageCall(play: Play, call: StagingCall): Promise<void> {
  switch (call.op) {
    case 'create':
      return create(play, call);
    case 'delete':
      return remove(play, call);
    case 'share':
    case 'unshare':
      return share(play, call);
    case 'tag':
    case 'untag':
      return tag(play, call);
    case 'enable-key':
    case 'disable-key':
      return switchKey(play, call);
    case 'point-alias':
      return pointAlias(play, call);
  }
}

async function create(play: Play, { at, name, key, tags }: CreateCall): Promise<void> {
  if (known(play, at, name) !== undefined) return;
  const { fixtureBuilder } = play;
  const caller = callerAt(play, at);
  const snapshot = realName(play, name);
  const cluster = `${snapshot}-cluster-${fixtureBuilder.steps.length}`;
  const arn = key === undefined ? undefined : (await ensureKey(play, key)).arn;
  await fixtureBuilder.makeCluster(
    caller,
    cluster,
    arn === undefined ? {} : { StorageEncrypted: true, KmsKeyId: arn },
  );
  await fixtureBuilder.call('neptune', 'CreateDBClusterSnapshot', caller, {
    DBClusterIdentifier: cluster,
    DBClusterSnapshotIdentifier: snapshot,
    ...(tags !== undefined && { Tags: tags }),
  });
  const shape = await fixtureBuilder.awaitAvailable(caller, snapshot);
  const listed =
    tags === undefined
      ? []
      : await fixtureBuilder.tagsOf(caller, completed(shape, caller).DBClusterSnapshotArn);
  follow(play, caller, shape, listed);
}

/** Lets the model's world have a snapshot as the target describes it. */
export function follow(
  play: Play,
  place: Caller,
  described: DBClusterSnapshot,
  tags: Snapshot['tags'],
): void {
  const name = (described.DBClusterSnapshotIdentifier ?? '').toLowerCase();
  const before = findSnapshot(play.world, place, name);
  const shape = completed(described, place);
  play.world = putSnapshot(play.world, { place, name, shape, tags, sharedWith: before?.sharedWith ?? [] });
}

async function remove(play: Play, { at, name }: DeleteCall): Promise<void> {
  const snapshot = known(play, at, name);
  if (snapshot === undefined) return;
  // Whether a copy under way survives its source is nobody's claim.
  for (const copy of copiesOf(play, snapshot)) await settle(play, copy);
  await play.fixtureBuilder.call('neptune', 'DeleteDBClusterSnapshot', snapshot.place, {
    DBClusterSnapshotIdentifier: snapshot.name,
  });
  play.world = removeSnapshot(play.world, snapshot.place, snapshot.name);
}

/** Waits for a snapshot that is in progress. */
export async function settle(play: Play, snapshot: Snapshot): Promise<Snapshot> {
  if (!isPending(snapshot.shape)) return snapshot;
  const { place, name, tags } = snapshot;
  follow(play, place, await play.fixtureBuilder.awaitAvailable(place, name), tags);
  return findSnapshot(play.world, place, name) ?? snapshot;
}

const copiesOf = ({ world }: Play, { shape: { DBClusterSnapshotArn: arn } }: Snapshot): readonly Snapshot[] =>
  [...world.places.values()]
    .flatMap(({ snapshots }) => [...snapshots.values()])
    .filter(({ shape }) => shape.SourceDBClusterSnapshotArn === arn);

async function share(play: Play, call: ShareCall): Promise<void> {
  const found = known(play, call.at, call.name);
  // What is under way cannot be shared.
  const snapshot = found && (await settle(play, found));
  const account = play.target.setting.accounts[call.with];
  if (snapshot === undefined || account === snapshot.place.account) return;
  const adding = call.op === 'share';
  if (adding === snapshot.sharedWith.includes(account)) return;
  await play.fixtureBuilder.call('neptune', 'ModifyDBClusterSnapshotAttribute', snapshot.place, {
    DBClusterSnapshotIdentifier: snapshot.name,
    AttributeName: 'restore',
    [adding ? 'ValuesToAdd' : 'ValuesToRemove']: [account],
  });
  const sharedWith = adding
    ? [...snapshot.sharedWith, account]
    : snapshot.sharedWith.filter((each) => each !== account);
  play.world = putSnapshot(play.world, { ...snapshot, sharedWith });
}

async function tag(play: Play, call: TagCall): Promise<void> {
  const snapshot = known(play, call.at, call.name);
  if (snapshot === undefined) return;
  const keys = call.tags.map(({ Key }) => Key);
  const others = snapshot.tags.filter(({ Key }) => !keys.includes(Key));
  const after = call.op === 'tag' ? [...others, ...call.tags] : others;
  if (after.length > 50) return;
  const ResourceName = snapshot.shape.DBClusterSnapshotArn;
  if (call.op === 'tag') {
    await play.fixtureBuilder.call('neptune', 'AddTagsToResource', snapshot.place, {
      ResourceName,
      Tags: call.tags,
    });
  } else {
    await play.fixtureBuilder.call('neptune', 'RemoveTagsFromResource', snapshot.place, {
      ResourceName,
      TagKeys: keys,
    });
  }
  const tags = await play.fixtureBuilder.tagsOf(snapshot.place, ResourceName);
  play.world = putSnapshot(play.world, { ...snapshot, tags });
}

async function switchKey(play: Play, call: KeyCall): Promise<void> {
  const made = await ensureKey(play, call.key);
  const { caller, id } = made;
  const state = call.op === 'enable-key' ? 'Enabled' : 'Disabled';
  const key = placeState(play.world, caller).keys.get(id);
  if (key === undefined || key.state === state) return;
  await play.keyRing.bring(play.fixtureBuilder, made, state);
  play.world = addKey(play.world, { ...key, state });
}

async function pointAlias(play: Play, { key }: AliasCall): Promise<void> {
  const { caller, id } = await ensureKey(play, key);
  const AliasName = aliasName(play);
  const state = placeState(play.world, caller);
  if (state.aliases.has(AliasName))
    await play.fixtureBuilder.call('kms', 'DeleteAlias', caller, { AliasName });
  await play.fixtureBuilder.call('kms', 'CreateAlias', caller, { AliasName, TargetKeyId: id });
  play.world = withPlace(play.world, caller, { ...state, aliases: state.aliases.set(AliasName, id) });
}

/** The sequence's alias. */
export const aliasName = ({ prefix }: Play): string => `alias/${prefix}`;

/** A key of the sequence, made when it is first needed. */
export async function ensureKey(play: Play, name: CallKey): Promise<KeyInUse> {
  const before = play.keys[name];
  if (before !== undefined) return before;
  const caller = callerAt(play, whereKeysAre[name]);
  const { id, arn } = await play.keyRing.take(play.fixtureBuilder, name, { place: caller });
  const made: KeyInUse = { caller, id, arn };
  play.keys[name] = made;
  play.world = addKey(play.world, {
    place: caller,
    id,
    arn: made.arn,
    state: 'Enabled',
    spec: 'SYMMETRIC_DEFAULT',
    manager: 'CUSTOMER',
    multiRegion: false,
    usableBy: [],
  });
  return made;
}
