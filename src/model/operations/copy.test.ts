import { describe, expect, it } from 'vitest';
import { rules, type PreconditionId } from '../../contract/generated/catalogue.ts';
import type { WorldDocument } from '../../contract/generated/types.ts';
import { plainSetting } from '../world/bindings.ts';
import { copy, type Outcome } from './copy.ts';
import { gatherFacts, isSharedWith, type CopyRequest } from '../rules/facts.ts';
import { realise } from '../world/fixture.ts';
import { judge, precedence } from '../rules/judge.ts';
import { advance } from '../world/lifecycle.ts';
import type { Caller } from '../world/place.ts';
import type { Ternary } from '../world/ternary.ts';
import { emptyWorld, findSnapshot, placeState, type World } from '../world/world.ts';

const { accounts, regions } = plainSetting;
const caller: Caller = { account: accounts.self, region: regions.here };
const elsewhere: Caller = { account: accounts.self, region: regions.elsewhere };
const other: Caller = { account: accounts.other, region: regions.here };

const worldOf = (document: WorldDocument, start?: World): World =>
  realise(document, plainSetting, {}, start).world;

const arnOf = ({ account, region }: Caller, name: string, partition = 'aws'): string =>
  `arn:${partition}:rds:${region}:${account}:cluster-snapshot:${name}`;

function copied(world: World, by: Caller, request: CopyRequest) {
  const [next, outcome] = copy(world, by, { TargetDBClusterSnapshotIdentifier: 'new', ...request });
  if (outcome.kind === 'rejected') throw new Error(`rejected by ${outcome.rule}`);
  return { next, snapshot: outcome.snapshot };
}

