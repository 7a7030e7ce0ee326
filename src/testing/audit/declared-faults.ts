import type { ActionOf } from '../../model/operations/index.ts';

/** A modelled operation of Neptune. */
export type Action = ActionOf<'neptune'>;

const resources = ['DBInstanceNotFoundFault', 'DBSnapshotNotFoundFault', 'DBClusterNotFoundFault'];
// The service model forgets this one, with which a snapshot without tags to list is told.
const tagged = [...resources, 'DBClusterSnapshotNotFoundFault'];
const network = ['DBSubnetGroupNotFoundFault', 'InvalidVPCNetworkStateFault', 'InvalidSubnet'];
const newSnapshot = [
  'DBClusterSnapshotAlreadyExistsFault',
  'SnapshotQuotaExceededFault',
  'InvalidDBClusterSnapshotStateFault',
];
const newCluster = [
  ...['DBClusterAlreadyExistsFault', 'DBClusterQuotaExceededFault', 'StorageQuotaExceededFault'],
  ...['InsufficientStorageClusterCapacityFault', 'DBClusterParameterGroupNotFoundFault', ...network],
  ...['KMSKeyNotAccessibleFault', 'NetworkTypeNotSupportedFault'],
];

/**
 * The faults that each operation declares, by shape, in botocore's service model of 2014-10-31 as in
 * \@aws-sdk/client-neptune 3.1127.0; `declared-faults.test.ts` compares.
 */
export const declaredFaults: Readonly<Record<Action, readonly string[]>> = {
  AddTagsToResource: tagged,
  CopyDBClusterSnapshot: [
    ...[...newSnapshot, 'DBClusterSnapshotNotFoundFault'],
    ...['InvalidDBClusterStateFault', 'KMSKeyNotAccessibleFault'],
  ],
  CreateDBCluster: [
    ...[...newCluster, 'InvalidDBClusterStateFault', 'InvalidDBSubnetGroupStateFault'],
    ...['InvalidDBInstanceStateFault', 'DBClusterNotFoundFault', 'DBInstanceNotFoundFault'],
    ...['DBSubnetGroupDoesNotCoverEnoughAZs', 'GlobalClusterNotFoundFault', 'InvalidGlobalClusterStateFault'],
  ],
  CreateDBClusterSnapshot: [...newSnapshot, 'InvalidDBClusterStateFault', 'DBClusterNotFoundFault'],
  CreateDBInstance: [
    ...[
      'DBInstanceAlreadyExistsFault',
      'InsufficientDBInstanceCapacityFault',
      'DBParameterGroupNotFoundFault',
    ],
    ...[
      'DBSecurityGroupNotFoundFault',
      'InstanceQuotaExceededFault',
      'StorageQuotaExceededFault',
      ...network,
    ],
    ...['DBSubnetGroupDoesNotCoverEnoughAZs', 'InvalidDBClusterStateFault', 'DBClusterNotFoundFault'],
    ...['ProvisionedIopsNotAvailableInAZFault', 'OptionGroupNotFoundFault', 'StorageTypeNotSupportedFault'],
    ...['AuthorizationNotFoundFault', 'KMSKeyNotAccessibleFault', 'DomainNotFoundFault'],
  ],
  DeleteDBCluster: [...newSnapshot, 'DBClusterNotFoundFault', 'InvalidDBClusterStateFault'],
  DeleteDBClusterSnapshot: ['InvalidDBClusterSnapshotStateFault', 'DBClusterSnapshotNotFoundFault'],
  DeleteDBInstance: [
    ...['DBInstanceNotFoundFault', 'InvalidDBInstanceStateFault', 'DBSnapshotAlreadyExistsFault'],
    ...['SnapshotQuotaExceededFault', 'InvalidDBClusterStateFault'],
  ],
  DescribeDBClusterSnapshotAttributes: ['DBClusterSnapshotNotFoundFault'],
  DescribeDBClusterSnapshots: ['DBClusterSnapshotNotFoundFault'],
  DescribeDBClusters: ['DBClusterNotFoundFault'],
  DescribeDBEngineVersions: [],
  DescribeDBInstances: ['DBInstanceNotFoundFault'],
  DescribeEvents: [],
  ListTagsForResource: tagged,
  ModifyDBClusterSnapshotAttribute: [
    ...['DBClusterSnapshotNotFoundFault', 'InvalidDBClusterSnapshotStateFault'],
    ...['SharedSnapshotQuotaExceededFault'],
  ],
  RemoveTagsFromResource: tagged,
  RestoreDBClusterFromSnapshot: [
    ...[...newCluster, 'DBSnapshotNotFoundFault', 'DBClusterSnapshotNotFoundFault'],
    ...['InsufficientDBClusterCapacityFault', 'InvalidDBSnapshotStateFault'],
    ...['InvalidDBClusterSnapshotStateFault', 'InvalidRestoreFault', 'OptionGroupNotFoundFault'],
  ],
};

/**
 * Codes on the wire of the faults that are no neighbour's of copying, where the code is not the name of the shape. Their
 * exceptions bear the name of the shape.
 */
export const neighbourCodes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...['AuthorizationNotFoundFault', 'DBClusterParameterGroupNotFoundFault', 'DBInstanceAlreadyExistsFault'],
    ...['DBInstanceNotFoundFault', 'DBParameterGroupNotFoundFault', 'DBSecurityGroupNotFoundFault'],
    ...['DBSnapshotAlreadyExistsFault', 'DBSnapshotNotFoundFault', 'InstanceQuotaExceededFault'],
    ...['InsufficientDBInstanceCapacityFault', 'InsufficientStorageClusterCapacityFault'],
    ...['InvalidDBInstanceStateFault', 'InvalidDBSnapshotStateFault', 'NetworkTypeNotSupportedFault'],
    ...['SharedSnapshotQuotaExceededFault', 'StorageQuotaExceededFault', 'StorageTypeNotSupportedFault'],
  ].map((shape) => [shape.replace(/Fault$/, ''), shape]),
);

/** HTTP statuses of faults beyond the catalogue, where it is neither 404 for what is not found nor 400. */
export const neighbourStatuses: Readonly<Record<string, number>> = {
  DBClusterQuotaExceededFault: 403,
  InsufficientDBClusterCapacityFault: 403,
};

/**
 * Names of errors that the SDK itself expects of any service, to try again or to correct its clock
 * (\@smithy/service-error-classification), beside the common ones of the catalogue; and one of the service's page of
 * common errors.
 */
export const ordinary: ReadonlySet<string> = new Set([
  ...['RequestLimitExceeded', 'RequestThrottled', 'RequestThrottledException', 'SlowDown'],
  ...['ThrottledException', 'TooManyRequestsException', 'LimitExceededException', 'RequestTimeout'],
  ...['RequestTimeoutException', 'AuthFailure', 'InvalidSignatureException', 'RequestInTheFuture'],
  ...['RequestTimeTooSkewed', 'NotAuthorized'],
]);
