import { say } from '../world/say.ts';
import { makeId } from '../world/world.ts';
import type { KeyInput } from './describe-key.ts';
import { accountOf } from './key-policy.ts';
import { invalid, invalidState, ownKey, putKey } from './keys.ts';
import { accept, isRefusal, refuse, type Operation } from './reply.ts';

/** CreateGrantRequest, as far as copies ask. */
export interface CreateGrantInput extends KeyInput {
  readonly GranteePrincipal?: string | undefined;
  readonly Operations?: readonly string[] | undefined;
  readonly Name?: string | undefined;
}

/**
 * KMS CreateGrant. As with key policies, another account is let in by what allows it CreateGrant, without which no
 * snapshot can be copied; grants that do not are made, and change nothing here. Faults: NotFoundException,
 * AccessDeniedException, KMSInvalidStateException, InvalidArnException, ValidationException.
 */
export const createGrant: Operation<
  CreateGrantInput,
  { readonly GrantId: string; readonly GrantToken: string }
> = (world, caller, input) => {
  const { GranteePrincipal: grantee = '', Operations: allowed = [] } = input;
  if (grantee === '') return [world, invalid('GranteePrincipal must be given and must not be empty.')];
  if (allowed.length === 0) return [world, invalid('Operations must be given and must not be empty.')];
  const account = accountOf(grantee);
  if (account === undefined)
    return [world, refuse('InvalidArnException', 400, say`${grantee} is no principal.`)];
  const key = ownKey(world, caller, input.KeyId);
  if (isRefusal(key)) return [world, key];
  if (key.state !== 'Enabled') return [world, invalidState(say`${key.arn} is ${key.state}.`)];
  const letsIn = account !== caller.account && allowed.includes('CreateGrant');
  const granted = letsIn ? putKey(world, { ...key, usableBy: [...key.usableBy, account] }) : world;
  const [next, id] = makeId(granted);
  const GrantId = id.replaceAll('-', '').repeat(2);
  return [next, accept({ GrantId, GrantToken: `token-${GrantId}` })];
};
