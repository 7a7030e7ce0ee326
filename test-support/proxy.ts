import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a proxy does besides passing on. */
export interface ProxyOptions {
  /** Sees each request, its body first. */
  readonly onRequest?: (body: string, request: IncomingMessage) => void;
  /** Answers a request itself; a promise that never resolves leaves it without an answer. */
  readonly answer?: (body: string, request: IncomingMessage) => Promise<OwnAnswer> | OwnAnswer | undefined;
  /** Changes the body of each answer. */
  readonly change?: (body: string) => string;
}

/** An answer of the proxy's own. */
export interface OwnAnswer {
  readonly status: number;
  readonly body: string;
}

/** Something that listens. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** A server in front of another one. */
export async function startProxy(target: string, options: ProxyOptions): Promise<Listening> {
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      options.onRequest?.(body, request);
      const own = await options.answer?.(body, request);
      if (own !== undefined) {
        response.writeHead(own.status, { 'content-type': 'text/xml' });
        response.end(own.body);
        return;
      }
      const { method = 'POST', url = '/' } = request;
      const answer = await fetch(`${target}${url}`, {
        method,
        headers: forwarded(request),
        ...(method !== 'GET' && { body }),
      });
      const text = await answer.text();
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? '',
        'x-amzn-requestid': answer.headers.get('x-amzn-requestid') ?? '',
      });
      response.end(options.change?.(text) ?? text);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The headers that say who calls what. */
function forwarded({ headers }: IncomingMessage): Record<string, string> {
  const names = ['authorization', 'content-type', 'x-amz-date', 'x-amz-target', 'x-amz-security-token'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
