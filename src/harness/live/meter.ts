import { existsSync } from 'node:fs';
import { Ending } from '../target/allowance.ts';
import type { Clock } from '../target/clock.ts';
import type { CallFault, Line } from '../target/endpoint/connection.ts';
import type { Step } from '../target/exchange.ts';

/** What a run in a real account may take at most. */
export interface LiveLimits {
  /** Most calls, but for those that clean up; an attempt that the SDK makes again is none. */
  readonly calls: number;
  /** Most calls a second, those that clean up included. */
  readonly callsPerSecond: number;
  /** Milliseconds after which the run cleans up and reports what it has. */
  readonly deadline: number;
  /** A file that ends the run in the same way once it is there. */
  readonly killSwitch?: string;
}

/** All that is ever sent to a real account. What it makes are copies, and nothing else. */
export const liveOperations: Readonly<Record<Step['service'], readonly string[]>> = {
  neptune: [
    'CopyDBClusterSnapshot',
    'DeleteDBClusterSnapshot',
    'DescribeDBClusterSnapshotAttributes',
    'DescribeDBClusterSnapshots',
    'ListTagsForResource',
  ],
  kms: ['DescribeKey'],
};

/** What the ways of one run have in common. */
interface Shared {
  readonly limits: LiveLimits;
  readonly clock: Clock;
  /** Ends the run. */
  readonly end: (ending: Ending) => void;
  readonly startedAt: number;
  calls: number;
  /** When the next call may leave. */
  next: number;
}

/**
 * A way to a real account on which every call is counted before it leaves: none but those that are meant, no more and no
 * faster than allowed. Whatever is used up ends the run; calls that clean up are only slowed down.
 */
export class Meter implements Line {
  readonly cleaner: Meter;
  readonly #line: Line;
  readonly #shared: Shared;
  readonly #isCleaner: boolean;

  private constructor(line: Line, shared: Shared, isCleaner: boolean) {
    this.#line = line;
    this.#shared = shared;
    this.#isCleaner = isCleaner;
    this.cleaner = isCleaner ? this : new Meter(line.cleaner, shared, true);
  }

  /** Begins to count. `end` is told when something is used up. */
  static over(line: Line, limits: LiveLimits, clock: Clock, end: (ending: Ending) => void): Meter {
    const startedAt = clock.now();
    return new Meter(line, { limits, clock, end, startedAt, calls: 0, next: startedAt }, false);
  }

  /** How many calls were made so far. */
  get calls(): number {
    return this.#shared.calls;
  }

  async call(...args: Parameters<Line['call']>): ReturnType<Line['call']> {
    const [service, operation] = args;
    if (!liveOperations[service].includes(operation))
      return {
        ok: false,
        fault: { ...notSent(`${operation} is nothing that is sent to a real account`), refused: true },
      };
    const refused = await this.#turn();
    return refused === undefined ? this.#line.call(...args) : { ok: false, fault: refused };
  }

  async copy(...args: Parameters<Line['copy']>): ReturnType<Line['copy']> {
    const refused = await this.#turn();
    return refused === undefined
      ? this.#line.copy(...args)
      : { result: { ok: false, fault: refused }, attempts: 0 };
  }

  close(): void {
    this.#line.close();
  }

  /** Waits until a call may leave. Resolves to why it may not, if it may not. */
  async #turn(): Promise<CallFault | undefined> {
    const { clock, limits, end } = this.#shared;
    const ending = this.#isCleaner ? undefined : this.#usedUp();
    if (ending !== undefined) {
      end(ending);
      return notSent(ending.reason);
    }
    this.#shared.calls += 1;
    const now = clock.now();
    const at = Math.max(now, this.#shared.next);
    this.#shared.next = at + 1000 / limits.callsPerSecond;
    if (at > now) await clock.pause(at - now);
    return undefined;
  }

  /** What ends the run, if something does. */
  #usedUp(): Ending | undefined {
    const { limits, clock, startedAt, calls } = this.#shared;
    const { killSwitch } = limits;
    if (killSwitch !== undefined && existsSync(killSwitch))
      return new Ending('bail', `${killSwitch} is there, which ends the run`);
    if (calls >= limits.calls) return new Ending('bail', `the budget of ${limits.calls} calls is used up`);
    return clock.now() - startedAt >= limits.deadline
      ? new Ending('deadline', `the deadline of ${limits.deadline / 1000} s came first`)
      : undefined;
  }
}

const notSent = (message: string): CallFault => ({ name: 'NotSent', message });
