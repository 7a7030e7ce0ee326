import type { DirectedCase } from '../../contract/case.ts';
import type { LeftOutName } from '../../contract/capabilities.ts';
import { directedCases } from '../../contract/directed-cases.ts';
import type { Shard } from '../../contract/generated/types.ts';
import { leaveOut, type LeftOut } from './needs.ts';
import { pairsOf } from './pairs.ts';
import { callNames, planRun, type CallNames, type Plan } from './plan.ts';
import { partOf } from './shard.ts';

/** What a run is asked to do. */
export interface Wanted {
  readonly cases: readonly DirectedCase[];
  /** Most pairs of rules that are broken together; none unless given. */
  readonly pairs?: number;
  /** What the cases that are run must not need; nothing unless given. */
  readonly without?: readonly LeftOutName[];
  /** The part of it to run; all of it unless given. */
  readonly shard?: Shard;
}

/** What a run will do, and which cases it leaves out on purpose. Nothing is sent for it. */
export function planFor({ cases, pairs, without = [], shard }: Wanted): {
  readonly plan: Plan;
  readonly leftOut: readonly LeftOut[];
} {
  const { kept, leftOut } = leaveOut(cases, without);
  const whole = planRun(kept, pairsOf(kept), pairs, namesFor(kept));
  return { plan: shard === undefined ? whole : partOf(whole, shard), leftOut };
}

/** The names of the contract's calls, found once. */
let names: CallNames | undefined;

/** What the calls of some of the contract's cases are called; those of other cases are called after themselves. */
function namesFor(cases: readonly DirectedCase[]): CallNames {
  const ids = new Set(directedCases().map(({ id }) => id));
  if (!cases.every(({ id }) => ids.has(id))) return new Map();
  return (names ??= callNames(directedCases()));
}
