import type { PreconditionId } from '../../contract/generated/catalogue.ts';
import type { CallingClient, Command, MockedClient } from '../mocked-client.ts';
import { operationOf } from '../operation-of.ts';
import { verdictOf } from '../reference-model.ts';

/** What a mock answered; `open` has the rules on which nothing was known, where the model answered. */
export type Answered =
  | { readonly kind: 'output'; readonly output: unknown; readonly open?: readonly PreconditionId[] }
  | { readonly kind: 'error'; readonly error: unknown; readonly open?: readonly PreconditionId[] }
  /** It has not yet. */
  | { readonly kind: 'pending' };

/** A call that a mock has recorded. */
export interface RecordedCall {
  /** As in `mock.call(index)`. */
  readonly index: number;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly client: CallingClient;
  readonly answered: Answered;
}

/** The calls of a mock so far, in their order, with what came of them. */
export async function recordedCalls(mock: MockedClient): Promise<readonly RecordedCall[]> {
  return Promise.all(
    mock.calls().map(async ({ args: [sent], thisValue, returnValue, exception }, index) => {
      const command = sent as Command;
      return {
        index,
        operation: operationOf(command),
        input: command.input as Readonly<Record<string, unknown>>,
        client: thisValue as CallingClient,
        answered: exception === undefined ? await settled(returnValue) : thrown(exception),
      };
    }),
  );
}

/** What a promise has come to. One that is open is not waited for: the test may never settle it. */
function settled(promise: unknown): Promise<Answered> {
  const answer = Promise.resolve(promise).then(
    (output): Answered => ({ kind: 'output', output, ...ofModel(output) }),
    thrown,
  );
  return Promise.race([answer, someTurns()]);
}

function ofModel(answer: unknown): { readonly open?: readonly PreconditionId[] } {
  const verdict = verdictOf(answer);
  return verdict === undefined ? {} : { open: verdict.open };
}

const thrown = (error: unknown): Answered => ({ kind: 'error', error, ...ofModel(error) });

/** More turns of the microtask queue than a settled promise takes; a timer might be a faked one. */
async function someTurns(): Promise<Answered> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  return { kind: 'pending' };
}
