import { specHash } from '../contract/generated/catalogue.ts';
import type { DriftDifference, DriftReport, DriftVerdict } from '../contract/generated/types.ts';
import { applyAllowed, type Allowance } from './allowed.ts';
import { sdkName } from './load-sdk.ts';

/** What a report is made of. */
export interface DriftFindings {
  /** Version of this package. */
  readonly version: string;
  readonly sdkVersion: string;
  readonly differences: readonly DriftDifference[];
  readonly allowed: readonly Allowance[];
  /** Whether compatible additions are no news. */
  readonly allowAdditions: boolean;
}

/** Holds the differences against the allow-lists, and decides. */
export function driftReport(found: DriftFindings): DriftReport {
  const { differences, stale } = applyAllowed(found.differences, found.allowed);
  const news = differences.filter(({ allowed }) => allowed === undefined);
  const verdict = verdictOf(news, stale.length > 0);
  return {
    version: found.version,
    specHash,
    sdk: { name: sdkName, version: found.sdkVersion },
    verdict,
    differences: [...differences],
    stale: [...stale],
    exitCode: verdict === 'additions' && found.allowAdditions ? 0 : exitCodes[verdict],
  };
}

function verdictOf(news: readonly DriftDifference[], stale: boolean): DriftVerdict {
  if (news.some(({ change }) => change === 'broken')) return 'broken';
  if (stale) return 'stale';
  return news.length > 0 ? 'additions' : 'same';
}

const exitCodes = { same: 0, additions: 3, stale: 1, broken: 1 } as const;
