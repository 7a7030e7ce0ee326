import { canonical } from '../contract/canonical.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { RuleResult } from '../contract/generated/types.ts';
import { identityOf, signatureOf } from '../harness/checks/identity.ts';
import { toActual } from '../harness/checks/assess.ts';
import type { RunResult } from '../harness/run/result.ts';
import type { Measured } from '../harness/run/unit.ts';
import { features } from './features.ts';
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
  const strangers = findings.filter(isCopyOfAnother);
  const [stranger] = leadsFirst(strangers);
  if (stranger !== undefined) explain(stranger, sharing(strangers, findings, crowds));
  const open = (): JudgedFinding[] =>
    findings.filter(
      (finding) => !causes.has(finding) && finding !== stranger && finding.sequence === undefined,
    );
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
  readonly calls: readonly Measured[];
  /** Whether these are all calls of the run. */
  readonly all: boolean;
}

/** What the calls of a run have in common, by each feature. */
function crowdsOf({ results }: RunResult): readonly Crowd[] {
  const measured = [...results.values()].filter((result): result is Measured => result.kind === 'measured');
  return features.map(({ rule, has }) => {
    const calls = measured.filter(has);
    return { rule, calls, all: calls.length === measured.length };
  });
}

const labelsOf = (calls: readonly Measured[]): ReadonlySet<string> =>
  new Set(calls.map(({ unit }) => unit.label));

/** Whether all cases of a finding are among these. */
const isAmong = ({ cases }: JudgedFinding, labels: ReadonlySet<string>): boolean =>
  cases.every((id) => labels.has(id));

/**
 * The results of rules as they are once symptoms are told from causes: what failed by symptoms only was not judged.
 * Which cause masks it is the reason.
 */
export function withMasked<R extends RuleResult>(
  rules: readonly R[],
  findings: readonly JudgedFinding[],
): R[] {
  const byId = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const maskOf = (own: readonly JudgedFinding[]): string | undefined => {
    const leads = new Set(own.map(({ cause }) => cause));
    if (own.length === 0 || leads.has(undefined)) return undefined;
    return [...leads].map((id = '') => `masked by ${byId.get(id)?.rule ?? ''} ${id}`).join(', ');
  };
  return rules.map((rule) => {
    if (rule.status !== 'fail') return rule;
    const cases = rule.cases.map((each) => {
      if (each.status !== 'fail') return each;
      const mask = maskOf((each.findings ?? []).flatMap((id) => byId.get(id) ?? []));
      if (mask === undefined) return each;
      const { findings: _masked, ...rest } = each;
      return { ...rest, status: 'inconclusive' as const, reason: mask };
    });
    const own = findings.filter((finding) => finding.rule === rule.id);
    const fails =
      cases.some(({ status }) => status === 'fail') || own.some(({ cause }) => cause === undefined);
    if (fails) return { ...rule, cases };
    const status = cases.some((each) => each.status === 'pass') && own.length === 0 ? 'pass' : 'inconclusive';
    return { ...rule, cases, status };
  });
}

/** Whether the target copied another snapshot than it was asked to, by what it says itself. */
function isCopyOfAnother({ rule, actual }: JudgedFinding): boolean {
  if (rule !== 'copy-source-arn' || actual.kind !== 'members') return false;
  const source = actual.members['SourceDBClusterSnapshotArn'];
  return typeof source === 'string' && /\barn:|\.arn\}/.test(source);
}

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
  return signatureOf(finding);
}

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
