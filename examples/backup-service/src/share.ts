import { ModifyDBClusterSnapshotAttributeCommand, type NeptuneClient } from '@aws-sdk/client-neptune';

/**
 * Shares a snapshot with another account while something is done, and no longer: also where that fails. The key that
 * encrypts it has to be opened to that account by its policy, once and by other hands than these.
 */
export async function whileShared<T>(
  owner: NeptuneClient,
  snapshot: string,
  account: string,
  work: () => Promise<T>,
): Promise<T> {
  const shares = { DBClusterSnapshotIdentifier: snapshot, AttributeName: 'restore' };
  await owner.send(new ModifyDBClusterSnapshotAttributeCommand({ ...shares, ValuesToAdd: [account] }));
  try {
    return await work();
  } finally {
    await owner.send(new ModifyDBClusterSnapshotAttributeCommand({ ...shares, ValuesToRemove: [account] }));
  }
}
