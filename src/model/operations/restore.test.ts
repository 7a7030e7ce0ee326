import { describe, expect, it } from 'vitest';
import { clusterArn, snapshotArn } from '../world/arn.ts';
import { plainSetting } from '../world/bindings.ts';
import { realise } from '../world/fixture.ts';
import { keyArn } from '../world/kms.ts';
import { emptyWorld, type World } from '../world/world.ts';
import { operations } from './index.ts';
import type { Operation } from './reply.ts';

const { neptune, kms } = operations;
const caller = { account: '111111111111', region: 'us-east-1' };
const other = { account: '222222222222', region: 'us-east-1' };
const { world: start } = realise(
  {
    keys: {
      own: { id: 'own', alias: true },
      off: { id: 'off', state: 'Disabled' },
      theirs: { id: 'theirs', account: 'other' },
    },
    snapshots: {
      plain: { tags: [{ Key: 'a' }] },
      secret: { encryptedWith: 'own' },
      locked: { encryptedWith: 'off' },
      young: { status: 'creating' },
      shared: { account: 'other', sharedWith: ['self'], encryptedWith: 'theirs' },
      far: { region: 'elsewhere' },
    },
  },
  plainSetting,
  {},
  emptyWorld(0),
);

const plain = { DBClusterIdentifier: 'DB', SnapshotIdentifier: 'plain', Engine: 'neptune' };
const restored = neptune.RestoreDBClusterFromSnapshot(start, caller, plain)[0];
const instance = {
  DBInstanceIdentifier: 'One',
  DBInstanceClass: 'db.r5.large',
  Engine: 'neptune',
  DBClusterIdentifier: 'db',
};
const running = neptune.CreateDBInstance(restored, caller, instance)[0];

