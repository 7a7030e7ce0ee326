import * as kms from '@aws-sdk/client-kms';
import * as neptune from '@aws-sdk/client-neptune';
import { operation as copying } from '../../../contract/capabilities.ts';
import { HarnessError } from '../../../errors.ts';
import { placeKey, type Caller } from '../../../model/index.ts';
import type { HttpEdits } from '../../../contract/generated/types.ts';
import { Allowance, type Permit } from '../allowance.ts';
import { apart, cutText } from '../keepable.ts';
import type { CallFault, CallResult, WireEdits } from '../exchange.ts';

export type { CallFault, CallResult } from '../exchange.ts';
import type { Heard } from './heard.ts';
import { isReadable } from './fault-words.ts';
import { record, RecordingHandler, type Recording, type Traffic } from './recorder.ts';
import { usualRetries, retryStrategy, type RetryLimits } from './retry.ts';
import type { Tls } from './tls.ts';
import { editForm } from './wire-edits.ts';

/** What the calls of a run have in common. */
export interface ConnectionOptions {
  /** Where to call; AWS itself, by the Region of each call, unless given. */
  readonly endpoint?: string;
  /** Where KMS is, if elsewhere. */
  readonly kmsEndpoint?: string;
  /** Milliseconds until an attempt is given up. */
  readonly timeout: number;
  /** How often a call is tried again. */
  readonly retryLimits?: RetryLimits;
  /** Until when calls may be made; for ever unless given. */
  readonly allowance?: Allowance;
  /** Where what is sent is counted; nowhere unless given. */
  readonly traffic?: Traffic;
  /** Where it is noted what came of each operation; nowhere unless given. */
  readonly heard?: Heard;
  /** How certificates are checked; as usual unless given. */
  readonly tls?: Tls;
}

/** Credentials of an account. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Credentials, or that the SDK is to find them by itself, and keep them fresh: by a profile, or as it usually does. */
export type Way = Credentials | { readonly profile?: string };

/** Whatever makes calls of Neptune and KMS by their names. */
export type Callable = Pick<Connection, 'call'>;

/** Whatever a guard may stand before: a way to an endpoint, and the same way for calls that clean up. */
export type Line = Pick<Connection, 'call' | 'copy' | 'close'> & { readonly cleaner: Line };

/** One CopyDBClusterSnapshot: what the SDK made of it, and the raw exchange under it. */
export interface RawCopy extends Readonly<Recording> {
  readonly result:
    | { readonly ok: true; readonly output: neptune.CopyDBClusterSnapshotCommandOutput }
    | { readonly ok: false; readonly fault: CallFault };
}

/** Both services' clients, once it no longer matters which operation is sent. */
interface AnyClient {
  send(command: never, options: { readonly abortSignal: AbortSignal }): Promise<Record<string, unknown>>;
}

/**
 * The way to one endpoint. It sends whatever it is given: only a guard may hold one that leads to somebody's endpoint.
 */
export class Connection {
  /** Until when calls may be made. */
  readonly allowance: Allowance;
  /** The same way for calls that clean up, which may be made for a while after the end of a run. */
  readonly cleaner: Connection;
  readonly #clients: Clients;
  readonly #permit: Permit;
  readonly #heard: Heard | undefined;

