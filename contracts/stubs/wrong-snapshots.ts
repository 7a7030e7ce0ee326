import { abroad, arn, call, described, fault, many, seen, snapshot, type WrongStubs } from './stub.ts';

const named = (name: string): object => ({ DBClusterSnapshotIdentifier: name });
const deleted = (name: string) =>
  call('DeleteDBClusterSnapshot', named(name), { DBClusterSnapshot: snapshot(name) });
const created = (asked: string, members: object) =>
  call(
    'CreateDBClusterSnapshot',
    { DBClusterSnapshotIdentifier: asked, DBClusterIdentifier: 'graph' },
    { DBClusterSnapshot: snapshot(asked, { Status: 'creating', ...members }) },
  );

/** Snapshots that are made, described and deleted as they cannot be. */
export const wrongSnapshots: readonly WrongStubs[] = [
  {
    name: 'what was available is creating',
    contradicts: 'Provides the time when the snapshot was taken, in Universal Coordinated Time (UTC).',
    calls: [seen('nightly'), seen('nightly', { Status: 'creating', PercentProgress: 100 })],
  },
  {
    name: 'what has been transferred is not any more',
    contradicts: 'Specifies the percentage of the estimated data that has been transferred.',
    calls: [
      seen('nightly', { Status: 'creating', PercentProgress: 60 }),
      seen('nightly', { Status: 'creating', PercentProgress: 40 }),
    ],
  },
  {
    name: 'what was deleted is described as available',
    contradicts: 'Deletes a DB cluster snapshot.',
    calls: [deleted('nightly'), seen('nightly')],
  },
  {
    name: 'a new snapshot keeps the upper case of its name',
    contradicts: 'The identifier of the DB cluster snapshot. This parameter is stored as a lowercase string.',
    calls: [created('Nightly', { DBClusterSnapshotArn: arn('cluster-snapshot', 'nightly') })],
  },
  {
    name: 'a snapshot that somebody has made is automated',
    contradicts: 'manual - Return all DB cluster snapshots that have been taken by my Amazon account.',
    calls: [created('nightly', { SnapshotType: 'automated' })],
  },
  {
    name: 'a page is longer than was asked for',
    contradicts: 'The maximum number of records to include in the response.',
    calls: [described({ MaxRecords: 20 }, ...many(25, snapshot))],
  },
  {
    name: 'a page begins before the marker',
    contradicts: 'If this parameter is specified, the response includes only records beyond the marker',
    calls: [
      call(
        'DescribeDBClusterSnapshots',
        { MaxRecords: 20 },
        { Marker: 'm', DBClusterSnapshots: many(20, snapshot) },
      ),
      described({ MaxRecords: 20, Marker: 'm' }, ...many(5, snapshot, 18)),
    ],
  },
  {
    name: 'an automated snapshot among the manual ones',
    contradicts: 'The type of DB cluster snapshots to be returned.',
    calls: [
      described(
        { SnapshotType: 'manual' },
        snapshot('nightly'),
        snapshot('rds:graph-2026-01-01', { SnapshotType: 'automated' }),
      ),
    ],
  },
  {
    name: 'a snapshot of another cluster than was asked for',
    contradicts: 'The ID of the DB cluster to retrieve the list of DB cluster snapshots for.',
    calls: [
      described({ DBClusterIdentifier: 'graph' }, snapshot('nightly', { DBClusterIdentifier: 'people' })),
    ],
  },
  {
    name: 'a name and a cluster at once are looked up',
    contradicts:
      "This parameter can't be used in conjunction with the DBClusterSnapshotIdentifier parameter.",
    calls: [described({ ...named('nightly'), DBClusterIdentifier: 'graph' }, snapshot('nightly'))],
  },
  {
    name: 'a snapshot of another account for which nobody has asked',
    contradicts:
      'True to include shared manual DB cluster snapshots from other Amazon accounts that this Amazon account has been given permission to copy or restore, and otherwise false. The default is false.',
    calls: [
      described(
        {},
        snapshot('nightly'),
        snapshot('theirs', { DBClusterSnapshotArn: arn('cluster-snapshot', 'theirs', abroad) }),
      ),
    ],
  },
  {
    name: 'what is creating is deleted',
    contradicts: 'The DB cluster snapshot must be in the available state to be deleted.',
    calls: [seen('nightly', { Status: 'creating', PercentProgress: 10 }), deleted('nightly')],
  },
  {
    name: 'what is described cannot be found to be deleted, for the want of a cluster',
    contradicts: 'DBClusterSnapshotIdentifier does not refer to an existing DB cluster snapshot.',
    calls: [{ ...deleted('nightly'), answer: fault('DBClusterNotFoundFault') }],
  },
];
