import type { Caller } from '../model/world/place.ts';
import { placeKey } from '../model/world/place.ts';
import type { HttpRequest, HttpResponse } from '../protocol/http.ts';
import type { CallingClient, Command } from './mocked-client.ts';

/** The SDK's class of clients, and of its instances what sending a command takes. */
type ClientClass = new (configuration: object) => SendingClient;
interface SendingClient {
  readonly config: object;
  readonly middlewareStack: unknown;
}

/** What a command of the SDK makes of a client: all that is done to its input, up to the answer. */
interface SendableCommand {
  resolveMiddleware(
    stack: unknown,
    configuration: object,
    options: object,
  ): (command: object) => Promise<{ readonly output: object }>;
}

/** A request as the SDK hands it to its HTTP handler. */
interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/**
 * Sends a command as the mocked client would if it were none: through the middleware of its own version of the SDK, but
 * for the network, in place of which `answer` stands. So output and exceptions are that SDK's own, and `instanceof`
 * holds. Signed as the caller, in whose account and Region the client may not have been made.
 */
export async function sendThrough(
  client: CallingClient,
  caller: Caller,
  command: Command,
  answer: (request: HttpRequest) => HttpResponse,
): Promise<object> {
  const { config, middlewareStack } = twinOf(client.constructor as ClientClass, caller);
  const handle = (request: SentRequest): Promise<object> => {
    const { status, headers, body } = answer(arrived(request));
    return Promise.resolve({
      response: { statusCode: status, headers: lowered(headers), body: toBytes(body) },
    });
  };
  const sendable = command as unknown as SendableCommand;
  const send = sendable.resolveMiddleware(middlewareStack, { ...config, requestHandler: { handle } }, {});
  return (await send(command)).output;
}

const twins = new WeakMap<ClientClass, Map<string, SendingClient>>();

/** A client of the same class: what a test or a program has done to its own one stays out of the way, and no file is read. */
function twinOf(Client: ClientClass, caller: Caller): SendingClient {
  let ofClass = twins.get(Client);
  if (ofClass === undefined) twins.set(Client, (ofClass = new Map<string, SendingClient>()));
  let twin = ofClass.get(placeKey(caller));
  if (twin === undefined) {
    const credentials = { accessKeyId: caller.account, secretAccessKey: 'secret' };
    const { region } = caller;
    twin = new Client({ region, credentials, endpoint: 'https://mocked.invalid', maxAttempts: 1 });
    ofClass.set(placeKey(caller), twin);
  }
  return twin;
}

const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const arrived = ({ method, path, headers, body = '' }: SentRequest): HttpRequest => ({
  method,
  path,
  headers: lowered(headers),
  body: typeof body === 'string' ? toBytes(body) : body,
});

/** Headers by their names in lower case, as both sides look for them. */
const lowered = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
