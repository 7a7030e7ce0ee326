import type { Caller } from '../../model/index.ts';
import type { DBClusterSnapshot, Tag } from '../../spec/generated/types.ts';
import type { Observed, Unseen } from '../target.ts';
import type { CallFault, Callable } from './connection.ts';

/** What DescribeDBClusterSnapshots shows under a name; undefined when it knows no such snapshot. */
export async function describeSnapshot(
  connection: Callable,
  caller: Caller,
  name: string,
): Promise<Observed<DBClusterSnapshot | undefined>> {
  const result = await connection.call('neptune', 'DescribeDBClusterSnapshots', caller, {
    DBClusterSnapshotIdentifier: name,
  });
  if (!result.ok) return isNotFound(result.fault) ? { ok: true, value: undefined } : unseen(result.fault);
  const found = (result.output['DBClusterSnapshots'] ?? []) as Record<string, unknown>[];
  const match = found
    .map(toShape)
    .find((snapshot) => snapshot.DBClusterSnapshotIdentifier === name.toLowerCase());
  return { ok: true, value: match };
}

/** Most pages, snapshots and characters of a list that are read: AWS's quota of snapshots is a few hundred. */
const most = { pages: 200, snapshots: 20_000, characters: 32 * 2 ** 20 };

/**
 * All manual snapshots that DescribeDBClusterSnapshots lists in a place, page by page. Pages that do not come to an end
 * are no list.
 */
export async function listManual(
  connection: Callable,
  caller: Caller,
): Promise<Observed<readonly DBClusterSnapshot[]>> {
  const found: DBClusterSnapshot[] = [];
  const markers = new Set<unknown>();
  let characters = 0;
  let marker: unknown;
  do {
    const result = await connection.call('neptune', 'DescribeDBClusterSnapshots', caller, {
      SnapshotType: 'manual',
      ...(marker !== undefined && { Marker: marker }),
    });
    if (!result.ok) return unseen(result.fault);
    const page = ((result.output['DBClusterSnapshots'] ?? []) as Record<string, unknown>[]).map(toShape);
    for (const snapshot of page) found.push(snapshot);
    marker = result.output['Marker'];
    characters += JSON.stringify([page, marker]).length;
    if (markers.has(marker)) return endless('a marker that came before');
    markers.add(marker);
    if (markers.size > most.pages) return endless(`more than ${most.pages} pages`);
    if (found.length > most.snapshots) return endless(`more than ${most.snapshots} snapshots`);
    if (characters > most.characters)
      return endless(`more than ${most.characters / 2 ** 20} MiB of snapshots`);
  } while (marker !== undefined && marker !== '');
  return { ok: true, value: found };
}

/** What ListTagsForResource shows. */
export async function listTags(
  connection: Callable,
  caller: Caller,
  arn: string,
): Promise<Observed<readonly Tag[]>> {
  const result = await connection.call('neptune', 'ListTagsForResource', caller, { ResourceName: arn });
  if (!result.ok) return unseen(result.fault);
  return { ok: true, value: (result.output['TagList'] ?? []) as Tag[] };
}

/** The SDK's view of a snapshot with times as ISO 8601 text, as the contract writes them. */
export function toShape(snapshot: Readonly<Record<string, unknown>>): DBClusterSnapshot {
  const entries = Object.entries(snapshot).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(
    entries.map(([member, value]) => [member, value instanceof Date ? toIso(value) : value]),
  );
}

const toIso = (time: Date): string => (Number.isNaN(time.getTime()) ? String(time) : time.toISOString());

const isNotFound = (fault: CallFault): boolean => /^DBClusterSnapshotNotFound(Fault)?$/.test(fault.name);

const unseen = (fault: CallFault): Unseen => ({
  ok: false,
  reason: `${fault.name}: ${fault.message}`,
  ...(fault.status === undefined && { silent: true }),
});

const endless = (problem: string): Unseen => ({
  ok: false,
  reason: `its pages do not come to an end: ${problem}`,
  endless: problem,
});
