import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, readDocument } from '../src/contract/document.ts';
import { directedSequences } from '../src/contract/directed-sequences.ts';
import type { Finding, Report } from '../src/contract/generated/types.ts';
import { createValidator } from '../src/contract/validate.ts';
import type { Baseline } from '../src/report/baseline-entry.ts';
import { readBaseline } from '../src/report/baseline-file.ts';
import { verify } from '../src/verify/index.ts';
import { ordinary } from './judge.ts';
import { findEnvironment, type Python } from './python.ts';
import { programOf, startProgram, type Program } from './started-program.ts';

/** An entry of contracts/emulators/emulators.yaml, which says what each member means. */
export interface Emulator extends Program {
  readonly name: string;
  readonly version: string;
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
          says: { type: 'string', minLength: 1 },
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

/** Judges an emulator that is started for it, with the usual seed. */
export async function judgeEmulator(
  emulator: Emulator,
  python: Python,
  options: Partial<Parameters<typeof verify>[0]> = {},
): Promise<Report> {
  const running = await startProgram(emulator, python);
  try {
    const found = await verify({
      ...ordinary,
      sequences: directedSequences(),
      endpoint: running.url,
      targetName: emulator.name,
      ...options,
    });
    return withoutRaces(found);
  } finally {
    await running.close();
  }
}

/** A report without what no run can be sure to meet. */
export const withoutRaces = (report: Report): Report => ({
  ...report,
  findings: report.findings.filter((finding) => !isRace(finding)),
});

/** Of several copies to one name at once, two may win: a race in moto that no run can be sure to meet. */
const isRace = ({ rule, expected }: Finding): boolean =>
  rule === 'target-unique' && expected.kind === 'winners';
