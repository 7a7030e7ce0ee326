import type { ActionOf } from '../model/operations/index.ts';

/**
 * What a member is on the wire. `boolean-or-text` passes on what is no boolean, for a rule to judge;
 * `unsupported` is refused, because to ignore it would answer another question than was asked.
 */
export type MemberType = 'string' | 'integer' | 'boolean' | 'boolean-or-text' | 'unsupported' | ListType;

/** A list: the name of its elements on the wire, and their members if they are structures of texts. */
export interface ListType {
  readonly element: string;
  readonly members?: readonly string[];
}

/** Members of an input; others are ignored, as AWS does. */
export type Members = Readonly<Record<string, MemberType>>;

const tags: ListType = { element: 'Tag', members: ['Key', 'Value'] };
const accounts: ListType = { element: 'AttributeValue' };
const page = { MaxRecords: 'integer', Marker: 'string', Filters: 'unsupported' } as const;

/** Inputs of Neptune's operations. */
export const neptuneActions: Readonly<Record<ActionOf<'neptune'>, Members>> = {
  AddTagsToResource: { ResourceName: 'string', Tags: tags },
  CopyDBClusterSnapshot: {
    SourceDBClusterSnapshotIdentifier: 'string',
    TargetDBClusterSnapshotIdentifier: 'string',
    KmsKeyId: 'string',
    PreSignedUrl: 'string',
    CopyTags: 'boolean-or-text',
    Tags: tags,
  },
  CreateDBCluster: {
    DBClusterIdentifier: 'string',
    Engine: 'string',
    EngineVersion: 'string',
    Port: 'integer',
    StorageEncrypted: 'boolean',
    KmsKeyId: 'string',
    EnableIAMDatabaseAuthentication: 'boolean',
    CopyTagsToSnapshot: 'boolean',
    BackupRetentionPeriod: 'integer',
    AvailabilityZones: { element: 'AvailabilityZone' },
    Tags: tags,
  },
  CreateDBClusterSnapshot: {
    DBClusterSnapshotIdentifier: 'string',
    DBClusterIdentifier: 'string',
    Tags: tags,
  },
  DeleteDBCluster: {
    DBClusterIdentifier: 'string',
    SkipFinalSnapshot: 'boolean',
    FinalDBSnapshotIdentifier: 'string',
  },
  DeleteDBClusterSnapshot: { DBClusterSnapshotIdentifier: 'string' },
  DescribeDBClusterSnapshotAttributes: { DBClusterSnapshotIdentifier: 'string' },
  DescribeDBClusterSnapshots: {
    DBClusterIdentifier: 'string',
    DBClusterSnapshotIdentifier: 'string',
    SnapshotType: 'string',
    IncludeShared: 'boolean',
    IncludePublic: 'boolean',
    ...page,
  },
  DescribeDBClusters: { DBClusterIdentifier: 'string', ...page },
  ListTagsForResource: { ResourceName: 'string', Filters: 'unsupported' },
  ModifyDBClusterSnapshotAttribute: {
    DBClusterSnapshotIdentifier: 'string',
    AttributeName: 'string',
    ValuesToAdd: accounts,
    ValuesToRemove: accounts,
  },
  RemoveTagsFromResource: { ResourceName: 'string', TagKeys: { element: 'member' } },
};

/** Inputs of STS's operations. */
export const stsActions: Readonly<Record<ActionOf<'sts'>, Members>> = {
  AssumeRole: { RoleArn: 'string', RoleSessionName: 'string', DurationSeconds: 'integer' },
  GetCallerIdentity: {},
};

/** Inputs of KMS's operations. */
export const kmsActions: Readonly<Record<ActionOf<'kms'>, Members>> = {
  CancelKeyDeletion: { KeyId: 'string' },
  CreateAlias: { AliasName: 'string', TargetKeyId: 'string' },
  CreateKey: {
    KeySpec: 'string',
    CustomerMasterKeySpec: 'string',
    MultiRegion: 'boolean',
    Policy: 'string',
    Description: 'string',
  },
  DeleteAlias: { AliasName: 'string' },
  DescribeKey: { KeyId: 'string' },
  DisableKey: { KeyId: 'string' },
  EnableKey: { KeyId: 'string' },
  ReplicateKey: { KeyId: 'string', ReplicaRegion: 'string', Policy: 'string' },
  ScheduleKeyDeletion: { KeyId: 'string', PendingWindowInDays: 'integer' },
};

/** Names of the elements of the lists in answers. */
export const listElements: Readonly<Record<string, string>> = {
  AvailabilityZones: 'AvailabilityZone',
  DBClusterSnapshots: 'DBClusterSnapshot',
  DBClusters: 'DBCluster',
  DBClusterSnapshotAttributes: 'DBClusterSnapshotAttribute',
  AttributeValues: 'AttributeValue',
  TagList: 'Tag',
};

/** A service of the AWS Query protocol. */
export interface QueryService {
  readonly version: string;
  readonly namespace: string;
  readonly actions: Readonly<Record<string, Members>>;
}

/** The Query services of the model. */
export const queryServices: Readonly<Record<'neptune' | 'sts', QueryService>> = {
  neptune: {
    version: '2014-10-31',
    namespace: 'http://rds.amazonaws.com/doc/2014-10-31/',
    actions: neptuneActions,
  },
  sts: {
    version: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    actions: stsActions,
  },
};
