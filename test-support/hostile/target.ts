import type { RuleId } from '../../src/contract/generated/catalogue.ts';
import { serve, type Behaviour, type Standing } from './serve.ts';

/** How a run against a hostile target must end. */
export interface Expected {
  /** Exit codes that will do. */
  readonly exit: readonly number[];
  /** What must stand in what the run writes: on the terminal, or in its report. */
  readonly says?: RegExp;
  /** What must stand nowhere in it. */
  readonly never?: readonly RegExp[];
  /** What must not stand in some of it: `stdout`, `stderr`, or a format of the report. */
  readonly neverIn?: Readonly<Record<string, readonly RegExp[]>>;
  /** What must be named under what was left behind. */
  readonly leftBehind?: RegExp;
  /** Whether there is a report; there is one unless nothing was there to be judged. */
  readonly report?: false;
  /** Calls that it may take at most, where a run could go on for ever. */
  readonly calls?: number;
}

/** A target that lies, breaks, or is somebody else's. */
export interface HostileTarget {
  /** Unique, in a few words. */
  readonly name: string;
  /** Where the like is met, or what it did before. */
  readonly why: string;
  readonly expected: Expected;
  /** Rules that bring out what it does; the usual ones unless given. None: all cases, and the search. */
  readonly rules?: readonly RuleId[];
  /** More flags. */
  readonly flags?: readonly string[];
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>;
  start(): Promise<Standing>;
}

/** Rules whose cases stage, copy, share, encrypt, list and delete, with fixed names among them. */
export const usualRules: readonly RuleId[] = [
  'target-identifier-syntax',
  'target-unique',
  'copy-described',
  'copy-of-automated',
  'fault-leaves-no-trace',
  'copy-new-key',
  'kms-key-symmetric',
  'source-shared-by-arn',
];

/** A few rules: enough to get over the door and to copy. */
export const fewRules: readonly RuleId[] = ['target-unique', 'copy-described'];

/** A target whose every start behaves anew: some remember what happened. */
export const hostile = (
  told: Omit<HostileTarget, 'start'>,
  behaviour: () => Behaviour | Promise<Behaviour>,
): HostileTarget => ({ ...told, start: async () => serve(await behaviour()) });

/** The same, of targets that need more than one server. */
export const hostileServing = (
  told: Omit<HostileTarget, 'start'>,
  start: () => Promise<Standing>,
): HostileTarget => ({ ...told, start });
