import type { NamedCase } from '../contract/directed-sequences.ts';
import { canonical } from '../contract/canonical.ts';
import { rules } from '../contract/generated/catalogue.ts';
import type { BaselineEntry, Finding } from '../contract/generated/types.ts';
import { identityOf } from '../harness/checks/identity.ts';

/** An entry and where it stands in its file. */
export type LocatedEntry = BaselineEntry & { readonly line: number; readonly column: number };

/** A baseline of known deviations, as it was read. */
export interface Baseline {
  readonly file: string;
  readonly entries: readonly LocatedEntry[];
}

/** What there is to deviate from. */
export interface ContractIndex {
  readonly rules: ReadonlySet<string>;
  readonly cases: ReadonlySet<string>;
}

/** The contract with these cases. */
export const contractIndex = (cases: readonly Pick<NamedCase, 'id'>[]): ContractIndex => ({
  rules: new Set(rules.map(({ id }) => id)),
  cases: new Set(cases.map(({ id }) => id)),
});

/** With what the names of a search's sequences begin; they name nothing beyond their run. */
const sequences = 'search/';

/** Stands for all that a search finds. */
export const anySequence = `${sequences}*`;

/** The case of a sequence, by its place among those that the seed gives. */
export const sequenceCase = (path: string): string => `${sequences}${path}`;

/** Whether a case is a sequence that a search made up. */
export const isSequence = (id: string): boolean => id.startsWith(sequences);

/** Whether a name of an entry stands for more than one case. */
export const isPattern = (name: string): boolean => name.includes('*');

/** Whether a name of an entry, in which * stands for any characters, is about a case. */
export function covers(name: string, id: string): boolean {
  const [first = '', ...others] = name.split('*');
  const last = others.pop();
  if (last === undefined) return name === id;
  if (!id.startsWith(first) || id.length < first.length + last.length || !id.endsWith(last)) return false;
  let at = first.length;
  for (const part of others) {
    const found = id.indexOf(part, at);
    if (found === -1 || found + part.length > id.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}

/** Whether an entry is about a case. */
export const coversCase = ({ cases }: Pick<BaselineEntry, 'cases'>, id: string): boolean =>
  cases.some((name) => covers(name, id));

/** Whether an entry tells of the deviation that a finding is, in whichever cases. */
export const isAbout = (
  entry: BaselineEntry,
  finding: Pick<Finding, 'rule' | 'fingerprint' | 'expected' | 'actual'>,
): boolean =>
  entry.rule === finding.rule &&
  entry.fingerprint === finding.fingerprint &&
  canonical(entry.actual) === canonical(identityOf(finding).actual);

/** Whether an entry tells of a finding in some of its cases at least. */
export const matches = (entry: BaselineEntry, finding: Finding): boolean =>
  isAbout(entry, finding) && finding.cases.some((id) => coversCase(entry, id));

/** Whether two entries tell of the same deviation of the same target, in whichever cases. */
export const isAboutTheSame = (entry: BaselineEntry, other: BaselineEntry): boolean =>
  entry.target === other.target && entry.rule === other.rule && entry.fingerprint === other.fingerprint;
