import { describe, expect, it } from 'vitest';
import { clusterArn, snapshotArn } from '../world/arn.ts';
import { realise } from '../world/fixture.ts';
import { plainSetting } from '../world/bindings.ts';
import { emptyWorld, findSnapshot, placeState, uuidFrom, withPlace, type World } from '../world/world.ts';
import { keyArn } from '../world/kms.ts';
import type { CreateClusterInput } from './create-cluster.ts';
import { operations } from './index.ts';
import { clusterTags } from './take-snapshot.ts';

const { neptune } = operations;
const caller = { account: '111111111111', region: 'us-east-1' };
const other = { account: '222222222222', region: 'us-east-1' };
const start = emptyWorld(Date.parse('2026-01-02T03:04:05.678Z'));
const plain = { DBClusterIdentifier: 'DB', Engine: 'neptune' };

const create = (world: World, input: CreateClusterInput = {}, by = caller): World => {
  const [next, reply] = neptune.CreateDBCluster(world, by, { ...plain, ...input });
  expect(reply).toMatchObject({ ok: true });
  return next;
};
const names = (world: World): readonly string[] => [...placeState(world, caller).snapshots.keys()].sort();
const automated = 'rds:db-2026-01-02-03-04';
const shape = {
  AvailabilityZones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
  DBClusterIdentifier: 'db',
  Status: 'available',
  Engine: 'neptune',
  EngineVersion: '1.3.2.1',
  Port: 8182,
  StorageEncrypted: false,
  DBClusterArn: clusterArn(caller, 'db'),
  IAMDatabaseAuthenticationEnabled: false,
  ClusterCreateTime: '2026-01-02T03:04:05.678Z',
  CopyTagsToSnapshot: false,
  StorageType: 'standard',
};
const withKeys = realise(
  {
    keys: { key: { id: 'key' }, rsa: { id: 'rsa', spec: 'RSA_2048' }, off: { id: 'off', state: 'Disabled' } },
  },
  plainSetting,
  {},
  start,
).world;

