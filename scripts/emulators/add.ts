/** Another emulator: its environment is made, it is judged, and what a maintainer goes on from is told. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isMap, isSeq, parseDocument } from 'yaml';
import { namedCases } from '../../src/contract/directed-sequences.ts';
import { contractIndex } from '../../src/report/baseline-entry.ts';
import { readBaseline } from '../../src/report/baseline-file.ts';
import { updateBaseline } from '../../src/report/baseline-update.ts';
import { notImplemented } from '../../src/report/conclude.ts';
import {
  baselineFileOf,
  findEmulator,
  judgeEmulator,
  labelOf,
  readEmulators,
  registryFile,
  requirementsFileOf,
  type Emulator,
} from '../../test-support/emulators.ts';
import { environmentOf } from '../../test-support/python.ts';
import { fileOf, storedOf } from './results.ts';

/** What is told of an emulator that is to be added. */
export type Added = Omit<Emulator, 'verdict'> & {
  /** What pip is to install, pinned. */
  readonly requirements: readonly string[];
};

/**
 * The files of a new emulator, by their path, once it was judged: registry, requirements, baseline and result. Throws
 * where it is registered already, cannot be installed, or cannot be judged; nothing but its environment was made then.
 */
export async function filesOfNew(added: Added, today: string): Promise<ReadonlyMap<string, string>> {
  const { requirements, ...told } = added;
  const emulator: Emulator = { ...told, verdict: 'conforms' };
  const registered = readEmulators();
  const label = labelOf(emulator);
  if (registered.some((other) => labelOf(other) === label)) throw new Error(`${label} is registered already`);
  registryWith(emulator);
  install(label, requirements);
  const python = findEmulator(emulator);
  if (python === undefined) throw new Error(`${requirements.join(' ')} does not install ${told.start}`);
  const report = await judgeEmulator(emulator, python, { journal: false });
  const verdict = notImplemented(report.target) === undefined ? 'conforms' : 'not implemented';
  const before = registered.findLast(({ name }) => name === emulator.name);
  const judged: Emulator = { ...told, verdict };
  const baseline = baselineText(judged, before, report, today);
  return new Map([
    [requirementsFileOf(judged), `${requirements.join('\n')}\n`],
    [baselineFileOf(judged), baseline],
    [fileOf(judged), JSON.stringify(storedOf(judged, report, today))],
    [registryFile, registryWith(judged)],
  ]);
}

/** The registry with one entry more, after the others of its name. Throws where the entry is none. */
export function registryWith(emulator: Emulator): string {
  const document = parseDocument(readFileSync(registryFile, 'utf8'));
  const list = document.get('emulators');
  if (!isSeq(list)) throw new Error('emulators is no list');
  const last = list.items.findLastIndex((item) => isMap(item) && item.get('name') === emulator.name);
  list.items.splice(last === -1 ? list.items.length : last + 1, 0, document.createNode(emulator));
  const text = document.toString({ lineWidth: 0, singleQuote: true });
  readEmulators(text);
  return text;
}

function install(label: string, requirements: readonly string[]): void {
  const path = environmentOf(label);
  const steps: readonly (readonly [string, ...string[]])[] = [
    ...(existsSync(path) ? [] : [['python3', '-m', 'venv', path] as const]),
    [`${path}/bin/python`, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...requirements],
  ];
  for (const [command, ...args] of steps) {
    const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
    if (error !== undefined) throw new Error(`${command} could not be started: ${error.message}`);
    if (status !== 0) throw new Error(`${[command, ...args].join(' ')} failed`);
  }
}

/** The baseline: what still holds of the version before it, with its reasons, and TODO for all else. */
function baselineText(
  emulator: Emulator,
  before: Emulator | undefined,
  report: Parameters<typeof updateBaseline>[2],
  today: string,
): string {
  const nameOf = ({ name, version }: Emulator): string => `${name} ${version}`;
  const text =
    before === undefined
      ? ''
      : readFileSync(baselineFileOf(before), 'utf8').replaceAll(nameOf(before), nameOf(emulator));
  const file = baselineFileOf(emulator);
  const read =
    text === '' ? ({ ok: true, baseline: { file, entries: [] } } as const) : readBaseline(text, file);
  if (!read.ok) throw new Error(`the baseline of ${before === undefined ? '' : labelOf(before)} is none`);
  return updateBaseline(text, read.baseline, report, { contract: contractIndex(namedCases()), today }).text;
}
