import { copy } from './copy.ts';
import type { CopyRequest } from '../rules/facts.ts';
import type { SnapshotShape } from '../world/world.ts';
import { accept, refuseWith, type Operation } from './reply.ts';

/** What operations on one snapshot answer. */
export interface SnapshotOutput {
  readonly DBClusterSnapshot: SnapshotShape;
}

/** CopyDBClusterSnapshot: the reference model's `copy`, in the spelling of AWS. Faults: those of the catalogue. */
export const copyDBClusterSnapshot: Operation<CopyRequest, SnapshotOutput> = (world, caller, input) => {
  const [next, outcome] = copy(world, caller, input);
  return [
    next,
    outcome.kind === 'copied'
      ? accept({ DBClusterSnapshot: outcome.snapshot.shape })
      : refuseWith(outcome.fault),
  ];
};
