import { sayActual, sayExpected } from '../src/contract/deviation-words.ts';
import type { Actual, Expected } from '../src/contract/generated/types.ts';
import { fail, type Check, type Deviation } from '../src/harness/checks/check.ts';

/** A value of a test that is said in these words. */
export const actualValue = (words: string): Actual => ({ kind: 'rejection', code: words });

/** The same for what was expected: at least two words. */
export const wanted = (words: string): Expected => {
  const [name = '', ...others] = words.split(' ');
  return { kind: 'header', name, value: others.join(' ') };
};

/** A check with its values in words. */
export function said(check: Check): Said {
  switch (check.status) {
    case 'fail':
      return { ...check, expected: sayExpected(check.expected), actual: sayActual(check.actual) };
    case 'unspecified':
      return { ...check, actual: sayActual(check.actual) };
    default:
      return check;
  }
}

/** A check as `said` gives it. */
export type Said = Check | InWords;

/** What a check says. */
interface InWords {
  readonly status: Check['status'];
  readonly rule: Check['rule'];
  readonly aspect?: Deviation['aspect'];
  readonly tested?: Check['rule'];
  readonly seenBy?: NonNullable<Deviation['seenBy']>;
  readonly expected?: string;
  readonly actual?: string;
  readonly reason?: string;
}

/** A deviation in words. */
export const failing = (
  rule: Deviation['rule'],
  expected: string,
  actual: string,
  aspect: Deviation['aspect'] = 'behaviour',
): Said => ({ status: 'fail', rule, aspect, expected, actual });

/** A deviation whose values are said in these words. */
export const failed = (
  rule: Deviation['rule'],
  expected: string,
  actual: string,
  aspect: Deviation['aspect'] = 'behaviour',
): Deviation => fail(rule, wanted(expected), actualValue(actual), aspect);
