import { describe, expect, it } from 'vitest';
import { failing, said, type Said } from '../../../test-support/said.ts';
import type { DBClusterSnapshot, WorldDocument } from '../../contract/generated/types.ts';
import { copy, judge, plainSetting, realise } from '../../model/index.ts';
import { assessMembers } from './assess.ts';
import { blameLookup } from './descent.ts';

const caller = { account: plainSetting.accounts.self, region: plainSetting.regions.here };
const shared = { identifier: 'namesake', account: 'other', sharedWith: ['self'], describes: { Port: 8183 } };
const elsewhere = { identifier: 'namesake', region: 'elsewhere', describes: { Port: 8184 } };

/** What failed of a copy of one of the namesakes, where the copy is like that of another but for some members. */
function failures(
  snapshots: NonNullable<WorldDocument['snapshots']>,
  [meant, taken]: readonly [string, string],
  different: DBClusterSnapshot = {},
): readonly Said[] {
  const { world, bindings } = realise({ snapshots }, plainSetting);
  const requestFor = (handle: string) => ({
    SourceDBClusterSnapshotIdentifier: bindings.snapshots[handle]?.arn ?? '',
    TargetDBClusterSnapshotIdentifier: 'new',
  });
  const request = requestFor(meant);
  const [, outcome] = copy(world, caller, requestFor(taken));
  const source = [...world.places.values()]
    .flatMap(({ snapshots: there }) => [...there.values()])
    .find(({ shape }) => shape.DBClusterSnapshotArn === request.SourceDBClusterSnapshotIdentifier);
  const { copied } = judge(world, caller, request);
  if (outcome.kind !== 'copied' || source === undefined || copied === undefined)
    throw new Error('the calls of this test are accepted');
  const made = {
    ...outcome.snapshot.shape,
    SourceDBClusterSnapshotArn: request.SourceDBClusterSnapshotIdentifier,
    ...different,
  };
  const checks = blameLookup(assessMembers(copied, made), made, { world, caller, request, source });
  return checks.filter(({ status }) => status === 'fail').map(said);
}

const both = { own: { identifier: 'namesake' }, shared };

describe('a copy that has what a namesake of its source has', () => {
  it('is held against how the source was found: another account', () => {
    expect(failures(both, ['shared', 'own'])).toEqual([
      failing(
        'source-shared-by-arn',
        'DBClusterIdentifier "shared-cluster", Port 8183',
        'DBClusterIdentifier "own-cluster", Port 8182',
      ),
    ]);
  });

  it('is held against how the source was found: another Region', () => {
    const snapshots = { own: { identifier: 'namesake' }, elsewhere };
    expect(failures(snapshots, ['own', 'elsewhere'])).toMatchObject([{ rule: 'source-cross-region-by-arn' }]);
  });

  it('is so whichever of several namesakes it is', () => {
    expect(failures({ ...both, elsewhere }, ['shared', 'elsewhere'])).toMatchObject([
      { rule: 'source-shared-by-arn' },
    ]);
  });

  it('is held against the rule of the members where no namesake has them either', () => {
    expect(failures(both, ['shared', 'own'], { Port: 1 })).toMatchObject([{ rule: 'copy-inherits' }]);
  });

  it('is held against the rules of other members besides', () => {
    expect(failures(both, ['shared', 'own'], { SnapshotType: 'shared' })).toMatchObject([
      { rule: 'copy-type-manual' },
      { rule: 'source-shared-by-arn' },
    ]);
  });
});

describe('a copy that has not', () => {
  it('is held against nothing when it is right', () => {
    expect(failures(both, ['shared', 'shared'])).toEqual([]);
  });

  it('is held against the rule of its members', () => {
    expect(failures({ own: {} }, ['own', 'own'], { Port: 1 })).toMatchObject([{ rule: 'copy-inherits' }]);
  });

  it('is not said to be of a namesake for what it does not inherit', () => {
    expect(failures(both, ['own', 'own'], { SnapshotType: 'shared' })).toMatchObject([
      { rule: 'copy-type-manual' },
    ]);
  });
});
