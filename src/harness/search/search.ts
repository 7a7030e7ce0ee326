import fc from 'fast-check';
import { callSequences } from './calls.ts';
import type { Call, Shard } from '../../contract/generated/types.ts';
import type { Target } from '../target/target.ts';
import { sideBySide } from '../side-by-side.ts';
import { signatureOf } from '../checks/identity.ts';
import type { Progress } from '../run/progress.ts';
import { executeSequence, type Execution, type Sighting } from './execute.ts';
import { deltaDebug } from './delta-debugging.ts';

/** Limits of a search, and where it starts. All of it follows from the seed, unless the time runs out. */
export interface SearchOptions {
  readonly seed: number;
  /** How many sequences. */
  readonly runs: number;
  /** Most calls in a sequence. */
  readonly maxCalls: number;
  /** Milliseconds after which no new sequence is begun and delta debugging ends. */
  readonly maxTime: number;
  /** The part of the sequences to run; all of them unless given. */
  readonly shard?: Shard;
  /** How many sequences are run at once; one unless given. What comes of them does not depend on it. */
  readonly jobs?: number;
  /** What is known already, by `signatureOf`: it is not looked for. */
  readonly known: ReadonlySet<string>;
  readonly onProgress?: (progress: Progress) => void;
  /** Is told of each counterexample once it is shortened. */
  readonly onFound?: (counterexample: Counterexample) => void;
  readonly signal?: AbortSignal;
}

/** A deviation with the shortest sequence of calls that shows it. */
export interface Counterexample {
  readonly calls: readonly Call[];
  readonly sighting: Sighting;
  /** Index of the sequence among those that the seed gives. */
  readonly path: string;
  readonly replayPath: string;
}

/** What a search found out. */
export interface SearchResult {
  readonly counterexamples: readonly Counterexample[];
  /** Sequences that were run to their end. */
  readonly runs: number;
  /** Sequences that were to be run. */
  readonly wanted: number;
  /** Copies that were judged. */
  readonly copies: number;
  /** Why sequences ended early, each reason once. */
  readonly stopped: readonly string[];
  readonly leftBehind: readonly string[];
}

/** After so many sequences in a row that the target did not answer, the search ends. */
const mostFailuresInARow = 3;

/** So many sequences are run, some of them side by side, before what they have shown is shortened. */
const batch = 16;

/** After so many sequences that had to be run again alone, the others are run alone from the start. */
const mostTwice = 2;

const hasRace = (calls: readonly Call[]): boolean => calls.some((call) => 'times' in call);

/** Most attempts at shortening one sequence. */
const mostReductions = 250;

/** Runs generated sequences against the target and shortens those that show something new. */
export async function search(target: Target, options: SearchOptions): Promise<SearchResult> {
  const deadline = Date.now() + options.maxTime;
  const late = (): boolean => Date.now() > deadline || options.signal?.aborted === true;
  const sequences = fc.sample(callSequences(options.maxCalls, featuresOf(target)), {
    seed: options.seed,
    numRuns: options.runs,
  });
  const { jobs = 1 } = options;
  const { index: part, count } = options.shard ?? { index: 1, count: 1 };
  const own = [...sequences.entries()].filter(([index]) => index % count === part - 1);
  const seen = new Set(options.known);
  const counterexamples: Counterexample[] = [];
  const stopped = new Set<string>();
  const leftBehind: string[] = [];
  let executions = 0;
  let failures = 0;
  let [runs, copies, failed, twice] = [0, 0, 0, 0];

  const execute = async (calls: readonly Call[]): Promise<Execution> => {
    executions += 1;
    const prefix = `ncc-${target.runId}-s${executions}`;
    const execution = await executeSequence(target, calls, {
      prefix,
      ...(options.signal && { signal: options.signal }),
    });
    leftBehind.push(...execution.leftBehind);
    return execution;
  };

  const isOver = (): boolean => late() || failures >= mostFailuresInARow;
  const note = ({ stopped }: Execution): void => {
    failures = stopped?.kind === 'failed' ? failures + 1 : 0;
  };
  /** Runs a sequence beside others; undefined when it has to be run alone for its result to count. */
  const beside = async (calls: readonly Call[]): Promise<Execution | undefined> => {
    const execution = await execute(calls);
    note(execution);
    const isNew = execution.sightings.some(({ deviation }) => !seen.has(signatureOf(deviation)));
    if (execution.stopped === undefined && !isNew) return execution;
    twice += 1;
    return undefined;
  };

  for (let from = 0; from < own.length && !isOver(); from += batch) {
    const some = own.slice(from, from + batch);
    // Several requests for one name at the same moment are judged by which of them comes first: nothing is beside them.
    // Where sequence after sequence shows something, all of them would be run twice.
    const together = (calls: readonly Call[]): boolean => jobs > 1 && twice < mostTwice && !hasRace(calls);
    const pieces = some.map(([, calls]) => ({
      run: () => (together(calls) ? beside(calls) : Promise.resolve(undefined)),
    }));
    const before = await sideBySide(pieces, jobs, isOver);
    for (const [at, [index, calls]] of some.entries()) {
      if (before[at] === undefined && isOver()) break;
      const execution = before[at] ?? (await execute(calls));
      if (before[at] === undefined) note(execution);
      const found = counterexamples.length;
      runs += 1;
      copies += execution.copies;
      if (execution.stopped !== undefined) stopped.add(execution.stopped.reason);
      for (const sighting of execution.sightings) {
        const signature = signatureOf(sighting.deviation);
        if (seen.has(signature)) continue;
        seen.add(signature);
        const shortened = await shorten(calls, sighting, signature, String(index), execute, late);
        counterexamples.push(shortened);
        options.onFound?.(shortened);
      }
      if (counterexamples.length > found) failed += 1;
      options.onProgress?.({
        of: 'sequences',
        done: from + at + 1,
        total: own.length,
        failed,
        label: 'stateful search',
      });
    }
  }
  return { counterexamples, runs, wanted: own.length, copies, stopped: [...stopped], leftBehind };
}

async function shorten(
  calls: readonly Call[],
  sighting: Sighting,
  signature: string,
  path: string,
  execute: (calls: readonly Call[]) => Promise<Execution>,
  late: () => boolean,
): Promise<Counterexample> {
  let best = sighting;
  const upTo = calls.slice(0, sighting.at + 1);
  const reduced = await deltaDebug(
    upTo,
    async (shorter) => {
      if (late()) return false;
      const { sightings } = await execute(shorter);
      const same = sightings.find(({ deviation }) => signatureOf(deviation) === signature);
      if (same !== undefined) best = same;
      return same !== undefined;
    },
    mostReductions,
  );
  return { calls: reduced.calls, sighting: best, path, replayPath: reduced.replayPath };
}

function featuresOf({ capabilities }: Target) {
  const can = (name: string): boolean => capabilities.some((each) => each.name === name && each.available);
  return {
    keys: can('KMS keys') && can('KMS key states'),
    otherAccount: can('second account') && can('sharing'),
    otherRegion: can('second Region'),
  };
}
