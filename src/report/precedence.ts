import { faultEntry, precedence as entries } from '../model/index.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { PairResult, Precedence } from '../contract/generated/types.ts';
import { toActual } from '../harness/checks/assess.ts';
import { abstractorOf } from '../harness/run/deviation.ts';
import { mapTexts } from '../protocol/map-texts.ts';
import type { RunResult } from '../harness/run/result.ts';
import { aloneOutcomes, outcomeKey, type AloneOutcomes } from '../harness/run/attribute-pairs.ts';
import type { Measured } from '../harness/run/unit.ts';

/** What a run showed of the order in which the target checks the rules; undefined when it tried no pair. */
export function precedenceOf({ plan, results }: RunResult): Precedence | undefined {
  const tried = plan.pairs.filter(({ units }) => units.length > 0);
  if (tried.length === 0) return undefined;
  const alone = aloneOutcomes(results.values());
  const pairs: PairResult[] = [];
  for (const { rules, units } of tried) {
    const measured = units.map((id) => results.get(id)).find((result) => result?.kind === 'measured');
    if (measured?.kind !== 'measured') continue;
    const answered = answering(rules, measured, alone);
    const actual = mapTexts(toActual(measured.actual), abstractorOf(measured));
    pairs.push({ rules: [...rules], ...(answered !== undefined && { answered }), actual });
  }
  const { order, unordered } = orderOf(pairs);
  return { pairs, inconclusive: tried.length - pairs.length, order, unordered };
}

/** Which of two rules an answer speaks for, as the target answers to each alone, or as the rules' faults are. */
function answering(
  rules: readonly [RuleId, RuleId],
  { actual }: Measured,
  alone: AloneOutcomes,
): RuleId | undefined {
  if (actual.kind !== 'rejected') return undefined;
  const outcome = outcomeKey(actual);
  const candidates = rules.filter((rule) => (alone.get(rule) ?? faultsOf(rule)).has(outcome));
  return candidates.length === 1 ? candidates[0] : undefined;
}

const faultsOf = (rule: RuleId): ReadonlySet<string> =>
  new Set(entries.find(({ id }) => id === rule)?.faults.map((shape) => faultEntry(shape).shape) ?? []);

/**
 * The order that the answers imply: each rule comes in a later step than all that answered before it. Rules that
 * come before one another in a circle have no order.
 */
export function orderOf(pairs: readonly PairResult[]): Pick<Precedence, 'order' | 'unordered'> {
  const after = new Map<string, Set<string>>();
  for (const { rules, answered } of pairs) {
    if (answered === undefined) continue;
    for (const rule of rules) if (!after.has(rule)) after.set(rule, new Set());
    for (const rule of rules) if (rule !== answered) after.get(answered)?.add(rule);
  }
  const reach = new Map([...after.keys()].map((rule) => [rule, reachable(rule, after)]));
  const circular = (a: string, b: string): boolean =>
    reach.get(a)?.has(b) === true && reach.get(b)?.has(a) === true;
  const groups: string[][] = [];
  for (const rule of after.keys()) {
    const group = groups.find(([first = '']) => circular(first, rule));
    if (group === undefined) groups.push([rule]);
    else group.push(rule);
  }
  const steps: string[][] = [];
  for (const group of groups) {
    const step = depth(group, groups, reach);
    steps[step] = [...(steps[step] ?? []), ...group];
  }
  return {
    order: Array.from(steps, (step: string[] | undefined) => step ?? []),
    unordered: groups.filter((group) => group.length > 1),
  };
}

function reachable(from: string, after: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let rule = open.pop(); rule !== undefined; rule = open.pop()) {
    for (const next of after.get(rule) ?? []) {
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return seen;
}

/** How many groups there are, one before the other, before this one. */
function depth(
  [rule = '']: readonly string[],
  groups: readonly (readonly string[])[],
  reach: ReadonlyMap<string, ReadonlySet<string>>,
): number {
  const before = groups.filter(
    ([other = '']) => reach.get(other)?.has(rule) === true && reach.get(rule)?.has(other) !== true,
  );
  return Math.max(-1, ...before.map((group) => depth(group, groups, reach))) + 1;
}
