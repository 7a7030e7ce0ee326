import { describe, expect, it } from 'vitest';
import type { Members } from './actions.ts';
import { parseForm, writeForm } from './form.ts';
import { readInput, writeInput } from './read-input.ts';

const members: Members = {
  Text: 'string',
  Count: 'integer',
  Flag: 'boolean',
  Loose: 'boolean-or-text',
  When: 'time',
  Filters: 'unsupported',
  Names: { element: 'Name' },
  Tags: { element: 'Tag', members: ['Key', 'Value'] },
  Choices: { element: 'Choice', members: ['Name'], lists: { Values: 'Value' } },
};

describe('an input in a form', () => {
  it.each<[name: string, form: Readonly<Record<string, string>>, expected: unknown]>([
    [
      'each type',
      { Text: 'a', Count: '-12', Flag: 'true', Loose: 'false' },
      { Text: 'a', Count: -12, Flag: true, Loose: false },
    ],
    ['a time, as it is written', { When: '2026-01-02T03:04Z' }, { When: '2026-01-02T03:04Z' }],
    ['a text where a boolean may be anything', { Loose: 'True' }, { Loose: 'True' }],
    ['members that are not known', { Other: 'a', toString: 'b' }, {}],
    ['a member of a member that has none', { 'Text.a': 'b', 'Count.1': 'x' }, {}],
    ['an empty filter', { Filters: '' }, {}],
    ['a list of texts', { 'Names.Name.1': 'a', 'Names.Name.2': 'b' }, { Names: ['a', 'b'] }],
    [
      'a list in another order, with gaps',
      { 'Names.Name.20': 'c', 'Names.Name.3': 'b', 'Names.Name.0': 'a' },
      { Names: ['a', 'b', 'c'] },
    ],
    [
      'lists in a list',
      {
        'Choices.Choice.1.Name': 'a',
        'Choices.Choice.1.Values.Value.2': 'c',
        'Choices.Choice.1.Values.Value.1': 'b',
        'Choices.Choice.2.Values': '',
        'Choices.Choice.3.Values.Other.1': 'd',
      },
      { Choices: [{ Name: 'a', Values: ['b', 'c'] }, { Values: [] }, { Values: [] }] },
    ],
    ['a list of one', { 'Names.Name.7': 'a' }, { Names: ['a'] }],
    ['an empty list', { Names: '' }, { Names: [] }],
    [
      'an empty list beside one that is not',
      { Names: '', 'Tags.Tag.1.Key': 'a' },
      { Names: [], Tags: [{ Key: 'a' }] },
    ],
    ['a list that is no list', { Names: 'a' }, {}],
    ['elements of another name', { 'Names.member.1': 'a' }, {}],
    ['elements whose name is longer', { 'Names.NameX.1': 'a' }, {}],
    ['elements whose name has a number of its own', { 'Names.NameX1': 'a' }, {}],
    ['elements whose name is shorter', { 'Names.Nam.1': 'a' }, {}],
    ['elements whose name differs in a letter', { 'Names.Nome.1': 'a' }, {}],
    ['a number that is none', { 'Names.Name.x': 'a', 'Names.Name.-1': 'b', 'Names.Name.': 'c' }, {}],
    ['a number with a zero in front', { 'Names.Name.01': 'a' }, {}],
    ['a number with something around it', { 'Names.Name.x1': 'a', 'Names.Name.1x': 'b' }, {}],
    ['a number of nine digits', { 'Names.Name.123456789': 'a' }, { Names: ['a'] }],
    ['a number of ten digits', { 'Names.Name.1234567890': 'a' }, {}],
    ['members of elements that are texts', { 'Names.Name.1.Key': 'a' }, {}],
    [
      'structures',
      { 'Tags.Tag.1.Key': 'a', 'Tags.Tag.1.Value': 'b', 'Tags.Tag.2.Key': 'c' },
      { Tags: [{ Key: 'a', Value: 'b' }, { Key: 'c' }] },
    ],
    [
      'structures, their members apart',
      { 'Tags.Tag.2.Key': 'c', 'Tags.Tag.1.Key': 'a', 'Tags.Tag.2.Value': 'd' },
      { Tags: [{ Key: 'a' }, { Key: 'c', Value: 'd' }] },
    ],
    ['a structure without members', { 'Tags.Tag.1': '' }, { Tags: [{}] }],
    [
      'a structure without members, then with one',
      { 'Tags.Tag.1': '', 'Tags.Tag.1.Key': 'a' },
      { Tags: [{ Key: 'a' }] },
    ],
    ['a text for a structure', { 'Tags.Tag.1': 'a' }, {}],
    ['members that a structure does not have', { 'Tags.Tag.1.Other': 'a' }, {}],
  ])('is read: %s', (_, form, expected) => {
    expect(readInput(new Map(Object.entries(form)), members)).toStrictEqual({ ok: true, value: expected });
  });

  it.each<[name: string, form: Readonly<Record<string, string>>, problem: string]>([
    ['a text for a number', { Count: 'x' }, 'Value x of parameter Count is not of type integer.'],
    ['nothing for a number', { Count: '' }, 'Value  of parameter Count is not of type integer.'],
    [
      'a number with something behind it',
      { Count: '1x' },
      'Value 1x of parameter Count is not of type integer.',
    ],
    [
      'a number with something before it',
      { Count: 'x1' },
      'Value x1 of parameter Count is not of type integer.',
    ],
    [
      'a number of eleven digits',
      { Count: '12345678901' },
      'Value 12345678901 of parameter Count is not of type integer.',
    ],
    ['no time', { When: 'yesterday' }, 'Value yesterday of parameter When is not of type time.'],
    ['another text for a boolean', { Flag: 'TRUE' }, 'Value TRUE of parameter Flag is not of type boolean.'],
    ['a filter', { Filters: 'a' }, 'The parameter Filters is not supported.'],
    ['a part of a filter', { 'Filters.Filter.1.Name': 'a' }, 'The parameter Filters is not supported.'],
    ['an empty part of a filter', { 'Filters.Filter.1.Name': '' }, 'The parameter Filters is not supported.'],
  ])('is refused: %s', (_, form, problem) => {
    expect(readInput(new Map(Object.entries(form)), members)).toEqual({ ok: false, problem });
  });
});

