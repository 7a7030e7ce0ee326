import {
  DescribeDBClustersCommand,
  DescribeDBClusterSnapshotsCommand,
  NeptuneClient,
} from '@aws-sdk/client-neptune';
import { DescribeKeyCommand, KMSClient, ListAliasesCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import type { World } from '../src/model/world/world.ts';
import type { Credentials } from '../src/harness/target/endpoint/connection.ts';

/** What a world still holds, but for what cannot be removed: keys that are to be deleted, and AWS's own. */
export function leftIn(world: World): string[] {
  const left = [...world.places].flatMap(([place, { snapshots, clusters, keys, aliases }]) => [
    ...[...snapshots.keys()].map((name) => `${place}: snapshot ${name}`),
    ...[...clusters.keys()].map((name) => `${place}: cluster ${name}`),
    ...[...keys.values()]
      .filter(({ state, manager }) => state !== 'PendingDeletion' && manager !== 'AWS')
      .map(({ id }) => `${place}: key ${id}`),
    ...[...aliases.keys()]
      .filter((name) => !name.startsWith('alias/aws/'))
      .map((name) => `${place}: ${name}`),
  ]);
  // The order in which a world holds its things depends on what else it has held.
  return left.sort();
}

/** The same of a place at an endpoint, as it lists and describes what it has. */
export async function leftAt(endpoint: string, region: string, credentials: Credentials): Promise<string[]> {
  const neptune = new NeptuneClient({ endpoint, region, credentials });
  const kms = new KMSClient({ endpoint, region, credentials });
  try {
    const { DBClusterSnapshots = [] } = await neptune.send(new DescribeDBClusterSnapshotsCommand({}));
    const { DBClusters = [] } = await neptune.send(new DescribeDBClustersCommand({}));
    const { Keys = [] } = await kms.send(new ListKeysCommand({}));
    const { Aliases = [] } = await kms.send(new ListAliasesCommand({}));
    const states = await Promise.all(Keys.map(({ KeyId }) => kms.send(new DescribeKeyCommand({ KeyId }))));
    return [
      ...DBClusterSnapshots.map((snapshot) => `snapshot ${String(snapshot.DBClusterSnapshotIdentifier)}`),
      ...DBClusters.map((cluster) => `cluster ${String(cluster.DBClusterIdentifier)}`),
      ...states
        .map(({ KeyMetadata }) => KeyMetadata)
        .filter((key) => key?.KeyState !== 'PendingDeletion' && key?.KeyManager !== 'AWS')
        .map((key) => `key ${String(key?.KeyId)}`),
      ...Aliases.map(({ AliasName = '' }) => AliasName).filter((name) => !name.startsWith('alias/aws/')),
    ].map((what) => `${region}: ${what}`);
  } finally {
    neptune.destroy();
    kms.destroy();
  }
}
