import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { formatProblem, readDocument } from '../src/contract/document.ts';
import type { Finding, Report } from '../src/contract/generated/types.ts';
import { createValidator } from '../src/contract/validate.ts';
import type { Baseline } from '../src/report/baseline-entry.ts';
import { readBaseline } from '../src/report/baseline-file.ts';
import { verify } from '../src/verify/index.ts';
import { ordinary } from './judge.ts';
import { answers } from './moto.ts';
import { start, stop } from './process.ts';
import type { Listening } from './proxy.ts';
import { findEnvironment, type Python } from './python.ts';

/** An entry of contracts/emulators/emulators.yaml, which says what each member means. */
export interface Emulator {
  readonly name: string;
  readonly version: string;
  readonly start: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly up?: string;
  readonly verdict: 'conforms' | 'not implemented';
}

const word = { type: 'string', pattern: '^[a-z0-9][a-z0-9._-]*$' };
const schema = {
  $id: 'emulators',
  type: 'object',
  additionalProperties: false,
  required: ['emulators'],
  properties: {
    emulators: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'version', 'start', 'verdict'],
        properties: {
          name: word,
          version: word,
          start: { type: 'string', minLength: 1 },
          env: { type: 'object', additionalProperties: { type: 'string' } },
          up: { type: 'string', pattern: '^/' },
          verdict: { enum: ['conforms', 'not implemented'] },
        },
      },
    },
  },
};

/** The folder in which everything about emulators stands. */
export const folder = join(import.meta.dirname, '../contracts/emulators');

/** Where the emulators are registered. */
export const registryFile = join(folder, 'emulators.yaml');

/** What the files of an emulator are called, and its environment. */
export const labelOf = ({ name, version }: Pick<Emulator, 'name' | 'version'>): string =>
  `${name}-${version}`;

/** The registered emulators, in their order. Throws where the file is not as it should be, with its lines. */
export function readEmulators(text = readFileSync(registryFile, 'utf8')): readonly Emulator[] {
  const read = readDocument<{ emulators: Emulator[] }>(
    text,
    'contracts/emulators/emulators.yaml',
    'emulators',
    createValidator([schema]),
  );
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join('\n'));
  return read.value.emulators;
}

/** Where the baseline of an emulator is. */
export const baselineFileOf = (emulator: Emulator): string => join(folder, `${labelOf(emulator)}.yaml`);

/** Where it stands what pip installs for an emulator. */
export const requirementsFileOf = (emulator: Emulator): string => join(folder, `${labelOf(emulator)}.txt`);

/** What is known to deviate in an emulator. Throws where the file is none. */
export function baselineOf(emulator: Emulator): Baseline {
  const file = baselineFileOf(emulator);
  const read = readBaseline(readFileSync(file, 'utf8'), file);
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join('\n'));
  return read.baseline;
}

/** The environment of an emulator. Undefined where there is none, which in CI is an error. */
export const findEmulator = (emulator: Emulator): Python | undefined =>
  findEnvironment(labelOf(emulator), [programOf(emulator)]);

const programOf = (emulator: Emulator): string => emulator.start.split(' ')[0] ?? '';

/** Starts an emulator at a free port of 127.0.0.1, and waits until it answers. */
export async function startEmulator(emulator: Emulator, python: Python): Promise<Listening> {
  const port = String(await freePort());
  const filled = (text: string): string => text.replaceAll('{port}', port);
  const args = emulator.start.split(' ').slice(1).map(filled);
  const env = Object.entries(emulator.env ?? {}).map(([name, value]) => [name, filled(value)]);
  const running = start(python.program(programOf(emulator)), args, {
    ...python.env,
    ...(Object.fromEntries(env) as Record<string, string>),
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await Promise.race([
      answers(`${url}${emulator.up ?? '/'}`, emulator.up === undefined ? undefined : 200),
      running.ended.then(({ code, stderr }) => {
        throw new Error(`${emulator.start} ended with ${code ?? 'a signal'}: ${stderr}`);
      }),
    ]);
    return { url, close: () => stop(running).then(() => undefined) };
  } catch (error) {
    await stop(running, 'SIGKILL');
    throw error;
  }
}

/** A port that is free now: not every emulator tells which one it took. */
function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Judges an emulator that is started for it, with the usual seed. */
export async function judgeEmulator(
  emulator: Emulator,
  python: Python,
  options: Partial<Parameters<typeof verify>[0]> = {},
): Promise<Report> {
  const running = await startEmulator(emulator, python);
  try {
    const found = await verify({
      ...ordinary,
      endpoint: running.url,
      targetName: emulator.name,
      ...options,
    });
    return { ...found, findings: found.findings.filter((finding) => !isRace(finding)) };
  } finally {
    await running.close();
  }
}

/** Of several copies to one name at once, two may win: a race in moto that no run can be sure to meet. */
const isRace = ({ rule, expected }: Finding): boolean =>
  rule === 'target-unique' && expected.kind === 'winners';
