import { createHash } from 'node:crypto';
import { canonical } from '../../contract/canonical.ts';
import type {
  Actual,
  ActualTags,
  Expected,
  ExpectedMember,
  MemberText,
  TagText,
} from '../../contract/generated/types.ts';
import { mapTexts } from '../../protocol/map-texts.ts';
import type { Deviation } from './check.ts';

/** What of a deviation is the same each time it is seen: its values without what differs from run to run. */
export interface Identity {
  readonly expected: Readonly<Record<string, unknown>>;
  readonly actual: Readonly<Record<string, unknown>>;
}

/** Part of each fingerprint. To be raised when the same deviation gets another one. */
const version = 'v2';

/** A deviation as far as its identity goes; its names are abstract already. */
type Identifiable = Pick<Deviation, 'aspect' | 'expected' | 'actual'> & { readonly rule: string };

/**
 * What deviation it is, for baselines, files and links: a version and twelve hexadecimal digits, taken from the
 * structure. Names have to be abstract; with that it is the same in every run, Region, account and port.
 */
export function fingerprint({ rule, aspect, expected, actual }: Identifiable): string {
  const text = canonical([rule, aspect, identityOf({ expected, actual })]);
  return `${version}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}

/**
 * What a search looks for once: as a fingerprint, but for the values of members, which differ from one sequence to the
 * next.
 */
export function signatureOf({ rule, aspect, expected, actual }: Identifiable): string {
  const identity = identityOf({ expected, actual });
  const coarse =
    actual.kind === 'members'
      ? { ...actual, members: mapMembers(actual.members, (value) => (value === null ? 'absent' : 'present')) }
      : identity.actual;
  return canonical([rule, aspect, identity.expected, coarse]);
}

/** The identity of the expected and the actual outcome. */
export function identityOf({ expected, actual }: Pick<Deviation, 'expected' | 'actual'>): Identity {
  return {
    expected: mapTexts(expectation(expected), lasting),
    actual: mapTexts(outcome(actual, expected), lasting),
  };
}

/** What was to be, without the values in which one defect differs from case to case. */
function expectation(expected: Expected): Identity['expected'] {
  switch (expected.kind) {
    case 'outcome':
      // Which faults would have done depends on what else is broken.
      return { kind: expected.kind, copy: expected.copy, rejection: expected.faults.length > 0 };
    case 'members':
      return { ...expected, members: mapMembers(expected.members, presence) };
    case 'tags':
      return { kind: expected.kind, of: expected.of };
    case 'presence':
      return { kind: expected.kind, of: expected.of, present: expected.present };
    case 'winners':
      return { kind: expected.kind };
    default:
      return { ...expected };
  }
}

/** The actual outcome, without what a target makes up anew each time, and without words. */
function outcome(actual: Actual, expected: Expected): Identity['actual'] {
  switch (actual.kind) {
    case 'unintelligible':
      return { kind: actual.kind, ...(actual.status !== undefined && { status: actual.status }) };
    case 'members':
      return { ...actual, members: mapMembers(actual.members, steady) };
    case 'tags':
      return tagsBeside(actual, expected);
    case 'presence':
      return { kind: actual.kind, of: actual.of, present: actual.present };
    case 'progress':
    case 'list':
      return { kind: actual.kind };
    case 'winners':
      return { kind: actual.kind, winners: actual.winners === 0 ? 'none' : 'several' };
    case 'sdk-nothing':
      return { kind: actual.kind };
    case 'elements':
      return { ...actual, elements: [...new Set(actual.elements.map(({ name }) => name))] };
    case 'envelope': {
      const { text: _, ...root } = actual.root;
      return { ...actual, root };
    }
    default:
      return { ...actual };
  }
}

/** In which way tags are wrong, whatever they are called. */
function tagsBeside({ kind, of, tags }: ActualTags, expected: Expected): Identity['actual'] {
  const none = { required: [], optional: [], alternative: [] };
  const { required, optional, alternative = [] } = expected.kind === 'tags' ? expected : none;
  const there = new Set(tags.map(tagText));
  const known = new Set([...required, ...alternative, ...optional].map(tagText));
  const missing = required.filter((tag) => !there.has(tagText(tag))).length;
  return {
    kind,
    of,
    missing: missing === 0 ? 'none' : missing === required.length ? 'all' : 'some',
    unexpected: tags.some((tag) => !known.has(tagText(tag))) ? 'some' : 'none',
    ...(there.size < tags.length && { repeated: true }),
  };
}

const tagText = ({ Key, Value = '' }: TagText): string => JSON.stringify([Key, Value]);

const presence = (expect: ExpectedMember): string => (expect.kind === 'absent' ? 'absent' : 'present');

/** Progress is somewhere between its ends, elsewhere each time. */
const steady = (value: MemberText, member: string): MemberText =>
  member === 'PercentProgress' && typeof value === 'number' && value > 0 && value < 100 ? '{part}' : value;

const mapMembers = <T, U>(
  members: Readonly<Record<string, T>>,
  change: (value: T, name: string) => U,
): Readonly<Record<string, U>> =>
  Object.fromEntries(Object.entries(members).map(([name, value]) => [name, change(value, name)]));

/** Shapes of what a target makes up anew each time, as it writes them, and what stands for them. */
const passing: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?/gi, '{time}'],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} \w{3} \d{4} [\d:]{8} GMT\b/g, '{time}'],
  [/\b1[6-9]\d{8}(?:\d{3})?(?:\.\d+)?\b/g, '{time}'],
  [/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi, '{uuid}'],
  [/\b(?=[a-z+/]*\d)(?=[\d+/]*[a-z])[a-z\d+/]{20,}(?![a-z\d+/])={0,2}/gi, '{id}'],
];

/** A value without what differs from one run to the next in its texts, though it is no name of the run. */
export const lastingTexts = <T>(value: T): T => mapTexts(value, lasting);

/** A text without what differs from one run to the next, though it is no name of the run. */
const lasting = (text: string): string =>
  passing.reduce((result, [shape, mark]) => result.replaceAll(shape, mark), text);
