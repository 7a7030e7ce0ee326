import type { IncomingMessage } from 'node:http';

/** Largest body that is read. */
export const bodyLimit = 1024 * 1024;

/** How much of a larger body is thrown away before the connection is cut. */
const mostBytesRead = 16 * bodyLimit;

const empty = Buffer.alloc(0);

/**
 * Reads the body of a request and hands it on once; undefined when it is larger than the limit, as soon as that
 * is known. What then still comes in is thrown away, so that a client that is in the middle of sending can read
 * the answer. A request that breaks off is never handed on.
 */
export function readBody(request: IncomingMessage, done: (body: Buffer | undefined) => void): void {
  let body: Buffer = empty;
  let length = 0;
  let given = false;
  request.on('data', (chunk: Buffer) => {
    const before = length;
    length += chunk.length;
    if (given) {
      if (length > mostBytesRead) request.destroy();
    } else if (length > bodyLimit) {
      given = true;
      body = empty;
      done(undefined);
    } else if (before === 0) body = chunk;
    else {
      // Copied, not kept: a chunk of one byte is an object of a hundred.
      if (length > body.length) body = grown(body, before, length);
      chunk.copy(body, before);
    }
  });
  request.on('end', () => {
    if (!given) done(body.subarray(0, length));
  });
}

/** The first bytes of the body in a place with room for so many, and for as many again. */
function grown(body: Buffer, kept: number, length: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(Math.min(2 * length, bodyLimit));
  body.copy(larger, 0, 0, kept);
  return larger;
}
