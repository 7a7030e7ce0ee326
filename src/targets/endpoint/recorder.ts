import { Readable } from 'node:stream';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { HttpExchange } from '../target.ts';

type Handled = Awaited<ReturnType<NodeHttpHandler['handle']>>;
type Request = Parameters<NodeHttpHandler['handle']>[0];
type Options = Parameters<NodeHttpHandler['handle']>[1];

/** The last raw exchange of a client, and how many there were since it was last taken. */
export interface Recording {
  /** What went over the wire since the last call of `take`. */
  take(): { readonly http?: HttpExchange; readonly attempts: number };
}

/**
 * The SDK's own HTTP handler, keeping the last raw exchange, because the SDK hides wrong statuses, wrong
 * codes and stray elements. Time-outs are in milliseconds and bound each attempt.
 */
export class RecordingHandler extends NodeHttpHandler implements Recording {
  #last: HttpExchange | undefined;
  #attempts = 0;

  constructor(timeout: number) {
    super({ connectionTimeout: timeout, requestTimeout: timeout, throwOnRequestTimeout: true });
  }

  take(): { readonly http?: HttpExchange; readonly attempts: number } {
    const taken = { ...(this.#last !== undefined && { http: this.#last }), attempts: this.#attempts };
    this.#last = undefined;
    this.#attempts = 0;
    return taken;
  }

  override async handle(request: Request, options?: Options): Promise<Handled> {
    this.#attempts += 1;
    this.#last = undefined;
    const { response } = await super.handle(request, options);
    const body = await readAll(response.body as Readable);
    this.#last = {
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
    response.body = Readable.from([body]);
    return { response };
  }
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function urlOf(request: Request): string {
  const port = request.port === undefined ? '' : `:${request.port}`;
  return `${request.protocol}//${request.hostname}${port}${request.path}`;
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
