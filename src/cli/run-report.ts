import { readFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { compareReports, readReport } from '../report/index.ts';
import { comparisonReporters } from '../reporters/compare/index.ts';
import type { Report } from '../contract/generated/types.ts';
import { mergeReports } from '../report/merge.ts';
import { openBaseline } from './baseline.ts';
import { exitWith } from './exit-with.ts';
import { complain } from './complain.ts';
import type { CompareFlags, MergeFlags } from './flags.ts';
import { checkSinks, writeReports, writeSinks } from './write-reports.ts';

/** Runs `report compare`. Resolves to the exit code. */
export async function runCompare(files: readonly string[], flags: CompareFlags): Promise<number> {
  const sinks = flags.report ?? [{ format: 'text' }];
  await checkSinks(sinks);
  const reports = await readAll(files);
  if (reports === undefined) return 2;
  const comparison = compareReports(reports);
  await writeSinks(
    sinks,
    async (format, color) => (await comparisonReporters[format]?.())?.(comparison, { color }) ?? '',
  );
  return comparison.exitCode;
}

/** Runs `report merge`. Resolves to the exit code. */
export async function runMerge(files: readonly string[], flags: MergeFlags): Promise<number> {
  const sinks = flags.report ?? [{ format: 'json' }];
  await checkSinks(sinks);
  const baseline = await openBaseline(flags, complain);
  if (!baseline.ok) return refuse(baseline.problems);
  const parts = await readAll(files);
  if (parts === undefined) return 2;
  const merged = mergeReports(parts);
  if (!merged.ok) return refuse(merged.problems);
  const report = await baseline.hold(merged.report);
  await writeReports(report, sinks);
  return exitWith(report);
}

function refuse(problems: readonly string[]): number {
  problems.forEach(complain);
  return 2;
}

/** Reads all of the files; says what is wrong with them where they are no reports. */
async function readAll(files: readonly string[]) {
  const reports: { readonly file: string; readonly report: Report }[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const read = readReport(await textOf(file), file);
    if (read.ok) reports.push({ file, report: read.report });
    else problems.push(...read.problems.slice(0, mostProblems));
  }
  if (problems.length > 0) refuse(problems);
  return problems.length > 0 ? undefined : reports;
}

/** What is no report at all has a problem in each line. */
const mostProblems = 5;

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(
      `cannot read the report ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
