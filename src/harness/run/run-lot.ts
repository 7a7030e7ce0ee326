import { needsWire } from '../../model/index.ts';
import type { Staging, Target } from '../target/target.ts';
import { hasOwnName, isSteady, runLane, sharedName, type Attempt } from './lane.ts';
import type { Lot } from './lots.ts';
import type { Unit } from './plan.ts';
import type { StagedWorld } from './unit.ts';

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
  const lane = (own: readonly Unit[], isOver: () => boolean): Promise<void> =>
    runLane({ target, given, staging, units: own }, { ...attempt, isOver }, (unit, what) =>
      left.set(unit, what),
    );
  try {
    let rest: readonly Unit[] = possible;
    if (crowd && mayShare(lot)) {
      const { lanes, alone } = lanesOf(target, staging, possible);
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

/**
 * Units in lanes, each of which is run in its order, and those for which nobody else's copy may stand. Those that wait
 * for other worlds keep none waiting that need not.
 */
function lanesOf(
  target: Target,
  staged: StagedWorld,
  units: readonly Unit[],
): { readonly lanes: readonly (readonly Unit[])[]; readonly alone: readonly Unit[] } {
  const waiting = units.filter((unit) => sharedName(target, staged, unit) !== undefined);
  const others = units.filter((unit) => !waiting.includes(unit));
  const own = others.filter((unit) => hasOwnName(target, staged, unit));
  const lanes = Array.from({ length: lanesAtOnce }, (_, lane) =>
    own.filter((__, at) => at % lanesAtOnce === lane),
  );
  return { lanes: [...lanes, waiting], alone: others.filter((unit) => !own.includes(unit)) };
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
