import type { DecisionContext } from '../contract/generated/types.ts';
import type { Position } from '../contract/document.ts';
import { contextOf } from './context.ts';
import { judgeAlone } from './judge-alone.ts';
import { judgeInWorld } from './judge-in-world.ts';
import type { PlanOptions } from './check-plan.ts';
import type { PlanFile } from './read-plan.ts';
import { runFacts } from './run-facts.ts';

/** What policies decide on about one copy, for anybody's own engine. */
export interface PlannedContext extends Position {
  readonly name: string;
  readonly file: string;
  readonly context: DecisionContext;
  /** Members that are absent because they are not known, with slashes. */
  readonly unknown: readonly string[];
}

/** The decision contexts of all copies of a plan, in order; badly written ones have none. */
export function* contextsOf(
  plan: readonly PlanFile[],
  { setting, now }: Pick<PlanOptions, 'setting' | 'now'>,
): Generator<PlannedContext> {
  const judge = setting === undefined ? judgeAlone() : judgeInWorld(setting.world, setting.caller);
  const run = runFacts(plan, now, setting);
  for (const { copies } of plan)
    for (const copy of copies) {
      if (copy.problems.length > 0) continue;
      const { value: context, unknown } = contextOf(copy, judge(copy), run);
      yield { name: copy.name, file: copy.file, ...copy.at, context, unknown };
    }
}
