import {
  DeleteDBClusterSnapshotCommand,
  DescribeDBClusterSnapshotsCommand,
  NeptuneClient,
  SnapshotQuotaExceededFault,
} from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import {
  findSnapshot,
  installReferenceModel,
  placeState,
  snapshotArn,
  worldOf,
  type Caller,
  type ReferenceModel,
  type WorldDocument,
} from 'neptune-copy-contract/testing';
import 'neptune-copy-contract/testing/vitest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backUp, type Kept } from '../src/back-up.ts';
import { NoCopy } from '../src/copy.ts';
import { job as usual } from '../src/job.ts';
import { OutOfPatience } from '../src/patience.ts';

const production: Caller = { account: '111122223333', region: 'us-east-1' };
const near: Caller = { account: '444455556666', region: 'us-east-1' };
const far: Caller = { account: '444455556666', region: 'eu-west-1' };
const job = { ...usual, keep: 2 };
const patience = { everySeconds: 60, forSeconds: 4 * 3600 };

const neptune = mockClient(NeptuneClient);
let model: ReferenceModel;

/** Clients whose access key ids are their accounts, as the reference model understands them. */
const clientOf = (profile: string, region: string): NeptuneClient => {
  const { account } = profile === 'production' ? production : near;
  return new NeptuneClient({ region, credentials: { accessKeyId: account, secretAccessKey: 'secret' } });
};
/** The time, in hours and minutes: tests begin at two o'clock. */
const now = (): string => new Date().toISOString().slice(11, 16);
const run = (): Promise<readonly Kept[]> => backUp(clientOf, job, patience);

type Snapshots = NonNullable<WorldDocument['snapshots']>;

/** A snapshot of the cluster that was made on a day of November. */
const madeOn = (day: number, more: Snapshots[string]): Snapshots[string] => ({
  ...more,
  tags: [{ Key: 'owner', Value: 'orders-team' }],
  describes: { DBClusterIdentifier: 'orders', SnapshotCreateTime: `2026-11-${day}T01:00:00.000Z` },
});

/** Production with its snapshots of two nights, the vault, and what else a test needs. Copies take ten minutes. */
function start({ snapshots, places, keys }: WorldDocument = {}): void {
  const ofProduction = { account: production.account, encryptedWith: 'production' };
  const document: WorldDocument = {
    keys: {
      production: { account: production.account, usableBy: [near.account] },
      vault: { account: near.account, alias: true },
      'vault-far': { account: far.account, region: far.region, alias: 'vault' },
      ...keys,
    },
    snapshots: { 'orders-25': madeOn(25, ofProduction), 'orders-26': madeOn(26, ofProduction), ...snapshots },
    ...(places && { places }),
  };
  const world = worldOf(document, { caller: production, copyDuration: { minutes: 10 } });
  // What nobody knows of AWS this service must not depend on.
  model = installReferenceModel(neptune, { world, clock: Date.now, unspecified: 'throw' });
}

/** Names of the manual snapshots that there are. */
const names = (place: Caller): string[] => [...placeState(model.world, place).snapshots.keys()].sort();

beforeEach(() => {
  neptune.reset();
  // Hours pass at once: whoever waits is next.
  vi.useFakeTimers({ now: new Date('2026-11-27T02:00:00Z') }).setTimerTickMode('nextTimerAsync');
});
afterEach(() => void vi.useRealTimers());

