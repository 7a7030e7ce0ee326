import { canonical } from '../contract/canonical.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { Actual, Expected } from '../contract/generated/types.ts';
import { identityOf, signatureOf } from '../harness/checks/identity.ts';
import { toActual } from '../harness/checks/assess.ts';
import type { RunResult } from '../harness/run/result.ts';
import type { Measured } from '../harness/run/unit.ts';
import { features, sourceText } from './features.ts';
import type { JudgedFinding } from './findings.ts';
import { byRank } from './rank.ts';

/**
 * Tells symptoms from causes: a finding that another one explains has that one's fingerprint as its `cause`. Two are
 * explained by each other where they differ in nothing but values, or where calls that have one thing in common all
 * come to the same end, whichever rule they were made for. Each stays a finding of its own, so that a baseline holds
 * whatever else is found. Pure.
 */
export function withCauses(findings: readonly JudgedFinding[], run: RunResult): JudgedFinding[] {
  const causes = new Map<JudgedFinding, JudgedFinding>();
  const explain = (lead: JudgedFinding | undefined, others: readonly JudgedFinding[]): void => {
    for (const other of others) if (lead !== undefined && other !== lead) causes.set(other, lead);
  };
  const crowds = crowdsOf(run);
  const leads = new Set<JudgedFinding>();
  const open = (): JudgedFinding[] =>
    findings.filter(
      (finding) => !causes.has(finding) && !leads.has(finding) && finding.sequence === undefined,
    );
  // What a target does with calls of a kind at all, before what it does with any of them.
  const strangers = findings.filter(isCopyOfAnother);
  const [stranger] = leadsFirst(strangers);
  if (stranger !== undefined) {
    leads.add(stranger);
    explain(stranger, sharing(strangers, findings, crowds));
  }
  for (const { basis, calls } of crowds) {
    const [lead] = leadsFirst(
      open().filter(({ rule, actual }) => rule === basis && actual.kind !== 'rejection'),
    );
    if (lead === undefined) continue;
    leads.add(lead);
    explain(lead, among(open(), calls));
  }
  for (const lead of open()) {
    const accepted = open().filter(({ actual }) => actual.kind === 'copy');
    explain(lead, among(accepted, callsByOwnArn(lead, run)));
  }
  for (const alike of groupsOf(open(), likeness)) explain(leadsFirst(alike)[0], alike);
  for (const ended of groupsOf(open(), endOf)) {
    for (const { symptoms, rule } of explanations(ended, crowds))
      explain(leadsFirst(symptoms, rule)[0], symptoms);
  }
  return findings.map((finding) => {
    let lead = causes.get(finding);
    // What stood for others may be explained itself.
    for (let next = lead; next !== undefined; next = causes.get(next)) lead = next;
    return lead === undefined ? finding : { ...finding, cause: lead.fingerprint };
  });
}

/** The calls that have something in common, and the rule that a deviation of them all is about. */
interface Crowd {
  readonly rule: RuleId | undefined;
  /** The rule that all else about them stands on. */
  readonly basis: RuleId | undefined;
  readonly calls: readonly Measured[];
  /** Whether these are all calls of the run. */
  readonly all: boolean;
}

/** What the calls of a run have in common, by each feature. */
function crowdsOf(run: RunResult): readonly Crowd[] {
  const measured = measuredOf(run);
  return features.map(({ rule, basis, has }) => {
    const calls = measured.filter(has);
    return { rule, basis, calls, all: calls.length === measured.length };
  });
}

const measuredOf = ({ results }: RunResult): readonly Measured[] =>
  [...results.values()].filter((result): result is Measured => result.kind === 'measured');

const labelsOf = (calls: readonly Measured[]): ReadonlySet<string> =>
  new Set(calls.map(({ unit }) => unit.label));

/** The findings that only these calls show. */
function among(findings: readonly JudgedFinding[], calls: readonly Measured[]): readonly JudgedFinding[] {
  const labels = labelsOf(calls);
  return findings.filter((finding) => isAmong(finding, labels));
}

/** Whether all cases of a finding are among these. */
const isAmong = ({ cases }: JudgedFinding, labels: ReadonlySet<string>): boolean =>
  cases.every((id) => labels.has(id));

/** Whether the target copied another snapshot than it was asked to, by what it says itself. */
function isCopyOfAnother({ rule, actual }: JudgedFinding): boolean {
  if (rule !== 'copy-source-arn' || actual.kind !== 'members') return false;
  const source = actual.members['SourceDBClusterSnapshotArn'];
  return typeof source === 'string' && /\barn:|\.arn\}/.test(source);
}

