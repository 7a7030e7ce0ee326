import { looksLikeArn, parseSnapshotArn } from '../world/arn.ts';
import { isSharedWith } from '../rules/facts.ts';
import type { Caller } from '../world/place.ts';
import { say } from '../world/say.ts';
import { findSnapshot, placeState, type Snapshot, type SnapshotShape, type World } from '../world/world.ts';
import { invalidCombination, invalidValue, refuseByRule, type Check } from './checks.ts';
import { pageOf, type PageInput } from './page.ts';
import { accept, isRefusal, type Operation } from './reply.ts';

/** DescribeDBClusterSnapshotsMessage. */
export interface DescribeSnapshotsInput extends PageInput {
  readonly DBClusterIdentifier?: string | undefined;
  readonly DBClusterSnapshotIdentifier?: string | undefined;
  readonly SnapshotType?: string | undefined;
  readonly IncludeShared?: boolean | undefined;
  readonly IncludePublic?: boolean | undefined;
}

/** DBClusterSnapshotMessage. */
export interface DescribeSnapshotsOutput {
  readonly Marker?: string;
  readonly DBClusterSnapshots: readonly SnapshotShape[];
}

/**
 * DescribeDBClusterSnapshots in the called Region. A snapshot of another account is shown when it is asked for
 * by ARN, by type, or with IncludeShared or IncludePublic. Faults: DBClusterSnapshotNotFoundFault,
 * InvalidParameterCombination, InvalidParameterValue.
 */
export const describeDBClusterSnapshots: Operation<DescribeSnapshotsInput, DescribeSnapshotsOutput> = (
  world,
  caller,
  input,
) => {
  const problem = checkSelection(input);
  if (problem !== undefined) return [world, problem];
  const { DBClusterSnapshotIdentifier: name } = input;
  const candidates = name ? [visibleSnapshot(world, caller, name) ?? []].flat() : visible(world, caller);
  const chosen = candidates.filter((snapshot) => isChosen(snapshot, caller, input));
  if (name && chosen.length === 0) return [world, refuseByRule('source-exists', { source: name })];
  const page = pageOf(chosen, ({ shape }) => shape.DBClusterSnapshotArn, input);
  if (isRefusal(page)) return [world, page];
  return [world, accept({ ...page.marker, DBClusterSnapshots: page.items.map(({ shape }) => shape) })];
};

function checkSelection(input: DescribeSnapshotsInput): Check {
  const { DBClusterIdentifier, DBClusterSnapshotIdentifier, SnapshotType: type } = input;
  if (DBClusterIdentifier && DBClusterSnapshotIdentifier) {
    return invalidCombination('DBClusterIdentifier and DBClusterSnapshotIdentifier cannot be used together.');
  }
  if (type && !['manual', 'automated', 'shared', 'public'].includes(type)) {
    return invalidValue(say`Invalid snapshot type ${type}.`);
  }
  return undefined;
}

/** The snapshot of that name or ARN in the called Region, if the caller may see it. */
export function visibleSnapshot(world: World, caller: Caller, reference: string): Snapshot | undefined {
  const address = looksLikeArn(reference)
    ? parseSnapshotArn(reference)
    : { ...caller, name: reference.toLowerCase() };
  if (address?.region !== caller.region) return undefined;
  const snapshot = findSnapshot(world, address, address.name);
  return snapshot !== undefined && isVisible(snapshot, caller) ? snapshot : undefined;
}

/** All that could be shown in the Region; what is shared with nobody is never chosen. */
function visible(world: World, caller: Caller): Snapshot[] {
  const own = placeState(world, caller).snapshots.values();
  const others = [...world.places.values()].flatMap((state) =>
    [...state.snapshots.values()].filter(
      (snapshot) => snapshot.place.account !== caller.account && snapshot.place.region === caller.region,
    ),
  );
  return [...own, ...others];
}

const isVisible = (snapshot: Snapshot, caller: Caller): boolean =>
  snapshot.place.account === caller.account || isSharedWith(snapshot, caller.account);

function isChosen(snapshot: Snapshot, caller: Caller, input: DescribeSnapshotsInput): boolean {
  const { DBClusterIdentifier: cluster, DBClusterSnapshotIdentifier: name, SnapshotType: type } = input;
  if (cluster && snapshot.shape.DBClusterIdentifier !== cluster.toLowerCase()) return false;
  const own = snapshot.place.account === caller.account;
  const isPublic = snapshot.sharedWith.includes('all');
  const isShared = !own && snapshot.sharedWith.includes(caller.account);
  if (type === 'public') return isPublic;
  if (type === 'shared') return isShared;
  if (own) return !type || snapshot.shape.SnapshotType === type;
  // Other accounts' snapshots are manual: no others can be shared.
  if (type === 'automated') return false;
  return (
    Boolean(name) || (isShared && input.IncludeShared === true) || (isPublic && input.IncludePublic === true)
  );
}
