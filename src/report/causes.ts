import { canonical } from '../contract/canonical.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import { ruleEntry } from '../contract/provenance.ts';
import type { Actual, Expected, TagText } from '../contract/generated/types.ts';
import { identityOf, signatureOf } from '../harness/checks/identity.ts';
import type { RunResult } from '../harness/run/result.ts';
import type { Measured } from '../harness/run/unit.ts';
import { consequences } from './consequences.ts';
import { among, crowdsOf, explanations, isAmong, jointCrowds, measuredOf, narrowest } from './crowds.ts';
import { sourceText } from './features.ts';
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
  const common = new Map<JudgedFinding, string>();
  // What stands for others may be explained itself.
  const rootOf = (finding: JudgedFinding): JudgedFinding => {
    const cause = causes.get(finding);
    return cause === undefined ? finding : rootOf(cause);
  };
  const explain = (
    lead: JudgedFinding | undefined,
    others: readonly JudgedFinding[],
    where?: string,
  ): void => {
    if (lead === undefined) return;
    const root = rootOf(lead);
    // What fails the run is not hidden behind what does not.
    const explained = others.filter(
      (other) => other !== lead && other !== root && (root.gating || !other.gating),
    );
    if (explained.length === 0) return;
    for (const other of explained) causes.set(other, root);
    if (where !== undefined) common.set(root, where);
  };
  const crowds = crowdsOf(run);
  const leads = new Set<JudgedFinding>();
  const ofOneCall = findings.filter((finding) => finding.sequence === undefined);
  const open = (): JudgedFinding[] =>
    ofOneCall.filter((finding) => !causes.has(finding) && !leads.has(finding));
  // What a target does with calls of a kind at all, before what it does with any of them.
  const strangers = findings.filter(isCopyOfAnother);
  const [stranger] = leadsFirst(strangers);
  if (stranger !== undefined) {
    leads.add(stranger);
    const crowd = narrowest(strangers, crowds);
    explain(stranger, crowd === undefined ? strangers : among(findings, crowd.calls), crowd?.name);
  }
  for (const lead of open().filter(isUnread)) explain(lead, whatUnreadHides(lead, open()));
  for (const { basis, calls, name } of crowds) {
    const [lead] = leadsFirst(open().filter((finding) => finding.rule === basis && isBroken(finding)));
    if (lead === undefined) continue;
    leads.add(lead);
    explain(lead, among(open(), calls), name);
  }
  for (const lead of open()) {
    const own = arnTold(lead);
    if (own === undefined) continue;
    const accepted = open().filter(({ actual }) => actual.kind === 'copy');
    explain(lead, among(accepted, callsByArnLike(own, run)));
  }
  for (const follows of consequences)
    for (const cause of ofOneCall) {
      const following = open().filter((other) => follows(other, cause));
      explain(cause, following);
    }
  for (const alikeness of [likeness, sameMember, wrongTags])
    for (const alike of groupsOf(open(), alikeness)) explain(leadsFirst(alike)[0], alike);
  const groups = groupsOf(open(), endOf);
  const all = groups.length === 0 ? [] : [...crowds, ...jointCrowds(crowds)];
  for (const ended of groups) {
    for (const { symptoms, rules, where } of explanations(ended, all))
      explain(leadsFirst(symptoms, rules)[0], symptoms, where);
  }
  return findings.map((finding) => {
    const root = rootOf(finding);
    if (root !== finding) return { ...finding, cause: root.fingerprint };
    const where = common.get(finding);
    return where === undefined ? finding : { ...finding, where };
  });
}

/** Whether the target copied another snapshot than it was asked to, by what it says itself. */
function isCopyOfAnother({ rule, actual }: JudgedFinding): boolean {
  if (rule !== 'copy-source-arn' || actual.kind !== 'members') return false;
  const source = actual.members['SourceDBClusterSnapshotArn'];
  return typeof source === 'string' && /\barn:|\.arn\}/.test(source);
}

/** Whether what a rule is about did not come to pass: another code is none, nor that one of two namesakes was taken for the other. */
const isBroken = ({ rule, expected, actual }: JudgedFinding): boolean =>
  ruleEntry(rule).kind === 'precondition'
    ? expected.kind === 'outcome' && actual.kind !== 'rejection'
    : actual.kind !== 'rejection';

