import { readDocument, type DocumentProblem } from '../contract/document.ts';
import type { BaselineDocument, BaselineEntry } from '../contract/generated/types.ts';
import { contractValidator } from '../contract/contract-validator.ts';
import { coversCase, isAboutTheSame, type Baseline } from './baseline-entry.ts';

/** A baseline, or what is wrong with its file and where. */
export type ReadBaseline =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** Reads the text of a baseline file. An entry that says what another one says already is a problem. */
export function readBaseline(text: string, file: string): ReadBaseline {
  const schema = 'neptune-copy-contract:baseline';
  const read = readDocument<BaselineDocument>(text, file, schema, contractValidator());
  if (!read.ok) return isOld(text, file) ? { ok: false, problems: [tooOld(file)] } : read;
  const entries = read.value.entries.map((entry, i) => ({ ...entry, ...read.locate(['entries', i]) }));
  const problems = entries.flatMap(({ line, column, ...entry }, i) => {
    const other = entries.find((before, j) => j !== i && saysAll(before, entry, j < i));
    if (other === undefined) return [];
    const message = `the entry in line ${other.line} covers ${entry.rule} (${entry.cases.join(', ')}) ${entry.fingerprint} already`;
    return [{ file, line, column, message }];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, baseline: { file, entries } };
}

/** Whether an entry makes another one superfluous; of two that are alike, the first. */
const saysAll = (entry: BaselineEntry, other: BaselineEntry, first: boolean): boolean =>
  isAboutTheSame(entry, other) &&
  other.cases.every((name) => coversCase(entry, name)) &&
  (first || !entry.cases.every((name) => coversCase(other, name)));

/** Whether it is a baseline from before its format had a version. */
export function isOld(text: string, file: string): boolean {
  const validator = contractValidator();
  return readDocument(text, file, 'neptune-copy-contract:baseline-1', validator).ok;
}

const tooOld = (file: string): DocumentProblem => ({
  file,
  line: 1,
  column: 1,
  message: `a baseline of version 1: \`baseline upgrade ${file} --report REPORT\` turns it into one of version 2`,
});
