import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { HttpResponse } from '../protocol/http.ts';

/** Writes an answer. */
export function send(response: ServerResponse, { status, headers, body }: HttpResponse): void {
  const length = Buffer.byteLength(body);
  const fields: (string | number)[] = ['Content-Length', length];
  for (const name in headers) fields.push(name, headers[name] ?? '');
  // Of ASCII, both encodings are the same bytes; this one is a mere copy.
  response.writeHead(status, fields as string[]).end(body, length === body.length ? 'latin1' : 'utf8');
}

/** An answer as it goes over the wire, after which the connection is closed. */
export function rawAnswer({ status, headers, body }: HttpResponse): string {
  const lines = Object.entries({
    ...headers,
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head}\r\n${body}`;
}

/**
 * Gathers what is to be written, and does it in one go at the end of the turn of the event loop. Many clients at once
 * are then woken together: to wake a process that sleeps takes longer than to answer it.
 */
export function outbox(): (write: () => void) => void {
  let waiting: (() => void)[] = [];
  const flush = (): void => {
    const writes = waiting;
    waiting = [];
    for (const write of writes) write();
  };
  return (write) => {
    if (waiting.push(write) === 1) setImmediate(flush);
  };
}
