import { describe, expect, it } from 'vitest';
import { clusterArn, snapshotArn } from '../world/arn.ts';
import { plainSetting } from '../world/bindings.ts';
import { realise } from '../world/fixture.ts';
import { findSnapshot, placeState, type World } from '../world/world.ts';
import { operations } from './index.ts';

const { neptune } = operations;
const caller = { account: '111111111111', region: 'us-east-1' };
const other = { account: '222222222222', region: 'us-east-1' };
const there = { account: '111111111111', region: 'eu-west-1' };

const { world } = realise(
  {
    keys: { key: {} },
    snapshots: {
      a: { tags: [{ Key: 'k', Value: 'v' }] },
      b: { sharedWith: ['other'] },
      encrypted: { encryptedWith: 'key' },
      creating: { status: 'creating' },
      deleting: { status: 'deleting' },
      copying: { status: 'copying' },
      auto: { type: 'automated', identifier: 'rds:auto' },
      far: { region: 'elsewhere' },
      hidden: { account: 'other' },
      shared: { account: 'other', sharedWith: ['self'] },
      'shared-far': { account: 'other', region: 'elsewhere', sharedWith: ['self', 'all'] },
      public: { account: 'other', sharedWith: ['all'] },
      both: { account: 'other', sharedWith: ['self', 'all'] },
    },
  },
  plainSetting,
);
const mine = ['a', 'auto', 'b', 'copying', 'creating', 'deleting', 'encrypted'];

