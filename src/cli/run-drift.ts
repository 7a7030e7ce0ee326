import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  describeContract,
  describeSdk,
  diff,
  driftReport,
  loadSdk,
  readAllowed,
  type Allowance,
} from '../drift/index.ts';
import { render } from '../reporters/index.ts';
import { UsageError } from '../errors.ts';
import { formatProblem } from '../contract/document.ts';
import { complain } from './complain.ts';
import type { DriftFlags } from './flags.ts';
import { version } from '../contract/version.ts';
import { checkSinks, writeSinks } from './write-reports.ts';

/**
 * Runs `drift` and writes its reports. Resolves to the exit code: 2 when an allow-list is not valid, of which it
 * tells the places. Throws a HarnessError for an SDK or a file that cannot be read.
 */
export async function runDrift(flags: DriftFlags): Promise<number> {
  const sinks = flags.report ?? [{ format: 'text' }];
  await checkSinks(sinks);
  const allowed: Allowance[] = [];
  for (const file of [ownAllowances, ...(flags.allow ?? [])]) {
    const read = readAllowed(await readFile(file, 'utf8').catch(cannotRead(file)), shown(file));
    if (!read.ok) {
      read.problems.forEach((problem) => complain(formatProblem(problem)));
      return 2;
    }
    allowed.push(...read.entries);
  }
  const sdk = await loadSdk(flags.sdk);
  const report = driftReport({
    version: version(),
    sdkVersion: sdk.version,
    differences: diff(describeContract(), describeSdk(sdk)),
    allowed,
    allowAdditions: flags.allowAdditions === true,
  });
  await writeSinks(sinks, (format, color) => render('drift', format, report, { color }));
  return report.exitCode;
}

/** The differences that the contract itself means. */
const ownAllowances = fileURLToPath(new URL('../../spec/drift.yaml', import.meta.url));

/** The contract's own list as the repository names it; others as they were given. */
const shown = (file: string): string => (file === ownAllowances ? 'spec/drift.yaml' : file);

const cannotRead =
  (file: string) =>
  (error: unknown): never => {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  };
