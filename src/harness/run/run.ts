import { needsWire } from '../../model/index.ts';
import { endingOf, silence } from '../target/allowance.ts';
import type { Redact, Staging, Target } from '../target/target.ts';
import { nameMaker } from './names.ts';
import type { Group, Plan, Unit } from './plan.ts';
import { planFor, type Wanted } from './plan-for.ts';
import { progressOf, type Progress } from './progress.ts';
import { attributePairs } from './attribute-pairs.ts';
import { withoutBorrowed } from './shard.ts';
import type { RunResult } from './result.ts';
import { runUnit, type Measured, type UnitResult } from './unit.ts';

/** What to run, and whom to tell. */
export interface RunOptions extends Wanted {
  readonly onProgress?: (progress: Progress) => void;
  /** Is told of each call once it is judged, without secrets. */
  readonly onMeasured?: (result: Measured) => void;
  /** When aborted, the run stops after the current call, cleans up, and reports what it has. */
  readonly signal?: AbortSignal;
}

/** How often a world is staged again because what had to be in progress was done too soon. */
const restagings = 3;

/** After so many failures of the harness in a row, the target is taken to be gone: a hung one must not hang the run. */
const mostFailuresInARow = 3;

/** Failures of the harness since something was last measured. */
interface Health {
  failures: number;
}

/** Runs the cases against a target, one world after another. Never leaves a world standing. */
export async function runCases(target: Target, options: RunOptions): Promise<RunResult> {
  const { plan, leftOut } = planFor(options);
  const { runId } = target;
  const results = new Map<number, UnitResult>();
  const leftBehind: string[] = [];
  const health: Health = { failures: 0 };
  // The answers are judged by now.
  const redact: Redact = target.redact ?? ((value) => value);
  const isOver = (): boolean => options.signal?.aborted === true || health.failures >= mostFailuresInARow;

  const record = (unit: Unit, result: UnitResult): void => {
    // What went wrong because the run ends says nothing of the unit.
    if (result.kind !== 'measured' && options.signal?.aborted === true) return;
    const kept = redact(result);
    results.set(unit.id, kept);
    if (kept.kind === 'measured') options.onMeasured?.(kept);
    options.onProgress?.(progressOf(plan, results, unit));
  };

  for (const [index, group] of plan.groups.entries()) {
    for (let round = 0; round < restagings && !isOver(); round += 1) {
      for (const unit of group.units) {
        if (isTold(unit, plan, results)) record(unit, toldElsewhere);
      }
      const missing = group.units.filter((unit) => !results.has(unit.id));
      if (missing.length === 0) break;
      const last = round === restagings - 1;
      const nameOf = nameMaker(runId, round === 0 ? index : index + round * plan.groups.length);
      leftBehind.push(
        ...(await runGroup(
          target,
          { ...group, units: missing },
          nameOf,
          runId,
          last,
          record,
          isOver,
          health,
        )),
      );
    }
  }
  const ending = endingOf(options.signal) ?? silence;
  const untried = plan.groups.flatMap(({ units }) => units.filter(({ id }) => !results.has(id)));
  for (const { id } of untried) results.set(id, { kind: 'error', reason: ending.reason });
  return {
    runId,
    plan,
    results: withoutBorrowed(plan, attributePairs(results)),
    leftOut,
    leftBehind: redact(leftBehind),
    ...(untried.length > 0 && { stopped: ending }),
  };
}

const toldElsewhere: UnitResult = { kind: 'inconclusive', reason: 'the pair was measured in another world' };

/** Whether a unit is only about a pair that is measured already. */
function isTold({ id, pair }: Unit, { pairs }: Plan, results: ReadonlyMap<number, UnitResult>): boolean {
  if (pair === undefined || results.has(id)) return false;
  const units = pairs.find((planned) => planned.units.includes(id))?.units ?? [];
  return units.some((unit) => results.get(unit)?.kind === 'measured');
}

/** Runs the units of one world; units whose world moved on are left for another round. Resolves to what is left behind. */
async function runGroup(
  target: Target,
  group: Group,
  nameOf: (handle: string) => string,
  runId: string,
  last: boolean,
  record: (unit: Unit, result: UnitResult) => void,
  isOver: () => boolean,
  health: Health,
): Promise<readonly string[]> {
  const units: Unit[] = [];
  for (const unit of group.units) {
    const reason = missingCapability(target, unit);
    if (reason === undefined) units.push(unit);
    else record(unit, { kind: 'inconclusive', reason });
  }
  if (units.length === 0) return [];

  const staging: Staging = await target.stage(group.given, nameOf);
  if (staging.kind !== 'staged') {
    if (staging.kind === 'failed') health.failures += 1;
    const kind = staging.kind === 'impossible' ? 'inconclusive' : 'error';
    for (const unit of units) record(unit, { kind, reason: staging.reason });
    return [];
  }
  const left: string[] = [];
  try {
    for (const unit of units) {
      if (isOver()) break;
      const result = await runUnit(target, group.given, staging, unit, runId);
      health.failures = result.kind === 'error' ? health.failures + 1 : 0;
      if (result.kind === 'measured' && result.leftBehind !== undefined) left.push(result.leftBehind);
      const moved = await staging.recheck();
      if (moved === undefined) record(unit, result);
      else if (last) record(unit, { kind: 'error', reason: moved });
    }
  } catch (error) {
    await staging.cleanUp();
    throw error;
  }
  return [...left, ...(await staging.cleanUp())];
}

/** What the target would have to have for a unit, if it has not. */
function missingCapability(target: Target, unit: Unit): string | undefined {
  if (unit.caller.account === 'other' && lacksSecondAccount(target)) return secondAccountReason(target);
  const wire = target.capabilities.find(({ name }) => name === 'wire');
  return wire?.available === false && needsWire(unit.wire, unit.http) ? wire.detail : undefined;
}

const secondAccount = (target: Target) => target.capabilities.find(({ name }) => name === 'second account');
const lacksSecondAccount = (target: Target): boolean => secondAccount(target)?.available === false;
const secondAccountReason = (target: Target): string =>
  `the target has no second account: ${secondAccount(target)?.detail ?? ''}`;
