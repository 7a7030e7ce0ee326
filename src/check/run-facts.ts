import type { PlannedEntry } from '../contract/generated/types.ts';
import { placeKey, type Caller } from '../model/world/place.ts';
import { placeState, type World } from '../model/world/world.ts';
import type { KnownCaller, PlannedCopy } from './plan.ts';
import type { PlanFile } from './read-plan.ts';

/** What is known of a run beside each of its copies. */
export interface RunFacts {
  /** When the copies are looked at, as a time with its zone; undefined where that is not told. */
  readonly now?: string;
  /** The copies that are planned together, in order; absent where there are more than policies can relate. */
  readonly copies?: readonly PlannedEntry[];
  readonly size: number;
  /** How many copies are planned into the place of a caller; undefined where somebody's place is not told. */
  readonly toPlace: (caller: KnownCaller) => number | undefined;
  /** How many manual snapshots the place has that were made on the day of `now`; undefined without a world. */
  readonly madeToday: (caller: KnownCaller) => number | undefined;
}

/** As many copies policies can relate to each other: each expression may go through all of them for each. */
const mostRelated = 2000;

/** What a run knows of a plan. */
export type PlanFacts = Pick<PlanFile, 'copies' | 'callers'>;

/** Looks at all copies of a run together, those that are badly written left out. */
export function runFacts(
  plan: readonly PlanFacts[],
  now: string | undefined,
  setting?: { readonly world: World; readonly caller: Caller },
): RunFacts {
  const callerOf = (copy: { readonly caller: KnownCaller }): KnownCaller => ({
    ...setting?.caller,
    ...copy.caller,
  });
  const counts = new Map<string, number>();
  let [size, untold] = [0, false];
  for (const entry of plan.flatMap(({ callers }) => callers)) {
    const place = placeOf(callerOf(entry));
    if (place === undefined) untold = true;
    else counts.set(place, (counts.get(place) ?? 0) + entry.copies);
    size += entry.copies;
  }
  const today = now?.slice(0, 10);
  const made = new Map<string, number>();
  return {
    ...(now !== undefined && { now: new Date(now).toISOString() }),
    ...(size <= mostRelated && { copies: entriesOf(plan, callerOf) }),
    size,
    toPlace: (caller) => {
      const place = placeOf(caller);
      return place === undefined || untold ? undefined : (counts.get(place) ?? 0);
    },
    madeToday: ({ account, region }) => {
      if (setting === undefined || account === undefined || region === undefined || today === undefined)
        return undefined;
      const place = { account, region };
      const key = placeKey(place);
      const count = made.get(key) ?? madeOn(today, placeState(setting.world, place).snapshots.values());
      made.set(key, count);
      return count;
    },
  };
}

function placeOf({ account, region }: KnownCaller): string | undefined {
  return account === undefined || region === undefined ? undefined : placeKey({ account, region });
}

const entriesOf = (
  plan: readonly PlanFacts[],
  callerOf: (copy: PlannedCopy) => KnownCaller,
): readonly PlannedEntry[] =>
  plan.flatMap(({ copies }) =>
    [...copies].flatMap((copy) => (copy.problems.length > 0 ? [] : [entryOf(copy, callerOf(copy))])),
  );

function entryOf({ name, file, request }: PlannedCopy, caller: KnownCaller): PlannedEntry {
  const { SourceDBClusterSnapshotIdentifier, TargetDBClusterSnapshotIdentifier, KmsKeyId } = request;
  return {
    name,
    file,
    ...caller,
    ...(SourceDBClusterSnapshotIdentifier !== undefined && { SourceDBClusterSnapshotIdentifier }),
    ...(TargetDBClusterSnapshotIdentifier !== undefined && {
      DBClusterSnapshotIdentifier: TargetDBClusterSnapshotIdentifier.toLowerCase(),
    }),
    ...(KmsKeyId !== undefined && { KmsKeyId }),
  };
}

/** How many of these are manual and were made on that day, such as 2026-11-22. */
function madeOn(
  day: string,
  snapshots: Iterable<{
    readonly shape: { readonly SnapshotType?: string; readonly SnapshotCreateTime?: string };
  }>,
): number {
  let count = 0;
  for (const { shape } of snapshots)
    if (shape.SnapshotType === 'manual' && shape.SnapshotCreateTime?.startsWith(day) === true) count += 1;
  return count;
}