describe('CreateDBCluster', () => {
  it('makes a cluster that is available at once, and a first automated snapshot', () => {
    const [next, reply] = neptune.CreateDBCluster(start, caller, plain);
    expect(reply).toStrictEqual({ ok: true, output: { DBCluster: shape } });
    expect(names(next)).toEqual([automated]);
    expect(findSnapshot(next, caller, automated)).toStrictEqual({
      place: caller,
      name: automated,
      shape: {
        AvailabilityZones: shape.AvailabilityZones,
        DBClusterSnapshotIdentifier: automated,
        DBClusterIdentifier: 'db',
        SnapshotCreateTime: '2026-01-02T03:04:05.678Z',
        Engine: 'neptune',
        AllocatedStorage: 1,
        Status: 'available',
        Port: 8182,
        VpcId: expect.stringMatching(/^vpc-[0-9a-f]{8}$/) as string,
        ClusterCreateTime: '2026-01-02T03:04:05.678Z',
        EngineVersion: '1.3.2.1',
        LicenseModel: 'neptune',
        SnapshotType: 'automated',
        PercentProgress: 100,
        StorageEncrypted: false,
        DBClusterSnapshotArn: snapshotArn(caller, automated),
        IAMDatabaseAuthenticationEnabled: false,
        StorageType: 'standard',
      },
      tags: [],
      sharedWith: [],
    });
  });

  it('gives the places VPCs of their own', () => {
    const vpcOf = (by: typeof caller): string | undefined =>
      findSnapshot(create(start, {}, by), by, automated)?.shape.VpcId;
    expect(vpcOf(caller)).toBe('vpc-966257b0');
    expect(vpcOf(other)).not.toBe(vpcOf(caller));
    expect(vpcOf({ ...caller, region: 'eu-west-1' })).not.toBe(vpcOf(caller));
    for (let i = 0; i < 40; i += 1)
      expect(vpcOf({ ...caller, account: String(300_000_000_000 + i) })).toMatch(/^vpc-[\da-f]{8}$/);
  });

  it.each([
    { name: 'a port', input: { Port: 1150 }, expected: { Port: 1150 } },
    { name: 'the highest port', input: { Port: 65_535 }, expected: { Port: 65_535 } },
    { name: 'a version', input: { EngineVersion: '1.4.0.0' }, expected: { EngineVersion: '1.4.0.0' } },
    {
      name: 'an empty version, which is none',
      input: { EngineVersion: '' },
      expected: { EngineVersion: '1.3.2.1' },
    },
    {
      name: 'zones',
      input: { AvailabilityZones: ['us-east-1b', 'us-east-1d'] },
      expected: { AvailabilityZones: ['us-east-1b', 'us-east-1d'] },
    },
    { name: 'an empty list of zones, which is none', input: { AvailabilityZones: [] }, expected: {} },
    {
      name: 'IAM',
      input: { EnableIAMDatabaseAuthentication: true },
      expected: { IAMDatabaseAuthenticationEnabled: true },
    },
    {
      name: 'tags on snapshots',
      input: { CopyTagsToSnapshot: true },
      expected: { CopyTagsToSnapshot: true },
    },
    {
      name: 'the longest retention',
      input: { BackupRetentionPeriod: 35 },
      expected: { BackupRetentionPeriod: 35 },
    },
    { name: 'no encryption', input: { StorageEncrypted: false }, expected: {} },
    { name: 'no encryption, and no key', input: { KmsKeyId: '' }, expected: {} },
    {
      name: 'a key by id',
      input: { StorageEncrypted: true, KmsKeyId: 'key' },
      expected: { StorageEncrypted: true, KmsKeyId: keyArn(caller, 'key') },
    },
  ])('takes $name', ({ input, expected }) => {
    expect(neptune.CreateDBCluster(withKeys, caller, { ...plain, ...input })[1]).toEqual({
      ok: true,
      output: { DBCluster: { ...shape, ...expected } },
    });
  });

  it('passes its zones on to snapshots', () => {
    const AvailabilityZones = ['us-east-1b', 'us-east-1d'];
    const next = create(start, { AvailabilityZones });
    expect(findSnapshot(next, caller, automated)?.shape.AvailabilityZones).toEqual(AvailabilityZones);
  });

  it.each([
    { name: 'without a key', input: { StorageEncrypted: true } },
    { name: 'with an empty one', input: { StorageEncrypted: true, KmsKeyId: '' } },
    { name: 'by its alias', input: { StorageEncrypted: true, KmsKeyId: 'alias/aws/rds' } },
  ])('makes the AWS managed key for encryption $name, and passes it on to snapshots', ({ input }) => {
    const arn = keyArn(caller, uuidFrom(1));
    const [next, reply] = neptune.CreateDBCluster(start, caller, { ...plain, ...input });
    expect(reply).toMatchObject({ output: { DBCluster: { StorageEncrypted: true, KmsKeyId: arn } } });
    expect(placeState(next, caller).aliases.toJS()).toEqual({ 'alias/aws/rds': uuidFrom(1) });
    expect(findSnapshot(next, caller, automated)?.shape).toMatchObject({
      StorageEncrypted: true,
      KmsKeyId: arn,
    });
  });

  it('takes no automated snapshot when nothing is to be kept', () => {
    expect(names(create(start, { BackupRetentionPeriod: 0 }))).toEqual([]);
  });

  it.each<[name: string, input: CreateClusterInput, code: string, message: RegExp]>([
    ['no name', { DBClusterIdentifier: undefined }, 'MissingParameter', /DBClusterIdentifier/],
    [
      'an empty name',
      { DBClusterIdentifier: '' },
      'InvalidParameterValue',
      /DBClusterIdentifier must be provided/,
    ],
    ['no engine', { Engine: undefined }, 'MissingParameter', /Engine/],
    ['an empty engine', { Engine: '' }, 'InvalidParameterValue', /Engine must be provided/],
    ['another engine', { Engine: 'mysql' }, 'InvalidParameterValue', /mysql/],
    [
      'no identifier',
      { DBClusterIdentifier: 'a--b' },
      'InvalidParameterValue',
      /DBClusterIdentifier is not a valid/,
    ],
    ['a bad tag', { Tags: [{ Key: 'aws:x' }] }, 'InvalidParameterValue', /./],
    ['a port too low', { Port: 1149 }, 'InvalidParameterValue', /1149/],
    ['a port too high', { Port: 65_536 }, 'InvalidParameterValue', /65536/],
    ['a negative retention', { BackupRetentionPeriod: -1 }, 'InvalidParameterValue', /-1/],
    ['too long a retention', { BackupRetentionPeriod: 36 }, 'InvalidParameterValue', /36/],
    ['a key without encryption', { KmsKeyId: 'key' }, 'InvalidParameterCombination', /StorageEncrypted/],
    ['no such key', { StorageEncrypted: true, KmsKeyId: 'no-key' }, 'KMSKeyNotAccessibleFault', /no-key/],
    [
      'a key that is not symmetric',
      { StorageEncrypted: true, KmsKeyId: 'rsa' },
      'KMSKeyNotAccessibleFault',
      /rsa/,
    ],
    ['a key that is off', { StorageEncrypted: true, KmsKeyId: 'off' }, 'KMSKeyNotAccessibleFault', /off/],
    [
      'a key of another Region',
      { StorageEncrypted: true, KmsKeyId: keyArn({ ...caller, region: 'eu-west-1' }, 'key') },
      'KMSKeyNotAccessibleFault',
      /eu-west-1/,
    ],
  ])('is refused: %s', (_, input, code, message) => {
    const [next, reply] = neptune.CreateDBCluster(withKeys, caller, { ...plain, ...input });
    expect(reply).toMatchObject({
      ok: false,
      fault: { code, status: 400, message: expect.stringMatching(message) as string },
    });
    expect(next).toBe(withKeys);
  });

  it('is refused when the name is taken, whatever its case', () => {
    const world = create(start);
    expect(neptune.CreateDBCluster(world, caller, { ...plain, DBClusterIdentifier: 'dB' })).toEqual([
      world,
      {
        ok: false,
        fault: { code: 'DBClusterAlreadyExistsFault', status: 400, message: 'DB Cluster dB already exists.' },
      },
    ]);
    expect(neptune.CreateDBCluster(world, other, plain)[1].ok).toBe(true);
  });
});

