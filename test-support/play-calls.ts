import type { Call, CallKey, CallPlace, CopyCall } from '../src/contract/generated/types.ts';
import { operations } from '../src/model/operations/index.ts';
import type { Outcome } from '../src/model/operations/copy.ts';
import type { Operation } from '../src/model/operations/reply.ts';
import type { CopyRequest } from '../src/model/rules/facts.ts';
import { addKey } from '../src/model/world/fixture.ts';
import {
  copy as modelCopy,
  emptyWorld,
  keyArn,
  placeOf,
  placeState,
  plainSetting,
  snapshotArn,
  type Caller,
  type World,
} from '../src/model/index.ts';

/** What a call did to the model's world. */
export interface PlayedCall {
  readonly call: Call;
  readonly before: World;
  readonly after: World;
  /** Of a copy. */
  readonly copy?: { readonly caller: Caller; readonly request: CopyRequest; readonly outcome: Outcome };
}

/** How calls are played. */
export interface Player {
  readonly copy: typeof modelCopy;
  /** What else happens to the world after a call. */
  readonly aftermath?: (played: PlayedCall) => World;
}

const whereKeysAre: Readonly<Record<CallKey, CallPlace>> = {
  first: { account: 'self', region: 'here' },
  second: { account: 'self', region: 'here' },
  elsewhere: { account: 'self', region: 'elsewhere' },
  theirs: { account: 'other', region: 'here' },
};

const alias = 'alias/moving';

export const callerAt = (at: Partial<CallPlace> = {}): Caller => placeOf(at, plainSetting);

/** A world with the keys that calls name, and nothing else. These accounts may use them as well as their own. */
export const worldWithKeys = (usableBy: readonly string[] = []): World =>
  (Object.keys(whereKeysAre) as CallKey[]).reduce((world, id) => {
    const place = callerAt(whereKeysAre[id]);
    return addKey(world, {
      place,
      id,
      arn: keyArn(place, id),
      state: 'Enabled',
      spec: 'SYMMETRIC_DEFAULT',
      manager: 'CUSTOMER',
      multiRegion: false,
      usableBy,
    });
  }, emptyWorld());

/** Plays a call of a sequence in the model: names are as they stand there. What is refused changes nothing. */
export function playCall(before: World, call: Call, player: Player = { copy: modelCopy }): PlayedCall {
  const played =
    call.op === 'copy' ? copied(before, call, player) : { call, before, after: stage(before, call) };
  return player.aftermath === undefined ? played : { ...played, after: player.aftermath(played) };
}

function copied(before: World, call: CopyCall, { copy }: Player): PlayedCall {
  const caller = callerAt(call.at);
  const request = requestOf(call);
  const [after, outcome] = copy(before, caller, request);
  return { call, before, after, copy: { caller, request, outcome } };
}

function requestOf({ source, sourceAt, target, key, alias: byAlias, copyTags, tags }: CopyCall): CopyRequest {
  const keyId = byAlias === true ? alias : key && keyArn(callerAt(whereKeysAre[key]), key);
  return {
    SourceDBClusterSnapshotIdentifier:
      sourceAt === undefined ? source : snapshotArn(callerAt(sourceAt), source.toLowerCase()),
    TargetDBClusterSnapshotIdentifier: target,
    ...(keyId !== undefined && { KmsKeyId: keyId }),
    ...(copyTags !== undefined && { CopyTags: copyTags }),
    ...(tags !== undefined && { Tags: tags }),
  };
}

function stage(world: World, call: Exclude<Call, CopyCall>): World {
  const { neptune, kms } = operations;
  switch (call.op) {
    case 'create': {
      const caller = callerAt(call.at);
      const cluster = `${call.name}-cluster-${world.serial}`;
      const key = call.key && keyArn(callerAt(whereKeysAre[call.key]), call.key);
      const clustered = perform(world, caller, neptune.CreateDBCluster, {
        DBClusterIdentifier: cluster,
        Engine: 'neptune',
        ...(key !== undefined && { StorageEncrypted: true, KmsKeyId: key }),
      });
      return perform(clustered, caller, neptune.CreateDBClusterSnapshot, {
        DBClusterIdentifier: cluster,
        DBClusterSnapshotIdentifier: call.name,
        ...(call.tags !== undefined && { Tags: call.tags }),
      });
    }
    case 'delete':
      return perform(world, callerAt(call.at), neptune.DeleteDBClusterSnapshot, {
        DBClusterSnapshotIdentifier: call.name,
      });
    case 'share':
    case 'unshare':
      return perform(world, callerAt(call.at), neptune.ModifyDBClusterSnapshotAttribute, {
        DBClusterSnapshotIdentifier: call.name,
        AttributeName: 'restore',
        [call.op === 'share' ? 'ValuesToAdd' : 'ValuesToRemove']: [plainSetting.accounts[call.with]],
      });
    case 'tag':
      return perform(world, callerAt(call.at), neptune.AddTagsToResource, {
        ResourceName: snapshotArn(callerAt(call.at), call.name.toLowerCase()),
        Tags: call.tags,
      });
    case 'untag':
      return perform(world, callerAt(call.at), neptune.RemoveTagsFromResource, {
        ResourceName: snapshotArn(callerAt(call.at), call.name.toLowerCase()),
        TagKeys: call.tags.map(({ Key }) => Key),
      });
    case 'enable-key':
      return perform(world, callerAt(whereKeysAre[call.key]), kms.EnableKey, { KeyId: call.key });
    case 'disable-key':
      return perform(world, callerAt(whereKeysAre[call.key]), kms.DisableKey, { KeyId: call.key });
    case 'point-alias': {
      const caller = callerAt(whereKeysAre[call.key]);
      const led = placeState(world, caller).aliases.has(alias);
      const without = led ? perform(world, caller, kms.DeleteAlias, { AliasName: alias }) : world;
      return perform(without, caller, kms.CreateAlias, { AliasName: alias, TargetKeyId: call.key });
    }
  }
}

/** The world after an operation; what is refused leaves it as it was. */
const perform = <Input>(world: World, caller: Caller, operation: Operation<Input>, input: Input): World => {
  const [after, reply] = operation(world, caller, input);
  return reply.ok ? after : world;
};