  constructor(options: ConnectionOptions, credentials: (account: string) => Way, clients?: Clients) {
    this.allowance = options.allowance ?? new Allowance();
    this.#clients = clients ?? new Clients(options, credentials);
    this.#heard = options.heard;
    this.#permit = clients === undefined ? this.allowance : this.allowance.cleaning;
    this.cleaner =
      clients === undefined
        ? new Connection({ ...options, allowance: this.allowance }, credentials, this.#clients)
        : this;
  }

  /** Calls any operation of Neptune or KMS by its name. */
  async call(
    service: 'neptune' | 'kms',
    operation: string,
    caller: Caller,
    input: Readonly<Record<string, unknown>>,
  ): Promise<CallResult> {
    const commands = (service === 'neptune' ? neptune : kms) as unknown as Record<string, unknown>;
    const command = commands[`${operation}Command`] as (new (input: object) => never) | undefined;
    if (command === undefined) throw new HarnessError(`the SDK has no ${operation} in ${service}`);
    const refused = this.#refused();
    if (refused !== undefined) return { ok: false, fault: refused };
    const client = (
      service === 'neptune' ? this.#clients.neptuneFor(caller) : this.#clients.kmsFor(caller)
    ) as AnyClient;
    try {
      const output = await client.send(new command(input), { abortSignal: this.#permit.callSignal });
      return this.#noted(operation, { ok: true, output: apart(output) });
    } catch (error) {
      return this.#noted(operation, { ok: false, fault: toCallFault(error) });
    }
  }

  /** CopyDBClusterSnapshot, with the raw exchange under it. */
  async copy(
    caller: Caller,
    input: neptune.CopyDBClusterSnapshotCommandInput,
    wire: WireEdits,
    http?: HttpEdits,
  ): Promise<RawCopy> {
    const client = this.#clients.neptuneFor(caller);
    const command = new neptune.CopyDBClusterSnapshotCommand(input);
    if (Object.keys(wire).length > 0 || http !== undefined) editForm(command, wire, http);
    const recording = record(command);
    const refused = this.#refused();
    if (refused !== undefined) return { result: { ok: false as const, fault: refused }, ...recording };
    try {
      const output = await client.send(command, { abortSignal: this.#permit.callSignal });
      return { result: this.#noted(copying, { ok: true, output: apart(output) }), ...recording };
    } catch (error) {
      return { result: this.#noted(copying, { ok: false, fault: toCallFault(error) }), ...recording };
    }
  }

  /** Closes all connections. */
  close(): void {
    this.#clients.close();
  }

  #noted<Result extends CallResult<unknown>>(operation: string, result: Result): Result {
    this.#heard?.note(operation, result);
    return result;
  }

  /** A call that may not be made any more is not made. */
  #refused(): CallFault | undefined {
    const { refusal } = this.#permit;
    return refusal === undefined ? undefined : { name: 'NotSent', message: refusal };
  }
}

/** Clients of one endpoint, one for each service, account and Region; made when first needed. */
class Clients {
  readonly #options: ConnectionOptions;
  readonly #retries: ReturnType<typeof retryStrategy>;
  readonly #credentials: (account: string) => Way;
  readonly #neptune = new Map<string, neptune.NeptuneClient>();
  readonly #kms = new Map<string, kms.KMSClient>();
  readonly #traffic: Traffic;

  constructor(options: ConnectionOptions, credentials: (account: string) => Way) {
    this.#options = options;
    this.#credentials = credentials;
    this.#traffic = options.traffic ?? { requests: 0, tooLarge: 0 };
    this.#retries = retryStrategy(options.retryLimits ?? usualRetries);
  }

  close(): void {
    for (const client of this.#neptune.values()) client.destroy();
    for (const client of this.#kms.values()) client.destroy();
  }

  #handler(): RecordingHandler {
    return new RecordingHandler(this.#options.timeout, this.#traffic, this.#options.tls);
  }

  neptuneFor(caller: Caller): neptune.NeptuneClient {
    const key = placeKey(caller);
    const known = this.#neptune.get(key);
    if (known !== undefined) return known;
    const made = new neptune.NeptuneClient({
      ...this.#common(caller, this.#options.endpoint),
      requestHandler: this.#handler(),
    });
    this.#neptune.set(key, made);
    return made;
  }

  kmsFor(caller: Caller): kms.KMSClient {
    const key = placeKey(caller);
    const known = this.#kms.get(key);
    if (known !== undefined) return known;
    const made = new kms.KMSClient({
      ...this.#common(caller, this.#options.kmsEndpoint ?? this.#options.endpoint),
      requestHandler: this.#handler(),
    });
    this.#kms.set(key, made);
    return made;
  }

  #common(caller: Caller, endpoint: string | undefined) {
    const way = this.#credentials(caller.account);
    const known = 'accessKeyId' in way ? { credentials: way } : way;
    const common = { region: caller.region, retryStrategy: this.#retries, ...known };
    // Settings of the environment that only make sense at AWS itself would make the SDK refuse any other endpoint.
    return endpoint === undefined
      ? common
      : { ...common, endpoint, useFipsEndpoint: false, useDualstackEndpoint: false };
  }
}

/** Reads what an SDK client throws. Anything but an Error is a defect and thrown on. */
export function toCallFault(error: unknown): CallFault {
  if (!(error instanceof Error)) throw error;
  const {
    $metadata,
    $response,
    code = '',
  } = error as {
    code?: string;
    $metadata?: { httpStatusCode?: number; attempts?: number };
    $response?: { statusCode?: number; headers?: Readonly<Record<string, string>> };
  };
  const status = $metadata?.httpStatusCode ?? $response?.statusCode;
  const contentType = $response?.headers?.['content-type'];
  // An element that stands twice makes a list of what is a text.
  const [name, message] = [toText(error.name), toText(error.message) || toText(code)];
  return {
    name: cutText(name, 200),
    message: cutText(firstLine(message || name)),
    ...(status !== undefined && { status }),
    ...(status === undefined && code !== '' && { code: cutText(toText(code), 200) }),
    ...(contentType !== undefined && !isReadable({ name }) && { contentType: cutText(contentType, 200) }),
    ...(($metadata?.attempts ?? 1) > 1 && { retried: true }),
  };
}

const toText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