it('a cluster passes on its tags, but for those of AWS itself', () => {
  const [cluster] = placeState(create(start, { CopyTagsToSnapshot: true }), caller).clusters.values();
  if (cluster === undefined) throw new Error('no cluster');
  const own = { Key: 'a', Value: '1' };
  expect(clusterTags({ ...cluster, tags: [own, { Key: 'aws:b', Value: '2' }] })).toEqual([own]);
  expect(clusterTags({ ...cluster, copyTagsToSnapshot: false, tags: [own] })).toEqual([]);
});

it('a cluster has up to 50 tags', () => {
  const most = Array.from({ length: 50 }, (_, i) => ({ Key: `k${i}` }));
  const [cluster] = placeState(create(start, { Tags: most }), caller).clusters.values();
  expect(cluster?.tags).toEqual(most);
  const [plainOne] = placeState(create(start), caller).clusters.values();
  expect(plainOne).toMatchObject({ tags: [] });
});

const tags = [{ Key: 'a', Value: '1' }, { Key: 'b' }];
const tagged = create(start, { Tags: tags, CopyTagsToSnapshot: true, BackupRetentionPeriod: 0 });

describe('CreateDBClusterSnapshot', () => {
  const input = { DBClusterSnapshotIdentifier: 'Snap', DBClusterIdentifier: 'DB' };

  it.each([
    { name: 'by name', reference: 'dB' },
    { name: 'by ARN', reference: clusterArn(caller, 'DB') },
  ])('takes a manual snapshot of a cluster $name', ({ reference }) => {
    const [next, reply] = neptune.CreateDBClusterSnapshot(create(start), caller, {
      ...input,
      DBClusterIdentifier: reference,
    });
    const snapshot = findSnapshot(next, caller, 'snap');
    expect(reply).toEqual({ ok: true, output: { DBClusterSnapshot: snapshot?.shape } });
    expect(snapshot?.shape).toMatchObject({
      DBClusterSnapshotIdentifier: 'snap',
      SnapshotType: 'manual',
      DBClusterIdentifier: 'db',
    });
  });

  it.each<[name: string, clusterCopies: boolean, own: object[] | undefined, expected: object[]]>([
    ['of its own', true, [{ Key: 'x', Value: 'y' }], [{ Key: 'x', Value: 'y' }]],
    ['of its own, without a value', true, [{ Key: 'x' }], [{ Key: 'x' }]],
    ['of the cluster', true, undefined, tags],
    ['of the cluster, given an empty list', true, [], tags],
    ['none', false, undefined, []],
  ])('has tags: %s', (_, CopyTagsToSnapshot, Tags, expected) => {
    const world = create(start, { Tags: tags, CopyTagsToSnapshot });
    const [next] = neptune.CreateDBClusterSnapshot(world, caller, { ...input, Tags });
    expect(findSnapshot(next, caller, 'snap')?.tags).toStrictEqual(expected);
    expect(findSnapshot(next, caller, automated)?.tags).toStrictEqual(CopyTagsToSnapshot ? tags : []);
  });

  const full = (world: World): World =>
    withPlace(world, caller, {
      ...placeState(world, caller),
      quotas: { manualSnapshots: 0, crossRegionCopies: 5 },
    });
  const taken = neptune.CreateDBClusterSnapshot(tagged, caller, input)[0];
  it.each<[name: string, world: World, wrong: object, code: string, status: number, message: RegExp]>([
    [
      'no name',
      tagged,
      { DBClusterSnapshotIdentifier: undefined },
      'MissingParameter',
      400,
      /DBClusterSnapshotIdentifier/,
    ],
    [
      'an empty name',
      tagged,
      { DBClusterSnapshotIdentifier: '' },
      'InvalidParameterValue',
      400,
      /DBClusterSnapshotIdentifier must/,
    ],
    [
      'no cluster',
      tagged,
      { DBClusterIdentifier: undefined },
      'MissingParameter',
      400,
      /DBClusterIdentifier/,
    ],
    [
      'an empty cluster',
      tagged,
      { DBClusterIdentifier: '' },
      'InvalidParameterValue',
      400,
      /DBClusterIdentifier must/,
    ],
    [
      'no identifier',
      tagged,
      { DBClusterSnapshotIdentifier: '1' },
      'InvalidParameterValue',
      400,
      /DBClusterSnapshotIdentifier is not/,
    ],
    ['a bad tag', tagged, { Tags: [{ Key: 'aws:x' }] }, 'InvalidParameterValue', 400, /./],
    [
      'a cluster that is not there',
      tagged,
      { DBClusterIdentifier: 'x' },
      'DBClusterNotFoundFault',
      404,
      /DBCluster x not found/,
    ],
    ['a name that is taken', taken, {}, 'DBClusterSnapshotAlreadyExistsFault', 400, /Snap/],
    ['a full quota', full(tagged), {}, 'SnapshotQuotaExceeded', 400, /\b0\b/],
  ])('is refused: %s', (_, world, wrong, code, status, message) => {
    const [next, reply] = neptune.CreateDBClusterSnapshot(world, caller, { ...input, ...wrong });
    expect(reply).toMatchObject({
      ok: false,
      fault: { code, status, message: expect.stringMatching(message) as string },
    });
    expect(next).toBe(world);
  });

  it.each<[name: string, reference: string]>([
    ["another account's ARN", clusterArn(other, 'db')],
    ["another Region's ARN", clusterArn({ ...caller, region: 'eu-west-1' }, 'db')],
    ["another service's ARN", clusterArn(caller, 'db').replace(':rds:', ':s3:')],
    ['an ARN of a snapshot', snapshotArn(caller, 'db')],
    ['an ARN of something before a cluster', clusterArn(caller, 'db').replace(':cluster:', ':x-cluster:')],
    ['an ARN without a name', clusterArn(caller, '')],
  ])('finds no cluster by %s', (_, DBClusterIdentifier) => {
    expect(
      neptune.CreateDBClusterSnapshot(tagged, caller, { ...input, DBClusterIdentifier })[1],
    ).toMatchObject({
      fault: { code: 'DBClusterNotFoundFault' },
    });
  });
});

