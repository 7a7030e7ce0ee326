import type { Allowance } from '../allowance.ts';
import type { Waits } from '../copy-waits.ts';
import type { Resource } from '../guard/resource.ts';
import type { ClusterLadder } from './cluster-ladder.ts';
import type { Callable } from './connection.ts';
import type { Keys } from './key-ring.ts';

/** What a fixture builder works through: calls, the removal of what they made, and the run's keys. */
export interface Tools extends Callable {
  readonly keyRing: Keys;
  readonly allowance: Allowance;
  readonly waits: Waits;
  /** The way in which the target wants to be asked for clusters. */
  readonly clusters: Pick<ClusterLadder, 'climb' | 'settled' | 'capabilities'>;
  /** How many calls that have nothing to do with each other are made at once. */
  readonly atOnce: number;
  /** Removes what was made, last things first, things of a kind at once. Resolves to what is left, in words. */
  putAway(made: readonly Resource[]): Promise<readonly string[]>;
}
