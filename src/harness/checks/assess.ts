import { sayActual } from '../../contract/deviation-words.ts';
import {
  faultEntry,
  isAsExpected,
  isDue,
  meets,
  meetsTags,
  readCode,
  type CopyRequest,
  type Expectation,
  type ExpectedCopy,
  type Look,
  type MemberExpectation,
  type SnapshotMember,
  type Verdict,
} from '../../model/index.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type {
  Actual,
  DBClusterSnapshot,
  Expected,
  ExpectedMember,
  MemberText,
  Tag,
  TagText,
} from '../../contract/generated/types.ts';
import { fail, pass, type Check } from './check.ts';

/** How a call ended, as far as the copy rules are concerned. */
export type ActualOutcome =
  | { readonly kind: 'copied'; readonly snapshot: DBClusterSnapshot }
  | { readonly kind: 'rejected'; readonly code: string; readonly status?: number; readonly message?: string }
  | { readonly kind: 'unintelligible'; readonly status?: number; readonly reason: string };

/**
 * Judges an outcome against the expected set. A refusal of what must be accepted is held against the rule
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
  const unspecified = verdict.unspecified.map((id): Check => ({
    status: 'unspecified',
    rule: id,
    actual: toActual(actual),
  }));
  if (isExpectedOutcome(verdict, actual)) return unspecified;
  const blamed = blameOf(rule, requested, verdict, actual);
  // Where it is unspecified whether it is refused, a refusal can be wrong in its code only.
  const isOpen =
    actual.kind === 'rejected' && !isFailure(actual) && verdict.unspecified.some((id) => id === blamed);
  const aspect = isOpen ? 'fault' : 'behaviour';
  return [{ ...fail(blamed, toExpected(verdict), toActual(actual), aspect), tested: rule }];
}

/** What an outcome is held against that is none of those expected. Of a form that nobody knows, nothing else is known. */
function blameOf(rule: RuleId, requested: CopyRequest, verdict: Verdict, actual: ActualOutcome): RuleId {
  if (isOddForm(verdict)) return 'form-plain';
  return actual.kind === 'rejected' ? (blameFor(actual.code, requested) ?? rule) : rule;
}

/** Whether nothing is known of how the form of a request is read. */
export const isOddForm = ({ unspecified }: Verdict): boolean => unspecified.includes('form-plain');

/** The rule that a target claims to be broken when it refuses with a fault, where one rule stands for the fault. */
function blameFor(code: string, { KmsKeyId }: CopyRequest): RuleId | undefined {
  const read = readCode(code);
  if (read.kind === 'unknown') return undefined;
  const { claims } = faultEntry(read.shape);
  return KmsKeyId === undefined ? claims?.rule : (claims?.withKey ?? claims?.rule);
}

function assessRejection(broken: RuleId, verdict: Verdict, actual: ActualOutcome): Check {
  const isRejected = actual.kind === 'rejected';
  if (isRejected && isExpected(actual, verdict)) return pass(broken);
  // A failure of the service is no rejection; a rejection with another code may be as good as ours.
  const aspect = isRejected && !isFailure(actual) ? 'fault' : 'behaviour';
  return fail(broken, toExpected(verdict), toActual(actual), aspect);
}

/** Whether an answer says that the service failed. */
const isFailure = ({ status = 0 }: { readonly status?: number }): boolean => status >= 500;

/** Whether the outcome lies in the expected set, as far as the copy rules are concerned. */
export function isExpectedOutcome(verdict: Verdict, actual: ActualOutcome): boolean {
  if (actual.kind === 'copied') return verdict.copied !== undefined;
  if (isTurnedAway(verdict, actual)) return true;
  return actual.kind === 'rejected' && isExpected(actual, verdict);
}

/** Whether a form of which nothing is known is turned away in whatever words; a failure of the service is none. */
const isTurnedAway = (verdict: Verdict, { status = 400 }: { readonly status?: number }): boolean =>
  verdict.broken.length === 0 && isOddForm(verdict) && status >= 300 && status < 500;

function isExpected(actual: { readonly code: string }, verdict: Verdict): boolean {
  const read = readCode(actual.code);
  return read.kind !== 'unknown' && verdict.rejections.includes(read.shape);
}

/** Judges the members of an accepted copy in its answer, one check for each rule that speaks of them. */
export const assessMembers = ({ members }: ExpectedCopy, answered: DBClusterSnapshot): readonly Check[] =>
  assessEach(Object.entries(members) as [SnapshotMember, MemberExpectation][], answered, 'answer');

