import type { PostconditionId, RuleId, WireRuleId } from '../../contract/generated/catalogue.ts';

/** What shows whether a postcondition holds. */
type Measure =
  /** Members of the answer. */
  | 'members'
  /** ListTagsForResource. */
  | 'tags'
  /** That the request is accepted at all. */
  | 'outcome'
  /** A look at the target afterwards. */
  | 'observation';

/** One entry for each postcondition; the compiler sees to it that none is missing. */
const measures: Readonly<Record<PostconditionId, Measure>> = {
  'copy-identifier-lowercase': 'members',
  'copy-type-manual': 'members',
  'copy-arn': 'members',
  'copy-source-arn': 'members',
  'copy-inherits': 'members',
  'copy-create-time': 'members',
  'copy-unencrypted-stays': 'members',
  'copy-same-key': 'members',
  'copy-new-key': 'members',
  'copy-no-tags-by-default': 'tags',
  'copy-tags-all': 'tags',
  'copy-assigns-tags': 'tags',
  'tags-over-copy-tags': 'tags',
  'copy-of-orphan': 'outcome',
  'copy-of-automated': 'outcome',
  'presigned-url-ignored': 'outcome',
  'source-case-insensitive': 'outcome',
  'copy-leaves-source': 'observation',
  'copy-progress': 'observation',
  'copy-described': 'observation',
  'fault-leaves-no-trace': 'observation',
};

/** Whether a rule of the wire is about the request: no answer's form shows it. */
export const isAboutRequests = (rule: RuleId): rule is RequestRuleId =>
  rule.startsWith('wire-request-') && rule !== 'wire-request-id';

/** Rules of the wire about the request. */
export type RequestRuleId = Extract<WireRuleId, 'wire-request-lists' | 'wire-request-form'>;

/** Whether the tags of the copy show if a rule is kept. */
export const measuredByTags = (rule: RuleId): boolean =>
  isAboutRequests(rule) || (rule in measures && measures[rule as PostconditionId] === 'tags');

/** Whether an acceptable outcome shows that a rule is kept: preconditions, and that something is understood. */
export function measuredByOutcome(rule: RuleId): boolean {
  if (rule in measures) return measures[rule as PostconditionId] === 'outcome';
  return isAboutRequests(rule) || !rule.startsWith('wire-');
}
