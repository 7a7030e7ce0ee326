import { UsageError } from '../errors.ts';
import { judgeRecording, verify } from '../verify/index.ts';
import { isWhole } from '../verify/select-cases.ts';
import { refuseAws } from '../harness/target/guard/aws-hosts.ts';
import { makeRunId } from '../harness/target/run-id.ts';
import { announceRun } from './announce-run.ts';
import { openBaseline } from './open-baseline.ts';
import { complain } from './complain.ts';
import { prepareFailures, writeFailures } from './failures.ts';
import { interruptible } from './interruptible.ts';
import { exitWith } from './exit-with.ts';
import { noProgress, showProgress } from './progress.ts';
import { onTheWay } from './on-the-way.ts';
import { selectionOf } from './selection.ts';
import { trustOf } from './trust.ts';
import { judgingOf, runningOf } from './verify-options.ts';
import type { VerifyFlags } from './flags.ts';
import { plural, requestsText } from '../reporters/run/words.ts';
import { checkSinks, refuseVerbose, writeReports } from './write-reports.ts';

/** Runs `verify` and writes its reports. Resolves to the exit code. */
export async function runVerify(flags: VerifyFlags): Promise<number> {
  const sinks = flags.report ?? [{ format: 'text' }];
  refuseVerbose(flags, sinks);
  await checkSinks(sinks);
  if (flags.failures !== undefined) await prepareFailures(flags.failures);
  if (flags.shard !== undefined && flags.baseline !== undefined) {
    throw new UsageError('A part of a run cannot tell what is stale: give the baseline to `report merge`.');
  }
  const { quiet = false } = flags;
  const remark = quiet ? () => undefined : complain;
  const baseline = await openBaseline(flags, remark);
  if (!baseline.ok) {
    baseline.problems.forEach(complain);
    return 2;
  }
  const judged = judgingOf(flags);
  const trust = flags.recording === undefined ? await trustOf(flags) : {};
  const runId = makeRunId();
  if (flags.recording === undefined) await beforeCalls(flags, runId, remark);
  return interruptible(
    async (signal) => {
      const progress = quiet ? noProgress : showProgress(process.stderr);
      try {
        const judging = { ...judged, onProgress: progress.update, signal };
        const found =
          flags.recording === undefined
            ? await verify({
                ...judging,
                ...runningOf(flags),
                ...trust,
                ...(flags.bail !== undefined && { bail: { after: flags.bail, isKnown: baseline.isKnown } }),
                runId,
              })
            : await judgeRecording(flags.recording, { ...judging, madeUp: isWhole(selectionOf(flags)) });
        progress.end();
        const report = await baseline.hold(found);
        if (flags.failures !== undefined) {
          const written = await writeFailures(report, flags.failures);
          remark(`wrote ${plural(written, 'failure file')} to ${flags.failures}`);
        }
        await writeReports(report, sinks, { ...flags, tell: remark });
        const { requests, stopped } = report.run;
        if (requests !== undefined) remark(requestsText(requests));
        if (stopped !== undefined) remark(`${stopped.reason}: the report is partial`);
        return exitWith(report);
      } finally {
        progress.end();
      }
    },
    quiet ? '' : undefined,
  );
}

/** Refuses AWS, and tells what there is to know before an endpoint is called. */
async function beforeCalls(
  { endpoint, kmsEndpoint, insecure }: VerifyFlags,
  runId: string,
  remark: (line: string) => void,
): Promise<void> {
  refuseAws(endpoint);
  refuseAws(kmsEndpoint);
  onTheWay({ urls: [endpoint, kmsEndpoint], insecure }, process.env).forEach(remark);
  if (endpoint !== undefined) (await announceRun(runId, endpoint)).forEach(remark);
}
