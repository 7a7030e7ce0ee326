import { planLive } from '../live/plan.ts';
import { planText } from '../reporters/live/plan-text.ts';
import type { LivePlanFlags } from './flags.ts';
import { workOf } from './live-work.ts';

/** Runs `live plan`. Gives the exit code. */
export function runLivePlan(name: string, flags: LivePlanFlags): number {
  const { file, level, cases } = workOf(name, flags);
  const { copiesAtOnce, maxCopies: copiesInAll, callsPerSecond } = flags;
  const plan = planLive(file.live, level, cases, { copiesAtOnce, copiesInAll, callsPerSecond });
  const text = flags.policy === true ? `${JSON.stringify(plan.policies, null, 2)}\n` : planText(plan);
  process.stdout.write(text);
  return 0;
}
