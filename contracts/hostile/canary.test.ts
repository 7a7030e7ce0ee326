import {
  AddTagsToResourceCommand,
  CreateDBClusterSnapshotCommand,
  DeleteDBClusterSnapshotCommand,
  DescribeDBClusterSnapshotsCommand,
  ModifyDBClusterSnapshotAttributeCommand,
  NeptuneClient,
} from '@aws-sdk/client-neptune';
import { DeleteAliasCommand, DisableKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foreignNames } from '../../test-support/hostile/foreign.ts';
import { uuidFrom } from '../../src/model/world/world.ts';
import type { Standing } from '../../test-support/hostile/serve.ts';
import { ignoresFilters } from '../../test-support/hostile/targets/ignores-filters.ts';
import { keepsDeleted } from '../../test-support/hostile/targets/keeps-deleted.ts';

const credentials = { accessKeyId: '111111111111', secretAccessKey: 'secret' };
const region = 'us-east-1';

/** Clients of somebody who does harm. */
interface Vandal {
  readonly neptune: NeptuneClient;
  readonly kms: KMSClient;
}

/** The suite itself: that it sees what it is there to see. */
describe('a client that does harm', () => {
  let standing: Standing;
  let vandal: Vandal;
  const meet = (url: string): Vandal => ({
    neptune: new NeptuneClient({ endpoint: url, region, credentials }),
    kms: new KMSClient({ endpoint: url, region, credentials }),
  });

  beforeEach(async () => {
    standing = await ignoresFilters.start();
    vandal = meet(standing.url);
  });
  afterEach(async () => {
    vandal.neptune.destroy();
    vandal.kms.destroy();
    await standing.close();
  });

  /** Deletes whatever is listed, as the search once did. */
  async function deleteAllListed({ neptune }: Vandal): Promise<void> {
    const own = { DBClusterSnapshotIdentifier: 'ncc-mine-0-source' };
    const { DBClusterSnapshots = [] } = await neptune.send(new DescribeDBClusterSnapshotsCommand(own));
    for (const { DBClusterSnapshotIdentifier, SnapshotType } of DBClusterSnapshots) {
      if (SnapshotType === 'manual')
        await neptune.send(new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier }));
    }
  }

  it('is seen to delete what it lists', async () => {
    await deleteAllListed(vandal);
    const gone = foreignNames.map((name) => `snapshot 111111111111/us-east-1 ${name} is gone`);
    expect(standing.changes()).toEqual(expect.arrayContaining(gone));
  });

  it('is seen to try, where the target keeps all', async () => {
    const keeping = await keepsDeleted.start();
    const there = meet(keeping.url);
    try {
      await there.neptune.send(new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: 'N' }));
      expect(keeping.changes()).toEqual([]);
      expect(keeping.attempts()).toEqual(['DeleteDBClusterSnapshot of snapshot 111111111111/us-east-1 n']);
    } finally {
      there.neptune.destroy();
      there.kms.destroy();
      await keeping.close();
    }
  });

  it('is seen to put another in the place of what it deleted', async () => {
    const DBClusterSnapshotIdentifier = 'n';
    await vandal.neptune.send(new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier }));
    await vandal.neptune.send(
      new CreateDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier, DBClusterIdentifier: 'prod' }),
    );
    expect(standing.changes()).toEqual([expect.stringContaining('us-east-1 n was')]);
  });

  it.each<[string, (vandal: Vandal) => Promise<unknown>, string]>([
    [
      'share',
      ({ neptune }) =>
        neptune.send(
          new ModifyDBClusterSnapshotAttributeCommand({
            DBClusterSnapshotIdentifier: 'prod-backup',
            AttributeName: 'restore',
            ValuesToAdd: ['all'],
          }),
        ),
      'snapshot 111111111111/us-east-1 prod-backup was',
    ],
    [
      'tag',
      ({ neptune }) =>
        neptune.send(
          new AddTagsToResourceCommand({
            ResourceName: 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:prod-backup',
            Tags: [{ Key: 'mine', Value: 'now' }],
          }),
        ),
      'snapshot 111111111111/us-east-1 prod-backup was',
    ],
    [
      'disable a key',
      ({ kms }) => kms.send(new DisableKeyCommand({ KeyId: 'alias/prod' })),
      `key 111111111111/us-east-1 ${uuidFrom(9_000)} was`,
    ],
    [
      'delete an alias',
      ({ kms }) => kms.send(new DeleteAliasCommand({ AliasName: 'alias/prod' })),
      'alias 111111111111/us-east-1 alias/prod is gone',
    ],
  ])('is seen to %s', async (_what, harm, change) => {
    await harm(vandal);
    expect(standing.changes()).toEqual([expect.stringContaining(change)]);
    expect(standing.attempts()).toHaveLength(1);
  });

  it('is not blamed for what it made and removed itself', async () => {
    const DBClusterSnapshotIdentifier = 'ncc-mine-0-source';
    await vandal.neptune.send(
      new CreateDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier, DBClusterIdentifier: 'prod' }),
    );
    await vandal.neptune.send(new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier }));
    expect({ changes: standing.changes(), attempts: standing.attempts() }).toEqual({
      changes: [],
      attempts: [],
    });
  });
});
