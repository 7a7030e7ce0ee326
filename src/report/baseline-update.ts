import { sayActual } from '../contract/deviation-words.ts';
import { rules } from '../contract/generated/catalogue.ts';
import type { BaselineActual, BaselineEntry, Finding, Report } from '../contract/generated/types.ts';
import { identityOf } from '../harness/checks/identity.ts';
import { applyBaseline, type BaselineContext } from './baseline.ts';
import { BaselineDocumentEditor, type Row } from './baseline-document.ts';
import {
  anySequence,
  covers,
  coversCase,
  isAbout,
  isPattern,
  isSequence,
  type Baseline,
} from './baseline-entry.ts';
import { fateOf, hasRun, type Extent } from './baseline-fate.ts';

/** A baseline brought up to date, and what was changed, in words. */
export interface BaselineUpdate {
  readonly text: string;
  /** Empty when the file holds as it is. */
  readonly changes: readonly string[];
}

/**
 * Brings a baseline up to date with a report that has none: cases that are stale or vanished go, and entries with
 * none left; each gating finding that is not covered gets the cases that show it. An entry whose deviation changed
 * tells of the new one, and waits for somebody to look at it again. Reasons, comments, and entries for other targets
 * stay. Pure.
 */
export function updateBaseline(
  text: string,
  baseline: Baseline,
  report: Report,
  context: BaselineContext,
): BaselineUpdate {
  const document = new BaselineDocumentEditor(text);
  const changes: string[] = [];
  const held = applyBaseline(report, baseline, context);
  const ran = hasRun(held, context.contract);
  const rows = baseline.entries.flatMap((entry, i) => {
    const row = document.row(entry, i);
    return entry.target === report.target.name ? keep(row, held, context, ran, changes) : [row];
  });
  for (const finding of report.findings) {
    if (finding.gating) addCases(document, rows, finding, report.target.name, changes);
  }
  return { text: document.write(rows.toSorted(byPlace), changes.length > 0), changes };
}

/** The entry as far as it still holds. */
function keep(
  row: Row,
  report: Report,
  context: BaselineContext,
  ran: Extent,
  changes: string[],
): readonly Row[] {
  const { entry } = row;
  const fate = fateOf(entry, report, context.contract, ran);
  if (fate.kind === 'matched' || fate.kind === 'unchecked') return [row];
  const instead =
    fate.kind === 'changed' && fate.cases.length === entry.cases.length
      ? report.findings.find((finding) => replaces(finding, entry))
      : undefined;
  if (instead !== undefined) {
    changes.push(`changed ${nameOf(entry)} to ${instead.fingerprint}: ${said(instead)}`);
    return [
      row.with({
        cases: entry.cases.filter((name) => instead.cases.some((id) => covers(name, id))),
        actual: actualOf(instead),
        fingerprint: instead.fingerprint,
        review: `does the reason still hold? ${entry.fingerprint} became ${instead.fingerprint}`,
      }),
    ];
  }
  const cases = entry.cases.filter((name) => !fate.cases.includes(name));
  changes.push(
    cases.length === 0
      ? `removed ${nameOf(entry)}: ${fate.kind}`
      : `removed from ${nameOf(entry)}: ${fate.cases.join(', ')}: ${fate.kind}`,
  );
  // Of those left, some may have had another fate.
  return cases.length === 0 ? [] : keep(row.with({ cases }), report, context, ran, changes);
}

/** Whether a finding may be what an entry's deviation has become. */
const replaces = ({ gating, known, knownCases, rule, cases }: Finding, entry: BaselineEntry): boolean =>
  gating &&
  known === undefined &&
  knownCases === undefined &&
  rule === entry.rule &&
  cases.some((id) => coversCase(entry, id));

/** Sees to it that an entry names each case of a finding: one that tells of it already, or a new one. */
function addCases(
  document: BaselineDocumentEditor,
  rows: Row[],
  finding: Finding,
  target: string,
  changes: string[],
): void {
  const speaking = rows.filter(({ entry }) => entry.target === target && isAbout(entry, finding));
  const left = finding.cases.filter((id) => !speaking.some(({ entry }) => coversCase(entry, id)));
  const names = [...new Set(left.map((id) => (isSequence(id) ? anySequence : id)))];
  if (names.length === 0) return;
  const unspecified = speaking.find(({ entry }) => !entry.cases.every(isPattern));
  if (unspecified !== undefined) {
    rows[rows.indexOf(unspecified)] = unspecified.with({ cases: [...unspecified.entry.cases, ...names] });
    changes.push(`added to ${nameOf(unspecified.entry)}: ${names.join(', ')}`);
    return;
  }
  const { rule, fingerprint } = finding;
  const entry = {
    rule,
    target,
    cases: names,
    actual: actualOf(finding),
    fingerprint,
    reason: 'TODO',
    owner: 'TODO',
  };
  changes.push(`added ${nameOf(entry)}: ${said(finding)}`);
  rows.push(document.newRow(entry));
}

const actualOf = (finding: Finding): BaselineActual => identityOf(finding).actual as BaselineActual;

const said = ({ actual }: Finding): string => sayActual(actual).replaceAll(/\s+/g, ' ');

/** An entry in a line of its own: few cases by name, many by their number. */
function nameOf({ rule, cases, fingerprint }: Pick<BaselineEntry, 'rule' | 'cases' | 'fingerprint'>): string {
  const [first = '', second] = cases;
  return `${rule} (${second === undefined ? first : `${cases.length} cases`}) ${fingerprint}`;
}

const ranks = new Map<string, number>(rules.map(({ id }, i) => [id, i]));

/** By target, rule in the order of the catalogue, fingerprint, case. */
function byPlace({ entry: a }: Row, { entry: b }: Row): number {
  const rank = ({ rule }: BaselineEntry): number => ranks.get(rule) ?? ranks.size;
  return (
    byText(a.target, b.target) ||
    rank(a) - rank(b) ||
    byText(a.rule, b.rule) ||
    byText(a.fingerprint, b.fingerprint) ||
    byText(a.cases[0] ?? '', b.cases[0] ?? '')
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
