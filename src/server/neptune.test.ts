import { Neptune, type NeptuneServiceException } from '@aws-sdk/client-neptune';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from './index.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const self = '111111111111';
const other = '222222222222';
const start = Date.UTC(2026, 0, 2, 3, 4, 5);
const names = { DBClusterSnapshotIdentifier: 'snap', DBClusterIdentifier: 'db' };
let now = start;
let server: RunningServer;

const clients: Neptune[] = [];
function client(account = self, region = 'us-east-1'): Neptune {
  const credentials = { accessKeyId: account, secretAccessKey: 'any' };
  const made = new Neptune({ endpoint: server.url, region, credentials, maxAttempts: 1 });
  clients.push(made);
  return made;
}

/** Code and HTTP status of a rejection; the names of both are what tables below expect. */
async function fault(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason as NeptuneServiceException,
  );
  return error === undefined ? 'accepted' : `${error.name} ${error.$metadata.httpStatusCode ?? 0}`;
}

beforeEach(async () => {
  now = start;
  server = await startServer({ now: () => now, copyDuration: 1000 });
});

afterEach(() => server.close());

afterAll(() => clients.forEach((made) => made.destroy()));

describe('clusters', () => {
  test('a cluster is described as it was made, and has an automated snapshot', async () => {
    const neptune = client();
    const { DBCluster } = await neptune.createDBCluster({
      DBClusterIdentifier: 'Db',
      Engine: 'neptune',
      StorageEncrypted: true,
      CopyTagsToSnapshot: true,
      Tags: [{ Key: 'team', Value: 'graph' }],
    });
    expect(DBCluster).toMatchObject({
      DBClusterIdentifier: 'db',
      DBClusterArn: 'arn:aws:rds:us-east-1:111111111111:cluster:db',
      EngineVersion: '1.3.2.1',
      Port: 8182,
      StorageEncrypted: true,
      ClusterCreateTime: new Date(start),
    });
    expect(DBCluster?.KmsKeyId).toMatch(/^arn:aws:kms:us-east-1:111111111111:key\/[0-9a-f-]{36}$/);
    for (const DBClusterIdentifier of ['DB', DBCluster?.DBClusterArn ?? '']) {
      expect((await neptune.describeDBClusters({ DBClusterIdentifier })).DBClusters).toEqual([DBCluster]);
    }
    const { DBClusterSnapshots } = await neptune.describeDBClusterSnapshots({ SnapshotType: 'automated' });
    expect(DBClusterSnapshots).toEqual([
      {
        AvailabilityZones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
        DBClusterSnapshotIdentifier: 'rds:db-2026-01-02-03-04',
        DBClusterIdentifier: 'db',
        SnapshotCreateTime: new Date(start),
        Engine: 'neptune',
        AllocatedStorage: 1,
        Status: 'available',
        Port: 8182,
        VpcId: expect.stringMatching(/^vpc-[0-9a-f]{8}$/) as string,
        ClusterCreateTime: new Date(start),
        EngineVersion: '1.3.2.1',
        LicenseModel: 'neptune',
        SnapshotType: 'automated',
        PercentProgress: 100,
        StorageEncrypted: true,
        KmsKeyId: DBCluster?.KmsKeyId,
        DBClusterSnapshotArn: 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:rds:db-2026-01-02-03-04',
        IAMDatabaseAuthenticationEnabled: false,
        StorageType: 'standard',
      },
    ]);
  });

  test('no automated snapshot without a retention period', async () => {
    const neptune = client();
    await neptune.createDBCluster({ DBClusterIdentifier: 'db', Engine: 'neptune', BackupRetentionPeriod: 0 });
    expect((await neptune.describeDBClusterSnapshots({})).DBClusterSnapshots).toEqual([]);
  });

  test('deleting takes the automated snapshots along and leaves a last one', async () => {
    const neptune = client();
    await neptune.createDBCluster({ DBClusterIdentifier: 'db', Engine: 'neptune' });
    await neptune.createDBClusterSnapshot(names);
    await neptune.deleteDBCluster({ DBClusterIdentifier: 'db', FinalDBSnapshotIdentifier: 'Last' });
    const { DBClusterSnapshots = [] } = await neptune.describeDBClusterSnapshots({
      DBClusterIdentifier: 'DB',
    });
    expect(DBClusterSnapshots.map((snapshot) => snapshot.DBClusterSnapshotIdentifier)).toEqual([
      'last',
      'snap',
    ]);
    expect(await fault(neptune.describeDBClusters({ DBClusterIdentifier: 'db' }))).toBe(
      'DBClusterNotFoundFault 404',
    );
  });

  const ask = { DBClusterIdentifier: 'fresh', Engine: 'neptune' };
  const key = 'arn:aws:kms:us-east-1:111111111111:key/none';
  test.each([
    {
      name: 'taken',
      given: { ...ask, DBClusterIdentifier: 'DB' },
      expected: 'DBClusterAlreadyExistsFault 400',
    },
    {
      name: 'bad name',
      given: { ...ask, DBClusterIdentifier: '1db' },
      expected: 'InvalidParameterValue 400',
    },
    { name: 'bad engine', given: { ...ask, Engine: 'mysql' }, expected: 'InvalidParameterValue 400' },
    { name: 'no engine', given: { ...ask, Engine: undefined }, expected: 'MissingParameter 400' },
    { name: 'bad port', given: { ...ask, Port: 80 }, expected: 'InvalidParameterValue 400' },
    { name: 'bad tag', given: { ...ask, Tags: [{ Key: 'aws:x' }] }, expected: 'InvalidParameterValue 400' },
    { name: 'key alone', given: { ...ask, KmsKeyId: key }, expected: 'InvalidParameterCombination 400' },
    {
      name: 'unknown key',
      given: { ...ask, KmsKeyId: key, StorageEncrypted: true },
      expected: 'KMSKeyNotAccessibleFault 400',
    },
    {
      name: 'managed key by alias',
      given: { ...ask, KmsKeyId: 'alias/aws/rds', StorageEncrypted: true },
      expected: 'accepted',
    },
  ])('creating one: $name', async ({ given, expected }) => {
    const neptune = client();
    await neptune.createDBCluster({ DBClusterIdentifier: 'db', Engine: 'neptune' });
    const { KmsKeyId, ...rest } = given as typeof ask & { KmsKeyId?: string };
    expect(
      await fault(neptune.createDBCluster({ ...rest, ...(KmsKeyId !== undefined && { KmsKeyId }) })),
    ).toBe(expected);
  });

  test.each([
    {
      name: 'unknown',
      given: { DBClusterIdentifier: 'none', SkipFinalSnapshot: true },
      expected: 'DBClusterNotFoundFault 404',
    },
    { name: 'undecided', given: { DBClusterIdentifier: 'db' }, expected: 'InvalidParameterCombination 400' },
    {
      name: 'contradictory',
      given: { DBClusterIdentifier: 'db', SkipFinalSnapshot: true, FinalDBSnapshotIdentifier: 'x' },
      expected: 'InvalidParameterCombination 400',
    },
    {
      name: 'name of the last taken',
      given: { DBClusterIdentifier: 'db', FinalDBSnapshotIdentifier: 'snap' },
      expected: 'DBClusterSnapshotAlreadyExistsFault 400',
    },
  ])('deleting one: $name', async ({ given, expected }) => {
    const neptune = client();
    await neptune.createDBCluster({ DBClusterIdentifier: 'db', Engine: 'neptune' });
    await neptune.createDBClusterSnapshot(names);
    expect(await fault(neptune.deleteDBCluster(given))).toBe(expected);
  });
});

