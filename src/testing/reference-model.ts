import { UsageError } from '../errors.ts';
import type { FaultShape, PreconditionId } from '../contract/generated/catalogue.ts';
import { copy } from '../model/operations/copy.ts';
import { operationNames } from '../model/operations/index.ts';
import type { ServiceFault } from '../model/operations/reply.ts';
import type { World } from '../model/world/world.ts';
import { suggestion } from '../contract/nearest.ts';
import { toMilliseconds, type Duration } from '../server/duration.ts';
import { handle } from '../server/handle.ts';
import { perform, type Perform } from '../server/perform.ts';
import { Upsets } from '../server/upsets.ts';
import { WorldTime } from '../server/world-time.ts';
import { callerOf, type WhoCalls } from './caller.ts';
import type { CallingClient, Command, MockedClient } from './mocked-client.ts';
import { operationOf } from './operation-of.ts';
import { sendThrough } from './through-client.ts';
import { choosing, type Unspecified } from './unspecified.ts';

/** What a mocked client is to find. */
export interface ReferenceModelOptions {
  /** Made with `worldOf` or by the operations of the model. */
  readonly world: World;
  /**
   * Who calls. Unless told, it is told of each client as `serve` does it: its Region, and its access key id as the
   * account where that has twelve digits; else the account of `usualCaller`.
   */
  readonly caller?: WhoCalls;
  /**
   * The time, in milliseconds since 1970: `Date.now`, behind which a test may have put fake timers. Unless told, the time
   * of the world stands still but for `advance`.
   */
  readonly clock?: () => number;
  /** What becomes of a copy of which nobody knows whether AWS makes it; it is accepted unless told. */
  readonly unspecified?: Unspecified;
}

/** The world behind a mocked client. */
export interface ReferenceModel {
  /** The world as it is now: immutable, so it can be kept and compared. Another may be put in its place. */
  world: World;
  /** Lets time pass: copies under way progress, and those that are due become available. */
  advance(duration: Duration): void;
  /**
   * Lets the copies of that name that are under way fail now. Where there are none, the next copy that is made under
   * this name fails once it is due.
   */
  failCopy(name: string): void;
  /**
   * Lets the next call fail, or the next one of an operation, without any effect; again for one more. A fault of the
   * catalogue is told by its name, any other by code, status and message. The SDK does not try again behind a mock.
   */
  failNext(fault: FaultShape | ServiceFault, operation?: string): void;
}

/**
 * Answers the commands of mocked clients of Neptune, KMS and STS from the reference model. They go through the client's
 * own version of the SDK, so that outputs and exceptions are those of its classes.
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
  { world: start, caller, clock, unspecified = 'accept' }: ReferenceModelOptions,
): ReferenceModel {
  const time = new WorldTime(start, clock);
  const upsets = new Upsets();
  const answer = async (client: CallingClient, command: Command): Promise<never> => {
    checkKnown(operationOf(command));
    const from = await callerOf(caller, client);
    let defect: unknown;
    let open: readonly PreconditionId[] = [];
    let rule: PreconditionId | undefined;
    const judged: Perform = (world, by, service, action, input) => {
      const done = perform(world, by, service, action, input);
      const [, outcome] = action === 'CopyDBClusterSnapshot' ? copy(world, by, input) : [];
      rule = outcome?.kind === 'rejected' ? outcome.rule : undefined;
      return done;
    };
    const chosen = choosing(judged, unspecified, (rules) => {
      open = rules;
      rule = rules[0];
    });
    const options = {
      defaultAccount: from.account,
      perform: upsets.over(chosen),
      onDefect(error: unknown) {
        defect = error;
      },
    };
    try {
      const output = await sendThrough(client, from, command, (request) => {
        const [next, response] = handle(time.world, request, options);
        time.world = next;
        return response;
      });
      return ofModel(output, { open }) as never;
    } catch (error) {
      throw ofModel((defect ?? error) as Error, { open, rule });
    }
  };
  for (const mock of [mocks].flat())
    // As the mock's fallback, not with `on`: so that its own stubs win, and those of one call give way to the model.
    mock.send.callsFake(function (this: CallingClient, command) {
      return answer(this, command);
    });
  return {
    get world() {
      return time.world;
    },
    set world(next) {
      time.replace(next);
    },
    advance: (duration) => time.advance(toMilliseconds(duration)),
    failCopy(name) {
      time.world = upsets.failCopy(time.world, name);
    },
    failNext: (fault, operation) => upsets.failNext(fault, operation),
  };
}

/** Throws a UsageError for an operation that the model does not have. */
function checkKnown(operation: string): void {
  if (operationNames.includes(operation)) return;
  throw new UsageError(
    `the reference model has no ${operation}${suggestion(operation, operationNames)}; answer it with a stub: mock.on(${operation}Command).resolves(…)`,
  );
}

/** What the model thought when it answered. */
interface Verdict {
  /** The rules on which nothing was known. */
  readonly open: readonly PreconditionId[];
  /** The rule for which it refused; undefined where it did not, or was told to. */
  readonly rule?: PreconditionId | undefined;
}

/** What the model has answered, so that an audit of the mock can tell it from the answers of its stubs. */
const verdicts = new WeakMap<object, Verdict>();

function ofModel<T extends object>(answer: T, verdict: Verdict): T {
  verdicts.set(answer, verdict);
  return answer;
}

/** What the model thought when it gave this very output or error; undefined when it came from elsewhere. */
export const verdictOf = (answer: unknown): Verdict | undefined =>
  typeof answer === 'object' && answer !== null ? verdicts.get(answer) : undefined;