describe('a run', () => {
  it('takes the newest snapshot over into both Regions, under the keys of the vault and with its tags', async () => {
    start();
    expect(await run()).toEqual([
      { region: 'us-east-1', copy: snapshotArn(near, 'orders-26'), pruned: [] },
      { region: 'eu-west-1', copy: snapshotArn(far, 'orders-26'), pruned: [] },
    ]);
    for (const place of [near, far]) {
      const copy = findSnapshot(model.world, place, 'orders-26');
      expect(copy?.shape.Status).toBe('available');
      expect(copy?.shape.KmsKeyId).toContain(`:kms:${place.region}:${place.account}:`);
      expect(copy?.tags).toEqual([{ Key: 'owner', Value: 'orders-team' }]);
    }
    // The vault could not have copied what was not shared with it; afterwards it is no longer.
    expect(findSnapshot(model.world, production, 'orders-26')?.sharedWith).toEqual([]);
    expect(now()).toBe('02:20');
    await expect(neptune).toConformToContract();
  });

  it('does nothing again that is done', async () => {
    start();
    const first = await run();
    const then = Date.now();
    expect(await run()).toEqual(first);
    expect(Date.now()).toBe(then);
  });

  it('keeps the newest copies, and what is no copy', async () => {
    const { account } = near;
    start({
      snapshots: {
        older: madeOn(23, { account: production.account }),
        'copy-23': madeOn(23, { account, copyOf: 'older' }),
        'copy-24': madeOn(24, { account, copyOf: 'older' }),
        'by-hand': madeOn(22, { account }),
      },
    });
    // Another run deletes it at the same time.
    model.failNext('DBClusterSnapshotNotFoundFault', 'DeleteDBClusterSnapshot');
    await run();
    const [first, second] = await run();
    expect(names(near)).toEqual(['by-hand', 'copy-24', 'orders-26']);
    expect([first?.pruned, second?.pruned]).toEqual([['copy-23'], []]);
  });
});

describe('what stands in the way', () => {
  it('a quota that is used up is waited for', async () => {
    start({
      snapshots: { 'by-hand': far },
      places: [{ ...far, manualSnapshotQuota: 1 }],
    });
    const makeRoom = new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: 'by-hand' });
    setTimeout(() => void clientOf('vault', far.region).send(makeRoom), 3600_000);
    expect(await run()).toHaveLength(2);
    expect(now()).toBe('03:10');
  });

  it('a quota that stays full is told, with the fault of AWS, once there is no more patience', async () => {
    start({ places: [{ ...near, manualSnapshotsLeft: 0 }] });
    const error: unknown = await run().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OutOfPatience);
    expect(error).toMatchObject({ message: 'no room for orders-26, after 14400 s' });
    expect((error as OutOfPatience).cause).toBeInstanceOf(SnapshotQuotaExceededFault);
    expect(now()).toBe('06:00');
  });

  it('a run that was cut off is taken up where it was', async () => {
    start();
    const looking = { DBClusterSnapshotIdentifier: 'orders-26' };
    neptune.on(DescribeDBClusterSnapshotsCommand, looking).rejectsOnce(new Error('cut off'));
    await expect(run()).rejects.toThrow('cut off');
    expect(await run()).toHaveLength(2);
    expect(now()).toBe('02:20');
  });

  it('a copy that fails is told, and the snapshot is shared no longer', async () => {
    start();
    model.failCopy('orders-26');
    await expect(run()).rejects.toThrow(new NoCopy('orders-26 is failed'));
    expect(findSnapshot(model.world, production, 'orders-26')?.sharedWith).toEqual([]);
  });

  it('something else of that name is no backup', async () => {
    start({ snapshots: { other: { account: near.account, identifier: 'orders-26' } } });
    const source = snapshotArn(production, 'orders-26');
    await expect(run()).rejects.toThrow(new NoCopy(`orders-26 is there, but no copy of ${source}`));
  });

  it('a key of production that is not open to the vault is told as AWS tells it', async () => {
    start({ keys: { production: { account: production.account, usableBy: [] } } });
    await expect(run()).toBeRejectedFor('kms-source-key-accessible');
  });

  it('a cluster without a manual snapshot is told', async () => {
    start();
    const nothing = backUp(clientOf, { ...job, cluster: 'invoices' }, patience);
    await expect(nothing).rejects.toThrow('invoices has no manual snapshot');
  });
});
