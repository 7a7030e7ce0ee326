import type { Actual, Expected, Finding } from '../contract/generated/types.ts';
import { placeOf } from './catalogue-order.ts';
import { byRank, type Rank } from './rank.ts';

/**
 * What a deviation does to whoever relies on the target, most harmful first:
 *
 * - `crash`: the target fails (5xx), or its answer cannot be read;
 * - `wrong-copy`: it does what it must not do: accepts what must be refused, makes another copy than was asked for, or
 *   harms what was there;
 * - `refusal`: it refuses what must be accepted;
 * - `wrong-code`: it refuses rightly, but tells another reason;
 * - `form`: it answers rightly, but in another form.
 */
export const impacts = ['crash', 'wrong-copy', 'refusal', 'wrong-code', 'form'] as const;

/** What a deviation does to whoever relies on the target. */
export type Impact = (typeof impacts)[number];

/** What the order of deviations depends on. */
export type Ranked = Pick<Finding, 'rule' | 'gating' | 'expected' | 'actual' | 'cases'>;

/** What a deviation does to whoever relies on the target. It follows from the two values alone. */
export function impactOf({ expected, actual }: Pick<Ranked, 'expected' | 'actual'>): Impact {
  if (isCrash(expected, actual)) return 'crash';
  switch (actual.kind) {
    case 'rejection':
      return mustBeAccepted(expected) ? 'refusal' : 'wrong-code';
    case 'unintelligible':
    case 'sdk-nothing':
      return 'crash';
    case 'copy':
    case 'members':
    case 'tags':
    case 'presence':
    case 'progress':
    case 'winners':
    case 'list':
      return 'wrong-copy';
    case 'code':
    case 'http-status':
    case 'sdk-exception':
      return 'wrong-code';
    case 'header':
    case 'envelope':
    case 'fault-type':
    case 'request-id':
    case 'namespace':
    case 'elements':
    case 'sdk-output':
      return 'form';
  }
}

/**
 * Most harmful first; of one impact, what fails a run before what does not; of refusals, which can be held against
 * several rules, the one that most cases meet; then as the catalogue has them.
 */
export const byImpact = <T extends Ranked>(findings: readonly T[]): T[] => byRank(findings, rankOf);

function rankOf(finding: Ranked): Rank {
  const impact = impactOf(finding);
  return [
    impacts.indexOf(impact),
    finding.gating ? 0 : 1,
    impact === 'refusal' ? -finding.cases.length : 0,
    placeOf(finding.rule),
  ];
}

/** Whether the target answers with a failure of its own where none was expected. */
const isCrash = (expected: Expected, actual: Actual): boolean =>
  isFailure(actual) && !('status' in expected && isFailure(expected));

const isFailure = (value: Expected | Actual): boolean =>
  'status' in value && typeof value.status === 'number' && value.status >= 500;

/** Whether nothing but a copy was expected. */
const mustBeAccepted = (expected: Expected): boolean =>
  expected.kind === 'outcome' && expected.copy && expected.faults.length === 0;
