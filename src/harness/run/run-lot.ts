import { needsWire, realise } from '../../model/index.ts';
import type { Staging, Target } from '../target/target.ts';
import { hasOwnName, isSteady, runLane, type Attempt } from './lane.ts';
import type { Lot } from './lots.ts';
import type { Unit } from './plan.ts';
import type { StagedWorld } from './unit.ts';

/** Most calls at once in one world, where others stand beside it. */
export const mostLanes = 2;

/** Stages the world of a lot for some of its units, runs them, and removes it. Resolves to what is left behind. */
export async function runLot(
  target: Target,
  lot: Lot,
  units: readonly Unit[],
  attempt: Attempt,
): Promise<readonly string[]> {
  const { given } = lot;
  const { nameOf, crowd, tooSoon, record, setAside, note } = attempt;
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
    else if (staging.tooSoon && !crowd) tooSoon.set(staging.reason, (tooSoon.get(staging.reason) ?? 0) + 1);
    const kind = staging.kind === 'impossible' ? 'inconclusive' : 'error';
    const again = crowd && (staging.kind === 'failed' || staging.mayPass === true);
    for (const unit of possible) (again ? setAside : record)(unit, { kind, reason: staging.reason });
    return [];
  }
  const left = new Map<Unit, string>();
  try {
    const staged = { ...staging, realised: realise(given, { ...target.setting, nameOf }, staging.found) };
    const lane = (own: readonly Unit[], isOver: () => boolean): Promise<void> =>
      runLane({ target, given, staged, units: own }, { ...attempt, isOver }, (unit, what) =>
        left.set(unit, what),
      );
    let rest: readonly Unit[] = possible;
    if (crowd && mayShare(lot)) {
      const { lanes, alone } = lanesOf(target, staged, possible);
      await allOf(lanes.map((own) => (isBroken) => lane(own, () => isBroken() || attempt.isOver())));
      rest = alone;
    }
    await lane(rest, attempt.isOver);
  } catch (error) {
    await staging.cleanUp();
    throw error;
  }
  return [...possible.flatMap((unit) => left.get(unit) ?? []), ...(await staging.cleanUp())];
}

/**
 * Whether calls in a world may be made side by side: nothing in it has to be met on its way or is counted, and none of
 * them takes what is scarce.
 */
const mayShare = ({ given, alone, crossing }: Lot): boolean => !alone && !crossing && isSteady(given);

/** Units in lanes, each of which is run in its order, and those whose copy another call may have to do with. */
function lanesOf(
  target: Target,
  staged: StagedWorld,
  units: readonly Unit[],
): { readonly lanes: readonly (readonly Unit[])[]; readonly alone: readonly Unit[] } {
  const own = units.filter((unit) => hasOwnName(target, staged, unit));
  const lanes = Array.from({ length: mostLanes }, (_, lane) =>
    own.filter((__, at) => at % mostLanes === lane),
  );
  return { lanes, alone: units.filter((unit) => !own.includes(unit)) };
}

/** Waits for all, also when one rejects; each can tell whether one has. */
async function allOf(work: readonly ((isBroken: () => boolean) => Promise<void>)[]): Promise<void> {
  let broken = false;
  const ended = await Promise.allSettled(
    work.map((each) =>
      each(() => broken).catch((error: unknown) => {
        broken = true;
        throw error;
      }),
    ),
  );
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
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
