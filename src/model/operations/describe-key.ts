import { resolveKey, type KmsKey } from '../world/kms.ts';
import { say } from '../world/say.ts';
import { accessDenied, invalid, mayUse, notFound, withManagedKey } from './keys.ts';
import { accept, type Operation } from './reply.ts';

/** KMS operations on one key. */
export interface KeyInput {
  readonly KeyId?: string | undefined;
}

/** KeyMetadata, as far as the model knows it. */
export type KeyMetadata = ReturnType<typeof describedKey>;

/**
 * KMS DescribeKey by key id, key ARN, alias name or alias ARN, in any state; another account's key only if its
 * policy lets the caller in. Asking for `alias/aws/rds` makes the AWS managed key. Faults: NotFoundException,
 * AccessDeniedException, ValidationException.
 */
export const describeKey: Operation<KeyInput, { readonly KeyMetadata: KeyMetadata }> = (
  world,
  caller,
  { KeyId },
) => {
  if (!KeyId) return [world, invalid('KeyId must be given and must not be empty.')];
  const next = withManagedKey(world, caller, KeyId);
  const found = resolveKey(next, caller, KeyId);
  if (found.kind !== 'found') return [next, notFound(say`Key '${KeyId}' does not exist`)];
  if (!mayUse(found.key, caller.account)) return [next, accessDenied(KeyId)];
  return [next, accept({ KeyMetadata: describedKey(found.key) })];
};

/** The key as KMS describes it. */
export function describedKey({
  place,
  id,
  arn,
  state,
  spec,
  manager,
  multiRegion,
  usage = usageOf(spec),
  description = '',
}: KmsKey) {
  return {
    AWSAccountId: place.account,
    KeyId: id,
    Arn: arn,
    Description: description,
    Enabled: state === 'Enabled',
    KeyUsage: usage,
    KeyState: state,
    Origin: 'AWS_KMS',
    KeyManager: manager,
    KeySpec: spec,
    CustomerMasterKeySpec: spec,
    MultiRegion: multiRegion,
  };
}

function usageOf(spec: string): string {
  if (spec.startsWith('HMAC_')) return 'GENERATE_VERIFY_MAC';
  return spec.startsWith('ECC_') ? 'SIGN_VERIFY' : 'ENCRYPT_DECRYPT';
}
