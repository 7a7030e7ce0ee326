import { sayActual } from '../contract/deviation-words.ts';
import type { BaselineEntry, Finding, Report } from '../contract/generated/types.ts';
import { caseOf, pairCase } from '../harness/run/plan.ts';
import { covers, coversCase, isPattern, isSequence, matches, type ContractIndex } from './baseline-entry.ts';

/** What became of an entry. */
export type Fate =
  | { readonly kind: 'matched' }
  /** The run did not look at what the entry is about. */
  | { readonly kind: 'unchecked' }
  | {
      readonly kind: 'stale' | 'changed' | 'vanished';
      /** The names of the entry that this holds for; the others are as they were. */
      readonly cases: readonly string[];
      readonly message: string;
    };

/** How far a run went: whether all of the contract was judged, and which cases were. */
export interface Extent {
  readonly complete: boolean;
  /** Whether a stateful search ran all the sequences it was asked for. */
  readonly searched: boolean;
  /** By the id of the case, or of the pair. */
  readonly cases: ReadonlyMap<string, 'measured' | 'inconclusive' | 'error'>;
  /** Whether deviations from a rule are told. */
  readonly isTold: (rule: string) => boolean;
}

/** Finds out how far a run went. */
export function hasRun(report: Report, contract: ContractIndex): Extent {
  const directed = report.rules
    .flatMap((rule) => rule.cases)
    .map(({ id, status }): [string, 'measured' | 'inconclusive' | 'error'] => [
      id,
      status === 'inconclusive' || status === 'error' ? status : 'measured',
    ]);
  const pairs = (report.precedence?.pairs ?? []).map(({ rules: [one = '', other = ''] }) =>
    pairCase(one, other),
  );
  const cases = new Map([...directed, ...pairs.map((id) => [id, 'measured'] as const)]);
  const rules = new Set(report.rules.map(({ id }) => id));
  const complete =
    [...contract.rules].every((id) => rules.has(id)) &&
    [...contract.cases].every((id) => cases.has(id) && cases.get(id) !== 'error');
  const searched = report.search !== undefined && report.search.runs >= report.search.wanted;
  const { named = false, excluded = [] } = report.demands ?? {};
  const isTold = (rule: string): boolean => !excluded.includes(rule) && (!named || rules.has(rule));
  return { complete, searched, cases, isTold };
}

/** What became of an entry in a run. Only what was looked at can make it stale. */
export function fateOf(entry: BaselineEntry, report: Report, contract: ContractIndex, ran: Extent): Fate {
  const { rule, cases } = entry;
  if (!contract.rules.has(rule)) return vanished(cases, `the contract has no rule ${rule}`);
  const unknown = cases.filter((name) => !isKnownCase(name, contract));
  if (unknown.length > 0) return vanished(unknown, `the contract has no case ${unknown.join(', ')}`);
  const seen = report.findings
    .filter((finding) => matches(entry, finding))
    .flatMap((finding) => finding.cases);
  const left = cases.filter((name) => !seen.some((id) => covers(name, id)));
  const looked = left.filter((name) => ran.isTold(rule) && wasLooked(name, ran));
  if (looked.length === 0) return { kind: seen.length > 0 ? 'matched' : 'unchecked' };
  const others = othersThan(entry, looked, report);
  if (others.length > 0)
    return { kind: 'changed', cases: looked, message: `it fails otherwise now: ${describe(others)}` };
  const inconclusive = looked.filter((name) => isInconclusive(name, entry, report, ran));
  if (inconclusive.length > 0)
    return vanished(inconclusive, 'what it is about was inconclusive, so nothing could match');
  return { kind: 'stale', cases: looked, message: stale(looked) };
}

/** Deviations from the rule, not known by any entry, in the cases in which the entry's own is no longer seen. */
const othersThan = (
  { rule }: BaselineEntry,
  looked: readonly string[],
  { findings }: Report,
): readonly Finding[] =>
  findings.filter(
    (finding) =>
      finding.rule === rule &&
      finding.known === undefined &&
      finding.cases.some((id) => coversCase({ cases: looked }, id)),
  );

/** Patterns and names that a run gives out itself cannot be misspelt in a way that is seen here. */
const isKnownCase = (name: string, { cases }: ContractIndex): boolean =>
  isSequence(name) ||
  isPairCase(name) ||
  (isPattern(name) ? matchesAny(name, cases) : cases.has(caseOf(name)));

const isPairCase = (name: string): boolean => name.startsWith(pairCase('', '').slice(0, -1));

const matchesAny = (name: string, ids: ReadonlySet<string>): boolean =>
  [...ids].some((id) => covers(name, id) || covers(caseOf(name), id));

function wasLooked(name: string, ran: Extent): boolean {
  if (isSequence(name)) return ran.searched;
  if (isPattern(name)) return ran.complete && (!isPairCase(name) || [...ran.cases.keys()].some(isPairCase));
  return ran.cases.get(caseOf(name)) === 'measured' || (ran.complete && !isPairCase(name));
}

function isInconclusive(name: string, { rule }: BaselineEntry, report: Report, ran: Extent): boolean {
  if (isSequence(name)) return false;
  if (!isPattern(name)) return ran.cases.get(caseOf(name)) === 'inconclusive';
  return report.rules.find((result) => result.id === rule)?.status === 'inconclusive';
}

const vanished = (cases: readonly string[], message: string): Fate => ({
  kind: 'vanished',
  cases,
  message: `${message}; remove ${cases.length === 1 ? 'it' : 'them'}`,
});

const stale = (cases: readonly string[]): string =>
  cases.length === 1 ? 'it is no longer seen; remove it' : 'they are no longer seen; remove them';

const describe = (findings: readonly Finding[]): string =>
  findings
    .map(({ fingerprint, actual }) => `${fingerprint}, ${sayActual(actual).replaceAll(/\s+/g, ' ')}`)
    .join('; ');
