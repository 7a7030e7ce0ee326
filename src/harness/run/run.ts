import { endingOf, silence } from '../target/allowance.ts';
import { InTurn } from '../in-turn.ts';
import { sideBySide } from '../side-by-side.ts';
import type { Redact, Target } from '../target/target.ts';
import { nameMaker } from './names.ts';
import { lotsOf, turnOf, turnsOf, type Lot } from './lots.ts';
import type { Plan, Unit } from './plan.ts';
import { planFor, type Wanted } from './plan-for.ts';
import { progressOf, type Progress } from './progress.ts';
import { attributePairs } from './attribute-pairs.ts';
import { withoutBorrowed } from './shard.ts';
import { toldElsewhere, type RunResult } from './result.ts';
import type { Attempt } from './lane.ts';
import { runLot } from './run-lot.ts';
import type { Measured, UnitResult } from './unit.ts';

/** What to run, and whom to tell. */
export interface RunOptions extends Wanted {
  /** How many worlds stand at once; one unless given: a target in process may hold no more. */
  readonly jobs?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Is told of each call once it is judged, without secrets. */
  readonly onMeasured?: (result: Measured) => void;
  /** What an earlier process of the same run has found out, by unit; nothing unless given. */
  readonly done?: ReadonlyMap<number, UnitResult>;
  /** When aborted, the run stops after the current call, cleans up, and reports what it has. */
  readonly signal?: AbortSignal;
}

/** After so many failures of the harness in a row, the target is taken to be gone: a hung one must not hang the run. */
const mostFailuresInARow = 3;

/**
 * Runs the cases against a target: worlds side by side, but for those that have to be alone, which come afterwards.
 * What came of it does not depend on how many there were at once: what others may have caused is measured again alone.
 * Never leaves a world standing.
 */
export async function runCases(target: Target, options: RunOptions): Promise<RunResult> {
  const { plan, leftOut } = planFor(options);
  const { runId } = target;
  const jobs = options.jobs ?? 1;
  const lots = lotsOf(plan);
  const turns = turnsOf(plan);
  const results = new Map<number, UnitResult>(options.done);
  const crowded = new Map<number, UnitResult>();
  const stagings = new Map<Lot, number>();
  const names = new InTurn();
  const tooSoon = new Map<string, number>();
  const left: (readonly [lot: number, what: string])[] = [];
  let failures = 0;
  // The answers are judged by now.
  const redact: Redact = target.redact ?? ((value) => value);
  const isOver = (): boolean => options.signal?.aborted === true || failures >= mostFailuresInARow;

  const record = (unit: Unit, result: UnitResult): void => {
    // What went wrong because the run ends says nothing of the unit.
    if (result.kind !== 'measured' && options.signal?.aborted === true) return;
    const kept = redact(result);
    results.set(unit.id, kept);
    if (kept.kind === 'measured') options.onMeasured?.(kept);
    options.onProgress?.(progressOf(plan, results, unit));
  };
  const due = (lot: Lot): readonly Unit[] =>
    lot.units.filter((unit) => !results.has(unit.id) && turnOf(unit, turns, results) === 'now');

  /** Stages a lot's world once, for these units; those without a result afterwards are for another time. */
  const attempt = async (lot: Lot, units: readonly Unit[], how: Pick<Attempt, 'last' | 'crowd'>) => {
    const before = stagings.get(lot) ?? 0;
    stagings.set(lot, before + 1);
    const nameOf = nameMaker(runId, lot.number + before * lots.length);
    const what = await runLot(target, lot, units, {
      ...how,
      nameOf,
      names,
      tooSoon,
      isOver,
      record,
      setAside: (unit, result) => crowded.set(unit.id, redact(result)),
      note: (failed) => (failures = failed ? failures + 1 : 0),
    });
    left.push(...what.map((each) => [lot.number, each] as const));
  };

  for (;;) {
    const now = lots.map((lot) => ({ lot, units: due(lot) })).filter(({ units }) => units.length > 0);
    if (now.length === 0 || isOver()) break;
    for (const { lot, units } of now)
      if (lot.first && !isOver()) await attempt(lot, units, { last: false, crowd: false });
    const together = now.filter(({ lot }) => !lot.alone);
    const pieces = together.map(({ lot, units }) => ({
      ...(lot.crossing && { scarce: 'copies between Regions' }),
      run: () => attempt(lot, units, { last: false, crowd: jobs > 1 }),
    }));
    await sideBySide(pieces, jobs, isOver);
    for (const { lot, units } of now) {
      for (const unit of units) {
        const aside = crowded.get(unit.id);
        // What was done too soon beside others, and for other worlds alone as well, will be so again.
        if (aside?.kind === 'inconclusive' && (tooSoon.get(aside.reason) ?? 0) >= mostInVain)
          record(unit, aside);
      }
      const missing = (): readonly Unit[] => units.filter(({ id }) => !results.has(id));
      // A world that moves on before its calls were made is worth another staging as long as that brings something.
      for (let vain = lot.alone ? 0 : 1; missing().length > 0 && !isOver();) {
        const before = missing().length;
        await attempt(lot, missing(), { last: vain >= mostInVain - 1, crowd: false });
        vain = missing().length < before ? 0 : vain + 1;
      }
    }
  }
  const kept = (await target.release?.()) ?? [];
  const ending = endingOf(options.signal) ?? silence;
  const untried: Unit[] = [];
  for (const unit of plan.groups.flatMap(({ units }) => units)) {
    if (results.has(unit.id)) continue;
    const aside = crowded.get(unit.id);
    if (turnOf(unit, turns, results) === 'told') results.set(unit.id, toldElsewhere);
    else if (aside !== undefined && options.signal?.aborted !== true) results.set(unit.id, aside);
    else untried.push(unit);
  }
  for (const { id } of untried) results.set(id, { kind: 'error', reason: ending.reason });
  return {
    runId,
    plan,
    results: withoutBorrowed(plan, attributePairs(inOrder(plan, results))),
    leftOut,
    leftBehind: redact([...left.sort(([a], [b]) => a - b).map(([, what]) => what), ...kept]),
    ...(untried.length > 0 && { stopped: ending }),
  };
}

/** After so many stagings that brought nothing, because what had to be in progress was done too soon, it is an error. */
const mostInVain = 3;

/** The results in the order of the plan, whoever came first. */
const inOrder = (
  { groups }: Plan,
  results: ReadonlyMap<number, UnitResult>,
): ReadonlyMap<number, UnitResult> =>
  new Map(
    groups.flatMap(({ units }) =>
      units.flatMap(({ id }) => {
        const result = results.get(id);
        return result === undefined ? [] : [[id, result] as const];
      }),
    ),
  );
