import { isSymmetric, isUsable, keyArn, managedAlias, resolveKey, type KmsKey } from '../world/kms.ts';
import type { Caller, Place } from '../world/place.ts';
import { say } from '../world/say.ts';
import { makeId, placeState, withPlace, type World } from '../world/world.ts';
import { refuseByRule } from './checks.ts';
import { refuse, type Reply } from './reply.ts';

/** What a new key is, besides its place and name. */
export type KeyTraits = Pick<
  KmsKey,
  'spec' | 'manager' | 'multiRegion' | 'usableBy' | 'usage' | 'description'
>;

/** The world with the key added, or put in the place of the one of its id. */
export function putKey(world: World, key: KmsKey): World {
  const state = placeState(world, key.place);
  return withPlace(world, key.place, { ...state, keys: state.keys.set(key.id, key) });
}

/** The world in which the alias (`alias/…`) leads to the key. */
export function putAlias(world: World, place: Place, alias: string, keyId: string): World {
  const state = placeState(world, place);
  return withPlace(world, place, { ...state, aliases: state.aliases.set(alias, keyId) });
}

/** The world without the alias. */
export function removeAlias(world: World, place: Place, alias: string): World {
  const state = placeState(world, place);
  return withPlace(world, place, { ...state, aliases: state.aliases.delete(alias) });
}

/** A new, enabled key with a made-up id: a UUID, or `mrk-` and 32 digits for a multi-Region key. */
export function makeKey(
  world: World,
  { account, region }: Place,
  traits: KeyTraits,
): readonly [World, KmsKey] {
  const [next, uuid] = makeId(world);
  const id = traits.multiRegion ? `mrk-${uuid.replaceAll('-', '')}` : uuid;
  const place = { account, region };
  const key: KmsKey = { place, id, arn: keyArn(place, id), state: 'Enabled', ...traits };
  return [putKey(next, key), key];
}

/** The AWS managed key of a place, made on first use as AWS does. */
export function managedKey(world: World, place: Place): readonly [World, KmsKey] {
  const found = resolveKey(world, place, managedAlias);
  if (found.kind === 'found') return [world, found.key];
  const traits = { spec: 'SYMMETRIC_DEFAULT', manager: 'AWS', multiRegion: false, usableBy: [] } as const;
  const [next, key] = makeKey(world, place, traits);
  return [putAlias(next, place, managedAlias, key.id), key];
}

/** The world in which the reference can be looked up: naming the AWS managed key's alias makes the key. */
export function withManagedKey(world: World, caller: Caller, reference: string): World {
  return reference === managedAlias ? managedKey(world, caller)[0] : world;
}

/** The ARN of the key that encrypts a cluster, if any, in the world in which it exists. */
export interface Encryption {
  readonly world: World;
  readonly keyArn: string | undefined;
}

/** Encryption with the key that the reference leads to. Fault: KMSKeyNotAccessibleFault. */
export function encryptedWith(world: World, caller: Caller, reference: string): Encryption | Reply<never> {
  const next = withManagedKey(world, caller, reference);
  const found = resolveKey(next, caller, reference);
  const fits = found.kind === 'found' && isUsable(found.key, caller.account) && isSymmetric(found.key);
  return fits
    ? { world: next, keyArn: found.key.arn }
    : refuseByRule('kms-key-accessible', { key: reference });
}

/** Whether the account may use the key as soon as it is enabled. */
export const mayUse = (key: KmsKey, account: string): boolean =>
  isUsable({ ...key, state: 'Enabled' }, account);

/** A key of the caller's own, for operations that change it. */
export function ownKey(world: World, caller: Caller, reference: string | undefined): KmsKey | Reply<never> {
  if (!reference) return invalid('KeyId must be given and must not be empty.');
  const found = resolveKey(world, caller, reference);
  if (found.kind !== 'found') return notFound(say`Key '${reference}' does not exist`);
  return found.key.place.account === caller.account ? found.key : accessDenied(reference);
}

/** KMS's faults, all of status 400. */
export const notFound = (message: string): Reply<never> => refuse('NotFoundException', 400, message);
export const alreadyExists = (message: string): Reply<never> =>
  refuse('AlreadyExistsException', 400, message);
export const invalid = (message: string): Reply<never> => refuse('ValidationException', 400, message);
export const invalidState = (message: string): Reply<never> =>
  refuse('KMSInvalidStateException', 400, message);
export const accessDenied = (reference: string): Reply<never> =>
  refuse('AccessDeniedException', 400, say`The caller is not authorized to access ${reference}.`);
