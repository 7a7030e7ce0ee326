import { conclude } from './conclude.ts';
import type { BaselineInfo, BaselineProblem, Finding, Report } from '../contract/generated/types.ts';
import {
  coversCase,
  fateOf,
  hasRun,
  matches,
  type Baseline,
  type ContractIndex,
  type LocatedEntry,
} from './baseline-entry.ts';

/** What a baseline is held against besides the report. */
export interface BaselineContext {
  readonly contract: ContractIndex;
  /** ISO date. */
  readonly today: string;
}

/**
 * The report with a baseline of known deviations. A finding all of whose cases are in the baseline is known and does
 * not fail the run, whether it gates or not; a case or rule is known when all it fails by is. An entry for this target
 * that no longer holds fails the run. Pure; a report that has a baseline already must not come here again.
 */
export function applyBaseline(report: Report, baseline: Baseline, context: BaselineContext): Report {
  const entries = entriesFor(report, baseline);
  const findings = report.findings.map((finding) => withKnown(finding, entries));
  const known = new Set(findings.filter((finding) => finding.known).map(({ fingerprint }) => fingerprint));
  const rules = report.rules.map((rule) => {
    const cases = rule.cases.map((each) =>
      each.status === 'fail' && isKnown(each.findings ?? [], known)
        ? { ...each, status: 'known' as const }
        : each,
    );
    const own = findings.filter((finding) => finding.rule === rule.id);
    const excused = own.every((finding) => finding.known) && cases.every(({ status }) => status !== 'fail');
    return { ...rule, cases, status: rule.status === 'fail' && excused ? ('known' as const) : rule.status };
  });
  const held = {
    ...report,
    rules,
    findings,
    baseline: judgeEntries({ ...report, findings }, baseline, context),
  };
  return { ...held, summary: conclude(held) };
}

/** The entries that speak of the target of a report. */
export const entriesFor = ({ target }: Report, { entries }: Baseline): readonly LocatedEntry[] =>
  entries.filter((entry) => entry.target === target.name);

const isKnown = (fingerprints: readonly string[], known: ReadonlySet<string>): boolean =>
  fingerprints.length > 0 && fingerprints.every((fingerprint) => known.has(fingerprint));

/** A finding is known when each of its cases is in the baseline. The first entry has the word. */
function withKnown(finding: Finding, entries: readonly LocatedEntry[]): Finding {
  const speaking = entries.filter((entry) => matches(entry, finding));
  const [first] = speaking;
  const covered = finding.cases.every((id) => speaking.some((entry) => coversCase(entry, id)));
  if (first === undefined || !covered) return finding;
  const { reason, link, owner } = first;
  return { ...finding, known: { reason: reason ?? '', owner, ...(link !== undefined && { link }) } };
}

function judgeEntries(
  report: Report,
  baseline: Baseline,
  { contract, today }: BaselineContext,
): BaselineInfo {
  const problems: BaselineProblem[] = [];
  const counts = { matched: 0, unchecked: 0 };
  const ran = hasRun(report, contract);
  const own = entriesFor(report, baseline);
  for (const entry of own) {
    const { rule, case: id, fingerprint, line, column } = entry;
    const add = (kind: BaselineProblem['kind'], message: string): void => {
      problems.push({ kind, rule, case: id, fingerprint, line, column, message });
    };
    const fate = fateOf(entry, report, contract, ran);
    if (fate.kind === 'matched' || fate.kind === 'unchecked') counts[fate.kind] += 1;
    else add(fate.kind, fate.message);
    if (entry.expires !== undefined && entry.expires < today) {
      add('expired', `it was to hold until ${entry.expires}; see to it, or give it another date`);
    }
    if (isUnwritten(entry.reason ?? '')) add('todo', 'nobody has written its reason yet');
    else if (/^\s*TODO\b/i.test(entry.owner)) add('todo', 'nobody owns it yet');
  }
  return { file: baseline.file, ...counts, elsewhere: baseline.entries.length - own.length, problems };
}

/** Whether a reason is still to be written. */
export const isUnwritten = (reason: string): boolean => /^\s*($|TODO\b)/i.test(reason);