/** Whether an answer, what it is wrapped in, or a member of it cannot be read. A crash is no matter of reading. */
const isUnread = ({ rule, actual }: JudgedFinding): boolean =>
  actual.kind === 'elements' ||
  rule === 'wire-success-envelope' ||
  (rule === 'wire-well-formed' && actual.kind === 'unintelligible' && (actual.status ?? 0) < 500);

/** What looks as if it were not there, because it cannot be read. */
function whatUnreadHides(
  { rule, actual, cases }: JudgedFinding,
  findings: readonly JudgedFinding[],
): readonly JudgedFinding[] {
  const labels = new Set(cases);
  const there = findings.filter((finding) => isAmong(finding, labels));
  if (rule === 'wire-success-envelope') return there.filter((finding) => finding.rule === 'wire-sdk-agrees');
  if (actual.kind !== 'elements') return there;
  const names = new Set(actual.elements.map(({ name }) => name));
  return there.filter(
    (finding) =>
      finding.rule === 'wire-sdk-agrees' ||
      (finding.actual.kind === 'members' &&
        Object.keys(finding.actual.members).every((name) => names.has(name))),
  );
}

/** The ARN that the target itself tells, where that is not AWS's. */
function arnTold({ rule, actual }: JudgedFinding): string | undefined {
  if (rule !== 'copy-arn' || actual.kind !== 'members') return undefined;
  const told = actual.members['DBClusterSnapshotArn'];
  return typeof told === 'string' ? told : undefined;
}

/** The calls whose source is an ARN of the same form as another. */
const callsByArnLike = (arn: string, run: RunResult): readonly Measured[] =>
  measuredOf(run).filter((call) => beforeName(sourceText(call)) === beforeName(arn));

/** An ARN up to the name at its end. */
const beforeName = (arn: string): string => arn.replace(/[^:/]*$/, '');

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
  if (rule === 'wire-well-formed' && actual.kind === 'unintelligible')
    return canonical([rule, (actual.status ?? 0) < 500]);
  if (expected.kind === 'http-status' && actual.kind === 'http-status')
    return canonical([rule, expected.status, actual.status]);
  if (expected.kind === 'fault-type' && actual.kind === 'fault-type')
    return canonical([rule, expected.type, actual.type]);
  return signatureOf({ ...finding, expected: ofCopy(expected), actual: ofCopy(actual) });
}

/** The same for deviations that show one member alike, whichever rules say what it should be; undefined for others. */
function sameMember({ expected, actual }: JudgedFinding): string | undefined {
  if (actual.kind !== 'members' || Object.keys(actual.members).length !== 1) return undefined;
  return canonical(identityOf({ expected: ofCopy(expected), actual: ofCopy(actual) }).actual);
}

/**
 * The same for copies whose tags have the right keys with other values, and for those with the first so many of more
 * tags; undefined for others.
 */
function wrongTags({ expected, actual }: JudgedFinding): string | undefined {
  if (expected.kind !== 'tags' || actual.kind !== 'tags') return undefined;
  const keysOf = (tags: readonly TagText[]): ReadonlySet<string> => new Set(tags.map(({ Key }) => Key));
  const [required, allowed] = [expected.required, [...expected.required, ...expected.optional]].map(keysOf);
  const keys = keysOf(actual.tags);
  if (![...keys].every((key) => allowed?.has(key))) return undefined;
  if ([...(required ?? [])].every((key) => keys.has(key))) return 'values of tags';
  return keys.size > 0 ? `${keys.size} tags` : undefined;
}

/** The same, whether a copy was answered so or is described so. */
const ofCopy = <T extends Expected | Actual>(value: T): T =>
  value.kind === 'members' && value.of === 'description' ? { ...value, of: 'copy' } : value;

/** The same for calls that were to end in one way, and ended in one other; undefined for what is no outcome. */
function endOf({ expected, actual, aspect }: JudgedFinding): string | undefined {
  if (expected.kind !== 'outcome' || aspect !== 'behaviour') return undefined;
  return canonical([expected.copy, identityOf({ expected, actual }).actual]);
}

/** Findings by how well they stand for others: those that gate, about the first of these rules, with the most cases. */
const leadsFirst = (findings: readonly JudgedFinding[], rules: readonly RuleId[] = []): JudgedFinding[] =>
  byRank(findings, (finding) => [
    finding.gating ? 0 : 1,
    placeIn(rules, finding.rule),
    -finding.cases.length,
  ]);

const placeIn = (rules: readonly RuleId[], rule: RuleId): number =>
  rules.includes(rule) ? rules.indexOf(rule) : rules.length;