describe('DescribeDBClusterSnapshots', () => {
  const described = (input: object, by = caller): unknown => {
    const [next, reply] = neptune.DescribeDBClusterSnapshots(world, by, input);
    expect(next).toBe(world);
    if (!reply.ok) return reply.fault.code;
    return reply.output.DBClusterSnapshots.map(({ DBClusterSnapshotIdentifier: name }) =>
      name.replace('rds:', ''),
    ).sort();
  };

  it.each<[name: string, input: object, expected: readonly string[] | string]>([
    ['all of the account and Region', {}, mine],
    [
      'all, given empty texts',
      { DBClusterSnapshotIdentifier: '', DBClusterIdentifier: '', SnapshotType: '' },
      mine,
    ],
    ['one by name', { DBClusterSnapshotIdentifier: 'A' }, ['a']],
    ['one by ARN', { DBClusterSnapshotIdentifier: snapshotArn(caller, 'a') }, ['a']],
    ['an automated one by name', { DBClusterSnapshotIdentifier: 'rds:AUTO' }, ['auto']],
    ['a shared one by ARN', { DBClusterSnapshotIdentifier: snapshotArn(other, 'shared') }, ['shared']],
    ['a public one by ARN', { DBClusterSnapshotIdentifier: snapshotArn(other, 'public') }, ['public']],
    ['those of a cluster', { DBClusterIdentifier: 'A-Cluster' }, ['a']],
    ['manual ones', { SnapshotType: 'manual' }, mine.filter((name) => name !== 'auto')],
    ['automated ones', { SnapshotType: 'automated' }, ['auto']],
    ['shared ones', { SnapshotType: 'shared' }, ['both', 'shared']],
    ['public ones', { SnapshotType: 'public' }, ['both', 'public']],
    ['its own and shared ones', { IncludeShared: true }, [...mine, 'shared', 'both'].sort()],
    ['its own and public ones', { IncludePublic: true }, [...mine, 'public', 'both'].sort()],
    [
      'its own, shared and public ones',
      { IncludeShared: true, IncludePublic: true },
      [...mine, 'both', 'public', 'shared'].sort(),
    ],
    ['its own, asked not to show others', { IncludeShared: false, IncludePublic: false }, mine],
    [
      'manual ones, also shared',
      { SnapshotType: 'manual', IncludeShared: true },
      [...mine.filter((name) => name !== 'auto'), 'both', 'shared'].sort(),
    ],
    [
      'automated ones, of which none is shared',
      { SnapshotType: 'automated', IncludeShared: true, IncludePublic: true },
      ['auto'],
    ],
    [
      'shared ones of a cluster',
      { SnapshotType: 'shared', DBClusterIdentifier: 'shared-cluster' },
      ['shared'],
    ],
    ['nothing of an unknown cluster', { DBClusterIdentifier: 'x' }, []],
    ['no such name', { DBClusterSnapshotIdentifier: 'nowhere' }, 'DBClusterSnapshotNotFoundFault'],
    ['a name of another Region', { DBClusterSnapshotIdentifier: 'far' }, 'DBClusterSnapshotNotFoundFault'],
    [
      'an ARN of another Region',
      { DBClusterSnapshotIdentifier: snapshotArn(there, 'far') },
      'DBClusterSnapshotNotFoundFault',
    ],
    ['an ARN that is none', { DBClusterSnapshotIdentifier: 'arn:x' }, 'DBClusterSnapshotNotFoundFault'],
    [
      'a hidden one by ARN',
      { DBClusterSnapshotIdentifier: snapshotArn(other, 'hidden') },
      'DBClusterSnapshotNotFoundFault',
    ],
    ['a shared one by name', { DBClusterSnapshotIdentifier: 'shared' }, 'DBClusterSnapshotNotFoundFault'],
    [
      'one by name, of the wrong type',
      { DBClusterSnapshotIdentifier: 'a', SnapshotType: 'automated' },
      'DBClusterSnapshotNotFoundFault',
    ],
    [
      'a shared one by ARN, of the wrong type',
      { DBClusterSnapshotIdentifier: snapshotArn(other, 'shared'), SnapshotType: 'automated' },
      'DBClusterSnapshotNotFoundFault',
    ],
    ['an unknown type', { SnapshotType: 'Manual' }, 'InvalidParameterValue'],
    [
      'both names',
      { DBClusterSnapshotIdentifier: 'a', DBClusterIdentifier: 'a-cluster' },
      'InvalidParameterCombination',
    ],
    ['a bad page', { MaxRecords: 1 }, 'InvalidParameterValue'],
  ])('%s', (_, input, expected) => {
    expect(described(input)).toEqual(typeof expected === 'string' ? expected : [...expected].sort());
  });

  it.each<[input: object, message: string]>([
    [{ DBClusterSnapshotIdentifier: 'nowhere' }, 'nowhere'],
    [{ SnapshotType: 'Manual' }, 'Invalid snapshot type Manual.'],
    [
      { DBClusterSnapshotIdentifier: 'a', DBClusterIdentifier: 'b' },
      'DBClusterIdentifier and DBClusterSnapshotIdentifier cannot be used together.',
    ],
  ])('says why it shows nothing: %j', (input, message) => {
    const [, reply] = neptune.DescribeDBClusterSnapshots(world, caller, input);
    expect(reply).toMatchObject({ fault: { message: expect.stringContaining(message) as string } });
  });

  it('shows the owner what it has made public, as public', () => {
    expect(described({ SnapshotType: 'public' }, other)).toEqual(['both', 'public']);
    expect(described({ SnapshotType: 'shared' }, other)).toEqual(['b']);
  });

  it('shows a snapshot as it is', () => {
    const { shape } = findSnapshot(world, caller, 'a') ?? {};
    expect(
      neptune.DescribeDBClusterSnapshots(world, caller, { DBClusterSnapshotIdentifier: 'a' })[1],
    ).toEqual({
      ok: true,
      output: { DBClusterSnapshots: [shape] },
    });
  });

  it('gives out pieces, each with the ARN of its last as the marker', () => {
    const snapshots = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`s${i + 10}`, {}]));
    const many = realise({ snapshots }, plainSetting).world;
    const Marker = snapshotArn(caller, 's29');
    const [, first] = neptune.DescribeDBClusterSnapshots(many, caller, { MaxRecords: 20 });
    expect(first).toMatchObject({ output: { Marker } });
    const [, last] = neptune.DescribeDBClusterSnapshots(many, caller, { MaxRecords: 20, Marker });
    expect(last).toEqual({
      ok: true,
      output: { DBClusterSnapshots: [findSnapshot(many, caller, 's30')?.shape] },
    });
  });
});

