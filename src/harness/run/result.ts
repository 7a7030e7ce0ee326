import type { Ending } from '../target/allowance.ts';
import type { LeftOut } from './needs.ts';
import type { Plan } from './plan.ts';
import type { UnitResult } from './unit.ts';

/** Everything a run found out; nothing secret is in it. */
export interface RunResult {
  readonly runId: string;
  readonly plan: Plan;
  /** By unit id. */
  readonly results: ReadonlyMap<number, UnitResult>;
  /** Cases that were not run because of what they need. */
  readonly leftOut: readonly LeftOut[];
  readonly leftBehind: readonly string[];
  /** Why not everything was tried, if it was not. */
  readonly stopped?: Pick<Ending, 'kind' | 'reason'>;
}

/** What stands for a call of a pair of rules that another call has told enough of. */
export const toldElsewhere: UnitResult = {
  kind: 'inconclusive',
  reason: 'the pair was measured in another world',
};
