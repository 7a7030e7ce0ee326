import { precedence } from '../model/index.ts';
import type { Coverage, MissingPair, RuleCoverage } from '../contract/generated/types.ts';
import type { PlannedPair } from '../harness/run/plan.ts';
import type { RunResult } from '../harness/run/result.ts';
import type { UnitResult } from '../harness/run/unit.ts';

/**
 * How far a run has exercised the preconditions: what the calls that were answered did to each of them, and which
 * two of them were broken at once. What the model says of a call decides, not what the target answered.
 */
export function coverageOf({ plan, results }: RunResult): Coverage {
  const missing = plan.pairs.flatMap((pair): MissingPair[] => {
    const reason = whyMissing(pair, results);
    return reason === undefined ? [] : [{ rules: [...pair.rules], reason }];
  });
  const possible = plan.pairs.length;
  return {
    rules: ruleCoverage(results.values()),
    pairs: { possible, broken: possible - missing.length, missing },
  };
}

function ruleCoverage(results: Iterable<UnitResult>): RuleCoverage[] {
  const verdicts = [...results].flatMap((result) => (result.kind === 'measured' ? [result.verdict] : []));
  return precedence.map(({ id }) => {
    const breaking = verdicts.filter(({ broken }) => broken.includes(id));
    const together = new Set(breaking.flatMap(({ broken }) => broken));
    const unspecified = verdicts.filter((verdict) => verdict.unspecified.includes(id)).length;
    return {
      id,
      brokenAlone: breaking.filter(({ broken }) => broken.length === 1).length,
      brokenWith: precedence.map((other) => other.id).filter((other) => other !== id && together.has(other)),
      kept: verdicts.length - breaking.length - unspecified,
      unspecified,
    };
  });
}

/** Why no call broke the two rules at once; undefined when one did. */
function whyMissing({ units }: PlannedPair, results: RunResult['results']): string | undefined {
  let reason = 'beyond the number of pairs that was asked for';
  for (const id of units) {
    const result = results.get(id);
    if (result?.kind === 'measured') return undefined;
    if (result !== undefined) reason = result.reason;
  }
  return reason;
}
