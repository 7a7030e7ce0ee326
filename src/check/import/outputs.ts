import type { Tag } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/shown.ts';
import type { SourceDocument } from '../../contract/source-text.ts';
import { isRecord } from '../request-shape.ts';

/** Members as AWS CLI writes them; what each holds is looked at where it is used. */
export type Members = Readonly<Record<string, unknown>>;

/** What outputs of AWS CLI tell, gathered from any number of files. */
export interface Outputs {
  readonly snapshots: Members[];
  readonly attributes: Members[];
  /** Tags, and the name or ARN of the snapshot that has them. */
  readonly tags: { readonly of: string; readonly tags: readonly Tag[] }[];
  readonly aliases: Members[];
  readonly keys: Members[];
  readonly clusters: Members[];
}

/** What is read of each output, by the member that shows which it is. */
const readers: Readonly<
  Record<string, (value: unknown, into: Outputs, document: Members, file: string) => string | undefined>
> = {
  DBClusterSnapshots: (value, into) => addAll(value, into.snapshots),
  DBClusterSnapshotAttributesResult: (value, into) => addAll([value], into.attributes),
  Aliases: (value, into) => addAll(value, into.aliases),
  KeyMetadata: (value, into) => addAll([value], into.keys),
  DBClusters: (value, into) => addAll(value, into.clusters),
  TagList: (value, into, { ResourceName }, file) => {
    const of = typeof ResourceName === 'string' ? ResourceName : ownerOf(file);
    if (of === undefined)
      return 'tags do not tell whose they are: call the file NAME.tags.json by the snapshot, or put ResourceName beside TagList';
    if (!Array.isArray(value) || !value.every(isTag)) return 'TagList is not a list of tags';
    into.tags.push({ of, tags: value });
    return undefined;
  },
};

/** What the outputs are of that are understood. */
export const understood =
  'describe-db-cluster-snapshots, describe-db-cluster-snapshot-attributes, list-tags-for-resource, describe-db-clusters, kms list-aliases or kms describe-key';

/** Adds what a document tells. Returns why it is no such output, if it is none. */
export function addOutput({ value }: SourceDocument, file: string, into: Outputs): string | undefined {
  const [member] = isRecord(value) ? Object.keys(value).filter((name) => Object.hasOwn(readers, name)) : [];
  if (!isRecord(value) || member === undefined) return `this is no output of ${understood}`;
  return readers[member]?.(value[member], into, value, file);
}

function addAll(value: unknown, into: Members[]): string | undefined {
  if (!Array.isArray(value) || !value.every(isRecord)) return 'it does not hold what AWS CLI writes there';
  into.push(...value);
  return undefined;
}

/** The snapshot by whose name a file is called, such as `nightly.tags.json`. */
const ownerOf = (file: string): string | undefined => /([^/\\]+)\.tags\.[^.]+$/.exec(file)?.[1];

const isTag = (value: unknown): value is Tag =>
  isRecord(value) &&
  typeof value['Key'] === 'string' &&
  ['string', 'undefined'].includes(typeof value['Value']);

/** Counts what is left out, by why. */
export interface Losses {
  readonly add: (what: string) => void;
  /** A line for each, with how often. */
  readonly lines: () => readonly string[];
}

/** Starts to count. */
export function createLosses(): Losses {
  const counts = new Map<string, number>();
  return {
    add: (what) => counts.set(what, (counts.get(what) ?? 0) + 1),
    lines: () => [...counts].map(([what, count]) => `${harmless(what)} (${count})`),
  };
}
