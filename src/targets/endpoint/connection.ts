import * as kms from '@aws-sdk/client-kms';
import * as neptune from '@aws-sdk/client-neptune';
import { HarnessError } from '../../errors.ts';
import { placeKey, type Caller } from '../../model/index.ts';
import type { WireEdits } from '../target.ts';
import { RecordingHandler } from './recorder.ts';
import { editForm } from './wire-edits.ts';

/** What the calls of a run have in common. */
export interface ConnectionOptions {
  readonly endpoint: string;
  /** Where KMS is, if elsewhere. */
  readonly kmsEndpoint?: string;
  /** Milliseconds until an attempt is given up. */
  readonly timeout: number;
  /** How often the SDK tries at most. */
  readonly attempts?: number;
}

/** Credentials of an account. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** An answer of the target that is a fault, or an answer that the SDK could not read. */
export interface CallFault {
  readonly name: string;
  readonly message: string;
  /** HTTP status; absent when nothing came back. */
  readonly status?: number;
}

/** The result of a call: AWS faults are values. */
export type CallResult<Output = Record<string, unknown>> =
  { readonly ok: true; readonly output: Output } | { readonly ok: false; readonly fault: CallFault };

/** Both services' clients, once it no longer matters which operation is sent. */
interface AnyClient {
  send(command: never): Promise<Record<string, unknown>>;
}

/** Clients of one endpoint, one for each service, account and Region; made when first needed. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #credentials: (account: string) => Credentials;
  readonly #neptune = new Map<string, { client: neptune.NeptuneClient; recorder: RecordingHandler }>();
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
    const client = (
      service === 'neptune' ? this.#neptuneFor(caller).client : this.#kmsFor(caller)
    ) as AnyClient;
    try {
      return { ok: true, output: await client.send(new command(input)) };
    } catch (error) {
      return { ok: false, fault: toCallFault(error) };
    }
  }

  /** CopyDBClusterSnapshot, with the raw exchange under it. */
  async copy(caller: Caller, input: neptune.CopyDBClusterSnapshotCommandInput, wire: WireEdits) {
    const { client, recorder } = this.#neptuneFor(caller);
    const command = new neptune.CopyDBClusterSnapshotCommand(input);
    if (Object.keys(wire).length > 0) editForm(command, wire);
    recorder.take();
    try {
      const output = await client.send(command);
      return { result: { ok: true as const, output }, ...recorder.take() };
    } catch (error) {
      return { result: { ok: false as const, fault: toCallFault(error) }, ...recorder.take() };
    }
  }

  /** Closes all connections. */
  close(): void {
    for (const { client } of this.#neptune.values()) client.destroy();
    for (const client of this.#kms.values()) client.destroy();
  }

  #neptuneFor(caller: Caller): { client: neptune.NeptuneClient; recorder: RecordingHandler } {
    const key = placeKey(caller);
    const known = this.#neptune.get(key);
    if (known !== undefined) return known;
    const recorder = new RecordingHandler(this.#options.timeout);
    const client = new neptune.NeptuneClient({
      ...this.#common(caller, this.#options.endpoint),
      requestHandler: recorder,
    });
    const made = { client, recorder };
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
    return { endpoint, region: caller.region, credentials, maxAttempts: this.#options.attempts ?? 3 };
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
