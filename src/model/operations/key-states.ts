import type { KmsKey } from '../world/kms.ts';
import type { Caller } from '../world/place.ts';
import { say } from '../world/say.ts';
import type { World } from '../world/world.ts';
import type { KeyInput } from './describe-key.ts';
import { accessDenied, invalid, invalidState, ownKey, putKey } from './keys.ts';
import { accept, isRefusal, type Operation, type Reply } from './reply.ts';

/** ScheduleKeyDeletionRequest. */
export interface ScheduleDeletionInput extends KeyInput {
  readonly PendingWindowInDays?: number | undefined;
}

/** ScheduleKeyDeletionResponse. */
export interface ScheduleDeletionOutput {
  readonly KeyId: string;
  readonly DeletionDate: string;
  readonly KeyState: string;
  readonly PendingWindowInDays: number;
}

const day = 86_400_000;

/** KMS EnableKey. Faults: NotFoundException, KMSInvalidStateException (pending deletion), AccessDeniedException. */
export const enableKey: Operation<KeyInput> = (world, caller, input) => {
  const key = changeable(world, caller, input);
  if (isRefusal(key)) return [world, key];
  return [putKey(world, { ...key, state: 'Enabled' }), accept({})];
};

/** KMS DisableKey. Faults: as EnableKey. */
export const disableKey: Operation<KeyInput> = (world, caller, input) => {
  const key = changeable(world, caller, input);
  if (isRefusal(key)) return [world, key];
  return [putKey(world, { ...key, state: 'Disabled' }), accept({})];
};

/**
 * KMS ScheduleKeyDeletion: pending from now on; the model never comes to the deletion itself. Faults: as
 * EnableKey, and ValidationException.
 */
export const scheduleKeyDeletion: Operation<ScheduleDeletionInput, ScheduleDeletionOutput> = (
  world,
  caller,
  input,
) => {
  const { PendingWindowInDays: days = 30 } = input;
  if (days < 7 || days > 30)
    return [world, invalid(say`PendingWindowInDays is ${days}, but must be 7 to 30.`)];
  const key = changeable(world, caller, input);
  if (isRefusal(key)) return [world, key];
  const pending: KmsKey = { ...key, state: 'PendingDeletion' };
  const output = {
    KeyId: key.arn,
    DeletionDate: new Date(world.clock + days * day).toISOString(),
    KeyState: pending.state,
    PendingWindowInDays: days,
  };
  return [putKey(world, pending), accept(output)];
};

/** KMS CancelKeyDeletion: the key is then disabled. Faults: as EnableKey, but for keys that are not pending. */
export const cancelKeyDeletion: Operation<KeyInput, { readonly KeyId: string }> = (world, caller, input) => {
  const key = ownKey(world, caller, input.KeyId);
  if (isRefusal(key)) return [world, key];
  if (key.state !== 'PendingDeletion') return [world, invalidState(say`${key.arn} is not pending deletion.`)];
  return [putKey(world, { ...key, state: 'Disabled' }), accept({ KeyId: key.arn })];
};

/** A key whose state the caller may change. */
function changeable(world: World, caller: Caller, { KeyId }: KeyInput): KmsKey | Reply<never> {
  const key = ownKey(world, caller, KeyId);
  if (isRefusal(key)) return key;
  if (key.manager === 'AWS') return accessDenied(key.arn);
  return key.state === 'PendingDeletion' ? invalidState(say`${key.arn} is pending deletion.`) : key;
}
