import type { Tag } from '../../contract/generated/types.ts';
import type { Ternary } from './ternary.ts';

/** A tag as it may arrive: anything may be missing. */
export interface RawTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** Most tags one request may carry. */
export const maximumTags = 50;
const maximumKeyLength = 128;
const maximumValueLength = 256;

/** Length rule of a key: up to 128 characters; whether it may be empty is unspecified. A missing key is another rule's matter. */
export const keyLength = ({ Key }: RawTag): Ternary =>
  Key === undefined ? 'kept' : Key === '' ? 'unspecified' : withinLength(Key, maximumKeyLength);

/** Whether there is a key; an empty one may be read as none. */
export const keyPresence = ({ Key }: RawTag): Ternary =>
  Key === undefined ? 'broken' : Key === '' ? 'unspecified' : 'kept';

/** Length rule of a value: up to 256 characters; none at all is unspecified. */
export const valueLength = ({ Value }: RawTag): Ternary =>
  Value === undefined || Value === '' ? 'unspecified' : withinLength(Value, maximumValueLength);

/** Unspecified when characters beyond the Basic Multilingual Plane make the two ways of counting differ. */
function withinLength(text: string, maximum: number): Ternary {
  if (text.length <= maximum) return 'kept';
  return codePoints(text) > maximum ? 'broken' : 'unspecified';
}

const codePoints = (text: string): number => Array.from(text).length;

/** Reserved-prefix rule of a key; another case than lower is unspecified. */
export const keyPrefix = ({ Key = '' }: RawTag): Ternary =>
  !hasReservedPrefix(Key) ? 'kept' : /^(?:aws|rds):/.test(Key) ? 'broken' : 'unspecified';

/** The reserved prefix of the first key that has one. */
export const reservedPrefix = (tags: readonly RawTag[]): string | undefined =>
  tags.map(({ Key = '' }) => /^(?:aws|rds):/.exec(Key)?.[0]).find((prefix) => prefix !== undefined);

/** Reserved-prefix rule of a value: documented, never seen enforced. */
export const valuePrefix = ({ Value = '' }: RawTag): Ternary =>
  hasReservedPrefix(Value) ? 'unspecified' : 'kept';

const hasReservedPrefix = (text: string): boolean => text[3] === ':' && /^(?:aws|rds)/i.test(text);

/** Character rule of key and value together. */
export function characters({ Key = '', Value = '' }: RawTag): Ternary {
  if (allowed.test(Key) && allowed.test(Value)) return 'kept';
  return allowedOrOpen.test(Key) && allowedOrOpen.test(Value) ? 'unspecified' : 'broken';
}

// The flag u makes \p{…} work; $ without the flag m is the very end, unlike Java's.
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-]*$/u;
// Besides: what prose or messages allow but the documented expression does not, white space that is no
// separator, and code points unassigned in this runtime's Unicode tables.
const allowedOrOpen = /^[\p{L}\p{Z}\p{N}_.:/=+\-@\\\t\n\u000b\f\r\u001c-\u001f\u0085\p{Cn}]*$/u;

/** The first key that stands twice, if any does. */
export function duplicateKey(tags: readonly RawTag[]): string | undefined {
  const seen = new Set<string>();
  for (const { Key } of tags) {
    if (Key === undefined) continue;
    if (seen.has(Key)) return Key;
    seen.add(Key);
  }
  return undefined;
}

/** The tags of another list whose keys are none of these. */
export function tagsBeside(these: readonly RawTag[], others: readonly Tag[]): readonly Tag[] {
  const keys = new Set(these.map(({ Key }) => Key));
  return others.filter(({ Key }) => !keys.has(Key));
}

/** Tags that AWS itself put on a resource. */
export const isSystemTag = (tag: Tag): boolean => tag.Key.startsWith('aws:');
