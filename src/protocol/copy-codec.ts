import type { CopyRequest } from '../model/rules/facts.ts';
import type { SnapshotShape } from '../model/world/world.ts';
import { neptuneActions, queryServices } from './actions.ts';
import { writeForm, type Form, type Read } from './form.ts';
import type { HttpResponse } from './http.ts';
import { readInput, writeInput } from './read-input.ts';
import { writeReply } from './write-xml.ts';

const action = 'CopyDBClusterSnapshot';
const members = neptuneActions[action];

/** The request in a form. CopyTags stays a text when it is no boolean. */
export function readCopyRequest(form: Form): Read<CopyRequest> {
  return readInput(form, members);
}

/** The request as the body of a POST. */
export function writeCopyRequest(request: CopyRequest): string {
  const head = [
    ['Action', action],
    ['Version', queryServices.neptune.version],
  ] as const;
  return writeForm([...head, ...writeInput(request, members)]);
}

/** The answer to an accepted request. */
export const writeCopied = (snapshot: SnapshotShape, requestId: string): HttpResponse =>
  writeReply(queryServices.neptune, action, { DBClusterSnapshot: snapshot }, requestId);
