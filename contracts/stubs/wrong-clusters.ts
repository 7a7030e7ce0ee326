import { arn, call, cluster, instance, many, snapshot, type WrongStubs } from './stub.ts';

const restored = call(
  'RestoreDBClusterFromSnapshot',
  { DBClusterIdentifier: 'drill', SnapshotIdentifier: 'nightly', Engine: 'neptune' },
  { DBCluster: cluster('drill', { Status: 'creating' }) },
);

const deleted = (input: object) =>
  call(
    'DeleteDBCluster',
    { DBClusterIdentifier: 'graph', ...input },
    {
      DBCluster: cluster('graph', { Status: 'deleting' }),
    },
  );

/** Clusters and instances that cannot be. */
export const wrongClusters: readonly WrongStubs[] = [
  {
    name: 'what was deleted is restored',
    contradicts: 'DBClusterSnapshotIdentifier does not refer to an existing DB cluster snapshot.',
    calls: [
      call(
        'DeleteDBClusterSnapshot',
        { DBClusterSnapshotIdentifier: 'nightly' },
        { DBClusterSnapshot: snapshot('nightly') },
      ),
      restored,
    ],
  },
  {
    name: 'two clusters are restored with one name',
    contradicts: 'User already has a DB cluster with the given identifier.',
    calls: [restored, restored],
  },
  {
    name: 'a port of text',
    contradicts: 'The port number on which the instances in the DB cluster accept connections.',
    calls: [
      call(
        'CreateDBCluster',
        { DBClusterIdentifier: 'graph', Engine: 'neptune' },
        { DBCluster: cluster('graph', { Status: 'creating', Port: '8182' }) },
      ),
    ],
  },
  {
    name: 'a cluster is deleted without a word on its last snapshot',
    contradicts: 'You must specify a FinalDBSnapshotIdentifier parameter if SkipFinalSnapshot is false.',
    calls: [deleted({})],
  },
  {
    name: 'a protected cluster is deleted',
    contradicts: 'Note that the DB Cluster cannot be deleted if deletion protection is enabled.',
    calls: [
      call(
        'DescribeDBClusters',
        { DBClusterIdentifier: 'graph' },
        { DBClusters: [cluster('graph', { DeletionProtection: true })] },
      ),
      deleted({ SkipFinalSnapshot: true }),
    ],
  },
  {
    name: 'no cluster of a name, and no fault',
    contradicts: 'Constraints: If supplied, must match an existing DBClusterIdentifier.',
    calls: [call('DescribeDBClusters', { DBClusterIdentifier: 'graph' }, { DBClusters: [] })],
  },
  {
    name: 'a page of clusters is longer than was asked for',
    contradicts: 'The maximum number of records to include in the response.',
    calls: [call('DescribeDBClusters', { MaxRecords: 20 }, { DBClusters: many(21, cluster) })],
  },
  {
    name: 'an instance is made for another cluster',
    contradicts: 'The identifier of the DB cluster that the instance will belong to.',
    calls: [
      call(
        'CreateDBInstance',
        {
          DBInstanceIdentifier: 'one',
          DBInstanceClass: 'db.r5.large',
          Engine: 'neptune',
          DBClusterIdentifier: 'drill',
        },
        { DBInstance: instance('one', { DBInstanceStatus: 'creating', DBInstanceArn: arn('db', 'one') }) },
      ),
    ],
  },
  {
    name: 'an instance is available that was deleted',
    contradicts: "The action can't be canceled or reverted once submitted.",
    calls: [
      call(
        'DeleteDBInstance',
        { DBInstanceIdentifier: 'one', SkipFinalSnapshot: true },
        { DBInstance: instance('one', { DBInstanceStatus: 'deleting' }) },
      ),
      call('DescribeDBInstances', { DBInstanceIdentifier: 'one' }, { DBInstances: [instance('one')] }),
    ],
  },
  {
    name: 'a version of another engine',
    contradicts: 'The database engine to return.',
    calls: [
      call(
        'DescribeDBEngineVersions',
        { Engine: 'neptune' },
        { DBEngineVersions: [{ Engine: 'docdb', EngineVersion: '5.0.0' }] },
      ),
    ],
  },
];
