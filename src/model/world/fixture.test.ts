import { describe, expect, it } from 'vitest';
import type { WorldDocument } from '../../contract/generated/types.ts';
import { plainSetting, type Setting } from './bindings.ts';
import { placeOf, realise, type Found } from './fixture.ts';
import { keyArn } from './kms.ts';
import {
  crossRegionCopies,
  emptyWorld,
  findSnapshot,
  makeId,
  placeState,
  uuidFrom,
  type SnapshotShape,
} from './world.ts';

const { accounts, regions } = plainSetting;
const here = { account: accounts.self, region: regions.here };
const there = { account: accounts.self, region: regions.elsewhere };
const other = { account: accounts.other, region: regions.here };

/** A target's setting: names that are made real, in capitals so that folding shows. */
const setting: Setting = { ...plainSetting, nameOf: (handle) => `Run-${handle}` };

const realised = (document: WorldDocument, found?: Found, by = plainSetting) => realise(document, by, found);

describe('the place of an entry', () => {
  it.each([
    { given: {}, expected: here },
    { given: { account: 'self', region: 'here' }, expected: here },
    { given: { account: 'other' }, expected: other },
    { given: { region: 'elsewhere' }, expected: there },
    {
      given: { account: '333333333333', region: 'ap-east-1' },
      expected: { account: '333333333333', region: 'ap-east-1' },
    },
  ])('$given', ({ given, expected }) => expect(placeOf(given, plainSetting)).toEqual(expected));
});

describe('keys of a document', () => {
  const ordinary = {
    state: 'Enabled',
    spec: 'SYMMETRIC_DEFAULT',
    manager: 'CUSTOMER',
    multiRegion: false,
    usableBy: [],
  };

  it('are enabled and symmetric unless it says otherwise', () => {
    const { world, bindings } = realised({ keys: { key: {} } });
    const id = uuidFrom(1);
    const arn = keyArn(here, id);
    expect(placeState(world, here).keys.toJS()).toEqual({ [id]: { ...ordinary, place: here, id, arn } });
    expect(placeState(world, here).aliases.size).toBe(0);
    expect(bindings.keys).toEqual({
      key: { id, arn, alias: 'alias/key', aliasArn: 'arn:aws:kms:us-east-1:111111111111:alias/key' },
    });
  });

  it('are as it says', () => {
    const { world, bindings } = realised(
      {
        keys: {
          key: {
            account: 'other',
            region: 'elsewhere',
            id: 'given',
            state: 'Disabled',
            spec: 'RSA_2048',
            usableBy: ['self', '333333333333'],
            alias: true,
          },
        },
      },
      {},
      setting,
    );
    const place = { account: accounts.other, region: regions.elsewhere };
    const { keys, aliases } = placeState(world, place);
    expect(keys.get('given')).toMatchObject({
      place,
      state: 'Disabled',
      spec: 'RSA_2048',
      usableBy: [accounts.self, '333333333333'],
    });
    expect(aliases.toJS()).toEqual({ 'alias/Run-key': 'given' });
    expect(bindings.keys['key']?.alias).toBe('alias/Run-key');
  });

  it('have replicas of the same id, each with an ARN of its own and no alias', () => {
    const { world } = realised({ keys: { key: { replicas: ['elsewhere'], alias: true } } });
    const id = `mrk-${uuidFrom(1).replaceAll('-', '')}`;
    for (const place of [here, there]) {
      expect(placeState(world, place).keys.get(id)).toMatchObject({
        place,
        id,
        arn: keyArn(place, id),
        multiRegion: true,
      });
    }
    expect(placeState(world, here).aliases.get('alias/key')).toBe(id);
    expect(placeState(world, there).aliases.size).toBe(0);
  });

  it('may have an alias of another name', () => {
    const { world, bindings } = realised({ keys: { key: { alias: 'vault/deep' }, none: { alias: false } } });
    expect(placeState(world, here).aliases.toJS()).toEqual({ 'alias/vault/deep': bindings.keys['key']?.id });
    expect(bindings.keys['key']?.aliasArn).toBe('arn:aws:kms:us-east-1:111111111111:alias/vault/deep');
  });

  it('are in no other place', () => {
    expect(realised({ keys: { key: {} } }).world.places.size).toBe(1);
    expect(realised({}).world.places.size).toBe(0);
  });

  it('have the ids that a target made up', () => {
    const { world, bindings } = realised({ keys: { a: { id: 'no' }, b: {} } }, { keys: { a: 'made-up' } });
    expect(bindings.keys['a']?.id).toBe('made-up');
    expect(bindings.keys['b']?.id).toBe(uuidFrom(1));
    expect([...placeState(world, here).keys.keys()].sort()).toEqual([uuidFrom(1), 'made-up'].sort());
  });

  it('are made up after those of the world before', () => {
    const [start] = makeId(emptyWorld());
    expect(realise({ keys: { key: {} } }, plainSetting, {}, start).bindings.keys['key']?.id).toBe(
      uuidFrom(2),
    );
  });
});

