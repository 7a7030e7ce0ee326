import type { CopyDBClusterSnapshotCommand } from '@aws-sdk/client-neptune';
import type { WireEdits } from '../target.ts';

/**
 * Changes the form that the SDK has written, before it is signed: what no SDK would send can still be sent
 * with its credentials. A parameter of the name, and with it all that lies below (`Tags.Tag.1.Key`), is
 * replaced, or removed when the edit is null.
 */
export function editForm(command: CopyDBClusterSnapshotCommand, wire: WireEdits): void {
  command.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { body?: string; headers: Record<string, string> };
      request.body = editBody(request.body ?? '', wire);
      request.headers['content-length'] = String(Buffer.byteLength(request.body));
      return next(args);
    },
    { step: 'build', priority: 'high', name: 'editForm' },
  );
}

/** The form with the edits made. */
export function editBody(body: string, wire: WireEdits): string {
  const form = [...new URLSearchParams(body)].filter(
    ([name]) => !Object.keys(wire).some((edited) => name === edited || name.startsWith(`${edited}.`)),
  );
  for (const [name, value] of Object.entries(wire)) {
    if (value !== null) form.push([name, value]);
  }
  return new URLSearchParams(form).toString();
}
