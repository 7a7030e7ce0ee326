import * as kms from '@aws-sdk/client-kms';
import * as neptune from '@aws-sdk/client-neptune';
import { placeKey, type Caller } from '../src/model/index.ts';
import type { Connection } from '../src/harness/target/endpoint/connection.ts';
import type * as ConnectionModule from '../src/harness/target/endpoint/connection.ts';
import type * as EndpointModule from '../src/harness/target/endpoint/index.ts';
import type { DirectedCase } from '../src/contract/case.ts';
import type * as CasesModule from '../src/contract/directed-cases.ts';
import type * as ServerModule from '../src/server/index.ts';
import type * as RunModule from '../src/harness/run/run.ts';
import type { BenchResult } from './serve.ts';

const rounds = 9;

/** Module of the build: tsx wraps every inner function of a source, which costs time that no user pays. */
export const built = async <T>(path: string): Promise<T> =>
  (await import(new URL(`../dist/${path}`, import.meta.url).href)) as T;

const { Connection: RecordedConnection } = await built<typeof ConnectionModule>(
  'harness/target/endpoint/connection.js',
);
const { connectEndpoint } = await built<typeof EndpointModule>('harness/target/endpoint/index.js');
const { directedCases } = await built<typeof CasesModule>('contract/directed-cases.js');
const { startServer } = await built<typeof ServerModule>('server/index.js');
const { runCases } = await built<typeof RunModule>('harness/run/run.js');

/**
 * The directed cases but for those that fill up a quota: hundreds of calls that are hardly looked at would hide
 * what the judging costs.
 */
const cases = directedCases().filter(({ situation }) => situation.given.places === undefined);

/** A call of an SDK client. */
export interface Call {
  readonly service: 'neptune' | 'kms';
  readonly operation: string;
  readonly caller: Caller;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A server whose answers are the same every time: same names, same keys, same times. */
const freshServer = () => startServer({ now: () => Date.UTC(2026, 0, 1) });

/**
 * Calls per second of `verify` judging the embedded endpoint, beside those of a plain loop that makes the very
 * same calls with plain SDK clients and looks at nothing. They take turns; medians are shown, and the median of the
 * ratios.
 */
export async function benchVerify(): Promise<BenchResult> {
  const calls = await recordCalls(cases);
  const samples = { verify: [] as number[], loop: [] as number[], ratio: [] as number[] };
  // The first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    // Whoever comes second finds a warmer machine, so they take turns in that too.
    const first = round % 2 === 0 ? await timeVerify(calls.length) : undefined;
    const loop = await timeLoop(calls);
    const verify = first ?? (await timeVerify(calls.length));
    if (round === 0) continue;
    samples.verify.push(verify);
    samples.loop.push(loop);
    samples.ratio.push(verify / loop);
  }
  return {
    name: `${calls.length} SDK calls of ${cases.length} cases, one after the other`,
    unit: 'calls/s',
    rows: [
      { name: 'verify', value: Math.round(median(samples.verify)) },
      { name: 'plain loop, same calls', value: Math.round(median(samples.loop)) },
      { name: 'ratio', value: Math.round(median(samples.ratio) * 100) / 100 },
    ],
  };
}

/** All that the cases let the SDK send, in order. */
export async function recordCalls(of: readonly DirectedCase[]): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const call = Reflect.get<Connection, 'call'>(RecordedConnection.prototype, 'call');
  const copy = Reflect.get<Connection, 'copy'>(RecordedConnection.prototype, 'copy');
  RecordedConnection.prototype.call = function (this: Connection, service, operation, caller, input) {
    calls.push({ service, operation, caller, input });
    return call.call(this, service, operation, caller, input);
  };
  RecordedConnection.prototype.copy = function (this: Connection, caller, input, wire) {
    calls.push({ service: 'neptune', operation: 'CopyDBClusterSnapshot', caller, input: { ...input } });
    return copy.call(this, caller, input, wire);
  };
  try {
    await judging(of, async (run) => {
      calls.length = 0;
      await run();
    });
  } finally {
    Object.assign(RecordedConnection.prototype, { call, copy });
  }
  return calls;
}

/** Lets a run of the cases be made against a fresh server; connecting to it does not count. */
async function judging<T>(
  of: readonly DirectedCase[],
  use: (run: () => Promise<unknown>) => Promise<T>,
): Promise<T> {
  const server = await freshServer();
  const target = await connectEndpoint({
    url: server.url,
    region: 'us-east-1',
    timeout: 10_000,
    runId: 'bench0',
  });
  try {
    return await use(() => runCases(target, { cases: of }));
  } finally {
    await target.close();
    await server.close();
  }
}

const timeVerify = (count: number): Promise<number> => judging(cases, (run) => perSecond(count, run));

async function timeLoop(calls: readonly Call[]): Promise<number> {
  const server = await freshServer();
  const clients = new PlainClients(server.url);
  try {
    // A connection and a first answer, as the target has them by now.
    for (const { caller } of calls) await clients.greet(caller);
    return await perSecond(calls.length, async () => {
      for (const call of calls) await clients.send(call);
    });
  } finally {
    clients.destroy();
    await server.close();
  }
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (count * 1000) / (performance.now() - start);
}

type AnyClient = { send(command: never): Promise<unknown>; destroy(): void };
type Commands = Record<string, new (input: object) => never>;

/** The SDK's clients as anybody makes them, one for each service, account and Region. */
export class PlainClients {
  readonly #endpoint: string;
  readonly #clients = new Map<string, AnyClient>();

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  /** Makes a call; a fault is an answer like any other. */
  async send({ service, operation, caller, input }: Call): Promise<void> {
    const commands = (service === 'neptune' ? neptune : kms) as unknown as Commands;
    const command = commands[`${operation}Command`];
    if (command === undefined) throw new Error(`the SDK has no ${operation}`);
    try {
      await this.#clientFor(service, caller).send(new command(input));
    } catch (error) {
      if (!(error instanceof Error) || !('$metadata' in error)) throw error;
    }
  }

  async greet(caller: Caller): Promise<void> {
    if (this.#clients.has(`neptune ${placeKey(caller)}`)) return;
    await this.send({ service: 'neptune', operation: 'DescribeDBClusterSnapshots', caller, input: {} });
  }

  destroy(): void {
    for (const client of this.#clients.values()) client.destroy();
  }

  #clientFor(service: Call['service'], caller: Caller): AnyClient {
    const key = `${service} ${placeKey(caller)}`;
    const known = this.#clients.get(key);
    if (known !== undefined) return known;
    const make = service === 'neptune' ? neptune.NeptuneClient : kms.KMSClient;
    const made = new make({
      endpoint: this.#endpoint,
      region: caller.region,
      credentials: { accessKeyId: caller.account, secretAccessKey: 'secret' },
    }) as AnyClient;
    this.#clients.set(key, made);
    return made;
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

if (process.argv[1] === import.meta.filename) {
  const { name, unit, rows } = await benchVerify();
  console.log(`${name} (${unit})`);
  for (const row of rows) console.log(`  ${row.name.padEnd(30)} ${row.value}`);
}