describe('snapshots of a document', () => {
  it('are ordinary unless it says otherwise', () => {
    const { world, bindings } = realised({ snapshots: { source: {} } });
    expect(findSnapshot(world, here, 'source')).toStrictEqual({
      place: here,
      name: 'source',
      shape: {
        SnapshotCreateTime: '2025-12-01T08:30:00.000Z',
        ClusterCreateTime: '2025-11-01T07:00:00.000Z',
        Engine: 'neptune',
        EngineVersion: '1.3.2.1',
        LicenseModel: 'neptune',
        AllocatedStorage: 1,
        Port: 8182,
        VpcId: 'vpc-0a1b2c3d',
        IAMDatabaseAuthenticationEnabled: false,
        AvailabilityZones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
        DBClusterIdentifier: 'source-cluster',
        DBClusterSnapshotIdentifier: 'source',
        DBClusterSnapshotArn: 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:source',
        SnapshotType: 'manual',
        Status: 'available',
        PercentProgress: 100,
        StorageEncrypted: false,
      },
      tags: [],
      sharedWith: [],
    });
    expect(bindings.snapshots).toEqual({
      source: { name: 'source', arn: 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:source' },
    });
  });

  it('are as it says', () => {
    const { world } = realised({
      snapshots: {
        source: {
          account: 'other',
          region: 'elsewhere',
          identifier: 'called',
          status: 'creating',
          tags: [{ Key: 'a', Value: '1' }],
          sharedWith: ['self', 'all', '333333333333'],
          cluster: { zones: ['b', 'd'] },
          describes: { Port: 9999, Status: 'ignored' },
        },
      },
    });
    const place = { account: accounts.other, region: regions.elsewhere };
    expect(findSnapshot(world, place, 'called')).toMatchObject({
      shape: {
        Port: 9999,
        Status: 'creating',
        PercentProgress: 50,
        DBClusterIdentifier: 'source-cluster',
        AvailabilityZones: ['eu-west-1b', 'eu-west-1d'],
      },
      tags: [{ Key: 'a', Value: '1' }],
      sharedWith: [accounts.self, 'all', '333333333333'],
    });
  });

  it.each<[name: string, entry: NonNullable<WorldDocument['snapshots']>[string], expected: string]>([
    ['its handle made real, folded', {}, 'run-source'],
    ['its identifier made real', { identifier: 'Called' }, 'run-called'],
    ['what stands before its handle', { prefix: 'Arn-' }, 'arn-run-source'],
    ['what stands before its identifier', { prefix: 'arn', identifier: 'Called' }, 'arnrun-called'],
    ['an automated one', { type: 'automated' }, 'rds:run-source-2025-12-01-08-30'],
    [
      'an automated one with an identifier',
      { type: 'automated', identifier: 'X' },
      'rds:run-x-2025-12-01-08-30',
    ],
    [
      'an identifier of an automated one, as it is',
      { type: 'automated', identifier: 'rds:My-DB' },
      'rds:my-db',
    ],
  ])('are named: %s', (_, entry, expected) => {
    const { world, bindings } = realised({ snapshots: { source: entry } }, {}, setting);
    expect(bindings.snapshots['source']?.name).toBe(expected);
    expect(findSnapshot(world, here, expected)?.shape.SnapshotType).toBe(entry.type ?? 'manual');
  });

  it('are as a target describes them', () => {
    const described = findSnapshot(realised({ snapshots: { source: {} } }).world, here, 'source')?.shape;
    if (described === undefined) throw new Error('no snapshot');
    const shape = { ...described, DBClusterSnapshotIdentifier: 'Made-Up', Port: 1234 };
    const { world, bindings } = realised({ snapshots: { source: {} } }, { snapshots: { source: shape } });
    expect(findSnapshot(world, here, 'made-up')?.shape).toBe(shape);
    expect(bindings.snapshots['source']?.name).toBe('made-up');
  });

  it('are as the document says where a target describes others', () => {
    const shape = findSnapshot(realised({ snapshots: { a: {} } }).world, here, 'a')?.shape as SnapshotShape;
    const document: WorldDocument = { snapshots: { a: {}, b: {}, c: { encryptedWith: 'default' } } };
    const { world, bindings } = realised(document, {
      snapshots: { a: shape, c: { ...shape, DBClusterSnapshotIdentifier: 'c' } },
    });
    expect(Object.values(bindings.snapshots).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    // A target that hides the key gets one that is made up.
    expect(placeState(world, here).aliases.get('alias/aws/rds')).toBe(uuidFrom(1));
    expect(world.places.size).toBe(1);
  });

  it('may be copies of those before', () => {
    const { world, bindings } = realised({ snapshots: { a: { region: 'elsewhere' }, b: { copyOf: 'a' } } });
    expect(findSnapshot(world, here, 'b')?.shape.SourceDBClusterSnapshotArn).toBe(
      bindings.snapshots['a']?.arn,
    );
    expect(() => realised({ snapshots: { b: { copyOf: 'a' }, a: {} } })).toThrow(
      'the world has no snapshot called a before b, which copies it',
    );
  });

  it('cannot have an automated snapshot that is shared', () => {
    const of = (sharedWith: readonly string[]) =>
      realised({ snapshots: { nightly: { type: 'automated', sharedWith } } });
    expect(() => of(['other'])).toThrow('nightly is automated, and such snapshots cannot be shared');
    expect(() => of([])).not.toThrow();
  });

  it('are encrypted with a key of the document', () => {
    const { world, bindings } = realised({ keys: { key: {} }, snapshots: { s: { encryptedWith: 'key' } } });
    expect(findSnapshot(world, here, 's')?.shape).toMatchObject({
      StorageEncrypted: true,
      KmsKeyId: bindings.keys['key']?.arn,
    });
    expect(() => realised({ snapshots: { s: { encryptedWith: 'nothing' } } })).toThrow(
      'the world has no key called nothing',
    );
  });

  it('are encrypted with the AWS managed key of their place, which is made once', () => {
    const { world } = realised({
      snapshots: {
        a: { encryptedWith: 'default' },
        b: { encryptedWith: 'default' },
        c: { encryptedWith: 'default', region: 'elsewhere' },
      },
    });
    const id = uuidFrom(1);
    expect(placeState(world, here).keys.toJS()).toEqual({
      [id]: {
        place: here,
        id,
        arn: keyArn(here, id),
        state: 'Enabled',
        spec: 'SYMMETRIC_DEFAULT',
        manager: 'AWS',
        multiRegion: false,
        usableBy: [],
      },
    });
    expect(placeState(world, here).aliases.toJS()).toEqual({ 'alias/aws/rds': id });
    expect(['a', 'b'].map((name) => findSnapshot(world, here, name)?.shape.KmsKeyId)).toEqual([
      keyArn(here, id),
      keyArn(here, id),
    ]);
    expect(findSnapshot(world, there, 'c')?.shape.KmsKeyId).toBe(keyArn(there, uuidFrom(2)));
  });

  it.each([keyArn(here, 'described'), 'described'])(
    'are encrypted with the managed key that a target describes: %s',
    (KmsKeyId) => {
      const shape = {
        ...findSnapshot(realised({ snapshots: { a: {} } }).world, here, 'a')?.shape,
        KmsKeyId,
      } as never;
      const { world } = realised(
        { snapshots: { a: { encryptedWith: 'default' } } },
        { snapshots: { a: shape } },
      );
      expect(placeState(world, here).aliases.get('alias/aws/rds')).toBe('described');
      expect(world.serial).toBe(0);
    },
  );
});

describe('quotas of a document', () => {
  const quotasOf = (place: object, snapshots: WorldDocument['snapshots'] = {}) =>
    placeState(realised({ snapshots, places: [place] }).world, here).quotas;

  it.each([
    { name: 'nothing said', given: {}, expected: { manualSnapshots: 100, crossRegionCopies: 5 } },
    {
      name: 'a quota',
      given: { manualSnapshotQuota: 7 },
      expected: { manualSnapshots: 7, crossRegionCopies: 5 },
    },
    {
      name: 'so many left',
      given: { manualSnapshotsLeft: 2 },
      expected: { manualSnapshots: 3, crossRegionCopies: 5 },
    },
    {
      name: 'none left',
      given: { manualSnapshotsLeft: 0 },
      expected: { manualSnapshots: 1, crossRegionCopies: 5 },
    },
    {
      name: 'of copies',
      given: { crossRegionCopyQuota: 1 },
      expected: { manualSnapshots: 100, crossRegionCopies: 1 },
    },
  ])('$name', ({ given, expected }) => expect(quotasOf(given, { one: {} })).toEqual(expected));

  it('are of their place', () => {
    const { world } = realised({ places: [{ region: 'elsewhere', manualSnapshotQuota: 1 }] });
    expect(placeState(world, there).quotas.manualSnapshots).toBe(1);
    expect(placeState(world, here).quotas.manualSnapshots).toBe(100);
  });

  it('are used up by copies in progress that never end', () => {
    const { world } = realised({ places: [{ copiesInProgress: 2, manualSnapshotsLeft: 1 }] });
    const state = placeState(world, here);
    expect(crossRegionCopies(state)).toBe(2);
    expect(state.quotas.manualSnapshots).toBe(3);
    expect([...state.snapshots.keys()].sort()).toEqual(['copy-in-progress-1', 'copy-in-progress-2']);
    const { shape, ...rest } = findSnapshot(world, here, 'copy-in-progress-1') ?? {};
    expect(shape).toMatchObject({
      Engine: 'neptune',
      DBClusterSnapshotIdentifier: 'copy-in-progress-1',
      DBClusterSnapshotArn: 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:copy-in-progress-1',
      SnapshotType: 'manual',
      Status: 'copying',
      PercentProgress: 0,
      StorageEncrypted: false,
    });
    expect(rest).toEqual({
      place: here,
      name: 'copy-in-progress-1',
      tags: [],
      sharedWith: [],
      progress: { startedAt: 0, finishesAt: Number.POSITIVE_INFINITY, crossRegion: true },
    });
  });
});
