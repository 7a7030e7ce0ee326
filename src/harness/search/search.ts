import fc from 'fast-check';
import { callSequences } from './calls.ts';
import type { LeftOutName } from '../../contract/capabilities.ts';
import type { DirectedSequence } from '../../contract/directed-sequences.ts';
import type { Call, Shard } from '../../contract/generated/types.ts';
import { endingOf, silence } from '../target/allowance.ts';
import type { Target } from '../target/target.ts';
import { sideBySide } from '../side-by-side.ts';
import { signatureOf } from '../checks/identity.ts';
import type { Progress } from '../run/progress.ts';
import { notRun, resultOf, untried, type SequenceResult } from './directed.ts';
import { featuresOf } from './features.ts';
import { executeSequence, type Execution } from './execute.ts';
import { shorten, upTo, type Shown } from './shorten.ts';

/** Limits of a search, and where it starts. All of it follows from the seed, unless the time runs out. */
export interface SearchOptions {
  readonly seed: number;
  /** How many sequences are made up. */
  readonly runs: number;
  /** Most calls in a sequence. */
  readonly maxCalls: number;
  /** Milliseconds after which no new sequence is made up and delta debugging ends. */
  readonly maxTime: number;
  /** Directed sequences, which come first; none unless given. */
  readonly directed?: readonly DirectedSequence[];
  /** What the target is not to be judged by; nothing unless given. */
  readonly without?: readonly LeftOutName[];
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
export interface Counterexample extends Shown {
  /** Index of the sequence among those that the seed gives, or the id of a directed one. */
  readonly path: string;
  /** The directed sequence that shows it, if one does. */
  readonly directed?: DirectedSequence;
}

/** What a search found out. */
export interface SearchResult {
  readonly counterexamples: readonly Counterexample[];
  /** What came of the directed sequences. */
  readonly directed: readonly SequenceResult[];
  /** Sequences that were made up and run to their end. */
  readonly runs: number;
  /** Sequences that were to be made up. */
  readonly wanted: number;
  /** Copies of these that were judged. */
  readonly copies: number;
  /** Why these ended early, each reason once. */
  readonly stopped: readonly string[];
  readonly leftBehind: readonly string[];
}

/** After so many sequences in a row that the target did not answer, the search ends. */
const mostFailuresInARow = 3;

/** So many sequences are run, some of them side by side, before what they have shown is shortened: the usual run at once. */
const batch = 50;

/** After so many sequences that had to be run again alone, the others are run alone from the start. */
const mostTwice = 2;

const hasRace = (calls: readonly Call[]): boolean => calls.some((call) => 'times' in call);

/** A sequence to be run, and where it comes from. */
type Entry = Pick<Counterexample, 'path' | 'directed'> & { readonly calls: readonly Call[] };

type Run = Execution & { readonly milliseconds: number };

/** Runs directed sequences, and then generated ones, against the target, and shortens those that show something new. */
export async function search(target: Target, options: SearchOptions): Promise<SearchResult> {
  const { directed = [], without = [], jobs = 1, signal } = options;
  const { index: part, count } = options.shard ?? { index: 1, count: 1 };
  const isOwn = (_: unknown, index: number): boolean => index % count === part - 1;
  const asked = directed.filter(isOwn);
  const spared = asked.flatMap((sequence) => notRun(sequence, target.capabilities, without) ?? []);
  const possible = asked.filter((sequence) => notRun(sequence, target.capabilities, without) === undefined);
  const features = featuresOf(target);
  const made = fc
    .sample(callSequences(options.maxCalls, features), { seed: options.seed, numRuns: options.runs })
    .map((calls, index): Entry => ({ path: String(index), calls }))
    .filter(isOwn);
  const seen = new Set(options.known);
  const counterexamples: Counterexample[] = [];
  const results = [...spared];
  const stopped = new Set<string>();
  const leftBehind: string[] = [];
  let executions = 0;
  let failures = 0;
  let [done, runs, copies, failed, twice] = [0, 0, 0, 0, 0];

  const execute = async (calls: readonly Call[], closely: boolean): Promise<Run> => {
    executions += 1;
    const prefix = `ncc-${target.runId}-s${executions}`;
    const begun = performance.now();
    const execution = await executeSequence(target, calls, { prefix, closely, ...(signal && { signal }) });
    leftBehind.push(...execution.leftBehind);
    return { ...execution, milliseconds: Math.round(performance.now() - begun) };
  };
  const executeEntry = ({ calls, directed: own }: Entry): Promise<Run> => execute(calls, own !== undefined);
  const note = ({ stopped: end }: Execution): void => {
    failures = end?.kind === 'failed' ? failures + 1 : 0;
  };
  /** Runs a sequence beside others; undefined when it has to be run alone for its result to count. */
  const beside = async (entry: Entry): Promise<Run | undefined> => {
    const run = await executeEntry(entry);
    note(run);
    const isNew = run.sightings.some(({ deviation }) => !seen.has(signatureOf(deviation)));
    if (run.stopped === undefined && !isNew) return run;
    twice += 1;
    return undefined;
  };
  /** Tells what a run has shown: what is new, and what a directed sequence shows of its own rule. */
  const tell = async (
    { calls, ...from }: Entry,
    run: Run,
    late: () => boolean,
  ): Promise<readonly string[]> => {
    const own = new Map<string, string>();
    for (const sighting of run.sightings) {
      const signature = signatureOf(sighting.deviation);
      const isOfOwnRule = sighting.deviation.rule === from.directed?.rule && !own.has(signature);
      if (seen.has(signature) && !isOfOwnRule) continue;
      const closely = from.directed !== undefined;
      const shown = seen.has(signature)
        ? upTo(calls, sighting)
        : await shorten(calls, sighting, (shorter) => execute(shorter, closely), late);
      seen.add(signature);
      if (isOfOwnRule) own.set(signature, shown.sighting.deviation.fingerprint);
      counterexamples.push({ ...from, ...shown });
      options.onFound?.({ ...from, ...shown });
    }
    return [...own.values()];
  };

  const isAborted = (): boolean => signal?.aborted === true;
  let deadline: number | undefined;
  const isLate = (): boolean => Date.now() > (deadline ??= Date.now() + options.maxTime);
  /** Whether a sequence comes too late. The time for those that are made up runs from when the first of them is come to. */
  const late = ({ directed: own }: Entry): boolean => isAborted() || (own === undefined && isLate());
  const isOver = (entry: Entry): boolean => late(entry) || failures >= mostFailuresInARow;
  // Several requests for one name at the same moment are judged by which of them comes first: nothing is beside them.
  // Where sequence after sequence shows something, all of them would be run twice.
  const together = ({ calls }: Entry): boolean => jobs > 1 && twice < mostTwice && !hasRace(calls);

  const advance = ({ directed: own }: Entry): void => {
    done += 1;
    options.onProgress?.({
      of: 'sequences',
      done,
      total: possible.length + made.length,
      failed,
      label: own?.id ?? 'stateful search',
    });
  };
  const runBeside = async (entry: Entry): Promise<Run | undefined> => {
    if (!together(entry) || isOver(entry)) return undefined;
    const run = await beside(entry);
    if (run !== undefined) advance(entry);
    return run;
  };

  const runSome = async (some: readonly Entry[]): Promise<void> => {
    const before = await sideBySide(
      some.map((entry) => ({ run: () => runBeside(entry) })),
      jobs,
    );
    for (const [at, entry] of some.entries()) {
      if (before[at] === undefined && isOver(entry)) continue;
      const begun = Date.now();
      const run = before[at] ?? (await executeEntry(entry));
      if (before[at] === undefined) note(run);
      const found = counterexamples.length;
      const own = await tell(entry, run, () => late(entry));
      if (entry.directed !== undefined) results.push(resultOf(entry.directed, run, own));
      else {
        runs += 1;
        copies += run.copies;
        if (run.stopped !== undefined) stopped.add(run.stopped.reason);
      }
      // Those that were begun beside a directed one lose no time by it.
      if (entry.directed !== undefined && deadline !== undefined) deadline += Date.now() - begun;
      if (counterexamples.length > found) failed += 1;
      if (before[at] === undefined) advance(entry);
    }
  };

  const entries = [
    ...possible.map((sequence): Entry => ({
      path: sequence.id,
      calls: sequence.calls,
      directed: sequence,
    })),
    ...made,
  ];
  for (let from = 0; from < entries.length; from += batch) await runSome(entries.slice(from, from + batch));
  const come = new Set(results.map(({ result }) => result.id));
  const { reason } = endingOf(signal) ?? silence;
  for (const sequence of possible) if (!come.has(sequence.id)) results.push(untried(sequence, reason));
  const wanted = made.length;
  return { counterexamples, directed: results, runs, wanted, copies, stopped: [...stopped], leftBehind };
}
