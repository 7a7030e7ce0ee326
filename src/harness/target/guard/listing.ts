import type { Caller } from '../../../model/index.ts';
import type { Callable } from '../endpoint/connection.ts';
import { entriesIn, listPages, type Entry } from '../endpoint/pages.ts';
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

/** Kinds of things that can be listed. */
export type ListedKind = keyof typeof sources;

/** The entries of such a list in an answer; undefined where there is no list, or something else is in it. */
export function entriesOf(output: Entry, kind: ListedKind): readonly Entry[] | undefined {
  const [, list] = sources[kind];
  const [found, entries] = [output[list], entriesIn(output, list)];
  return Array.isArray(found) && found.length === entries.length ? entries : undefined;
}

/** What an entry of such a list is called; undefined where it does not tell. */
export function nameOf(entry: Entry, kind: ListedKind): string | undefined {
  const name = entry[sources[kind][2]];
  return typeof name === 'string' ? name : undefined;
}

/** All snapshots, of every type, or all clusters of a place; or why there is no whole list. */
export async function listEverything(
  connection: Callable,
  place: Caller,
  kind: ListedKind,
): Promise<Observed<readonly Listed[]>> {
  const [operation, list] = sources[kind];
  return listPages(connection, place, [operation, list], {}, (entry) => ({
    name: nameOf(entry, kind) ?? '',
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
  kind: ListedKind,
): Promise<readonly string[] | undefined> {
  const [operation] = sources[kind];
  const result = await connection.call('neptune', operation, place, {});
  if (!result.ok || (result.output['Marker'] ?? '') !== '') return undefined;
  return entriesOf(result.output, kind)?.flatMap((entry) => nameOf(entry, kind) ?? []);
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
