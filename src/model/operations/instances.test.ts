import { describe, expect, it } from 'vitest';
import { clusterArn } from '../world/arn.ts';
import { keyArn } from '../world/kms.ts';
import type { Caller } from '../world/place.ts';
import { worldOf } from '../world/world-of.ts';
import type { World } from '../world/world.ts';
import { operations } from './index.ts';
import type { Operation } from './reply.ts';

const { neptune } = operations;
const caller: Caller = { account: '111111111111', region: 'us-east-1' };
const other: Caller = { account: '222222222222', region: 'us-east-1' };

/** The world after calls that must succeed. */
const after = (
  world: World,
  ...calls: readonly (readonly [operation: Operation, input: object])[]
): World => {
  let now = world;
  for (const [operation, input] of calls) {
    const [next, reply] = operation(now, caller, input as never);
    expect(reply).toMatchObject({ ok: true });
    now = next;
  }
  return now;
};

const asked = { DBInstanceIdentifier: 'One', DBInstanceClass: 'db.r5.large', Engine: 'neptune' };
const empty = after(
  worldOf({ keys: { own: { id: 'own' } } }, { clock: new Date('2026-01-02T03:04:05Z') }),
  [neptune.CreateDBCluster, { DBClusterIdentifier: 'plain', Engine: 'neptune' }],
  [
    neptune.CreateDBCluster,
    { DBClusterIdentifier: 'secret', Engine: 'neptune', StorageEncrypted: true, KmsKeyId: 'own' },
  ],
);
const running = after(
  empty,
  [neptune.CreateDBInstance, { ...asked, DBClusterIdentifier: 'plain' }],
  [neptune.CreateDBInstance, { ...asked, DBInstanceIdentifier: 'two', DBClusterIdentifier: 'Plain' }],
  [neptune.CreateDBInstance, { ...asked, DBInstanceIdentifier: 'three', DBClusterIdentifier: 'secret' }],
);
const one = {
  DBInstanceIdentifier: 'one',
  DBInstanceClass: 'db.r5.large',
  Engine: 'neptune',
  DBInstanceStatus: 'available',
  InstanceCreateTime: '2026-01-02T03:04:05.000Z',
  EngineVersion: '1.3.2.1',
  DBClusterIdentifier: 'plain',
  StorageEncrypted: false,
  DBInstanceArn: 'arn:aws:rds:us-east-1:111111111111:db:one',
};
const three = {
  ...one,
  DBInstanceIdentifier: 'three',
  DBClusterIdentifier: 'secret',
  StorageEncrypted: true,
  KmsKeyId: keyArn(caller, 'own'),
  DBInstanceArn: 'arn:aws:rds:us-east-1:111111111111:db:three',
};

/** The names of the instances that are told, or the code of the refusal. */
function named(world: World, input: object, by = caller): unknown {
  const [, reply] = neptune.DescribeDBInstances(world, by, input);
  if (!reply.ok) return reply.fault.code;
  return reply.output.DBInstances.map(({ DBInstanceIdentifier: name }) => name);
}

/** The members of a cluster, as it tells them. */
function membersOf(world: World, DBClusterIdentifier: string): unknown {
  const [, reply] = neptune.DescribeDBClusters(world, caller, { DBClusterIdentifier });
  return reply.ok && reply.output.DBClusters[0]?.DBClusterMembers;
}

describe('an instance', () => {
  it.each([
    ['of a cluster', 'plain', 'One', one],
    ['of an encrypted one', 'secret', 'Three', three],
  ])('%s tells all that is known of it, when it is made and later', (_, of, DBInstanceIdentifier, shape) => {
    const input = { ...asked, DBInstanceIdentifier, DBClusterIdentifier: of };
    const [next, reply] = neptune.CreateDBInstance(empty, caller, input);
    expect(reply).toStrictEqual({ ok: true, output: { DBInstance: shape } });
    expect(neptune.DescribeDBInstances(next, caller, { DBInstanceIdentifier })[1]).toStrictEqual({
      ok: true,
      output: { DBInstances: [shape] },
    });
  });

  it('is a member of its cluster, of which the first writes', () => {
    expect(membersOf(running, 'plain')).toEqual([
      { DBInstanceIdentifier: 'one', IsClusterWriter: true },
      { DBInstanceIdentifier: 'two', IsClusterWriter: false },
    ]);
    expect(membersOf(running, 'secret')).toEqual([{ DBInstanceIdentifier: 'three', IsClusterWriter: true }]);
  });

  it('is gone once it is deleted, and no other is', () => {
    const [next, reply] = neptune.DeleteDBInstance(running, caller, { DBInstanceIdentifier: 'ONE' });
    expect(reply).toStrictEqual({
      ok: true,
      output: { DBInstance: { ...one, DBInstanceStatus: 'deleting' } },
    });
    expect(named(next, {})).toEqual(['three', 'two']);
    expect(membersOf(next, 'plain')).toEqual([{ DBInstanceIdentifier: 'two', IsClusterWriter: true }]);
    expect(named(next, { DBInstanceIdentifier: 'one' })).toBe('DBInstanceNotFound');
  });

  it('keeps its cluster from being deleted, until the last is gone', () => {
    const deleting = { DBClusterIdentifier: 'secret', SkipFinalSnapshot: true };
    expect(neptune.DeleteDBCluster(running, caller, deleting)).toMatchObject([
      running,
      {
        ok: false,
        fault: { code: 'InvalidDBClusterStateFault', message: expect.stringContaining('secret') as unknown },
      },
    ]);
    const next = after(running, [neptune.DeleteDBInstance, { DBInstanceIdentifier: 'three' }]);
    expect(neptune.DeleteDBCluster(next, caller, deleting)[1]).toMatchObject({ ok: true });
  });
});

