import type { Claim, Explanation } from '../../contract/explanation.ts';

/** Whether a deviation from a claim fails a run, and why, in one line. */
export function failsText({ of, level, gating }: Claim, { alwaysUnspecified }: Explanation): string {
  const fails = gating ? 'yes' : level === 'inferred' ? 'no' : 'never';
  return `${of === 'fault' ? 'with another fault, ' : ''}${fails}: ${whys[level] ?? alwaysUnspecified ?? ''}`;
}

const whys: Readonly<Partial<Record<Claim['level'], string>>> = {
  observed: 'a real answer of this operation shows it',
  documented: 'the documentation of this operation says so',
  sibling: 'a sibling operation or service shows or documents it (not with --gate documented)',
  inferred: 'it is only inferred (with --gate inferred, yes)',
  contradicted: 'it is contradicted',
};

/** The same in a word, for a table. */
export const failsWord = ({ claims: [behaviour] }: Explanation): string => (behaviour.gating ? 'yes' : 'no');
