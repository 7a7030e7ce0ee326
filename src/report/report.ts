import { rules, specHash, type RuleId } from '../contract/generated/catalogue.ts';
import { conclude } from './conclude.ts';
import type { DirectedCase } from '../contract/case.ts';
import type { Demands, UnspecifiedAnswer, Report, SearchInfo, Shard } from '../contract/generated/types.ts';
import type { Ending } from '../harness/target/allowance.ts';
import type { Target } from '../harness/target/target.ts';
import { withCauses } from './causes.ts';
import { withExcuses } from './excused.ts';
import { withMasked } from './masked.ts';
import { plainCopies } from './plain-copies.ts';
import { coverageOf } from './coverage.ts';
import { inCatalogueOrder } from './catalogue-order.ts';
import { collectFindings, joined, type JudgedFinding, type Reproducer } from './findings.ts';
import { abstractorOf } from '../harness/run/deviation.ts';
import { absentIn } from '../harness/run/needs.ts';
import type { SequenceResult } from '../harness/search/index.ts';
import { precedenceOf } from './precedence.ts';
import type { Gate } from '../contract/gate.ts';
import { toRaw } from './raw.ts';
import { ruleResult, withSequences, type JudgedRuleResult } from './rule-result.ts';
import type { RunResult } from '../harness/run/result.ts';
import { ownOf } from '../harness/run/shard.ts';
import { toActual } from '../harness/checks/assess.ts';
import { mapTexts } from '../protocol/map-texts.ts';

/** What a report says of the run besides its results. */
export interface ReportOptions extends Gate {
  readonly version: string;
  readonly seed: number;
  readonly startedAt: Date;
  readonly milliseconds: number;
  /** Makes a finding's scripts. */
  readonly reproduce: Reproducer;
  /** What has to have been measured; the usual unless told. */
  readonly demands?: Demands;
  /** Rules that were asked for; unless told, those of the cases, and whatever else is deviated from. */
  readonly rules?: readonly RuleId[];
  /** Cases that were asked for, in whichever part of the run; all of the contract unless told. */
  readonly cases?: readonly DirectedCase[];
  /** Rules that are not judged; none unless told. */
  readonly excludeRules?: readonly RuleId[];
  /** What a stateful search found, if there was one. */
  readonly searched?: SearchReport;
  /** Why the run ended before everything was done, if it did. */
  readonly stopped?: Pick<Ending, 'kind' | 'reason'>;
  /** How many answers were larger than what is read of one. */
  readonly tooLarge?: number;
  /** How many HTTP requests were sent, where they are counted. */
  readonly requests?: number;
  /** Which part of the run this is, if it is one. */
  readonly shard?: Shard;
  /** What the run could not remove at its end, in words. */
  readonly leftBehind?: readonly string[];
}

/** What a report tells of a target. */
export type JudgedTarget = Pick<Target, 'name' | 'endpoint' | 'version' | 'setting' | 'capabilities'>;

/** What sequences of calls have shown, as a report tells it. */
export interface SearchReport {
  /** How far the search went, if there was one. */
  readonly info?: SearchInfo;
  /** What came of the directed sequences: each counts as a case of its rule. */
  readonly directed: readonly SequenceResult[];
  readonly findings: readonly JudgedFinding[];
  readonly leftBehind: readonly string[];
}

/** The report of a run that was judged with this contract: whatever it names are rules of it. */
export interface JudgedReport extends Report {
  readonly rules: readonly JudgedRuleResult[];
  readonly findings: readonly JudgedFinding[];
}

/** Makes the report of a run. Pure: the same run gives the same report. */
export function buildReport(target: JudgedTarget, run: RunResult, options: ReportOptions): JudgedReport {
  const { gate, requirements } = options;
  const asked = askedRules(run, options);
  const wanted = rules.filter(({ id }) => asked.has(id));
  const absent = absentIn(target.capabilities);
  const sequences = options.searched?.directed ?? [];
  const ruleResults = wanted.map((rule) => withSequences(ruleResult(rule, run, options, absent), sequences));
  const isWanted = (id: RuleId | undefined): boolean => id !== undefined && asked.has(id);
  const directed = collectFindings(
    run,
    options,
    options.reproduce,
    ({ rule, tested }) => isWanted(rule) || isWanted(tested),
  );
  const searched = (options.searched?.findings ?? []).filter(({ rule }) => isWanted(rule));
  const findings = withCauses(inCatalogueOrder(joined([...directed, ...searched])), run);
  const precedence = precedenceOf(run);
  const stopped = run.stopped ?? options.stopped;
  const report: Omit<JudgedReport, 'summary'> = {
    format: 2,
    tool: { name: 'neptune-copy-contract', version: options.version },
    specHash,
    target: {
      name: target.name,
      ...(target.endpoint !== undefined && { endpoint: target.endpoint }),
      ...(target.version !== undefined && { version: target.version }),
      accounts: target.setting.accounts,
      regions: target.setting.regions,
      capabilities: target.capabilities,
    },
    run: {
      id: run.runId,
      startedAt: options.startedAt.toISOString(),
      milliseconds: options.milliseconds,
      calls: [...ownOf(run).results.values()].filter(({ kind }) => kind === 'measured').length,
      ...(options.requests !== undefined && { requests: options.requests }),
      copies: plainCopies(run, absent),
      ...(stopped !== undefined && { stopped: { kind: stopped.kind, reason: stopped.reason } }),
      ...(options.tooLarge !== undefined && options.tooLarge > 0 && { tooLarge: options.tooLarge }),
    },
    seed: options.seed,
    gate,
    ...(requirements !== undefined && { requirements }),
    ...(options.demands !== undefined && { demands: options.demands }),
    ...(options.shard !== undefined && { shard: options.shard, raw: toRaw(run, options.reproduce) }),
    rules: withExcuses(withMasked(ruleResults, findings), findings),
    findings,
    ...(options.searched?.info !== undefined && { search: options.searched.info }),
    ...(precedence !== undefined && { precedence }),
    coverage: coverageOf(ownOf(run)),
    unspecified: unspecifiedAnswers(run),
    leftBehind: [
      ...new Set([...run.leftBehind, ...(options.searched?.leftBehind ?? []), ...(options.leftBehind ?? [])]),
    ],
  };
  return { ...report, summary: conclude(report) };
}

/** The rules that a report is about. */
function askedRules(run: RunResult, options: ReportOptions): ReadonlySet<RuleId> {
  const { rules: named, cases, excludeRules = [], searched } = options;
  const all = rules.map(({ id }) => id);
  const asked = new Set<RuleId>(named ?? cases?.map(({ rule }) => rule) ?? all);
  if (named === undefined) {
    // Whoever asks for a case wants to know all that it shows.
    for (const result of run.results.values())
      if (result.kind === 'measured')
        for (const { status, rule } of result.checks) if (status === 'fail') asked.add(rule);
    for (const { rule } of [...(searched?.findings ?? []), ...(searched?.directed ?? [])]) asked.add(rule);
  }
  for (const rule of excludeRules) asked.delete(rule);
  return asked;
}

function unspecifiedAnswers(run: RunResult): UnspecifiedAnswer[] {
  return run.plan.cases.flatMap(({ case: entry, unit }) => {
    const result = run.results.get(unit);
    if (entry.claim.kind !== 'unspecified' || result?.kind !== 'measured') return [];
    return entry.claim.unspecified.map((rule) => ({
      rule,
      case: entry.id,
      title: entry.title,
      actual: mapTexts(toActual(result.actual), abstractorOf(result)),
    }));
  });
}
