import type { ActionOf } from '../model/operations/index.ts';

/**
 * What a member is on the wire. `time` is a text of ISO 8601; `object` passes a structure of AWS JSON on as it is, for the operation to read; `boolean-or-text` passes on what is no boolean, for a rule to judge;
 * `unsupported` is refused, because to ignore it would answer another question than was asked. Every member that
 * AWS's operation has is in the table, in one way or the other.
 */
export type MemberType =
  'string' | 'integer' | 'boolean' | 'time' | 'object' | 'boolean-or-text' | 'unsupported' | ListType;

/** A list: the name of its elements on the wire, and their members if they are structures of texts and of lists of texts. */
export interface ListType {
  readonly element: string;
  readonly members?: readonly string[];
  /** The lists among the members, each with the name of its elements. */
  readonly lists?: Readonly<Record<string, string>>;
}

/** Members of an input; others are ignored, as AWS does. */
export type Members = Readonly<Record<string, MemberType>>;

const tags: ListType = { element: 'Tag', members: ['Key', 'Value'] };
const accounts: ListType = { element: 'AttributeValue' };
const groups: ListType = { element: 'VpcSecurityGroupId' };
const page = { MaxRecords: 'integer', Marker: 'string' } as const;
const filters = { Filters: { element: 'Filter', members: ['Name'], lists: { Values: 'Value' } } } as const;

/** Members that AWS's operation has, and the model does not. */
const unsupported = (...names: readonly string[]): Readonly<Record<string, 'unsupported'>> =>
  Object.fromEntries(names.map((name) => [name, 'unsupported']));

/** Members of a cluster, whether it is created or restored. */
const cluster = {
  DBClusterIdentifier: 'string',
  Engine: 'string',
  EngineVersion: 'string',
  Port: 'integer',
  KmsKeyId: 'string',
  EnableIAMDatabaseAuthentication: 'boolean',
  CopyTagsToSnapshot: 'boolean',
  AvailabilityZones: { element: 'AvailabilityZone' },
  Tags: tags,
  DBClusterParameterGroupName: 'string',
  DBSubnetGroupName: 'string',
  DeletionProtection: 'boolean',
  EnableCloudwatchLogsExports: { element: 'member' },
  VpcSecurityGroupIds: groups,
  ...unsupported('DatabaseName', 'OptionGroupName', 'ServerlessV2ScalingConfiguration'),
  ...unsupported('StorageType', 'NetworkType'),
} as const;

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
    ...cluster,
    StorageEncrypted: 'boolean',
    BackupRetentionPeriod: 'integer',
    PreferredBackupWindow: 'string',
    PreferredMaintenanceWindow: 'string',
    ...unsupported('CharacterSetName', 'MasterUsername', 'MasterUserPassword', 'ReplicationSourceIdentifier'),
    ...unsupported('PreSignedUrl', 'GlobalClusterIdentifier'),
  },
  CreateDBClusterSnapshot: {
    DBClusterSnapshotIdentifier: 'string',
    DBClusterIdentifier: 'string',
    Tags: tags,
  },
  CreateDBInstance: {
    DBInstanceIdentifier: 'string',
    DBInstanceClass: 'string',
    Engine: 'string',
    DBClusterIdentifier: 'string',
    ...unsupported(
      'AllocatedStorage',
      'AutoMinorVersionUpgrade',
      'AvailabilityZone',
      'BackupRetentionPeriod',
    ),
    ...unsupported('CharacterSetName', 'CopyTagsToSnapshot', 'DBName', 'DBParameterGroupName'),
    ...unsupported('DBSecurityGroups', 'DBSubnetGroupName', 'DeletionProtection', 'Domain'),
    ...unsupported('DomainIAMRoleName', 'EnableCloudwatchLogsExports', 'EnableIAMDatabaseAuthentication'),
    ...unsupported('EnablePerformanceInsights', 'EngineVersion', 'Iops', 'KmsKeyId', 'LicenseModel'),
    ...unsupported(
      'MasterUserPassword',
      'MasterUsername',
      'MonitoringInterval',
      'MonitoringRoleArn',
      'MultiAZ',
    ),
    ...unsupported('OptionGroupName', 'PerformanceInsightsKMSKeyId', 'Port', 'PreferredBackupWindow'),
    ...unsupported('PreferredMaintenanceWindow', 'PromotionTier', 'PubliclyAccessible', 'StorageEncrypted'),
    ...unsupported('StorageType', 'Tags', 'TdeCredentialArn', 'TdeCredentialPassword', 'Timezone'),
    ...unsupported('VpcSecurityGroupIds'),
  },
  DeleteDBCluster: {
    DBClusterIdentifier: 'string',
    SkipFinalSnapshot: 'boolean',
    FinalDBSnapshotIdentifier: 'string',
  },
  DeleteDBClusterSnapshot: { DBClusterSnapshotIdentifier: 'string' },
  DeleteDBInstance: {
    DBInstanceIdentifier: 'string',
    // The data is the cluster's: without a last snapshot of it, nothing is lost.
    SkipFinalSnapshot: 'boolean',
    ...unsupported('FinalDBSnapshotIdentifier'),
  },
  DescribeDBClusterSnapshotAttributes: { DBClusterSnapshotIdentifier: 'string' },
  DescribeDBClusterSnapshots: {
    DBClusterIdentifier: 'string',
    DBClusterSnapshotIdentifier: 'string',
    SnapshotType: 'string',
    IncludeShared: 'boolean',
    IncludePublic: 'boolean',
    // "This parameter is not currently supported", says the API reference.
    ...unsupported('Filters'),
    ...page,
  },
  DescribeDBClusters: { DBClusterIdentifier: 'string', ...filters, ...page },
  DescribeDBEngineVersions: {
    Engine: 'string',
    EngineVersion: 'string',
    DBParameterGroupFamily: 'string',
    DefaultOnly: 'boolean',
    ...unsupported('Filters', 'ListSupportedCharacterSets', 'ListSupportedTimezones'),
    ...page,
  },
  DescribeDBInstances: { DBInstanceIdentifier: 'string', ...filters, ...page },
  DescribeEvents: {
    SourceIdentifier: 'string',
    SourceType: 'string',
    StartTime: 'time',
    EndTime: 'time',
    Duration: 'integer',
    EventCategories: { element: 'EventCategory' },
    ...unsupported('Filters'),
    ...page,
  },
  ListTagsForResource: { ResourceName: 'string', Filters: 'unsupported' },
  ModifyDBClusterSnapshotAttribute: {
    DBClusterSnapshotIdentifier: 'string',
    AttributeName: 'string',
    ValuesToAdd: accounts,
    ValuesToRemove: accounts,
  },
  RemoveTagsFromResource: { ResourceName: 'string', TagKeys: { element: 'member' } },
  RestoreDBClusterFromSnapshot: { ...cluster, SnapshotIdentifier: 'string' },
};

