import type { DocumentProblem } from '../contract/document.ts';
import type { CheckFinding, CheckReport } from '../contract/generated/types.ts';
import { buildCheckReport, type CheckOptions } from './report.ts';

/** What is said of a file that cannot be read. */
export const unreadable = (problem: DocumentProblem): CheckFinding => ({
  rule: 'input/unreadable',
  severity: 'error',
  ...problem,
});

/** The report of a run that could judge nothing, for what it was to read: whoever looks at reports alone is told. */
export const unreadableReport = (
  problems: readonly DocumentProblem[],
  files: number,
  options: CheckOptions,
): CheckReport =>
  buildCheckReport(
    {
      what: 'copies',
      files,
      subjects: [],
      findings: problems.map(unreadable),
      policies: [],
      notChecked: [],
      allRead: false,
    },
    [],
    options,
  );