describe('DeleteDBClusterSnapshot', () => {
  it.each(['a', 'A', 'copying'])('removes a manual snapshot: %s', (name) => {
    const [next, reply] = neptune.DeleteDBClusterSnapshot(world, caller, {
      DBClusterSnapshotIdentifier: name,
    });
    expect(reply).toEqual({
      ok: true,
      output: { DBClusterSnapshot: findSnapshot(world, caller, name.toLowerCase())?.shape },
    });
    expect(placeState(next, caller).snapshots).toEqual(
      placeState(world, caller).snapshots.delete(name.toLowerCase()),
    );
  });

  it.each<[name: string | undefined, code: string, status: number, message: RegExp]>([
    [undefined, 'MissingParameter', 400, /DBClusterSnapshotIdentifier/],
    ['', 'InvalidParameterValue', 400, /DBClusterSnapshotIdentifier/],
    ['nowhere', 'DBClusterSnapshotNotFoundFault', 404, /nowhere/],
    ['hidden', 'DBClusterSnapshotNotFoundFault', 404, /hidden/],
    ['rds:auto', 'InvalidDBClusterSnapshotStateFault', 400, /rds:auto is automated/],
    ['creating', 'InvalidDBClusterSnapshotStateFault', 400, /state creating/],
    ['deleting', 'InvalidDBClusterSnapshotStateFault', 400, /state deleting/],
  ])('refuses %s', (name, code, status, message) => {
    const [next, reply] = neptune.DeleteDBClusterSnapshot(world, caller, {
      DBClusterSnapshotIdentifier: name,
    });
    expect(reply).toMatchObject({
      ok: false,
      fault: { code, status, message: expect.stringMatching(message) as string },
    });
    expect(next).toBe(world);
  });
});

