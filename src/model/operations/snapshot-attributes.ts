import { say } from '../world/say.ts';
import { findSnapshot, putSnapshot, type Snapshot } from '../world/world.ts';
import { invalidValue, present, refuseByRule, type Check } from './checks.ts';
import type { SnapshotNameInput } from './delete-snapshot.ts';
import { accept, isRefusal, refuse, refuseWith, type Operation } from './reply.ts';

/** ModifyDBClusterSnapshotAttributeMessage. */
export interface ModifyAttributeInput extends SnapshotNameInput {
  readonly AttributeName?: string | undefined;
  readonly ValuesToAdd?: readonly string[] | undefined;
  readonly ValuesToRemove?: readonly string[] | undefined;
}

/** The attributes of a snapshot: the one there is, `restore`, lists the accounts it is shared with. */
export interface AttributesOutput {
  readonly DBClusterSnapshotAttributesResult: {
    readonly DBClusterSnapshotIdentifier: string;
    readonly DBClusterSnapshotAttributes: readonly {
      readonly AttributeName: string;
      readonly AttributeValues: readonly string[];
    }[];
  };
}

/** Most accounts a snapshot can be shared with. */
const maximumShares = 20;

/** DescribeDBClusterSnapshotAttributes, for the owner. Fault: DBClusterSnapshotNotFoundFault. */
export const describeDBClusterSnapshotAttributes: Operation<SnapshotNameInput, AttributesOutput> = (
  world,
  caller,
  input,
) => {
  const given = present(input, 'DBClusterSnapshotIdentifier');
  if (isRefusal(given)) return [world, given];
  const { DBClusterSnapshotIdentifier: name } = given;
  const snapshot = findSnapshot(world, caller, name.toLowerCase());
  if (snapshot === undefined) return [world, refuseByRule('source-exists', { source: name })];
  return [world, accept(attributesOf(snapshot))];
};

/**
 * ModifyDBClusterSnapshotAttribute: shares a manual snapshot, or takes that back. Faults:
 * DBClusterSnapshotNotFoundFault, InvalidDBClusterSnapshotStateFault, InvalidParameterValue,
 * SharedSnapshotQuotaExceeded.
 */
export const modifyDBClusterSnapshotAttribute: Operation<ModifyAttributeInput, AttributesOutput> = (
  world,
  caller,
  input,
) => {
  const given = present(input, 'DBClusterSnapshotIdentifier', 'AttributeName');
  if (isRefusal(given)) return [world, given];
  const problem = checkValues(given);
  if (problem !== undefined) return [world, problem];
  const { DBClusterSnapshotIdentifier: name, ValuesToAdd = [], ValuesToRemove = [] } = given;
  const before = findSnapshot(world, caller, name.toLowerCase());
  if (before === undefined) return [world, refuseByRule('source-exists', { source: name })];
  const kept = new Set([...before.sharedWith, ...ValuesToAdd]);
  for (const value of ValuesToRemove) kept.delete(value);
  const snapshot = { ...before, sharedWith: [...kept] };
  const refused = checkSharing(snapshot);
  if (refused !== undefined) return [world, refused];
  return [putSnapshot(world, snapshot), accept(attributesOf(snapshot))];
};

function checkValues({ AttributeName, ValuesToAdd = [], ValuesToRemove = [] }: ModifyAttributeInput): Check {
  if (AttributeName !== 'restore') return invalidValue(say`Invalid attribute name: ${AttributeName}`);
  const wrong = [...ValuesToAdd, ...ValuesToRemove].find((value) => !/^(?:\d{12}|all)$/.test(value));
  if (wrong !== undefined) return invalidValue(say`Invalid account: ${wrong}`);
  const removed = new Set(ValuesToRemove);
  const both = ValuesToAdd.find((value) => removed.has(value));
  return both === undefined ? undefined : invalidValue(say`${both} cannot be both added and removed.`);
}

function checkSharing({ name, shape, sharedWith }: Snapshot): Check {
  if (shape.SnapshotType !== 'manual' || shape.Status !== 'available') {
    const message = say`The snapshot ${name} cannot be shared: it is ${shape.SnapshotType} and ${shape.Status}.`;
    return refuseWith({ shape: 'InvalidDBClusterSnapshotStateFault', message });
  }
  if (shape.StorageEncrypted && sharedWith.includes('all')) {
    return invalidValue(say`The encrypted snapshot ${name} cannot be made public.`);
  }
  if (sharedWith.length <= maximumShares) return undefined;
  const message = say`A snapshot cannot be shared with more than ${maximumShares} accounts.`;
  return refuse('SharedSnapshotQuotaExceeded', 400, message);
}

function attributesOf({ name, sharedWith }: Snapshot): AttributesOutput {
  return {
    DBClusterSnapshotAttributesResult: {
      DBClusterSnapshotIdentifier: name,
      DBClusterSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: sharedWith }],
    },
  };
}
