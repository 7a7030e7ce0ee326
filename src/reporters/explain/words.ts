import type { Claim, Explanation } from '../../contract/explanation.ts';

/** Whether a deviation from a rule fails a run, and why: a line for the behaviour, and one for the fault. */
export const failsTexts = (rule: Explanation): readonly string[] =>
  [rule.behaviour, ...(rule.fault === undefined ? [] : [rule.fault])].map((claim) => failsText(claim, rule));

function failsText({ of, level, gating }: Claim, { alwaysUnspecified }: Explanation): string {
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
export const failsWord = ({ behaviour }: Explanation): string => (behaviour.gating ? 'yes' : 'no');
