import { honestTrouble } from './honest-trouble.ts';
import { honestWork } from './honest-work.ts';
import type { Stubs, WrongStubs } from './stub.ts';
import { wrongClusters } from './wrong-clusters.ts';
import { wrongCopies } from './wrong-copies.ts';
import { wrongSharing } from './wrong-sharing.ts';
import { wrongSnapshots } from './wrong-snapshots.ts';

/** Forty tests whose last stub AWS's documentation contradicts. */
export const wrong: readonly WrongStubs[] = [
  ...wrongCopies,
  ...wrongSnapshots,
  ...wrongSharing,
  ...wrongClusters,
];

/** Twenty-two that a team would write, all of whose stubs AWS may answer. */
export const honest: readonly Stubs[] = [...honestWork, ...honestTrouble];
