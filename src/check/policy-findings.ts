import type { CheckFinding } from '../contract/generated/types.ts';
import { harmless } from '../contract/shown.ts';
import { applyPolicy } from './apply-policy.ts';
import { detailsOf, type Violation } from './condition.ts';
import { contextOf } from './context.ts';
import type { Judged } from './judged.ts';
import type { PlannedCopy } from './plan.ts';
import { placeOfViolation } from './policy-place.ts';
import type { Exception, Policy } from './policy.ts';
import { policyRuleId } from './rules.ts';
import type { RunFacts } from './run-facts.ts';
import type { Tally } from './tally.ts';
import { whatDecides } from './what-decides.ts';

/** A policy, and the count of what it said. */
export interface Asked {
  readonly policy: Policy;
  readonly tally: Tally;
  /** Gives one text for all that are equal. */
  readonly said: (text: string) => string;
}

/**
 * Keeps the first texts that are different, and gives them for those that are equal to them: of many copies, most
 * findings say the same.
 */
export function sameTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before === undefined && known.size < mostKept) known.set(text, text);
    return before ?? text;
  };
}

const mostKept = 1000;

/** What policies have to say of a copy: what they deny, what they excuse, and what they cannot tell. */
export function policyFindings(
  copy: PlannedCopy,
  judged: Judged,
  subject: number,
  asked: readonly Asked[],
  run: RunFacts,
): CheckFinding[] {
  if (asked.length === 0) return [];
  const context = contextOf(copy, judged, run);
  return asked.flatMap(({ policy, tally, said }): CheckFinding[] => {
    const answer = applyPolicy(policy, context, tally.exceptions);
    tally.add(answer);
    const finding = (
      violations: readonly Violation[],
      standing: Pick<CheckFinding, 'standing' | 'reason'>,
      path = violations[0]?.path ?? [],
    ): CheckFinding => {
      const { message } = policy.document;
      return {
        rule: policyRuleId(policy.id),
        severity: policy.severity,
        ...standing,
        message: violations.length === 0 ? message : said(`${message} (${detailsOf(violations)})`),
        file: copy.file,
        ...placeOfViolation({ path }, copy),
        subject,
      };
    };
    switch (answer.kind) {
      case 'denied':
        return [finding(answer.violations, {})];
      case 'excepted':
        return [
          finding(answer.violations, {
            standing: 'excused',
            reason: answer.by.map(excuse).join('; '),
          }),
        ];
      case 'undecided': {
        const known = { caller: copy.caller, inWorld: judged.inWorld };
        const reason = whatDecides(answer.on, known);
        return [finding([], { standing: 'undecided', reason }, answer.on[0]?.split('/'))];
      }
      case 'allowed':
      case 'not-applicable':
        return [];
    }
  });
}

const excuse = ({ reason, owner, expires }: Exception): string =>
  `${harmless(reason)} (until ${expires}${owner === undefined ? '' : `, ${harmless(owner)}`})`;
