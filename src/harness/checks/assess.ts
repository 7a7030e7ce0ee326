import {
  describeExpectation,
  describeValue,
  faultEntry,
  meets,
  meetsTags,
  readCode,
  type CopyRequest,
  type ExpectedCopy,
  type MemberExpectation,
  type SnapshotMember,
  type Verdict,
} from '../../model/index.ts';
import type { FaultShape, RuleId } from '../../contract/generated/catalogue.ts';
import type { DBClusterSnapshot, Tag } from '../../contract/generated/types.ts';
import { fail, pass, type Check } from './check.ts';

/** How a call ended, as far as the copy rules are concerned. */
export type ActualOutcome =
  | { readonly kind: 'copied'; readonly snapshot: DBClusterSnapshot }
  | { readonly kind: 'rejected'; readonly code: string; readonly status?: number; readonly message?: string }
  | { readonly kind: 'unintelligible'; readonly status?: number; readonly reason: string };

/**
 * Judges an outcome against the acceptable set. A refusal of what must be accepted is held against the rule
 * that the fault claims to be broken, or else against the rule under test.
 */
export function assessOutcome(
  rule: RuleId,
  requested: CopyRequest,
  verdict: Verdict,
  actual: ActualOutcome,
): readonly Check[] {
  if (verdict.broken.length > 0)
    return verdict.broken.map((broken) => assessRejection(broken, verdict, actual));
  const open = verdict.unspecified.map((id): Check => ({
    status: 'open',
    rule: id,
    actual: describeOutcome(actual),
  }));
  if (actual.kind === 'copied' || isAcceptableOutcome(verdict, actual)) return open;
  const expected =
    verdict.rejections.length === 0 ? 'a copy' : `a copy, or ${describeFaults(verdict.rejections)}`;
  const blamed = actual.kind === 'rejected' ? (blameFor(actual.code, requested) ?? rule) : rule;
  return [{ ...fail(blamed, expected, describeOutcome(actual)), tested: rule }];
}

/** The rule that a target claims to be broken when it refuses with a fault, where one rule stands for the fault. */
function blameFor(code: string, { KmsKeyId }: CopyRequest): RuleId | undefined {
  const read = readCode(code);
  if (read.kind === 'unknown') return undefined;
  const claims: Partial<Record<FaultShape, RuleId>> = {
    DBClusterSnapshotNotFoundFault: 'source-exists',
    DBClusterSnapshotAlreadyExistsFault: 'target-unique',
    InvalidDBClusterSnapshotStateFault: 'source-available',
    SnapshotQuotaExceededFault: 'manual-snapshot-quota',
    KMSKeyNotAccessibleFault: KmsKeyId === undefined ? 'kms-source-key-accessible' : 'kms-key-accessible',
  };
  return claims[read.shape];
}

function assessRejection(broken: RuleId, verdict: Verdict, actual: ActualOutcome): Check {
  const expected = `a rejection with ${describeFaults(verdict.rejections)}`;
  switch (actual.kind) {
    case 'copied':
      return fail(broken, expected, 'a copy');
    case 'unintelligible':
      return fail(broken, expected, describeOutcome(actual));
    case 'rejected': {
      if (isAcceptable(actual, verdict)) return pass(broken);
      // A failure of the service is no rejection; a rejection with another code may be as good as ours.
      const failure = actual.status !== undefined && actual.status >= 500;
      return fail(broken, expected, describeOutcome(actual), failure ? 'behaviour' : 'fault');
    }
  }
}

/** Whether the outcome lies in the acceptable set, as far as the copy rules are concerned. */
export function isAcceptableOutcome(verdict: Verdict, actual: ActualOutcome): boolean {
  if (actual.kind === 'copied') return verdict.copied !== undefined;
  if (isTurnedAway(verdict, actual)) return true;
  return actual.kind === 'rejected' && isAcceptable(actual, verdict);
}

/** Whether a form of which nothing is known is turned away in whatever words; a failure of the service is none. */
const isTurnedAway = (verdict: Verdict, { status = 400 }: { readonly status?: number }): boolean =>
  verdict.broken.length === 0 && verdict.unspecified.includes('form-plain') && status >= 300 && status < 500;

function isAcceptable(actual: { readonly code: string }, verdict: Verdict): boolean {
  const read = readCode(actual.code);
  return read.kind !== 'unknown' && verdict.rejections.includes(read.shape);
}

/** Judges the members of an accepted copy, one check for each rule that speaks of them. */
export function assessMembers(expected: ExpectedCopy, actual: DBClusterSnapshot): readonly Check[] {
  const byRule = new Map<RuleId, Check>();
  for (const [member, { rule, expect }] of Object.entries(expected.members) as [
    SnapshotMember,
    MemberExpectation,
  ][]) {
    if (meets(member, expect, actual[member])) {
      if (!byRule.has(rule)) byRule.set(rule, pass(rule));
      continue;
    }
    const before = byRule.get(rule);
    const [wanted, came] = [describeExpectation(expect), describeValue(actual[member])];
    byRule.set(
      rule,
      before?.status === 'fail'
        ? fail(rule, `${before.expected}, ${member} ${wanted}`, `${before.actual}, ${member} ${came}`)
        : fail(rule, `${member} ${wanted}`, `${member} ${came}`),
    );
  }
  return [...byRule.values()];
}

/** Judges the tags of an accepted copy. */
export function assessTags({ tags }: ExpectedCopy, actual: readonly Tag[]): Check {
  if (meetsTags(tags, actual)) return pass(tags.rule);
  const optional = tags.optional.length === 0 ? '' : `, perhaps with ${describeTags(tags.optional)}`;
  return fail(tags.rule, `tags ${describeTags(tags.required)}${optional}`, `tags ${describeTags(actual)}`);
}

/** An outcome in words. */
export function describeOutcome(actual: ActualOutcome): string {
  switch (actual.kind) {
    case 'copied':
      return 'a copy';
    case 'rejected':
      return `${actual.code}${actual.status === undefined ? '' : ` (HTTP ${actual.status})`}`;
    case 'unintelligible':
      return `an unintelligible answer${actual.status === undefined ? '' : ` (HTTP ${actual.status})`}: ${actual.reason}`.replace(
        /: \d+:\d+: /,
        ': ',
      );
  }
}

/** The acceptable faults in words. */
export const describeFaults = (shapes: readonly FaultShape[]): string =>
  shapes.map((shape) => `${faultEntry(shape).code} (HTTP ${faultEntry(shape).status})`).join(' or ');

const describeTags = (tags: readonly Tag[]): string =>
  tags.length === 0 ? 'none' : tags.map(({ Key, Value }) => `${Key}=${Value ?? ''}`).join(', ');
