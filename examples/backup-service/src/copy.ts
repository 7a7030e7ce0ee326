import {
  CopyDBClusterSnapshotCommand,
  DBClusterSnapshotAlreadyExistsFault,
  DescribeDBClusterSnapshotsCommand,
  SnapshotQuotaExceededFault,
  type DBClusterSnapshot,
  type NeptuneClient,
} from '@aws-sdk/client-neptune';
import { persist, type Attempt, type Patience } from './patience.ts';

/** A copy to be made, in the account and the Region of the client. */
export interface Copy {
  /** ARN of the snapshot. */
  readonly source: string;
  readonly target: string;
  /** Key of the Region that is called. */
  readonly key: string;
}

/** There will be no such copy: it has failed, or its name is that of something else. */
export class NoCopy extends Error {
  override readonly name = 'NoCopy';
}

/**
 * Makes a copy with the tags of its source, or takes up one that an earlier run has begun, and waits until it is
 * available. Where a quota is used up, it waits until there is room. Faults of AWS are thrown as they come.
 */
export async function copySnapshot(
  client: NeptuneClient,
  copy: Copy,
  patience: Patience,
): Promise<DBClusterSnapshot> {
  await persist(() => begin(client, copy), patience);
  return persist(() => look(client, copy), patience);
}

async function begin(client: NeptuneClient, { source, target, key }: Copy): Promise<Attempt<true>> {
  try {
    await client.send(
      new CopyDBClusterSnapshotCommand({
        SourceDBClusterSnapshotIdentifier: source,
        TargetDBClusterSnapshotIdentifier: target,
        KmsKeyId: key,
        CopyTags: true,
      }),
    );
  } catch (error) {
    // Of manual snapshots, or of copies from other Regions under way; both come down in time.
    if (error instanceof SnapshotQuotaExceededFault) return { notYet: `no room for ${target}`, cause: error };
    if (!(error instanceof DBClusterSnapshotAlreadyExistsFault)) throw error;
  }
  return { done: true };
}

async function look(client: NeptuneClient, { source, target }: Copy): Promise<Attempt<DBClusterSnapshot>> {
  const { DBClusterSnapshots: [copy] = [] } = await client.send(
    new DescribeDBClusterSnapshotsCommand({ DBClusterSnapshotIdentifier: target }),
  );
  switch (copy?.Status) {
    case 'creating':
    case 'copying':
      return { notYet: `${target} is ${copy.Status}` };
    case 'available':
      // A name may have been taken by something else before: that is no backup of the source.
      if (copy.SourceDBClusterSnapshotArn === source) return { done: copy };
      throw new NoCopy(`${target} is there, but no copy of ${source}`);
    default:
      throw new NoCopy(`${target} is ${copy?.Status ?? 'gone'}`);
  }
}
