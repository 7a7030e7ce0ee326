import { Document, isSeq, parseDocument, Scalar, YAMLMap, type YAMLSeq } from 'yaml';
import { rules } from '../contract/generated/catalogue.ts';
import type { BaselineEntry, Finding, Report } from '../contract/generated/types.ts';
import { applyBaseline, type BaselineContext } from './baseline.ts';
import { anySequence, coversCase, fateOf, hasRun, isSequence, type Baseline } from './baseline-entry.ts';

/** A baseline file brought up to date. */
export interface BaselineUpdate {
  readonly text: string;
  /** What was changed, a line each; none when the file holds as it is. */
  readonly changes: readonly string[];
}

interface Row {
  readonly entry: BaselineEntry;
  readonly node: YAMLMap;
}

const header =
  ' Known deviations. `verify --baseline FILE --update-baseline` keeps this file; people write the reasons.';

/**
 * Brings a baseline up to date with a report that has none: entries that are stale or vanished go, each gating finding
 * that is not covered gets one. An entry whose deviation changed takes the new fingerprint, and its reason is to be
 * looked at again. Reasons, comments, and entries for other targets stay. Pure.
 */
export function updateBaseline(
  text: string,
  baseline: Baseline,
  report: Report,
  context: BaselineContext,
): BaselineUpdate {
  const document = text.trim() === '' ? emptyDocument() : parseDocument(text);
  const list = listOf(document);
  const changes: string[] = [];
  const rows = judge(baseline, list, applyBaseline(report, baseline, context), context, changes);
  for (const finding of report.findings) {
    if (!finding.gating) continue;
    const { name } = report.target;
    for (const entry of missingEntries(
      finding,
      rows.map((row) => row.entry),
      name,
    )) {
      changes.push(`added ${nameOf(entry)}: ${oneLine(finding.actual)}`);
      rows.push({ entry, node: newNode(document, entry) });
    }
  }
  const sorted = rows.toSorted((a, b) => compare(a.entry, b.entry));
  const nodes = sorted.map(({ node }) => node);
  if (changes.length === 0 && nodes.every((node, i) => node === list.items[i])) return { text, changes };
  list.items = nodes;
  list.flow = nodes.length === 0;
  return { text: document.toString({ lineWidth: 110, singleQuote: true }), changes };
}

/** The entries that stay, perhaps with another fingerprint. */
function judge(
  { entries }: Baseline,
  list: YAMLSeq,
  report: Report,
  { contract }: BaselineContext,
  changes: string[],
): Row[] {
  const ran = hasRun(report, contract);
  const taken = new Set<string>();
  return entries.flatMap((entry, i): Row[] => {
    const node = list.items[i] as YAMLMap;
    if (entry.target !== report.target.name) return [{ entry, node }];
    const fate = fateOf(entry, report, contract, ran);
    if (fate.kind === 'matched' || fate.kind === 'unchecked') return [{ entry, node }];
    const instead = report.findings.find(
      (finding) => replaces(finding, entry) && !taken.has(finding.fingerprint),
    );
    if (instead === undefined) {
      changes.push(`removed ${nameOf(entry)}: ${fate.kind}`);
      return [];
    }
    taken.add(instead.fingerprint);
    changes.push(`changed ${nameOf(entry)} to ${instead.fingerprint}: ${oneLine(instead.actual)}`);
    const reason = `TODO see whether this still holds: ${(entry.reason ?? '').replace(/^TODO see[^:]*: /, '')}`;
    node.set('fingerprint', quoted(instead.fingerprint));
    node.set('reason', reason);
    return [{ entry: { ...entry, fingerprint: instead.fingerprint, reason }, node }];
  });
}

/** Whether a finding may be what an entry's deviation has become. */
const replaces = ({ gating, known, rule, cases }: Finding, entry: BaselineEntry): boolean =>
  gating && known === undefined && rule === entry.rule && cases.some((id) => coversCase(entry, id));

/** Entries for a finding: one for all cases, or one for each case that is left over where there are entries. */
function missingEntries(
  { rule, fingerprint, cases }: Finding,
  entries: readonly BaselineEntry[],
  target: string,
): BaselineEntry[] {
  const chosen = entries.filter(
    (entry) => entry.target === target && entry.rule === rule && entry.fingerprint === fingerprint,
  );
  const left = cases.filter((id) => !chosen.some((entry) => coversCase(entry, id)));
  const all = cases.every(isSequence) ? anySequence : '*';
  return (chosen.length === 0 ? [all] : left).map((id) => ({
    rule,
    case: id,
    target,
    fingerprint,
    reason: 'TODO',
    owner: 'TODO',
  }));
}

function emptyDocument(): Document {
  const document = new Document({ entries: [] });
  document.commentBefore = header;
  return document;
}

/** The list of entries; a comment above it belongs to its first entry. */
function listOf(document: Document): YAMLSeq {
  const list: unknown = document.get('entries');
  if (!isSeq(list)) throw new Error('a baseline without entries is no baseline');
  const [first] = list.items;
  if (first instanceof YAMLMap && list.commentBefore) {
    first.commentBefore = list.commentBefore;
    list.commentBefore = null;
  }
  return list;
}

const newNode = (document: Document, entry: BaselineEntry): YAMLMap => {
  const { fingerprint } = entry;
  return document.createNode({ ...entry, fingerprint: quoted(fingerprint) });
};

/** In quotes always, because some fingerprints would be numbers. */
function quoted(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_SINGLE;
  return scalar;
}

const nameOf = ({ rule, case: id, fingerprint }: BaselineEntry): string => `${rule} (${id}) ${fingerprint}`;

const ranks = new Map<string, number>(rules.map(({ id }, i) => [id, i]));

/** By target, rule in the order of the catalogue, fingerprint, case. */
function compare(a: BaselineEntry, b: BaselineEntry): number {
  const rank = ({ rule }: BaselineEntry): number => ranks.get(rule) ?? ranks.size;
  return (
    byText(a.target, b.target) ||
    rank(a) - rank(b) ||
    byText(a.rule, b.rule) ||
    byText(a.fingerprint, b.fingerprint) ||
    byText(a.case, b.case)
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
