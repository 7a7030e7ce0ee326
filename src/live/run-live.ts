import { rm } from 'node:fs/promises';
import type { DirectedCase } from '../contract/case.ts';
import { directedCases } from '../contract/directed-cases.ts';
import type { Level } from '../contract/provenance.ts';
import { usual, usualLive } from '../contract/usual.ts';
import { version } from '../contract/version.ts';
import { HarnessError, UsageError } from '../errors.ts';
import { cleanUpLive } from '../harness/live/clean-up.ts';
import { guardOver, waysOf } from '../harness/live/connect.ts';
import { takeInventory } from '../harness/live/inventory.ts';
import { liveTarget } from '../harness/live/live-target.ts';
import { makeLiveRunId } from '../harness/live/mark.ts';
import type { LiveLimits } from '../harness/live/meter.ts';
import type { LiveLevel } from '../harness/live/permit.ts';
import { usualPatience, type Patience } from '../harness/live/remove-copy.ts';
import { accountsOf, settingOf } from '../harness/live/setting.ts';
import type { Progress } from '../harness/run/progress.ts';
import { Recorder } from '../harness/recording/recorder.ts';
import { runCases } from '../harness/run/run.ts';
import type { UnitResult } from '../harness/run/unit.ts';
import { Allowance, endingOf, type Ending } from '../harness/target/allowance.ts';
import { systemClock, type Clock } from '../harness/target/clock.ts';
import type { Traffic } from '../harness/target/endpoint/recorder.ts';
import { openJournal } from '../harness/target/guard/open-journal.ts';
import { readJournal } from '../harness/target/guard/read-journal.ts';
import { journalFile } from '../harness/target/guard/state-folder.ts';
import { buildReport, type JudgedReport } from '../report/report.ts';
import { marked } from './marked.ts';
import type { LiveFile } from './read-live.ts';
import { recordingOf } from './recording-of.ts';
import { LiveState, stateFileOf } from './state.ts';

/** Limits of a run, with those of copies. */
export interface LiveRunLimits extends LiveLimits {
  /** Most copies that stand at once. */
  readonly copiesAtOnce: number;
  /** Most copies in all, those of earlier processes of the run included. */
  readonly copiesInAll: number;
}

/** What a run does unless told otherwise. */
export const usualLimits: LiveRunLimits = usualLive;

/** What to do in a real account, and how. */
export interface LiveRunOptions {
  /** What the account has, as `readLive` reads it. */
  readonly file: LiveFile;
  readonly level: LiveLevel;
  /** The directed cases; all of the contract unless given. */
  readonly cases?: readonly DirectedCase[];
  /** What stands in for AWS; AWS itself unless given. */
  readonly endpoint?: string;
  /** Those that differ from the usual ones. */
  readonly limits?: Partial<LiveRunLimits>;
  /** A run that stopped and is to go on where it was; a new one unless given. */
  readonly resume?: string;
  /** The id of a new run, which begins with `live`; made up unless given. */
  readonly runId?: string;
  /** File for the journal; one in the user's state folder unless given. Results so far are kept beside it. */
  readonly journal?: string;
  /** A new folder in which what is asked and answered is kept, to be judged again; none unless given. */
  readonly record?: string;
  /** Milliseconds until an attempt of a call is given up; 10,000 unless given. */
  readonly timeout?: number;
  /** Weakest knowledge that fails the run; `sibling` unless given. */
  readonly gate?: Level;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run when aborted. */
  readonly signal?: AbortSignal;
  /** The machine's own unless given. */
  readonly clock?: Clock;
  /** How long AWS is waited for; for hours unless given. */
  readonly patience?: Patience;
}

/** Where AWS itself is, for a journal: which host is called follows from the Region of each call. */
const awsItself = 'https://rds.amazonaws.com';

/**
 * Judges a real account by copies of what its file names: it makes nothing else, touches nothing else, and removes what
 * it made. Rejects with a UsageError where the account is not as the file tells, or the run cannot go on.
 */
export async function runLive(options: LiveRunOptions): Promise<JudgedReport> {
  const ending = new AbortController();
  const signals = [ending.signal, ...(options.signal === undefined ? [] : [options.signal])];
  const { patience = usualPatience } = options;
  const allowance = new Allowance({ signal: AbortSignal.any(signals), cleaning: 2 * patience.copy });
  try {
    return await runWithin(allowance, options, (why) => ending.abort(why));
  } finally {
    allowance.close();
  }
}