describe('an input as a form', () => {
  it.each<[name: string, input: object, expected: readonly (readonly [string, string])[]]>([
    [
      'scalars',
      { Text: 'a', Count: 1, Flag: false },
      [
        ['Text', 'a'],
        ['Count', '1'],
        ['Flag', 'false'],
      ],
    ],
    ['what is absent', { Text: undefined, Names: undefined }, []],
    ['what is not known', { Other: 'a' }, []],
    ['an empty list', { Names: [] }, [['Names', '']]],
    [
      'a list of texts',
      { Names: ['a', ''] },
      [
        ['Names.Name.1', 'a'],
        ['Names.Name.2', ''],
      ],
    ],
    [
      'structures',
      {
        Tags: [
          { Key: 'a', Value: 'b' },
          { Key: 'c', Value: undefined },
        ],
      },
      [
        ['Tags.Tag.1.Key', 'a'],
        ['Tags.Tag.1.Value', 'b'],
        ['Tags.Tag.2.Key', 'c'],
      ],
    ],
    [
      'lists in a list',
      { Choices: [{ Name: 'a', Values: ['b', 'c'] }, { Values: [] }] },
      [
        ['Choices.Choice.1.Name', 'a'],
        ['Choices.Choice.1.Values.Value.1', 'b'],
        ['Choices.Choice.1.Values.Value.2', 'c'],
        ['Choices.Choice.2.Values', ''],
      ],
    ],
  ])('is written: %s', (_, input, expected) => expect([...writeInput(input, members)]).toEqual(expected));
});

describe('forms', () => {
  it.each<[text: string, expected: unknown]>([
    ['', []],
    ['a', [['a', '']]],
    [
      'a&b=1',
      [
        ['a', ''],
        ['b', '1'],
      ],
    ],
    [
      'a=&b=',
      [
        ['a', ''],
        ['b', ''],
      ],
    ],
    [
      'a=b=c&d',
      [
        ['a', 'b=c'],
        ['d', ''],
      ],
    ],
    ['a+b=c+d', [['a b', 'c d']]],
    ['a%2Bb=%26', [['a+b', '&']]],
  ])('%j is read', (text, expected) => {
    const form = parseForm(text);
    expect(form.ok && [...form.value]).toEqual(expected);
  });

  it.each(['%=a', 'a=%E9', '%ED%A0%80=a'])('%j is refused', (text) => {
    expect(parseForm(text)).toEqual({ ok: false, problem: 'an escape is not UTF-8' });
  });

  it('are written as AWS SDKs write them', () => {
    expect(
      writeForm([
        ['a b', "!'()*~"],
        ['é', '\ud800'],
      ]),
    ).toBe('a%20b=%21%27%28%29%2A~&%C3%A9=%EF%BF%BD');
  });
});
