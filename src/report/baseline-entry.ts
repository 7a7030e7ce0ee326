import type { DirectedCase } from '../contract/case.ts';
import { rules } from '../contract/generated/catalogue.ts';
import type { BaselineEntry, Finding, Report } from '../contract/generated/types.ts';

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
export const contractIndex = (cases: readonly DirectedCase[]): ContractIndex => ({
  rules: new Set(rules.map(({ id }) => id)),
  cases: new Set(cases.map(({ id }) => id)),
});

/** What became of an entry. */
export type Fate =
  | { readonly kind: 'matched' }
  /** The run did not look at what the entry is about. */
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'stale' | 'changed' | 'vanished'; readonly message: string };

/** How far a run went: whether all of the contract was judged, and which cases were. */
export interface Extent {
  readonly complete: boolean;
  /** Whether a stateful search ran all the sequences it was asked for. */
  readonly searched: boolean;
  /** By the id of the case. */
  readonly cases: ReadonlyMap<string, 'measured' | 'unmeasured' | 'error'>;
}

/** Finds out how far a run went. */
export function hasRun(report: Report, contract: ContractIndex): Extent {
  const cases = new Map(
    report.rules
      .flatMap((rule) => rule.cases)
      .map(({ id, status }) => [
        id,
        status === 'unmeasured' || status === 'error' ? status : ('measured' as const),
      ]),
  );
  const rules = new Set(report.rules.map(({ id }) => id));
  const complete =
    [...contract.rules].every((id) => rules.has(id)) &&
    [...contract.cases].every((id) => cases.has(id) && cases.get(id) !== 'error');
  const searched = report.search !== undefined && report.search.runs >= report.search.wanted;
  return { complete, searched, cases };
}

/** Stands for all that a search finds; its sequences have no lasting names. */
export const anySequence = 'search/*';

/** Whether a case is a sequence that a search made up. */
export const isSequence = (id: string): boolean => id.startsWith('search/');

/** Whether what an entry says of its case holds for this one. */
export const coversCase = (entry: Pick<BaselineEntry, 'case'>, id: string): boolean =>
  entry.case === '*' || entry.case === id || (entry.case === anySequence && isSequence(id));

/** Whether an entry is about a finding, in some of its cases at least. */
export const matches = (entry: BaselineEntry, finding: Finding): boolean =>
  entry.rule === finding.rule &&
  entry.fingerprint === finding.fingerprint &&
  finding.cases.some((id) => coversCase(entry, id));

/** What became of an entry in a run. Only what was looked at can make it stale. */
export function fateOf(entry: BaselineEntry, report: Report, contract: ContractIndex, ran: Extent): Fate {
  const { rule, case: id } = entry;
  if (report.findings.some((finding) => matches(entry, finding))) return { kind: 'matched' };
  if (!contract.rules.has(rule)) return vanished(`the contract has no rule ${rule}`);
  const directed = id.replace(/ \(twin\)$/, '');
  const named = id !== '*' && !isSequence(id);
  if (named && !contract.cases.has(directed)) return vanished(`the contract has no case ${id}`);

  const extent = ran.cases.get(directed);
  const looked = isSequence(id) ? ran.searched : ran.complete || extent === 'measured';
  if (!looked) return { kind: 'unchecked' };
  const seen = report.findings.filter(
    (finding) => finding.rule === rule && finding.cases.some((each) => coversCase(entry, each)),
  );
  const others = seen.filter((finding) => finding.known === undefined);
  if (others.length > 0) return { kind: 'changed', message: `it fails otherwise now: ${describe(others)}` };
  if (seen.length > 0) return stale('what is still seen of the rule has other entries');
  if (isSequence(id)) return stale('the search did not find it');
  if (named) {
    return extent === 'unmeasured'
      ? vanished('the case was not measured, so nothing could match')
      : stale('the rule holds in that case now');
  }
  const status = report.rules.find((result) => result.id === rule)?.status;
  return status === 'unmeasured'
    ? vanished('the rule was not measured, so nothing could match')
    : stale('no deviation from the rule was seen');
}

const stale = (message: string): Fate => ({ kind: 'stale', message: `${message}; remove the entry` });
const vanished = (message: string): Fate => ({ kind: 'vanished', message: `${message}; remove the entry` });

const describe = (findings: readonly Finding[]): string =>
  findings.map(({ fingerprint, actual }) => `${fingerprint}, ${actual.replaceAll(/\s+/g, ' ')}`).join('; ');
