import { placeState, putSnapshot, type Caller, type World } from '../../../model/index.ts';
import { snapshotArn } from '../../../model/world/arn.ts';
import { refuse } from '../mutant.ts';
import type { Variant } from '../endpoint.ts';

/** Endpoints of accounts that AWS Backup works for. */
export const backup: readonly Variant[] = [
  {
    name: 'AWS Backup has snapshots in every place, with names of 71 characters, which take up no room',
    tries: ['source-exists', 'source-identifier-form', 'manual-snapshot-quota'],
    copy: ({ request: { SourceDBClusterSnapshotIdentifier: source = '' }, source: found }, call) =>
      /(^|:)awsbackup:/i.test(source) && found === undefined
        ? refuse(call, 'DBClusterSnapshotNotFoundFault')
        : undefined,
    aftermath: (after, { action, caller }) =>
      action === 'CreateDBClusterSnapshot' && caller !== undefined ? backedUp(after, caller) : after,
  },
];

/** The place with more snapshots of AWS Backup than the quota of manual ones, each like one that is there already. */
function backedUp(world: World, place: Caller): World {
  const { snapshots } = placeState(world, place);
  const like = snapshots.first();
  if (like === undefined || snapshots.some(({ name }) => name.startsWith('awsbackup:'))) return world;
  return Array.from({ length: 101 }, (_, i) => `awsbackup:job-${String(i).padStart(57, '0')}`).reduce(
    (before, name) => {
      const shape = {
        ...like.shape,
        DBClusterSnapshotIdentifier: name,
        DBClusterSnapshotArn: snapshotArn(place, name),
        SnapshotType: 'awsbackup',
      };
      return putSnapshot(before, { place: like.place, name, shape, tags: [], sharedWith: [] });
    },
    world,
  );
}
