import * as sdk from '@aws-sdk/client-neptune';
import type { AuditOptions } from '../../src/testing/audit/index.ts';

/** A call of a test, and what its stub answers. */
export interface StubbedCall {
  /** In the spelling of AWS. */
  readonly operation: string;
  readonly input: object;
  /** What the stub resolves to; where it is an Error, what it rejects with. */
  readonly answer: object;
}

/** The stubs of one test of a team that copies snapshots, in the order in which they are called. */
export interface Stubs {
  readonly name: string;
  readonly calls: readonly StubbedCall[];
  /** How a team would have them audited, beside who calls, which is told by the answers. */
  readonly options?: AuditOptions & { readonly partial?: boolean };
}

/** Stubs that AWS's documentation contradicts. */
export interface WrongStubs extends Stubs {
  /** The sentence that the last call contradicts, as the service model of Neptune has it. */
  readonly contradicts: string;
}

export const here = '123456789012';
export const abroad = '210987654321';

/** The ARN of something of RDS in an account. */
export const arn = (kind: string, name: string, account = here, region = 'us-east-1'): string =>
  `arn:aws:rds:${region}:${account}:${kind}:${name}`;

export const key = (id: string, account = here): string => `arn:aws:kms:us-east-1:${account}:key/${id}`;

export const call = (operation: string, input: object, answer: object): StubbedCall => ({
  operation,
  input,
  answer,
});

/** A snapshot as AWS describes it, but for the members that are told. */
export const snapshot = (name: string, members: object = {}): object => ({
  DBClusterSnapshotIdentifier: name,
  DBClusterSnapshotArn: arn('cluster-snapshot', name),
  DBClusterIdentifier: 'graph',
  SnapshotCreateTime: new Date('2026-01-01T00:00:00Z'),
  Engine: 'neptune',
  SnapshotType: 'manual',
  Status: 'available',
  PercentProgress: 100,
  StorageEncrypted: false,
  ...members,
});

/** A cluster as AWS describes it, but for the members that are told. */
export const cluster = (name: string, members: object = {}): object => ({
  DBClusterIdentifier: name,
  DBClusterArn: arn('cluster', name),
  ClusterCreateTime: new Date('2026-01-01T00:00:00Z'),
  Engine: 'neptune',
  EngineVersion: '1.4.5.0',
  Status: 'available',
  Port: 8182,
  StorageEncrypted: false,
  DeletionProtection: false,
  ...members,
});

/** An instance as AWS describes it, but for the members that are told. */
export const instance = (name: string, members: object = {}): object => ({
  DBInstanceIdentifier: name,
  DBInstanceArn: arn('db', name),
  DBInstanceClass: 'db.r5.large',
  DBClusterIdentifier: 'graph',
  Engine: 'neptune',
  DBInstanceStatus: 'available',
  ...members,
});

/** A call to copy `nightly`, or whatever the input names, which is answered with a copy. */
export const copied = (target: string, members: object = {}, input: object = {}): StubbedCall =>
  call(
    'CopyDBClusterSnapshot',
    {
      SourceDBClusterSnapshotIdentifier: 'nightly',
      TargetDBClusterSnapshotIdentifier: target,
      ...input,
    },
    {
      DBClusterSnapshot: snapshot(target, {
        SourceDBClusterSnapshotArn: arn('cluster-snapshot', 'nightly'),
        Status: 'copying',
        PercentProgress: 0,
        ...members,
      }),
    },
  );

/** A call to describe snapshots, and what it shows. */
export const described = (input: object, ...list: readonly object[]): StubbedCall =>
  call('DescribeDBClusterSnapshots', input, { DBClusterSnapshots: list });

/** The snapshot of a name, described. */
export const seen = (name: string, members: object = {}): StubbedCall =>
  described({ DBClusterSnapshotIdentifier: name }, snapshot(name, members));

/** The tags of a snapshot, listed. */
export const tagged = (name: string, tags: Readonly<Record<string, string>>): StubbedCall =>
  call('ListTagsForResource', { ResourceName: arn('cluster-snapshot', name) }, { TagList: tagsOf(tags) });

export const tagsOf = (tags: Readonly<Record<string, string>>): readonly object[] =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

/** The accounts that a snapshot is shared with, as both operations on attributes answer them. */
export const attributes = (name: string, ...accounts: readonly string[]): object => ({
  DBClusterSnapshotAttributesResult: {
    DBClusterSnapshotIdentifier: name,
    DBClusterSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: accounts }],
  },
});

type FaultClass = new (options: { message: string; $metadata: object }) => Error;

/** A fault as the SDK throws it: of its class where it has one, and else as any error of the service. */
export function fault(name: string, $fault: 'client' | 'server' = 'client'): Error {
  const options = { message: name, $metadata: {} };
  const Fault = (sdk as unknown as Record<string, FaultClass | undefined>)[name];
  return Fault === undefined
    ? new sdk.NeptuneServiceException({ name, $fault, ...options })
    : new Fault(options);
}

/** `count` things, from `first` on, each with the name that follows from its number. */
export const many = (count: number, make: (name: string) => object, first = 0): readonly object[] =>
  Array.from({ length: count }, (_, i) => make(`s${String(first + i).padStart(3, '0')}`));