describe('snapshots', () => {
  beforeEach(async () => {
    const neptune = client();
    const Tags = [{ Key: 'team', Value: 'graph' }];
    await neptune.createDBCluster({
      DBClusterIdentifier: 'db',
      Engine: 'neptune',
      CopyTagsToSnapshot: true,
      Tags,
    });
    await neptune.createDBClusterSnapshot(names);
  });

  const arn = (name: string, account = self): string =>
    `arn:aws:rds:us-east-1:${account}:cluster-snapshot:${name}`;
  const copyOf = (SourceDBClusterSnapshotIdentifier: string, TargetDBClusterSnapshotIdentifier = 'copy') => ({
    SourceDBClusterSnapshotIdentifier,
    TargetDBClusterSnapshotIdentifier,
  });

  test('a copy progresses and is described as it was answered', async () => {
    const neptune = client();
    const { DBClusterSnapshot: copy } = await neptune.copyDBClusterSnapshot(copyOf('SNAP', 'Copy'));
    expect(copy).toMatchObject({
      DBClusterSnapshotIdentifier: 'copy',
      SourceDBClusterSnapshotArn: arn('snap'),
      Status: 'copying',
      PercentProgress: 0,
    });
    const described = async () =>
      (await neptune.describeDBClusterSnapshots({ DBClusterSnapshotIdentifier: arn('copy') }))
        .DBClusterSnapshots?.[0];
    expect(await described()).toEqual(copy);
    now += 500;
    expect(await described()).toEqual({ ...copy, PercentProgress: 50 });
    now += 500;
    expect(await described()).toEqual({ ...copy, Status: 'available', PercentProgress: 100 });
  });

  test('deleting a copy in progress cancels it', async () => {
    const neptune = client();
    await neptune.copyDBClusterSnapshot(copyOf('snap'));
    await neptune.deleteDBClusterSnapshot({ DBClusterSnapshotIdentifier: 'COPY' });
    now += 2000;
    expect(await fault(neptune.describeDBClusterSnapshots({ DBClusterSnapshotIdentifier: 'copy' }))).toBe(
      'DBClusterSnapshotNotFoundFault 404',
    );
  });

  test('of concurrent copies to one name exactly one wins', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => fault(client().copyDBClusterSnapshot(copyOf('snap')))),
    );
    expect(results.filter((result) => result === 'accepted')).toHaveLength(1);
    expect(new Set(results)).toEqual(new Set(['accepted', 'DBClusterSnapshotAlreadyExistsFault 400']));
  });

  test('a shared snapshot is listed when asked for and can be copied by ARN', async () => {
    const [owner, guest] = [client(), client(other)];
    const before = await guest.describeDBClusterSnapshots({ IncludeShared: true });
    expect(before.DBClusterSnapshots).toEqual([]);
    expect(await fault(guest.copyDBClusterSnapshot(copyOf(arn('snap'))))).toBe(
      'DBClusterSnapshotNotFoundFault 404',
    );
    const { DBClusterSnapshotAttributesResult } = await owner.modifyDBClusterSnapshotAttribute({
      DBClusterSnapshotIdentifier: 'snap',
      AttributeName: 'restore',
      ValuesToAdd: [other],
      ValuesToRemove: [],
    });
    expect(DBClusterSnapshotAttributesResult).toEqual({
      DBClusterSnapshotIdentifier: 'snap',
      DBClusterSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: [other] }],
    });
    expect(
      await owner.describeDBClusterSnapshotAttributes({ DBClusterSnapshotIdentifier: 'snap' }),
    ).toMatchObject({
      DBClusterSnapshotAttributesResult,
    });
    const list = async (input: object) =>
      (await guest.describeDBClusterSnapshots(input)).DBClusterSnapshots?.length;
    expect(await list({})).toBe(0);
    expect(await list({ IncludeShared: true })).toBe(1);
    expect(await list({ SnapshotType: 'shared' })).toBe(1);
    expect(await list({ SnapshotType: 'manual', IncludeShared: true })).toBe(1);
    expect(await list({ SnapshotType: 'public' })).toBe(0);
    expect(await list({ DBClusterSnapshotIdentifier: arn('snap') })).toBe(1);
    const { DBClusterSnapshot } = await guest.copyDBClusterSnapshot(copyOf(arn('snap')));
    expect(DBClusterSnapshot?.DBClusterSnapshotArn).toBe(arn('copy', other));
  });

  test('a public snapshot is listed for everybody who asks', async () => {
    await client().modifyDBClusterSnapshotAttribute({
      DBClusterSnapshotIdentifier: 'snap',
      AttributeName: 'restore',
      ValuesToAdd: ['all'],
    });
    const list = async (input: object) =>
      (await client(other).describeDBClusterSnapshots(input)).DBClusterSnapshots?.length;
    expect(await list({ IncludeShared: true })).toBe(0);
    expect(await list({ IncludePublic: true })).toBe(1);
    expect(await list({ SnapshotType: 'public' })).toBe(1);
  });

  test('a share can be taken back', async () => {
    const neptune = client();
    const restore = { DBClusterSnapshotIdentifier: 'snap', AttributeName: 'restore' };
    await neptune.modifyDBClusterSnapshotAttribute({ ...restore, ValuesToAdd: [other, '333333333333'] });
    const { DBClusterSnapshotAttributesResult: left } = await neptune.modifyDBClusterSnapshotAttribute({
      ...restore,
      ValuesToRemove: [other],
    });
    expect(left?.DBClusterSnapshotAttributes?.[0]?.AttributeValues).toEqual(['333333333333']);
  });

  test('an encrypted snapshot cannot be made public', async () => {
    const neptune = client();
    await neptune.createDBCluster({ DBClusterIdentifier: 'e', Engine: 'neptune', StorageEncrypted: true });
    await neptune.createDBClusterSnapshot({ DBClusterSnapshotIdentifier: 'es', DBClusterIdentifier: 'e' });
    const call = neptune.modifyDBClusterSnapshotAttribute({
      DBClusterSnapshotIdentifier: 'es',
      AttributeName: 'restore',
      ValuesToAdd: ['all'],
    });
    expect(await fault(call)).toBe('InvalidParameterValue 400');
  });

  test('a cluster that does not copy its tags gives its snapshots none', async () => {
    const neptune = client();
    const Tags = [{ Key: 'team', Value: 'graph' }];
    await neptune.createDBCluster({ DBClusterIdentifier: 'quiet', Engine: 'neptune', Tags });
    await neptune.createDBClusterSnapshot({ DBClusterSnapshotIdentifier: 'q', DBClusterIdentifier: 'quiet' });
    expect((await neptune.listTagsForResource({ ResourceName: arn('q') })).TagList).toEqual([]);
  });

  test('lists come in pages', async () => {
    const neptune = client();
    for (let i = 0; i < 44; i += 1) {
      await neptune.createDBClusterSnapshot({ ...names, DBClusterSnapshotIdentifier: `s${i}` });
    }
    const seen: string[] = [];
    const sizes: number[] = [];
    let marker: string | undefined;
    do {
      const page = await neptune.describeDBClusterSnapshots({
        SnapshotType: 'manual',
        MaxRecords: 20,
        ...(marker !== undefined && { Marker: marker }),
      });
      sizes.push(page.DBClusterSnapshots?.length ?? 0);
      for (const snapshot of page.DBClusterSnapshots ?? [])
        seen.push(snapshot.DBClusterSnapshotIdentifier ?? '');
      marker = page.Marker;
    } while (marker !== undefined);
    expect(sizes).toEqual([20, 20, 5]);
    expect(new Set(seen).size).toBe(45);
  });

  test('tags come from the request, else from the cluster, and can be changed', async () => {
    const neptune = client();
    const tags = async (name: string) =>
      (await neptune.listTagsForResource({ ResourceName: arn(name) })).TagList;
    expect(await tags('snap')).toEqual([{ Key: 'team', Value: 'graph' }]);
    await neptune.createDBClusterSnapshot({
      ...names,
      DBClusterSnapshotIdentifier: 'own',
      Tags: [{ Key: 'a', Value: '' }, { Key: 'b' }],
    });
    expect(await tags('own')).toEqual([{ Key: 'a', Value: '' }, { Key: 'b' }]);
    const ResourceName = arn('own');
    await neptune.addTagsToResource({
      ResourceName,
      Tags: [
        { Key: 'a', Value: '2' },
        { Key: 'c', Value: '3' },
      ],
    });
    await neptune.removeTagsFromResource({ ResourceName, TagKeys: ['b', 'none'] });
    expect(await tags('own')).toEqual([
      { Key: 'a', Value: '2' },
      { Key: 'c', Value: '3' },
    ]);
    const cluster = { ResourceName: 'arn:aws:rds:us-east-1:111111111111:cluster:db' };
    await neptune.addTagsToResource({ ...cluster, Tags: [{ Key: 'd', Value: '4' }] });
    expect((await neptune.listTagsForResource(cluster)).TagList).toHaveLength(2);
  });

  const modify = { DBClusterSnapshotIdentifier: 'snap', AttributeName: 'restore' };
  const table: { name: string; given: (neptune: Neptune) => Promise<unknown>; expected: string }[] = [
    {
      name: 'create: name taken by an automated one',
      given: (n) => n.createDBClusterSnapshot({ ...names, DBClusterSnapshotIdentifier: 'Snap' }),
      expected: 'DBClusterSnapshotAlreadyExistsFault 400',
    },
    {
      name: 'create: bad name',
      given: (n) => n.createDBClusterSnapshot({ ...names, DBClusterSnapshotIdentifier: 'a--b' }),
      expected: 'InvalidParameterValue 400',
    },
    {
      name: 'create: no cluster',
      given: (n) =>
        n.createDBClusterSnapshot({ DBClusterSnapshotIdentifier: 'x', DBClusterIdentifier: 'none' }),
      expected: 'DBClusterNotFoundFault 404',
    },
    {
      name: 'create: same tag twice',
      given: (n) =>
        n.createDBClusterSnapshot({
          ...names,
          DBClusterSnapshotIdentifier: 'x',
          Tags: [{ Key: 'a' }, { Key: 'a' }],
        }),
      expected: 'InvalidParameterCombination 400',
    },
    {
      name: 'describe: unknown',
      given: (n) => n.describeDBClusterSnapshots({ DBClusterSnapshotIdentifier: 'none' }),
      expected: 'DBClusterSnapshotNotFoundFault 404',
    },
    {
      name: 'describe: not the type',
      given: (n) =>
        n.describeDBClusterSnapshots({ DBClusterSnapshotIdentifier: 'snap', SnapshotType: 'automated' }),
      expected: 'DBClusterSnapshotNotFoundFault 404',
    },
    {
      name: 'describe: two selections',
      given: (n) => n.describeDBClusterSnapshots(names),
      expected: 'InvalidParameterCombination 400',
    },
    {
      name: 'describe: no such type',
      given: (n) => n.describeDBClusterSnapshots({ SnapshotType: 'x' }),
      expected: 'InvalidParameterValue 400',
    },
    {
      name: 'describe: page too small',
      given: (n) => n.describeDBClusterSnapshots({ MaxRecords: 19 }),
      expected: 'InvalidParameterValue 400',
    },
    {
      name: 'describe: filters',
      given: (n) => n.describeDBClusterSnapshots({ Filters: [{ Name: 'engine', Values: ['neptune'] }] }),
      expected: 'InvalidParameterValue 400',
    },
    {
      name: 'delete: unknown',
      given: (n) => n.deleteDBClusterSnapshot({ DBClusterSnapshotIdentifier: 'none' }),
      expected: 'DBClusterSnapshotNotFoundFault 404',
    },
    {
      name: 'delete: automated',
      given: (n) => n.deleteDBClusterSnapshot({ DBClusterSnapshotIdentifier: 'rds:db-2026-01-02-03-04' }),
      expected: 'InvalidDBClusterSnapshotStateFault 400',
    },
    {
      name: 'share: automated',
      given: (n) =>
        n.modifyDBClusterSnapshotAttribute({
          ...modify,
          DBClusterSnapshotIdentifier: 'rds:db-2026-01-02-03-04',
          ValuesToAdd: [other],
        }),
      expected: 'InvalidDBClusterSnapshotStateFault 400',
    },
    {
      name: 'share: no such attribute',
      given: (n) => n.modifyDBClusterSnapshotAttribute({ ...modify, AttributeName: 'x' }),
      expected: 'InvalidParameterValue 400',
    },
    {
      name: 'share: no account',
      given: (n) => n.modifyDBClusterSnapshotAttribute({ ...modify, ValuesToAdd: ['12'] }),
      expected: 'InvalidParameterValue 400',
    },
    {
      name: 'share: too many',
      given: (n) =>
        n.modifyDBClusterSnapshotAttribute({
          ...modify,
          ValuesToAdd: Array.from({ length: 21 }, (_, i) => String(300000000000 + i)),
        }),
      expected: 'SharedSnapshotQuotaExceededFault 400',
    },
    {
      name: 'tags: no ARN',
      given: (n) => n.listTagsForResource({ ResourceName: 'snap' }),
      expected: 'InvalidParameterValue 400',
    },
    {
      name: 'tags: unknown snapshot',
      given: (n) => n.listTagsForResource({ ResourceName: arn('none') }),
      expected: 'DBClusterSnapshotNotFoundFault 404',
    },
    {
      name: "tags: another account's",
      given: (n) => n.listTagsForResource({ ResourceName: arn('snap', other) }),
      expected: 'AccessDenied 403',
    },
    {
      name: 'tags: too many',
      given: (n) =>
        n.addTagsToResource({
          ResourceName: arn('snap'),
          Tags: Array.from({ length: 50 }, (_, i) => ({ Key: `k${i}` })),
        }),
      expected: 'InvalidParameterValue 400',
    },
    {
      name: 'copy: no source',
      given: (n) => n.copyDBClusterSnapshot(copyOf('none')),
      expected: 'DBClusterSnapshotNotFoundFault 404',
    },
  ];
  test.each(table)('$name', async ({ given, expected }) => {
    const before = server.world();
    expect(await fault(given(client()))).toBe(expected);
    expect(server.world().places.equals(before.places)).toBe(true);
  });

  test('the quota of manual snapshots holds for both ways to make one', async () => {
    const neptune = client();
    for (let i = 1; i < 100; i += 1) {
      await neptune.createDBClusterSnapshot({ ...names, DBClusterSnapshotIdentifier: `s${i}` });
    }
    const over = { ...names, DBClusterSnapshotIdentifier: 'over' };
    expect(await fault(neptune.createDBClusterSnapshot(over))).toBe('SnapshotQuotaExceededFault 400');
    expect(await fault(neptune.copyDBClusterSnapshot(copyOf('snap')))).toBe('SnapshotQuotaExceededFault 400');
    await neptune.deleteDBClusterSnapshot({ DBClusterSnapshotIdentifier: 's1' });
    expect(await fault(neptune.copyDBClusterSnapshot(copyOf('snap')))).toBe('accepted');
  });
});

test('a copy into another Region counts there', async () => {
  const neptune = client();
  await neptune.createDBCluster({ DBClusterIdentifier: 'db', Engine: 'neptune' });
  await neptune.createDBClusterSnapshot(names);
  const there = client(self, 'eu-west-1');
  const source = 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:snap';
  const copy = (i: number) =>
    fault(
      there.copyDBClusterSnapshot({
        SourceDBClusterSnapshotIdentifier: source,
        TargetDBClusterSnapshotIdentifier: `c${i}`,
      }),
    );
  const results = [];
  for (let i = 0; i < 6; i += 1) results.push(await copy(i));
  expect(results).toEqual([...Array.from({ length: 5 }, () => 'accepted'), 'SnapshotQuotaExceededFault 400']);
  now += 1000;
  expect(await copy(6)).toBe('accepted');
});