describe('a copy', () => {
  const document: WorldDocument = {
    keys: { key: {} },
    snapshots: {
      source: {},
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

  it('at once is available and in the world', () => {
    const { next, snapshot } = copied(worldOf(document), caller, {
      SourceDBClusterSnapshotIdentifier: 'source',
    });
    expect(snapshot.shape).toMatchObject({ Status: 'available', PercentProgress: 100 });
    expect(snapshot).toMatchObject({ place: caller, name: 'new', tags: [], sharedWith: [] });
    expect(snapshot).not.toHaveProperty('progress');
    expect(findSnapshot(next, caller, 'new')).toBe(snapshot);
  });

  it.each([
    { name: 'within the Region', by: caller, crossRegion: false },
    { name: 'into another Region', by: elsewhere, crossRegion: true },
  ])('that takes time is under way until then: $name', ({ by, crossRegion }) => {
    const source = arnOf(caller, 'source');
    const world = worldOf(document, emptyWorld(1000, 500));
    const { next, snapshot } = copied(world, by, { SourceDBClusterSnapshotIdentifier: source });
    expect(snapshot.shape).toMatchObject({ Status: 'copying', PercentProgress: 0 });
    expect(snapshot.progress).toEqual({ startedAt: 1000, finishesAt: 1500, crossRegion });
    const { Status, PercentProgress } = findSnapshot(advance(next, 1500), by, 'new')?.shape ?? {};
    expect({ Status, PercentProgress }).toEqual({ Status: 'available', PercentProgress: 100 });
  });

  it.each([
    { name: 'in the same place', by: caller, source: arnOf(caller, 'source'), kept: true },
    { name: 'in another Region', by: elsewhere, source: arnOf(caller, 'source'), kept: false },
    { name: "of another account's", by: caller, source: arnOf(other, 'shared'), kept: false },
  ])('has the VPC and the zones of its source only there: $name', ({ by, source, kept }) => {
    const { snapshot } = copied(worldOf(document), by, { SourceDBClusterSnapshotIdentifier: source });
    expect('VpcId' in snapshot.shape).toBe(kept);
    expect('AvailabilityZones' in snapshot.shape).toBe(kept);
    expect(snapshot.shape.Engine).toBe('neptune');
  });

  it.each<[name: string, request: CopyRequest, tags: readonly object[]]>([
    ['nothing said', {}, []],
    ['CopyTags', { CopyTags: true }, [{ Key: 'a', Value: '1' }]],
    [
      'tags of its own',
      { Tags: [{ Key: 'x', Value: 'y' }, { Key: 'z' }] },
      [{ Key: 'x', Value: 'y' }, { Key: 'z' }],
    ],
    ['both', { CopyTags: true, Tags: [{ Key: 'x', Value: 'y' }] }, [{ Key: 'x', Value: 'y' }]],
  ])('has the tags asked for: %s', (_, request, tags) => {
    const source = { SourceDBClusterSnapshotIdentifier: 'tagged', ...request };
    expect(copied(worldOf(document), caller, source).snapshot.tags).toStrictEqual(tags);
  });
});

describe('a rejection', () => {
  const world = worldOf({
    keys: { off: { state: 'Disabled' } },
    snapshots: { source: {}, taken: {}, locked: { encryptedWith: 'off' } },
    places: [{ manualSnapshotQuota: 3 }],
  });
  const busy = worldOf({
    snapshots: { source: { region: 'elsewhere' } },
    places: [{ copiesInProgress: 2, crossRegionCopyQuota: 2 }],
  });

  it.each<{ rule: PreconditionId; in?: World; given: CopyRequest; message: RegExp }>([
    {
      rule: 'source-exists',
      given: { SourceDBClusterSnapshotIdentifier: 'nowhere' },
      message: /\bnowhere\b/,
    },
    { rule: 'target-unique', given: { TargetDBClusterSnapshotIdentifier: 'taken' }, message: /\btaken\b/ },
    { rule: 'kms-key-accessible', given: { KmsKeyId: 'no-key' }, message: /\bno-key\b/ },
    {
      rule: 'kms-source-key-accessible',
      given: { SourceDBClusterSnapshotIdentifier: 'locked' },
      message: /arn:aws:kms:us-east-1:111111111111:key\//,
    },
    { rule: 'copy-tags-boolean', given: { CopyTags: 'banana' }, message: /\bbanana\b/ },
    {
      rule: 'tag-key-reserved-prefix',
      given: { Tags: [{ Key: 'team' }, { Key: 'rds:x' }] },
      message: /the reserved prefix "rds:"/,
    },
    {
      rule: 'tag-key-unique',
      given: { Tags: [{ Key: 'mango' }, { Key: 'mango' }] },
      message: /\bmango$/,
    },
    { rule: 'manual-snapshot-quota', given: {}, message: /\b3\b/ },
    {
      rule: 'copies-in-progress-quota',
      in: busy,
      given: { SourceDBClusterSnapshotIdentifier: arnOf(elsewhere, 'source') },
      message: /\b2\b/,
    },
  ])('names what is wrong: $rule', ({ rule, in: where = world, given, message }) => {
    const [next, outcome] = copy(where, caller, {
      SourceDBClusterSnapshotIdentifier: 'source',
      TargetDBClusterSnapshotIdentifier: 'new',
      ...given,
    });
    expect(outcome).toMatchObject({ kind: 'rejected', rule });
    const { fault } = outcome as Extract<Outcome, { kind: 'rejected' }>;
    expect(fault.shape).toBe(precedence.find(({ id }) => id === rule)?.faults[0]);
    expect(fault.message).toMatch(message);
    expect(fault.message).not.toMatch(/[{}]|undefined/);
    expect(next).toBe(where);
  });

  it('names nothing where there is nothing to name', () => {
    const [, outcome] = copy(world, caller, {});
    expect(outcome).toMatchObject({ rule: 'source-required' });
    const { fault } = outcome as Extract<Outcome, { kind: 'rejected' }>;
    expect(fault.message).not.toMatch(/[{}]|undefined/);
  });
});

describe('judging', () => {
  const world = worldOf({ snapshots: { source: {} } });

  it('names each fault once, and no copy where a rule is broken', () => {
    const verdict = judge(world, caller, {});
    expect(verdict.broken).toEqual(['source-required', 'target-required']);
    expect(verdict.unspecified).toEqual([]);
    expect(verdict).not.toHaveProperty('copied');
    const faults = precedence
      .filter(({ id }) => verdict.broken.includes(id))
      .flatMap((entry) => entry.faults);
    expect(faults.length).toBeGreaterThan(verdict.rejections.length);
    expect(verdict.rejections).toEqual([...new Set(faults)]);
  });

  it('has the preconditions in the order of the catalogue, each with a message', () => {
    const ids = rules.flatMap(({ id, kind }) => (kind === 'precondition' ? [id] : []));
    expect(precedence.map(({ id }) => id)).toEqual(ids);
    expect(precedence.filter(({ message, faults }) => message === '' || faults.length === 0)).toEqual([]);
  });
});

describe('what is found out of a request', () => {
  const world = worldOf({
    keys: { key: {}, off: { state: 'Disabled' } },
    snapshots: {
      source: {},
      encrypted: { encryptedWith: 'key' },
      locked: { encryptedWith: 'off' },
      far: { region: 'elsewhere' },
      shared: { account: 'other', sharedWith: ['self'] },
      public: { account: 'other', sharedWith: ['all'] },
      hidden: { account: 'other' },
      sharedFar: { account: 'other', region: 'elsewhere', sharedWith: ['self'] },
    },
  });
  const facts = (request: CopyRequest, by = caller) => gatherFacts(world, by, request);
  const resolution = (source: string, by = caller) =>
    facts({ SourceDBClusterSnapshotIdentifier: source }, by).resolution;

  it.each<[name: string, source: string | undefined, kind: string]>([
    ['nothing', undefined, 'none'],
    ['an empty text', '', 'none'],
    ['a name', 'a', 'name'],
    ['no name', 'a--b', 'malformed-name'],
    ['an ARN', arnOf(caller, 'a'), 'arn'],
    ['no ARN', 'arn:x', 'malformed-arn'],
  ])('how the source is named: %s', (_, source, kind) => {
    expect(facts({ SourceDBClusterSnapshotIdentifier: source }).sourceName.kind).toBe(kind);
  });

  it.each<[name: string, source: string, by: Caller, expected: object]>([
    ['by name', 'source', caller, { kind: 'found' }],
    ['by name in capitals', 'SOURCE', caller, { kind: 'found' }],
    ['by ARN', arnOf(caller, 'source'), caller, { kind: 'found' }],
    ['nothing to look for', '', caller, { kind: 'not-named' }],
    ['no name', 'a--b', caller, { kind: 'not-named' }],
    ['not there', 'nowhere', caller, { kind: 'missing', foreign: false }],
    ['not there, by ARN', arnOf(caller, 'nowhere'), caller, { kind: 'missing', foreign: false }],
    [
      'not there, by ARN of another account',
      arnOf(other, 'nowhere'),
      caller,
      { kind: 'missing', foreign: true },
    ],
    ['in another Region, by ARN', arnOf(elsewhere, 'far'), caller, { kind: 'found' }],
    ['in another Region, by name', 'far', caller, { kind: 'needs-arn', shared: false, otherRegion: true }],
    ['shared, by ARN', arnOf(other, 'shared'), caller, { kind: 'found' }],
    ['shared, by name', 'shared', caller, { kind: 'needs-arn', shared: true, otherRegion: false }],
    ['public, by ARN', arnOf(other, 'public'), caller, { kind: 'found' }],
    ['public, by name', 'public', caller, { kind: 'needs-arn', shared: true, otherRegion: false }],
    [
      'shared in another Region, by name',
      'sharedFar'.toLowerCase(),
      caller,
      { kind: 'needs-arn', shared: true, otherRegion: false },
    ],
    ['hidden, by ARN', arnOf(other, 'hidden'), caller, { kind: 'not-shared' }],
    ['hidden, by name', 'hidden', caller, { kind: 'missing', foreign: false }],
    ['another partition in the ARN', arnOf(caller, 'source', 'aws-cn'), caller, { kind: 'other-partition' }],
    [
      'a Region of another partition in the ARN',
      arnOf({ ...caller, region: 'cn-north-1' }, 'source'),
      caller,
      { kind: 'other-partition' },
    ],
    [
      'a caller in another partition',
      arnOf(caller, 'source'),
      { ...caller, region: 'cn-north-1' },
      { kind: 'other-partition' },
    ],
    [
      'by name from another partition, whose snapshots do not count',
      'source',
      { ...caller, region: 'cn-north-1' },
      { kind: 'missing', foreign: false },
    ],
  ])('where the search ends: %s', (_, source, by, expected) => {
    expect(resolution(source, by)).toMatchObject(expected);
  });

  it('that a snapshot of the name in the same place is no other one', () => {
    // Looked up from another account, the owner's own place is elsewhere.
    expect(resolution('shared', other)).toMatchObject({ kind: 'found' });
  });

  it.each<[name: string, source: string, by: Caller, account: boolean, region: boolean]>([
    ['here', 'source', caller, false, false],
    ['from another Region', arnOf(elsewhere, 'far'), caller, false, true],
    ['from another account', arnOf(other, 'shared'), caller, true, false],
    ['from both', arnOf({ ...other, region: regions.elsewhere }, 'sharedfar'), caller, true, true],
    ['from nowhere', 'nowhere', caller, false, false],
  ])('what is crossed: %s', (_, source, by, crossAccount, crossRegion) => {
    expect(facts({ SourceDBClusterSnapshotIdentifier: source }, by)).toMatchObject({
      crossAccount,
      crossRegion,
    });
  });

  it.each<[name: string, source: string, hasKey: boolean, use: Ternary]>([
    ['not encrypted', 'source', false, 'broken'],
    ['encrypted', 'encrypted', true, 'kept'],
    ['encrypted with a key that is off', 'locked', true, 'broken'],
  ])('the key of the source: %s', (_, source, hasKey, use) => {
    const { sourceKeyArn, sourceKeyUse } = facts({ SourceDBClusterSnapshotIdentifier: source });
    expect(sourceKeyArn !== undefined).toBe(hasKey);
    expect(sourceKeyUse).toBe(use);
  });

  it.each<[name: string, target: string | undefined, folded: string | undefined]>([
    ['a name in capitals', 'New-1', 'new-1'],
    ['nothing', undefined, undefined],
    ['an empty text', '', ''],
    // The Kelvin sign folds to a k, and is no letter of an identifier.
    ['a letter that only looks like one', 'A\u212a', 'A\u212a'],
    ['a letter that only looks like one in front', '\u212aA', '\u212aA'],
    ['the whole range that is folded', ' A~', ' a~'],
  ])('the target, folded: %s', (_, target, folded) => {
    expect(facts({ TargetDBClusterSnapshotIdentifier: target }).target).toBe(folded);
  });

  it('whether tags are copied, which only true asks for', () => {
    const told = [true, false, 'true', undefined].map((CopyTags) => facts({ CopyTags }).copyTags);
    expect(told).toEqual([true, false, false, false]);
  });

  it('the key that is named, if any is', () => {
    expect(facts({}).key).toBeUndefined();
    expect(facts({ KmsKeyId: '' }).key).toBeUndefined();
    expect(facts({ KmsKeyId: 'x' }).key).toEqual({ kind: 'unknown' });
    expect(facts({}).tags).toEqual([]);
  });

  it.each<[sharedWith: readonly string[], shared: boolean]>([
    [[], false],
    [[accounts.self], true],
    [['all'], true],
    [['333333333333'], false],
    [['333333333333', accounts.self], true],
  ])('whether it is shared: with %j', (sharedWith, shared) => {
    const source = findSnapshot(world, caller, 'source');
    if (source === undefined) throw new Error('no source');
    expect(isSharedWith({ ...source, sharedWith }, accounts.self)).toBe(shared);
  });

  it('the place that is called', () => {
    expect(facts({}).here).toBe(placeState(world, caller));
  });
});
