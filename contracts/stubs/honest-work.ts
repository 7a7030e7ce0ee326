import {
  abroad,
  arn,
  attributes,
  call,
  cluster,
  copied,
  described,
  fault,
  instance,
  key,
  many,
  seen,
  snapshot,
  tagged,
  tagsOf,
  type Stubs,
} from './stub.ts';

const nightly = { DBClusterSnapshotIdentifier: 'nightly' };
const ofWeekly = { ResourceName: arn('cluster-snapshot', 'weekly') };
const drill = { DBClusterIdentifier: 'drill' };
const deleted = (name: string, members: object = {}) =>
  call(
    'DeleteDBClusterSnapshot',
    { DBClusterSnapshotIdentifier: name },
    { DBClusterSnapshot: snapshot(name, members) },
  );
const page = (input: object, next: object, ...list: readonly object[]) =>
  call('DescribeDBClusterSnapshots', { MaxRecords: 20, ...input }, { ...next, DBClusterSnapshots: list });

/** What a team does with snapshots, where all goes well. */
export const honestWork: readonly Stubs[] = [
  {
    name: 'a list of three pages, the last of which is empty',
    calls: [
      page({}, { Marker: 'a' }, ...many(20, snapshot)),
      page({ Marker: 'a' }, { Marker: 'b' }, ...many(20, snapshot, 20)),
      page({ Marker: 'b' }, {}),
    ],
  },
  {
    name: 'a list that is asked for twice, page by page',
    calls: [
      page({}, { Marker: 'a' }, ...many(20, snapshot)),
      page({ Marker: 'a' }, {}, ...many(3, snapshot, 20)),
      page({}, { Marker: 'a' }, ...many(20, snapshot)),
      page({ Marker: 'a' }, {}, ...many(3, snapshot, 20)),
    ],
  },
  {
    name: 'a copy that is waited for',
    calls: [
      seen('nightly'),
      copied('Weekly', {
        DBClusterSnapshotIdentifier: 'weekly',
        DBClusterSnapshotArn: arn('cluster-snapshot', 'weekly'),
      }),
      seen('weekly', { Status: 'copying', PercentProgress: 50 }),
      seen('weekly', { Status: 'copying', PercentProgress: 50 }),
      seen('weekly'),
      copied(
        'monthly',
        { SourceDBClusterSnapshotArn: arn('cluster-snapshot', 'weekly') },
        { SourceDBClusterSnapshotIdentifier: 'weekly' },
      ),
    ],
  },
  {
    name: 'a snapshot that is made, and its name used anew',
    calls: [
      call(
        'CreateDBClusterSnapshot',
        { ...nightly, DBClusterIdentifier: 'Graph' },
        { DBClusterSnapshot: snapshot('nightly', { Status: 'creating', PercentProgress: 0 }) },
      ),
      seen('nightly', { Status: 'creating', PercentProgress: 90 }),
      seen('nightly'),
      deleted('nightly'),
      call(
        'CreateDBClusterSnapshot',
        { ...nightly, DBClusterIdentifier: 'graph' },
        { DBClusterSnapshot: snapshot('nightly', { Status: 'creating', PercentProgress: 0 }) },
      ),
    ],
  },
  {
    name: 'a snapshot that takes its time to be gone',
    calls: [
      seen('nightly'),
      deleted('nightly', { Status: 'deleting' }),
      described({}, snapshot('nightly', { Status: 'deleting' })),
      call('DescribeDBClusterSnapshots', nightly, fault('DBClusterSnapshotNotFoundFault')),
    ],
  },
  {
    name: 'snapshots of others, shared and public',
    calls: [
      described(
        { IncludeShared: true },
        snapshot('nightly'),
        snapshot('theirs', { DBClusterSnapshotArn: arn('cluster-snapshot', 'theirs', abroad) }),
      ),
      described(
        { SnapshotType: 'public' },
        snapshot('open', { DBClusterSnapshotArn: arn('cluster-snapshot', 'open', '333333333333') }),
      ),
      described(
        { SnapshotType: 'shared' },
        snapshot('theirs', { DBClusterSnapshotArn: arn('cluster-snapshot', 'theirs', abroad) }),
      ),
    ],
  },
  {
    name: 'a shared snapshot copied under a key of its own',
    calls: [
      copied(
        'weekly',
        {
          StorageEncrypted: true,
          KmsKeyId: key('vault'),
          SourceDBClusterSnapshotArn: arn('cluster-snapshot', 'nightly', abroad),
        },
        {
          SourceDBClusterSnapshotIdentifier: arn('cluster-snapshot', 'nightly', abroad),
          KmsKeyId: 'alias/vault',
        },
      ),
    ],
  },
  {
    name: 'tags of the source and of the request',
    calls: [
      tagged('nightly', { team: 'graph' }),
      copied('weekly', {}, { CopyTags: true, Tags: tagsOf({ kept: 'a year' }) }),
      tagged('weekly', { team: 'graph', kept: 'a year' }),
    ],
  },
  {
    name: 'tags that come, change and go, and those of AWS',
    calls: [
      copied('weekly', {}, { Tags: tagsOf({ team: 'graph' }) }),
      call('AddTagsToResource', { ...ofWeekly, Tags: tagsOf({ team: 'people', due: '2027' }) }, {}),
      call('RemoveTagsFromResource', { ...ofWeekly, TagKeys: ['due', 'none'] }, {}),
      tagged('weekly', { 'aws:cloudformation:stack-name': 'backup', team: 'people' }),
    ],
  },
  {
    name: 'a snapshot that is shared, and not any more',
    calls: [
      call(
        'ModifyDBClusterSnapshotAttribute',
        { ...nightly, AttributeName: 'restore', ValuesToAdd: [abroad] },
        attributes('nightly', '333333333333', abroad),
      ),
      call('DescribeDBClusterSnapshotAttributes', nightly, attributes('nightly', abroad, '333333333333')),
      call(
        'ModifyDBClusterSnapshotAttribute',
        { ...nightly, AttributeName: 'restore', ValuesToRemove: [abroad, '333333333333'] },
        attributes('nightly'),
      ),
      call('DescribeDBClusterSnapshotAttributes', nightly, {
        DBClusterSnapshotAttributesResult: {
          DBClusterSnapshotIdentifier: 'nightly',
          DBClusterSnapshotAttributes: [],
        },
      }),
    ],
  },
  {
    name: 'a drill: restored, waited for and taken down',
    calls: [
      call(
        'RestoreDBClusterFromSnapshot',
        { ...drill, SnapshotIdentifier: 'nightly', Engine: 'neptune' },
        { DBCluster: cluster('drill', { Status: 'creating' }) },
      ),
      call(
        'CreateDBInstance',
        { DBInstanceIdentifier: 'One', DBInstanceClass: 'db.r5.large', Engine: 'neptune', ...drill },
        { DBInstance: instance('one', { ...drill, DBInstanceStatus: 'creating' }) },
      ),
      call('DescribeDBClusters', drill, { DBClusters: [cluster('drill')] }),
      call(
        'DescribeDBInstances',
        { Filters: [{ Name: 'db-cluster-id', Values: ['drill'] }] },
        { DBInstances: [instance('one', drill)] },
      ),
      call(
        'DeleteDBInstance',
        { DBInstanceIdentifier: 'one', SkipFinalSnapshot: true },
        { DBInstance: instance('one', { ...drill, DBInstanceStatus: 'deleting' }) },
      ),
      call(
        'DeleteDBCluster',
        { ...drill, FinalDBSnapshotIdentifier: 'last' },
        { DBCluster: cluster('drill', { Status: 'deleting' }) },
      ),
      seen('last', { DBClusterIdentifier: 'drill', Status: 'creating', PercentProgress: 0 }),
      seen('last', { DBClusterIdentifier: 'drill' }),
    ],
  },
  {
    name: 'clusters of other engines, busy and available again',
    calls: [
      call(
        'DescribeDBClusters',
        {},
        {
          DBClusters: [cluster('graph'), cluster('documents', { Engine: 'docdb', Port: 27017 })],
        },
      ),
      call(
        'DescribeDBClusters',
        { DBClusterIdentifier: 'GRAPH' },
        {
          DBClusters: [cluster('graph', { Status: 'backing-up' })],
        },
      ),
      call('DescribeDBClusters', { DBClusterIdentifier: 'graph' }, { DBClusters: [cluster('graph')] }),
      call(
        'DescribeDBEngineVersions',
        { Engine: 'neptune', DefaultOnly: true },
        {
          DBEngineVersions: [{ Engine: 'neptune', EngineVersion: '1.4.5.0', SupportsReadReplica: true }],
        },
      ),
    ],
  },
];
