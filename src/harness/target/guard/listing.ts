import type { Caller } from '../../../model/index.ts';
import type { Callable } from '../endpoint/connection.ts';
import { entriesIn, listPages } from '../endpoint/pages.ts';
import type { Observed } from '../exchange.ts';

/** What a list tells of one entry. */
export interface Listed {
  readonly name: string;
  readonly status: string;
}

const sources = {
  snapshot: ['DescribeDBClusterSnapshots', 'DBClusterSnapshots', 'DBClusterSnapshotIdentifier'],
  cluster: ['DescribeDBClusters', 'DBClusters', 'DBClusterIdentifier'],
} as const;

/** All snapshots, of every type, or all clusters of a place; or why there is no whole list. */
export async function listEverything(
  connection: Callable,
  place: Caller,
  kind: 'snapshot' | 'cluster',
): Promise<Observed<readonly Listed[]>> {
  const [operation, list, member] = sources[kind];
  return listPages(connection, place, [operation, list], {}, (entry) => ({
    name: textOf(entry[member]),
    status: textOf(entry['Status']),
  }));
}

/**
 * The names of all snapshots or clusters of a place, where one page holds them. Undefined where there are more, or no
 * list: whoever has much is not asked for all of it.
 */
export async function namesInOnePage(
  connection: Callable,
  place: Caller,
  kind: 'snapshot' | 'cluster',
): Promise<readonly string[] | undefined> {
  const [operation, list, member] = sources[kind];
  const result = await connection.call('neptune', operation, place, {});
  if (!result.ok || !Array.isArray(result.output[list])) return undefined;
  const { Marker: marker = '' } = result.output;
  return marker === '' ? entriesIn(result.output, list).map((entry) => textOf(entry[member])) : undefined;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Ids of the KMS keys of a place, the first thousand or so; or why there are none. */
export async function listKeyIds(connection: Callable, place: Caller): Promise<Observed<readonly string[]>> {
  const found: string[] = [];
  let marker: unknown;
  do {
    const result = await connection.call('kms', 'ListKeys', place, {
      Limit: 100,
      ...(marker !== undefined && { Marker: marker }),
    });
    if (!result.ok) return no(`ListKeys: ${result.fault.name}: ${result.fault.message}`);
    const keys = (result.output['Keys'] ?? []) as readonly { readonly KeyId?: unknown }[];
    found.push(...keys.flatMap(({ KeyId }) => (typeof KeyId === 'string' ? [KeyId] : [])));
    marker = keys.length === 0 ? undefined : result.output['NextMarker'];
  } while (marker !== undefined && found.length < 1_000);
  return { ok: true, value: found };
}

const no = (reason: string): { readonly ok: false; readonly reason: string } => ({ ok: false, reason });
