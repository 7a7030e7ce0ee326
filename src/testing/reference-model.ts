import { UsageError } from '../errors.ts';
import { operations } from '../model/operations/index.ts';
import { advance } from '../model/world/lifecycle.ts';
import type { World } from '../model/world/world.ts';
import { suggestion } from '../contract/nearest.ts';
import { handle } from '../server/handle.ts';
import { callerOf, type WhoCalls } from './caller.ts';
import { toMilliseconds, type Duration } from './duration.ts';
import type { CallingClient, Command, MockedClient } from './mocked-client.ts';
import { operationOf } from './operation-of.ts';
import { sendThrough } from './through-client.ts';

/** What a mocked client is to find. */
export interface ReferenceModelOptions {
  /** Made with `worldOf` or by the operations of the model. */
  readonly world: World;
  /**
   * Who calls. Unless told, it is told of each client as `serve` does it: its Region, and its access key id as the
   * account where that has twelve digits; else the account of `usualCaller`.
   */
  readonly caller?: WhoCalls;
}

/** The world behind a mocked client. */
export interface ReferenceModel {
  /** The world as it is now: immutable, so it can be kept and compared. Another may be put in its place. */
  world: World;
  /** Lets time pass: copies under way progress, and those that are due become available. */
  advance(duration: Duration): void;
}

/**
 * Answers the commands of mocked clients of Neptune, KMS and STS from the reference model. They go through the client's
 * own version of the SDK, so that outputs and exceptions are those of its classes. Time stands still but for `advance`.
 *
 * The mock's own stubs go first, whenever they are made: `rejectsOnce` lets one call fail, and the model answers
 * the ones after it. A command that neither they nor the model have rejects with a UsageError. `mock.reset()` takes the
 * model away.
 *
 * @example
 * const mock = mockClient(NeptuneClient);
 * const model = installReferenceModel(mock, {
 *   world: worldOf('snapshots: { nightly: {} }', { copyDuration: { minutes: 10 } }),
 * });
 * await backUp(client, 'nightly', { sleep: async (milliseconds) => model.advance(milliseconds) });
 * expect(findSnapshot(model.world, usualCaller, 'nightly-copy')?.shape.Status).toBe('available');
 *
 * @example Clients of several accounts, Regions and services
 * installReferenceModel([mockClient(NeptuneClient), mockClient(KMSClient)], { world });
 * const vault = new NeptuneClient({
 *   region: 'eu-west-1',
 *   credentials: { accessKeyId: '222222222222', secretAccessKey: 'secret' },
 * });
 */
export function installReferenceModel(
  mocks: MockedClient | readonly MockedClient[],
  { world: start, caller }: ReferenceModelOptions,
): ReferenceModel {
  let world = start;
  const answer = async (client: CallingClient, command: Command): Promise<never> => {
    checkKnown(operationOf(command));
    const from = await callerOf(caller, client);
    let defect: unknown;
    const onDefect = (error: unknown): void => {
      defect = error;
    };
    try {
      const output = await sendThrough(client, from, command, (request) => {
        const [next, response] = handle(world, request, { defaultAccount: from.account, onDefect });
        world = next;
        return response;
      });
      return ofModel(output) as never;
    } catch (error) {
      throw (defect ?? ofModel(error as object)) as Error;
    }
  };
  for (const mock of [mocks].flat())
    // As the mock's fallback, not with `on`: so that its own stubs win, and those of one call give way to the model.
    mock.send.callsFake(function (this: CallingClient, command) {
      return answer(this, command);
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

const known = Object.values(operations).flatMap((service) => Object.keys(service));

/** Throws a UsageError for an operation that the model does not have. */
function checkKnown(operation: string): void {
  if (known.includes(operation)) return;
  throw new UsageError(
    `the reference model has no ${operation}${suggestion(operation, known)}; answer it with a stub: mock.on(${operation}Command).resolves(…)`,
  );
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
