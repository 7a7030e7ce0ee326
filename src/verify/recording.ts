import { version } from '../contract/version.ts';
import type { RunResult } from '../harness/run/result.ts';
import { playCases, sequencePlayer } from '../harness/recording/play-recording.ts';
import { recordedTarget } from '../harness/recording/played-target.ts';
import { readRecording, type Recording } from '../harness/recording/read-recording.ts';
import { Recorder } from '../harness/recording/recorder.ts';
import { asMadeBy } from '../live/marked.ts';
import { buildReport, type JudgedReport } from '../report/report.ts';
import { whatToAsk } from './canary.ts';
import { complete, demandsOf, type CompleteOptions, type VerifyOptions } from './options.ts';
import { searchBeyond } from './search-beyond.ts';

/** Options that say how a recording is judged. */
export type RecordingOptions = Pick<
  VerifyOptions,
  | 'cases'
  | 'sequences'
  | 'rules'
  | 'excludeRules'
  | 'without'
  | 'minMeasured'
  | 'gate'
  | 'requirements'
  | 'pairs'
  | 'onProgress'
  | 'signal'
> & {
  /** Whether what the search made up is judged, too; so unless given. */
  readonly madeUp?: boolean;
};

/** The recorder of a run that is to be recorded. Rejects with a UsageError where its folder will not do. */
export async function recorderFor({ record, seed, search }: CompleteOptions): Promise<Recorder | undefined> {
  if (record === undefined) return undefined;
  const { runs = 0, maxCalls = 0 } = search ?? {};
  return Recorder.begin(record, { search: { seed, runs, maxCalls } });
}

/** A recording, and what today's contract says of it. */
export interface JudgedRecording {
  readonly recording: Recording;
  readonly run: RunResult;
  readonly report: JudgedReport;
}

/**
 * Judges a recording with today's contract: nothing is sent. What the recording does not have is inconclusive. Rejects
 * with a UsageError where something of it was changed, added or taken away.
 */
export async function judgeRecording(folder: string, given: RecordingOptions = {}): Promise<JudgedReport> {
  const { report } = await playRecording(folder, given);
  return report;
}

/** The same, with what was measured. */
export async function playRecording(folder: string, given: RecordingOptions = {}): Promise<JudgedRecording> {
  const recording = await readRecording(folder);
  const { index } = recording;
  const { seed, ...limits } = index.search ?? { seed: 1, runs: 0, maxCalls: 0 };
  const { madeUp = true, ...judging } = given;
  const search = { ...limits, maxTime: longTime };
  const target = recordedTarget(index);
  const options = whatToAsk(target, complete({ ...judging, seed, ...(madeUp && { search }) }));
  const cases = asMadeBy(index.run.id, options.cases);
  const run = await playCases(recording, { ...options, cases });
  const searched = await searchBeyond(sequencePlayer(recording), run, { ...options, scripts: undefined });
  const stopped = index.run.stopped ?? (index.complete ? undefined : neverEnded);
  const report = buildReport(target, run, {
    ...options,
    version: version(),
    startedAt: new Date(index.run.date),
    milliseconds: index.run.milliseconds ?? 0,
    demands: demandsOf(options),
    reproduce: () => ({}),
    ...(searched !== undefined && { searched }),
    ...(stopped !== undefined && { stopped }),
    ...(index.run.requests !== undefined && { requests: index.run.requests }),
  });
  return { recording, run, report };
}

/** Nothing is waited for: a recording is played to its end, in milliseconds. */
const longTime = 24 * 60 * 60 * 1000;

const neverEnded = {
  kind: 'interrupted',
  reason: 'the recording is partial: its run did not come to an end',
} as const;