describe('DescribeDBInstances', () => {
  it.each<[name: string, input: object, expected: unknown]>([
    ['all, in order', {}, ['one', 'three', 'two']],
    ['all, given an empty name', { DBInstanceIdentifier: '' }, ['one', 'three', 'two']],
    ['one by its name', { DBInstanceIdentifier: 'Two' }, ['two']],
    ['those behind a marker', { Marker: 'one' }, ['three', 'two']],
    ['not one that is not there', { DBInstanceIdentifier: 'four' }, 'DBInstanceNotFound'],
    ['no page that is too short', { MaxRecords: 19 }, 'InvalidParameterValue'],
    [
      'nothing by a filter that is none',
      { Filters: [{ Name: 'status', Values: ['x'] }] },
      'InvalidParameterValue',
    ],
    ['nothing by a filter without values', { Filters: [{ Name: 'engine' }] }, 'InvalidParameterValue'],
    [
      'one by its name, and not by a filter that it does not fit',
      { DBInstanceIdentifier: 'one', Filters: [{ Name: 'engine', Values: ['docdb'] }] },
      [],
    ],
  ])('tells %s', (_, input, expected) => expect(named(running, input)).toEqual(expected));

  it('tells nothing of other accounts, nor of clusters without instances', () => {
    expect(named(running, {}, other)).toEqual([]);
    expect(named(empty, {})).toEqual([]);
  });

  it.each<
    [name: string, values: readonly string[], instances: readonly string[], clusters: readonly string[]]
  >([
    ['db-cluster-id', ['PLAIN'], ['one', 'two'], ['plain']],
    ['db-cluster-id', ['nobody', clusterArn(caller, 'secret')], ['three'], ['secret']],
    ['db-cluster-id', [clusterArn(other, 'plain')], [], []],
    ['engine', ['neptune'], ['one', 'three', 'two'], ['plain', 'secret']],
    ['engine', ['docdb'], [], []],
  ])('filters as DescribeDBClusters does, by %s: %j', (Name, Values, instances, clusters) => {
    const input = { Filters: [{ Name, Values }] };
    expect(named(running, input)).toEqual(instances);
    const [, reply] = neptune.DescribeDBClusters(running, caller, input);
    expect(reply.ok && reply.output.DBClusters.map((each) => each.DBClusterIdentifier)).toEqual(clusters);
  });
});

describe('is refused, in words that tell what was asked', () => {
  const input = { ...asked, DBClusterIdentifier: 'plain' };
  it.each<[what: string, operation: Operation, input: object, code: string, message: RegExp]>([
    [
      'another engine',
      neptune.CreateDBInstance,
      { ...input, Engine: 'mysql' },
      'InvalidParameterValue',
      /mysql/,
    ],
    [
      'no name',
      neptune.CreateDBInstance,
      { ...input, DBInstanceIdentifier: undefined },
      'MissingParameter',
      /DBInstanceIdentifier/,
    ],
    [
      'what is no name',
      neptune.CreateDBInstance,
      { ...input, DBInstanceIdentifier: '1' },
      'InvalidParameterValue',
      /DBInstanceIdentifier/,
    ],
    [
      'no class',
      neptune.CreateDBInstance,
      { ...input, DBInstanceClass: undefined },
      'MissingParameter',
      /DBInstanceClass/,
    ],
    ['no engine', neptune.CreateDBInstance, { ...input, Engine: undefined }, 'MissingParameter', /Engine/],
    [
      'no cluster',
      neptune.CreateDBInstance,
      { ...input, DBClusterIdentifier: undefined },
      'MissingParameter',
      /DBClusterIdentifier/,
    ],
    [
      'a cluster that is not there',
      neptune.CreateDBInstance,
      { ...input, DBClusterIdentifier: 'gone' },
      'DBClusterNotFoundFault',
      /gone/,
    ],
    [
      'a name that is taken',
      neptune.CreateDBInstance,
      { ...input, DBInstanceIdentifier: 'ONE' },
      'DBInstanceAlreadyExists',
      /ONE/,
    ],
    ['deleting nothing', neptune.DeleteDBInstance, {}, 'MissingParameter', /DBInstanceIdentifier/],
    [
      'deleting what is not there',
      neptune.DeleteDBInstance,
      { DBInstanceIdentifier: 'Four' },
      'DBInstanceNotFound',
      /Four/,
    ],
    [
      'describing what is not there',
      neptune.DescribeDBInstances,
      { DBInstanceIdentifier: 'Four' },
      'DBInstanceNotFound',
      /Four/,
    ],
    [
      'a filter that is none',
      neptune.DescribeDBInstances,
      { Filters: [{ Name: 'status', Values: ['x'] }] },
      'InvalidParameterValue',
      /status/,
    ],
    [
      'a filter without values',
      neptune.DescribeDBClusters,
      { Filters: [{ Name: 'engine' }] },
      'InvalidParameterValue',
      /engine/,
    ],
    [
      'a filter without a name',
      neptune.DescribeDBInstances,
      { Filters: [{ Values: ['x'] }] },
      'InvalidParameterValue',
      /name: $/,
    ],
  ])('%s', (_, operation, given, code, message) => {
    const [next, reply] = operation(running, caller, given as never);
    expect(reply).toMatchObject({
      ok: false,
      fault: { code, message: expect.stringMatching(message) as unknown },
    });
    expect(next).toBe(running);
  });
});
