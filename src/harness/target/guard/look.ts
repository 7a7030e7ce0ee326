import type { Caller } from '../../../model/index.ts';
import type { Step } from '../exchange.ts';
import type { CallFault, CallResult, Callable } from '../endpoint/connection.ts';
import { entriesOf, listEverything, nameOf, type ListedKind } from './listing.ts';
import type { Entry } from '../endpoint/pages.ts';
import type { Resource, ResourceKind } from './resource.ts';

/** Whether a name is free at a target. */
export type Look =
  | { readonly kind: 'free' }
  | { readonly kind: 'taken' }
  /** The target does not tell, in its own words. */
  | { readonly kind: 'unknown'; readonly reason: string };

type Question = readonly [service: Step['service'], operation: string, member: string];

/** The call that shows whether something of a name is there. */
const questions: Readonly<Record<ResourceKind, Question>> = {
  snapshot: ['neptune', 'DescribeDBClusterSnapshots', 'DBClusterSnapshotIdentifier'],
  cluster: ['neptune', 'DescribeDBClusters', 'DBClusterIdentifier'],
  key: ['kms', 'DescribeKey', 'KeyId'],
  alias: ['kms', 'DescribeKey', 'KeyId'],
};

/** Asks the target whether something of this name is there. Lists are filtered here, whatever the target filtered. */
export async function lookFor(connection: Callable, resource: Resource): Promise<Look> {
  const { kind, place, name } = resource;
  const [service, operation, member] = questions[kind];
  const result = await connection.call(service, operation, place, { [member]: name });
  if (kind === 'key' || kind === 'alias') return ofDescription(result);
  if (!result.ok && isNotFound(result.fault)) return { kind: 'free' };
  if (result.ok && holds(result.output, kind, name)) return { kind: 'taken' };
  if (result.ok && isEmptyList(result.output, kind)) return { kind: 'free' };
  // The name is none that can be asked for, or the target lists others than it was asked for.
  const listed = await listEverything(connection, place, kind);
  if (!listed.ok)
    return { kind: 'unknown', reason: result.ok ? listed.reason : inWords(operation, result.fault) };
  return listed.value.some((other) => isSameName(other.name, name)) ? { kind: 'taken' } : { kind: 'free' };
}

function ofDescription(result: CallResult): Look {
  if (result.ok) return { kind: 'taken' };
  if (isNotFound(result.fault)) return { kind: 'free' };
  return { kind: 'unknown', reason: inWords('DescribeKey', result.fault) };
}

/** What the target describes of a key that it says it has just made; undefined when it describes none. */
export async function descriptionOf(
  connection: Callable,
  place: Caller,
  id: string,
): Promise<string | undefined> {
  const result = await connection.call('kms', 'DescribeKey', place, { KeyId: id });
  if (!result.ok) return undefined;
  const { KeyId, Description } = (result.output['KeyMetadata'] ?? {}) as {
    KeyId?: unknown;
    Description?: unknown;
  };
  return KeyId === id && typeof Description === 'string' ? Description : undefined;
}

/** What a snapshot tells of where it comes from: its source and its cluster. */
export async function originsOf(
  connection: Callable,
  place: Caller,
  name: string,
): Promise<readonly string[]> {
  const result = await connection.call('neptune', 'DescribeDBClusterSnapshots', place, {
    DBClusterSnapshotIdentifier: name,
  });
  if (!result.ok) return [];
  const found = entriesOf(result.output, 'snapshot')?.find((entry) => nameOf(entry, 'snapshot') === name);
  return ['SourceDBClusterSnapshotArn', 'DBClusterIdentifier']
    .map((member) => found?.[member])
    .filter((value): value is string => typeof value === 'string');
}

const holds = (output: Entry, kind: ListedKind, name: string): boolean =>
  entriesOf(output, kind)?.some((entry) => isSameName(nameOf(entry, kind), name)) === true;

const isEmptyList = (output: Entry, kind: ListedKind): boolean =>
  entriesOf(output, kind)?.length === 0 && output['Marker'] === undefined;

/** Names that differ in case alone are one name at AWS. */
const isSameName = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

/** Whether a fault says that there is no such thing. */
export const isNotFound = ({ name }: CallFault): boolean => /NotFound/.test(name);

const inWords = (operation: string, { name, message }: CallFault): string =>
  `${operation}: ${name}: ${message}`;
