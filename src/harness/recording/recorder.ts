import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HarnessError, UsageError } from '../../errors.ts';
import { specHash } from '../../contract/generated/catalogue.ts';
import type { Recorded, RecordingIndex, Tape } from '../../contract/generated/types.ts';
import { version } from '../../contract/version.ts';
import type { Situation } from '../../contract/case.ts';
import { toldElsewhere, type RunResult } from '../run/result.ts';
import type { Piece, Redact, Target, Work } from '../target/target.ts';
import { sdkVersion } from '../target/endpoint/sdk-version.ts';
import { Anonymiser, anonymousAccounts } from './anonymous.ts';
import { FileNames } from './file-names.ts';
import { TapeWriter, withoutSigning } from './tape.ts';
import { tapedTarget } from './taped-target.ts';
import { caseKey, sequenceKey } from './work-key.ts';

/** Name of the file that tells what belongs to a recording. */
export const indexFile = 'recording.json';

/** What a recording tells besides what its target does. */
export interface RecordingOf {
  readonly search?: RecordingIndex['search'];
  /** What stands for the account, where AWS itself answers. */
  readonly ofAws?: string;
}

/** How a recorded run ended. */
export type RecordedEnd = Pick<RecordingIndex['run'], 'milliseconds' | 'requests' | 'stopped'>;

/**
 * Keeps what a run asks and is answered in a folder, one file for each piece of work as soon as it is done, without
 * secrets and without telling whose it was. What is done twice is kept as it was the last time.
 */
export class Recorder {
  readonly #folder: string;
  readonly #of: RecordingOf;
  readonly #begun = performance.now();
  readonly #startedAt = new Date();
  readonly #names = new FileNames();
  readonly #files = new Map<string, string>();
  #watched: { readonly target: Target; readonly anonymiser: Anonymiser } | undefined;

  private constructor(folder: string, of: RecordingOf) {
    this.#folder = folder;
    this.#of = of;
  }

  /** Begins a recording in a folder that is new or empty. Rejects with a UsageError when it is neither. */
  static async begin(folder: string, of: RecordingOf): Promise<Recorder> {
    const made = await mkdir(folder, { recursive: true })
      .then(() => readdir(folder))
      .catch((error: unknown) => {
        throw new UsageError(`cannot record to ${folder}: ${(error as Error).message}`);
      });
    if (made.length > 0)
      throw new UsageError(`${folder} is not empty: a recording needs a folder of its own.`);
    return new Recorder(folder, of);
  }

  /** A target of which all that belongs together is recorded. The first one is that of which the recording tells. */
  watch<T extends Target>(target: T): T {
    this.#watched ??= { target, anonymiser: new Anonymiser(originOf(target, this.#startedAt)) };
    const piece = (work: Work): Piece => {
      const tape = new TapeWriter(this.#begun);
      const end = (): Promise<void> => this.#keep(work, tape, target.redact ?? ((value) => value));
      return { target: tapedTarget(target, tape), end };
    };
    return Object.assign(Object.create(target) as T, { piece });
  }

  /** Writes down what could not be measured, and which files belong together. */
  async finish({ runId, plan, results }: RunResult, end: RecordedEnd): Promise<void> {
    for (const { given, units } of plan.groups) {
      for (const { id, label, caller, request, wire, http, follow } of units) {
        const result = results.get(id);
        const situation: Situation = { given, caller, request, wire, ...(http !== undefined && { http }) };
        const key = caseKey(situation, follow);
        if (result === undefined || result.kind === 'measured' || result === toldElsewhere) continue;
        // What a run that ended early did not come to is not in its recording.
        if (end.stopped !== undefined || this.#names.has(key)) continue;
        const { kind: status, reason } = result;
        const path = this.#names.of(key, 'cases', label);
        const told = { kind: 'unmeasured', label, situation, follow } as const;
        await this.#write(path, { ...told, ...this.#anonymous({ status, reason }, situation) });
      }
    }
    await this.#writeIndex(runId, end);
  }

  async #keep(work: Work, tape: TapeWriter, redact: Redact): Promise<void> {
    const calls = redact(tape.calls).map(withoutSigning);
    if (work.kind === 'sequence') {
      const path = this.#names.of(sequenceKey(work.calls, work.closely), 'sequences', 'sequence');
      await this.#write(path, { ...work, tape: this.#anonymous(calls, undefined) as Tape });
      return;
    }
    const { kind, label, situation, follow, names, found } = work;
    const key = caseKey(situation, follow);
    await this.#write(this.#names.of(key, 'cases', label), {
      kind,
      label,
      situation,
      follow,
      ...this.#anonymous({ names, ...(found !== undefined && { found }), tape: calls }, situation),
    } as Recorded);
  }

  /** A value without what tells whose it is, but for the texts that the contract itself has. */
  #anonymous<T>(value: T, own: unknown): T {
    return this.#watched === undefined ? value : this.#watched.anonymiser.apply(value, own);
  }

  async #write(path: string, file: Recorded): Promise<void> {
    // Whoever finds the folder after a crash sees that it is not whole.
    if (this.#files.size === 0) await this.#writeIndex(this.#watched?.target.runId ?? '', undefined);
    const text = `${JSON.stringify(file, null, 2)}\n`;
    this.#files.set(path, createHash('sha256').update(text).digest('hex'));
    await this.#writeText(path, text);
  }

  /** Rejects with a HarnessError where there is no room, or the folder is gone. */
  async #writeText(path: string, text: string): Promise<void> {
    const file = join(this.#folder, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    } catch (error) {
      throw new HarnessError(`cannot record to ${file}: ${(error as Error).message}`);
    }
  }

  async #writeIndex(runId: string, end: RecordedEnd | undefined): Promise<void> {
    const { search, ofAws } = this.#of;
    const watched = this.#watched?.target;
    if (watched === undefined) return;
    const { name, endpoint, version: told, setting, capabilities } = watched;
    const index: RecordingIndex = {
      format: 1,
      tool: { name: 'neptune-copy-contract', version: version() },
      specHash,
      runtime: { node: process.version, sdk: sdkVersion() },
      target: {
        ...this.#anonymous({ name, ...(endpoint !== undefined && { endpoint }), capabilities }, undefined),
        ...(told !== undefined && { version: told }),
        accounts: anonymousAccounts,
        regions: setting.regions,
        ...(ofAws !== undefined && { aws: true }),
      },
      run: {
        id: runId,
        date: this.#startedAt.toISOString().slice(0, 10),
        ...(ofAws !== undefined && { origin: ofAws }),
        ...end,
      },
      ...(search !== undefined && { search }),
      complete: end !== undefined && end.stopped === undefined,
      files: end === undefined ? {} : Object.fromEntries([...this.#files].sort(byPath)),
    };
    await this.#writeText(indexFile, `${JSON.stringify(index, null, 2)}\n`);
  }
}

const byPath = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);

function originOf(
  { setting, endpoint }: Target,
  startedAt: Date,
): ConstructorParameters<typeof Anonymiser>[0] {
  const { accounts } = setting;
  return { accounts, startedAt, ...(endpoint !== undefined && { host: new URL(endpoint).host }) };
}