describe('DeleteDBCluster', () => {
  const world = neptune.CreateDBClusterSnapshot(
    create(create(start, { Tags: tags, CopyTagsToSnapshot: true }), { DBClusterIdentifier: 'other' }),
    caller,
    { DBClusterSnapshotIdentifier: 'kept', DBClusterIdentifier: 'db' },
  )[0];

  it('takes its automated snapshots along, and nothing else', () => {
    const [next, reply] = neptune.DeleteDBCluster(world, caller, {
      DBClusterIdentifier: 'DB',
      SkipFinalSnapshot: true,
    });
    expect(reply).toEqual({
      ok: true,
      output: { DBCluster: { ...shape, CopyTagsToSnapshot: true, Status: 'deleting' } },
    });
    expect(names(next)).toEqual(['kept', 'rds:other-2026-01-02-03-04']);
    expect([...placeState(next, caller).clusters.keys()]).toEqual(['other']);
  });

  it('takes a last snapshot, with the tags that the cluster passes on', () => {
    const input = { DBClusterIdentifier: 'db', FinalDBSnapshotIdentifier: 'Last' };
    const [next] = neptune.DeleteDBCluster(world, caller, input);
    expect(names(next)).toEqual(['kept', 'last', 'rds:other-2026-01-02-03-04']);
    expect(findSnapshot(next, caller, 'last')).toMatchObject({ tags, shape: { SnapshotType: 'manual' } });
    const explicit = { ...input, SkipFinalSnapshot: false };
    expect(neptune.DeleteDBCluster(world, caller, explicit)[1].ok).toBe(true);
  });

  it.each<[name: string, input: object, code: string, status: number, message: RegExp]>([
    ['no name', { SkipFinalSnapshot: true }, 'MissingParameter', 400, /DBClusterIdentifier/],
    [
      'an empty name',
      { DBClusterIdentifier: '', SkipFinalSnapshot: true },
      'InvalidParameterValue',
      400,
      /DBClusterIdentifier/,
    ],
    [
      'no word on a last snapshot',
      { DBClusterIdentifier: 'db' },
      'InvalidParameterCombination',
      400,
      /is required unless/,
    ],
    [
      'no last snapshot although one is wanted',
      { DBClusterIdentifier: 'db', SkipFinalSnapshot: false, FinalDBSnapshotIdentifier: '' },
      'InvalidParameterCombination',
      400,
      /is required unless/,
    ],
    [
      'both',
      { DBClusterIdentifier: 'db', SkipFinalSnapshot: true, FinalDBSnapshotIdentifier: 'x' },
      'InvalidParameterCombination',
      400,
      /together with/,
    ],
    [
      'no such cluster',
      { DBClusterIdentifier: 'x', SkipFinalSnapshot: true },
      'DBClusterNotFoundFault',
      404,
      /DBCluster x/,
    ],
    [
      'a last snapshot of a bad name',
      { DBClusterIdentifier: 'db', FinalDBSnapshotIdentifier: '1' },
      'InvalidParameterValue',
      400,
      /FinalDBSnapshotIdentifier is not/,
    ],
    [
      'a last snapshot of a name that is taken',
      { DBClusterIdentifier: 'db', FinalDBSnapshotIdentifier: 'KEPT' },
      'DBClusterSnapshotAlreadyExistsFault',
      400,
      /KEPT/,
    ],
  ])('is refused: %s', (_, input, code, status, message) => {
    const [next, reply] = neptune.DeleteDBCluster(world, caller, input);
    expect(reply).toMatchObject({
      ok: false,
      fault: { code, status, message: expect.stringMatching(message) as string },
    });
    expect(next).toBe(world);
  });
});

