import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { Actual, Expected, Subject } from '../../contract/generated/types.ts';
import { cutTexts } from '../target/keepable.ts';
import type { Step } from '../target/target.ts';

/** What one exchange showed of one rule. */
export type Check =
  | { readonly status: 'pass'; readonly rule: RuleId }
  | Deviation
  /** What the target does where the rules leave it unspecified. */
  | { readonly status: 'unspecified'; readonly rule: RuleId; readonly actual: Actual }
  /** The rule applies, but the target let nothing be seen of it. */
  | { readonly status: 'unseen'; readonly rule: RuleId; readonly reason: string };

/** An outcome outside the expected set. */
export interface Deviation {
  readonly status: 'fail';
  readonly rule: RuleId;
  /** The rule that was being tested, when another one is to blame. */
  readonly tested?: RuleId;
  /** What is violated: the behaviour itself, or only which fault answers it. Their provenance may differ. */
  readonly aspect: 'behaviour' | 'fault';
  /** The call that shows it, where the answer to the copy does not. */
  readonly seenBy?: Step;
  /** With the real names. Sentences are made of it where it is shown. */
  readonly expected: Expected;
  readonly actual: Actual;
}

/** The rule held. */
export const pass = (rule: RuleId): Check => ({ status: 'pass', rule });

/** The rule did not hold. What the target wrote is cut to what is kept of it. */
export const fail = (
  rule: RuleId,
  expected: Expected,
  actual: Actual,
  aspect: Deviation['aspect'] = 'behaviour',
): Deviation => ({
  status: 'fail',
  rule,
  aspect,
  expected: cutTexts(expected),
  actual: cutTexts(actual),
});

/** Something that should be described is not. */
export const gone = (rule: RuleId, of: Subject): Deviation =>
  fail(rule, { kind: 'presence', of, present: true }, { kind: 'presence', of, present: false });
