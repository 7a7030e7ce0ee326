import * as kms from '@aws-sdk/client-kms';
import * as neptune from '@aws-sdk/client-neptune';
import { HarnessError } from '../../errors.ts';
import { placeKey, type Caller } from '../../model/index.ts';
import type { HttpEdits } from '../../spec/generated/types.ts';
import type { CallFault, CallResult, WireEdits } from '../target.ts';

export type { CallFault, CallResult } from '../target.ts';
import { record, RecordingHandler, type Recording } from './recorder.ts';
import { patient, retryStrategy, type Patience } from './retry.ts';
import { editForm } from './wire-edits.ts';

/** What the calls of a run have in common. */
export interface ConnectionOptions {
  readonly endpoint: string;
  /** Where KMS is, if elsewhere. */
  readonly kmsEndpoint?: string;
  /** Milliseconds until an attempt is given up. */
  readonly timeout: number;
  /** How often a call is tried again. */
  readonly patience?: Patience;
}

/** Credentials of an account. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Whatever makes calls of Neptune and KMS by their names. */
export type Callable = Pick<Connection, 'call'>;

/** One CopyDBClusterSnapshot: what the SDK made of it, and the raw exchange under it. */
export interface RawCopy extends Readonly<Recording> {
  readonly result:
    | { readonly ok: true; readonly output: neptune.CopyDBClusterSnapshotCommandOutput }
    | { readonly ok: false; readonly fault: CallFault };
}

/** Both services' clients, once it no longer matters which operation is sent. */
interface AnyClient {
  send(command: never): Promise<Record<string, unknown>>;
}

/**
 * Clients of one endpoint, one for each service, account and Region; made when first needed. It sends whatever it is
 * given: only a guard may hold one that leads to somebody's endpoint.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #credentials: (account: string) => Credentials;
  readonly #neptune = new Map<string, neptune.NeptuneClient>();
  readonly #kms = new Map<string, kms.KMSClient>();

  constructor(options: ConnectionOptions, credentials: (account: string) => Credentials) {
    this.#options = options;
    this.#credentials = credentials;
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
    const client = (service === 'neptune' ? this.#neptuneFor(caller) : this.#kmsFor(caller)) as AnyClient;
    try {
      return { ok: true, output: await client.send(new command(input)) };
    } catch (error) {
      return { ok: false, fault: toCallFault(error) };
    }
  }

  /** CopyDBClusterSnapshot, with the raw exchange under it. */
  async copy(
    caller: Caller,
    input: neptune.CopyDBClusterSnapshotCommandInput,
    wire: WireEdits,
    http?: HttpEdits,
  ): Promise<RawCopy> {
    const client = this.#neptuneFor(caller);
    const command = new neptune.CopyDBClusterSnapshotCommand(input);
    if (Object.keys(wire).length > 0 || http !== undefined) editForm(command, wire, http);
    const recording = record(command);
    try {
      const output = await client.send(command);
      return { result: { ok: true, output }, ...recording };
    } catch (error) {
      return { result: { ok: false, fault: toCallFault(error) }, ...recording };
    }
  }

  /** Closes all connections. */
  close(): void {
    for (const client of this.#neptune.values()) client.destroy();
    for (const client of this.#kms.values()) client.destroy();
  }

  #neptuneFor(caller: Caller): neptune.NeptuneClient {
    const key = placeKey(caller);
    const known = this.#neptune.get(key);
    if (known !== undefined) return known;
    const made = new neptune.NeptuneClient({
      ...this.#common(caller, this.#options.endpoint),
      requestHandler: new RecordingHandler(this.#options.timeout),
    });
    this.#neptune.set(key, made);
    return made;
  }

  #kmsFor(caller: Caller): kms.KMSClient {
    const key = placeKey(caller);
    const known = this.#kms.get(key);
    if (known !== undefined) return known;
    const made = new kms.KMSClient({
      ...this.#common(caller, this.#options.kmsEndpoint ?? this.#options.endpoint),
      requestHandler: new RecordingHandler(this.#options.timeout),
    });
    this.#kms.set(key, made);
    return made;
  }

  #common(caller: Caller, endpoint: string) {
    const credentials = this.#credentials(caller.account);
    const retries = retryStrategy(this.#options.patience ?? patient);
    // Settings of the environment that only make sense at AWS itself would make the SDK refuse any other endpoint.
    const elsewhere = { useFipsEndpoint: false, useDualstackEndpoint: false };
    return { endpoint, region: caller.region, credentials, retryStrategy: retries, ...elsewhere };
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
    $metadata?: { httpStatusCode?: number };
    $response?: { statusCode?: number };
  };
  const status = $metadata?.httpStatusCode ?? $response?.statusCode;
  const message = error.message || code || error.name;
  return { name: error.name, message: firstLine(message), ...(status !== undefined && { status }) };
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
