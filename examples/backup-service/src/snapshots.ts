import {
  DBClusterSnapshotNotFoundFault,
  DeleteDBClusterSnapshotCommand,
  paginateDescribeDBClusterSnapshots,
  type DBClusterSnapshot,
  type NeptuneClient,
} from '@aws-sdk/client-neptune';

/** The manual snapshots of a cluster that can be used, newest first. */
export async function snapshotsOf(client: NeptuneClient, cluster: string): Promise<DBClusterSnapshot[]> {
  const found: DBClusterSnapshot[] = [];
  const selection = { DBClusterIdentifier: cluster, SnapshotType: 'manual' };
  for await (const page of paginateDescribeDBClusterSnapshots({ client }, selection))
    found.push(...(page.DBClusterSnapshots ?? []));
  // Whether copies keep the time of their source or get their own, their order is that of the nights.
  const time = ({ SnapshotCreateTime }: DBClusterSnapshot): number => SnapshotCreateTime?.getTime() ?? 0;
  return found.filter(({ Status }) => Status === 'available').sort((one, other) => time(other) - time(one));
}

/** Deletes the copies of a cluster's snapshots but for the newest ones. Resolves to the names of those deleted. */
export async function prune(client: NeptuneClient, cluster: string, keep: number): Promise<string[]> {
  // Only copies: what somebody has made of a cluster in this account is theirs to delete.
  const copies = (await snapshotsOf(client, cluster)).filter(
    ({ SourceDBClusterSnapshotArn: source }) => source !== undefined && source !== '',
  );
  const old = copies.slice(keep).flatMap(({ DBClusterSnapshotIdentifier: name }) => name ?? []);
  for (const name of old) {
    try {
      await client.send(new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: name }));
    } catch (error) {
      // Another run was quicker.
      if (!(error instanceof DBClusterSnapshotNotFoundFault)) throw error;
    }
  }
  return old;
}
