import type { NeptuneClient } from '@aws-sdk/client-neptune';
import { copySnapshot } from './copy.ts';
import type { Job } from './job.ts';
import type { Patience } from './patience.ts';
import { whileShared } from './share.ts';
import { prune, snapshotsOf } from './snapshots.ts';

/** Gives clients of an account, which a profile stands for, in a Region. */
export type ClientOf = (profile: string, region: string) => NeptuneClient;

/** What a run came to, in one Region. */
export interface Kept {
  readonly region: string;
  /** ARN of the copy. */
  readonly copy: string;
  /** Names of the copies that were deleted. */
  readonly pruned: readonly string[];
}

/**
 * Takes the newest snapshot of a cluster over into the vault's account, copies that into the vault's other Regions, and
 * prunes what is older. One step at a time: whether one copy may cross accounts and Regions at once, AWS's guides
 * tell differently. A run that was cut off is simply run again.
 */
export async function backUp(clientOf: ClientOf, job: Job, patience: Patience): Promise<readonly Kept[]> {
  const { cluster, production, vault, keep } = job;
  const owner = clientOf(production.profile, production.region);
  const [newest] = await snapshotsOf(owner, cluster);
  const { DBClusterSnapshotIdentifier: name, DBClusterSnapshotArn: source } = newest ?? {};
  if (name === undefined || source === undefined) throw new Error(`${cluster} has no manual snapshot`);

  /** Makes the vault's copy in a Region, and prunes the older ones there. */
  const keepIn = async (region: string, from: string, key: string): Promise<Kept> => {
    const client = clientOf(vault.profile, region);
    const copy = await copySnapshot(client, { source: from, target: name, key }, patience);
    return { region, copy: copy.DBClusterSnapshotArn ?? '', pruned: await prune(client, cluster, keep) };
  };
  const first = await whileShared(owner, name, vault.account, () =>
    keepIn(production.region, source, vault.key),
  );
  const others = vault.elsewhere.map(({ region, key }) => keepIn(region, first.copy, key));
  return [first, ...(await Promise.all(others))];
}
