import type { Plan, Unit } from './plan.ts';
import type { UnitResult } from './unit.ts';

/** What a progress counts: each has a total of its own. */
export type Counted = 'cases' | 'pairs' | 'sequences' | 'scripts' | 'endpoints';

/** How far a run has come with what it counts. */
export interface Progress {
  readonly of: Counted;
  readonly done: number;
  readonly total: number;
  /**
   * How many of those that are done went wrong: cases and sequences with a deviation, scripts that do not show theirs,
   * endpoints of the self-test that were misjudged. A pair of rules is understood only at the end of a run, so that none has gone wrong before.
   */
  readonly failed: number;
  /** What is being worked on. */
  readonly label: string;
}

/** How far a run has come once the call of a unit is made: with its cases, or with its pairs of rules. */
export function progressOf(
  { cases, pairs }: Plan,
  results: ReadonlyMap<number, UnitResult>,
  { label, pair }: Unit,
): Progress {
  const isDone = (units: readonly number[]): boolean => units.every((unit) => results.has(unit));
  if (pair !== undefined) {
    const tried = pairs.filter(({ units }) => units.length > 0);
    const done = tried.filter(({ units }) => isDone(units)).length;
    return { of: 'pairs', done, total: tried.length, failed: 0, label };
  }
  const done = cases
    .map(({ unit, control }) => (control === undefined ? [unit] : [unit, control]))
    .filter((units) => isDone(units));
  const failed = done.filter((units) => units.some((unit) => isFailed(results.get(unit)))).length;
  return { of: 'cases', done: done.length, total: cases.length, failed, label };
}

const isFailed = (result: UnitResult | undefined): boolean =>
  result?.kind === 'measured' && result.checks.some(({ status }) => status === 'fail');
