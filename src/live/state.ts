import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { specHash } from '../contract/generated/catalogue.ts';
import { UsageError } from '../errors.ts';
import type { LiveLevel } from '../harness/live/permit.ts';
import type { Measured, UnitResult } from '../harness/run/unit.ts';
import { rawResult, revived, type RawResult } from '../report/raw.ts';

/** What a run was asked for: it goes on only as what it was. */
export interface LiveWork {
  readonly run: string;
  readonly level: LiveLevel;
  /** Ids of its cases. */
  readonly cases: readonly string[];
}

interface Head extends LiveWork {
  readonly format: 1;
  readonly specHash: string;
}

/** The file of what a run has found out, beside its journal. */
export const stateFileOf = (journal: string): string => `${journal}.results`;

/**
 * What a run has found out so far, one result a line, so that a run that stopped goes on where it was. Nothing secret
 * is in it.
 */
export class LiveState {
  readonly #file: string;
  /** Lines are written one after another, whoever asks. */
  #last: Promise<void> = Promise.resolve();

  private constructor(file: string) {
    this.#file = file;
  }

  /** Begins a file. Rejects with a UsageError where it cannot be written. */
  static async begin(file: string, work: LiveWork): Promise<LiveState> {
    const head: Head = { format: 1, specHash, ...work };
    await writeFile(file, `${JSON.stringify(head)}\n`, { mode: 0o600, flag: 'wx' }).catch(
      (error: unknown) => {
        throw new UsageError(
          `cannot keep the results of the run in ${file}: ${error instanceof Error ? error.message : String(error)}`,
        );
      },
    );
    return new LiveState(file);
  }

  /** Goes on with a file. Rejects with a UsageError where there is none, or where it is of another work or contract. */
  static async goOn(
    file: string,
    work: LiveWork,
  ): Promise<{ readonly state: LiveState; readonly done: ReadonlyMap<number, UnitResult> }> {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      throw new UsageError(
        `cannot go on with the run ${work.run}: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    const [first = '', ...lines] = text.split('\n');
    const expected: Head = { format: 1, specHash, ...work };
    if (first !== JSON.stringify(expected))
      throw new UsageError(
        `cannot go on with the run ${work.run}: ${file} is of another level, of other cases or of another version of the contract`,
      );
    // The last line of a run that was killed may be half a line: its call is made again.
    const whole = lines.slice(0, -1);
    const done = whole.map(
      (line) => JSON.parse(line) as { readonly unit: number; readonly result: RawResult },
    );
    // Nothing may be appended to half a line.
    await writeFile(file, [first, ...whole, ''].join('\n'));
    return {
      state: new LiveState(file),
      done: new Map(done.map(({ unit, result }) => [unit, revived(result)])),
    };
  }

  /** Keeps the result of a call. */
  add(result: Measured): void {
    const line = JSON.stringify({ unit: result.unit.id, result: rawResult(result) });
    this.#last = this.#last.then(() => appendFile(this.#file, `${line}\n`));
    // Told by `written`: until then the process goes on, and cleans up.
    this.#last.catch(() => undefined);
  }

  /** Resolves once all is written. */
  written(): Promise<void> {
    return this.#last;
  }
}