/**
 * Judges the members that did not have to be as expected yet in the answer, and may have been otherwise, by how the copy
 * is described once it is available.
 */
export function assessSettled(
  { members }: ExpectedCopy,
  answered: DBClusterSnapshot,
  described: DBClusterSnapshot | undefined,
): readonly Check[] {
  const later = (Object.entries(members) as [SnapshotMember, MemberExpectation][]).filter(
    ([member, expectation]) =>
      !isDue(expectation, answered, 'answer') && isAsExpected(member, expectation, answered, 'answer'),
  );
  const seen = described ?? answered;
  const isDueBy = (expectation: MemberExpectation): boolean =>
    isDue(expectation, seen, described ? 'description' : 'answer');
  const waiting = later.filter(
    ([member, expectation]) => !isDueBy(expectation) && !meets(member, expectation.expect, seen[member]),
  );
  return [
    ...assessEach(
      later.filter(([, expectation]) => isDueBy(expectation)),
      seen,
      'description',
    ),
    ...[...new Set(waiting.map(([, { rule }]) => rule))].map((rule): Check => ({
      status: 'unseen',
      rule,
      reason: 'the copy was not seen to become available',
    })),
  ];
}

function assessEach(
  expectations: readonly (readonly [SnapshotMember, MemberExpectation])[],
  actual: DBClusterSnapshot,
  look: Look,
): readonly Check[] {
  const wrong = new Map<
    RuleId,
    { expected: Record<string, ExpectedMember>; actual: Record<string, MemberText> }
  >();
  const rules = new Set<RuleId>();
  const subject = look === 'answer' ? 'copy' : 'description';
  for (const [member, expectation] of expectations) {
    const { rule, expect } = expectation;
    rules.add(rule);
    if (isAsExpected(member, expectation, actual, look)) continue;
    const before = wrong.get(rule) ?? { expected: {}, actual: {} };
    before.expected[member] = toExpectedMember(expect);
    before.actual[member] = actual[member] ?? null;
    wrong.set(rule, before);
  }
  return [...rules].map((rule) => {
    const members = wrong.get(rule);
    if (members === undefined) return pass(rule);
    return fail(
      rule,
      { kind: 'members', of: subject, members: members.expected },
      { kind: 'members', of: subject, members: members.actual },
    );
  });
}

/** Judges the tags of an accepted copy. */
export function assessTags({ tags: expected }: ExpectedCopy, actual: readonly Tag[]): Check {
  const { rule, required, optional, alternative } = expected;
  if (meetsTags(expected, actual)) return pass(rule);
  return fail(
    rule,
    {
      kind: 'tags',
      of: 'copy',
      required: asTexts(required),
      ...(alternative && { alternative: asTexts(alternative) }),
      optional: asTexts(optional),
    },
    { kind: 'tags', of: 'copy', tags: asTexts(actual) },
  );
}

/** What the rules accept. */
export const toExpected = ({ copied, rejections }: Pick<Verdict, 'copied' | 'rejections'>): Expected => ({
  kind: 'outcome',
  copy: copied !== undefined,
  faults: rejections,
});

/** How a call ended, without what was only needed to judge it. */
export function toActual(outcome: ActualOutcome): Actual {
  switch (outcome.kind) {
    case 'copied':
      return { kind: 'copy' };
    case 'rejected': {
      const { code, status } = outcome;
      return { kind: 'rejection', code, ...(status !== undefined && { status }) };
    }
    case 'unintelligible': {
      const { reason, status } = outcome;
      return { kind: 'unintelligible', reason, ...(status !== undefined && { status }) };
    }
  }
}

/** An expectation as a deviation keeps it. */
function toExpectedMember(expect: Expectation): ExpectedMember {
  switch (expect.kind) {
    case 'is':
      return expect.value === undefined ? { kind: 'absent' } : { kind: 'is', value: expect.value };
    case 'one-of':
      return { kind: 'one-of', values: expect.values.map((value) => value ?? null) };
    case 'between':
      return expect;
  }
}

/** Tags as they are written down. */
export const asTexts = (tags: readonly Tag[]): readonly TagText[] =>
  tags.map(({ Key, Value }) => ({ Key, ...(Value !== undefined && { Value }) }));

/** An outcome in words, for reasons why something could not be measured. */
export const describeOutcome = (outcome: ActualOutcome): string => sayActual(toActual(outcome));
