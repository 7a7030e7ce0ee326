import type { DirectedCase } from '../contract/case.ts';
import { UsageError } from '../errors.ts';
import { leaveOut } from '../harness/run/needs.ts';
import { selectCases, type Selection } from '../verify/select-cases.ts';
import type { SelectionFlags } from './flags.ts';

/** What the flags select. */
export const selectionOf = ({ rule, case: cases, grep, excludeRule }: SelectionFlags): Selection => ({
  ...(rule !== undefined && { rules: rule }),
  ...(cases !== undefined && { cases }),
  ...(grep !== undefined && { grep }),
  ...(excludeRule !== undefined && { excludeRules: excludeRule }),
});

/** The cases that the flags select. Throws a UsageError for an unknown one, and where none would be run. */
export function casesOf(flags: SelectionFlags): readonly DirectedCase[] {
  const cases = selectCases(selectionOf(flags));
  if (leaveOut(cases, flags.without ?? []).kept.length > 0) return cases;
  throw new UsageError(
    'All cases of this selection need what --without leaves out, so nothing would be run.',
  );
}
