import { compareReports } from '../report/index.ts';
import { render } from '../reporters/index.ts';
import { mergeReports } from '../report/merge.ts';
import { openBaseline } from './open-baseline.ts';
import { exitWith } from './exit-with.ts';
import { complain } from './complain.ts';
import { readReports } from './read-reports.ts';
import type { CompareFlags, MergeFlags } from './flags.ts';
import { checkSinks, refuseVerbose, writeReports, writeSinks } from './write-reports.ts';

/** Runs `report compare`. Resolves to the exit code. */
export async function runCompare(files: readonly string[], flags: CompareFlags): Promise<number> {
  const sinks = flags.report ?? [{ format: 'text' }];
  await checkSinks(sinks);
  const reports = await readReports(files);
  if (reports === undefined) return 2;
  const comparison = compareReports(reports);
  await writeSinks(sinks, (format, color) => render('compare', format, comparison, { color }));
  return comparison.exitCode;
}

/** Runs `report merge`. Resolves to the exit code. */
export async function runMerge(files: readonly string[], flags: MergeFlags): Promise<number> {
  const sinks = flags.report ?? [{ format: 'json' }];
  refuseVerbose(flags, sinks);
  await checkSinks(sinks);
  const baseline = await openBaseline(flags, complain);
  if (!baseline.ok) return refuse(baseline.problems);
  const parts = await readReports(files);
  if (parts === undefined) return 2;
  const merged = mergeReports(parts);
  if (!merged.ok) return refuse(merged.problems);
  const report = await baseline.hold(merged.report);
  await writeReports(report, sinks, flags);
  return exitWith(report);
}

function refuse(problems: readonly string[]): number {
  problems.forEach(complain);
  return 2;
}
