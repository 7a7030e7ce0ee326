/** What both pages say of a cell, in the same words. */
import { sayActual, sayExpected } from '../../src/contract/deviation-words.ts';
import type { Finding, Status } from '../../src/contract/generated/types.ts';
import { firstOf, headlineOf, plural } from '../../src/reporters/run/words.ts';
import { reasonOf, type Cell, type Column } from './matrix.ts';

/** The sign of a cell. */
export type Sign = 'pass' | 'fail' | 'inferred' | 'inconclusive' | 'absent';

/** The signs, and what each means. */
export const signs: Readonly<Record<Sign, readonly [sign: string, meaning: string]>> = {
  pass: ['✓', 'as AWS, in every case that could be measured'],
  fail: ['✕', 'deviates from what is documented or observed of AWS'],
  inferred: ['△', 'deviates from what is not known well enough to fail a run'],
  inconclusive: ['–', 'not measured'],
  absent: ['·', 'not asked for: there is no CopyDBClusterSnapshot'],
};

/** The sign of a cell. */
export function signOf({ rule, inferred }: Cell): Sign {
  if (rule === undefined) return 'absent';
  return bySign[rule.status](inferred);
}

const bySign: Readonly<Record<Status, (inferred: boolean) => Sign>> = {
  pass: () => 'pass',
  fail: (inferred) => (inferred ? 'inferred' : 'fail'),
  known: () => 'fail',
  new: () => 'fail',
  inconclusive: () => 'inconclusive',
  error: () => 'inconclusive',
};

/** Cases that are named; all of them are in the stored result. */
const mostCases = 8;

/** What is told of a deviation, in the order in which it is told. */
export interface Told {
  readonly expected: string;
  readonly actual: string;
  readonly cases: string;
  /** What explains it, or whether it stands for itself. */
  readonly cause: string | undefined;
  readonly reason: string | undefined;
}

/** A deviation in words. */
export function tell(column: Column, finding: Finding): Told {
  const { expected, actual, cases, cause } = finding;
  return {
    expected: sayExpected(expected),
    actual: sayActual(actual),
    cases: `${plural(cases.length, 'case')}: ${firstOf(cases, mostCases)}`,
    cause,
    reason: reasonOf(column, finding),
  };
}

/** The deviations from other rules that cases of this one fail by, in a line. */
export const alsoBy = ({ others }: Cell): string =>
  others.map(({ fingerprint, rule }) => `${fingerprint} (${rule})`).join(', ');

/** What was measured of a rule, in a line. */
export function measuredIn({ rule, column }: Cell): string {
  if (rule === undefined) return '';
  const counts = ['pass', 'fail', 'inconclusive', 'error'].flatMap((status) => {
    const number = rule.cases.filter((each) => each.status === status).length;
    return number === 0 ? [] : [`${number} ${status}`];
  });
  const { passed, failed } = rule.checks;
  const reason = column.stored.rules.find(({ id }) => id === rule.id)?.reason;
  const told = [
    counts.length === 0 ? 'no case of its own' : `cases: ${counts.join(', ')}`,
    ...(passed + failed === 0 ? [] : [`${passed} of ${plural(passed + failed, 'check')} passed`]),
    ...(reason === undefined ? [] : [`not measured where ${reason}`]),
  ];
  return told.join('; ');
}

/** What an emulator came to, in a few words. */
export const verdictOf = ({ stored, report }: Column): string =>
  stored.notImplemented === undefined ? headlineOf(report) : `not implemented: ${stored.notImplemented}`;

/** What an emulator is called. */
export const nameOf = ({ name, version }: Column): string => `${name} ${version}`;

/** What is said of results of an older contract. */
export const oldText = (old: readonly Column[]): string =>
  `Of an older contract, so that what differs may be the contract: ${old.map(nameOf).join(', ')}.`;
