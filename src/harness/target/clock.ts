import type { Permit } from './allowance.ts';
import { pause } from './pause.ts';

/** The time, where it is waited for so long that tests have one of their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits so many milliseconds, or until nothing may be waited for any more. */
  pause(milliseconds: number): Promise<void>;
  /** Whether nothing may be waited for any more. */
  isOver(): boolean;
}

/** The time of this machine. It is waited until the permit ends. */
export const systemClock = ({ callSignal }: Pick<Permit, 'callSignal'>): Clock => ({
  now: () => Date.now(),
  isOver: () => callSignal.aborted,
  pause: (milliseconds) => pause(milliseconds, callSignal),
});
