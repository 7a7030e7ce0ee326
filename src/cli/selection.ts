import type { DirectedCase } from '../contract/case.ts';
import { isDirectedSequence, type DirectedSequence } from '../contract/directed-sequences.ts';
import { UsageError } from '../errors.ts';
import { leaveOut } from '../harness/run/needs.ts';
import { sequencesLeft } from '../harness/search/index.ts';
import { selectCases, type Selection } from '../verify/select-cases.ts';
import type { SelectionFlags } from './flags.ts';

/** What the flags select. */
export const selectionOf = ({ rule, case: cases, grep, excludeRule }: SelectionFlags): Selection => ({
  ...(rule !== undefined && { rules: rule }),
  ...(cases !== undefined && { cases }),
  ...(grep !== undefined && { grep }),
  ...(excludeRule !== undefined && { excludeRules: excludeRule }),
});

/** Directed cases, and directed sequences. */
export interface Selected {
  readonly cases: readonly DirectedCase[];
  readonly sequences: readonly DirectedSequence[];
}

/** What the flags select. Throws a UsageError for an unknown case, and where none would be run. */
export function casesOf(flags: SelectionFlags): Selected {
  const selected = selectCases(selectionOf(flags));
  const sequences = selected.filter(isDirectedSequence);
  const cases = selected.flatMap((entry) => (isDirectedSequence(entry) ? [] : [entry]));
  const { without = [] } = flags;
  const kept = leaveOut(cases, without).kept.length + sequencesLeft(sequences, without).length;
  if (kept > 0) return { cases, sequences };
  throw new UsageError(
    'All cases of this selection need what --without leaves out, so nothing would be run.',
  );
}
