import { writeFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { reporters } from '../reporters/index.ts';
import type { DirectedCase } from '../spec/case.ts';
import { cases } from '../spec/generated/cases.ts';
import type { Report } from '../spec/generated/types.ts';
import { verify } from '../verify/index.ts';
import { showProgress } from './progress.ts';
import type { ReportSink } from './options.ts';
import type { VerifyFlags } from './verify.ts';
import { version } from './version.ts';

/** Runs `verify` and writes its reports. Resolves to the exit code. */
export async function runVerify(flags: VerifyFlags): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const progress = showProgress(process.stderr);
  try {
    const report = await verify({
      ...(flags.endpoint !== undefined && { endpoint: flags.endpoint }),
      ...(flags.kmsEndpoint !== undefined && { kmsEndpoint: flags.kmsEndpoint }),
      ...(flags.quota !== undefined && { quota: flags.quota }),
      ...(flags.rule !== undefined && { rules: flags.rule }),
      region: flags.region,
      seed: flags.seed,
      gate: flags.gate,
      timeout: flags.timeout * 1000,
      version: version(),
      cases: selected(flags),
      onProgress: progress.update,
      signal: interruption.signal,
    });
    progress.end();
    await writeReports(report, flags.report ?? [{ format: 'text' }]);
    return report.summary.exitCode;
  } finally {
    progress.end();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

const selected = ({ rule }: VerifyFlags): readonly DirectedCase[] =>
  rule === undefined ? cases : cases.filter((entry) => rule.includes(entry.rule));

async function writeReports(report: Report, sinks: readonly ReportSink[]): Promise<void> {
  for (const { format, file } of sinks) {
    const color = file === undefined && wantsColor(process.stdout);
    const text = reporters[format]?.(report, { color }) ?? '';
    if (file === undefined) process.stdout.write(text);
    else await writeFile(file, text).catch((error: unknown) => cannotWrite(file, error));
  }
}

/** Colours on a terminal, unless the environment says otherwise. */
const wantsColor = (stream: NodeJS.WriteStream): boolean =>
  process.env['FORCE_COLOR'] !== undefined || (stream.isTTY && stream.hasColors());

function cannotWrite(file: string, error: unknown): never {
  throw new UsageError(
    `cannot write the report to ${file}: ${error instanceof Error ? error.message : String(error)}`,
  );
}
