import { directedCases } from '../src/contract/directed-cases.ts';
import { sayActual, sayExpected } from '../src/contract/deviation-words.ts';
import type { Finding, Report } from '../src/contract/generated/types.ts';

const cases = directedCases();

/** What runs of the contracts have in common; the run id makes the names of two runs alike. */
export const ordinary = {
  region: 'us-east-1',
  cases,
  seed: 1,
  gate: 'sibling',
  timeout: 10_000,
  version: '0.0.0-contract',
  runId: 'cntrct',
} as const;

/** A case and why it was inconclusive. */
export type Inconclusive = Readonly<Record<string, string>>;

/** Cases of a report that are not as they should be, with the reason. */
export const notPassed = (report: Report): string[] =>
  report.rules.flatMap((rule) =>
    rule.cases
      .filter(({ status }) => status !== 'pass' && status !== 'inconclusive')
      .map(({ id, status, reason }) => `${id}: ${status} ${reason ?? ''}`),
  );

/** Cases that were inconclusive, with the reason, in the order of their ids. */
export const inconclusive = (report: Report): Inconclusive =>
  Object.fromEntries(
    report.rules
      .flatMap((rule) => rule.cases)
      .filter(({ status }) => status === 'inconclusive')
      .map(({ id, reason }) => [id, reason ?? 'no reason'] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** A finding in one line, for the message of a test. */
export const headline = ({ rule, expected, actual }: Finding): string =>
  `${rule}: ${sayExpected(expected)}, but ${sayActual(actual)}`;
