import { refuseAws } from '../harness/target/guard/aws-hosts.ts';
import { makeRunId } from '../harness/target/run-id.ts';
import { doctorVerdict } from '../reporters/doctor/words.ts';
import { render } from '../reporters/index.ts';
import { examine } from '../verify/doctor/index.ts';
import { announceRun } from './announce-run.ts';
import { complain } from './complain.ts';
import type { DoctorFlags } from './flags.ts';
import { interruptible } from './interruptible.ts';
import { onTheWay, proxiesFor } from './on-the-way.ts';
import { trustOf } from './trust.ts';
import { checkSinks, writeSinks } from './write-reports.ts';

/** Runs `doctor` and writes its reports. Resolves to the exit code. */
export async function runDoctor(endpoint: string, flags: DoctorFlags): Promise<number> {
  const { quiet = false, kmsEndpoint, insecure } = flags;
  const sinks = flags.report ?? [{ format: 'text' }];
  await checkSinks(sinks);
  refuseAws(endpoint);
  refuseAws(kmsEndpoint);
  const trust = await trustOf(flags);
  const remark = quiet ? () => undefined : complain;
  const runId = makeRunId();
  onTheWay({ urls: [endpoint, kmsEndpoint], insecure }, process.env).forEach(remark);
  (await announceRun(runId, endpoint)).forEach(remark);
  return interruptible(
    async (signal) => {
      const report = await examine({
        endpoint,
        ...(kmsEndpoint !== undefined && { kmsEndpoint }),
        ...(flags.account !== undefined && { profiles: flags.account }),
        ...(flags.targetName !== undefined && { targetName: flags.targetName }),
        ...(flags.journal !== undefined && { journal: flags.journal }),
        ...trust,
        proxies: proxiesFor(endpoint, process.env),
        runId,
        region: flags.region,
        timeout: flags.timeout * 1000,
        signal,
        deadline: flags.deadline * 1000,
        copyTimeout: flags.copyTimeout * 1000,
      });
      await writeSinks(sinks, (format, color) => render('doctor', format, report, { color }));
      for (const { format, file } of sinks) if (file !== undefined) remark(`wrote ${file} (${format})`);
      complain(`neptune-copy-contract: ${doctorVerdict(report)}`);
      return report.exitCode;
    },
    quiet ? '' : undefined,
  );
}
