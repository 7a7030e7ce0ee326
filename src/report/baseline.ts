import { conclude } from './conclude.ts';
import { withExcuses } from './excused.ts';
import type { BaselineInfo, BaselineProblem, Finding, Report } from '../contract/generated/types.ts';
import {
  coversCase,
  isAbout,
  type Baseline,
  type ContractIndex,
  type LocatedEntry,
} from './baseline-entry.ts';
import { fateOf, hasRun } from './baseline-fate.ts';

/** What a baseline is held against besides the report. */
export interface BaselineContext {
  readonly contract: ContractIndex;
  /** ISO date. */
  readonly today: string;
}

/**
 * The report with a baseline of known deviations. A finding all of whose cases are in the baseline is known and does
 * not fail the run, whether it gates or not; one that shows in another case as well is not, however well it is known
 * elsewhere. A case or rule is known when all it fails by is. An entry for this target that no longer holds fails the
 * run. Pure; a report that has a baseline already must not come here again.
 */
export function applyBaseline(report: Report, baseline: Baseline, context: BaselineContext): Report {
  const entries = entriesFor(report, baseline);
  const findings = report.findings.map((finding) => withKnown(finding, entries));
  const held = {
    ...report,
    rules: withExcuses(report.rules, findings),
    findings,
    baseline: judgeEntries({ ...report, findings }, baseline, context),
  };
  return { ...held, summary: conclude(held) };
}

/** The entries that speak of the target of a report. */
export const entriesFor = ({ target }: Report, { entries }: Baseline): readonly LocatedEntry[] =>
  entries.filter((entry) => entry.target === target.name);

/** A finding is known when each of its cases is in the baseline. The first entry has the word. */
function withKnown(finding: Finding, entries: readonly LocatedEntry[]): Finding {
  const speaking = entries.filter((entry) => isAbout(entry, finding));
  const knownCases = finding.cases.filter((id) => speaking.some((entry) => coversCase(entry, id)));
  const first = speaking.find((entry) => knownCases.some((id) => coversCase(entry, id)));
  if (first === undefined) return finding;
  if (knownCases.length < finding.cases.length) return { ...finding, knownCases };
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
    const { rule, fingerprint, line, column } = entry;
    const add = (kind: BaselineProblem['kind'], cases: readonly string[], message: string): void => {
      problems.push({ kind, rule, cases, fingerprint, line, column, message });
    };
    const fate = fateOf(entry, report, contract, ran);
    if (fate.kind === 'matched' || fate.kind === 'unchecked') counts[fate.kind] += 1;
    else add(fate.kind, fate.cases, fate.message);
    if (entry.expires !== undefined && entry.expires < today) {
      add(
        'expired',
        entry.cases,
        `it was to hold until ${entry.expires}; see to it, or give it another date`,
      );
    }
    if (isUnwritten(entry.reason ?? '')) add('todo', entry.cases, 'nobody has written its reason yet');
    else if (isUnwritten(entry.owner)) add('todo', entry.cases, 'nobody owns it yet');
    else if (entry.review !== undefined) add('todo', entry.cases, `to be looked at again: ${entry.review}`);
  }
  return { file: baseline.file, ...counts, elsewhere: baseline.entries.length - own.length, problems };
}

/** Whether something that people write is still to be written. */
export const isUnwritten = (text: string): boolean => /^\s*($|TODO\b)/i.test(text);
