import type { RuleId } from '../../contract/generated/catalogue.ts';
import { cutText } from '../target/keepable.ts';
import type { Step } from '../target/target.ts';

/** What one exchange showed of one rule. */
export type Check =
  | { readonly status: 'pass'; readonly rule: RuleId }
  | Deviation
  /** What the target does where the rules leave it open. */
  | { readonly status: 'open'; readonly rule: RuleId; readonly actual: string }
  /** The rule applies, but the target let nothing be seen of it. */
  | { readonly status: 'unseen'; readonly rule: RuleId; readonly reason: string };

/** An outcome outside the acceptable set. */
export interface Deviation {
  readonly status: 'fail';
  readonly rule: RuleId;
  /** The rule that was being tested, when another one is to blame. */
  readonly tested?: RuleId;
  /** What is violated: the behaviour itself, or only which fault answers it. Their provenance may differ. */
  readonly aspect: 'behaviour' | 'fault';
  /** The call that shows it, where the answer to the copy does not. */
  readonly seenBy?: Step;
  /** In words, with the real names. */
  readonly expected: string;
  readonly actual: string;
}

/** The rule held. */
export const pass = (rule: RuleId): Check => ({ status: 'pass', rule });

/** The rule did not hold. What the target wrote is cut to what is kept of it. */
export const fail = (
  rule: RuleId,
  expected: string,
  actual: string,
  aspect: Deviation['aspect'] = 'behaviour',
): Deviation => ({
  status: 'fail',
  rule,
  aspect,
  expected: cutText(expected),
  actual: cutText(actual),
});
