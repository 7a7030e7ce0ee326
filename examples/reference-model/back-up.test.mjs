// Unit tests with nothing but Node's own runner: node --test examples/reference-model/
import {
  CopyDBClusterSnapshotCommand,
  DescribeDBClusterSnapshotsCommand,
  NeptuneClient,
} from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import {
  assertAudit,
  findSnapshot,
  installReferenceModel,
  snapshotArn,
  usualCaller,
  worldOf,
} from 'neptune-copy-contract/testing';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { backUp } from './back-up.mjs';

const world = worldOf(
  `
  keys:
    vault: { alias: true }
  snapshots:
    nightly: { encryptedWith: default, tags: [{ Key: team, Value: graph }] }
  places:
    - { manualSnapshotsLeft: 1 }
  `,
  { copyDuration: { minutes: 10 } },
);

describe('backUp', () => {
  const client = new NeptuneClient({ region: usualCaller.region });
  const mock = mockClient(client);
  const job = { source: 'nightly', target: 'weekly', keyId: 'alias/vault' };
  beforeEach(() => mock.reset());

  it('waits until the copy is available', async () => {
    const model = installReferenceModel(mock, { world });
    const before = model.world.clock;
    const arn = await backUp(client, { ...job, sleep: async (milliseconds) => model.advance(milliseconds) });
    assert.equal(arn, snapshotArn(usualCaller, 'weekly'));
    assert.equal(model.world.clock - before, 10 * 60_000);
    assert.deepEqual(findSnapshot(model.world, usualCaller, 'weekly').tags, [
      { Key: 'team', Value: 'graph' },
    ]);
  });

  it('does not copy again what is there', async () => {
    const model = installReferenceModel(mock, { world });
    const again = { ...job, sleep: async () => model.advance({ hours: 1 }) };
    assert.equal(await backUp(client, again), await backUp(client, again));
  });

  it('says so when there is no room', async () => {
    const model = installReferenceModel(mock, { world });
    await backUp(client, { ...job, sleep: async () => model.advance({ hours: 1 }) });
    await assert.rejects(backUp(client, { ...job, target: 'monthly' }), /no room for monthly/);
  });

  it('passes other errors on', async () => {
    const model = installReferenceModel(mock, { world });
    model.failNext('Throttling', 'CopyDBClusterSnapshot');
    await assert.rejects(backUp(client, job), { name: 'Throttling' });
  });

  it('gives up on a copy that has failed', async () => {
    const model = installReferenceModel(mock, { world });
    const failing = { ...job, sleep: async () => model.failCopy('weekly') };
    await assert.rejects(backUp(client, failing), /the copy weekly has failed/);
  });

  it('could have met such answers of stubs, too', async () => {
    const weekly = {
      DBClusterSnapshotIdentifier: 'weekly',
      DBClusterSnapshotArn: snapshotArn(usualCaller, 'weekly'),
      SourceDBClusterSnapshotArn: snapshotArn(usualCaller, 'nightly'),
      SnapshotType: 'manual',
      Status: 'available',
      PercentProgress: 100,
      StorageEncrypted: false,
    };
    mock.on(CopyDBClusterSnapshotCommand).resolves({ DBClusterSnapshot: weekly });
    mock.on(DescribeDBClusterSnapshotsCommand).resolves({ DBClusterSnapshots: [weekly] });
    await backUp(client, { ...job, keyId: undefined });
    // The stubs of this test were written by hand: could AWS have answered so?
    await assertAudit(mock);
  });
});
