import { readCode } from '../../model/index.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { ActualOutcome } from '../checks/assess.ts';
import type { Check } from '../checks/check.ts';
import type { UnitResult } from './unit.ts';

/** How a target ends calls that break one rule alone, by rule: a code, or the kind of what came instead. */
export type AloneOutcomes = ReadonlyMap<RuleId, ReadonlySet<string>>;

/** Reads from the units of directed cases how the target ends each rule's violation. */
export function aloneOutcomes(results: Iterable<UnitResult>): AloneOutcomes {
  const seen = new Map<RuleId, Set<string>>();
  for (const result of results) {
    if (result.kind !== 'measured' || result.unit.pair !== undefined) continue;
    const [rule, another] = result.verdict.broken;
    if (rule === undefined || another !== undefined) continue;
    const outcomes = seen.get(rule) ?? new Set();
    seen.set(rule, outcomes.add(outcomeKey(result.actual)));
  }
  return seen;
}

/** An outcome as far as one can be told from another: codes of one fault are the same. */
export function outcomeKey(actual: ActualOutcome): string {
  if (actual.kind !== 'rejected') return actual.kind;
  const read = readCode(actual.code);
  return read.kind === 'unknown' ? actual.code : read.shape;
}

/**
 * Takes out of the calls that break two rules what says nothing new: that a rejection is expected shows neither
 * rule kept, and what the target does when one of the rules is broken alone has been told already.
 */
export function attributePairs(results: ReadonlyMap<number, UnitResult>): Map<number, UnitResult> {
  const alone = aloneOutcomes(results.values());
  return new Map([...results].map(([id, result]) => [id, attributed(result, alone)]));
}

function attributed(result: UnitResult, alone: AloneOutcomes): UnitResult {
  if (result.kind !== 'measured' || result.unit.pair === undefined) return result;
  const rules: readonly RuleId[] = result.unit.pair;
  const outcome = outcomeKey(result.actual);
  const blames = rules.filter((rule) => alone.get(rule)?.has(outcome) === true);
  const says = ({ status, rule }: Check): boolean => {
    if (!rules.includes(rule)) return true;
    if (status !== 'fail') return false;
    return outcome === 'copied' ? !blames.includes(rule) : blames.length === 0;
  };
  return { ...result, checks: result.checks.filter(says) };
}
