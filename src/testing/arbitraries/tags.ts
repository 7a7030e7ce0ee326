import fc, { type Arbitrary } from 'fast-check';
import type { RawTag } from '../../model/world/tags.ts';
import type { Tag } from '../../contract/generated/types.ts';

/** How many tags a generated list has at most, unless the count itself is at stake. */
const fewTags = 4;

const inTheSet = [...Array.from('aZ0_.:/=+- é٣中'), '\u00a0', '\u2028', '𝔸'];
const outsideTheSet = [...Array.from('!#$%&*()?"<>[]{}~^|;,'), '\u0000', '\ud800', '😀'];
const leftOpen = ['@', '\\', '\t', '\n', '\r', '\u0085'];

const safeText = (minLength: number): Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...inTheSet), minLength, maxLength: 6 });

/** Keys and values within every rule. */
export function validTags(): Arbitrary<readonly Tag[]> {
  const key = fc.oneof(
    { weight: 4, arbitrary: safeText(1) },
    { weight: 1, arbitrary: fc.constantFrom('k'.repeat(127), 'k'.repeat(128)) },
    { weight: 1, arbitrary: fc.constantFrom('aws', 'rds', 'xaws:', 'a:aws:', ' aws:') },
  );
  const value = fc.oneof(
    { weight: 4, arbitrary: safeText(1) },
    { weight: 1, arbitrary: fc.constantFrom('v'.repeat(255), 'v'.repeat(256)) },
  );
  return fc.uniqueArray(fc.record({ Key: key, Value: value }), {
    selector: (tag) => tag.Key,
    maxLength: fewTags,
  });
}

/** Tags as a source may have them: a system tag or one without a value among them. */
export function sourceTags(): Arbitrary<readonly Tag[]> {
  const special = fc.subarray<Tag>([
    { Key: 'aws:backup:source-resource', Value: 'x' },
    { Key: 'bare' },
    { Key: 'empty', Value: '' },
  ]);
  return fc
    .tuple(validTags(), special)
    .map(([tags, more]) => [...tags.filter(({ Key }) => more.every((tag) => tag.Key !== Key)), ...more]);
}

/** Tags of which one, somewhere, breaks a rule or leaves it unspecified. */
export function oddTags(): Arbitrary<readonly RawTag[]> {
  return fc
    .tuple(validTags(), oddTag(), fc.nat({ max: fewTags }))
    .map(([tags, odd, at]) => [...tags.slice(0, at), odd, ...tags.slice(at)]);
}

/** Lists that are wrong as a whole: too many, around the limit, or one key twice. */
export function oddTagLists(): Arbitrary<readonly RawTag[]> {
  const many = fc
    .constantFrom(49, 50, 51, 60)
    .map((length) => Array.from({ length }, (_, i) => ({ Key: `key-${i}`, Value: `value-${i}` })));
  const twice = fc.tuple(safeText(1), safeText(1), safeText(1)).map(([Key, a, b]) => [
    { Key, Value: a },
    { Key: 'between', Value: 'x' },
    { Key, Value: b },
  ]);
  return fc.oneof(many, twice);
}

function oddTag(): Arbitrary<RawTag> {
  const oddText = (limit: number): Arbitrary<string> =>
    fc.oneof(
      fc.constantFrom('', 'x'.repeat(limit + 1), '𝔸'.repeat(limit / 2 + 1), '𝔸'.repeat(limit + 1)),
      { weight: 2, arbitrary: fc.constantFrom('aws:x', 'rds:x', 'aws:', 'AWS:x', 'Rds:x') },
      fc.tuple(safeText(0), fc.constantFrom(...outsideTheSet, ...leftOpen)).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !text.includes('{')),
    );
  return fc.oneof(
    oddText(128).map((Key) => ({ Key, Value: 'value' })),
    oddText(256).map((Value) => ({ Key: 'key', Value })),
    fc.constantFrom<RawTag>({ Value: 'keyless' }, {}, { Key: 'valueless' }),
  );
}
