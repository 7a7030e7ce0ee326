import { diffRecordings } from '../harness/recording/diff.ts';
import { readRecording } from '../harness/recording/read-recording.ts';
import { render } from '../reporters/index.ts';
import type { RecordingDiffFlags } from './flags.ts';
import { checkSinks, writeSinks } from './write-reports.ts';

/** Runs `recording diff` and writes its reports. Resolves to the exit code. Rejects with a UsageError for what is no recording. */
export async function runRecordingDiff(
  before: string,
  after: string,
  flags: RecordingDiffFlags,
): Promise<number> {
  const sinks = flags.report ?? [{ format: 'text' }];
  await checkSinks(sinks);
  const diff = diffRecordings(await readRecording(before), await readRecording(after));
  await writeSinks(sinks, (format, color) => render('recordings', format, diff, { color }));
  return diff.differences.length === 0 ? 0 : 1;
}