/** The calls whose source is an ARN of the form that the target itself writes, where that is not AWS's. */
function callsByOwnArn({ rule, actual }: JudgedFinding, run: RunResult): readonly Measured[] {
  const own =
    rule === 'copy-arn' && actual.kind === 'members' ? actual.members['DBClusterSnapshotArn'] : null;
  if (typeof own !== 'string') return [];
  return measuredOf(run).filter((call) => beforeName(sourceText(call)) === beforeName(own));
}

/** An ARN up to the name at its end. */
const beforeName = (arn: string): string => arn.replace(/[^:/]*$/, '');

/** The findings in calls that have in common what the calls of some findings have, unless that is nothing. */
function sharing(
  strangers: readonly JudgedFinding[],
  findings: readonly JudgedFinding[],
  crowds: readonly Crowd[],
): readonly JudgedFinding[] {
  const [narrowest] = crowds
    .filter(({ all }) => !all)
    .map(({ calls }) => labelsOf(calls))
    .filter((labels) => strangers.every((each) => isAmong(each, labels)))
    .sort((a, b) => a.size - b.size);
  return narrowest === undefined ? strangers : findings.filter((finding) => isAmong(finding, narrowest));
}

/** Groups of two and more. */
function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string | undefined): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** The same for deviations that differ in their values only. */
function likeness(finding: JudgedFinding): string {
  const { rule, expected, actual } = finding;
  if (expected.kind === 'http-status' && actual.kind === 'http-status')
    return canonical([rule, expected.status, actual.status]);
  return signatureOf({ ...finding, expected: ofCopy(expected), actual: ofCopy(actual) });
}

/** The same, whether a copy was answered so or is described so. */
const ofCopy = <T extends Expected | Actual>(value: T): T =>
  value.kind === 'members' && value.of === 'description' ? { ...value, of: 'copy' } : value;

/** The same for calls that were to end in one way, and ended in one other; undefined for what is no outcome. */
function endOf({ expected, actual, aspect }: JudgedFinding): string | undefined {
  if (expected.kind !== 'outcome' || aspect !== 'behaviour') return undefined;
  return canonical([expected.copy, identityOf({ expected, actual }).actual]);
}

/** Findings that one feature explains. */
interface Explanation {
  readonly symptoms: readonly JudgedFinding[];
  readonly rule: RuleId | undefined;
}

/** The share of the calls with a feature that must have come to the same end. */
const nearlyAll = 0.9;

/** The features that explain most of these findings, each of them once; of features that explain as much, the narrowest. */
function explanations(findings: readonly JudgedFinding[], crowds: readonly Crowd[]): readonly Explanation[] {
  const [first] = findings;
  if (first?.expected.kind !== 'outcome') return [];
  const { expected } = first;
  const end = canonical(identityOf(first).actual);
  const ended = ({ actual }: Measured): boolean =>
    canonical(identityOf({ expected, actual: toActual(actual) }).actual) === end;
  // Of what may end either way nothing follows.
  const isComparable = ({ verdict }: Measured): boolean =>
    expected.copy
      ? verdict.copied !== undefined && verdict.rejections.length === 0
      : verdict.copied === undefined;
  const possible = crowds.flatMap(({ rule, calls }) => {
    const comparable = calls.filter(isComparable);
    const holds = comparable.length > 1 && comparable.filter(ended).length >= nearlyAll * comparable.length;
    return holds ? [{ rule, labels: labelsOf(comparable), calls: comparable.length }] : [];
  });
  const found: Explanation[] = [];
  for (let left = findings; ;) {
    const explained = possible.map(({ rule, labels, calls }) => ({
      rule,
      calls,
      symptoms: left.filter((finding) => isAmong(finding, labels)),
    }));
    const [best] = byRank(explained, ({ symptoms, calls }) => [-symptoms.length, calls]);
    if (best === undefined || best.symptoms.length < 2) return found;
    found.push(best);
    left = left.filter((finding) => !best.symptoms.includes(finding));
  }
}

/** Findings by how well they stand for others: those that gate, about the rule that explains them, with the most cases. */
const leadsFirst = (findings: readonly JudgedFinding[], rule?: RuleId): JudgedFinding[] =>
  byRank(findings, (finding) => [
    finding.gating ? 0 : 1,
    finding.rule === rule ? 0 : 1,
    -finding.cases.length,
  ]);
