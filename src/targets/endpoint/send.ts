import type { CopyDBClusterSnapshotCommandInput } from '@aws-sdk/client-neptune';
import type { Caller, CopyRequest } from '../../model/index.ts';
import type { HttpEdits } from '../../spec/generated/types.ts';
import type { Exchange, SdkResult, WireEdits } from '../target.ts';
import type { CallFault, Connection } from './connection.ts';
import { toShape } from './observe.ts';
import { describeFault } from './workshop.ts';

/** Sends one CopyDBClusterSnapshot: what the SDK made of it, and the raw exchange if there was one. */
export async function sendCopy(
  connection: Connection,
  caller: Caller,
  request: CopyRequest,
  wire: WireEdits,
  edits?: HttpEdits,
): Promise<Exchange> {
  const { result, http, attempts } = await connection.copy(
    caller,
    request as CopyDBClusterSnapshotCommandInput,
    wire,
    edits,
  );
  const sdk: SdkResult = result.ok
    ? outputOf(result.output.DBClusterSnapshot)
    : exceptionOf(result.fault, http?.response.status);
  return { sdk, attempts, ...(http !== undefined && { http }) };
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

/** Deletes a copy, if it is there. Resolves to what went wrong, if anything. */
export async function discardCopy(
  connection: Connection,
  caller: Caller,
  name: string,
): Promise<string | undefined> {
  const result = await connection.call('neptune', 'DeleteDBClusterSnapshot', caller, {
    DBClusterSnapshotIdentifier: name,
  });
  return result.ok || result.fault.status === 404 ? undefined : describeFault(result.fault);
}
