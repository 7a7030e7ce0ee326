import type { IncomingMessage } from 'node:http';

/** Largest body that is read. */
export const bodyLimit = 1024 * 1024;

/** How much of a larger body is thrown away before the connection is cut. */
const patience = 16 * bodyLimit;

/** Whether the request announces a body larger than the limit. */
export const announcesTooMuch = ({ headers }: IncomingMessage): boolean =>
  Number(headers['content-length'] ?? 0) > bodyLimit;

/**
 * Reads the body of a request and hands it on once; undefined when it is larger than the limit, as soon as that
 * is known. What then still comes in is thrown away, so that a client that is in the middle of sending can read
 * the answer. A request that breaks off is never handed on.
 */
export function readBody(request: IncomingMessage, done: (body: Buffer | undefined) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  let tooLarge = false;

  const giveUp = (): void => {
    tooLarge = true;
    chunks.length = 0;
    done(undefined);
  };
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (tooLarge) {
      if (length > patience) request.destroy();
    } else if (length > bodyLimit) giveUp();
    else chunks.push(chunk);
  });
  request.on('end', () => {
    if (!tooLarge) done(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  });
  if (announcesTooMuch(request)) giveUp();
}
