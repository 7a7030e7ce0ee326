import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../errors.ts';
import { reporters } from '../reporters/index.ts';
import type { DirectedCase } from '../spec/case.ts';
import { cases } from '../spec/generated/cases.ts';
import type { Report } from '../spec/generated/types.ts';
import { verify } from '../verify/index.ts';
import { openBaseline } from './baseline.ts';
import { prepareFailures, writeFailures } from './failures.ts';
import { showProgress } from './progress.ts';
import type { ReportSink } from './options.ts';
import type { VerifyFlags } from './verify.ts';
import { version } from './version.ts';

/** Runs `verify` and writes its reports. Resolves to the exit code. */
export async function runVerify(flags: VerifyFlags): Promise<number> {
  const sinks = flags.report ?? [{ format: 'text' }];
  for (const { file } of sinks) if (file !== undefined) await checkWritable(file);
  if (flags.failures !== undefined) await prepareFailures(flags.failures);
  const baseline = await openBaseline(flags, (line) => process.stderr.write(`${line}\n`));
  if (!baseline.ok) {
    process.stderr.write(baseline.problems.map((problem) => `${problem}\n`).join(''));
    return 2;
  }
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const progress = showProgress(process.stderr);
  try {
    const found = await verify({
      ...(flags.endpoint !== undefined && { endpoint: flags.endpoint }),
      ...(flags.kmsEndpoint !== undefined && { kmsEndpoint: flags.kmsEndpoint }),
      ...(flags.account !== undefined && { profiles: flags.account }),
      ...(flags.quota !== undefined && { quota: flags.quota }),
      ...(flags.rule !== undefined && { rules: flags.rule }),
      ...(flags.targetName !== undefined && { targetName: flags.targetName }),
      region: flags.region,
      seed: flags.seed,
      gate: flags.gate,
      timeout: flags.timeout * 1000,
      pairs: flags.pairs,
      version: version(),
      cases: selected(flags),
      // Asking for single rules is asking for their cases only.
      ...(flags.rule === undefined && {
        search: { runs: flags.runs, maxCalls: flags.maxCalls, maxTime: flags.maxTime * 1000 },
      }),
      onProgress: progress.update,
      signal: interruption.signal,
    });
    progress.end();
    const report = await baseline.hold(found);
    if (flags.failures !== undefined) await writeFailures(report, flags.failures);
    await writeReports(report, sinks);
    if (!interruption.signal.aborted) return report.summary.exitCode;
    process.stderr.write('interrupted: the report is partial\n');
    // What was not looked at cannot be said to conform.
    return report.summary.exitCode === 0 ? 2 : report.summary.exitCode;
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

/** Refuses a file that could not be written, before anything is judged. */
async function checkWritable(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() === true) cannotWrite(file, new Error('it is a directory'));
  const place = found === undefined ? dirname(file) : file;
  await access(place, constants.W_OK).catch((error: unknown) => cannotWrite(file, error));
}

/** Colours on a terminal, unless the environment says otherwise. */
const wantsColor = (stream: NodeJS.WriteStream): boolean =>
  process.env['FORCE_COLOR'] !== undefined || (stream.isTTY && stream.hasColors());

function cannotWrite(file: string, error: unknown): never {
  throw new UsageError(
    `cannot write the report to ${file}: ${error instanceof Error ? error.message : String(error)}`,
  );
}
