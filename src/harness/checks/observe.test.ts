import { describe, expect, it } from 'vitest';
import { caller, fakeTarget, plainCopy } from '../../../test-support/fakes.ts';
import { placeState, plainSetting, realise, type Snapshot } from '../../model/index.ts';
import type { DBClusterSnapshot, Tag } from '../../contract/generated/types.ts';
import type { Observed } from '../target/target.ts';
import { pass, type Check } from './check.ts';
import { failing, said, type Said } from '../../../test-support/said.ts';
import { assessDescribed, assessNoTrace, assessSource } from './observe.ts';

type Seen = Observed<DBClusterSnapshot | undefined>;
const seen = (value: DBClusterSnapshot | undefined): Seen => ({ ok: true, value });
/** What a target tells that does not tell all. */
const told = ({
  DBClusterSnapshotArn: _arn,
  SnapshotType: _type,
  StorageEncrypted: _encrypted,
  ...members
}: DBClusterSnapshot): DBClusterSnapshot => members;
const denied = { ok: false, reason: 'AccessDenied: no' } as const;
const unseen = (rule: Check['rule']): Check => ({
  status: 'unseen',
  rule,
  reason: 'DescribeDBClusterSnapshots: AccessDenied: no',
});

describe('assessDescribed', () => {
  const rule = 'copy-described';
  const table: { name: string; given: Seen; expected: Said }[] = [
    { name: 'as it was answered', given: seen(plainCopy()), expected: pass(rule) },
    {
      name: 'further on its way',
      given: seen(plainCopy({ Status: 'copying', PercentProgress: 7 })),
      expected: pass(rule),
    },
    {
      name: 'the same instant in other words',
      given: seen(plainCopy({ SnapshotCreateTime: '2025-12-01T08:30:00Z' })),
      expected: pass(rule),
    },
    {
      name: 'with another port',
      given: seen(plainCopy({ Port: 1 })),
      expected: failing(rule, 'described Port 8182', 'described Port 1'),
    },
    {
      name: 'with a member that the answer did not have',
      given: seen(plainCopy({ KmsKeyId: 'k' })),
      expected: failing(rule, 'described KmsKeyId absent', 'described KmsKeyId "k"'),
    },
    {
      name: 'not at all',
      given: seen(undefined),
      expected: failing(rule, 'the copy is described', 'the copy is not described'),
    },
    { name: 'nobody may look', given: denied, expected: unseen(rule) },
    {
      name: 'with another storage than an answer that was available',
      given: seen(plainCopy({ AllocatedStorage: 7 })),
      expected: failing(rule, 'described AllocatedStorage 1', 'described AllocatedStorage 7'),
    },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(said(assessDescribed(plainCopy(), given))).toEqual(expected);
  });

  it('lets nothing move where the answer has no status, nor a source be told that is another', () => {
    const { Status: _, ...answered } = plainCopy();
    expect(assessDescribed(answered, seen({ ...answered, AllocatedStorage: 7 })).status).toBe('fail');
    const from = (name: string): DBClusterSnapshot => plainCopy({ SourceDBClusterSnapshotArn: name });
    expect(said(assessDescribed(from('a'), seen(from('b'))))).toEqual(
      failing(rule, 'described SourceDBClusterSnapshotArn "a"', 'described SourceDBClusterSnapshotArn "b"'),
    );
  });

  it('lets storage and zones move until the copy is available, and its source be told later', () => {
    const { SourceDBClusterSnapshotArn: _, ...answered } = plainCopy({ Status: 'copying' });
    const moved = { AllocatedStorage: 0, AvailabilityZones: ['us-east-1a'] };
    expect(assessDescribed(answered, seen(plainCopy(moved)))).toEqual(pass(rule));
  });
});

