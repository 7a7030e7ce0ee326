import type { Readable } from 'node:stream';
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

/** By the request of an attempt: so calls that are under way together are not mixed up. */
const recordings = new WeakMap<object, Recording>();

/** A command that middleware can be added to. */
interface Recordable {
  readonly middlewareStack: {
    add(
      middleware: <Args extends { request: unknown }, Result>(
        next: (args: Args) => Promise<Result>,
      ) => (args: Args) => Promise<Result>,
      options: { readonly step: 'deserialize'; readonly name: string },
    ): void;
  };
}

/** Records what goes over the wire when the command is sent. */
export function record(command: Recordable): Recording {
  const recording: Recording = { attempts: 0 };
  command.middlewareStack.add(
    (next) => (args) => {
      recordings.set(args.request as object, recording);
      return next(args);
    },
    { step: 'deserialize', name: 'record' },
  );
  return recording;
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
    const recording = recordings.get(request);
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
    // The SDK takes bytes as well as a stream, and is done with them sooner.
    response.body = new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
    return { response };
  }
}

function readAll(stream: Readable, timeout: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const late = setTimeout(
      () => stream.destroy(new Error(`the answer is incomplete after ${timeout} ms`)),
      timeout,
    );
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.once('end', () => resolve(Buffer.concat(chunks)));
    stream.once('error', reject);
    stream.once('close', () => {
      clearTimeout(late);
      reject(new Error('the answer breaks off'));
    });
  });
}

function urlOf(request: Request): string {
  const port = request.port === undefined ? '' : `:${request.port}`;
  const query = Object.entries(request.query).flatMap(([name, value]) =>
    [value ?? ''].flat().map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`),
  );
  const search = query.length === 0 ? '' : `?${query.join('&')}`;
  return `${request.protocol}//${request.hostname}${port}${request.path}${search}`;
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