describe('DescribeDBClusters', () => {
  const world = create(create(start, { DBClusterIdentifier: 'zz' }), {});
  const described = (input: object, by = caller): unknown => {
    const [next, reply] = neptune.DescribeDBClusters(world, by, input);
    expect(next).toBe(world);
    return reply.ok ? reply.output.DBClusters.map(({ DBClusterIdentifier: name }) => name) : reply.fault;
  };

  it.each<[name: string, input: object, expected: readonly string[]]>([
    ['all, in order', {}, ['db', 'zz']],
    ['all, given an empty name', { DBClusterIdentifier: '' }, ['db', 'zz']],
    ['one by name', { DBClusterIdentifier: 'ZZ' }, ['zz']],
    ['one by ARN', { DBClusterIdentifier: clusterArn(caller, 'zz') }, ['zz']],
    ['those behind a marker', { Marker: 'db' }, ['zz']],
  ])('shows %s', (_, input, expected) => expect(described(input)).toEqual(expected));

  it('shows what a cluster is', () => {
    expect(neptune.DescribeDBClusters(world, caller, { DBClusterIdentifier: 'db' })[1]).toEqual({
      ok: true,
      output: { DBClusters: [shape] },
    });
  });

  it('shows nothing of other accounts', () => expect(described({}, other)).toEqual([]));

  it('refuses what is not there, and bad pages', () => {
    expect(described({ DBClusterIdentifier: 'x' })).toMatchObject({ code: 'DBClusterNotFoundFault' });
    expect(described({ MaxRecords: 1 })).toMatchObject({ code: 'InvalidParameterValue' });
  });

  it('gives a marker when more follows', () => {
    const many = Array.from({ length: 21 }, (_, i) => `c${i + 10}`).reduce(
      (now, DBClusterIdentifier) => create(now, { DBClusterIdentifier }),
      start,
    );
    expect(neptune.DescribeDBClusters(many, caller, { MaxRecords: 20 })[1]).toMatchObject({
      output: { Marker: 'c29' },
    });
  });
});
