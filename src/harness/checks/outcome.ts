import { faultEntry, readCode, type Verdict } from '../../model/index.ts';
import type { Answer } from '../../protocol/answer.ts';
import type { SdkResult } from '../target/target.ts';
import { isExpectedOutcome, type ActualOutcome } from './assess.ts';

/** Answers with which a target says "not now": they are no verdict on the request. */
const notNow = /^(Throttling(Exception)?|RequestLimitExceeded|ServiceUnavailable|SlowDown)$/;

/** Statuses that say the same where the body says nothing, as that of a page of a proxy. */
const notNowStatuses: readonly (number | undefined)[] = [429, 502, 503, 504];

/** Whether the answer only asks to come again. The SDK has tried several times by then. */
export const isNotNow = (actual: ActualOutcome): boolean =>
  (actual.kind === 'rejected' && notNow.test(actual.code)) ||
  (actual.kind === 'unintelligible' && notNowStatuses.includes(actual.status));

/**
 * Whether the answer is about who calls, not about what is asked for: a session that has ended, a permission that is
 * not given. AWS answers so, too, to any request; where a rule expects it, it is a verdict like others.
 */
export function isAboutCaller(verdict: Verdict, actual: ActualOutcome): boolean {
  if (actual.kind !== 'rejected' || isExpectedOutcome(verdict, actual)) return false;
  const read = readCode(actual.code);
  const regardless = read.kind === 'unknown' ? undefined : faultEntry(read.shape).regardless;
  return regardless === 'session' || regardless === 'permission';
}

/** What happened, from the raw answer; from the SDK where a target has no HTTP. */
export function actualOutcome(answer: Answer | undefined, sdk: SdkResult): ActualOutcome {
  if (answer !== undefined) return answer;
  switch (sdk.kind) {
    case 'output':
      return sdk.snapshot === undefined
        ? { kind: 'unintelligible', reason: 'the output holds no DBClusterSnapshot' }
        : { kind: 'copied', snapshot: sdk.snapshot };
    case 'exception':
      return { kind: 'rejected', code: sdk.name, message: sdk.message };
    case 'no-answer':
    case 'not-sent':
      return { kind: 'unintelligible', reason: sdk.reason };
  }
}
