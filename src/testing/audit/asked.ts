import { looksLikeArn, parseSnapshotArn, snapshotArn } from '../../model/world/arn.ts';
import { samePlace } from '../../model/world/place.ts';
import { neptuneActions } from '../../protocol/actions.ts';
import type { Action } from './declared-faults.ts';
import { textOf, type AnsweredCall } from './witness.ts';

/** What a request needs, and what must not be there yet; `resource` is whatever has tags, by its ARN. */
type Role = 'snapshot' | 'newSnapshot' | 'cluster' | 'newCluster' | 'instance' | 'newInstance' | 'resource';

/** What requests of an operation ask of the model. */
export interface Asked {
  /** The members that name something. */
  readonly names: Readonly<Partial<Record<Role, string>>>;
  /** Members beyond these that are passed on to the model; all that it has, unless told. */
  readonly only?: readonly string[];
  /** Whether the status of the snapshot is not looked at, of which the documentation says nothing. */
  readonly settled?: boolean;
}

const snapshot = 'DBClusterSnapshotIdentifier';
const cluster = 'DBClusterIdentifier';
const instance = 'DBInstanceIdentifier';
const ofTags: Asked = { names: { resource: 'ResourceName' } };
const ofList: Asked = { names: {} };

/** Of clusters and instances the model knows what snapshots need: the rest of a request is held against nobody. */
export const askedBy: Readonly<Record<Exclude<Action, 'CopyDBClusterSnapshot'>, Asked>> = {
  AddTagsToResource: ofTags,
  CreateDBCluster: { names: { newCluster: cluster }, only: ['Engine'] },
  CreateDBClusterSnapshot: { names: { newSnapshot: snapshot, cluster } },
  CreateDBInstance: { names: { newInstance: instance, cluster }, only: ['DBInstanceClass', 'Engine'] },
  DeleteDBCluster: { names: { cluster, newSnapshot: 'FinalDBSnapshotIdentifier' } },
  DeleteDBClusterSnapshot: { names: { snapshot } },
  DeleteDBInstance: { names: { instance }, only: [] },
  DescribeDBClusterSnapshotAttributes: { names: { snapshot } },
  DescribeDBClusterSnapshots: ofList,
  DescribeDBClusters: ofList,
  DescribeDBEngineVersions: ofList,
  DescribeDBInstances: ofList,
  DescribeEvents: ofList,
  ListTagsForResource: ofTags,
  ModifyDBClusterSnapshotAttribute: { names: { snapshot }, settled: true },
  RemoveTagsFromResource: ofTags,
  RestoreDBClusterFromSnapshot: {
    names: { newCluster: cluster, snapshot: 'SnapshotIdentifier' },
    only: ['Engine'],
  },
};

/** The name of a snapshot that has tags: whatever has them, what may be done with them is the same. */
export const tagged = 'tagged';

/** A request as the model is asked: with names for ARNs. Undefined where one is of what is not the caller's here. */
export function askedOfModel(
  { operation, input, caller }: AnsweredCall,
  { names, only }: Asked,
): AnsweredCall['input'] | undefined {
  const members = Object.values(names);
  const kept = Object.entries(input).filter(
    ([member]) =>
      neptuneActions[operation][member] !== 'unsupported' &&
      (only === undefined || members.includes(member) || only.includes(member)),
  );
  const asked = Object.fromEntries(kept);
  for (const member of members) {
    const reference = textOf(input[member]) ?? '';
    if (member === names.resource) {
      if (reference !== '') asked[member] = snapshotArn(caller, tagged);
    } else if (looksLikeArn(reference)) {
      const address = parseSnapshotArn(reference);
      if (address === undefined || !samePlace(address, caller)) return undefined;
      asked[member] = address.name;
    }
  }
  return asked;
}
