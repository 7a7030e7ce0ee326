import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaking } from '../test-support/fuzz-breaking.ts';
import { faultProblem, openRaw, type RawAnswer } from '../test-support/fuzz-client.ts';
import { framed } from '../test-support/fuzz-requests.ts';
import { write } from '../test-support/fuzz-writing.ts';

const wanted = Number(process.env['FUZZ_REQUESTS'] ?? 100_000);
/** How many connections are held open at a time with a part of a request. */
const held = 300;
/** How many go over one connection, the last of which may break it. */
const perConnection = 10;
const atOnce = 8;
const megabyte = 2 ** 20;

/** A request and the kind that it is of. */
interface Sent {
  readonly kind: string;
  readonly bytes: Buffer;
}

const serve = fileURLToPath(new URL('../test-support/fuzz-server.ts', import.meta.url));
let server: ChildProcess;
let port = 0;
let stderr = '';

beforeAll(async () => {
  server = fork(serve, {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [url] = (await once(server.stdout ?? server, 'data')) as [Buffer];
  port = Number(/:(\d+)\n/.exec(url.toString())?.[1]);
});

afterAll(async () => {
  if (server.exitCode !== null || !server.kill()) return;
  await once(server, 'exit');
});

/** Bytes that the server holds after a collection. */
async function memory(): Promise<number> {
  if (server.exitCode !== null) throw new Error(`the server has ended: ${stderr}`);
  server.send('collect');
  const [held] = (await once(server, 'message')) as [number];
  return held;
}

/** So many requests of those kinds, each in its turn, the same ones on every run. */
function* made(kinds: typeof framed, count: number): Generator<Sent> {
  const names = Object.keys(kinds);
  const batch = 100;
  let left = count;
  for (let round = 0; left > 0; round += 1) {
    const requests = Object.values(kinds).map((kind) =>
      fc.sample(kind, { seed: 20260101 + round, numRuns: batch }),
    );
    for (let i = 0; i < batch; i += 1) {
      for (const [k, kind] of names.entries()) {
        const bytes = requests[k]?.[i];
        if (bytes === undefined || left === 0) return;
        left -= 1;
        yield { kind, bytes };
      }
    }
  }
}

/** What has come out so far. */
class Tally {
  sent = 0;
  readonly answered = new Map<string, number>();
  readonly problems: object[] = [];

  note({ kind, bytes }: Sent, answers: readonly RawAnswer[], problem?: string): void {
    this.sent += 1;
    this.answered.set(kind, (this.answered.get(kind) ?? 0) + answers.length);
    const problems = [problem, ...answers.map(faultProblem)].filter((found) => found !== undefined);
    if (problems.length === 0) return;
    const answer = answers.map(({ status, body }) => `${status} ${body}`);
    this.problems.push({ kind, problems, request: bytes.toString('latin1').slice(0, 2000), answer });
  }
}

/** Sends sound HTTP one behind the other, which must all be answered, and then what may break the connection. */
async function talk(sound: readonly Sent[], last: Sent, abandon: boolean, tally: Tally): Promise<void> {
  const connection = openRaw(port);
  connection.send(Buffer.concat(sound.map(({ bytes }) => bytes)));
  const answers = [...(await connection.answered(sound.length))];
  for (const [i, sent] of sound.entries()) {
    const answer = answers[i];
    tally.note(sent, answer === undefined ? [] : [answer], answer === undefined ? 'no answer' : undefined);
  }
  if (abandon) {
    await connection.abandon(last.bytes);
    tally.note({ ...last, kind: 'connections broken off' }, []);
    return;
  }
  const { answers: all, cut } = await connection.finish(last.bytes);
  tally.note(last, all.slice(sound.length), cut ? 'an answer is cut short' : undefined);
}

async function fuzz(count: number): Promise<Tally> {
  const tally = new Tally();
  const connections = count / perConnection;
  const sounds = made(framed, count - connections);
  const lasts = made(breaking, connections);
  let opened = 0;
  const work = async (): Promise<void> => {
    for (const last of lasts) {
      const sound = Array.from({ length: perConnection - 1 }, () => sounds.next().value as Sent);
      opened += 1;
      await talk(sound, last, opened % 16 === 0, tally);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return tally;
}

/** Sends the beginnings of requests, and waits to be cut off: each is answered once, as too slow. */
async function stall(tally: Tally): Promise<void> {
  const whole = write({});
  const lengths = fc.sample(fc.nat({ max: whole.length - 1 }), { seed: 20260101, numRuns: held });
  await Promise.all(
    lengths.map(async (length) => {
      const bytes = whole.subarray(0, length);
      const answers = await openRaw(port).hold(bytes);
      const statuses = answers.map(({ status }) => status).join();
      tally.note({ kind: 'requests without end', bytes }, answers, statuses === '408' ? undefined : statuses);
    }),
  );
}

describe('serve', () => {
  it(`answers ${wanted.toLocaleString('en')} malformed requests with faults, and stays as it was`, async () => {
    await fuzz(wanted / 10);
    const before = await memory();
    const { sent, answered, problems } = await fuzz(wanted);
    const slow = new Tally();
    await stall(slow);
    const after = await memory();
    process.stdout.write(
      `${sent + slow.sent} requests, ${problems.length + slow.problems.length} problems, ` +
        `${((after - before) / megabyte).toFixed(2)} MiB more memory in use\n`,
    );

    expect(problems.slice(0, 3)).toEqual([]);
    expect(slow.problems.slice(0, 3)).toEqual([]);
    expect([sent, slow.sent]).toEqual([wanted, held]);
    const silent = [...Object.keys(framed), ...Object.keys(breaking)].filter((kind) => !answered.get(kind));
    expect(silent).toEqual([]);
    expect({ exitCode: server.exitCode, signal: server.signalCode, stderr }).toEqual({
      exitCode: null,
      signal: null,
      stderr: '',
    });
    expect((after - before) / megabyte).toBeLessThan(4);
  });
});
