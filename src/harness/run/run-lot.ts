import { needsWire } from '../../model/index.ts';
import type { Staging, Target } from '../target/target.ts';
import { isSteady, runLane, sharedName, type Attempt } from './lane.ts';
import type { Lot } from './lots.ts';
import type { Unit } from './plan.ts';

/** Most calls at once in one world where others stand beside it, but for those that wait for their turn. */
const lanesAtOnce = 2;

/** Most copies of one world that stand at once, where others stand beside it. */
export const mostLanes = lanesAtOnce + 1;

/** Stages the world of a lot for some of its units, runs them, and removes it. Resolves to what is left behind. */
export async function runLot(
  target: Target,
  lot: Lot,
  units: readonly Unit[],
  attempt: Attempt,
): Promise<readonly string[]> {
  const { given } = lot;
  const { nameOf, crowd, record, setAside, note } = attempt;
  const possible: Unit[] = [];
  for (const unit of units) {
    const reason = missingCapability(target, unit);
    if (reason === undefined) possible.push(unit);
    else record(unit, { kind: 'inconclusive', reason });
  }
  if (possible.length === 0) return [];

  const staging: Staging = await target.stage(given, nameOf);
  if (staging.kind !== 'staged') {
    if (staging.kind === 'failed') note(true);
    const kind = staging.kind === 'impossible' ? 'inconclusive' : 'error';
    const again = crowd && (staging.kind === 'failed' || staging.mayPass === true);
    for (const unit of possible) (again ? setAside : record)(unit, { kind, reason: staging.reason });
    return [];
  }
  const left = new Map<Unit, string>();
  let broken = false;
  const ended = await Promise.allSettled(
    lanesOf(possible, crowd && mayShare(lot), (unit) => sharedName(target, staging, unit) !== undefined).map(
      async (own) => {
        const isOver = (): boolean => broken || attempt.isOver();
        try {
          await runLane({ target, given, staging, units: own }, { ...attempt, isOver }, (unit, what) =>
            left.set(unit, what),
          );
        } catch (error) {
          broken = true;
          throw error;
        }
      },
    ),
  );
  const remains = await staging.cleanUp();
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
  return [...possible.flatMap((unit) => left.get(unit) ?? []), ...remains];
}

/**
 * Whether calls in a world may be made side by side: nothing in it has to be met on its way or is counted, and none of
 * them takes what is scarce.
 */
const mayShare = ({ given, alone, crossing }: Lot): boolean => !alone && !crossing && isSteady(given);

/**
 * Units in lanes, each of which is run in its order. Those that wait for other worlds keep none waiting that need not.
 */
function lanesOf(
  units: readonly Unit[],
  sideBySide: boolean,
  waits: (unit: Unit) => boolean,
): readonly (readonly Unit[])[] {
  if (!sideBySide) return [units];
  const waiting = units.filter(waits);
  const others = units.filter((unit) => !waiting.includes(unit));
  const lanes = Array.from({ length: lanesAtOnce }, (_, lane) =>
    others.filter((__, at) => at % lanesAtOnce === lane),
  );
  return [...lanes, waiting];
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
