import { canonical } from '../contract/canonical.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { RuleResult } from '../contract/generated/types.ts';
import { identityOf, signatureOf } from '../harness/checks/identity.ts';
import { toActual } from '../harness/checks/assess.ts';
import type { RunResult } from '../harness/run/result.ts';
import type { Measured } from '../harness/run/unit.ts';
import { features } from './features.ts';
import type { JudgedFinding } from './findings.ts';

/**
 * Tells symptoms from causes: a finding that another one explains has that one's fingerprint as its `cause`. Two are
 * explained by each other where they differ in nothing but values, or where calls that have one thing in common all
 * come to the same end, whichever rule they were made for. Each stays a finding of its own, so that a baseline holds
 * whatever else is found. Pure.
 */
export function withCauses(findings: readonly JudgedFinding[], run: RunResult): JudgedFinding[] {
  const causes = new Map<JudgedFinding, JudgedFinding>();
  const measured = [...run.results.values()].filter(
    (result): result is Measured => result.kind === 'measured',
  );
  const open = (): JudgedFinding[] =>
    findings.filter((finding) => !causes.has(finding) && finding.sequence === undefined);
  const explain = (lead: JudgedFinding, others: readonly JudgedFinding[]): void => {
    for (const other of others) if (other !== lead) causes.set(other, lead);
  };
  const strangers = findings.filter(isCopyOfAnother);
  const stranger = strangers.length === 0 ? undefined : leadOf(strangers);
  if (stranger !== undefined) explain(stranger, sharing(strangers, findings, measured));
  const free = (): JudgedFinding[] => open().filter((finding) => finding !== stranger);
  for (const alike of groupsOf(free(), likeness)) explain(leadOf(alike), alike);
  for (const ended of groupsOf(free(), endOf)) {
    for (const { symptoms, rule } of explanations(ended, measured)) explain(leadOf(symptoms, rule), symptoms);
  }
  return findings.map((finding) => {
    const lead = causes.get(finding);
    return lead === undefined ? finding : { ...finding, cause: lead.fingerprint };
  });
}

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
  measured: readonly Measured[],
): readonly JudgedFinding[] {
  const cases = strangers.flatMap((each) => each.cases);
  const [narrowest] = features
    .map(({ has }) => new Set(measured.filter(has).map(({ unit }) => unit.label)))
    .filter((labels) => labels.size < measured.length && cases.every((id) => labels.has(id)))
    .sort((a, b) => a.size - b.size);
  if (narrowest === undefined) return strangers;
  return findings.filter(
    (finding) => strangers.includes(finding) || finding.cases.every((id) => narrowest.has(id)),
  );
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

/** Shares of the calls with a feature that must have come to the same end. */
const nearlyAll = 0.9;

/** The features that explain most of these findings, each of them once; of features that explain as much, the narrowest. */
function explanations(findings: readonly JudgedFinding[], measured: readonly Measured[]): Explanation[] {
  const [first] = findings;
  if (first?.expected.kind !== 'outcome') return [];
  const { expected } = first;
  const end = canonical(identityOf(first).actual);
  const ended = ({ actual }: Measured): boolean =>
    canonical(identityOf({ expected, actual: toActual(actual) }).actual) === end;
  // Of what may end either way nothing follows.
  const comparable = measured.filter(({ verdict }) =>
    expected.copy
      ? verdict.copied !== undefined && verdict.rejections.length === 0
      : verdict.copied === undefined,
  );
  const explained = features.map(({ rule, has }) => {
    const calls = comparable.filter(has);
    const holds = calls.length > 1 && calls.filter(ended).length >= nearlyAll * calls.length;
    const labels = new Set(holds ? calls.map(({ unit }) => unit.label) : []);
    return {
      rule,
      calls: calls.length,
      symptoms: findings.filter(({ cases }) => cases.every((id) => labels.has(id))),
    };
  });
  const [best] = explained
    .filter(({ symptoms }) => symptoms.length > 1)
    .sort((a, b) => b.symptoms.length - a.symptoms.length || a.calls - b.calls);
  if (best === undefined) return [];
  return [
    best,
    ...explanations(
      findings.filter((each) => !best.symptoms.includes(each)),
      measured,
    ),
  ];
}

/** The finding that stands for the others: one that gates, about the rule that explains them, with the most cases. */
function leadOf(findings: readonly JudgedFinding[], rule?: RuleId): JudgedFinding {
  const rank = (finding: JudgedFinding): number =>
    (finding.gating ? 1e6 : 0) + (finding.rule === rule ? 1e5 : 0) + finding.cases.length;
  return findings.reduce((best, finding) => (rank(finding) > rank(best) ? finding : best));
}
