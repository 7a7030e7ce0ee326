import { contractValidator } from '../../contract/contract-validator.ts';
import type { SnapshotDocument, WorldDocument } from '../../contract/generated/types.ts';
import { schemas } from '../../contract/generated/schemas.ts';
import type { DocumentProblem } from '../../contract/document.ts';
import { readSource } from '../../contract/source-text.ts';
import { parseSnapshotArn } from '../../model/world/arn.ts';
import { isRecord } from '../request-shape.ts';
import { uniqueNames } from '../unique-names.ts';
import { importKeys } from './keys.ts';
import { addOutput, createLosses, type Losses, type Members, type Outputs } from './outputs.ts';

/** A world out of outputs of AWS CLI, with what it cannot hold; or what is wrong with them. */
export type ImportedWorld =
  | { readonly ok: true; readonly world: WorldDocument; readonly losses: readonly string[] }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/**
 * Makes a world document of outputs of AWS CLI (JSON or YAML), given as texts by the names of their files, in any order
 * and number. What a world cannot hold is counted, and what is no such output is a problem.
 */
export function importWorld(files: Readonly<Record<string, string>>): ImportedWorld {
  const outputs: Outputs = { snapshots: [], attributes: [], tags: [], aliases: [], keys: [], clusters: [] };
  const problems: DocumentProblem[] = [];
  for (const [file, text] of Object.entries(files)) {
    const read = readSource(text, file);
    if (!read.ok) problems.push(...read.problems);
    else if (read.documents.length === 0)
      problems.push({ file, line: 1, column: 1, message: 'there is nothing in it' });
    else
      for (const document of read.documents) {
        const message = addOutput(document, file, outputs);
        if (message !== undefined) problems.push({ file, ...document.locate([]), message });
      }
  }
  if (problems.length > 0) return { ok: false, problems };
  const losses = createLosses();
  const world = worldOf(outputs, losses);
  const wrong = contractValidator().problems('neptune-copy-contract:world', world);
  const [file = 'the outputs'] = Object.keys(files);
  return wrong.length === 0
    ? { ok: true, world, losses: losses.lines() }
    : {
        ok: false,
        problems: wrong.map(({ path, message }) => ({
          file,
          line: 1,
          column: 1,
          message: `these outputs make no world: ${path.join('.')}: ${message}`,
        })),
      };
}

function worldOf(outputs: Outputs, losses: Losses): WorldDocument {
  for (const _cluster of outputs.clusters)
    losses.add('clusters are left out: a world has those of its snapshots');
  const keys = importKeys(outputs, losses);
  const names = uniqueNames();
  const besides = whatBelongs(outputs, losses);
  const seen = new Set<unknown>();
  const entries = outputs.snapshots.flatMap((described): [string, SnapshotDocument][] => {
    const address = parseSnapshotArn(String(described['DBClusterSnapshotArn']));
    if (address === undefined) {
      losses.add('snapshots without an ARN of a DB cluster snapshot are left out');
      return [];
    }
    if (seen.has(described['DBClusterSnapshotArn'])) {
      losses.add('snapshots that are told twice are taken as they are told first');
      return [];
    }
    seen.add(described['DBClusterSnapshotArn']);
    const { name, account, region } = address;
    const { sharedWith, tags } = besides(described, name);
    const { Status, SnapshotType, StorageEncrypted, KmsKeyId } = described;
    return [
      [
        names(name),
        {
          account,
          region,
          identifier: name,
          type: typeOf(SnapshotType, losses),
          status: statusOf(Status, losses),
          ...(StorageEncrypted === true && { encryptedWith: keys.nameOf(String(KmsKeyId)) }),
          ...(tags.length > 0 && { tags }),
          ...(sharedWith.length > 0 && { sharedWith }),
          describes: membersOf(described, losses),
        },
      ],
    ];
  });
  return {
    ...(Object.keys(keys.keys).length > 0 && { keys: keys.keys }),
    snapshots: Object.fromEntries(entries),
  };
}

