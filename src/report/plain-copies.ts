import type { Situation } from '../contract/case.ts';
import type { PlainCopies } from '../contract/generated/types.ts';
import { needsOf } from '../harness/run/needs.ts';
import type { RunResult } from '../harness/run/result.ts';

/**
 * The copies that the target had to accept: those that cases are about, and the control cases of rejections. One that needs
 * what the target lacks does not count as asked for; whichever is accepted as it should counts.
 */
export function plainCopies({ plan, results }: RunResult, absent: readonly string[]): PlainCopies {
  const due = new Map<number, Situation>();
  for (const { case: entry, unit, control } of plan.cases) {
    if (entry.claim.kind === 'copied') due.set(unit, entry.situation);
    if (entry.claim.kind === 'rejected' && control !== undefined) due.set(control, entry.claim.control);
  }
  const isAccepted = (unit: number): boolean => {
    const result = results.get(unit);
    return (
      result?.kind === 'measured' && result.actual.kind === 'copied' && result.verdict.copied !== undefined
    );
  };
  const asked = [...due].filter(
    ([unit, situation]) => isAccepted(unit) || !needsOf(situation).some((need) => absent.includes(need)),
  );
  return { asked: asked.length, accepted: asked.filter(([unit]) => isAccepted(unit)).length };
}
