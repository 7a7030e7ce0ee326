import type { NeptuneClient } from '@aws-sdk/client-neptune';
import type { AwsClientStub } from 'aws-sdk-client-mock';
import { advance } from '../model/world/lifecycle.ts';
import { operations, type ActionOf } from '../model/operations/index.ts';
import { refuseWith, type Operation, type Reply } from '../model/operations/reply.ts';
import type { Caller } from '../model/world/place.ts';
import { makeId, type World } from '../model/world/world.ts';
import { neptuneActions } from '../protocol/actions.ts';
import { readInput, writeInput } from '../protocol/read-input.ts';
import { callerOf, usualCaller, type WhoCalls } from './caller.ts';
import { toMilliseconds, type Duration } from './duration.ts';
import { toException } from './exceptions.ts';
import { operationOf } from './operation-of.ts';
import { withDates } from './times.ts';

/** What a mocked client is to find. */
export interface ReferenceModelOptions {
  /** Made with `worldOf`, `realise` or by the operations of the model. */
  readonly world: World;
  /** Who calls; `usualCaller` unless told. */
  readonly caller?: WhoCalls;
}

/** The world behind a mocked client. */
export interface ReferenceModel {
  /** The world as it is now: immutable, so it can be kept and compared. Another may be put in its place. */
  world: World;
  /** Lets time pass: copies under way progress, and those that are due become available. */
  advance(duration: Duration): void;
}

type Action = ActionOf<'neptune'>;

/** Whether the model has the operation. */
export const isModelled = (operation: string): operation is Action =>
  Object.hasOwn(operations.neptune, operation);

/**
 * Answers a mocked client's commands from the reference model: outputs and `$metadata` as the SDK gives them,
 * faults as the exceptions that the SDK throws. Time stands still but for `advance`.
 *
 * The mock's own stubs go first, whenever they are made: `rejectsOnce` lets one call fail, and the model answers
 * the ones after it; commands that the model does not have are left to them. `mock.reset()` takes the model away.
 *
 * @example
 * const mock = mockClient(NeptuneClient);
 * const model = installReferenceModel(mock, {
 *   world: worldOf('snapshots: { nightly: {} }', { copyDuration: { minutes: 10 } }),
 * });
 * await backUp(client, 'nightly', { sleep: async (milliseconds) => model.advance(milliseconds) });
 * expect(findSnapshot(model.world, usualCaller, 'nightly-copy')?.shape.Status).toBe('available');
 *
 * @example Clients of several Regions
 * installReferenceModel(mock, {
 *   world,
 *   caller: async ({ config }) => ({ account: '111111111111', region: await config.region() }),
 * });
 */
export function installReferenceModel(
  mock: AwsClientStub<NeptuneClient>,
  { world: start, caller = usualCaller }: ReferenceModelOptions,
): ReferenceModel {
  let world = start;
  // As the mock's fallback, not with `on`: so that its own stubs win, and those of one call give way to the model.
  mock.send.callsFake(async function (this: NeptuneClient, command): Promise<never> {
    const operation = operationOf(command);
    if (!isModelled(operation)) return undefined as never;
    const from = await callerOf(caller, this);
    const [numbered, requestId] = makeId(world);
    const [next, reply] = perform(numbered, from, operation, command.input);
    world = next;
    if (!reply.ok) throw ofModel(toException(reply.fault, requestId));
    const $metadata = { httpStatusCode: 200, requestId, attempts: 1, totalRetryDelay: 0 };
    return ofModel({ ...(withDates(reply.output) as object), $metadata }) as never;
  });
  return {
    get world() {
      return world;
    },
    set world(next) {
      world = next;
    },
    advance(duration) {
      world = advance(world, world.clock + toMilliseconds(duration));
    },
  };
}

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

/** What the model has answered, so that an audit of the mock can tell it from the answers of its stubs. */
const answers = new WeakSet();

function ofModel<T extends object>(answer: T): T {
  answers.add(answer);
  return answer;
}

/** Whether this very output or error came from a reference model. */
export const isModelAnswer = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && answers.has(answer);
