import { directedCases } from '../contract/directed-cases.ts';
import { namedCases } from '../contract/directed-sequences.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { Finding } from '../contract/generated/types.ts';
import { callNames, planRun } from '../harness/run/plan.ts';

/**
 * The directed cases and sequences, in the order of the contract, that show a deviation from one of these rules. A
 * deviation names a call by the first case that makes it; any other that makes it, be it as its control case, shows
 * the deviation as well.
 */
export function findersOf(
  findings: readonly Pick<Finding, 'rule' | 'cases'>[],
  about: readonly RuleId[],
): readonly string[] {
  const rules: ReadonlySet<string> = new Set(about);
  const calls = findings.flatMap(({ rule, cases }) => (rules.has(rule) ? cases : []));
  const makers = makersOfCalls();
  const found = new Set(calls.flatMap((call) => makers.get(call) ?? [call]));
  return namedCases().flatMap(({ id }) => (found.has(id) ? [id] : []));
}

/** The cases that make each call, by what reports call it. */
function makersOfCalls(): ReadonlyMap<string, readonly string[]> {
  const cases = directedCases();
  const plan = planRun(cases, [], 0, callNames(cases));
  const labels = new Map(plan.groups.flatMap(({ units }) => units.map(({ id, label }) => [id, label])));
  const makers = new Map<string, string[]>();
  for (const { case: entry, unit, control = unit } of plan.cases)
    for (const call of new Set([unit, control])) {
      const label = labels.get(call) ?? entry.id;
      makers.set(label, [...(makers.get(label) ?? []), entry.id]);
    }
  return makers;
}
