import { parseArn } from './arn.ts';
import { partitionOf } from './partitions.ts';
import type { Place } from './place.ts';
import type { KmsKey } from './key.ts';
import type { Ternary } from './ternary.ts';
import { placeState, type World } from './world.ts';

export type { KmsKey } from './key.ts';

/** Alias of the AWS managed key that encrypts storage when no key is named. */
export const managedAlias = 'alias/aws/rds';

/** What a KmsKeyId leads to. */
export type KeyReference =
  | { readonly kind: 'found'; readonly key: KmsKey }
  | { readonly kind: 'other-region' }
  | { readonly kind: 'unknown' };

/** ARN of a key. */
export const keyArn = (place: Place, id: string): string => kmsArn(place, `key/${id}`);

/** ARN of an alias (`alias/…`). */
export const aliasArn = (place: Place, alias: string): string => kmsArn(place, alias);

function kmsArn(place: Place, resource: string): string {
  return `arn:${partitionOf(place.region)}:kms:${place.region}:${place.account}:${resource}`;
}

/**
 * Resolves a KmsKeyId the way the called Region does: key id and alias name in the caller's own account,
 * key ARN and alias ARN in whichever account they name. Whether the key may be used is another question.
 */
export function resolveKey(world: World, caller: Place, reference: string): KeyReference {
  if (!reference.startsWith('arn:')) return lookUp(world, caller, reference);
  const arn = parseArn(reference);
  if (arn?.service !== 'kms' || arn.partition !== partitionOf(caller.region)) return { kind: 'unknown' };
  if (arn.region !== caller.region) return { kind: 'other-region' };
  const place = { account: arn.account, region: arn.region };
  if (arn.resource.startsWith('alias/')) return lookUp(world, place, arn.resource);
  const id = /^key\/([^/]+)$/.exec(arn.resource)?.[1];
  return id === undefined ? { kind: 'unknown' } : lookUp(world, place, id);
}

function lookUp(world: World, place: Place, idOrAlias: string): KeyReference {
  const state = placeState(world, place);
  const id = idOrAlias.startsWith('alias/') ? state.aliases.get(idOrAlias) : idOrAlias;
  const key = id === undefined ? undefined : state.keys.get(id);
  return key === undefined ? { kind: 'unknown' } : { kind: 'found', key };
}

/** The key with this ARN, wherever it is. */
export function keyByArn(world: World, arn: string): KmsKey | undefined {
  const parts = parseArn(arn);
  if (parts === undefined) return undefined;
  const place = { account: parts.account, region: parts.region };
  return placeState(world, place).keys.get(parts.resource.slice('key/'.length));
}

/** Whether the account may use the key now: its own keys and those that let it in, if enabled. */
export function isUsable(key: KmsKey, account: string): boolean {
  if (key.state !== 'Enabled') return false;
  if (key.place.account === account) return true;
  return key.manager === 'CUSTOMER' && letsIn(key.usableBy, account);
}

/** The same as a rule has it: unspecified where it depends on a grant whose constraints may be met. */
export function usability(key: KmsKey, account: string): Ternary {
  if (isUsable(key, account)) return 'kept';
  return key.state === 'Enabled' && letsIn(key.maybeUsableBy ?? [], account) ? 'unspecified' : 'broken';
}

const letsIn = (accounts: readonly string[], account: string): boolean =>
  accounts.includes(account) || accounts.includes('*');

/** Whether the key can encrypt storage at all. */
export const isSymmetric = (key: KmsKey): boolean => key.spec === 'SYMMETRIC_DEFAULT';
