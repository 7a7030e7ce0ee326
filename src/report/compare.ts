import { exitCodeOf } from './conclude.ts';
import { failsRun } from './symptoms.ts';
import type { CaseResult, Finding, Report, RuleResult, Status } from '../contract/generated/types.ts';

/** What became of a rule or a case since the first report. */
export type Change = 'newly failing' | 'newly measured' | 'newly passing' | 'changed' | 'newly inconclusive';

/** A case that ended otherwise than in the first report. */
export interface CaseChange {
  readonly id: string;
  readonly from: Status;
  readonly to: Status;
}

/** A rule in a report, held against the first one. */
export interface RuleChange {
  /** Undefined where the report has no such rule. */
  readonly status: Status | undefined;
  /** Undefined where nothing changed, and in the first report itself. */
  readonly change: Change | undefined;
  /** Whether it fails the run now, and was measured in the first report and did not. */
  readonly regression: boolean;
  readonly cases: readonly CaseChange[];
  /** Deviations from the rule that the first report has not. */
  readonly gained: readonly Finding[];
  /** Deviations of the first report that are gone. */
  readonly lost: readonly Finding[];
}

/** A rule in all of the reports, in their order. */
export interface RuleRow {
  readonly id: string;
  readonly kind: RuleResult['kind'];
  readonly statement: string;
  readonly cells: readonly RuleChange[];
}

/** A report and what to call it. */
export interface ComparedReport {
  readonly name: string;
  readonly report: Report;
}

/** Reports side by side; the first is what the others are held against. */
export interface Comparison {
  readonly reports: readonly ComparedReport[];
  readonly rows: readonly RuleRow[];
  /** Whether the reports are of different contracts, so that what differs may be the contract. */
  readonly contractsDiffer: boolean;
  /**
   * 1 something fails the run that was measured in the first report and did not, else 2 one of the runs could not judge, else 0.
   */
  readonly exitCode: 0 | 1 | 2;
}

/** Holds reports against the first of them, rule by rule. Pure; files give reports of one target their names. */
export function compareReports(
  given: readonly { readonly file: string; readonly report: Report }[],
): Comparison {
  const reports = named(given);
  const indexes = reports.map(({ report }) => new Map(report.rules.map((rule) => [rule.id, rule])));
  const all = new Map(reports.flatMap(({ report }) => report.rules.map((rule) => [rule.id, rule] as const)));
  const rows = [...all.values()].map(({ id, kind, statement }): RuleRow => {
    const [base, ...others] = reports.map(({ report }, i) => ofReport(indexes[i]?.get(id), report));
    const cells = others.map((other) => change(base, other));
    return { id, kind, statement, cells: [unchanged(base?.rule.status), ...cells] };
  });
  const worse = rows.some(({ cells }) => cells.some(({ regression }) => regression));
  const unjudged = reports.some(({ report }) => report.summary.exitCode === 2);
  return {
    reports,
    rows,
    contractsDiffer: new Set(reports.map(({ report }) => report.specHash)).size > 1,
    exitCode: exitCodeOf({ found: worse, judged: !unjudged }),
  };
}

/** The name of its target and, where that does not tell reports apart, its version or its file. */
function named(given: readonly { readonly file: string; readonly report: Report }[]): ComparedReport[] {
  const candidates: readonly ((entry: (typeof given)[number]) => string)[] = [
    ({ report }) => report.target.name,
    ({ report: { target } }) => [target.name, target.version].filter((part) => part !== undefined).join(' '),
    ({ file }) => file,
  ];
  const distinct = candidates.find((name) => new Set(given.map(name)).size === given.length);
  return given.map((entry, i) => ({
    name: distinct?.(entry) ?? `${entry.file} (${i + 1})`,
    report: entry.report,
  }));
}

/** A rule in a report, and the deviations that it fails by. */
interface Own {
  readonly rule: RuleResult;
  readonly findings: ReadonlyMap<string, Finding>;
}

/** A case may fail by an outcome for which another rule is blamed, so what the cases list belongs to the rule too. */
function ofReport(rule: RuleResult | undefined, report: Report): Own | undefined {
  if (rule === undefined) return undefined;
  const listed = new Set(rule.cases.flatMap(({ findings = [] }) => findings));
  const own = report.findings.filter(
    (finding) => finding.rule === rule.id || listed.has(finding.fingerprint),
  );
  return { rule, findings: new Map(own.map((finding) => [finding.fingerprint, finding])) };
}

const unchanged = (status: Status | undefined): RuleChange => ({
  status,
  change: undefined,
  regression: false,
  cases: [],
  gained: [],
  lost: [],
});

function change(base: Own | undefined, other: Own | undefined): RuleChange {
  if (base === undefined || other === undefined) return unchanged(other?.rule.status);
  const gained = [...other.findings.values()].filter(({ fingerprint }) => !base.findings.has(fingerprint));
  const lost = [...base.findings.values()].filter(({ fingerprint }) => !other.findings.has(fingerprint));
  const cases = caseChanges(base.rule.cases, other.rule.cases);
  const { status } = other.rule;
  const newlyFailing = status === 'fail' && base.rule.status !== 'fail' && isMeasured(base.rule.status);
  const failingCases = new Set(
    cases.filter(({ from, to }) => from === 'pass' && to === 'fail').map(({ id }) => id),
  );
  const regression =
    (newlyFailing && isFailing([...other.findings.values()])) ||
    other.rule.cases.some(
      ({ id, findings = [] }) =>
        failingCases.has(id) && isFailing(findings.flatMap((each) => other.findings.get(each) ?? [])),
    );
  return {
    status,
    change:
      newlyFailing || failingCases.size > 0
        ? 'newly failing'
        : otherChange(base.rule.status, status, gained.length + lost.length > 0),
    regression,
    cases,
    gained,
    lost,
  };
}

/** Whether one of the deviations fails the run. A failure without a deviation to show for it does. */
const isFailing = (findings: readonly Finding[]): boolean => findings.length === 0 || findings.some(failsRun);

const isMeasured = (status: Status): boolean => status !== 'inconclusive' && status !== 'error';

function otherChange(from: Status, to: Status, differs: boolean): Change | undefined {
  if (to === 'pass' && from !== 'pass') return 'newly passing';
  if (!isMeasured(from) && isMeasured(to)) return 'newly measured';
  if (isMeasured(from) && !isMeasured(to)) return 'newly inconclusive';
  return from !== to || differs ? 'changed' : undefined;
}

function caseChanges(base: readonly CaseResult[], other: readonly CaseResult[]): CaseChange[] {
  const before = new Map(base.map(({ id, status }) => [id, status]));
  return other.flatMap(({ id, status: to }) => {
    const from = before.get(id);
    return from === undefined || from === to ? [] : [{ id, from, to }];
  });
}
