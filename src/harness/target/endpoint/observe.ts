import type { Caller } from '../../../model/index.ts';
import type { DBClusterSnapshot, Tag } from '../../../contract/generated/types.ts';
import type { Observed } from '../exchange.ts';
import type { CallFault, Callable } from './connection.ts';
import { entriesIn, listPages, unseen, type Entry } from './pages.ts';

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
  const match = entriesIn(result.output, 'DBClusterSnapshots')
    .map(toShape)
    .find((snapshot) => snapshot.DBClusterSnapshotIdentifier === name.toLowerCase());
  return { ok: true, value: match };
}

/** All manual snapshots that DescribeDBClusterSnapshots lists in a place. */
export const listManual = (
  connection: Callable,
  caller: Caller,
): Promise<Observed<readonly DBClusterSnapshot[]>> =>
  listPages(
    connection,
    caller,
    ['DescribeDBClusterSnapshots', 'DBClusterSnapshots'],
    { SnapshotType: 'manual' },
    toShape,
  );

/** What ListTagsForResource shows. */
export async function listTags(
  connection: Callable,
  caller: Caller,
  arn: string,
): Promise<Observed<readonly Tag[]>> {
  const result = await connection.call('neptune', 'ListTagsForResource', caller, { ResourceName: arn });
  if (!result.ok) return unseen(result.fault);
  const tags = entriesIn(result.output, 'TagList');
  return tags.every(isTag) ? { ok: true, value: tags } : { ok: false, reason: 'it lists a tag that is none' };
}

const isTag = (entry: Entry): entry is Entry & Tag =>
  typeof entry['Key'] === 'string' && (entry['Value'] === undefined || typeof entry['Value'] === 'string');

/**
 * The SDK's view of a snapshot with times as ISO 8601 text, as the contract writes them. What is no list at AWS is
 * none here, whatever came: an element that stands twice is shown as the JSON of both.
 */
export function toShape(snapshot: Readonly<Record<string, unknown>>): DBClusterSnapshot {
  const entries = Object.entries(snapshot).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries.map(([member, value]) => [member, toValue(member, value)]));
}

function toValue(member: string, value: unknown): unknown {
  if (value instanceof Date) return toIso(value);
  if (member === 'AvailabilityZones') return Array.isArray(value) ? value.map(toText) : [toText(value)];
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

const toText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const toIso = (time: Date): string => (Number.isNaN(time.getTime()) ? String(time) : time.toISOString());

const isNotFound = (fault: CallFault): boolean => /^DBClusterSnapshotNotFound(Fault)?$/.test(fault.name);
