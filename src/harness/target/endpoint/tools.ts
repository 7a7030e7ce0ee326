import type { Allowance } from '../allowance.ts';
import type { CopyWaits } from '../copy-waits.ts';
import type { Resource } from '../guard/resource.ts';
import type { ClusterLadder } from './cluster-ladder.ts';
import type { Callable } from './connection.ts';
import type { KeyRing } from './key-ring.ts';

/** What a fixture builder works through: calls, the removal of what they made, and the run's keys. */
export interface Tools extends Callable {
  readonly keyRing: KeyRing;
  readonly allowance: Allowance;
  readonly waits: CopyWaits;
  /** The way in which the target wants to be asked for clusters. */
  readonly clusters: ClusterLadder;
  /** How many calls that have nothing to do with each other are made at once. */
  readonly atOnce: number;
  /** Removes what was made, last things first, things of a kind at once. Resolves to what is left, in words. */
  putAway(made: readonly Resource[]): Promise<readonly string[]>;
}
