import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parameterLimit, parseForm, writeForm } from './form.ts';
import { neptuneActions } from './actions.ts';
import { readInput } from './read-input.ts';

describe('parseForm', () => {
  test.each([
    { name: 'plus and percent', given: ['a=1+2%203&b'], expected: { a: '1 2 3', b: '' } },
    { name: 'equals in the value', given: ['a=b=c'], expected: { a: 'b=c' } },
    { name: 'empty pieces', given: ['&&a=1&'], expected: { a: '1' } },
    { name: 'two texts', given: ['a=1', 'b=2'], expected: { a: '1', b: '2' } },
    { name: 'beyond ASCII', given: ['%C3%A9=é'], expected: { é: 'é' } },
    { name: 'no prototype', given: ['__proto__=1'], expected: Object.fromEntries([['__proto__', '1']]) },
    { name: 'broken escape', given: ['a=%'], expected: 'an escape is not UTF-8' },
    { name: 'no UTF-8', given: ['a=%C3'], expected: 'an escape is not UTF-8' },
    { name: 'half a surrogate pair', given: ['a=%ED%A0%80'], expected: 'an escape is not UTF-8' },
    { name: 'no name', given: ['=1'], expected: 'a parameter has no name' },
    { name: 'twice', given: ['a=1&%61=2'], expected: 'the parameter a stands twice' },
  ])('$name', ({ given, expected }) => {
    const form = parseForm(...given);
    expect(form.ok ? Object.fromEntries(form.value) : form.problem).toEqual(expected);
  });

  test.each([
    { count: parameterLimit, expected: parameterLimit },
    { count: parameterLimit + 1, expected: 'there are more than 10,000 parameters' },
  ])('$count parameters, over two texts', ({ count, expected }) => {
    const text = Array.from({ length: count - 1 }, (_, i) => `n${i}`).join('&&');
    const form = parseForm('first=', text);
    expect(form.ok ? form.value.size : form.problem).toBe(expected);
  });

  /** A text that counts the characters that are looked at in it. */
  class Counted extends String {
    looks = 0;
    override indexOf(wanted: string, from = 0): number {
      const found = super.indexOf(wanted, from);
      this.looks += 1 + (found === -1 ? this.length : found) - from;
      return found;
    }
    override slice(from?: number, to?: number): string {
      const piece = super.slice(from, to);
      this.looks += 1 + piece.length;
      return piece;
    }
  }

  test.each<{ name: string; made: (n: number) => string }>([
    { name: 'separators', made: (n) => '&'.repeat(n) },
    { name: 'equals', made: (n) => `a${'='.repeat(n)}` },
    { name: 'escapes', made: (n) => `a=${'%25'.repeat(n)}` },
    { name: 'one name again and again', made: (n) => 'a=&'.repeat(n) },
    { name: 'names alone', made: (n) => Array.from({ length: n }, (_, i) => `n${i}`).join('&') },
    { name: 'names and values', made: (n) => Array.from({ length: n }, (_, i) => `n${i}=v`).join('&') },
    { name: 'values first, then names', made: (n) => `a=1&${'&'.repeat(n)}b=1` },
    { name: 'deep names', made: (n) => `Tags${'.Key'.repeat(n)}=` },
  ])('looks at each character a few times at most: $name', ({ made }) => {
    for (const n of [500, 5000]) {
      const text = new Counted(made(n));
      parseForm(text as unknown as string);
      expect(text.looks).toBeLessThanOrEqual(6 * text.length + 6);
    }
  });

  test('reads what writeForm wrote', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, fc.string({ unit: 'grapheme' })), { selector: ([key]) => key }),
        (pairs) => {
          const form = parseForm(writeForm(pairs));
          expect(form.ok && [...form.value]).toEqual(pairs);
        },
      ),
    );
  });
});

describe('readInput', () => {
  test.each([
    { name: 'an empty list', given: 'Tags=', expected: { Tags: [] } },
    {
      name: 'gaps and disorder',
      given: 'Tags.Tag.10.Key=c&Tags.Tag.2.Key=b&Tags.Tag.1.Key=a',
      expected: { Tags: [{ Key: 'a' }, { Key: 'b' }, { Key: 'c' }] },
    },
    {
      name: 'empty and absent values',
      given: 'Tags.Tag.1.Key=a&Tags.Tag.1.Value=&Tags.Tag.2.Key=b',
      expected: { Tags: [{ Key: 'a', Value: '' }, { Key: 'b' }] },
    },
    { name: 'a value without a key', given: 'Tags.Tag.1.Value=v', expected: { Tags: [{ Value: 'v' }] } },
    { name: 'another element name is no list', given: 'Tags.member.1.Key=a', expected: {} },
    { name: 'no number', given: 'Tags.Tag.x.Key=a&Tags.Tag.01.Key=a&Tags.Tag.-1.Key=a', expected: {} },
    { name: 'unknown members', given: 'Tags.Tag.1.Colour=red&Nonsense=1&constructor=1', expected: {} },
    { name: 'a text for a list', given: 'Tags=a', expected: {} },
    { name: 'true', given: 'CopyTags=true', expected: { CopyTags: true } },
    { name: 'false', given: 'CopyTags=false', expected: { CopyTags: false } },
    { name: 'no boolean stays a text', given: 'CopyTags=True', expected: { CopyTags: 'True' } },
    { name: 'an empty one too', given: 'CopyTags=', expected: { CopyTags: '' } },
  ])('CopyDBClusterSnapshot: $name', ({ given, expected }) => {
    const form = parseForm(given);
    const input = form.ok ? readInput(form.value, neptuneActions.CopyDBClusterSnapshot) : form;
    expect(input).toEqual({ ok: true, value: expected });
  });

  test.each([
    {
      name: 'list of texts',
      given: 'TagKeys.member.2=b&TagKeys.member.1=a',
      action: 'RemoveTagsFromResource',
      expected: { TagKeys: ['a', 'b'] },
    },
    { name: 'integer', given: 'MaxRecords=20', action: 'DescribeDBClusters', expected: { MaxRecords: 20 } },
    {
      name: 'no integer',
      given: 'MaxRecords=2e1',
      action: 'DescribeDBClusters',
      expected: 'Value 2e1 of parameter MaxRecords is not of type integer.',
    },
    {
      name: 'no boolean',
      given: 'SkipFinalSnapshot=1',
      action: 'DeleteDBCluster',
      expected: 'Value 1 of parameter SkipFinalSnapshot is not of type boolean.',
    },
    {
      name: 'unsupported',
      given: 'Filters.Filter.1.Name=x',
      action: 'DescribeDBClusterSnapshots',
      expected: 'The parameter Filters is not supported.',
    },
    { name: 'unsupported but empty', given: 'Filters=', action: 'DescribeDBClusterSnapshots', expected: {} },
  ] as const)('$name', ({ given, action, expected }) => {
    const form = parseForm(given);
    const input = form.ok ? readInput(form.value, neptuneActions[action]) : form;
    expect(input.ok ? input.value : input.problem).toEqual(expected);
  });
});
