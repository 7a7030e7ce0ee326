import { samePlace } from '../model/index.ts';
import type { Step } from '../targets/target.ts';

/**
 * Calls that remove what the steps made, last things first, but for what a later step removed already. Keys can
 * only be scheduled for deletion.
 */
export function undo(steps: readonly Step[]): Step[] {
  const gone = steps.filter(({ operation }) => removals.has(operation));
  return [...steps].reverse().flatMap((step) => {
    const inverse = inverses[step.operation]?.(step);
    if (inverse === undefined) return [];
    const removal: Step = { service: step.service, caller: step.caller, ...inverse };
    return gone.some((other) => removesTheSame(other, removal)) ? [] : [removal];
  });
}

type Inverse = Pick<Step, 'operation' | 'input'> & Partial<Pick<Step, 'caller'>>;

const inverses: Readonly<Record<string, (step: Step) => Inverse | undefined>> = {
  CreateDBCluster: ({ input }) => ({
    operation: 'DeleteDBCluster',
    input: { DBClusterIdentifier: input['DBClusterIdentifier'], SkipFinalSnapshot: true },
  }),
  CreateDBClusterSnapshot: ({ input }) => ({
    operation: 'DeleteDBClusterSnapshot',
    input: { DBClusterSnapshotIdentifier: input['DBClusterSnapshotIdentifier'] },
  }),
  CopyDBClusterSnapshot: ({ input }) => ({
    operation: 'DeleteDBClusterSnapshot',
    input: { DBClusterSnapshotIdentifier: input['TargetDBClusterSnapshotIdentifier'] },
  }),
  CreateAlias: ({ input }) => ({ operation: 'DeleteAlias', input: { AliasName: input['AliasName'] } }),
  CreateKey: ({ invented }) =>
    invented === undefined
      ? undefined
      : { operation: 'ScheduleKeyDeletion', input: { KeyId: invented.value, PendingWindowInDays: 7 } },
  ReplicateKey: ({ caller, input }) => ({
    operation: 'ScheduleKeyDeletion',
    caller: { account: caller.account, region: String(input['ReplicaRegion']) },
    input: { KeyId: input['KeyId'], PendingWindowInDays: 7 },
  }),
};

const removals = new Set([
  'DeleteDBCluster',
  'DeleteDBClusterSnapshot',
  'DeleteAlias',
  'ScheduleKeyDeletion',
]);

const names = ['DBClusterIdentifier', 'DBClusterSnapshotIdentifier', 'AliasName', 'KeyId'];

function removesTheSame(a: Step, b: Step): boolean {
  return (
    a.operation === b.operation &&
    samePlace(a.caller, b.caller) &&
    names.every((name) => a.input[name] === b.input[name])
  );
}
