import { createAlias, deleteAlias } from './aliases.ts';
import { copyDBClusterSnapshot } from './copy-snapshot.ts';
import { createDBCluster } from './create-cluster.ts';
import { createGrant } from './create-grant.ts';
import { createKey, replicateKey } from './create-key.ts';
import { createDBClusterSnapshot } from './create-snapshot.ts';
import { deleteDBCluster } from './delete-cluster.ts';
import { deleteDBClusterSnapshot } from './delete-snapshot.ts';
import { describeDBEngineVersions } from './engine-versions.ts';
import { createDBInstance, deleteDBInstance, describeDBInstances } from './instances.ts';
import { listAliases, listKeys } from './list-keys.ts';
import { restoreDBClusterFromSnapshot } from './restore-cluster.ts';
import { describeDBClusters } from './describe-clusters.ts';
import { describeEvents } from './describe-events.ts';
import { describeKey } from './describe-key.ts';
import { describeDBClusterSnapshots } from './describe-snapshots.ts';
import { assumeRole, getCallerIdentity } from './identity.ts';
import { cancelKeyDeletion, disableKey, enableKey, scheduleKeyDeletion } from './key-states.ts';
import {
  describeDBClusterSnapshotAttributes,
  modifyDBClusterSnapshotAttribute,
} from './snapshot-attributes.ts';
import { addTagsToResource, listTagsForResource, removeTagsFromResource } from './tagging.ts';

/** Every operation of the model, by service and by the name AWS gives it. */
export const operations = {
  neptune: {
    AddTagsToResource: addTagsToResource,
    CopyDBClusterSnapshot: copyDBClusterSnapshot,
    CreateDBCluster: createDBCluster,
    CreateDBClusterSnapshot: createDBClusterSnapshot,
    CreateDBInstance: createDBInstance,
    DeleteDBCluster: deleteDBCluster,
    DeleteDBClusterSnapshot: deleteDBClusterSnapshot,
    DeleteDBInstance: deleteDBInstance,
    DescribeDBClusterSnapshotAttributes: describeDBClusterSnapshotAttributes,
    DescribeDBClusterSnapshots: describeDBClusterSnapshots,
    DescribeDBClusters: describeDBClusters,
    DescribeDBEngineVersions: describeDBEngineVersions,
    DescribeDBInstances: describeDBInstances,
    DescribeEvents: describeEvents,
    ListTagsForResource: listTagsForResource,
    ModifyDBClusterSnapshotAttribute: modifyDBClusterSnapshotAttribute,
    RemoveTagsFromResource: removeTagsFromResource,
    RestoreDBClusterFromSnapshot: restoreDBClusterFromSnapshot,
  },
  kms: {
    CancelKeyDeletion: cancelKeyDeletion,
    CreateAlias: createAlias,
    CreateGrant: createGrant,
    CreateKey: createKey,
    DeleteAlias: deleteAlias,
    DescribeKey: describeKey,
    DisableKey: disableKey,
    EnableKey: enableKey,
    ListAliases: listAliases,
    ListKeys: listKeys,
    ReplicateKey: replicateKey,
    ScheduleKeyDeletion: scheduleKeyDeletion,
  },
  sts: {
    AssumeRole: assumeRole,
    GetCallerIdentity: getCallerIdentity,
  },
} as const;

/** A service of the model. */
export type Service = keyof typeof operations;

/** Names of all operations, of whichever service. */
export const operationNames: readonly string[] = Object.values(operations).flatMap((service) =>
  Object.keys(service),
);

/** Names of a service's operations. */
export type ActionOf<S extends Service> = keyof (typeof operations)[S] & string;
