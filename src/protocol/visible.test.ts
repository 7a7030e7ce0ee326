import { describe, expect, it } from 'vitest';
import { mapTexts } from './map-texts.ts';
import { visible, visibleJson, visibleLine } from './visible.ts';

describe('what can be seen of a text', () => {
  it.each([
    ['plain texts stay', 'a "copy", äöü 漢字 😀 C:\\x1b', 'a "copy", äöü 漢字 😀 C:\\x1b'],
    ['line feeds and tabs stay', 'a\n\tb\n', 'a\n\tb\n'],
    ['escapes of a terminal', '\u001b[31mred\u009b0m\u0007', '\\x1b[31mred\\x9b0m\\x07'],
    ['returns and deletions', 'a\rb\u007f\u0008\0', 'a\\rb\\x7f\\x08\\x00'],
    ['directions', 'a\u202eb\u2066c\u200fd\u061c', 'a\\u202eb\\u2066c\\u200fd\\u061c'],
    ['nothing at all', 'a\u200bb\ufeffc\u00add\u{e0041}', 'a\\u200bb\\ufeffc\\xadd\\u{e0041}'],
    ['other ends of lines', 'a\u2028b\u2029c\u0085d', 'a\\u2028b\\u2029c\\x85d'],
    ['a last byte', 'a\u00ff\u0600b', 'a\u00ff\\u0600b'],
    ['halves of pairs', 'a\ud800b\udc00\uffff', 'a\\ud800b\\udc00\\uffff'],
    ['a character that looks like another', '\u212b\uf900 \u0340', '\\u212b\\uf900 \\u0340'],
    [
      'the other character, and what is written as two',
      '\u00c5\u8c48 \u0958 e\u0301',
      '\u00c5\u8c48 \u0958 e\u0301',
    ],
    ['a command', '::error::x', '\\x3a:error::x'],
    ['a command after blanks', ' \u00a0\t::add-mask::x', ' \u00a0\t\\x3a:add-mask::x'],
    ['a command in a later line', 'a\n\n  ::error::x', 'a\n\n  \\x3a:error::x'],
    ['no command', 'std::string a::b', 'std::string a::b'],
    ['the other form, anywhere', 'a ###[error]x', 'a ##\\x23[error]x'],
    ['those of others', '##vso[x] ##TeamCity[y]', '#\\x23vso[x] #\\x23TeamCity[y]'],
    ['no command either', '## Title #1 [x]', '## Title #1 [x]'],
  ])('%s', (_, given, expected) => {
    expect(visible(given)).toBe(expected);
    expect(visible(expected)).toBe(expected);
  });

  it('stands in one line', () => expect(visibleLine('a\r\n::b')).toBe('a\\r\\n::b'));

  it.each<[value: unknown, expected: string]>([
    [{ a: 'b\u202ec' }, String.raw`{"a":"b\u202ec"}`],
    ['\u{e0041}', String.raw`"\udb40\udc41"`],
    ['\u0085', String.raw`"\u0085"`],
    ['##vso[x]', String.raw`"#\u0023vso[x]"`],
    ['ä 😀 #1', '"ä 😀 #1"'],
  ])('of JSON: %j', (value, expected) => {
    expect(visibleJson(value)).toBe(expected);
    expect(JSON.parse(expected)).toEqual(value);
  });

  it('of JSON in lines', () => expect(visibleJson({ a: 1 }, 2)).toBe('{\n  "a": 1\n}'));

  it('is found in linear time', () => {
    const long = 1_000_000;
    for (const piece of ['\n', ' ', ' \n', '#', ':', '\u001b', '\ud800'])
      expect(visible(piece.repeat(long)).length).toBeGreaterThanOrEqual(long);
  });
});

describe('changing the texts of a value', () => {
  const shout = (text: string): string => text.toUpperCase();
  const when = new Date(0);

  it('changes all of them, names of members too, and nothing else', () => {
    const own = Object.fromEntries([['__proto__', 'x']]);
    const changed = mapTexts({ a: ['b', 1, { c: 'd' }], e: null, f: undefined, when, own }, shout);
    expect(changed).toEqual({
      A: ['B', 1, { C: 'D' }],
      E: null,
      F: undefined,
      WHEN: when,
      OWN: Object.fromEntries([['__PROTO__', 'X']]),
    });
  });

  it('leaves alone what does not change', () => {
    const value = { A: [{ B: 'C' }], when };
    const kept = mapTexts(value, (text) => text);
    expect(kept).toBe(value);
    expect(mapTexts({ a: 1, b: 2 }, (text) => (text === 'b' ? 'B' : text))).toEqual({ a: 1, B: 2 });
    expect(mapTexts({ a: 'b', c: 'd' }, (text) => (text === 'b' ? 'B' : text))).toEqual({ a: 'B', c: 'd' });
    const bare = Object.assign(Object.create(null), { a: 'b' }) as Record<string, string>;
    expect(mapTexts(bare, shout)).toEqual({ A: 'B' });
    class Own {
      readonly a = 'b';
    }
    const own = new Own();
    expect(mapTexts(own, shout)).toBe(own);
    const partly = mapTexts({ x: value.A, y: 'y' }, (text) => (text === 'y' ? 'Y' : text));
    expect(partly).toEqual({ x: value.A, Y: 'Y' });
  });

  it('tells where a text stands', () => {
    const paths: string[] = [];
    mapTexts({ a: [{ b: 'x' }] }, (text, path) => (paths.push(`${path.join('.')}=${text}`), text));
    expect(paths).toEqual(['=a', 'a.0=b', 'a.0.b=x']);
  });
});
