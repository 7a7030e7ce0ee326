import { verdictOf } from '../reporters/run/words.ts';
import { complain } from './complain.ts';
import type { Report } from '../contract/generated/types.ts';

/** The exit code of a report; that it could not be judged, and why, is told on standard error as well, as is any verdict where that is wanted. */
export function exitWith(report: Report, { verdict = false } = {}): 0 | 1 | 2 {
  const { exitCode } = report.summary;
  if (verdict || exitCode === 2) complain(`neptune-copy-contract: ${verdictOf(report)}`);
  return exitCode;
}
