import { readDocument, type DocumentProblem, type Position } from '../contract/document.ts';
import type {
  AllowedDifference,
  AllowedDrift,
  DriftDifference,
  StaleAllowance,
} from '../contract/generated/types.ts';
import { contractValidator } from '../contract/contract-validator.ts';

/** An entry of an allow-list, and where it is. */
export interface Allowance extends AllowedDifference, Position {
  readonly file: string;
}

/** An allow-list, or what is wrong with its file and where. */
export type ReadAllowed =
  | { readonly ok: true; readonly entries: readonly Allowance[] }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** Reads the text of an allow-list. */
export function readAllowed(text: string, file: string): ReadAllowed {
  const schema = 'neptune-copy-contract:drift-allowed';
  const read = readDocument<AllowedDrift>(text, file, schema, contractValidator());
  if (!read.ok) return read;
  const entries = read.value.entries.map((entry, i) => ({ ...entry, file, ...read.locate(['entries', i]) }));
  return { ok: true, entries };
}

/** Marks the differences that are allowed, and tells the entries that match none. */
export function applyAllowed(
  differences: readonly DriftDifference[],
  entries: readonly Allowance[],
): { readonly differences: readonly DriftDifference[]; readonly stale: readonly StaleAllowance[] } {
  // The first entry takes a difference, so one that says the same again is stale.
  const taken = new Map(differences.map((each) => [each, entries.find((entry) => allows(entry, each))]));
  const used = new Set(taken.values());
  return {
    differences: differences.map((each) => {
      const entry = taken.get(each);
      return entry === undefined ? each : { ...each, allowed: entry.reason.trim() };
    }),
    stale: entries
      .filter((entry) => !used.has(entry))
      .map((entry) => ({
        file: entry.file,
        line: entry.line,
        column: entry.column,
        path: entry.path,
        kind: entry.kind,
        message: staleMessage(entry, differences, taken),
      })),
  };
}

const sameThing = (entry: AllowedDifference, { path, kind }: DriftDifference): boolean =>
  entry.path === path && entry.kind === kind;

const allows = (entry: AllowedDifference, difference: DriftDifference): boolean =>
  sameThing(entry, difference) && (entry.sdk === undefined || entry.sdk === difference.sdk);

function staleMessage(
  entry: Allowance,
  differences: readonly DriftDifference[],
  taken: ReadonlyMap<DriftDifference, Allowance | undefined>,
): string {
  const there = differences.find((each) => sameThing(entry, each));
  if (there === undefined) return `${entry.path} (${entry.kind}) is no difference; remove the entry`;
  const other = taken.get(there);
  return other !== undefined && allows(entry, there)
    ? `${other.file}:${other.line} allows ${entry.path} (${entry.kind}) already`
    : `${entry.path} (${entry.kind}): the SDK says "${there.sdk ?? 'nothing'}", not "${entry.sdk ?? ''}"`;
}