/** Inputs of STS's operations. */
export const stsActions: Readonly<Record<ActionOf<'sts'>, Members>> = {
  AssumeRole: {
    RoleArn: 'string',
    RoleSessionName: 'string',
    DurationSeconds: 'integer',
    ...unsupported(
      'ExternalId',
      'Policy',
      'PolicyArns',
      'ProvidedContexts',
      'SerialNumber',
      'SourceIdentity',
    ),
    ...unsupported('Tags', 'TokenCode', 'TransitiveTagKeys'),
  },
  GetCallerIdentity: {},
};

/** Inputs of KMS's operations. */
export const kmsActions: Readonly<Record<ActionOf<'kms'>, Members>> = {
  CancelKeyDeletion: { KeyId: 'string' },
  CreateAlias: { AliasName: 'string', TargetKeyId: 'string' },
  CreateGrant: {
    KeyId: 'string',
    GranteePrincipal: 'string',
    Operations: { element: 'member' },
    Name: 'string',
    Constraints: 'object',
    ...unsupported('DryRun', 'GrantTokens', 'GranteeServicePrincipal', 'RetiringPrincipal'),
    ...unsupported('RetiringServicePrincipal'),
  },
  CreateKey: {
    KeySpec: 'string',
    CustomerMasterKeySpec: 'string',
    KeyUsage: 'string',
    MultiRegion: 'boolean',
    Policy: 'string',
    Description: 'string',
    // No operation here would show them.
    Tags: { element: 'member', members: ['TagKey', 'TagValue'] },
    ...unsupported('BypassPolicyLockoutSafetyCheck', 'CustomKeyStoreId', 'Origin', 'XksKeyId'),
  },
  DeleteAlias: { AliasName: 'string' },
  DescribeKey: { KeyId: 'string', ...unsupported('GrantTokens') },
  DisableKey: { KeyId: 'string' },
  EnableKey: { KeyId: 'string' },
  ListAliases: { KeyId: 'string', Limit: 'integer', Marker: 'string' },
  ListKeys: { Limit: 'integer', Marker: 'string' },
  ReplicateKey: {
    KeyId: 'string',
    ReplicaRegion: 'string',
    Policy: 'string',
    ...unsupported('BypassPolicyLockoutSafetyCheck', 'Description', 'Tags'),
  },
  ScheduleKeyDeletion: { KeyId: 'string', PendingWindowInDays: 'integer' },
};

/** Names of the elements of the lists in answers. */
export const listElements: Readonly<Record<string, string>> = {
  AvailabilityZones: 'AvailabilityZone',
  DBClusterMembers: 'DBClusterMember',
  DBClusterSnapshots: 'DBClusterSnapshot',
  DBClusters: 'DBCluster',
  DBEngineVersions: 'DBEngineVersion',
  DBInstances: 'DBInstance',
  DBClusterSnapshotAttributes: 'DBClusterSnapshotAttribute',
  AttributeValues: 'AttributeValue',
  Events: 'Event',
  EventCategories: 'EventCategory',
  TagList: 'Tag',
  VpcSecurityGroups: 'VpcSecurityGroupMembership',
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
