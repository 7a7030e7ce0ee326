import {
  CopyDBClusterSnapshotCommand,
  NeptuneClient,
  type CopyDBClusterSnapshotCommandInput,
} from '@aws-sdk/client-neptune';
import { HttpResponse } from '@smithy/core/protocols';
import { applyWire, type Caller, type CopyRequest } from '../../../model/index.ts';
import type { HttpEdits } from '../../../contract/generated/types.ts';
import type { Exchange, HttpAnswer, SdkResult, WireEdits } from '../target.ts';
import type { Guard } from '../guard/guard.ts';
import { remove } from '../guard/sweep.ts';
import { toCallFault, type CallFault } from './connection.ts';
import { toShape } from './observe.ts';

/** Sends one CopyDBClusterSnapshot: what the SDK made of it, and the raw exchange if there was one. */
export async function sendCopy(
  guard: Pick<Guard, 'copy'>,
  caller: Caller,
  request: CopyRequest,
  wire: WireEdits,
  edits?: HttpEdits,
): Promise<Exchange> {
  const { TargetDBClusterSnapshotIdentifier: target } = applyWire(request, wire, edits);
  const input = request as CopyDBClusterSnapshotCommandInput;
  const sent = await guard.copy(caller, input, target, wire, edits);
  if ('notSent' in sent) return { sdk: { kind: 'not-sent', reason: sent.notSent }, attempts: 0 };
  const { result, http, attempts, claim } = sent;
  const sdk: SdkResult = result.ok
    ? outputOf(result.output.DBClusterSnapshot)
    : exceptionOf(result.fault, http?.response.status);
  return { sdk, attempts, ...(http !== undefined && { http }), ...(claim !== undefined && { claim }) };
}

/** What the SDK makes of an answer to CopyDBClusterSnapshot that somebody else has got. */
export async function readBySdk({ status, headers, body }: HttpAnswer): Promise<SdkResult> {
  const client = new NeptuneClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 1,
    requestHandler: {
      handle: () =>
        Promise.resolve({
          response: new HttpResponse({
            statusCode: status,
            headers: { ...headers },
            body: Buffer.from(body),
          }),
        }),
    },
  });
  try {
    const none = { SourceDBClusterSnapshotIdentifier: 'none', TargetDBClusterSnapshotIdentifier: 'none' };
    return outputOf((await client.send(new CopyDBClusterSnapshotCommand(none))).DBClusterSnapshot);
  } catch (error) {
    return exceptionOf(toCallFault(error), status);
  } finally {
    client.destroy();
  }
}

const outputOf = (snapshot: object | undefined): SdkResult => ({
  kind: 'output',
  snapshot: snapshot === undefined ? undefined : toShape(snapshot as Record<string, unknown>),
});

function exceptionOf({ name, message, status }: CallFault, httpStatus: number | undefined): SdkResult {
  const answered = status ?? httpStatus;
  return answered === undefined
    ? { kind: 'no-answer', reason: `${name}: ${message}` }
    : { kind: 'exception', name, message, status: answered };
}

/** Deletes a copy that the run made. Resolves to what went wrong, if anything. */
export const discardCopy = (guard: Guard, place: Caller, name: string): Promise<string | undefined> =>
  remove(guard, { kind: 'snapshot', place, name });
