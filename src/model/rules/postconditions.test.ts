import { describe, expect, it } from 'vitest';
import type { WorldDocument } from '../../contract/generated/types.ts';
import { plainSetting } from '../world/bindings.ts';
import { gatherFacts, type CopyRequest } from './facts.ts';
import { isAccepted } from './postconditions.ts';
import { realise } from '../world/fixture.ts';
import { judge } from './judge.ts';
import type { Caller } from '../world/place.ts';

const { accounts, regions } = plainSetting;
const caller: Caller = { account: accounts.self, region: regions.here };
const elsewhere: Caller = { account: accounts.self, region: regions.elsewhere };

const document: WorldDocument = {
  keys: { key: {}, other: {} },
  snapshots: {
    plain: {},
    encrypted: { encryptedWith: 'key' },
    shared: { account: 'other', sharedWith: ['self'] },
    tagged: {
      tags: [
        { Key: 'a', Value: '1' },
        { Key: 'aws:b', Value: '2' },
      ],
    },
  },
};
const { world, bindings } = realise(document, plainSetting);

function expected(source: string, request: CopyRequest = {}, by = caller) {
  const { copied } = judge(world, by, {
    SourceDBClusterSnapshotIdentifier: source,
    TargetDBClusterSnapshotIdentifier: 'New',
    ...request,
  });
  if (copied === undefined) throw new Error('it must be rejected');
  return copied;
}

const [plain, shared] = [bindings.snapshots['plain']?.arn ?? '', bindings.snapshots['shared']?.arn ?? ''];
const is = (rule: string, value: unknown): object => ({ rule, expect: { kind: 'is', value } });

describe('what a copy can be expected of', () => {
  const accepted = (source?: string, target?: string): boolean =>
    isAccepted(
      gatherFacts(world, caller, {
        ...(source !== undefined && { SourceDBClusterSnapshotIdentifier: source }),
        ...(target !== undefined && { TargetDBClusterSnapshotIdentifier: target }),
      }),
    );

  it.each<[source: string | undefined, target: string | undefined, expected: boolean]>([
    ['plain', 'new', true],
    ['nowhere', 'new', false],
    ['plain', undefined, false],
    [undefined, undefined, false],
  ])('from %s to %s: %s', (source, target, expected) => expect(accepted(source, target)).toBe(expected));
});

