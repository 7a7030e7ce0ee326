import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { HttpExchange } from '../../harness/target/exchange.ts';
import { largestAnswer } from '../../harness/target/endpoint/answer-limits.ts';
import { agentFor, type Tls } from '../../harness/target/endpoint/tls.ts';

/** Stands before a target, and tells of all that goes by. */
export interface RecordingProxy {
  /** Where scripts call, with the path of the target. */
  readonly url: string;
  close(): Promise<void>;
}

/** Is told of each exchange before whoever called gets the answer. */
export type Witness = (exchange: HttpExchange) => Promise<void>;

/**
 * Listens on loopback and passes on what comes, byte for byte and with the Host that the caller has signed. Only the
 * last hop is encrypted, where the target wants that.
 */
export async function startRecordingProxy(
  target: string,
  witness: Witness,
  tls?: Tls,
): Promise<RecordingProxy> {
  const to = new URL(target);
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    // Whoever calls meanwhile and is no script, such as a web page, names another host.
    if (request.headers.host !== own()) {
      response.writeHead(403).end();
      return;
    }
    // Where no answer comes, the caller gets none either.
    const passing = pass(request, response, to, witness, tls).catch(() => void response.destroy());
    underWay.add(passing);
    void passing.then(() => underWay.delete(passing));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${own()}${to.pathname}`,
    async close() {
      // What a killed caller has asked for may still be done, and then has to be known.
      await Promise.all(underWay);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  to: URL,
  witness: Witness,
  tls: Tls | undefined,
): Promise<void> {
  const { method = 'POST', url = '/', rawHeaders } = request;
  const body = await read(request);
  const answer = await ask(to, { method, path: url, headers: rawHeaders }, body, tls);
  const text = await read(answer);
  const { statusCode: status = 502 } = answer;
  await witness({
    request: {
      method,
      url: `${to.protocol}//${request.headers.host ?? to.host}${url}`,
      headers: single(request.headers),
      body: body.toString('utf8'),
    },
    response: { status, headers: single(answer.headers), body: text.toString('utf8') },
  });
  response.writeHead(status, ofTheMessage(answer.rawHeaders)).end(text);
}

/** The answer to a request; rejects where none comes. */
const ask = (
  { protocol, hostname, port }: URL,
  { method, path, headers }: { readonly method: string; readonly path: string; readonly headers: string[] },
  body: Buffer,
  tls: Tls | undefined,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const send = protocol === 'https:' ? httpsRequest : httpRequest;
    const host = hostname.replace(/^\[|\]$/g, '');
    const { rejectUnauthorized, ca } = agentFor(tls) ?? {};
    const trust = {
      ...(ca !== undefined && { ca }),
      ...(rejectUnauthorized === false && { rejectUnauthorized }),
    };
    const asked = send(
      {
        host,
        servername: host,
        port: port === '' ? undefined : port,
        method,
        path,
        headers,
        ...trust,
        timeout: 60_000,
      },
      resolve,
    );
    asked
      .once('error', reject)
      .once('timeout', () => asked.destroy(new Error('no answer')))
      .end(body);
  });

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > largestAnswer) throw new Error('it is larger than what is read of one');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Headers as they came, without those that are about the connection. */
function ofTheMessage(raw: readonly string[]): string[] {
  const pairs = Array.from({ length: raw.length / 2 }, (_, i) => raw.slice(2 * i, 2 * i + 2));
  return pairs.filter(([name = '']) => !/^(connection|keep-alive|transfer-encoding)$/i.test(name)).flat();
}

const single = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));