describe('the attributes of a snapshot', () => {
  const result = (name: string, AttributeValues: readonly string[]): object => ({
    ok: true,
    output: {
      DBClusterSnapshotAttributesResult: {
        DBClusterSnapshotIdentifier: name,
        DBClusterSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues }],
      },
    },
  });

  it('are described', () => {
    const describe = (DBClusterSnapshotIdentifier?: string) =>
      neptune.DescribeDBClusterSnapshotAttributes(world, caller, { DBClusterSnapshotIdentifier });
    expect(describe('B')).toEqual([world, result('b', ['222222222222'])]);
    expect(describe('a')).toEqual([world, result('a', [])]);
    expect(describe()).toMatchObject([world, { fault: { code: 'MissingParameter' } }]);
    expect(describe('')).toMatchObject([world, { fault: { code: 'InvalidParameterValue' } }]);
    expect(describe('x')).toMatchObject([
      world,
      { fault: { code: 'DBClusterSnapshotNotFoundFault', message: expect.stringContaining('x') as string } },
    ]);
  });

  const modify = (name: string | undefined, input: object, AttributeName: string | undefined = 'restore') =>
    neptune.ModifyDBClusterSnapshotAttribute(world, caller, {
      DBClusterSnapshotIdentifier: name,
      AttributeName,
      ...input,
    });
  const accounts = (count: number): string[] =>
    Array.from({ length: count }, (_, i) => String(300_000_000_000 + i));

  it.each<[name: string, snapshot: string, input: object, expected: readonly string[]]>([
    ['nothing', 'a', {}, []],
    ['an account', 'A', { ValuesToAdd: ['222222222222'] }, ['222222222222']],
    ['everybody', 'a', { ValuesToAdd: ['all'] }, ['all']],
    ['the same again', 'b', { ValuesToAdd: ['222222222222'] }, ['222222222222']],
    ['another one', 'b', { ValuesToAdd: ['333333333333'] }, ['222222222222', '333333333333']],
    ['one less', 'b', { ValuesToRemove: ['222222222222'] }, []],
    ['one less that is not there', 'b', { ValuesToRemove: ['333333333333'] }, ['222222222222']],
    [
      'one for another',
      'b',
      { ValuesToAdd: ['333333333333'], ValuesToRemove: ['222222222222'] },
      ['333333333333'],
    ],
    ['an account, encrypted', 'encrypted', { ValuesToAdd: ['222222222222'] }, ['222222222222']],
    ['20 accounts', 'a', { ValuesToAdd: accounts(20) }, accounts(20)],
  ])('are modified: %s', (_, name, input, expected) => {
    const [next, reply] = modify(name, input);
    expect(reply).toEqual(result(name.toLowerCase(), expected));
    expect(findSnapshot(next, caller, name.toLowerCase())).toEqual({
      ...findSnapshot(world, caller, name.toLowerCase()),
      sharedWith: expected,
    });
  });

  it.each<[name: string, given: readonly [World, unknown], code: string, status: number, message: RegExp]>([
    ['no name', modify(undefined, {}), 'MissingParameter', 400, /DBClusterSnapshotIdentifier/],
    ['an empty name', modify('', {}), 'InvalidParameterValue', 400, /DBClusterSnapshotIdentifier/],
    ['no attribute', modify('a', { AttributeName: undefined }), 'MissingParameter', 400, /AttributeName/],
    ['an empty attribute', modify('a', {}, ''), 'InvalidParameterValue', 400, /AttributeName/],
    [
      'another attribute',
      modify('a', {}, 'Restore'),
      'InvalidParameterValue',
      400,
      /Invalid attribute name: Restore/,
    ],
    ['no such snapshot', modify('x', {}), 'DBClusterSnapshotNotFoundFault', 404, /\bx\b/],
    ['no account', modify('a', { ValuesToAdd: ['x'] }), 'InvalidParameterValue', 400, /Invalid account: x/],
    [
      'no account to remove',
      modify('a', { ValuesToRemove: ['x'] }),
      'InvalidParameterValue',
      400,
      /Invalid account: x/,
    ],
    [
      'an account too long',
      modify('a', { ValuesToAdd: ['2222222222222'] }),
      'InvalidParameterValue',
      400,
      /Invalid account/,
    ],
    [
      'an account behind something',
      modify('a', { ValuesToAdd: ['a222222222222'] }),
      'InvalidParameterValue',
      400,
      /Invalid account/,
    ],
    [
      'a bad one behind a good one',
      modify('a', { ValuesToAdd: ['222222222222', 'ALL'] }),
      'InvalidParameterValue',
      400,
      /ALL/,
    ],
    [
      'added and removed at once',
      modify('a', { ValuesToAdd: ['333333333333', 'all'], ValuesToRemove: ['all'] }),
      'InvalidParameterValue',
      400,
      /^all cannot be both/,
    ],
    [
      'an automated one',
      modify('rds:auto', { ValuesToAdd: ['all'] }),
      'InvalidDBClusterSnapshotStateFault',
      400,
      /rds:auto cannot be shared: it is automated/,
    ],
    [
      'one that is not available',
      modify('creating', { ValuesToAdd: ['all'] }),
      'InvalidDBClusterSnapshotStateFault',
      400,
      /is manual and creating/,
    ],
    [
      'everybody, encrypted',
      modify('encrypted', { ValuesToAdd: ['all'] }),
      'InvalidParameterValue',
      400,
      /encrypted snapshot encrypted cannot/,
    ],
    [
      '21 accounts',
      modify('a', { ValuesToAdd: accounts(21) }),
      'SharedSnapshotQuotaExceeded',
      400,
      /more than 20 accounts/,
    ],
  ])('are not modified: %s', (_, [next, reply], code, status, message) => {
    expect(reply).toMatchObject({
      ok: false,
      fault: { code, status, message: expect.stringMatching(message) as string },
    });
    expect(next).toBe(world);
  });
});