describe('the members of a copy', () => {
  it('are these, each by its rule', () => {
    const inherited = {
      Engine: 'neptune',
      EngineVersion: '1.3.2.1',
      DBClusterIdentifier: 'plain-cluster',
      ClusterCreateTime: '2025-11-01T07:00:00.000Z',
      Port: 8182,
      AllocatedStorage: 1,
      LicenseModel: 'neptune',
      IAMDatabaseAuthenticationEnabled: false,
      VpcId: 'vpc-0a1b2c3d',
      AvailabilityZones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
    };
    const settles = { since: 'available', before: 'anything' };
    expect(expected('plain').members).toEqual({
      DBClusterSnapshotIdentifier: is('copy-identifier-lowercase', 'new'),
      SnapshotType: is('copy-type-manual', 'manual'),
      DBClusterSnapshotArn: is('copy-arn', 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:new'),
      SourceDBClusterSnapshotArn: {
        ...is('copy-source-arn', plain),
        until: { since: 'described', before: 'absent' },
      },
      ...Object.fromEntries(
        Object.entries(inherited).map(([member, value]) => [member, is('copy-inherits', value)]),
      ),
      AllocatedStorage: { ...is('copy-inherits', 1), until: settles },
      AvailabilityZones: { ...is('copy-inherits', inherited.AvailabilityZones), until: settles },
      SnapshotCreateTime: is('copy-create-time', '2025-12-01T08:30:00.000Z'),
      StorageEncrypted: is('copy-unencrypted-stays', false),
      KmsKeyId: is('copy-unencrypted-stays', undefined),
      Status: {
        rule: 'copy-progress',
        expect: { kind: 'one-of', values: ['creating', 'copying', 'pending', 'available'] },
      },
      PercentProgress: {
        rule: 'copy-progress',
        expect: { kind: 'between', low: 0, high: 100 },
        until: { since: 'available', before: 'absent' },
      },
    });
  });

  const unspecified = ['VpcId', 'AvailabilityZones', 'SnapshotCreateTime'] as const;
  it.each<[name: string, source: string, by: Caller, expected: readonly string[]]>([
    ['in the same place', 'plain', caller, unspecified],
    ['of another account', shared, caller, []],
    ['in another Region', plain, elsewhere, []],
  ])('that are unspecified elsewhere: %s', (_, source, by, members) => {
    const copy = expected(source, {}, by);
    expect(unspecified.filter((member) => copy.members[member] !== undefined)).toEqual(members);
    expect(copy.members.Engine).toBeDefined();
  });

  const own = bindings.keys['key']?.arn;
  const other = bindings.keys['other'];
  it.each<
    [
      name: string,
      source: string,
      request: CopyRequest,
      rule: string,
      encrypted: boolean,
      key: string | undefined,
    ]
  >([
    ['of a plain source', 'plain', {}, 'copy-unencrypted-stays', false, undefined],
    ['of an encrypted one', 'encrypted', {}, 'copy-same-key', true, own],
    [
      'of an encrypted one, with another key',
      'encrypted',
      { KmsKeyId: other?.id },
      'copy-new-key',
      true,
      other?.arn,
    ],
    ['of an encrypted one, with the same key', 'encrypted', { KmsKeyId: own }, 'copy-new-key', true, own],
  ])('encryption: %s', (_, source, request, rule, encrypted, key) => {
    const { members } = expected(source, request);
    expect(members.StorageEncrypted).toEqual(is(rule, encrypted));
    expect(members.KmsKeyId).toEqual(is(rule, key));
  });

  it('leave unspecified what key an empty KmsKeyId stands for elsewhere', () => {
    expect(expected('encrypted', { KmsKeyId: '' }).members.KmsKeyId).toEqual(is('copy-same-key', own));
  });
});

describe('the tags of a copy', () => {
  const [a, system, own] = [
    { Key: 'a', Value: '1' },
    { Key: 'aws:b', Value: '2' },
    { Key: 'own', Value: '3' },
  ];
  it.each<[name: string, request: CopyRequest, expected: object]>([
    ['nothing said', {}, { rule: 'copy-no-tags-by-default', required: [], optional: [] }],
    ['CopyTags false', { CopyTags: false }, { rule: 'copy-no-tags-by-default', required: [], optional: [] }],
    [
      'no tags, CopyTags false',
      { Tags: [] },
      { rule: 'copy-no-tags-by-default', required: [], optional: [] },
    ],
    ['CopyTags', { CopyTags: true }, { rule: 'copy-tags-all', required: [a], optional: [system] }],
    [
      'CopyTags and an empty list',
      { CopyTags: true, Tags: [] },
      { rule: 'tags-over-copy-tags', required: [a], optional: [system] },
    ],
    ['tags', { Tags: [own] }, { rule: 'copy-assigns-tags', required: [own], optional: [] }],
    [
      'tags and CopyTags',
      { CopyTags: true, Tags: [own] },
      { rule: 'tags-over-copy-tags', required: [own], alternative: [a, own], optional: [system] },
    ],
    [
      'tags of the keys of the source, and CopyTags',
      { CopyTags: true, Tags: [{ Key: 'a', Value: 'x' }] },
      { rule: 'tags-over-copy-tags', required: [{ Key: 'a', Value: 'x' }], optional: [system] },
    ],
    [
      'a tag without a value',
      { Tags: [{ Key: 'k' }] },
      { rule: 'copy-assigns-tags', required: [{ Key: 'k' }], optional: [] },
    ],
    [
      'a tag with an empty key, which may be read as none',
      { Tags: [{ Key: '', Value: 'x' }, own] },
      { rule: 'copy-assigns-tags', required: [own], optional: [{ Key: '', Value: 'x' }] },
    ],
    [
      'tags that may have been read or not',
      { Tags: [own], form: { unspecified: true, strayTags: [a] } },
      { rule: 'copy-assigns-tags', required: [own], optional: [a] },
    ],
    [
      'the same, with CopyTags',
      { CopyTags: true, form: { unspecified: true, strayTags: [{ Key: 'k' }] } },
      { rule: 'copy-tags-all', required: [a], optional: [system, { Key: 'k' }] },
    ],
  ])('%s', (_, request, wanted) => expect(expected('tagged', request).tags).toStrictEqual(wanted));
});
