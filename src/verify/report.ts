import type { DirectedCase } from '../spec/case.ts';
import { rules, specHash, type RuleId } from '../spec/generated/catalogue.ts';
import type {
  CaseResult,
  OpenQuestion,
  Report,
  Rule,
  RuleResult,
  Status,
  StatusCounts,
} from '../spec/generated/types.ts';
import type { Target } from '../targets/target.ts';
import type { Check } from './check.ts';
import { collectFindings, type Reproducer } from './findings.ts';
import { abstractNames } from './names.ts';
import type { PlannedCase } from './plan.ts';
import { isGating, levelOf, provenanceOf, type Level } from './provenance.ts';
import type { RunResult } from './run.ts';
import { describeOutcome, isAcceptableOutcome } from './assess.ts';
import { measuredByOutcome } from './measured-by.ts';
import type { UnitResult } from './unit.ts';

/** What a report says of the run besides its results. */
export interface ReportOptions {
  readonly version: string;
  readonly seed: number;
  readonly gate: Level;
  readonly startedAt: Date;
  readonly milliseconds: number;
  /** Makes a finding's scripts. */
  readonly reproduce: Reproducer;
  /** Rules that were asked for; all unless told. */
  readonly rules?: readonly RuleId[];
}

/** Makes the report of a run. Pure: the same run gives the same report. */
export function buildReport(target: Target, run: RunResult, options: ReportOptions): Report {
  const { gate } = options;
  const wanted = rules.filter((rule) => options.rules === undefined || options.rules.includes(rule.id));
  const ruleResults = wanted.map((rule) => ruleResult(rule, run, gate));
  const findings = collectFindings(run, gate, options.reproduce).filter((finding) =>
    wanted.some((rule) => rule.id === finding.rule),
  );
  const cases = ruleResults.flatMap((rule) => rule.cases);
  const deviations = findings.filter((finding) => finding.gating).length;
  const errors = cases.some(({ status }) => status === 'error');
  return {
    format: 1,
    tool: { name: 'neptune-copy-contract', version: options.version },
    specHash,
    target: {
      name: target.name,
      ...(target.endpoint !== undefined && { endpoint: target.endpoint }),
      ...(target.version !== undefined && { version: target.version }),
      ...target.setting,
      capabilities: target.capabilities,
    },
    run: {
      id: run.runId,
      startedAt: options.startedAt.toISOString(),
      milliseconds: options.milliseconds,
      calls: [...run.results.values()].filter(({ kind }) => kind === 'measured').length,
    },
    seed: options.seed,
    gate,
    summary: {
      rules: count(ruleResults),
      cases: count(cases),
      deviations,
      reported: findings.length - deviations,
      exitCode: deviations > 0 ? 1 : errors ? 2 : 0,
    },
    rules: ruleResults,
    findings,
    open: openQuestions(run),
    leftBehind: run.leftBehind,
  };
}

function ruleResult(rule: Rule & { readonly id: RuleId }, run: RunResult, gate: Level): RuleResult {
  const cases = run.plan.cases
    .filter((planned) => planned.case.rule === rule.id)
    .map((planned) => caseResult(planned, run.results));
  const checks = [...run.results.values()].flatMap((result) =>
    result.kind === 'measured' ? result.checks.filter((check) => check.rule === rule.id) : [],
  );
  const failed = checks.filter(({ status }) => status === 'fail').length;
  const statuses = new Set(cases.map(({ status }) => status));
  const worstFirst: readonly Status[] = ['fail', 'pass', 'error', 'unmeasured'];
  return {
    id: rule.id,
    kind: rule.kind,
    statement: rule.statement,
    status: failed > 0 ? 'fail' : (worstFirst.find((status) => statuses.has(status)) ?? 'unmeasured'),
    gating: isGating(levelOf(rule, 'behaviour'), gate),
    provenance: provenanceOf(rule),
    checks: { passed: checks.filter(({ status }) => status === 'pass').length, failed },
    cases,
  };
}

function caseResult({ case: entry, unit, twin }: PlannedCase, results: RunResult['results']): CaseResult {
  const named = { id: entry.id, title: entry.title };
  const own = settle(results.get(unit), entry);
  if (own.status !== 'pass' || twin === undefined) return { ...named, ...own };
  // A rejection is for the right reason only if what differs in that one thing is accepted.
  const other = results.get(twin);
  if (other?.kind !== 'measured') {
    const reason = `its accepting twin could not be tried: ${other?.reason ?? 'not run'}`;
    return { ...named, status: other?.kind ?? 'error', reason };
  }
  if (other.actual.kind === 'copied') return { ...named, status: 'pass' };
  const reason = `its accepting twin is refused too, with ${describeOutcome(other.actual)}, so the rejection says nothing about the rule`;
  return { ...named, status: 'unmeasured', reason };
}

function settle(result: UnitResult | undefined, entry: DirectedCase): { status: Status; reason?: string } {
  if (result === undefined) return { status: 'error', reason: 'not run' };
  if (result.kind !== 'measured') return { status: result.kind, reason: result.reason };
  const about: readonly Check[] = result.checks.filter((check) => check.rule === entry.rule);
  if (about.some(({ status }) => status === 'fail')) return { status: 'fail' };
  if (about.some(({ status }) => status === 'pass')) return { status: 'pass' };
  if (measuredByOutcome(entry.rule) && isAcceptableOutcome(result.verdict, result.actual))
    return { status: 'pass' };
  const unseen = about.find((check) => check.status === 'unseen');
  if (unseen !== undefined) return { status: 'unmeasured', reason: unseen.reason };
  return {
    status: 'unmeasured',
    reason: `the target answers ${describeOutcome(result.actual)}, which shows nothing of the rule`,
  };
}

function openQuestions(run: RunResult): OpenQuestion[] {
  return run.plan.cases.flatMap(({ case: entry, unit }) => {
    const result = run.results.get(unit);
    if (entry.claim.kind !== 'open' || result?.kind !== 'measured') return [];
    return entry.claim.leavesOpen.map((rule) => ({
      rule,
      case: entry.id,
      title: entry.title,
      actual: abstractNames(describeOutcome(result.actual), result.bindings),
    }));
  });
}

function count(items: readonly { readonly status: Status }[]): StatusCounts {
  const counts = { pass: 0, fail: 0, known: 0, unmeasured: 0, error: 0 };
  for (const { status } of items) counts[status] += 1;
  return counts;
}
