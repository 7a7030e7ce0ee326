import type { LiveDocument } from '../../contract/generated/types.ts';
import type { Allowance, Ending } from '../target/allowance.ts';
import type { Clock } from '../target/clock.ts';
import { Connection, type Way } from '../target/endpoint/connection.ts';
import type { Traffic } from '../target/endpoint/recorder.ts';
import { Guard } from '../target/guard/guard.ts';
import type { Journal } from '../target/guard/journal.ts';
import { Ledger } from '../target/guard/ledger.ts';
import { Meter, type LiveLimits } from './meter.ts';
import { accountsOf } from './setting.ts';

/** How a real account is reached. */
export interface LiveWay {
  /** What stands in for AWS, for Neptune and KMS; AWS itself unless given. */
  readonly endpoint?: string;
  /** Milliseconds until an attempt of a call is given up. */
  readonly timeout: number;
  readonly run: string;
  /** Is told of everything before it is made. */
  readonly journal?: Journal;
  readonly allowance: Allowance;
  readonly clock: Clock;
  readonly limits: LiveLimits;
  /** Ends the run when something is used up. */
  readonly end: (ending: Ending) => void;
  /** Where what is sent is counted; nowhere unless given. */
  readonly traffic?: Traffic;
}

/** The guarded and metered way to the accounts of a file. Nothing is sent yet. */
export function guardOver(accounts: Readonly<Record<string, Way>>, way: LiveWay): Guard {
  const { allowance, timeout, endpoint, traffic } = way;
  const options = {
    timeout,
    allowance,
    ...(endpoint !== undefined && { endpoint }),
    ...(traffic !== undefined && { traffic }),
  };
  const connection = new Connection(options, (account) => accounts[account] ?? {});
  return new Guard(Meter.over(connection, way.limits, way.clock, way.end), new Ledger(way.run, way.journal));
}

/** How each account of a file is reached: by its profile, or as the SDK finds credentials by itself. */
export const waysOf = (live: LiveDocument): Readonly<Record<string, Way>> =>
  Object.fromEntries(
    accountsOf(live).map(({ id, profile }) => [id, profile === undefined ? {} : { profile }] as const),
  );