describe('what is restored', () => {
  it.each([
    ['a cluster like the snapshot', {}, { EngineVersion: '1.3.2.1', Port: 8182, StorageEncrypted: false }],
    [
      'encrypted with the key of the snapshot',
      { SnapshotIdentifier: 'secret' },
      { StorageEncrypted: true, KmsKeyId: keyArn(caller, 'own') },
    ],
    ['encrypted with the key that is named', { KmsKeyId: 'alias/own' }, { KmsKeyId: keyArn(caller, 'own') }],
    [
      'of a snapshot by its ARN',
      { SnapshotIdentifier: snapshotArn(caller, 'plain') },
      { Status: 'available' },
    ],
    [
      'of a version and a port',
      { EngineVersion: '1.2.0.0', Port: 9999 },
      { EngineVersion: '1.2.0.0', Port: 9999 },
    ],
    [
      'with what it is told',
      { DBSubnetGroupName: 'inner', VpcSecurityGroupIds: ['sg-1'], EnableCloudwatchLogsExports: ['audit'] },
      {
        DBSubnetGroup: 'inner',
        VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }],
        EnabledCloudwatchLogsExports: ['audit'],
      },
    ],
  ])('is %s', (_, input, expected) => {
    const [next, reply] = neptune.RestoreDBClusterFromSnapshot(start, caller, { ...plain, ...input });
    expect(reply).toMatchObject({
      ok: true,
      output: { DBCluster: { DBClusterIdentifier: 'db', ...expected } },
    });
    const [, described] = neptune.DescribeDBClusters(next, caller, { DBClusterIdentifier: 'db' });
    expect(described).toMatchObject({ output: { DBClusters: [expected] } });
  });

  it.each<[fault: string, of: string, world: World, operation: Operation, input: object]>([
    [
      'MissingParameter',
      'no snapshot',
      start,
      neptune.RestoreDBClusterFromSnapshot,
      { ...plain, SnapshotIdentifier: undefined },
    ],
    [
      'InvalidParameterValue',
      'another engine',
      start,
      neptune.RestoreDBClusterFromSnapshot,
      { ...plain, Engine: 'docdb' },
    ],
    [
      'InvalidParameterValue',
      'no name',
      start,
      neptune.RestoreDBClusterFromSnapshot,
      { ...plain, DBClusterIdentifier: '1' },
    ],
    [
      'InvalidParameterValue',
      'a wrong tag',
      start,
      neptune.RestoreDBClusterFromSnapshot,
      { ...plain, Tags: [{ Key: 'aws:a' }] },
    ],
    [
      'DBClusterAlreadyExistsFault',
      'a cluster that exists',
      restored,
      neptune.RestoreDBClusterFromSnapshot,
      plain,
    ],
    [
      'DBClusterSnapshotNotFoundFault',
      'a snapshot that is not there',
      start,
      neptune.RestoreDBClusterFromSnapshot,
      { ...plain, SnapshotIdentifier: 'gone' },
    ],
    [
      'DBClusterSnapshotNotFoundFault',
      'one of another Region',
      start,
      neptune.RestoreDBClusterFromSnapshot,
      { ...plain, SnapshotIdentifier: 'far' },
    ],
    [
      'InvalidDBClusterSnapshotStateFault',
      'one that is not available',
      start,
      neptune.RestoreDBClusterFromSnapshot,
      { ...plain, SnapshotIdentifier: 'young' },
    ],
    [
      'KMSKeyNotAccessibleFault',
      'a key that is disabled',
      start,
      neptune.RestoreDBClusterFromSnapshot,
      { ...plain, SnapshotIdentifier: 'locked' },
    ],
    [
      'KMSKeyNotAccessibleFault',
      'a key of others',
      start,
      neptune.RestoreDBClusterFromSnapshot,
      { ...plain, SnapshotIdentifier: snapshotArn(other, 'shared') },
    ],
    [
      'InvalidParameterValue',
      'an instance of another engine',
      restored,
      neptune.CreateDBInstance,
      { ...instance, Engine: 'mysql' },
    ],
    [
      'MissingParameter',
      'an instance of no cluster',
      restored,
      neptune.CreateDBInstance,
      { ...instance, DBClusterIdentifier: undefined },
    ],
    [
      'DBClusterNotFoundFault',
      'an instance of one that is not there',
      start,
      neptune.CreateDBInstance,
      instance,
    ],
    [
      'DBInstanceAlreadyExists',
      'an instance that exists',
      running,
      neptune.CreateDBInstance,
      { ...instance, DBInstanceIdentifier: 'ONE' },
    ],
    [
      'DBInstanceNotFound',
      'an instance that is not there',
      restored,
      neptune.DescribeDBInstances,
      { DBInstanceIdentifier: 'one' },
    ],
    [
      'DBInstanceNotFound',
      'deleting what is not there',
      restored,
      neptune.DeleteDBInstance,
      { DBInstanceIdentifier: 'one' },
    ],
    [
      'InvalidParameterValue',
      'a filter that is none',
      running,
      neptune.DescribeDBInstances,
      { Filters: [{ Name: 'status', Values: ['x'] }] },
    ],
    [
      'InvalidParameterValue',
      'a filter without values',
      running,
      neptune.DescribeDBClusters,
      { Filters: [{ Name: 'engine' }] },
    ],
    [
      'InvalidDBClusterStateFault',
      'deleting a cluster with an instance',
      running,
      neptune.DeleteDBCluster,
      { DBClusterIdentifier: 'db', SkipFinalSnapshot: true },
    ],
    [
      'InvalidParameterCombination',
      'deleting a cluster that is protected',
      neptune.RestoreDBClusterFromSnapshot(start, caller, { ...plain, DeletionProtection: true })[0],
      neptune.DeleteDBCluster,
      { DBClusterIdentifier: 'db', SkipFinalSnapshot: true },
    ],
  ])('is refused with %s: %s', (fault, _, world, operation, input) => {
    const [next, reply] = operation(world, caller, input as never);
    expect(reply).toMatchObject({ ok: false, fault: { code: fault } });
    expect(next).toBe(world);
  });
});

describe('instances', () => {
  it('are of their cluster, until they are deleted', () => {
    const [, described] = neptune.DescribeDBInstances(running, caller, {});
    expect(described).toMatchObject({
      output: {
        DBInstances: [
          { DBInstanceIdentifier: 'one', DBInstanceStatus: 'available', DBClusterIdentifier: 'db' },
        ],
      },
    });
    const [, cluster] = neptune.DescribeDBClusters(running, caller, {});
    expect(cluster).toMatchObject({
      output: {
        DBClusters: [{ DBClusterMembers: [{ DBInstanceIdentifier: 'one', IsClusterWriter: true }] }],
      },
    });
    const [next, deleted] = neptune.DeleteDBInstance(running, caller, { DBInstanceIdentifier: 'ONE' });
    expect(deleted).toMatchObject({ output: { DBInstance: { DBInstanceStatus: 'deleting' } } });
    expect(neptune.DescribeDBInstances(next, caller, {})[1]).toMatchObject({ output: { DBInstances: [] } });
    expect(
      neptune.DeleteDBCluster(next, caller, { DBClusterIdentifier: 'db', SkipFinalSnapshot: true })[1],
    ).toMatchObject({ ok: true });
  });

  it.each<[name: string, values: readonly string[], found: number]>([
    ['db-cluster-id', ['DB'], 1],
    ['db-cluster-id', ['nobody', clusterArn(caller, 'db')], 1],
    ['db-cluster-id', [clusterArn(other, 'db')], 0],
    ['engine', ['neptune'], 1],
    ['engine', ['docdb'], 0],
  ])('and clusters are filtered by %s: %j', (Name, Values, found) => {
    const input = { Filters: [{ Name, Values }] };
    for (const [list, operation] of [
      ['DBInstances', neptune.DescribeDBInstances],
      ['DBClusters', neptune.DescribeDBClusters],
    ] as const) {
      const [, reply] = (operation as Operation)(running, caller, input as never);
      expect(reply).toMatchObject({
        ok: true,
        output: { [list]: expect.objectContaining({ length: found }) as unknown },
      });
    }
  });
});

