import { readFile } from 'node:fs/promises';
import type { Report } from '../contract/generated/types.ts';
import { UsageError } from '../errors.ts';
import { readReport } from '../report/index.ts';
import { complain } from './complain.ts';

/** A report, and the file that it was read from. */
export interface ReadFile {
  readonly file: string;
  readonly report: Report;
}

/** Reads all of the files; says what is wrong with them where they are no reports. */
export async function readReports(files: readonly string[]): Promise<readonly ReadFile[] | undefined> {
  const reports: ReadFile[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const read = readReport(await textOf(file), file);
    if (read.ok) reports.push({ file, report: read.report });
    else problems.push(...read.problems.slice(0, mostProblems));
  }
  problems.forEach(complain);
  return problems.length > 0 ? undefined : reports;
}

/** What is no report at all has a problem in each line. */
const mostProblems = 5;

/** The text of a file. Throws a UsageError when it cannot be read. */
export const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
