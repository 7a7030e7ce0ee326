import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { HttpExchange } from '../target.ts';

type Handled = Awaited<ReturnType<NodeHttpHandler['handle']>>;
type Request = Parameters<NodeHttpHandler['handle']>[0];
type Options = Parameters<NodeHttpHandler['handle']>[1];

/** What went over the wire in one call: the last attempt's raw exchange, and how many attempts there were. */
export interface Recording {
  http?: HttpExchange;
  attempts: number;
}

const current = new AsyncLocalStorage<Recording>();

/** Makes a call and records what goes over the wire in it, whatever other calls are under way. */
export async function recorded<T>(call: () => Promise<T>): Promise<readonly [T, Recording]> {
  const recording: Recording = { attempts: 0 };
  return [await current.run(recording, call), recording];
}

/**
 * The SDK's own HTTP handler, keeping the raw exchange, because the SDK hides wrong statuses, wrong codes and
 * stray elements. The time-out, in milliseconds, bounds each attempt, the body of the answer included.
 */
export class RecordingHandler extends NodeHttpHandler {
  readonly #timeout: number;

  constructor(timeout: number) {
    super({ connectionTimeout: timeout, requestTimeout: timeout, throwOnRequestTimeout: true });
    this.#timeout = timeout;
  }

  override async handle(request: Request, options?: Options): Promise<Handled> {
    const recording = current.getStore();
    if (recording !== undefined) {
      recording.attempts += 1;
      delete recording.http;
    }
    const { response } = await super.handle(request, options);
    const body = await readAll(response.body as Readable, this.#timeout);
    if (recording !== undefined) {
      recording.http = {
        request: {
          method: request.method,
          url: urlOf(request),
          headers: lowerCased(request.headers),
          body: typeof request.body === 'string' ? request.body : '',
        },
        response: {
          status: response.statusCode,
          headers: lowerCased(response.headers),
          body: body.toString('utf8'),
        },
      };
    }
    response.body = Readable.from([body]);
    return { response };
  }
}

async function readAll(stream: Readable, timeout: number): Promise<Buffer> {
  const late = setTimeout(
    () => stream.destroy(new Error(`the answer is incomplete after ${timeout} ms`)),
    timeout,
  );
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(late);
  }
}

function urlOf(request: Request): string {
  const port = request.port === undefined ? '' : `:${request.port}`;
  const query = Object.entries(request.query ?? {}).flatMap(([name, value]) =>
    [value ?? ''].flat().map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`),
  );
  const search = query.length === 0 ? '' : `?${query.join('&')}`;
  return `${request.protocol}//${request.hostname}${port}${request.path}${search}`;
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
