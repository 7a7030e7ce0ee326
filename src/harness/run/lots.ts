import type { WorldDocument } from '../../contract/generated/types.ts';
import { needsOf } from './needs.ts';
import type { Group, Plan, Unit } from './plan.ts';
import type { UnitResult } from './unit.ts';

/** Calls over one world that are made by one job, one after the other. */
export interface Lot {
  /** Its place among the lots of the run. */
  readonly number: number;
  readonly given: WorldDocument;
  readonly units: readonly Unit[];
  /** Whether its world counts what is in a place, or its copies harm others, so that no other may stand beside it. */
  readonly alone: boolean;
  /** Whether it comes before all others: what it may leave, others meet. */
  readonly first: boolean;
  /** Whether copies from one Region to another may be under way in it, of which a target allows few at once. */
  readonly crossing: boolean;
}

/** Most calls of one lot: a world with more is staged several times, so that several jobs have something to do. */
const mostUnits = 40;

/** The lots of a plan, in its order. They are the same however many are run side by side. */
export function lotsOf({ groups }: Plan): readonly Lot[] {
  const unitsIn = (phase: Phase): readonly Group[] =>
    groups
      .map(({ given, units }) => ({ given, units: units.filter((unit) => phaseOf(unit) === phase) }))
      .filter(({ units }) => units.length > 0);
  const apart = (phase: 'first' | 'last'): readonly Omit<Lot, 'number'>[] =>
    unitsIn(phase).map((group) => ({ ...group, alone: true, first: phase === 'first', crossing: false }));
  return [...apart('first'), ...unitsIn('between').flatMap(divided), ...apart('last')].map((lot, number) => ({
    number,
    ...lot,
  }));
}

/** When the call of a unit is made. */
type Phase = 'first' | 'between' | 'last';

/** Calls whose copies other calls would meet come first or last, whatever the number of jobs. */
function phaseOf(unit: Unit): Phase {
  if (isNameless(unit)) return 'first';
  return mayBreakLists(unit) ? 'last' : 'between';
}

/**
 * Whether a case asks for a copy without a name. What a target makes of one nobody may remove, and others that have
 * none, such as those of pairs, meet it: so the case that is about it comes first.
 */
const isNameless = ({ request, wire, label }: Unit): boolean =>
  !label.startsWith('pairs/') &&
  wire['TargetDBClusterSnapshotIdentifier'] === undefined &&
  (request.TargetDBClusterSnapshotIdentifier ?? '').trim() === '';

/**
 * Whether a target that does not escape what it writes can no longer list its copies once that of the unit stands. Nobody
 * can read its answer either, nor tell whose the copy is: it stands until the end, and is asked for last.
 */
const mayBreakLists = ({ request, wire }: Unit): boolean =>
  /[<>&]|\\u00/.test(JSON.stringify([request.TargetDBClusterSnapshotIdentifier, request.Tags, wire]));

function divided({ given, units }: Group): readonly Omit<Lot, 'number'>[] {
  const crosses = (unit: Unit): boolean => needsOf({ given, ...unit }).includes('second Region');
  if (given.places !== undefined)
    return [{ given, units, alone: true, first: false, crossing: units.some(crosses) }];
  return [false, true].flatMap((crossing) =>
    inParts(units.filter((unit) => crosses(unit) === crossing)).map((part) => ({
      given,
      units: part,
      alone: false,
      first: false,
      crossing,
    })),
  );
}

/** Units in as few parts of about the same size as may be; none in none. */
function inParts(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const parts = Math.ceil(units.length / mostUnits);
  const size = Math.ceil(units.length / parts);
  return Array.from({ length: parts }, (_, part) => units.slice(part * size, (part + 1) * size));
}

/** Units of the same pair that come before a unit, in the order of the plan. */
export type Turns = ReadonlyMap<number, readonly number[]>;

/** Which calls for a pair of rules come before which: the first that can be made is enough. */
export function turnsOf({ groups, pairs }: Plan): Turns {
  const order = new Map(groups.flatMap(({ units }) => units).map(({ id }, at) => [id, at]));
  const before = new Map<number, readonly number[]>();
  for (const { units } of pairs) {
    const sorted = [...units].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    for (const [at, id] of sorted.entries()) before.set(id, sorted.slice(0, at));
  }
  return before;
}

/** Whether the call of a unit has to be made now, later if at all, or no more, because another has shown enough. */
export function turnOf(
  { id }: Unit,
  before: Turns,
  results: ReadonlyMap<number, UnitResult>,
): 'now' | 'later' | 'told' {
  const others = (before.get(id) ?? []).map((other) => results.get(other));
  if (others.some((result) => result?.kind === 'measured')) return 'told';
  return others.includes(undefined) ? 'later' : 'now';
}
