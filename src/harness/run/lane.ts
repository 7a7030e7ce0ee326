import { placeKey, readCode } from '../../model/index.ts';
import type { WorldDocument } from '../../contract/generated/types.ts';
import type { InTurn } from '../in-turn.ts';
import type { Staging, Target } from '../target/target.ts';
import { copyName } from './names.ts';
import type { Unit } from './plan.ts';
import { prepareCall, runUnit, type StagedWorld, type UnitResult } from './unit.ts';

/** How a lot is run this time, and whom to tell. */
export interface Attempt {
  readonly nameOf: (handle: string) => string;
  /** Has calls in turn that ask for a name which is not of one world alone. */
  readonly names: InTurn;
  /** Whether a world that moves on too soon is an error by now. */
  readonly last: boolean;
  /** Whether other worlds stand beside it, which may be why something goes wrong. */
  readonly crowd: boolean;
  /** Why worlds could not be met on their way, though nothing stood beside them, and how many. */
  readonly tooSoon: Map<string, number>;
  readonly isOver: () => boolean;
  /** What came of a unit. */
  readonly record: (unit: Unit, result: UnitResult) => void;
  /** What came of a unit that others may have had a hand in: it counts only where it cannot be run again alone. */
  readonly setAside: (unit: Unit, result: UnitResult) => void;
  /** Whether the harness failed, or got something measured. */
  readonly note: (failed: boolean) => void;
}

/** A world that stands for a while, and the calls that are made in it one after the other. */
export interface Lane {
  readonly target: Target;
  readonly given: WorldDocument;
  readonly staged: StagedWorld & Pick<Extract<Staging, { kind: 'staged' }>, 'recheck'>;
  readonly units: readonly Unit[];
}

/** Runs units one after the other until the world moves on or the run is over. */
export async function runLane(
  { target, given, staged, units }: Lane,
  attempt: Attempt,
  leave: (unit: Unit, what: string) => void,
): Promise<void> {
  const { names, last, crowd, isOver, record, setAside, note } = attempt;
  for (const [at, unit] of units.entries()) {
    if (isOver()) return;
    const run = (): Promise<UnitResult> => timed(() => runUnit(target, given, staged, unit));
    const shared = sharedName(target, staged, unit);
    const result = await (shared === undefined ? run() : names.do(shared, run));
    note(result.kind === 'error');
    if (result.kind === 'measured' && result.leftBehind !== undefined) leave(unit, result.leftBehind);
    const moved = await staged.recheck();
    if (moved !== undefined) {
      const lost: UnitResult = { kind: 'error', reason: moved };
      for (const each of units.slice(at)) (last ? record : setAside)(each, lost);
      return;
    }
    (crowd && mayBeCrowd(result) ? setAside : record)(unit, result);
  }
}

/** What came of a unit, with how long that took. */
async function timed(run: () => Promise<UnitResult>): Promise<UnitResult> {
  const begun = performance.now();
  const result = await run();
  return { ...result, milliseconds: Math.round(performance.now() - begun) };
}

/** Whether nothing in a world has to be met on its way, so that no look comes between two calls. */
export const isSteady = ({ snapshots = {}, places = [] }: WorldDocument): boolean =>
  places.every(({ copiesInProgress }) => copiesInProgress === undefined) &&
  Object.values(snapshots).every(({ status = 'available' }) => status === 'available');

/**
 * The name that a unit asks for, where it does not carry the run: other worlds ask for it as well, such as for none or
 * a blank one, and some targets make something of it. Its copy has to be gone before the next is asked for.
 */
function sharedName(target: Target, staged: StagedWorld, unit: Unit): string | undefined {
  const { caller, arriving } = prepareCall(target, staged, unit);
  // Where a copy without a name stands, a source without one may be found.
  if ((arriving.SourceDBClusterSnapshotIdentifier ?? '').trim() === '') return `${placeKey(caller)} `;
  const name = (arriving.TargetDBClusterSnapshotIdentifier ?? '').trim().toLowerCase();
  return name.includes(`ncc-${target.runId}-`.toLowerCase()) ? undefined : `${placeKey(caller)} ${name}`;
}

/**
 * Whether the copy that a unit asks for bears a name of its own, which no other call has to do with: one of a snapshot
 * of the world is found as a source, and what some targets make of none is found as none.
 */
export function hasOwnName(target: Target, staged: StagedWorld, unit: Unit): boolean {
  if (sharedName(target, staged, unit) !== undefined) return false;
  const { arriving } = prepareCall(target, staged, unit);
  const own = copyName(target.runId, unit.id).toLowerCase();
  return (arriving.TargetDBClusterSnapshotIdentifier ?? '').toLowerCase().includes(own);
}

/**
 * Whether a result may come from what stood or was asked for beside it: the harness failed, or a quota was used up. A
 * target that broke has been asked several times by now.
 */
function mayBeCrowd(result: UnitResult): boolean {
  if (result.kind === 'error') return true;
  if (result.kind !== 'measured' || !result.checks.some(({ status }) => status === 'fail')) return false;
  const { actual } = result;
  if (actual.kind !== 'rejected') return false;
  const read = readCode(actual.code);
  return /Quota|Limit/.test(read.kind === 'unknown' ? actual.code : read.shape);
}
