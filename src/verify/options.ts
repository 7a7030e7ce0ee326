import type { LeftOutName } from '../contract/capabilities.ts';
import type { DirectedCase } from '../contract/case.ts';
import { directedCases } from '../contract/directed-cases.ts';
import { directedSequences, type DirectedSequence, type NamedCase } from '../contract/directed-sequences.ts';
import { requirementSets, type RuleId } from '../contract/generated/catalogue.ts';
import type { Demands, MinMeasured, Shard } from '../contract/generated/types.ts';
import type { Level } from '../contract/provenance.ts';
import { usual } from '../contract/usual.ts';
import { UsageError } from '../errors.ts';
import { usualDemands } from '../report/conclude.ts';
import type { Bail } from './bail.ts';
import type { Progress } from '../harness/run/progress.ts';
import type { AccountProfile } from '../harness/target/endpoint/profiles.ts';
import type { TlsOptions } from '../harness/target/endpoint/tls.ts';

/** What to judge, and how. */
export interface VerifyOptions {
  /** The endpoint; the embedded one unless given. */
  readonly endpoint?: string;
  /** The called Region; us-east-1 unless given. */
  readonly region?: string;
  /** Where its KMS is, if elsewhere. */
  readonly kmsEndpoint?: string;
  /** How the certificate of an https endpoint is checked; against what this machine trusts unless given. */
  readonly tls?: TlsOptions;
  /** The directed cases; all of the contract unless given. */
  readonly cases?: readonly DirectedCase[];
  /** The directed sequences; all of the contract unless given, and none where the cases are given. */
  readonly sequences?: readonly DirectedSequence[];
  /** Rules to report on, each of which must then be measured; all unless given. */
  readonly rules?: readonly RuleId[];
  /**
   * Rules that are not judged: none of their cases is run, and what deviates from them in other cases is not told; none
   * unless given.
   */
  readonly excludeRules?: readonly RuleId[];
  /** What the target is not to be judged by: cases that need it are not run, and excused; nothing unless given. */
  readonly without?: readonly LeftOutName[];
  /**
   * How many of the gating rules that nothing excuses must be measured, or the run could not judge (exit code 2): a
   * number of rules, or a share from 0 to 1; a share of 0.75 unless given.
   */
  readonly minMeasured?: MinMeasured;
  /** Seed of everything random; 1 unless given. */
  readonly seed?: number;
  /** Weakest knowledge that fails the run; `sibling` unless given, which is all but what is only inferred. */
  readonly gate?: Level;
  /**
   * Name of a requirement set, such as `2026-11`: what would fail the run only since is told as new; all that is known
   * today unless given.
   */
  readonly requirements?: string;
  /** Milliseconds until an attempt of a call is given up; 10,000 unless given. */
  readonly timeout?: number;
  /** The target's quota of manual snapshots, if it is known not to be AWS's usual one. */
  readonly quota?: number;
  /** Accounts by profiles: the first calls, the second is the other one. */
  readonly profiles?: readonly AccountProfile[];
  /** What the report calls the target; the endpoint's host unless given. */
  readonly targetName?: string;
  /** Part of every name that is made up: four to sixteen small letters and digits; random unless given. */
  readonly runId?: string;
  /**
   * File for the journal of what is made at the endpoint; one in the user's state folder unless given, which goes
   * when nothing is left behind. `false` keeps none: for endpoints that end with the run.
   */
  readonly journal?: string | false;
  /** Most pairs of rules that are broken together; 1,000, which is all of them, unless given. */
  readonly pairs?: number;
  /**
   * How many worlds stand at the target at once; unless given 4, or 12 where no answer comes within 10 ms. Where there are several, two calls at a time are made
   * in most of them. What comes of them does not depend on it. Worlds that fill quotas stand alone.
   */
  readonly jobs?: number;
  /** The part of the run to make; all of it unless given. */
  readonly shard?: Shard;
  /** Limits of the stateful search; none is made unless given. */
  readonly search?: SearchLimits;
  /** Whether each script that reproduces a deviation is run once, and told whether it shows it; not unless given. */
  readonly checkReproductions?: boolean;
  /** Folder in which what the target is asked and answers is kept, to be judged again; none unless given. */
  readonly record?: string;
  /** Ends the run early; it goes to its end unless given. */
  readonly bail?: Bail;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run when aborted: it cleans up, and reports what it has. */
  readonly signal?: AbortSignal;
  /** Ends the run in the same way after so many milliseconds; never unless given. */
  readonly deadline?: number;
  /** Milliseconds until a copy that does not become available is given up; a minute unless given. */
  readonly copyTimeout?: number;
}

/** How far a stateful search goes. */
export interface SearchLimits {
  /** How many sequences of calls. */
  readonly runs: number;
  /** Most calls in a sequence. */
  readonly maxCalls: number;
  /** Milliseconds after which no new sequence is begun. */
  readonly maxTime: number;
}

/** Options with nothing left to be told. */
export type CompleteOptions = VerifyOptions &
  Required<Pick<VerifyOptions, 'region' | 'cases' | 'sequences' | 'seed' | 'gate' | 'timeout' | 'pairs'>>;

/** Fills in what is not told. Throws a UsageError that names the option where a number makes no sense. */
export function complete(options: VerifyOptions): CompleteOptions {
  const { search, quota, deadline, copyTimeout, timeout, pairs, seed, jobs, bail } = options;
  const numbers = {
    timeout,
    deadline,
    copyTimeout,
    quota,
    pairs,
    seed,
    jobs,
    'search.runs': search?.runs,
    'search.maxCalls': search?.maxCalls,
    'search.maxTime': search?.maxTime,
  };
  for (const [name, value] of Object.entries(numbers))
    if (value !== undefined && !(Number.isInteger(value) && value >= 0))
      throw new UsageError(`${name} is ${String(value)}: a whole number from 0 is needed.`);
  const { cases = directedCases(), excludeRules = [], requirements } = options;
  const { sequences = options.cases === undefined ? directedSequences() : [] } = options;
  const isLeft = ({ rule }: NamedCase): boolean => !excludeRules.includes(rule);
  const sets = requirementSets.map(({ name }) => name);
  if (requirements !== undefined && !sets.includes(requirements))
    throw new UsageError(
      `requirements is ${requirements}: there is no such set; there are ${sets.join(', ')}.`,
    );
  if (jobs === 0) throw new UsageError('jobs is 0: at least 1 is needed.');
  if (bail !== undefined && !(Number.isInteger(bail.after) && bail.after >= 1))
    throw new UsageError(`bail.after is ${bail.after}: a whole number from 1 is needed.`);
  const { jobs: _jobs, ...others } = usual;
  return { ...others, ...options, cases: cases.filter(isLeft), sequences: sequences.filter(isLeft) };
}

/** What a run with these options has to have measured. */
export const demandsOf = ({ minMeasured, without, rules, excludeRules }: VerifyOptions): Demands => ({
  minMeasured: minMeasured ?? usualDemands.minMeasured,
  without: without ?? [],
  named: rules !== undefined,
  ...(excludeRules !== undefined && { excluded: excludeRules }),
});
