import { Allowance, endingOf } from './allowance.ts';
import type { Clock } from './clock.ts';

/** After so many waits in a row that were in vain, the rest is told from them. */
const enough = 2;

/** How snapshots come about whose becoming available is waited for. */
export type Origin = 'CopyDBClusterSnapshot' | 'CreateDBClusterSnapshot';

/** A wait for one snapshot. */
export interface CopyWait {
  /** Waits a moment. Resolves to why there is no point in waiting any longer, if there is none. */
  pause(): Promise<string | undefined>;
  /** The snapshot is done. */
  done(): void;
}

/** How the pauses of a wait grow, in milliseconds. */
export interface Pace {
  readonly first: number;
  readonly factor: number;
  readonly longest: number;
}

/** How snapshots are waited for. */
export interface Waits {
  /** Begins to wait for a snapshot that the operation has made. */
  begin(origin: Origin, pace: Pace): CopyWait;
}

/**
 * How long snapshots are waited for. Kept for a whole target: where two in a row were waited for in vain, all others
 * would cost as much and tell no more.
 */
export class CopyWaits implements Waits {
  /** Longest wait, in milliseconds. */
  readonly timeout: number;
  readonly #allowance: Allowance;
  readonly #clock: Pick<Clock, 'now' | 'pause'>;
  readonly #pace: Pace | undefined;
  readonly #inVain: Record<Origin, number> = { CopyDBClusterSnapshot: 0, CreateDBClusterSnapshot: 0 };

  /** `pace` is kept whatever whoever waits wants: where each look costs something, or copies take hours. */
  constructor(
    timeout = 60_000,
    allowance: Allowance = new Allowance(),
    clock: Pick<Clock, 'now' | 'pause'> = {
      now: Date.now,
      pause: (milliseconds) => allowance.pause(milliseconds),
    },
    pace?: Pace,
  ) {
    this.timeout = timeout;
    this.#allowance = allowance;
    this.#clock = clock;
    this.#pace = pace;
  }

  /** Begins to wait for a snapshot that the operation has made. */
  begin(origin: Origin, usual: Pace): CopyWait {
    const { first, factor, longest } = this.#pace ?? usual;
    const deadline = this.#clock.now() + this.timeout;
    const seconds = `${this.timeout / 1000} s`;
    const told = this.#inVain[origin] >= enough;
    let next = first;
    let waited = false;
    return {
      pause: async () => {
        const ending = endingOf(this.#allowance.signal);
        if (ending !== undefined) return ending.reason;
        if (told)
          return `told from two before: what ${origin} makes does not become available within ${seconds}`;
        if (this.#clock.now() > deadline) {
          this.#inVain[origin] += 1;
          return `not available after ${seconds}`;
        }
        waited = true;
        await this.#clock.pause(next);
        next = Math.min(next * factor, longest);
        return undefined;
      },
      // What was available at once says nothing of how long others take.
      done: () => {
        if (waited) this.#inVain[origin] = 0;
      },
    };
  }
}
