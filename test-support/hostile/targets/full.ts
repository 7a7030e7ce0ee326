import { crowded, foreignWorld } from '../foreign.ts';
import { hostile, usualRules } from '../target.ts';

export const full = hostile(
  {
    name: 'full of 10,000 snapshots, half of them named like ours',
    why: 'an account that is used; a clean-up by prefix would take them along',
    expected: { exit: [0] },
    // Each look through all of them takes its time: what these rules make and remove is enough.
    rules: ['copy-plain', 'copy-tags-all', 'target-unique', 'copy-identifier-lowercase'],
  },
  () => ({ world: () => crowded(foreignWorld(), 10_000) }),
);

export const fullUpToTheQuota = hostile(
  {
    name: 'full up to the quota',
    why: 'the case of the quota counts and fills, and takes away what it filled',
    expected: { exit: [0, 1, 2] },
    rules: [...usualRules, 'manual-snapshot-quota'],
  },
  () => ({
    world() {
      const world = crowded(foreignWorld(), 85);
      return {
        ...world,
        places: world.places.map((state) => ({
          ...state,
          quotas: { ...state.quotas, manualSnapshots: 100 },
        })),
      };
    },
  }),
);
