import type { DirectedCase } from '../contract/case.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { CaseResult, Rule, RuleResult, Status } from '../contract/generated/types.ts';
import { describeOutcome, isExpectedOutcome } from '../harness/checks/assess.ts';
import type { Check, Deviation } from '../harness/checks/check.ts';
import { abstractDeviation } from '../harness/run/deviation.ts';
import { measuredByAnswer, measuredByOutcome } from '../harness/checks/measured-by.ts';
import { excuseFor, resultOfLeftOut } from '../harness/run/needs.ts';
import type { PlannedCase } from '../harness/run/plan.ts';
import { gatingOf, type Gate } from '../contract/gate.ts';
import { contradictionsOf, provenanceOf, ruleEntry } from '../contract/provenance.ts';
import type { RunResult } from '../harness/run/result.ts';
import type { SequenceResult } from '../harness/search/index.ts';
import type { UnitResult } from '../harness/run/unit.ts';

/** The result of a rule of this contract, which of a report that was read need not be so. */
export type JudgedRuleResult = RuleResult & { readonly id: RuleId };

/** What a run showed of one rule. What the target lacks, by its own word, excuses what could not be measured. */
export function ruleResult(
  rule: Rule & { readonly id: RuleId },
  run: RunResult,
  gate: Gate,
  absent: readonly string[] = [],
): JudgedRuleResult {
  const isOwn = (each: { readonly case: DirectedCase }): boolean => each.case.rule === rule.id;
  const cases = [
    ...run.plan.cases.filter(isOwn).map((planned) => excusable(planned, run.results, absent)),
    ...run.leftOut.filter(isOwn).map(resultOfLeftOut),
  ];
  const checks = [...run.results.values()].flatMap((result) =>
    result.kind === 'measured' ? result.checks.filter((check) => check.rule === rule.id) : [],
  );
  const failed = checks.filter(({ status }) => status === 'fail').length;
  const against = contradictionsOf(rule);
  return {
    id: rule.id,
    kind: rule.kind,
    statement: rule.statement,
    status: failed > 0 ? 'fail' : statusOfRule(cases),
    ...gatingOf(rule, 'behaviour', gate),
    provenance: provenanceOf(rule),
    ...(against.length > 0 && { contradictedBy: against }),
    checks: { passed: checks.filter(({ status }) => status === 'pass').length, failed },
    cases,
  };
}

/** The result of a rule with what directed sequences showed of it: each of them counts as a case, and as a check. */
export function withSequences(
  rule: JudgedRuleResult,
  sequences: readonly SequenceResult[],
): JudgedRuleResult {
  const own = sequences.filter((each) => each.rule === rule.id).map(({ result }) => result);
  const cases = [...rule.cases, ...own];
  const those = (status: Status): number => own.filter((each) => each.status === status).length;
  const { passed, failed } = rule.checks;
  return {
    ...rule,
    status: rule.status === 'fail' ? rule.status : statusOfRule(cases),
    checks: { passed: passed + those('pass'), failed: failed + those('fail') },
    cases,
  };
}

/** What the cases of a rule come to. */
function statusOfRule(cases: readonly CaseResult[]): Status {
  const ranked: readonly Status[] = ['fail', 'pass', 'error'];
  return ranked.find((status) => cases.some((each) => each.status === status)) ?? 'inconclusive';
}

function excusable(
  planned: PlannedCase,
  results: RunResult['results'],
  absent: readonly string[],
): CaseResult {
  const result = caseResult(planned, results);
  return result.status === 'inconclusive' ? { ...result, ...excuseFor(planned.case, absent) } : result;
}

function caseResult({ case: entry, unit, control }: PlannedCase, results: RunResult['results']): CaseResult {
  const milliseconds = results.get(unit)?.milliseconds;
  const named = { id: entry.id, title: entry.title, ...(milliseconds !== undefined && { milliseconds }) };
  const own = statusOfCase(results.get(unit), entry);
  if (own.status === 'fail') return { ...named, ...own, findings: failures(results.get(unit), entry) };
  if (own.status !== 'pass' || control === undefined) return { ...named, ...own };
  // A rejection is for the right reason only if what differs in that one thing is accepted.
  const other = results.get(control);
  if (other?.kind !== 'measured') {
    const reason = `its accepting control case could not be tried: ${other?.reason ?? 'not run'}`;
    return { ...named, status: other?.kind ?? 'error', reason };
  }
  if (other.actual.kind === 'copied') return { ...named, status: 'pass' };
  const reason = `its accepting control case is refused too, with ${describeOutcome(other.actual)}, so the rejection says nothing about the rule`;
  return { ...named, status: 'inconclusive', reason };
}

/** Fingerprints of the deviations by which a case fails: those from its own rule, or else its outcome. */
function failures(result: UnitResult | undefined, { rule }: DirectedCase): string[] {
  if (result?.kind !== 'measured') return [];
  const deviations = result.checks.filter((check): check is Deviation => check.status === 'fail');
  const own = deviations.filter((check) => check.rule === rule);
  const outcome = deviations.filter(
    (check) => check.tested !== undefined || ruleEntry(check.rule).kind === 'precondition',
  );
  return [
    ...new Set((own.length > 0 ? own : outcome).map((check) => abstractDeviation(check, result).fingerprint)),
  ];
}

function statusOfCase(
  result: UnitResult | undefined,
  entry: DirectedCase,
): { status: Status; reason?: string } {
  if (result === undefined) return { status: 'error', reason: 'not run' };
  if (result.kind !== 'measured') return { status: result.kind, reason: result.reason };
  const about: readonly Check[] = result.checks.filter((check) => check.rule === entry.rule);
  if (about.some(({ status }) => status === 'fail')) return { status: 'fail' };
  // A copy that is never done begins well, too: what was not seen to its end has not passed.
  const unseen = about.find((check) => check.status === 'unseen');
  if (unseen !== undefined) return { status: 'inconclusive', reason: unseen.reason };
  if (about.some(({ status }) => status === 'pass')) return { status: 'pass' };
  if (measuredByOutcome(entry.rule)) {
    return { status: isExpectedOutcome(result.verdict, result.actual) ? 'pass' : 'fail' };
  }
  if (measuredByAnswer(entry.rule) && result.exchange.http === undefined) {
    return { status: 'inconclusive', reason: 'the target has no wire to look at' };
  }
  return {
    status: 'inconclusive',
    reason: `the target answers ${describeOutcome(result.actual)}, which shows nothing of the rule`,
  };
}
