import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ServiceFault } from '../model/operations/reply.ts';
import { emptyWorld, type World } from '../model/world/world.ts';
import { UsageError } from '../errors.ts';
import type { HttpRequest, HttpResponse } from '../protocol/http.ts';
import { answerControl, isControl } from './control.ts';
import { toMilliseconds, type Duration } from './duration.ts';
import { handle, reject, type HandleOptions } from './handle.ts';
import { hostGuard } from './hosts.ts';
import { perform } from './perform.ts';
import { bodyLimit, readBody } from './read-body.ts';
import { outbox, rawAnswer, send } from './send.ts';
import { foreignHost, notHttp, tooLarge, tooSlow } from './unread.ts';
import { Upsets } from './upsets.ts';
import { WorldTime } from './world-time.ts';

/** How a server is started. */
export interface ServerOptions extends HandleOptions {
  /** What there is at the start; nothing unless given. */
  readonly world?: World;
  /** 127.0.0.1 unless given. At an address that is no loopback one, requests for any host are answered. */
  readonly host?: string;
  /** Names that requests may be for besides the loopback ones, each with all names below it. */
  readonly allowHosts?: readonly string[];
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** How long a copy takes; as long as in the world, or no time, unless given. */
  readonly copyDuration?: Duration;
  /**
   * Whether tests may let time pass and things go wrong, by POST of JSON to `/_control/advance`, `/_control/fail-copy` and
   * `/_control/fail-next`; not unless set.
   */
  readonly control?: boolean;
  /** The time, in milliseconds since 1970. */
  readonly now?: () => number;
  /** How long the headers of a request may take, in milliseconds; 20 seconds unless given, 0 for ever. */
  readonly headersTimeout?: number;
  /** How long a whole request may take, no less than its headers; 60 seconds unless given, 0 for ever. */
  readonly requestTimeout?: number;
  /** How often it is looked for requests that take too long, in milliseconds; 2 seconds unless given. */
  readonly connectionsCheckingInterval?: number;
}

/** How long a client may take to read why its connection is closed, in milliseconds. */
const parting = 1000;

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** The world as it is now. */
  world(): World;
  /** Stops listening and cuts all connections. May be called again. */
  close(): Promise<void>;
}

/**
 * Serves the reference model over HTTP: Neptune, KMS and STS at one endpoint. Each request is answered in one
 * go, so of several copies to one name exactly one wins. Rejects when the address cannot be listened on.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 0, now = Date.now, allowHosts = [] } = options;
  // Node would listen on all addresses.
  if (host === '') throw new UsageError('the host to listen on is empty; 0.0.0.0 is all addresses.');
  const start = options.world ?? emptyWorld(now());
  const time = new WorldTime(
    { ...start, copyDuration: toMilliseconds(options.copyDuration ?? start.copyDuration) },
    now,
  );
  const upsets = new Upsets();
  const handling = { ...options, perform: upsets.over(perform) };
  let isForUs: (host: string | undefined) => boolean = () => false;
  const post = outbox();

  const step = (work: (world: World) => readonly [World, HttpResponse]): HttpResponse => {
    const [next, answer] = work(time.world);
    time.world = next;
    return answer;
  };
  const latest = new WeakMap<Duplex, ServerResponse>();
  const onRequest = (incoming: IncomingMessage, response: ServerResponse): void => {
    latest.set(incoming.socket, response);
    readBody(incoming, (body) => {
      if (body === undefined) {
        refuseSize(response);
        return;
      }
      const { method = '', url: path = '', headers } = incoming;
      const request: HttpRequest = { method, path, headers, body };
      const answer =
        options.control === true && isControl(request) && isForUs(headers.host)
          ? answerControl(time, upsets, request)
          : step((at) =>
              isForUs(headers.host)
                ? handle(at, request, handling)
                : reject(at, foreignHost(headers.host), request),
            );
      post(() => send(response, answer));
    });
  };
  const refuseSize = (response: ServerResponse): void => {
    const answer = step((at) => reject(at, tooLarge));
    post(() => send(response, answer));
  };

  const { headersTimeout = 20_000, requestTimeout = 60_000, connectionsCheckingInterval = 2000 } = options;
  const limits = { headersTimeout, requestTimeout, connectionsCheckingInterval };
  const server = createServer({ requireHostHeader: false, ...limits }, onRequest);
  // Answers leave a little later than they are made: until then, a client that sends no more is not forsaken.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers['content-length'] ?? 0) > bodyLimit) refuseSize(response);
    else {
      response.writeContinue();
      onRequest(request, response);
    }
  });
  server.on('checkExpectation', onRequest);
  server.on('connect', (_request, socket) => refuseRaw(socket, notHttp));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    refuseRaw(socket, error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? tooSlow : notHttp),
  );

  /** Answers what is not HTTP, or no request that could be answered. */
  const refuseRaw = (socket: Duplex, fault: ServiceFault): void => {
    // The HTTP server has let go of the socket: a client that breaks off would end the process.
    socket.on('error', () => socket.destroy());
    const answer = step((at) => reject(at, fault));
    const finish = (): void => {
      if (!socket.writable) socket.destroy();
      else {
        socket.end(rawAnswer(answer));
        // Time to read it, and no longer: of a client that goes on sending, only half of the connection is closed.
        setTimeout(() => socket.destroy(), parting).unref();
      }
    };
    // Behind the answers to what came whole before it on the same connection.
    const before = latest.get(socket);
    if (before?.req.complete === true && !before.writableFinished) before.once('close', finish);
    else finish();
  };

  await listen(server, host, port);
  const { port: actual, address } = server.address() as AddressInfo;
  isForUs = hostGuard({ host, address, allowHosts });
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    port: actual,
    world: () => time.world,
    close: () => close(server),
  };
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
