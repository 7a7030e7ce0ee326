/** The policy that a plan prints, applied by a stand-in: with it a run passes, and nothing else does. */
import {
  CopyDBClusterSnapshotCommand,
  CreateDBClusterCommand,
  DeleteDBClusterSnapshotCommand,
  ListTagsForResourceCommand,
  ModifyDBClusterSnapshotAttributeCommand,
  NeptuneClient,
} from '@aws-sdk/client-neptune';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainSetting, snapshotArn } from '../../src/model/index.ts';
import { keyOf } from '../../src/harness/target/endpoint/accounts.ts';
import { policiesOf } from '../../src/live/policy.ts';
import { leftIn } from '../../test-support/leftovers.ts';
import { liveFile, somebodys, withProfiles } from './account.ts';
import { notAllowed } from './iam.ts';
import { judgeLive, someCases, told } from './judge.ts';
import { standIn, type StandIn } from './stand-in.ts';

let profiles: ReturnType<typeof withProfiles>;
beforeAll(() => (profiles = withProfiles()));
afterAll(() => profiles.close());

let at: StandIn;
afterEach(() => at.close());

const { live } = liveFile();
const policies = policiesOf(live);
const self = plainSetting.accounts.self;

describe('with the policy that is printed', () => {
  it('a full run ends as without one, and nothing is denied', async () => {
    at = await standIn(somebodys());
    const free = await judgeLive(at, profiles.folder);
    await at.close();
    at = await standIn(somebodys(), { policies });
    const bound = await judgeLive(at, profiles.folder);
    expect(at.denied).toEqual([]);
    expect(told(bound)).toEqual(told(free));
  });

  it.each(Object.keys(policies[self]?.Statement ?? []).map(Number))(
    'statement %i is needed: without it something is denied',
    async (index) => {
      const own = policies[self];
      if (own === undefined) throw new Error('there is no policy');
      const less = { ...own, Statement: own.Statement.filter((_, i) => i !== index) };
      at = await standIn(somebodys(), { policies: { ...policies, [self]: less } });
      const patience = { copy: 3_600_000, seen: 10_000 };
      await judgeLive(at, profiles.folder, { cases: someCases, patience }).catch(() => undefined);
      expect(at.denied.length).toBeGreaterThan(0);
    },
  );

  const mark = { Key: 'neptune-copy-contract', Value: 'liveabcdef' };
  const copy = (Source: string, Target: string, tags = [mark]) =>
    new CopyDBClusterSnapshotCommand({
      SourceDBClusterSnapshotIdentifier: Source,
      TargetDBClusterSnapshotIdentifier: Target,
      Tags: tags,
    });
  it.each([
    ['make a cluster', new CreateDBClusterCommand({ DBClusterIdentifier: 'a', Engine: 'neptune' })],
    ['copy what the file does not name', copy('ncc-nightly', 'ncc-live-a')],
    ['copy to a name without our prefix', copy('graph-small', 'graph-copy')],
    ['copy without our tag', copy('graph-small', 'ncc-live-a', [])],
    ['copy with the tag of another', copy('graph-small', 'ncc-live-a', [{ ...mark, Value: 'theirs' }])],
    ['delete a source', new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: 'graph-small' })],
    [
      'delete what has our prefix, but not our tag',
      new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: 'ncc-live-nightly-1' }),
    ],
    [
      'share a source',
      new ModifyDBClusterSnapshotAttributeCommand({
        DBClusterSnapshotIdentifier: 'graph-small',
        AttributeName: 'restore',
        ValuesToAdd: ['all'],
      }),
    ],
    [
      'read tags of others',
      new ListTagsForResourceCommand({
        ResourceName: snapshotArn({ account: self, region: plainSetting.regions.here }, 'other-snapshot'),
      }),
    ],
  ])('nobody may %s', async (_, command) => {
    at = await standIn(somebodys(), { policies });
    const client = new NeptuneClient({
      endpoint: at.url,
      region: plainSetting.regions.here,
      credentials: keyOf(self),
      maxAttempts: 1,
    });
    await expect(client.send(command as never)).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(leftIn(at.world())).toEqual(leftIn(somebodys()));
    client.destroy();
  });
});

describe('the evaluator', () => {
  const policy = {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'A',
        Effect: 'Allow',
        Action: ['rds:Copy'],
        Resource: ['arn:x:ncc-*'],
        Condition: { StringLike: { 'aws:RequestTag/a': 'b*' } },
      },
    ],
  } as const;
  const asked = { action: 'rds:Copy', resources: ['arn:x:ncc-1'], context: { 'aws:RequestTag/a': 'bc' } };
  it.each([
    ['all of it is met', {}, undefined],
    ['another action', { action: 'rds:Delete' }, 'arn:x:ncc-1'],
    ['one resource of two', { resources: ['arn:x:ncc-1', 'arn:x:n'] }, 'arn:x:n'],
    ['another tag', { context: { 'aws:RequestTag/a': 'c' } }, 'arn:x:ncc-1'],
    ['no tag', { context: {} }, 'arn:x:ncc-1'],
  ])('%s', async (_, different, expected) => {
    at = await standIn(somebodys());
    expect(notAllowed(policy, { ...asked, ...different })).toBe(expected);
  });
});
