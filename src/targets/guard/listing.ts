import type { Caller } from '../../model/index.ts';
import type { Callable } from '../endpoint/connection.ts';
import type { Observed } from '../target.ts';

/** What a list tells of one entry. */
export interface Listed {
  readonly name: string;
  readonly status: string;
}

/** Pages after which a list is given up: a hundred entries each, that is as many as anybody looks through for one. */
const mostPages = 200;

const sources = {
  snapshot: ['DescribeDBClusterSnapshots', 'DBClusterSnapshots', 'DBClusterSnapshotIdentifier'],
  cluster: ['DescribeDBClusters', 'DBClusters', 'DBClusterIdentifier'],
} as const;

/** All snapshots, of every type, or all clusters of a place, page by page; or why there is no whole list. */
export async function listEverything(
  connection: Callable,
  place: Caller,
  kind: 'snapshot' | 'cluster',
): Promise<Observed<readonly Listed[]>> {
  const [operation, list, member] = sources[kind];
  const found: Listed[] = [];
  const markers = new Set<unknown>();
  for (let marker: unknown; markers.size < mostPages; markers.add(marker)) {
    const result = await connection.call('neptune', operation, place, {
      ...(marker !== undefined && { Marker: marker }),
    });
    if (!result.ok) return no(`${operation}: ${result.fault.name}: ${result.fault.message}`);
    const entries = result.output[list];
    if (!Array.isArray(entries)) return no(`${operation} answers no list`);
    for (const entry of entries as Readonly<Record<string, unknown>>[]) {
      if (typeof entry[member] === 'string')
        found.push({ name: entry[member], status: String(entry['Status']) });
    }
    marker = result.output['Marker'];
    if (marker === undefined || marker === '') return { ok: true, value: found };
    if (markers.has(marker)) return no(`${operation} answers the same marker again`);
  }
  return no(`${operation} has more than ${mostPages} pages`);
}

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
