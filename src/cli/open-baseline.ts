import { readFile, writeFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { formatProblem } from '../contract/document.ts';
import { namedCases } from '../contract/directed-sequences.ts';
import type { Report } from '../contract/generated/types.ts';
import { applyBaseline, type BaselineContext } from '../report/baseline.ts';
import { contractIndex, coversCase, isAbout, type Baseline } from '../report/baseline-entry.ts';
import { readBaseline } from '../report/baseline-file.ts';
import type { SeenDeviation } from '../verify/index.ts';
import { updateBaseline } from '../report/baseline-update.ts';

/** Flags about the baseline. */
export interface BaselineFlags {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** What a run does to its report for the sake of a baseline, or what is wrong with the file: `file:line:column: message`. */
export type OpenedBaseline =
  | {
      readonly ok: true;
      readonly hold: (report: Report) => Promise<Report>;
      /** Whether a deviation is in the baseline when it is seen. */
      readonly isKnown: (seen: SeenDeviation) => boolean;
    }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the baseline before anything is judged. Throws a UsageError when there is no file where one is needed. */
export async function openBaseline(
  { baseline: file, updateBaseline: update = false }: BaselineFlags,
  say: (line: string) => void,
): Promise<OpenedBaseline> {
  if (file === undefined) {
    if (update) throw new UsageError('--update-baseline needs --baseline FILE to know which file.');
    return { ok: true, hold: (report) => Promise.resolve(report), isKnown: () => false };
  }
  const text = await textOf(file, update);
  const read = text === undefined ? emptyBaseline(file) : readBaseline(text, file);
  if (!read.ok) return { ok: false, problems: read.problems.map(formatProblem) };
  return {
    ok: true,
    isKnown: (seen) =>
      read.baseline.entries.some(
        (entry) =>
          entry.target === seen.target &&
          isAbout(entry, seen) &&
          seen.cases.every((id) => coversCase(entry, id)),
      ),
    async hold(report) {
      const context = {
        contract: contractIndex(namedCases()),
        today: new Date().toISOString().slice(0, 10),
      };
      const baseline = update
        ? await bringUpToDate(text ?? '', read.baseline, report, context, say)
        : read.baseline;
      return applyBaseline(report, baseline, context);
    },
  };
}

async function bringUpToDate(
  before: string,
  baseline: Baseline,
  report: Report,
  context: BaselineContext,
  say: (line: string) => void,
): Promise<Baseline> {
  const { file } = baseline;
  const { text, changes } = updateBaseline(before, baseline, report, context);
  if (text !== before) await writeFile(file, text).catch((error: unknown) => complain('write', file, error));
  for (const change of changes.length > 0 ? changes : ['nothing to change']) say(`${file}: ${change}`);
  const read = readBaseline(text, file);
  if (!read.ok)
    throw new Error(`the updated baseline is not valid: ${read.problems.map(formatProblem).join()}`);
  return read.baseline;
}

const emptyBaseline = (file: string) => ({ ok: true as const, baseline: { file, entries: [] } });

/** The text of a file; nothing for a file that is only to be made. */
async function textOf(file: string, mayBeMissing: boolean): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (mayBeMissing && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return complain('read', file, error);
  }
}

function complain(what: string, file: string, error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  const hint = what === 'read' ? ' --update-baseline makes a new one.' : '';
  throw new UsageError(`cannot ${what} the baseline ${file}: ${reason}.${hint}`);
}
