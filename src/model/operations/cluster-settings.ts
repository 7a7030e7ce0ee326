/** What a request may say of a cluster that changes nothing about its snapshots: it is kept, and shown in descriptions. */
export interface ClusterSettings {
  readonly BackupRetentionPeriod?: number | undefined;
  readonly DBClusterParameterGroupName?: string | undefined;
  readonly DBSubnetGroupName?: string | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly EnableCloudwatchLogsExports?: readonly string[] | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly VpcSecurityGroupIds?: readonly string[] | undefined;
}

/** The settings as members of DBCluster; those that were not asked for are absent. */
export function describedSettings(input: ClusterSettings): Readonly<Record<string, unknown>> {
  const shown = {
    BackupRetentionPeriod: input.BackupRetentionPeriod,
    DBClusterParameterGroup: input.DBClusterParameterGroupName,
    DBSubnetGroup: input.DBSubnetGroupName,
    DeletionProtection: input.DeletionProtection,
    EnabledCloudwatchLogsExports: input.EnableCloudwatchLogsExports,
    PreferredBackupWindow: input.PreferredBackupWindow,
    PreferredMaintenanceWindow: input.PreferredMaintenanceWindow,
    VpcSecurityGroups: input.VpcSecurityGroupIds?.map((id) => ({
      VpcSecurityGroupId: id,
      Status: 'active',
    })),
  };
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
}
