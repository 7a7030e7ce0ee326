import { makeLiveRunId } from '../harness/live/mark.ts';
import { refuseUrl } from '../harness/target/endpoint/endpoint-url.ts';
import { planLive } from '../live/plan.ts';
import { runLive } from '../live/run-live.ts';
import { briefPlan } from '../reporters/live/plan-text.ts';
import { complain } from './complain.ts';
import { isConfirmed } from './confirm.ts';
import { exitWith } from './exit-with.ts';
import type { LiveRunFlags } from './flags.ts';
import { interruptible } from './interruptible.ts';
import { workOf } from './live-work.ts';
import { noProgress, showProgress } from './progress.ts';
import { checkSinks, writeReports } from './write-reports.ts';

/** Runs `live run` and writes its reports. Resolves to the exit code. */
export async function runLiveRun(name: string, flags: LiveRunFlags): Promise<number> {
  const { quiet = false, copiesAtOnce, maxCopies: copiesInAll, callsPerSecond, endpoint, resume } = flags;
  const sinks = flags.report ?? [{ format: 'text' }];
  await checkSinks(sinks);
  refuseUrl(endpoint);
  const remark = quiet ? () => undefined : complain;
  const { file, level, cases } = workOf(name, flags);
  const plan = planLive(file.live, level, cases, { copiesAtOnce, copiesInAll, callsPerSecond });
  const runId = resume ?? makeLiveRunId();
  for (const line of briefPlan(plan, endpoint)) remark(line);
  if (flags.yes !== true && !(await isConfirmed())) return 2;
  const journal = flags.journal === undefined ? '' : ` --journal ${flags.journal}`;
  remark(
    `run ${runId}; if it is killed, \`neptune-copy-contract cleanup${journal === '' ? ` ${runId}` : journal}\` removes what it made, and --resume ${runId} goes on`,
  );
  return interruptible(
    async (signal) => {
      const progress = quiet ? noProgress : showProgress(process.stderr);
      try {
        const report = await runLive({
          file,
          level,
          cases,
          limits: {
            copiesAtOnce,
            copiesInAll,
            callsPerSecond,
            calls: flags.maxCalls,
            deadline: flags.deadline * 1000,
            ...(flags.killSwitch !== undefined && { killSwitch: flags.killSwitch }),
          },
          ...(endpoint !== undefined && { endpoint }),
          ...(resume === undefined ? { runId } : { resume }),
          ...(flags.record !== undefined && { record: flags.record }),
          ...(flags.journal !== undefined && { journal: flags.journal }),
          timeout: flags.timeout * 1000,
          gate: flags.gate,
          onProgress: progress.update,
          signal,
        });
        progress.end();
        await writeReports(report, sinks, { tell: remark });
        if (report.run.stopped !== undefined)
          remark(`${report.run.stopped.reason}: the report is partial; --resume ${runId} goes on`);
        return exitWith(report);
      } finally {
        progress.end();
      }
    },
    quiet ? '' : undefined,
  );
}
