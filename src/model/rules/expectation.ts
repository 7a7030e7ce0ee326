import type { PostconditionId } from '../../contract/generated/catalogue.ts';
import type { DBClusterSnapshot, Tag } from '../../contract/generated/types.ts';

/** A member of DBClusterSnapshot. */
export type SnapshotMember = keyof DBClusterSnapshot;

/** Value of a member as AWS describes it; undefined when the member is absent. */
export type MemberValue = DBClusterSnapshot[SnapshotMember];

/** What a member of the copy must be. Members that no rule speaks of have no expectation at all. */
export type Expectation =
  | { readonly kind: 'is'; readonly value: MemberValue }
  | { readonly kind: 'one-of'; readonly values: readonly MemberValue[] }
  | { readonly kind: 'between'; readonly low: number; readonly high: number };

/** An expectation, and the rule that raises it. */
export interface MemberExpectation {
  readonly rule: PostconditionId;
  readonly expect: Expectation;
  /** What the member may be besides until it has to be so; nothing unless given. */
  readonly until?: Leeway;
}

/** What a member may be before it has to be as expected. */
export interface Leeway {
  /** Since when it has to: once the copy is available, or once it is described as available. */
  readonly since: 'available' | 'described';
  readonly before: 'anything' | 'absent';
}

/** Members that have been seen to move until a snapshot is available. */
export const settling: readonly SnapshotMember[] = ['AllocatedStorage', 'AvailabilityZones'];

/** Where a snapshot was seen: in the answer to the copy, or in a description. */
export type Look = 'answer' | 'description';

/** What the tags of the copy must be: all the required ones or their alternative, and none beyond these and the optional ones. */
export interface TagExpectation {
  readonly rule: PostconditionId;
  readonly required: readonly Tag[];
  readonly optional: readonly Tag[];
  /** What will do as well as the required ones, where there are two ways. */
  readonly alternative?: readonly Tag[];
}

/** What an accepted copy must look like. */
export interface ExpectedCopy {
  readonly members: Readonly<Partial<Record<SnapshotMember, MemberExpectation>>>;
  readonly tags: TagExpectation;
}

/** Whether the value meets the expectation. Times are compared as instants, zones in any order. */
export function meets(member: SnapshotMember, expect: Expectation, value: MemberValue): boolean {
  switch (expect.kind) {
    case 'is':
      return sameValue(member, expect.value, value);
    case 'one-of':
      return expect.values.some((candidate) => sameValue(member, candidate, value));
    case 'between':
      return typeof value === 'number' && value >= expect.low && value <= expect.high;
  }
}

/** Whether a member has to be as expected in what was seen; until then it may be something else, too. */
export function isDue(
  { until }: MemberExpectation,
  { Status = available }: DBClusterSnapshot,
  look: Look,
): boolean {
  if (until === undefined) return true;
  return Status === available && (until.since === 'available' || look === 'description');
}

const available = 'available';

/** Whether a member is as expected, or as it may be until it has to. */
export function isAsExpected(
  member: SnapshotMember,
  expectation: MemberExpectation,
  seen: DBClusterSnapshot,
  look: Look,
): boolean {
  if (meets(member, expectation.expect, seen[member])) return true;
  if (isDue(expectation, seen, look)) return false;
  return expectation.until?.before === 'anything' || isEmpty(seen[member]);
}

/** Milliseconds within which two times are the same: what is finer, clients round in different ways. */
const finest = 1;

/**
 * Whether two values of a member mean the same. An SDK reads an empty element as an empty text, which says no more than
 * an absent one: that there is one is a matter of `wire-absent-members`, of which nobody knows enough.
 */
export function sameValue(member: SnapshotMember, a: MemberValue, b: MemberValue): boolean {
  if (a === b || (isEmpty(a) && isEmpty(b))) return true;
  if (isList(a) && isList(b)) return [...a].sort().join('\n') === [...b].sort().join('\n');
  if (member === 'SnapshotCreateTime' || member === 'ClusterCreateTime') {
    return Math.abs(Date.parse(String(a)) - Date.parse(String(b))) <= finest;
  }
  return false;
}

const isEmpty = (value: MemberValue): boolean => value === undefined || value === '';

const isList = (value: MemberValue): value is readonly string[] => Array.isArray(value);

/** Whether the tags, in any order, are what they must be. An absent value and an empty one are the same. */
export function meetsTags(expect: TagExpectation, actual: readonly Tag[]): boolean {
  const texts = actual.map(tagText);
  const optional = expect.optional.map(tagText);
  const present = new Set(texts);
  const areThese = (tags: readonly Tag[]): boolean => {
    const required = tags.map(tagText);
    const allowed = new Set([...required, ...optional]);
    return required.every((tag) => present.has(tag)) && texts.every((tag) => allowed.has(tag));
  };
  return (
    present.size === texts.length &&
    [expect.required, expect.alternative].some((tags) => tags && areThese(tags))
  );
}

const tagText = (tag: Tag): string => JSON.stringify([tag.Key, tag.Value ?? '']);
