import { keyArn, type KmsKey } from '../world/kms.ts';
import { partitionOf } from '../world/partitions.ts';
import { isRegion } from '../world/place.ts';
import { say } from '../world/say.ts';
import { placeState } from '../world/world.ts';
import { describedKey, type KeyMetadata } from './describe-key.ts';
import { accountsOf } from './key-policy.ts';
import { alreadyExists, invalid, invalidState, makeKey, ownKey, putKey } from './keys.ts';
import { accept, isRefusal, refuse, type Operation } from './reply.ts';

/** CreateKeyRequest; tags are taken and forgotten. */
export interface CreateKeyInput {
  readonly KeySpec?: string | undefined;
  /** The former name of KeySpec. */
  readonly CustomerMasterKeySpec?: string | undefined;
  /** Kept and shown; whether the spec allows it is not looked at. */
  readonly KeyUsage?: string | undefined;
  readonly MultiRegion?: boolean | undefined;
  readonly Policy?: string | undefined;
  readonly Description?: string | undefined;
}

/** ReplicateKeyRequest. */
export interface ReplicateKeyInput {
  readonly KeyId?: string | undefined;
  readonly ReplicaRegion?: string | undefined;
  readonly Policy?: string | undefined;
}

const keySpecs = /^(?:SYMMETRIC_DEFAULT|RSA_(?:2048|3072|4096)|ECC_\w+|HMAC_(?:224|256|384|512)|SM2)$/;

const usages = ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'];

/** KMS CreateKey: enabled at once. Faults: ValidationException, MalformedPolicyDocumentException. */
export const createKey: Operation<CreateKeyInput, { readonly KeyMetadata: KeyMetadata }> = (
  world,
  caller,
  input,
) => {
  const spec = input.KeySpec ?? input.CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';
  if (!keySpecs.test(spec)) return [world, invalid(say`KeySpec ${spec} is not known.`)];
  const { KeyUsage: usage } = input;
  if (usage !== undefined && !usages.includes(usage))
    return [world, invalid(say`KeyUsage ${usage} is not known.`)];
  const usableBy = accountsOf(input.Policy, caller.account);
  if (isRefusal(usableBy)) return [world, usableBy];
  const multiRegion = input.MultiRegion ?? false;
  const description = input.Description === undefined ? {} : { description: input.Description };
  const [next, key] = makeKey(world, caller, {
    spec,
    manager: 'CUSTOMER',
    multiRegion,
    usableBy,
    ...description,
    ...(usage !== undefined && { usage }),
  });
  return [next, accept({ KeyMetadata: describedKey(key) })];
};

/**
 * KMS ReplicateKey: a key of the same id in another Region, with a policy of its own. Faults: NotFoundException,
 * UnsupportedOperationException, KMSInvalidStateException, AlreadyExistsException, ValidationException.
 */
export const replicateKey: Operation<ReplicateKeyInput, { readonly ReplicaKeyMetadata: KeyMetadata }> = (
  world,
  caller,
  input,
) => {
  const primary = ownKey(world, caller, input.KeyId);
  if (isRefusal(primary)) return [world, primary];
  const { ReplicaRegion: region = '' } = input;
  if (!isRegion(region) || partitionOf(region) !== partitionOf(caller.region)) {
    return [world, invalid(say`${region} is not a Region to replicate to.`)];
  }
  if (!primary.multiRegion) {
    return [
      world,
      refuse('UnsupportedOperationException', 400, say`${primary.arn} is not a multi-Region key.`),
    ];
  }
  if (primary.state !== 'Enabled') return [world, invalidState(say`${primary.arn} is ${primary.state}.`)];
  const place = { account: caller.account, region };
  if (placeState(world, place).keys.has(primary.id)) {
    return [world, alreadyExists(say`${keyArn(place, primary.id)} already exists.`)];
  }
  const usableBy = accountsOf(input.Policy, caller.account);
  if (isRefusal(usableBy)) return [world, usableBy];
  // Grants are of one key, not of its replicas.
  const { maybeUsableBy: _granted, ...traits } = primary;
  const replica: KmsKey = { ...traits, place, arn: keyArn(place, primary.id), usableBy };
  return [putKey(world, replica), accept({ ReplicaKeyMetadata: describedKey(replica) })];
};
