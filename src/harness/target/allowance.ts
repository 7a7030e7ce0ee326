import { setMaxListeners } from 'node:events';
import { pause } from './pause.ts';

/** Why a run ends before all is done. */
export class Ending {
  readonly kind: 'interrupted' | 'deadline' | 'silence' | 'bail';
  /** In words, for whatever was not done because of it. */
  readonly reason: string;

  constructor(kind: Ending['kind'], reason: string) {
    this.kind = kind;
    this.reason = reason;
  }

  /** The SDK writes the reason of an abortion into its error. */
  toString(): string {
    return this.reason;
  }
}

/** Somebody wants the run to end. */
export const interrupted = new Ending('interrupted', 'the run was interrupted');

/** Nobody is there any more. */
export const silence = new Ending('silence', 'the target has stopped answering');

/** Why a signal says that it is over; undefined while it does not. */
export function endingOf(signal: AbortSignal | undefined): Ending | undefined {
  if (signal?.aborted !== true) return undefined;
  return signal.reason instanceof Ending ? signal.reason : interrupted;
}

/** What ends a run. */
export interface Limits {
  /** Ends it when aborted. */
  readonly signal?: AbortSignal;
  /** Ends it after so many milliseconds. */
  readonly deadline?: number;
  /** How long after the end things are still removed, in milliseconds, but where somebody waits; as usual unless given. */
  readonly cleaning?: number;
}

/** How long the call that is under way may still take when the run ends, in milliseconds. */
const grace = 1_000;

/**
 * How long after the end things are still removed, in milliseconds. Whoever presses Ctrl-C is waiting: with the
 * grace and the writing of a report it has to be less than five seconds.
 */
const cleaning: Readonly<Record<Ending['kind'], number>> = {
  interrupted: 3_500,
  deadline: 15_000,
  silence: 15_000,
  bail: 15_000,
};

/** Whether a call may be made now, and until when it may go on. */
export interface Permit {
  /** Why no call may begin now; undefined while one may. */
  readonly refusal: string | undefined;
  /** Ends the call that begins now, when it may not go on. */
  readonly callSignal: AbortSignal;
}

/**
 * Until when the calls of a run may go on. When the run ends, no call begins any more, but for those that clean up;
 * what is under way gets a short grace, and cleaning up a time of its own, after which nothing is sent at all. What
 * was not done for that is told as a reason, never thrown.
 */
export class Allowance implements Permit {
  readonly #over = new AbortController();
  readonly #graceOver = new AbortController();
  readonly #cleaningOver = new AbortController();
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #stop: () => void;
  readonly #cleaning: Readonly<Record<Ending['kind'], number>>;

  constructor({ signal, deadline, cleaning: patience }: Limits = {}) {
    this.#cleaning =
      patience === undefined
        ? cleaning
        : { ...cleaning, deadline: patience, silence: patience, bail: patience };
    // Every call that is under way listens, and so does every job.
    for (const each of [this.#over, this.#graceOver, this.#cleaningOver]) setMaxListeners(0, each.signal);
    const interrupt = (): void => this.#end(endingOf(signal) ?? interrupted);
    this.#stop = () => signal?.removeEventListener('abort', interrupt);
    if (signal?.aborted === true) interrupt();
    signal?.addEventListener('abort', interrupt);
    if (deadline !== undefined) {
      const late = new Ending('deadline', `the deadline of ${deadline / 1000} s came first`);
      this.#after(deadline, () => this.#end(late));
    }
  }

  /** Aborted when the run ends; its reason is the Ending. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  get refusal(): string | undefined {
    return endingOf(this.signal)?.reason;
  }

  get callSignal(): AbortSignal {
    return this.#graceOver.signal;
  }

  /**
   * The same for calls that remove what the run has made: they may be made for a while after its end. Whoever cleans
   * up opens the way for nobody else: other worlds may still be at their calls when the first is put away.
   */
  get cleaning(): Permit {
    const ending = (): Ending | undefined => endingOf(this.signal);
    const { signal: callSignal } = this.#cleaningOver;
    return {
      callSignal,
      get refusal() {
        return callSignal.aborted
          ? `${ending()?.reason ?? ''}, and the time for cleaning up is over`
          : undefined;
      },
    };
  }

  /** Waits so many milliseconds, or until the run ends. */
  pause(milliseconds: number): Promise<void> {
    return pause(milliseconds, this.signal);
  }

  /** Forgets the limits: nothing more ends. */
  close(): void {
    this.#stop();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** Whoever is interrupted after the deadline has less time than the deadline gave. */
  #end(ending: Ending): void {
    this.#over.abort(ending);
    this.#after(grace, () => this.#graceOver.abort(ending));
    this.#after(this.#cleaning[ending.kind], () => this.#cleaningOver.abort(ending));
  }

  #after(milliseconds: number, action: () => void): void {
    // Must not keep the process alive: whatever is under way does that.
    this.#timers.push(setTimeout(action, milliseconds).unref());
  }
}
