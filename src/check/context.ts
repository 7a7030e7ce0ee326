import { parseArn } from '../model/world/arn.ts';
import type { Facts } from '../model/rules/facts.ts';
import { keyArn } from '../model/world/kms.ts';
import type { Caller } from '../model/world/place.ts';
import { isSystemTag } from '../model/world/tags.ts';
import type { Snapshot } from '../model/world/world.ts';
import type { DecisionContext } from '../contract/generated/types.ts';
import type { Judged } from './judged.ts';
import type { KnownCaller, PlannedCopy } from './plan.ts';
import type { RunFacts } from './run-facts.ts';

/** What policies decide on, and which of it is not known. */
export interface KnownContext {
  readonly value: DecisionContext;
  /** Paths of members that are absent because they are not known, with slashes: `source/Status`. */
  readonly unknown: readonly string[];
}

/** A part of the context before what is not known is taken out: undefined means that. */
type Draft<T> = { readonly [Member in keyof T]?: T[Member] | undefined };

type Source = DecisionContext['source'];
type Key = NonNullable<DecisionContext['key']>;

/** The decision context of a planned copy (spec/decision-context.schema.json). */
export function contextOf(planned: PlannedCopy, judged: Judged, run: RunFacts): KnownContext {
  const { facts, inWorld } = judged;
  const caller: KnownCaller = inWorld ? facts.caller : planned.caller;
  const unknown: string[] = [];
  const known = <T extends object>(name: string, draft: Draft<T>): T => {
    const members: Record<string, unknown> = {};
    for (const [member, value] of Object.entries(draft)) {
      if (value !== undefined) members[member] = value;
      else unknown.push(name === '' ? member : `${name}/${member}`);
    }
    return members as T;
  };
  const place = { account: caller.account, region: caller.region };
  const source = sourceOf(facts, place, run.now);
  const key = facts.request.KmsKeyId ? keyOf(facts, place) : undefined;
  const value: DecisionContext = {
    request: planned.request as DecisionContext['request'],
    caller: known('caller', place),
    source: source === undefined ? {} : known<Source>('source', source),
    ...(key !== undefined && { key: known<Key>('key', key) }),
    copy: known('copy', {
      ...place,
      ...(facts.target !== undefined && { DBClusterSnapshotIdentifier: facts.target }),
      tags: copyTags(facts),
    }),
    plan: known<NonNullable<DecisionContext['plan']>>('plan', {
      size: run.size,
      toPlace: run.toPlace(caller),
      madeToday: run.madeToday(caller),
      copies: run.copies,
    }),
    ...known('', {
      now: run.now,
      crossRegion: crosses('region', facts, caller),
      crossAccount: crosses('account', facts, caller),
    }),
  };
  if (source === undefined) unknown.push('source');
  else if (facts.source === undefined) unknown.push(...untoldSource);
  if (key !== undefined && facts.key?.kind !== 'found') unknown.push(...untoldKey);
  return { value, unknown };
}

/** The source; undefined when the request does not name one. */
function sourceOf(
  { sourceName, source }: Facts,
  place: Draft<Caller>,
  now: string | undefined,
): Draft<Source> | undefined {
  if (sourceName.kind !== 'name' && sourceName.kind !== 'arn') return undefined;
  if (source !== undefined) return described(source, now);
  const named =
    sourceName.kind === 'name'
      ? { ...place, DBClusterSnapshotIdentifier: sourceName.name }
      : {
          account: sourceName.address.account,
          region: sourceName.address.region,
          DBClusterSnapshotIdentifier: sourceName.address.name,
        };
  return { account: undefined, region: undefined, ...named };
}

/** What only a world tells of a source. */
const untoldSource: readonly string[] = [
  'DBClusterSnapshotArn',
  'Status',
  'SnapshotType',
  'StorageEncrypted',
  'KmsKeyId',
  'DBClusterIdentifier',
  'Engine',
  'EngineVersion',
  'SnapshotCreateTime',
  'ageSeconds',
  'tags',
  'sharedWith',
].map((member) => `source/${member}`);

/** What only a world tells of a key. */
const untoldKey: readonly string[] = ['key/KeyState', 'key/KeyManager', 'key/MultiRegion'];

/** A source that was found. What it has not, it has not: nothing of it is unknown. */
function described({ place, shape, tags, sharedWith }: Snapshot, now: string | undefined): Draft<Source> {
  const { KmsKeyId, DBClusterIdentifier, Engine, EngineVersion, SnapshotCreateTime } = shape;
  return {
    account: place.account,
    region: place.region,
    DBClusterSnapshotIdentifier: shape.DBClusterSnapshotIdentifier,
    DBClusterSnapshotArn: shape.DBClusterSnapshotArn,
    Status: shape.Status,
    SnapshotType: shape.SnapshotType as NonNullable<Source['SnapshotType']>,
    StorageEncrypted: shape.StorageEncrypted,
    ...(KmsKeyId !== undefined && { KmsKeyId }),
    ...(DBClusterIdentifier !== undefined && { DBClusterIdentifier }),
    ...(Engine !== undefined && { Engine }),
    ...(EngineVersion !== undefined && { EngineVersion }),
    ...(SnapshotCreateTime !== undefined && {
      SnapshotCreateTime,
      ageSeconds: now === undefined ? undefined : secondsBetween(SnapshotCreateTime, now),
    }),
    tags: byKey(tags),
    sharedWith,
  };
}

const secondsBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 1000);

/** What the request's key is, as far as its name and the world tell. */
function keyOf({ request, key }: Facts, place: Draft<Caller>): Draft<Key> {
  const reference = request.KmsKeyId ?? '';
  const arn = parseArn(reference);
  const { account, region } = arn ?? place;
  const resource = arn === undefined ? reference : arn.resource.replace(/^key\//, '');
  const alias = resource.startsWith('alias/') ? { alias: resource } : {};
  if (key?.kind === 'found') {
    const { id, arn: Arn, state, manager, multiRegion } = key.key;
    return {
      account: key.key.place.account,
      region: key.key.place.region,
      ...alias,
      KeyId: id,
      Arn,
      KeyState: state,
      KeyManager: manager,
      MultiRegion: multiRegion,
    };
  }
  const named = alias.alias === undefined;
  return {
    account,
    region,
    ...alias,
    KeyId: named ? resource : undefined,
    Arn:
      named && account !== undefined && region !== undefined
        ? keyArn({ account, region }, resource)
        : undefined,
  };
}

/** The tags that the copy will have; undefined when they are those of a source that is not known. */
function copyTags({ tags, copyTags: takesOver, source }: Facts): DecisionContext['copy']['tags'] {
  if (tags.length > 0) return byKey(tags);
  if (!takesOver) return {};
  return source === undefined ? undefined : byKey(source.tags.filter((tag) => !isSystemTag(tag)));
}

const byKey = (tags: Facts['tags']): Record<string, string> =>
  Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));

/** Whether source and caller differ in this; a bare name never leaves the caller's place. */
function crosses(
  what: 'account' | 'region',
  { sourceName }: Facts,
  caller: KnownCaller,
): boolean | undefined {
  if (sourceName.kind === 'name') return false;
  if (sourceName.kind !== 'arn' || caller[what] === undefined) return undefined;
  return sourceName.address[what] !== caller[what];
}
