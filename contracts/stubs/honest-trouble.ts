import { arn, call, copied, described, fault, many, seen, snapshot, type Stubs } from './stub.ts';

const weekly = { DBClusterSnapshotIdentifier: 'weekly' };
const failing = (name: string, $fault?: 'client' | 'server') => ({
  ...copied('weekly'),
  answer: fault(name, $fault),
});
const missing = call('DescribeDBClusterSnapshots', weekly, fault('DBClusterSnapshotNotFoundFault'));
const ofClient = (name: string, more: object): Error => Object.assign(new Error(name), { name, ...more });

/** What goes wrong with AWS, and how far a team's stubs go into it. */
export const honestTrouble: readonly Stubs[] = [
  {
    name: 'a session that has run out',
    calls: [
      failing('ExpiredTokenException'),
      call('DescribeDBClusterSnapshots', {}, fault('ExpiredToken')),
      call(
        'ListTagsForResource',
        { ResourceName: arn('cluster-snapshot', 'weekly') },
        fault('InvalidClientTokenId'),
      ),
      call('DescribeDBClusters', {}, fault('UnrecognizedClientException')),
    ],
  },
  {
    name: 'somebody who may not',
    calls: [
      failing('AccessDenied'),
      call('DescribeDBInstances', {}, fault('AccessDeniedException')),
      call(
        'ModifyDBClusterSnapshotAttribute',
        { ...weekly, AttributeName: 'restore', ValuesToAdd: ['all'] },
        fault('AccessDenied'),
      ),
    ],
  },
  {
    name: 'errors of the SDK before a call leaves',
    calls: [
      { ...copied('weekly'), answer: ofClient('CredentialsProviderError', { tryNextLink: false }) },
      { ...copied('weekly'), answer: ofClient('TokenProviderError', {}) },
      call('DescribeDBEngineVersions', {}, ofClient('AbortError', {})),
      call('DeleteDBClusterSnapshot', weekly, ofClient('TimeoutError', { code: 'ECONNRESET' })),
    ],
  },
  {
    name: 'calls that are too many, and then are not',
    calls: [
      failing('ThrottlingException'),
      failing('Throttling'),
      copied('weekly'),
      call('DescribeDBClusterSnapshots', weekly, fault('RequestLimitExceeded')),
      seen('weekly', { Status: 'copying', PercentProgress: 1 }),
    ],
  },
  {
    name: 'a service that fails',
    calls: [
      failing('InternalFailure', 'server'),
      call(
        'CreateDBInstance',
        {
          DBInstanceIdentifier: 'one',
          DBInstanceClass: 'db.r5.large',
          Engine: 'neptune',
        },
        fault('ServiceUnavailable', 'server'),
      ),
    ],
  },
  {
    name: 'a copy that fails and is removed',
    calls: [
      copied('weekly'),
      seen('weekly', { Status: 'copying', PercentProgress: 70 }),
      seen('weekly', { Status: 'failed', PercentProgress: 70 }),
      call('DeleteDBClusterSnapshot', weekly, {
        DBClusterSnapshot: snapshot('weekly', { Status: 'failed' }),
      }),
      copied('weekly'),
    ],
  },
  {
    name: 'a deletion too early, and one too late',
    calls: [
      seen('weekly', { Status: 'creating', PercentProgress: 5 }),
      call('DeleteDBClusterSnapshot', weekly, fault('InvalidDBClusterSnapshotStateFault')),
      missing,
      call('DeleteDBClusterSnapshot', weekly, fault('DBClusterSnapshotNotFoundFault')),
    ],
  },
  {
    name: 'a copy that is not seen at once',
    calls: [
      missing,
      copied('weekly'),
      missing,
      seen('weekly', { Status: 'copying', PercentProgress: 3 }),
      seen('weekly'),
    ],
  },
  {
    name: 'a list that changes while it is read',
    calls: [
      call(
        'DescribeDBClusterSnapshots',
        { MaxRecords: 20 },
        { Marker: 'a', DBClusterSnapshots: many(20, snapshot) },
      ),
      call(
        'DeleteDBClusterSnapshot',
        { DBClusterSnapshotIdentifier: 's019' },
        { DBClusterSnapshot: snapshot('s019') },
      ),
      described({ MaxRecords: 20, Marker: 'a' }, ...many(2, snapshot, 20)),
      described({ SnapshotType: 'automated' }, snapshot('rds:graph-2026', { SnapshotType: 'automated' })),
      described({ SnapshotType: 'automated' }),
    ],
  },
  {
    name: 'answers of the members that the code reads',
    calls: [
      call(
        'CopyDBClusterSnapshot',
        {
          SourceDBClusterSnapshotIdentifier: 'nightly',
          TargetDBClusterSnapshotIdentifier: 'weekly',
        },
        { DBClusterSnapshot: { Status: 'copying' } },
      ),
      described(weekly, { DBClusterSnapshotIdentifier: 'weekly', Status: 'available' }),
      call('DescribeDBClusters', {}, { DBClusters: [{ DBClusterIdentifier: 'graph' }] }),
      call('DeleteDBClusterSnapshot', weekly, {}),
    ],
    options: { partial: true },
  },
];
