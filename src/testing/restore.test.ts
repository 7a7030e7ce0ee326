import {
  CreateGrantCommand,
  KMSClient,
  ListAliasesCommand,
  type GrantConstraints,
} from '@aws-sdk/client-kms';
import {
  CopyDBClusterSnapshotCommand,
  CreateDBInstanceCommand,
  DeleteDBInstanceCommand,
  DescribeDBClustersCommand,
  DescribeEventsCommand,
  NeptuneClient,
  RestoreDBClusterFromSnapshotCommand,
  waitUntilDBInstanceAvailable,
  waitUntilDBInstanceDeleted,
} from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { installReferenceModel, worldOf } from './index.ts';

const region = 'us-east-1';

it('a backup is restored, waited for and taken down again behind a mock, as a test of backups does', async () => {
  installReferenceModel([mockClient(NeptuneClient), mockClient(KMSClient)], {
    world: worldOf('keys: { vault: { alias: true } }\nsnapshots: { nightly: { encryptedWith: vault } }'),
  });
  const client = new NeptuneClient({ region });
  const name = { DBInstanceIdentifier: 'probe-1' };
  const restore = { DBClusterIdentifier: 'probe', SnapshotIdentifier: 'nightly', Engine: 'neptune' };
  const { DBCluster } = await client.send(
    new RestoreDBClusterFromSnapshotCommand({ ...restore, VpcSecurityGroupIds: ['sg-1'] }),
  );
  expect(DBCluster?.VpcSecurityGroups).toEqual([{ VpcSecurityGroupId: 'sg-1', Status: 'active' }]);
  const { Aliases } = await new KMSClient({ region }).send(
    new ListAliasesCommand({ KeyId: DBCluster?.KmsKeyId }),
  );
  expect(Aliases?.map(({ AliasName }) => AliasName)).toEqual(['alias/vault']);
  const DBInstanceClass = 'db.r5.large';
  await client.send(
    new CreateDBInstanceCommand({
      ...name,
      DBInstanceClass,
      Engine: 'neptune',
      DBClusterIdentifier: 'probe',
    }),
  );
  const waiting = { client, maxWaitTime: 5, minDelay: 1, maxDelay: 1 };
  expect(await waitUntilDBInstanceAvailable(waiting, name)).toMatchObject({ state: 'SUCCESS' });
  await client.send(new DeleteDBInstanceCommand(name));
  expect(await waitUntilDBInstanceDeleted(waiting, name)).toMatchObject({ state: 'SUCCESS' });
  const filter = { Filters: [{ Name: 'db-cluster-id', Values: ['probe'] }] };
  const { DBClusters } = await client.send(new DescribeDBClustersCommand(filter));
  expect(DBClusters?.map(({ DBClusterIdentifier }) => DBClusterIdentifier)).toEqual(['probe']);
});

it('events of a snapshot are told behind a mock, with their times as Dates', async () => {
  installReferenceModel(mockClient(NeptuneClient), {
    world: worldOf('snapshots: { nightly: { describes: { SnapshotCreateTime: 2026-01-01T00:00:00.000Z } } }'),
  });
  const input = { SourceType: 'db-cluster-snapshot', SourceIdentifier: 'nightly' } as const;
  const client = new NeptuneClient({ region });
  const events = async (more: object): Promise<unknown> =>
    (await client.send(new DescribeEventsCommand({ ...input, ...more }))).Events;
  const event = { ...input, EventCategories: ['backup'], Date: new Date('2026-01-01T00:00:00Z') };
  expect(await events({ StartTime: new Date('2025-12-31T00:00:00Z') })).toMatchObject([event, event]);
  expect(await events({ StartTime: new Date('2026-01-01T00:01:00Z') })).toEqual([]);
});

it('a grant of which nobody knows whether it is enough opens no key', async () => {
  const world = worldOf(`
    keys: { theirs: { account: other, id: k-1 }, own: { alias: true } }
    snapshots: { shared: { account: other, encryptedWith: theirs, sharedWith: [self] } }`);
  installReferenceModel([mockClient(NeptuneClient), mockClient(KMSClient)], { world, unspecified: 'throw' });
  const owner = { accessKeyId: '222222222222', secretAccessKey: 'secret' };
  const grant = async (Constraints?: GrantConstraints): Promise<unknown> =>
    new KMSClient({ region, credentials: owner }).send(
      new CreateGrantCommand({
        KeyId: 'k-1',
        GranteePrincipal: '111111111111',
        Operations: ['CreateGrant', 'Decrypt'],
        Constraints,
      }),
    );
  const copy = async (): Promise<unknown> =>
    new NeptuneClient({ region }).send(
      new CopyDBClusterSnapshotCommand({
        SourceDBClusterSnapshotIdentifier: 'arn:aws:rds:us-east-1:222222222222:cluster-snapshot:shared',
        TargetDBClusterSnapshotIdentifier: 'taken-over',
        KmsKeyId: 'alias/own',
      }),
    );
  await grant({ EncryptionContextEquals: { team: 'graph' } });
  await expect(copy()).rejects.toMatchObject({ name: 'KMSKeyNotAccessibleFault' });
  await grant({ EncryptionContextSubset: { team: 'graph' } });
  await expect(copy()).rejects.toThrow(
    'nobody knows whether AWS makes this copy:\n  kms-source-key-accessible',
  );
  await grant();
  expect(await copy()).toMatchObject({ DBClusterSnapshot: { StorageEncrypted: true } });
});

it('a member that the model does not have is refused, not forgotten', async () => {
  installReferenceModel(mockClient(NeptuneClient), { world: worldOf('snapshots: { nightly: {} }') });
  const restore = { DBClusterIdentifier: 'probe', SnapshotIdentifier: 'nightly', Engine: 'neptune' };
  await expect(
    new NeptuneClient({ region }).send(
      new RestoreDBClusterFromSnapshotCommand({ ...restore, StorageType: 'iopt1' }),
    ),
  ).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: 'The parameter StorageType is not supported.',
  });
});
