import { readDocument, type DocumentProblem } from '../contract/document.ts';
import { schemas } from '../contract/generated/schemas.ts';
import type { BaselineDocument, BaselineEntry } from '../contract/generated/types.ts';
import { createValidator } from '../contract/validate.ts';
import { coversCase, type Baseline } from './baseline-entry.ts';

/** A baseline, or what is wrong with its file and where. */
export type ReadBaseline =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** Reads the text of a baseline file. An entry that says what another one says already is a problem. */
export function readBaseline(text: string, file: string): ReadBaseline {
  const schema = 'neptune-copy-contract:baseline';
  const read = readDocument<BaselineDocument>(text, file, schema, createValidator(schemas));
  if (!read.ok) return read;
  const entries = read.value.entries.map((entry, i) => ({ ...entry, ...read.locate(['entries', i]) }));
  const problems = entries.flatMap(({ line, column, ...entry }, i) => {
    const other = entries.find((before, j) => j !== i && covers(before, entry, j < i));
    if (other === undefined) return [];
    const message = `the entry in line ${other.line} covers ${entry.rule} (${entry.case}) ${entry.fingerprint} already`;
    return [{ file, line, column, message }];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, baseline: { file, entries } };
}

/** Whether an entry makes another one superfluous; of two that are alike, the first. */
const covers = (entry: BaselineEntry, other: BaselineEntry, first: boolean): boolean =>
  entry.target === other.target &&
  entry.rule === other.rule &&
  entry.fingerprint === other.fingerprint &&
  (entry.case === other.case ? first : coversCase(entry, other.case));
