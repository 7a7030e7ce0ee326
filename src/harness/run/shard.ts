import type { Shard } from '../../contract/generated/types.ts';
import type { Plan, PlannedCase, PlannedPair } from './plan.ts';
import type { RunResult } from './result.ts';
import type { UnitResult } from './unit.ts';

/**
 * A part of a plan: the parts together have each case, each pair and each call once. Neighbours in the order of the
 * run stay together, so that few worlds are staged in several parts. Control cases, and the calls by which pairs are
 * understood, are made wherever they are needed: where they are not the part's own, they are borrowed.
 */
export function partOf(plan: Plan, { index, count }: Shard): Plan {
  const isOwn = (at: number, total: number): boolean => Math.floor((at * count) / total) === index - 1;
  const homes = homesOf(plan);
  const cases = plan.cases.filter(({ unit }) => isOwn(homes.get(unit) ?? 0, homes.size));
  const pairs = plan.pairs.filter((_, at) => isOwn(at, plan.pairs.length));
  const own = new Set([
    ...cases.map(({ unit }) => unit),
    ...controls(cases).filter((control) => isOwn(homeOfControl(control, plan.cases, homes), homes.size)),
    ...pairs.flatMap(({ units }) => units),
  ]);
  const needed = new Set([...own, ...controls(cases), ...explaining(pairs, plan.cases)]);
  const groups = plan.groups
    .map((group) => ({ ...group, units: group.units.filter(({ id }) => needed.has(id)) }))
    .filter(({ units }) => units.length > 0);
  const borrowed = new Set([...needed].filter((id) => !own.has(id)));
  return { groups, cases, pairs, unitCount: needed.size, borrowed };
}

/** The units that cases are about, each with its place in the order of the run. */
function homesOf({ groups, cases }: Plan): ReadonlyMap<number, number> {
  const units = new Set(cases.map(({ unit }) => unit));
  const ordered = groups.flatMap((group) => group.units.map(({ id }) => id)).filter((id) => units.has(id));
  return new Map(ordered.map((id, at) => [id, at]));
}

/** A control case that is no case of its own is at home where the first case is that has it. */
function homeOfControl(
  control: number,
  cases: readonly PlannedCase[],
  homes: ReadonlyMap<number, number>,
): number {
  const home =
    homes.get(control) ?? homes.get(cases.find((planned) => planned.control === control)?.unit ?? -1);
  return home ?? 0;
}

const controls = (cases: readonly PlannedCase[]): number[] =>
  cases.flatMap(({ control }) => (control === undefined ? [] : [control]));

/** The calls that may show how the target answers when one rule of these pairs is broken alone. */
function explaining(pairs: readonly PlannedPair[], cases: readonly PlannedCase[]): number[] {
  const rules = new Set<string>(pairs.filter(({ units }) => units.length > 0).flatMap((pair) => pair.rules));
  return cases.flatMap(({ case: { claim }, unit }) => {
    const tells =
      claim.kind === 'rejected'
        ? claim.breaks.some((rule) => rules.has(rule))
        : claim.kind === 'unspecified' && rules.size > 0;
    return tells ? [unit] : [];
  });
}

/** The results without what another part tells; what a borrowed call ended with is kept. */
export const withoutBorrowed = (
  { borrowed }: Plan,
  results: ReadonlyMap<number, UnitResult>,
): ReadonlyMap<number, UnitResult> =>
  new Map(
    [...results].map(([id, result]) => [
      id,
      borrowed?.has(id) === true && result.kind === 'measured' ? { ...result, checks: [] } : result,
    ]),
  );

/** A run without the calls that were borrowed. */
export const ownOf = (run: RunResult): RunResult => ({
  ...run,
  results: new Map([...run.results].filter(([id]) => run.plan.borrowed?.has(id) !== true)),
});
