import type { IncomingMessage } from 'node:http';

/** Largest body that is read. */
export const bodyLimit = 1024 * 1024;

/** How much of a larger body is thrown away before the connection is cut. */
const patience = 16 * bodyLimit;

const empty = Buffer.alloc(0);

/**
 * Reads the body of a request and hands it on once; undefined when it is larger than the limit, as soon as that
 * is known. What then still comes in is thrown away, so that a client that is in the middle of sending can read
 * the answer. A request that breaks off is never handed on.
 */
export function readBody(request: IncomingMessage, done: (body: Buffer | undefined) => void): void {
  let body: Buffer = empty;
  let more: Buffer[] | undefined;
  let length = 0;
  let given = false;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (given) {
      if (length > patience) request.destroy();
    } else if (length > bodyLimit) {
      given = true;
      more = undefined;
      done(undefined);
    } else if (length === chunk.length) body = chunk;
    else (more ??= [body]).push(chunk);
  });
  request.on('end', () => {
    if (!given) done(more === undefined ? body : Buffer.concat(more, length));
  });
}
