import { describe, expect, it } from 'vitest';
import type { HttpEdits } from '../../../contract/generated/types.ts';
import { editBody } from './wire-edits.ts';

const written = 'Action=Copy&Name=a%20b&Tags.Tag.1.Key=k&Tags.Tag.1.Value=v';

describe('editing a form', () => {
  it.each<[string, Readonly<Record<string, string | null>>, HttpEdits, string]>([
    ['nothing', {}, {}, written],
    ['a parameter set', { Name: 'c d' }, {}, 'Action=Copy&Tags.Tag.1.Key=k&Tags.Tag.1.Value=v&Name=c%20d'],
    ['a parameter removed', { Action: null }, {}, written.slice('Action=Copy&'.length)],
    ['a list removed with all its elements', { Tags: null }, {}, 'Action=Copy&Name=a%20b'],
    ['an empty list', { Tags: '' }, {}, 'Action=Copy&Name=a%20b&Tags='],
    ['reversed', { Tags: null }, { order: 'reversed' }, 'Name=a%20b&Action=Copy'],
    ['doubled', { Tags: null }, { doubled: { Name: 'z' } }, 'Action=Copy&Name=a%20b&Name=z'],
    ['spaces as plus signs', { Tags: null, Name: '1 + 1' }, { escapes: 'plus' }, 'Action=Copy&Name=1+%2B+1'],
    [
      'escapes in lower case',
      { Tags: null, Name: 'É/' },
      { escapes: 'lower-case' },
      'Action=Copy&Name=%c3%89%2f',
    ],
    [
      'all that can be escaped',
      { Tags: null, Action: null, Name: 'é-' },
      { escapes: 'all' },
      '%4E%61%6D%65=%C3%A9%2D',
    ],
    ['bytes of iso-8859-1', { Tags: null, Action: null, Name: 'é-' }, { escapes: 'iso-8859-1' }, 'Name=%E9-'],
    ['an empty body', {}, { body: 'empty' }, ''],
  ])('%s', (_, wire, http, expected) => expect(editBody(written, wire, http)).toBe(expected));
});