describe('tags', () => {
  const [withCluster] = neptune.CreateDBCluster(world, caller, {
    DBClusterIdentifier: 'DB',
    Engine: 'neptune',
    Tags: [{ Key: 'c', Value: '1' }],
  });
  const [snapshot, cluster] = [snapshotArn(caller, 'a'), clusterArn(caller, 'db')];
  const list = (ResourceName: string | undefined, where = withCluster, by = caller): unknown => {
    const [next, reply] = neptune.ListTagsForResource(where, by, { ResourceName });
    expect(next).toBe(where);
    return reply.ok ? reply.output.TagList : reply.fault;
  };

  it.each<[name: string, ResourceName: string, expected: readonly object[]]>([
    ['a snapshot', snapshot, [{ Key: 'k', Value: 'v' }]],
    ['a snapshot, its name in capitals', snapshotArn(caller, 'A'), [{ Key: 'k', Value: 'v' }]],
    ['a snapshot without any', snapshotArn(caller, 'b'), []],
    ['a cluster', cluster, [{ Key: 'c', Value: '1' }]],
    ['a cluster, its name in capitals', clusterArn(caller, 'DB'), [{ Key: 'c', Value: '1' }]],
  ])('are listed: of %s', (_, name, expected) => expect(list(name)).toEqual(expected));

  it.each<[name: string, ResourceName: string | undefined, code: string, status: number, message: RegExp]>([
    ['nothing', undefined, 'MissingParameter', 400, /ResourceName/],
    ['an empty name', '', 'InvalidParameterValue', 400, /ResourceName must be provided/],
    ['no ARN', 'a', 'InvalidParameterValue', 400, /Invalid resource name: a$/],
    [
      'another service',
      snapshot.replace(':rds:', ':s3:'),
      'InvalidParameterValue',
      400,
      /Invalid resource name/,
    ],
    [
      'another resource',
      snapshot.replace('cluster-snapshot', 'db'),
      'InvalidParameterValue',
      400,
      /Invalid resource name/,
    ],
    [
      'something before the resource',
      snapshot.replace('cluster-snapshot', 'x-cluster'),
      'InvalidParameterValue',
      400,
      /Invalid resource name/,
    ],
    ['no name in the ARN', snapshotArn(caller, ''), 'InvalidParameterValue', 400, /Invalid resource name/],
    ['another Region', snapshotArn(there, 'far'), 'InvalidParameterValue', 400, /Invalid resource name/],
    ["another account's", snapshotArn(other, 'shared'), 'AccessDenied', 403, /shared/],
    ['no such snapshot', snapshotArn(caller, 'x'), 'DBClusterSnapshotNotFoundFault', 404, /\bx\b/],
    ['no such cluster', clusterArn(caller, 'x'), 'DBClusterNotFoundFault', 404, /DBCluster x not found/],
  ])('are not listed: of %s', (_, name, code, status, message) => {
    const fault = { code, status, message: expect.stringMatching(message) as string };
    expect(list(name)).toEqual(fault);
    if (name) {
      const add = neptune.AddTagsToResource(withCluster, caller, {
        ResourceName: name,
        Tags: [{ Key: 'x' }],
      });
      const remove = neptune.RemoveTagsFromResource(withCluster, caller, {
        ResourceName: name,
        TagKeys: ['x'],
      });
      expect([add, remove]).toEqual([
        [withCluster, { ok: false, fault }],
        [withCluster, { ok: false, fault }],
      ]);
    }
  });

  it.each<[name: string, ResourceName: string, Tags: object[], expected: readonly object[]]>([
    [
      'to a snapshot',
      snapshot,
      [{ Key: 'x', Value: 'y' }],
      [
        { Key: 'k', Value: 'v' },
        { Key: 'x', Value: 'y' },
      ],
    ],
    ['to a cluster', cluster, [{ Key: 'x' }], [{ Key: 'c', Value: '1' }, { Key: 'x' }]],
    ['in the place of one', snapshot, [{ Key: 'k', Value: 'w' }], [{ Key: 'k', Value: 'w' }]],
    ['none', snapshot, [], [{ Key: 'k', Value: 'v' }]],
  ])('are added: %s', (_, ResourceName, Tags, expected) => {
    const [next, reply] = neptune.AddTagsToResource(withCluster, caller, { ResourceName, Tags });
    expect(reply).toEqual({ ok: true, output: {} });
    expect(list(ResourceName, next)).toStrictEqual(expected);
  });

  const many = (count: number): object[] => Array.from({ length: count }, (_, i) => ({ Key: `x${i}` }));
  it.each<[name: string, Tags: object[] | undefined, code: string]>([
    ['no list', undefined, 'MissingParameter'],
    ['a bad one', [{ Key: 'aws:x' }], 'InvalidParameterValue'],
    ['too many with those that are there', many(50), 'InvalidParameterValue'],
  ])('are not added: %s', (_, Tags, code) => {
    const [next, reply] = neptune.AddTagsToResource(withCluster, caller, { ResourceName: snapshot, Tags });
    expect(reply).toMatchObject({ ok: false, fault: { code } });
    expect(next).toBe(withCluster);
  });

  it('are at most 50', () => {
    const [next, reply] = neptune.AddTagsToResource(withCluster, caller, {
      ResourceName: snapshot,
      Tags: many(49),
    });
    expect(reply.ok).toBe(true);
    expect(list(snapshot, next)).toHaveLength(50);
  });

  it.each<[name: string, ResourceName: string, TagKeys: string[], expected: readonly object[]]>([
    ['from a snapshot', snapshot, ['k'], []],
    ['from a cluster', cluster, ['c'], []],
    ['that are not there', snapshot, ['x'], [{ Key: 'k', Value: 'v' }]],
    ['none', snapshot, [], [{ Key: 'k', Value: 'v' }]],
  ])('are removed: %s', (_, ResourceName, TagKeys, expected) => {
    const [next, reply] = neptune.RemoveTagsFromResource(withCluster, caller, { ResourceName, TagKeys });
    expect(reply).toEqual({ ok: true, output: {} });
    expect(list(ResourceName, next)).toEqual(expected);
  });

  it('are not removed without a list of keys', () => {
    const reply = neptune.RemoveTagsFromResource(withCluster, caller, { ResourceName: snapshot });
    expect(reply).toMatchObject([withCluster, { fault: { code: 'MissingParameter' } }]);
  });

  it.each<[rule: string, Tags: object[], expected: RegExp]>([
    ['a missing key', [{ Value: 'v' }], /^(?:MissingParameter|InvalidParameterValue): .*key/],
    ['a long key', [{ Key: 'k'.repeat(129) }], /^InvalidParameterValue: .*128/],
    ['a long value', [{ Key: 'k', Value: 'v'.repeat(257) }], /^InvalidParameterValue: .*256/],
    ['a reserved prefix', [{ Key: 'rds:k' }], /^InvalidParameterValue: .*"rds:"/],
    ['odd characters', [{ Key: 'k', Value: '#' }], /^InvalidParameterValue: .*letters/],
    ['a key twice', [{ Key: 'k' }, { Key: 'k' }], /^InvalidParameterCombination: .*: k$/],
    ['51 of them', many(51), /^InvalidParameterValue: .*50/],
  ])('of a new cluster keep the rules of the catalogue: %s', (_, Tags, expected) => {
    const [next, reply] = neptune.CreateDBCluster(world, caller, {
      DBClusterIdentifier: 'x',
      Engine: 'neptune',
      Tags,
    });
    expect(reply.ok ? 'accepted' : `${reply.fault.code}: ${reply.fault.message}`).toMatch(expected);
    expect(next).toBe(world);
  });

  it('that are unspecified by the catalogue are taken', () => {
    const Tags = [
      { Key: 'AWS:k', Value: 'aws:v@' },
      { Key: 'k', Value: '' },
    ];
    const input = { DBClusterIdentifier: 'x', Engine: 'neptune', Tags };
    expect(neptune.CreateDBCluster(world, caller, input)[1].ok).toBe(true);
  });
});

describe('CopyDBClusterSnapshot', () => {
  const input = { SourceDBClusterSnapshotIdentifier: 'a', TargetDBClusterSnapshotIdentifier: 'new' };

  it('answers with the copy', () => {
    const [next, reply] = neptune.CopyDBClusterSnapshot(world, caller, input);
    expect(reply).toEqual({
      ok: true,
      output: { DBClusterSnapshot: findSnapshot(next, caller, 'new')?.shape },
    });
  });

  it('answers with the code and the status of a fault', () => {
    const [next, reply] = neptune.CopyDBClusterSnapshot(world, caller, {
      ...input,
      SourceDBClusterSnapshotIdentifier: 'x',
    });
    expect(reply).toMatchObject({
      ok: false,
      fault: { code: 'DBClusterSnapshotNotFoundFault', status: 404 },
    });
    expect(next).toBe(world);
  });
});
