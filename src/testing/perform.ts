import { operations, type ActionOf } from '../model/operations/index.ts';
import { refuseWith, type Operation, type Reply } from '../model/operations/reply.ts';
import type { Caller } from '../model/world/place.ts';
import type { World } from '../model/world/world.ts';
import { neptuneActions } from '../protocol/actions.ts';
import { readInput, writeInput } from '../protocol/read-input.ts';

type Action = ActionOf<'neptune'>;

/** Whether the model has the operation. */
export const isModelled = (operation: string): operation is Action =>
  Object.hasOwn(operations.neptune, operation);

/** Runs an operation on the input as it arrives: written as a form and read again, as over the wire. */
export function perform(
  world: World,
  caller: Caller,
  action: Action,
  input: object,
): readonly [World, Reply] {
  const members = neptuneActions[action];
  const arrived = readInput(new Map(writeInput(input, members)), members);
  if (!arrived.ok) return [world, refuseWith({ shape: 'InvalidParameterValue', message: arrived.problem })];
  return (operations.neptune[action] as Operation)(world, caller, arrived.value as never);
}
