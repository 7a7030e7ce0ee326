import { describe, expect, it } from 'vitest';
import { snapshotArn } from '../world/arn.ts';
import { plainSetting } from '../world/bindings.ts';
import { realise } from '../world/fixture.ts';
import { aliasArn, keyArn } from '../world/kms.ts';
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
      odd: { describes: { EngineVersion: '1.2.1.0', Port: 9000 } },
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
const restored = (input: object): World =>
  neptune.RestoreDBClusterFromSnapshot(start, caller, { ...plain, ...input })[0];

describe('what is restored', () => {
  it.each([
    ['a cluster like the snapshot', {}, { EngineVersion: '1.3.2.1', Port: 8182, StorageEncrypted: false }],
    ['of its version and port', { SnapshotIdentifier: 'odd' }, { EngineVersion: '1.2.1.0', Port: 9000 }],
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

  it.each<[what: string, input: object, code: string, says: RegExp]>([
    ['no snapshot', { SnapshotIdentifier: undefined }, 'MissingParameter', /SnapshotIdentifier/],
    ['no name', { DBClusterIdentifier: undefined }, 'MissingParameter', /DBClusterIdentifier/],
    ['no engine', { Engine: undefined }, 'MissingParameter', /Engine/],
    ['another engine', { Engine: 'docdb' }, 'InvalidParameterValue', /docdb/],
    ['what is no name', { DBClusterIdentifier: '1' }, 'InvalidParameterValue', /DBClusterIdentifier/],
    ['a wrong tag', { Tags: [{ Key: 'aws:a' }] }, 'InvalidParameterValue', /"aws:"/],
    ['a cluster that exists', { DBClusterIdentifier: 'There' }, 'DBClusterAlreadyExistsFault', /There/],
    [
      'a snapshot that is not there',
      { SnapshotIdentifier: 'gone' },
      'DBClusterSnapshotNotFoundFault',
      /gone/,
    ],
    ['one of another Region', { SnapshotIdentifier: 'far' }, 'DBClusterSnapshotNotFoundFault', /far/],
    [
      'one that is not available',
      { SnapshotIdentifier: 'young' },
      'InvalidDBClusterSnapshotStateFault',
      /young.*creating/,
    ],
    ['a key that is disabled', { SnapshotIdentifier: 'locked' }, 'KMSKeyNotAccessibleFault', /key\/off/],
    [
      'a key of others',
      { SnapshotIdentifier: snapshotArn(other, 'shared') },
      'KMSKeyNotAccessibleFault',
      /key\/theirs/,
    ],
  ])('is refused for %s', (_, input, code, says) => {
    const world = restored({ DBClusterIdentifier: 'there' });
    const [next, reply] = neptune.RestoreDBClusterFromSnapshot(world, caller, { ...plain, ...input });
    expect(reply).toMatchObject({
      ok: false,
      fault: { code, message: expect.stringMatching(says) as unknown },
    });
    expect(next).toBe(world);
  });

  it('is not deleted while it is protected', () => {
    const deleting = { DBClusterIdentifier: 'db', SkipFinalSnapshot: true };
    const world = restored({ DeletionProtection: true });
    expect(neptune.DeleteDBCluster(world, caller, deleting)).toMatchObject([
      world,
      {
        ok: false,
        fault: {
          code: 'InvalidParameterCombination',
          message: expect.stringContaining('deletion protection') as unknown,
        },
      },
    ]);
    const open = restored({ DeletionProtection: false });
    expect(neptune.DeleteDBCluster(open, caller, deleting)[1]).toMatchObject({ ok: true });
  });
});

describe('versions of the engine', () => {
  it.each([
    [{}, 8],
    [{ Engine: 'docdb' }, 0],
    [{ EngineVersion: '1.3.1.0' }, 1],
    [{ DBParameterGroupFamily: 'neptune1.2' }, 5],
    [{ DefaultOnly: true }, 1],
  ])('are told: %j', (input, count) => {
    const [, reply] = neptune.DescribeDBEngineVersions(start, caller, input);
    expect(reply).toMatchObject({
      output: { DBEngineVersions: expect.objectContaining({ length: count }) as unknown },
    });
  });

  it('are told whole', () => {
    const [next, reply] = neptune.DescribeDBEngineVersions(start, caller, { DefaultOnly: true });
    const version = {
      Engine: 'neptune',
      EngineVersion: '1.3.2.1',
      DBParameterGroupFamily: 'neptune1.3',
      DBEngineDescription: 'Amazon Neptune',
    };
    expect(reply).toStrictEqual({ ok: true, output: { DBEngineVersions: [version] } });
    expect(next).toBe(start);
  });

  it.each([
    [{ MaxRecords: 19 }, /MaxRecords/],
    [{ Filters: [{ Name: 'engine', Values: ['neptune'] }] }, /engine/],
  ])('are not told for %j', (input, says) => {
    expect(neptune.DescribeDBEngineVersions(start, caller, input)).toMatchObject([
      start,
      {
        ok: false,
        fault: { code: 'InvalidParameterValue', message: expect.stringMatching(says) as unknown },
      },
    ]);
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
      output: {
        GrantId: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        GrantToken: expect.stringMatching(/^token-[0-9a-f]{64}$/) as unknown,
      },
    });
    const [less] = kms.CreateGrant(start, other, { ...grant, Operations: ['Decrypt'] });
    expect([start, less, granted].map(restore)).toEqual([false, false, true]);
  });

  it('lists keys whose ids are made up, too', () => {
    const [world, made] = kms.CreateKey(start, caller, {});
    const KeyId = made.ok && made.output.KeyMetadata.KeyId;
    expect(kms.ListKeys(world, caller, {})[1]).toMatchObject({ output: { Keys: [{ KeyId }, {}, {}] } });
  });

  it('lists the aliases of one key only, by whatever names the key', () => {
    const AliasName = 'alias/second';
    const [world] = kms.CreateAlias(start, caller, { AliasName, TargetKeyId: 'off' });
    const listed = (KeyId?: string): unknown => {
      const [, reply] = kms.ListAliases(world, caller, { KeyId });
      return reply.ok && reply.output.Aliases;
    };
    const second = {
      AliasName,
      AliasArn: 'arn:aws:kms:us-east-1:111111111111:alias/second',
      TargetKeyId: 'off',
    };
    const own = { AliasName: 'alias/own', AliasArn: aliasArn(caller, 'alias/own'), TargetKeyId: 'own' };
    expect(listed()).toEqual([own, second]);
    expect(['off', keyArn(caller, 'off'), AliasName].map(listed)).toEqual([[second], [second], [second]]);
  });

  it.each(['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'])(
    'keeps what a key is for: %s',
    (KeyUsage) => {
      const [, reply] = kms.CreateKey(start, caller, { KeySpec: 'RSA_2048', KeyUsage });
      expect(reply).toMatchObject({ ok: true, output: { KeyMetadata: { KeyUsage } } });
    },
  );

  const grant = { KeyId: 'own', GranteePrincipal: '222222222222', Operations: ['Decrypt'] };
  it.each<[fault: string, says: RegExp, operation: Operation, input: object]>([
    ['ValidationException', /KeyUsage SIGN /, kms.CreateKey, { KeyUsage: 'SIGN' }],
    ['ValidationException', /Limit is 0.*1 to 1000/, kms.ListKeys, { Limit: 0 }],
    ['ValidationException', /Limit is 101.*1 to 100/, kms.ListAliases, { Limit: 101 }],
    ['NotFoundException', /'gone'/, kms.ListAliases, { KeyId: 'gone' }],
    ['ValidationException', /GranteePrincipal/, kms.CreateGrant, { ...grant, GranteePrincipal: undefined }],
    ['ValidationException', /Operations/, kms.CreateGrant, { ...grant, Operations: undefined }],
    ['ValidationException', /Operations/, kms.CreateGrant, { ...grant, Operations: [] }],
    ['InvalidArnException', /^me /, kms.CreateGrant, { ...grant, GranteePrincipal: 'me' }],
    [
      'ValidationException',
      /Constraints.*SourceArn/,
      kms.CreateGrant,
      { ...grant, Constraints: { SourceArn: 7 } },
    ],
    ['NotFoundException', /'gone'/, kms.CreateGrant, { ...grant, KeyId: 'gone' }],
    ['KMSInvalidStateException', /key\/off is Disabled/, kms.CreateGrant, { ...grant, KeyId: 'off' }],
  ])('refuses with %s: %s', (code, says, operation, input) => {
    const [next, reply] = operation(start, caller, input as never);
    expect(reply).toMatchObject({
      ok: false,
      fault: { code, message: expect.stringMatching(says) as unknown },
    });
    expect(next).toBe(start);
  });
});