async function runWithin(
  allowance: Allowance,
  options: LiveRunOptions,
  end: (ending: Ending) => void,
): Promise<JudgedReport> {
  const { file, level, endpoint, resume, patience = usualPatience, timeout = usual.timeout } = options;
  const { live } = file;
  const limits = { ...usualLimits, ...options.limits };
  const clock = options.clock ?? systemClock(allowance.cleaning);
  const startedAt = new Date();
  const runId = resume ?? options.runId ?? makeLiveRunId();
  const own = options.cases ?? directedCases();
  const cases = own.map((entry) => marked(entry, runId));
  const path = options.journal ?? journalFile(runId);
  const work = { run: runId, level, cases: cases.map(({ id }) => id) };
  if (resume !== undefined && options.record !== undefined)
    throw new UsageError('a run that goes on cannot be recorded: a recording has the whole of a run.');
  const recorder =
    options.record === undefined
      ? undefined
      : await Recorder.begin(options.record, await recordingOf(live.accounts.self.id, endpoint));
  const before = resume === undefined ? nothing : await goOn(path, options, work, clock);
  const journal = await openJournal({
    run: runId,
    endpoint: endpoint ?? awsItself,
    live: true,
    ...(options.journal !== undefined && { file: options.journal }),
  });
  let isDone = false;
  try {
    const state = before.state ?? (await LiveState.begin(stateFileOf(path), work));
    const accounts = accountsOf(live).flatMap(({ id, profile: name }) =>
      name === undefined ? [] : [{ id, by: 'profile' as const, name }],
    );
    await journal.write({ event: 'accounts', accounts });
    const traffic: Traffic = { requests: 0, tooLarge: 0 };
    const way = { timeout, run: runId, journal, allowance, clock, limits, end, traffic };
    const guard = guardOver(waysOf(live), { ...way, ...(endpoint !== undefined && { endpoint }) });
    const { inventory, problems } = await takeInventory(guard, live, settingOf(live));
    if (problems.length > 0) {
      guard.close();
      isDone = resume === undefined;
      const ended = endingOf(allowance.signal);
      throw ended === undefined
        ? file.refuse(problems)
        : new UsageError(`${ended.reason}, before anything was tried`);
    }
    const account = liveTarget(guard, live, inventory, {
      name: endpoint === undefined ? 'AWS' : new URL(endpoint).host,
      level,
      ...limits,
      copiesBefore: before.made,
      clock,
      allowance,
      patience,
    });
    const target = recorder?.watch(account) ?? account;
    try {
      const run = await runCases(target, {
        cases,
        pairs: 0,
        jobs: 1,
        done: before.done,
        onMeasured: (result) => state.add(result),
        ...(options.onProgress !== undefined && { onProgress: options.onProgress }),
        signal: allowance.signal,
      });
      await state.written();
      const leftBehind = await target.sweep();
      const milliseconds = Date.now() - startedAt.getTime();
      const { requests } = traffic;
      await recorder?.finish(run, { milliseconds, requests, ...(run.stopped && { stopped: run.stopped }) });
      isDone = run.stopped === undefined && leftBehind.length === 0;
      return buildReport(target, run, {
        version: version(),
        seed: usual.seed,
        gate: options.gate ?? usual.gate,
        startedAt,
        milliseconds,
        cases: own,
        // An account shows what it has: how much of the contract that is, the plan tells.
        demands: { minMeasured: { unit: 'rules', value: 1 }, without: [], named: false },
        reproduce: () => ({}),
        leftBehind,
        requests,
      });
    } catch (error) {
      await target.sweep();
      throw error;
    } finally {
      await target.close();
    }
  } finally {
    await journal.end(isDone && options.journal === undefined);
    if (isDone) await rm(stateFileOf(path), { force: true });
  }
}

/** What earlier processes of a run have left for this one. */
interface Before {
  readonly state?: LiveState;
  readonly done: ReadonlyMap<number, UnitResult>;
  /** How many copies they made. */
  readonly made: number;
}

const nothing: Before = { done: new Map(), made: 0 };

/** Takes up a run that stopped: what it left standing goes first, and is made again. */
async function goOn(
  journal: string,
  { resume = '', timeout = usual.timeout, patience = usualPatience, signal }: LiveRunOptions,
  work: Parameters<typeof LiveState.goOn>[1],
  clock: Clock,
): Promise<Before> {
  const { state, done } = await LiveState.goOn(stateFileOf(journal), work);
  const journaled = (await readJournal(journal)).filter(({ run }) => run.run === resume);
  if (journaled.some(({ isRunning, run }) => isRunning && run.pid !== process.pid))
    throw new UsageError(`the run ${resume} is not over: its process lives`);
  for (const each of journaled) {
    const how = { timeout, dryRun: false, clock, patience, ...(signal !== undefined && { signal }) };
    const { left } = await cleanUpLive(each, how);
    if (left.length > 0)
      throw new HarnessError(
        `cannot go on with the run ${resume}: what it left is still there: ${left.join('; ')}`,
      );
  }
  return { state, done, made: journaled.reduce((sum, { made }) => sum + made, 0) };
}
