import { aliasArn } from '../world/kms.ts';
import { say } from '../world/say.ts';
import { placeState } from '../world/world.ts';
import { alreadyExists, invalid, invalidState, notFound, ownKey, putAlias, removeAlias } from './keys.ts';
import { accept, isRefusal, refuse, type Operation, type Reply } from './reply.ts';

/** CreateAliasRequest. */
export interface CreateAliasInput {
  readonly AliasName?: string | undefined;
  readonly TargetKeyId?: string | undefined;
}

/** DeleteAliasRequest. */
export interface DeleteAliasInput {
  readonly AliasName?: string | undefined;
}

/** KMS CreateAlias. Faults: InvalidAliasNameException, AlreadyExistsException, NotFoundException, KMSInvalidStateException. */
export const createAlias: Operation<CreateAliasInput> = (
  world,
  caller,
  { AliasName: alias, TargetKeyId },
) => {
  const problem = checkAlias(alias);
  if (problem !== undefined) return [world, problem];
  const name = alias ?? '';
  const key = ownKey(world, caller, TargetKeyId);
  if (isRefusal(key)) return [world, key];
  if (placeState(world, caller).aliases.has(name)) {
    return [world, alreadyExists(say`An alias with the name ${aliasArn(caller, name)} already exists`)];
  }
  if (key.state === 'PendingDeletion') return [world, invalidState(say`${key.arn} is pending deletion.`)];
  return [putAlias(world, caller, name, key.id), accept({})];
};

/** KMS DeleteAlias. Faults: NotFoundException, InvalidAliasNameException. */
export const deleteAlias: Operation<DeleteAliasInput> = (world, caller, { AliasName: alias }) => {
  const problem = checkAlias(alias);
  if (problem !== undefined) return [world, problem];
  const name = alias ?? '';
  if (!placeState(world, caller).aliases.has(name)) {
    return [world, notFound(say`Alias ${aliasArn(caller, name)} is not found.`)];
  }
  return [removeAlias(world, caller, name), accept({})];
};

/** `alias/aws/…` belongs to AWS. */
function checkAlias(alias: string | undefined): Reply<never> | undefined {
  if (!alias) return invalid('AliasName must be given and must not be empty.');
  if (alias.length <= 256 && /^alias\/(?!aws\/)[\w/-]+$/.test(alias)) return undefined;
  return refuse('InvalidAliasNameException', 400, say`${alias} is not a valid alias name.`);
}
