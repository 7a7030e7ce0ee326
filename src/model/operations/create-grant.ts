import type { KmsKey } from '../world/key.ts';
import { say } from '../world/say.ts';
import type { Ternary } from '../world/ternary.ts';
import { makeId } from '../world/world.ts';
import type { KeyInput } from './describe-key.ts';
import { accountOf } from './key-policy.ts';
import { invalid, invalidState, ownKey, putKey } from './keys.ts';
import { accept, isRefusal, refuse, type Operation } from './reply.ts';

/** GrantConstraints: what the encryption context of an operation must have or be, and on whose behalf it must be made. */
interface Constraints {
  readonly EncryptionContextSubset?: Readonly<Record<string, string>>;
  readonly EncryptionContextEquals?: Readonly<Record<string, string>>;
  readonly SourceArn?: string;
}

/** CreateGrantRequest, as far as copies ask. */
export interface CreateGrantInput extends KeyInput {
  readonly GranteePrincipal?: string | undefined;
  readonly Operations?: readonly string[] | undefined;
  readonly Name?: string | undefined;
  readonly Constraints?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * KMS CreateGrant. As with key policies, another account is let in by what allows it CreateGrant, without which no
 * snapshot can be copied; grants that do not are made, and change nothing here. Faults: NotFoundException,
 * AccessDeniedException, KMSInvalidStateException, InvalidArnException, ValidationException. Where a grant depends on what
 * nobody knows, so does every copy that needs it.
 */
export const createGrant: Operation<
  CreateGrantInput,
  { readonly GrantId: string; readonly GrantToken: string }
> = (world, caller, input) => {
  const { GranteePrincipal: grantee = '', Operations: allowed = [], Constraints = {} } = input;
  if (grantee === '') return [world, invalid('GranteePrincipal must be given and must not be empty.')];
  if (allowed.length === 0) return [world, invalid('Operations must be given and must not be empty.')];
  const account = accountOf(grantee);
  if (account === undefined)
    return [world, refuse('InvalidArnException', 400, say`${grantee} is no principal.`)];
  if (!areConstraints(Constraints))
    return [world, invalid('Constraints must be maps of texts, and SourceArn a text.')];
  const key = ownKey(world, caller, input.KeyId);
  if (isRefusal(key)) return [world, key];
  if (key.state !== 'Enabled') return [world, invalidState(say`${key.arn} is ${key.state}.`)];
  const granted = allowed.includes('CreateGrant')
    ? putKey(world, opened(key, account, servesCopies(Constraints)))
    : world;
  const [next, id] = makeId(granted);
  const GrantId = id.replaceAll('-', '').repeat(2);
  return [next, accept({ GrantId, GrantToken: `token-${GrantId}` })];
};

/** The key, which an account may use, or of which nobody knows whether it may. */
function opened(key: KmsKey, account: string, serves: Ternary): KmsKey {
  if (serves === 'kept') return { ...key, usableBy: [...key.usableBy, account] };
  if (serves === 'broken') return key;
  return { ...key, maybeUsableBy: [...(key.maybeUsableBy ?? []), account] };
}

/**
 * Whether a grant with these constraints is enough for a copy. The encryption context always tells the database, by a key
 * such as `aws:rds:db-id` (KMS Developer Guide, "Amazon RDS encryption context", read 2026-11-27: "at minimum"), so
 * that one without such a key is never equal to it. What it has besides, which id it tells for a snapshot, and on behalf
 * of which resource a copy is made, is documented nowhere.
 */
function servesCopies({
  EncryptionContextEquals: equal,
  EncryptionContextSubset: subset = {},
  SourceArn,
}: Constraints): Ternary {
  if (equal !== undefined && !Object.keys(equal).some((name) => name.startsWith('aws:rds:'))) return 'broken';
  const isFree = equal === undefined && Object.keys(subset).length === 0 && SourceArn === undefined;
  return isFree ? 'kept' : 'unspecified';
}

const areConstraints = (
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, unknown>> & Constraints =>
  [value['EncryptionContextEquals'], value['EncryptionContextSubset']].every(isMapOfTexts) &&
  ['string', 'undefined'].includes(typeof value['SourceArn']);

const isMapOfTexts = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === 'string'));
