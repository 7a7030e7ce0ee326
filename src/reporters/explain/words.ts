import { contradictionText, howKnown } from '../kit/known.ts';
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
export const failsWord = ({ behaviour }: Explanation): string => yesOrNo(behaviour.gating);

/** Whether a refusal with another fault fails a run, in a word; nothing where the rule has no faults. */
export const faultFailsWord = ({ fault }: Explanation): string =>
  fault === undefined ? '' : yesOrNo(fault.gating);

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

/** Whether anybody says otherwise, in a word or two. */
export function contradictedWord({ contradictedBy }: Explanation): string {
  if (contradictedBy.length === 0) return '';
  return contradictedBy.every(({ setAside }) => setAside !== undefined) ? 'set aside' : 'yes';
}

/** Who says so, and who says otherwise: what they speak of, how well that makes it known, and where it stands. */
export const evidenceTexts = ({
  provenance,
  contradictedBy,
}: Explanation): Readonly<Record<'for' | 'against', readonly string[]>> => ({
  for: [...provenance]
    .sort((one, other) => one.of.localeCompare(other.of))

    .map((entry) => `${entry.of}, ${howKnown(entry)}: ${entry.source}`),
  against:
    contradictedBy.length === 0
      ? ['nobody that is known']
      : contradictedBy.map((entry) => `${entry.of}, ${howKnown(entry)}: ${contradictionText(entry)}`),
});
