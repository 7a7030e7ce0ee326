import type { RequestRuleId, RuleId } from '../../contract/generated/catalogue.ts';
import { ruleEntry } from '../../contract/provenance.ts';

/** Whether a rule of the wire is about the request: no answer's form shows it. */
export const isAboutRequests = (rule: RuleId): rule is RequestRuleId =>
  isOfTheWire(rule) && !isMeasuredBy(rule, 'answer');

/** Whether the tags of the copy show if a rule is kept. */
export const measuredByTags = (rule: RuleId): boolean => isMeasuredBy(rule, 'tags');

/** Whether an expected outcome shows that a rule is kept: preconditions, and that something is understood. */
export const measuredByOutcome = (rule: RuleId): boolean => isMeasuredBy(rule, 'outcome');

/** Whether the form of the answer shows if a rule is kept, so that it takes a target with a wire. */
export const measuredByAnswer = (rule: RuleId): boolean => isMeasuredBy(rule, 'answer');

/** Whether a rule is one of the wire. */
export const isOfTheWire = (rule: RuleId): boolean => ruleEntry(rule).kind === 'wire';

type Measure = NonNullable<ReturnType<typeof ruleEntry>['measuredBy']>[number];

const isMeasuredBy = (rule: RuleId, measure: Measure): boolean => {
  const { measuredBy = ['outcome'] } = ruleEntry(rule);
  return measuredBy.includes(measure);
};
