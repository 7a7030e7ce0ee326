import {
  CopyDBClusterSnapshotCommand,
  DBClusterSnapshotAlreadyExistsFault,
  DescribeDBClusterSnapshotsCommand,
  SnapshotQuotaExceededFault,
} from '@aws-sdk/client-neptune';
import { setTimeout } from 'node:timers/promises';

/**
 * Copies a snapshot and waits until the copy is available. A copy that is there already is not made again, so that
 * a job that was cut off can be run once more.
 */
export async function backUp(client, { source, target, keyId, sleep = setTimeout }) {
  try {
    await client.send(
      new CopyDBClusterSnapshotCommand({
        SourceDBClusterSnapshotIdentifier: source,
        TargetDBClusterSnapshotIdentifier: target,
        KmsKeyId: keyId,
        CopyTags: true,
      }),
    );
  } catch (error) {
    if (error instanceof SnapshotQuotaExceededFault)
      throw new Error(`no room for ${target}: delete old snapshots`, { cause: error });
    if (!(error instanceof DBClusterSnapshotAlreadyExistsFault)) throw error;
  }
  for (;;) {
    const {
      DBClusterSnapshots: [copy],
    } = await client.send(new DescribeDBClusterSnapshotsCommand({ DBClusterSnapshotIdentifier: target }));
    if (copy.Status === 'available') return copy.DBClusterSnapshotArn;
    if (copy.Status === 'failed') throw new Error(`the copy ${target} has failed`);
    await sleep(30_000);
  }
}
