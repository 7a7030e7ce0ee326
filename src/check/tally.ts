import { quoted, shownPath } from '../contract/shown.ts';
import type { CheckFinding, PolicySummary } from '../contract/generated/types.ts';
import type { PolicyAnswer } from './apply-policy.ts';
import type { Exception, Policy } from './policy.ts';

/** Counts what a policy said of the copies of a run. */
export interface Tally {
  /** The exceptions that still apply. */
  readonly exceptions: readonly Exception[];
  readonly add: (answer: PolicyAnswer) => void;
  readonly summary: () => PolicySummary;
  /** What is to be said of its exceptions; whether one is unused can be told only when every copy was judged. */
  readonly exceptionFindings: (allJudged: boolean) => CheckFinding[];
}

/** Starts to count. `today` is a date such as 2026-11-22. */
export function createTally({ id, file, exceptions }: Policy, today: string): Tally {
  const counts = { applied: 0, denied: 0, excepted: 0, undecided: 0 };
  const unknown = new Set<string>();
  const used = new Set<Exception>();
  const current = exceptions.filter(({ expires }) => expires >= today);

  const finding = (rule: string, { at }: Exception, message: string): CheckFinding => ({
    rule,
    severity: 'warning',
    message,
    file,
    ...at,
  });
  return {
    exceptions: current,
    add(answer) {
      if (answer.kind === 'not-applicable') return;
      if (answer.kind === 'undecided') {
        counts.undecided += 1;
        for (const path of answer.on) unknown.add(shownPath(path.split('/')));
        return;
      }
      counts.applied += 1;
      if (answer.kind === 'denied') counts.denied += 1;
      if (answer.kind !== 'excepted') return;
      counts.excepted += 1;
      for (const exception of answer.by) used.add(exception);
    },
    summary: () => ({ id, file, ...counts, unknown: [...unknown].sort() }),
    exceptionFindings(allJudged) {
      const expired = exceptions.filter((exception) => !current.includes(exception));
      const unused = current.filter((exception) => !used.has(exception));
      return [
        ...expired.map((exception) =>
          finding(
            'exception/expired',
            exception,
            `The exception ${quoted(exception.reason)} expired on ${exception.expires} and no longer applies.`,
          ),
        ),
        ...(allJudged && counts.undecided === 0 ? unused : []).map((exception) =>
          finding(
            'exception/unused',
            exception,
            `The exception ${quoted(exception.reason)} excuses no planned copy.`,
          ),
        ),
      ];
    },
  };
}
