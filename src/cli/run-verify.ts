import { UsageError } from '../errors.ts';
import type { DirectedCase } from '../contract/case.ts';
import { directedCases } from '../contract/directed-cases.ts';
import { verify } from '../verify/index.ts';
import { refuseAws } from '../harness/target/guard/aws-hosts.ts';
import { makeRunId } from '../harness/target/run-id.ts';
import { announceRun } from './announce-run.ts';
import { openBaseline } from './open-baseline.ts';
import { complain } from './complain.ts';
import { prepareFailures, writeFailures } from './failures.ts';
import { interruptible } from './interruptible.ts';
import { exitWith } from './exit-with.ts';
import { showProgress } from './progress.ts';
import type { VerifyFlags } from './flags.ts';
import { requestsText } from '../reporters/run/words.ts';
import { checkSinks, writeReports } from './write-reports.ts';

/** Runs `verify` and writes its reports. Resolves to the exit code. */
export async function runVerify(flags: VerifyFlags): Promise<number> {
  const sinks = flags.report ?? [{ format: 'text' }];
  await checkSinks(sinks);
  if (flags.failures !== undefined) await prepareFailures(flags.failures);
  if (flags.shard !== undefined && flags.baseline !== undefined) {
    throw new UsageError('A part of a run cannot tell what is stale: give the baseline to `report merge`.');
  }
  const baseline = await openBaseline(flags, complain);
  if (!baseline.ok) {
    baseline.problems.forEach(complain);
    return 2;
  }
  refuseAws(flags.endpoint);
  refuseAws(flags.kmsEndpoint);
  const runId = makeRunId();
  if (flags.endpoint !== undefined) {
    (await announceRun(runId, flags.endpoint)).forEach(complain);
  }
  return interruptible(async (signal) => {
    const progress = showProgress(process.stderr);
    try {
      const found = await verify({
        ...(flags.endpoint !== undefined && { endpoint: flags.endpoint }),
        ...(flags.kmsEndpoint !== undefined && { kmsEndpoint: flags.kmsEndpoint }),
        ...(flags.account !== undefined && { profiles: flags.account }),
        ...(flags.quota !== undefined && { quota: flags.quota }),
        ...(flags.rule !== undefined && { rules: flags.rule }),
        ...(flags.without !== undefined && { without: flags.without }),
        minMeasured: flags.minMeasured,
        ...(flags.shard !== undefined && { shard: flags.shard }),
        ...(flags.targetName !== undefined && { targetName: flags.targetName }),
        ...(flags.journal !== undefined && { journal: flags.journal }),
        runId,
        region: flags.region,
        seed: flags.seed,
        gate: flags.gate,
        timeout: flags.timeout * 1000,
        pairs: flags.pairs,
        jobs: flags.jobs,
        cases: selected(flags),
        // Asking for single rules is asking for their cases only.
        ...(flags.rule === undefined && {
          search: { runs: flags.runs, maxCalls: flags.maxCalls, maxTime: flags.maxTime * 1000 },
        }),
        onProgress: progress.update,
        signal,
        deadline: flags.deadline * 1000,
        copyTimeout: flags.copyTimeout * 1000,
      });
      progress.end();
      const report = await baseline.hold(found);
      if (flags.failures !== undefined) await writeFailures(report, flags.failures);
      await writeReports(report, sinks);
      const { requests, stopped } = report.run;
      if (requests !== undefined) complain(requestsText(requests));
      if (stopped !== undefined) complain(`${stopped.reason}: the report is partial`);
      return exitWith(report);
    } finally {
      progress.end();
    }
  });
}

const selected = ({ rule }: VerifyFlags): readonly DirectedCase[] =>
  rule === undefined ? directedCases() : directedCases().filter((entry) => rule.includes(entry.rule));
