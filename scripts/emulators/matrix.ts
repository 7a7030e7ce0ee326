/** The stored results side by side: what both pages are written from. */
import type { Finding, Report, RuleResult } from '../../src/contract/generated/types.ts';
import { byImpact, impactOf, impacts } from '../../src/report/impact.ts';
import { compareReports, type Comparison } from '../../src/report/index.ts';
import { baselineOf, labelOf, type Emulator } from '../../test-support/emulators.ts';
import { isOfToday, reportOf, type Stored } from './results.ts';

/** An emulator in one version. */
export interface Column {
  /** Unique on a page: where its evidence begins. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly stored: Stored;
  readonly report: Report;
  /** Why a deviation is known, by its rule and fingerprint. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** A rule at an emulator. */
export interface Cell {
  readonly column: Column;
  /** Undefined where it was not asked for. */
  readonly rule: RuleResult | undefined;
  /** Its deviations, causes first, most harmful first. */
  readonly findings: readonly Finding[];
  /** Deviations from other rules that cases of this one fail by. */
  readonly others: readonly Finding[];
  /** Whether it deviates from nothing but what is inferred. */
  readonly inferred: boolean;
  /** Where on a page its evidence is. */
  readonly anchor: string;
}

/** A rule at every emulator. */
export interface Row {
  readonly id: string;
  readonly statement: string;
  readonly cells: readonly Cell[];
}

/** Everything that is told. */
export interface Matrix {
  readonly columns: readonly Column[];
  /** Most harmful first; rules that nobody deviates from last. */
  readonly rows: readonly Row[];
  /** Each version against the one before it. */
  readonly history: readonly Comparison[];
  /** Emulators whose result is of an older contract. */
  readonly old: readonly Column[];
}

/** The results of emulators, in their order, side by side. */
export function matrixOf(results: readonly (readonly [Emulator, Stored])[]): Matrix {
  const columns = results.map(([emulator, stored]): Column => ({
    id: labelOf(emulator),
    name: emulator.name,
    version: emulator.version,
    stored,
    report: reportOf(stored),
    reasons: new Map(
      baselineOf(emulator).entries.map((entry) => [keyOf(entry), (entry.reason ?? '').trim()]),
    ),
  }));
  const rules = new Map(
    columns.flatMap(({ report }) => report.rules.map((rule) => [rule.id, rule] as const)),
  );
  const rows = [...rules.values()].map(({ id, statement }): Row => ({
    id,
    statement,
    cells: columns.map((column) => cellOf(column, id)),
  }));
  return {
    columns,
    rows: rows.toSorted((a, b) => harmOf(a) - harmOf(b)),
    history: columns.flatMap((column, i) => {
      const before = columns.slice(0, i).findLast(({ name }) => name === column.name);
      return before === undefined ? [] : [compareReports([asFile(before), asFile(column)])];
    }),
    old: columns.filter(({ stored }) => !isOfToday(stored)),
  };
}

const keyOf = ({ rule, fingerprint }: Pick<Finding, 'rule' | 'fingerprint'>): string =>
  `${rule} ${fingerprint}`;

/** Why a deviation is known, if anybody has written it. */
export const reasonOf = ({ reasons }: Column, finding: Finding): string | undefined =>
  reasons.get(keyOf(finding));

const asFile = ({ id, report }: Column): { readonly file: string; readonly report: Report } => ({
  file: id,
  report,
});

function cellOf(column: Column, id: string): Cell {
  const { report } = column;
  const rule = report.rules.find((each) => each.id === id);
  const found = report.findings.filter((finding) => finding.rule === id);
  const listed = new Set(rule?.cases.flatMap(({ findings: by = [] }) => by));
  const others = byImpact(
    report.findings.filter((finding) => finding.rule !== id && listed.has(finding.fingerprint)),
  );
  const findings = [
    ...byImpact(found.filter(({ cause }) => cause === undefined)),
    ...byImpact(found.filter(({ cause }) => cause !== undefined)),
  ];
  return {
    column,
    rule,
    findings,
    others,
    inferred: (findings.length > 0 ? findings : others).every(({ gating }) => !gating),
    anchor: `${column.id}-${id}`,
  };
}

/** The place of a row: by the worst that a cause does, what is certain before what is inferred; then what nobody measured. */
function harmOf({ cells }: Row): number {
  const ranks = cells.flatMap(({ rule, findings, others }) =>
    (findings.length > 0 ? findings : rule?.status === 'fail' ? others : [])
      .filter(({ cause }) => cause === undefined)
      .map((finding) => impacts.indexOf(impactOf(finding)) + (finding.gating ? 0 : impacts.length)),
  );
  if (ranks.length > 0) return Math.min(...ranks);
  const statuses = cells.map(({ rule }) => rule?.status);
  const unlike = statuses.some((status) => status !== undefined && status !== 'pass');
  return 2 * impacts.length + (unlike ? 0 : 1);
}