it.each([
  [{}, 8],
  [{ Engine: 'docdb' }, 0],
  [{ EngineVersion: '1.3.1.0' }, 1],
  [{ DBParameterGroupFamily: 'neptune1.2' }, 5],
  [{ DefaultOnly: true }, 1],
])('versions of the engine are told: %j', (input, count) => {
  const [, reply] = neptune.DescribeDBEngineVersions(start, caller, input);
  expect(reply).toMatchObject({
    output: { DBEngineVersions: expect.objectContaining({ length: count }) as unknown },
  });
});

describe('KMS', () => {
  it('lists keys and aliases, piece by piece', () => {
    const [, first] = kms.ListKeys(start, caller, { Limit: 1 });
    expect(first).toMatchObject({ output: { Keys: [{ KeyId: 'off' }], Truncated: true, NextMarker: 'off' } });
    const [, second] = kms.ListKeys(start, caller, { Marker: 'off' });
    expect(second).toEqual({
      ok: true,
      output: { Keys: [{ KeyId: 'own', KeyArn: keyArn(caller, 'own') }], Truncated: false },
    });
    const alias = { AliasName: 'alias/own', TargetKeyId: 'own' };
    expect(kms.ListAliases(start, caller, {})[1]).toMatchObject({ output: { Aliases: [alias] } });
    expect(kms.ListAliases(start, caller, { KeyId: 'off' })[1]).toMatchObject({ output: { Aliases: [] } });
  });

  it('keeps what a key is for', () => {
    const [, reply] = kms.CreateKey(start, caller, { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' });
    expect(reply).toMatchObject({ ok: true, output: { KeyMetadata: { KeyUsage: 'SIGN_VERIFY' } } });
  });

  it('lets another account in by a grant to make grants, and by no other', () => {
    const grant = { KeyId: 'theirs', GranteePrincipal: `arn:aws:iam::${caller.account}:root` };
    const restore = (world: World) =>
      neptune.RestoreDBClusterFromSnapshot(world, caller, {
        ...plain,
        SnapshotIdentifier: snapshotArn(other, 'shared'),
      })[1].ok;
    const [granted, reply] = kms.CreateGrant(start, other, {
      ...grant,
      Operations: ['CreateGrant', 'Decrypt'],
    });
    expect(reply).toMatchObject({
      ok: true,
      output: { GrantId: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
    });
    const [less] = kms.CreateGrant(start, other, { ...grant, Operations: ['Decrypt'] });
    expect([start, less, granted].map(restore)).toEqual([false, false, true]);
  });

  it.each<[fault: string, operation: Operation, input: object]>([
    ['ValidationException', kms.CreateKey, { KeyUsage: 'SIGN' }],
    ['ValidationException', kms.ListKeys, { Limit: 0 }],
    ['ValidationException', kms.ListAliases, { Limit: 101 }],
    ['NotFoundException', kms.ListAliases, { KeyId: 'gone' }],
    ['ValidationException', kms.CreateGrant, { KeyId: 'own', Operations: ['Decrypt'] }],
    ['ValidationException', kms.CreateGrant, { KeyId: 'own', GranteePrincipal: '222222222222' }],
    [
      'InvalidArnException',
      kms.CreateGrant,
      { KeyId: 'own', GranteePrincipal: 'me', Operations: ['Decrypt'] },
    ],
    [
      'NotFoundException',
      kms.CreateGrant,
      { KeyId: 'gone', GranteePrincipal: '222222222222', Operations: ['Decrypt'] },
    ],
    [
      'KMSInvalidStateException',
      kms.CreateGrant,
      { KeyId: 'off', GranteePrincipal: '222222222222', Operations: ['Decrypt'] },
    ],
  ])('refuses with %s', (fault, operation, input) => {
    expect(operation(start, caller, input as never)[1]).toMatchObject({ ok: false, fault: { code: fault } });
  });
});