/** Finds the attributes and tags of a snapshot. Outputs tell its name, or its ARN; those of nobody are told. */
function whatBelongs({ attributes, tags, snapshots }: Outputs, losses: Losses) {
  const isOf = (told: unknown, described: Members, name: string): boolean =>
    told === described['DBClusterSnapshotArn'] || String(told).toLowerCase() === name;
  const places = (told: unknown): number =>
    new Set(
      snapshots
        .filter((each) => isOf(told, each, String(each['DBClusterSnapshotIdentifier']).toLowerCase()))
        .map((each) => each['DBClusterSnapshotArn']),
    ).size;
  const told = [
    ...attributes.map(
      ({ DBClusterSnapshotIdentifier }) => ['attributes', DBClusterSnapshotIdentifier] as const,
    ),
    ...tags.map(({ of }) => ['tags', of] as const),
  ];
  for (const [what, of] of told) {
    const count = places(of);
    if (count === 0) losses.add(`${what} of snapshots that are not among these are left out`);
    if (count > 1) losses.add(`${what} of a name that several snapshots have are taken to be of each`);
  }
  return (described: Members, name: string): Required<Pick<SnapshotDocument, 'sharedWith' | 'tags'>> => {
    const own = tags.find(({ of }) => isOf(of, described, name))?.tags;
    const listed = described['TagList'];
    const shared = attributes
      .filter((each) => isOf(each['DBClusterSnapshotIdentifier'], described, name))
      .flatMap(({ DBClusterSnapshotAttributes: each }) => (Array.isArray(each) ? (each as unknown[]) : []))
      .flatMap((each) =>
        isRecord(each) && each['AttributeName'] === 'restore' ? each['AttributeValues'] : [],
      );
    return {
      tags: own ?? (Array.isArray(listed) ? (listed as SnapshotDocument['tags'] & object) : []),
      sharedWith: shared.map(String),
    };
  };
}

function typeOf(type: unknown, losses: Losses): 'manual' | 'automated' {
  if (type === 'manual' || type === 'automated') return type;
  losses.add(`snapshots of the type ${String(type)} are taken to be manual`);
  return 'manual';
}

const statuses = ['available', 'creating', 'copying', 'deleting', 'failed'] as const;

function statusOf(status: unknown, losses: Losses): (typeof statuses)[number] {
  const known = statuses.find((each) => each === status);
  if (known === undefined) losses.add(`snapshots with the status ${String(status)} are taken to be creating`);
  return known ?? 'creating';
}

/** The members that a description may have in a world, and that do not follow from the rest. */
const described = new Set(
  Object.keys(
    (
      schemas.find(
        (each) => '$id' in each && each.$id === 'neptune-copy-contract:shapes/db-cluster-snapshot',
      ) as {
        readonly properties: object;
      }
    ).properties,
  ),
);
const elsewhere = new Set([
  'DBClusterSnapshotIdentifier',
  'DBClusterSnapshotArn',
  'SnapshotType',
  'Status',
  'PercentProgress',
  'StorageEncrypted',
  'TagList',
]);

function membersOf(snapshot: Members, losses: Losses): NonNullable<SnapshotDocument['describes']> {
  const entries = Object.entries(snapshot).flatMap(([name, value]): [string, unknown][] => {
    if (elsewhere.has(name) || value === null || value === '') return [];
    if (described.has(name)) return [[name, name.endsWith('Time') ? instant(value) : value]];
    losses.add(`${name} of snapshots is left out`);
    return [];
  });
  const progress = snapshot['Status'] === 'available' ? 100 : 50;
  if ((snapshot['PercentProgress'] ?? progress) !== progress)
    losses.add('how far snapshots are that are not available is taken to be 50 %');
  return Object.fromEntries(entries);
}

/** A time in the form that everything here has. */
function instant(value: unknown): unknown {
  const time = new Date(String(value));
  return Number.isNaN(time.getTime()) ? value : time.toISOString();
}
