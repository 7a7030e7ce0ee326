import type { Readable } from 'node:stream';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { largestAnswer, mostParts } from './answer-limits.ts';
import { makeRoomFor } from './garbage.ts';
import type { HttpExchange } from '../exchange.ts';
import { withListNames } from './list-names.ts';
import { agentFor, type Tls } from './tls.ts';

/** An answer of which no more is read. */
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

type Handled = Awaited<ReturnType<NodeHttpHandler['handle']>>;
type Request = Parameters<NodeHttpHandler['handle']>[0];
type Options = Parameters<NodeHttpHandler['handle']>[1];

/** What went over all connections of a run, counted where it goes out and comes in. */
export interface Traffic {
  /**
   * HTTP requests: one for each attempt of a call, whichever service it was sent to and whether or not an answer came.
   */
  requests: number;
  /** Milliseconds that the quickest answer took; undefined until one came. */
  quickest?: number;
  /** Answers that were larger than what is read of one. */
  tooLarge: number;
  /** Lists whose entries the target calls otherwise than AWS does, and what it calls them. */
  readonly renamed?: Map<string, string>;
}

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
  readonly #traffic: Traffic;

  constructor(timeout: number, traffic: Traffic, tls?: Tls) {
    const httpsAgent = agentFor(tls);
    super({
      connectionTimeout: timeout,
      requestTimeout: timeout,
      throwOnRequestTimeout: true,
      ...(httpsAgent !== undefined && { httpsAgent }),
    });
    this.#timeout = timeout;
    this.#traffic = traffic;
  }

  override async handle(request: Request, options?: Options): Promise<Handled> {
    const recording = recordings.get(request);
    if (recording !== undefined) {
      recording.attempts += 1;
      delete recording.http;
    }
    // The handler sends nothing for a call that is over already.
    if (options?.abortSignal?.aborted !== true) this.#traffic.requests += 1;
    const begun = performance.now();
    const { response } = await super.handle(request, options);
    this.#traffic.quickest = Math.min(this.#traffic.quickest ?? Infinity, performance.now() - begun);
    const body = await this.#read(response.body as Readable);
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
    const read = recording === undefined ? this.#tolerant(body) : body;
    // The SDK takes bytes as well as a stream, and is done with them sooner.
    response.body = new Uint8Array(read.buffer, read.byteOffset, read.byteLength);
    return { response };
  }

  /** What only serves to prepare and to look is read in spite of other names in it; what is judged stays as it came. */
  #tolerant(body: Buffer): Buffer {
    const text = body.toString('utf8');
    const renamed = withListNames(text, (list, entry) => this.#traffic.renamed?.set(list, entry));
    return renamed === text ? body : Buffer.from(renamed);
  }

  async #read(stream: Readable): Promise<Buffer> {
    try {
      const body = await readAll(stream, this.#timeout);
      // A short one cannot have so many.
      if (body.byteLength > mostParts && partsOf(body) > mostParts)
        throw new AnswerTooLarge(`the answer holds more than ${mostParts} elements`);
      // For each of them the SDK's parser would look through the whole answer.
      if (doctypesIn(body) > 1) throw new AnswerTooLarge('the answer has more than one DOCTYPE');
      makeRoomFor(body.byteLength);
      return body;
    } catch (error) {
      if (error instanceof AnswerTooLarge) this.#traffic.tooLarge += 1;
      throw error;
    }
  }
}

function readAll(stream: Readable, timeout: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const late = setTimeout(
      () => stream.destroy(named('TimeoutError', `the answer is incomplete after ${timeout} ms`)),
      timeout,
    );
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes <= largestAnswer) chunks.push(chunk);
      else stream.destroy(new AnswerTooLarge(`the answer is larger than ${largestAnswer / 2 ** 20} MiB`));
    });
    stream.once('end', () => resolve(Buffer.concat(chunks)));
    stream.once('error', reject);
    stream.once('close', () => {
      clearTimeout(late);
      reject(Object.assign(new Error('the answer breaks off'), { code: 'ECONNRESET' }));
    });
  });
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

/** How many elements, objects and lists a body opens, at most. */
function partsOf(body: Buffer): number {
  let parts = 0;
  for (let i = 0; i < body.length; i += 1) {
    const byte = body[i];
    if (byte === 0x3c || byte === 0x5b || byte === 0x7b) parts += 1;
  }
  return parts;
}

const doctypesIn = (body: Buffer): number =>
  body.includes('<!') ? (body.toString('latin1').match(/<!doctype/gi)?.length ?? 0) : 0;

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
