import { verdictOf } from '../reporters/run/words.ts';
import { complain } from './complain.ts';
import type { Report } from '../contract/generated/types.ts';

/**
 * The exit code of a report. The verdict, and why there is none, stands on standard error in any case: reports may all
 * go to files.
 */
export function exitWith(report: Report): 0 | 1 | 2 {
  complain(`neptune-copy-contract: ${verdictOf(report)}`);
  return report.summary.exitCode;
}
