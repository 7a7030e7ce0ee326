import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { advance } from '../model/lifecycle.ts';
import { emptyWorld, type World } from '../model/world.ts';
import type { HttpResponse } from '../protocol/http.ts';
import { handle, rejectUnread, type HandleOptions } from './handle.ts';
import { bodyLimit, readBody } from './read-body.ts';
import { pickHeaders } from './pick-headers.ts';

/** How a server is started. */
export interface ServerOptions extends HandleOptions {
  /** What there is at the start; nothing unless given. */
  readonly world?: World;
  /** 127.0.0.1 unless given. */
  readonly host?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** How long a copy takes, in milliseconds; that of the world, or 0, unless given. */
  readonly copyDuration?: number;
  /** The time, in milliseconds since 1970. */
  readonly now?: () => number;
}

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** The world as the last request left it. */
  world(): World;
  /** Stops listening and cuts all connections. May be called again. */
  close(): Promise<void>;
}

/**
 * Serves the reference model over HTTP: Neptune, KMS and STS at one endpoint. Each request is answered in one
 * go, so of several copies to one name exactly one wins. Rejects when the address cannot be listened on.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 0, now = Date.now } = options;
  const start = options.world ?? emptyWorld(now());
  let world: World = { ...start, copyDuration: options.copyDuration ?? start.copyDuration };

  const step = (work: (world: World) => readonly [World, HttpResponse]): HttpResponse => {
    const [next, answer] = work(advance(world, now()));
    world = next;
    return answer;
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    readBody(request, (body) => {
      if (body === undefined) {
        refuseSize(response);
        return;
      }
      const { method = '', url: path = '', rawHeaders } = request;
      const headers = pickHeaders(rawHeaders);
      send(
        response,
        step((at) => handle(at, { method, path, headers, body }, options)),
      );
    });
  };
  const refuseSize = (response: ServerResponse): void => {
    const message = 'The body is larger than 1 MiB.';
    send(
      response,
      step((at) => rejectUnread(at, 'RequestEntityTooLarge', message)),
    );
  };

  const server = createServer({ requireHostHeader: false }, onRequest);
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers['content-length'] ?? 0) > bodyLimit) refuseSize(response);
    else {
      response.writeContinue();
      onRequest(request, response);
    }
  });
  server.on('checkExpectation', onRequest);
  server.on('connect', (_request, socket) => refuseRaw(socket));
  server.on('clientError', (_error, socket) => refuseRaw(socket));

  /** Answers what is not HTTP, or no request that could be answered. */
  const refuseRaw = (socket: Duplex): void => {
    // The HTTP server has let go of the socket: a client that breaks off would end the process.
    socket.on('error', () => socket.destroy());
    if (!socket.writable) socket.destroy();
    else {
      const message = 'This is not an HTTP request.';
      socket.end(rawAnswer(step((at) => rejectUnread(at, 'MalformedQueryString', message))));
    }
  };

  await listen(server, host, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    port: actual,
    world: () => world,
    close: () => close(server),
  };
}

function send(response: ServerResponse, { status, headers, body }: HttpResponse): void {
  const fields: (string | number)[] = ['Content-Length', Buffer.byteLength(body)];
  for (const name in headers) fields.push(name, headers[name] ?? '');
  response.writeHead(status, fields as string[]).end(body);
}

function rawAnswer({ status, headers, body }: HttpResponse): string {
  const lines = Object.entries({
    ...headers,
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head}\r\n${body}`;
}

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
