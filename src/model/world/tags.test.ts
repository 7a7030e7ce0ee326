import { describe, expect, it } from 'vitest';
import * as rules from './tags.ts';
import type { Ternary } from './ternary.ts';

type Row = readonly [name: string, text: string | undefined, expected: Ternary];

const astral = '\u{1f600}';

describe('the length of a key', () => {
  it.each<Row>([
    ['missing: another rule speaks of it', undefined, 'kept'],
    ['empty', '', 'unspecified'],
    ['1', 'k', 'kept'],
    ['128', 'k'.repeat(128), 'kept'],
    ['129', 'k'.repeat(129), 'broken'],
    ['128 characters of two units each: counted either way', astral.repeat(128), 'unspecified'],
    ['129 characters of two units each', astral.repeat(129), 'broken'],
  ])('%s', (_, Key, expected) => expect(rules.keyLength({ Key })).toBe(expected));
});

describe('the length of a value', () => {
  it.each<Row>([
    ['missing', undefined, 'unspecified'],
    ['empty', '', 'unspecified'],
    ['1', 'v', 'kept'],
    ['256', 'v'.repeat(256), 'kept'],
    ['257', 'v'.repeat(257), 'broken'],
    ['256 characters of two units each: counted either way', astral.repeat(256), 'unspecified'],
    ['257 characters of two units each', astral.repeat(257), 'broken'],
  ])('%s', (_, Value, expected) => expect(rules.valueLength({ Value })).toBe(expected));
});

describe('a reserved prefix', () => {
  it.each<[name: string, text: string | undefined, ofKey: Ternary, ofValue: Ternary]>([
    ['none', 'owner', 'kept', 'kept'],
    ['no text at all', undefined, 'kept', 'kept'],
    ['aws:', 'aws:x', 'broken', 'unspecified'],
    ['rds:', 'rds:x', 'broken', 'unspecified'],
    ['nothing behind it', 'aws:', 'broken', 'unspecified'],
    ['in capitals', 'AWS:x', 'unspecified', 'unspecified'],
    ['in capitals, and in lower case behind', 'AWS:aws:x', 'unspecified', 'unspecified'],
    ['in mixed case', 'Rds:x', 'unspecified', 'unspecified'],
    ['no colon', 'awsx', 'kept', 'kept'],
    ['not in front', 'xaws:x', 'kept', 'kept'],
    ['not in front, the colon in the right place', 'xrd:x', 'kept', 'kept'],
    ['another word', 'abc:x', 'kept', 'kept'],
  ])('%s', (_, text, ofKey, ofValue) => {
    expect(rules.keyPrefix({ Key: text, Value: 'aws:' })).toBe(ofKey);
    expect(rules.valuePrefix({ Key: 'aws:', Value: text })).toBe(ofValue);
  });
});

describe('the reserved prefix that is told', () => {
  it.each<[name: string, keys: readonly (string | undefined)[], expected: string | undefined]>([
    ['of none', [], undefined],
    ['of keys without', ['owner', undefined, 'xaws:', 'AWS:'], undefined],
    ['of the first that has one', ['a', 'rds:x', 'aws:y'], 'rds:'],
  ])('%s', (_, keys, expected) => expect(rules.reservedPrefix(keys.map((Key) => ({ Key })))).toBe(expected));
});

describe('a key', () => {
  it.each<Row>([
    ['missing', undefined, 'broken'],
    ['empty: it may be read as none', '', 'unspecified'],
    ['there', 'k', 'kept'],
  ])('%s', (_, Key, expected) => expect(rules.keyPresence({ Key })).toBe(expected));
});

describe('the characters of a tag', () => {
  it.each<Row>([
    ['letters, digits and spaces of any script', 'Aé漢 1٣\u00a0', 'kept'],
    ['signs', '_.:/=+-', 'kept'],
    ['none at all', '', 'kept'],
    ['missing', undefined, 'kept'],
    ['@, which some texts allow', 'a@b', 'unspecified'],
    ['a backslash', 'a\\b', 'unspecified'],
    ['white space that is no separator', '\t\n\v\f\r\u001c\u001f\u0085', 'unspecified'],
    ['code points that are not assigned', '\u0378', 'unspecified'],
    ['#', 'a#b', 'broken'],
    ['an asterisk', '*', 'broken'],
    ['a comma, which is no range', 'a,b', 'broken'],
    ['an emoji', astral, 'broken'],
    ['a control character', '\u0001', 'broken'],
    ['half a surrogate pair', '\ud800', 'broken'],
    ['something odd behind what is allowed', 'abc#', 'broken'],
    ['something odd before what is allowed', '#abc', 'broken'],
    ['something unspecified behind what is allowed', 'abc@', 'unspecified'],
    ['something unspecified before what is allowed', '@abc', 'unspecified'],
    ['a line feed at the end', 'abc\n', 'unspecified'],
  ])('%s', (_, text, expected) => {
    expect(rules.characters({ Key: text, Value: 'v' })).toBe(expected);
    expect(rules.characters({ Key: 'k', Value: text })).toBe(expected);
  });

  it('are as bad as the worse of key and value', () => {
    expect(rules.characters({ Key: '@', Value: '#' })).toBe('broken');
    expect(rules.characters({ Key: '#', Value: '@' })).toBe('broken');
    expect(rules.characters({})).toBe('kept');
  });
});

describe('keys that stand twice', () => {
  it.each<[name: string, keys: readonly (string | undefined)[], expected: string | undefined]>([
    ['no tags', [], undefined],
    ['one tag', ['a'], undefined],
    ['two keys', ['a', 'b'], undefined],
    ['the same key', ['a', 'a'], 'a'],
    ['the same key far apart', ['a', 'b', 'a'], 'a'],
    ['the same key in another case', ['a', 'A'], undefined],
    ['keys that are missing', [undefined, undefined], undefined],
    ['one missing, one twice', [undefined, 'a', 'a'], 'a'],
    ['two missing, one twice', [undefined, undefined, 'a', 'a'], 'a'],
    ['two keys twice: the first that comes again', ['a', 'b', 'b', 'a'], 'b'],
  ])('%s', (_, keys, expected) => {
    expect(rules.duplicateKey(keys.map((Key) => ({ Key })))).toBe(expected);
  });
});

it('tags beside others are those of other keys', () => {
  const others = [{ Key: 'a', Value: '1' }, { Key: 'A' }, { Key: 'b' }];
  expect(rules.tagsBeside([{ Key: 'a', Value: '2' }, {}], others)).toEqual([{ Key: 'A' }, { Key: 'b' }]);
});

it('tags of AWS itself start with aws: in lower case', () => {
  const isSystem = (Key: string): boolean => rules.isSystemTag({ Key });
  expect(['aws:x', 'AWS:x', 'rds:x', 'x-aws:'].map(isSystem)).toEqual([true, false, false, false]);
});
