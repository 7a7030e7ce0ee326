import { isDate } from '../times.ts';
import { problem, shown, type Problem } from './finding.ts';

/** A list of names, separated by white space. */
const names = (...lines: readonly string[]): readonly string[] => lines.join(' ').split(' ');

/**
 * Members of clusters, instances, snapshots, versions and events by what they hold; all others are text, or differ from one to
 * the other. `member-kinds.test.ts` compares with the runtime schemas of the SDK.
 */
export const memberKinds = {
  number: names(
    'AllocatedStorage BackupRetentionPeriod Port Iops DbInstancePort MonitoringInterval PromotionTier',
  ),
  boolean: names(
    'MultiAZ StorageEncrypted IAMDatabaseAuthenticationEnabled CopyTagsToSnapshot DeletionProtection',
    'CrossAccountClone AutoMinorVersionUpgrade PubliclyAccessible PerformanceInsightsEnabled',
    'SupportsLogExportsToCloudwatchLogs SupportsReadReplica SupportsGlobalDatabases',
  ),
  time: names(
    'EarliestRestorableTime LatestRestorableTime ClusterCreateTime AutomaticRestartTime',
    'IOOptimizedNextAllowedModificationTime InstanceCreateTime SnapshotCreateTime Date',
  ),
  list: names(
    'AvailabilityZones DBClusterOptionGroupMemberships ReadReplicaIdentifiers DBClusterMembers',
    'VpcSecurityGroups AssociatedRoles EnabledCloudwatchLogsExports DBSecurityGroups DBParameterGroups',
    'ReadReplicaDBInstanceIdentifiers ReadReplicaDBClusterIdentifiers OptionGroupMemberships StatusInfos',
    'DomainMemberships SupportedCharacterSets ValidUpgradeTarget SupportedTimezones ExportableLogTypes',
    'DBClusterSnapshotAttributes AttributeValues EventCategories',
  ),
} as const;

const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  time: isDate,
  list: Array.isArray,
};

const called = { number: 'a number', boolean: 'true or false', time: 'a Date', list: 'a list' } as const;

const kinds = Object.entries(memberKinds) as [keyof typeof called, readonly string[]][];

/** Members of something answered that hold another kind of value than AWS's. */
export const kindProblems = (thing: Readonly<Record<string, unknown>>, where: string): Problem[] =>
  kinds.flatMap(([kind, members]) =>
    members
      .filter((member) => thing[member] !== undefined && fits[kind]?.(thing[member]) === false)
      .map((member) =>
        problem('mock/response-form', `${called[kind]} as ${where}.${member}`, shown(thing[member])),
      ),
  );
