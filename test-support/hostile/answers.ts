import type { HttpResponse } from '../../src/protocol/http.ts';
import { queryServices } from '../../src/protocol/actions.ts';
import { writeJson, writeJsonFault } from '../../src/protocol/json.ts';
import { writeFault } from '../../src/protocol/write-xml.ts';
import type { Call } from './call.ts';
import type { Deed, Honestly } from './serve.ts';

/** An answer with another text. */
export const withBody = (answer: HttpResponse, body: string): HttpResponse => ({ ...answer, body });

/** An answer in which a text stands for another, wherever it is. */
export const replaced = (answer: HttpResponse, from: string | RegExp, to: string): HttpResponse =>
  withBody(
    answer,
    answer.body.replaceAll(from, () => to),
  );

/** An answer of one's own. */
export const answerOf = (
  body: string,
  { type = 'text/xml', status = 200 }: { type?: string; status?: number } = {},
): HttpResponse => ({
  status,
  headers: { 'Content-Type': type, 'x-amzn-RequestId': '00000000-0000-4000-8000-000000000000' },
  body,
});

/** A fault in the protocol of whoever was called. */
export function faultOf({ service }: Call, code: string, status: number, message: string): HttpResponse {
  const fault = { code, status, message };
  const id = '00000000-0000-4000-8000-000000000000';
  if (service === 'kms') return writeJsonFault(fault, id);
  return writeFault(queryServices[service], fault, id);
}

/** A success with nothing in it. */
export function emptySuccess({ service, action }: Call): HttpResponse {
  if (service === 'kms') return writeJson({}, '00000000-0000-4000-8000-000000000000');
  const { namespace } = queryServices[service];
  return answerOf(
    `<${action}Response xmlns="${namespace}"><${action}Result/><ResponseMetadata><RequestId>0</RequestId></ResponseMetadata></${action}Response>`,
  );
}

/** Whether a call lists or describes. */
export const isLook = ({ action }: Call): boolean => /^(Describe|List)/.test(action);

/** Whether a call lists or describes snapshots. */
export const isSnapshotLook = ({ action }: Call): boolean => action === 'DescribeDBClusterSnapshots';

/** Honest for so many calls: a run gets over the door, and into the middle of its work. */
export const after =
  (calls: number, deed: (call: Call, honestly: Honestly) => Deed) =>
  (call: Call, honestly: Honestly): Deed =>
    call.index < calls ? honestly() : deed(call, honestly);

/** Enough calls to be over the door and in the middle of a world. */
export const middle = 60;