describe('assessSource', () => {
  const rule = 'copy-leaves-source';
  const snapshotWith = (tags: readonly Tag[]): Snapshot => {
    const { world } = realise({ snapshots: { source: { tags: tags } } }, plainSetting);
    const snapshot = placeState(world, caller).snapshots.get('source');
    if (snapshot === undefined) throw new Error('no source');
    return snapshot;
  };
  const tagged = snapshotWith([{ Key: 'a', Value: '1' }]);
  const bare = snapshotWith([]);
  interface Row {
    readonly name: string;
    readonly given: { source: Snapshot; describe: Seen; tags: Observed<readonly Tag[]> };
    readonly expected: Said;
  }
  const table: readonly Row[] = [
    {
      name: 'as before',
      given: { source: tagged, describe: seen(tagged.shape), tags: { ok: true, value: tagged.tags } },
      expected: pass(rule),
    },
    {
      name: 'gone',
      given: { source: tagged, describe: seen(undefined), tags: { ok: true, value: [] } },
      expected: failing(rule, 'the source is described', 'the source is not described'),
    },
    {
      name: 'changed',
      given: {
        source: tagged,
        describe: seen({ ...tagged.shape, Port: 1 }),
        tags: { ok: true, value: tagged.tags },
      },
      expected: failing(rule, 'the source has Port 8182', 'the source has Port 1'),
    },
    {
      name: 'as before, but for what the target does not tell',
      given: { source: tagged, describe: seen(told(tagged.shape)), tags: { ok: true, value: tagged.tags } },
      expected: pass(rule),
    },
    {
      name: 'of another type, which a target need not tell',
      given: {
        source: tagged,
        describe: seen({ ...tagged.shape, SnapshotType: 'automated' }),
        tags: { ok: true, value: tagged.tags },
      },
      expected: failing(
        rule,
        'the source has SnapshotType "manual"',
        'the source has SnapshotType "automated"',
      ),
    },
    {
      name: 'changed, and without its tags: one is enough',
      given: {
        source: tagged,
        describe: seen({ ...tagged.shape, Port: 1 }),
        tags: { ok: true, value: [] },
      },
      expected: failing(rule, 'the source has Port 8182', 'the source has Port 1'),
    },
    {
      name: 'without its tags',
      given: { source: tagged, describe: seen(tagged.shape), tags: { ok: true, value: [] } },
      expected: failing(rule, 'the source has tags a=1', 'the source has tags none'),
    },
    {
      name: 'it never had tags: none are asked for',
      given: { source: bare, describe: seen(bare.shape), tags: { ok: true, value: [{ Key: 'x' }] } },
      expected: pass(rule),
    },
    {
      name: 'tags cannot be listed: members are all there is',
      given: { source: tagged, describe: seen(tagged.shape), tags: denied },
      expected: pass(rule),
    },
    {
      name: 'nobody may look',
      given: { source: tagged, describe: denied, tags: { ok: true, value: [] } },
      expected: unseen(rule),
    },
  ];

  it.each(table)('$name', async ({ given: { source, describe: described, tags }, expected }) => {
    const target = fakeTarget({
      describe: () => Promise.resolve(described),
      listTags: () => Promise.resolve(tags),
    });
    expect(said(await assessSource(target, source))).toEqual(expected);
  });
});

describe('assessNoTrace', () => {
  const rule = 'fault-leaves-no-trace';
  const { world } = realise({ snapshots: { taken: {} } }, plainSetting);
  const taken = placeState(world, caller).snapshots.get('taken');
  interface Row {
    readonly name: string;
    readonly given: { name?: string; before?: Snapshot | undefined; describe: Seen };
    readonly expected: Said | undefined;
  }
  const table: readonly Row[] = [
    { name: 'nothing there', given: { describe: seen(undefined) }, expected: pass(rule) },
    {
      name: 'something there',
      given: { describe: seen(plainCopy()) },
      expected: failing(rule, 'the snapshot new is not described', 'the snapshot new is described'),
    },
    { name: 'nobody may look', given: { describe: denied }, expected: unseen(rule) },
    {
      name: 'no name that anything could have',
      given: { name: '-x', describe: denied },
      expected: undefined,
    },
    { name: 'no name at all', given: { name: '', describe: seen(plainCopy()) }, expected: undefined },
    {
      name: 'what was there before is so still',
      given: { before: taken, describe: seen(taken?.shape) },
      expected: pass(rule),
    },
    {
      name: 'what was there before is so still, but for what the target does not tell',
      given: { before: taken, describe: seen(told(taken?.shape ?? {})) },
      expected: pass(rule),
    },
    {
      name: 'what was there before has changed',
      given: { before: taken, describe: seen({ ...taken?.shape, Port: 1 }) },
      expected: failing(
        rule,
        'the snapshot of that name has Port 8182',
        'the snapshot of that name has Port 1',
      ),
    },
  ];

  it.each(table)('$name', async ({ given: { name = 'new', before, describe: described }, expected }) => {
    const target = fakeTarget({ describe: () => Promise.resolve(described) });
    const trace = await assessNoTrace(target, caller, name, before);
    expect(trace && said(trace)).toEqual(expected);
  });

  it('fails when what was there before is gone', async () => {
    const target = fakeTarget({ describe: () => Promise.resolve(seen(undefined)) });
    expect(await assessNoTrace(target, caller, 'taken', taken)).toMatchObject({
      status: 'fail',
      expected: { members: { SnapshotType: { kind: 'is', value: 'manual' } } },
      actual: { members: { SnapshotType: null } },
    });
  });
});
