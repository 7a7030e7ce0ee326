import type {
  CaseResult,
  Cause,
  Demands,
  Excuse,
  MinMeasured,
  InconclusiveRules,
  Report,
  RuleResult,
  Status,
} from '../contract/generated/types.ts';
import { operation } from '../contract/capabilities.ts';
import { count } from './count.ts';
import { mostFrequent } from './reasons.ts';
import { failsRun, isFresh, withoutSymptoms } from './symptoms.ts';

/** A report of which nothing is concluded yet. */
export type Unconcluded = Omit<Report, 'summary'>;

/** What a run has to have measured unless told. */
export const usualDemands: Demands = {
  minMeasured: { unit: 'share', value: 0.75 },
  without: [],
  named: false,
};

/**
 * What a report comes to, from all else that stands in it: the one place in which a verdict and its exit code are
 * made. Deviations, and a baseline that does not hold, are evidence however little was measured. That a target
 * conforms takes more than their absence: enough of what could be measured was, and a copy was accepted.
 */
export function conclude(report: Unconcluded): Report['summary'] {
  const { rules, findings, baseline } = report;
  const told = withoutSymptoms(findings);
  const deviations = told.filter(failsRun).length;
  const known = findings.filter((finding) => finding.known !== undefined).length;
  const fresh = told.filter(isFresh).length;
  const cause = causeOf(report);
  return {
    rules: count(rules),
    cases: count(rules.flatMap((rule) => rule.cases)),
    deviations,
    known,
    ...(fresh > 0 && { new: fresh }),
    reported: told.length - deviations - known - fresh,
    exitCode: exitCodeOf({
      found:
        deviations + (baseline?.problems.length ?? 0) > 0 ||
        (known === 0 && notImplemented(report.target) !== undefined),
      judged: cause === undefined,
    }),
    measured: { rules: rules.filter(isMeasured).length, of: rules.length },
    threshold: thresholdOf(report),
    inconclusiveRules: inconclusiveRules(rules),
    ...(cause !== undefined && { cause }),
  };
}

/** What a target says of the operation where it has none; undefined where it has. */
export const notImplemented = ({
  capabilities,
}: Pick<Report['target'], 'capabilities'>): string | undefined =>
  capabilities.find(({ name, available }) => name === operation && !available)?.detail;

/** What is found is found, even where not everything could be judged. */
export const exitCodeOf = (result: { readonly found: boolean; readonly judged: boolean }): 0 | 1 | 2 =>
  result.found ? 1 : result.judged ? 0 : 2;

const isMeasured = ({ status }: { readonly status: Status }): boolean =>
  status !== 'inconclusive' && status !== 'error';

/** The rules that the run was about: a part of a run has cases of some of them only. */
const triedOf = ({ rules }: Unconcluded): readonly RuleResult[] =>
  rules.filter(({ cases }) => cases.length > 0);

/** Whether nothing of a rule was measured, and all of its cases are excused. */
const isExcused = (rule: RuleResult): boolean =>
  !isMeasured(rule) && rule.cases.length > 0 && rule.cases.every(({ excuse }) => excuse !== undefined);

const countedOf = (report: Unconcluded): readonly RuleResult[] =>
  triedOf(report).filter((rule) => rule.gating && !isExcused(rule));

function thresholdOf(report: Unconcluded): NonNullable<Report['summary']['threshold']> {
  const counted = countedOf(report);
  const { minMeasured } = report.demands ?? usualDemands;
  return {
    measured: counted.filter(isMeasured).length,
    of: counted.length,
    needed: neededOf(minMeasured, counted.length),
  };
}

/** Not rounded up for what is lost in fractions: 0.28 of 25 are 7. */
const neededOf = ({ unit, value }: MinMeasured, of: number): number =>
  unit === 'rules' ? value : Math.ceil(value * of - 1e-9);

/** Why it cannot be said that the target conforms; undefined when it can. */
function causeOf(report: Unconcluded): Cause | undefined {
  const { run, shard, demands = usualDemands } = report;
  if (run.stopped !== undefined) return { reason: run.stopped.reason };
  const tried = triedOf(report);
  // A part of a run may have nothing to do; the whole may not.
  if (tried.length === 0) return shard === undefined ? { reason: 'no case was run' } : undefined;
  const missing = tried.filter((rule) => !isMeasured(rule));
  if (demands.named && missing.length > 0) return inCases(missing);
  if (missing.length === tried.length) return inCases(missing);
  const { measured, needed, of } = thresholdOf(report);
  if (measured < needed) {
    const counted = countedOf(report).filter((rule) => !isMeasured(rule));
    return inCases(counted) ?? { reason: `${of} rules could be measured, and ${needed} are asked for` };
  }
  const { asked = 0, accepted = 0 } = run.copies ?? {};
  return asked > 0 && accepted === 0 ? { reason: 'the target accepted no copy' } : undefined;
}

/** The first cause in the cases of these rules: what is excused is none, where there is anything else. */
function inCases(rules: readonly RuleResult[]): Cause | undefined {
  const cases = rules.flatMap((rule) => rule.cases);
  return mostFrequent(cases.filter(({ excuse }) => excuse === undefined)) ?? mostFrequent(cases);
}

/** The rules of which nothing was measured, by what stood in the way. */
function inconclusiveRules(rules: readonly RuleResult[]): InconclusiveRules[] {
  const groups = new Map<string, InconclusiveRules & { rules: string[] }>();
  for (const rule of rules) {
    if (isMeasured(rule)) continue;
    const why = whyNot(rule);
    const key = `${why.kind} ${why.what}`;
    const group = groups.get(key) ?? { ...why, rules: [] };
    group.rules.push(rule.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function whyNot(rule: RuleResult): Pick<InconclusiveRules, 'kind' | 'what'> {
  if (rule.cases.length === 0) return { kind: 'untried', what: 'no case of it was run' };
  if (isExcused(rule)) return ofExcuse(firstExcuse(rule.cases));
  const reason = mostFrequent(rule.cases.filter(({ excuse }) => excuse === undefined));
  return { kind: 'reason', what: reason?.reason ?? '' };
}

const firstExcuse = (cases: readonly CaseResult[]): Excuse | undefined =>
  cases.find(({ excuse }) => excuse !== undefined)?.excuse;

const ofExcuse = (excuse: Excuse | undefined): Pick<InconclusiveRules, 'kind' | 'what'> => ({
  kind: excuse?.kind ?? 'reason',
  what: excuse?.name ?? '',
});
