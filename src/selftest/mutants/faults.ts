import { copy as modelCopy, findSnapshot, putSnapshot, removeSnapshot } from '../../model/index.ts';
import { snapshotArn } from '../../model/world/arn.ts';
import type { Snapshot, World } from '../../model/world/world.ts';
import { refuse, type Mutant } from './mutant.ts';

/** What a rejection leaves behind, though it should leave nothing. */
const traces: readonly (readonly [
  string,
  (world: World, would: Snapshot, taken: Snapshot | undefined) => World,
])[] = [
  [
    'makes the copy it refuses',
    (world, would, taken) => (taken === undefined ? putSnapshot(world, would) : world),
  ],
  [
    'removes the snapshot whose name is taken',
    (world, would, taken) => (taken === undefined ? world : removeSnapshot(world, would.place, taken.name)),
  ],
];

/** Endpoints that refuse, but not without consequences. */
export const faults: readonly Mutant[] = traces.map(([name, leave]) => ({
  name: `${name}: fault-leaves-no-trace`,
  direction: 'wrong copy',
  rule: 'fault-leaves-no-trace',
  variant: () => ({
    copy: ({ world, caller, request, target }, call) => {
      const [, outcome] = modelCopy(world, caller, request);
      if (outcome.kind === 'copied' || !target) return undefined;
      const taken = findSnapshot(world, caller, target);
      const would: Snapshot = {
        place: { account: caller.account, region: caller.region },
        name: target,
        shape: {
          DBClusterSnapshotIdentifier: target,
          DBClusterSnapshotArn: snapshotArn(caller, target),
          SnapshotType: 'manual',
          Status: 'available',
          PercentProgress: 100,
          StorageEncrypted: false,
        },
        tags: [],
        sharedWith: [],
      };
      const [, refusal] = refuse(call, outcome.fault.shape);
      return [leave(world, would, taken), refusal];
    },
  }),
}));
