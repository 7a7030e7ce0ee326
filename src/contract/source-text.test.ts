import { describe, expect, it } from 'vitest';
import { readSource, type Path, type SourceDocument } from './source-text.ts';

const text = `# a comment
name: "quoted"
'list': &tags
  - key: v
  - 'q'
alias: *tags
flow: {e: 1, f: [2, 3]}
block: |
  text
empty:
---
- a: 1
  b: 2
-
---
---
z: 1
`;

function documents(of = text): readonly SourceDocument[] {
  const read = readSource(of, 'f');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.documents;
}

describe('a text with positions', () => {
  it('has a document for each that holds something', () => {
    expect(documents().map(({ value }) => value)).toEqual([
      {
        name: 'quoted',
        list: [{ key: 'v' }, 'q'],
        alias: [{ key: 'v' }, 'q'],
        flow: { e: 1, f: [2, 3] },
        block: 'text\n',
        empty: null,
      },
      [{ a: 1, b: 2 }, null],
      { z: 1 },
    ]);
    expect(documents('')).toEqual([]);
  });

  it.each<readonly [number, Path, string, string]>([
    [0, [], '2:1', '2:1'],
    [0, ['name'], '2:7', '2:1'],
    [0, ['list', 0], '4:5', '4:5'],
    [0, ['list', 0, 'key'], '4:10', '4:5'],
    [0, ['list', 1], '5:5', '5:5'],
    [0, ['alias', 0, 'key'], '6:8', '6:1'],
    [0, ['flow', 'e'], '7:11', '7:8'],
    [0, ['flow', 'f', 1], '7:21', '7:21'],
    [0, ['block'], '9:1', '8:1'],
    [0, ['empty'], '10:1', '10:1'],
    [0, ['nobody', 'there'], '2:1', '2:1'],
    [1, [0, 'b'], '13:6', '13:3'],
    [1, [1], '12:1', '12:1'],
    [2, ['z'], '17:4', '17:1'],
  ])('document %i, %j: value at %s, key at %s', (index, path, value, key) => {
    const document = documents()[index];
    const shown = ({ line, column }: { line: number; column: number }): string => `${line}:${column}`;
    expect(document && [shown(document.locate(path)), shown(document.locateKey(path))]).toEqual([value, key]);
  });

  it('reads JSON, and merges', () => {
    expect(documents('{"a": {"b": [1, "\\u00e9"]}}')[0]?.value).toEqual({ a: { b: [1, 'é'] } });
    expect(documents('a: &x { k: 1 }\nb: { <<: *x, l: 2 }')[0]?.value).toEqual({
      a: { k: 1 },
      b: { k: 1, l: 2 },
    });
  });

  it('takes what JSON allows and YAML does not', () => {
    const value = { 'a\x7f': ['\x9f\ufffe\uffff', '\ud800 \ue000'], b: '\u2028\x85' };
    const [read] = documents(JSON.stringify(value));
    expect(read?.value).toEqual(value);
    expect(read?.locate(['b'])).toEqual({ line: 1, column: JSON.stringify(value).indexOf('"b"') + 5 });
  });

  it.each([
    ['a: [', '1:5'],
    ['a: 1\na: 2', '2:1'],
    ['x: 1\ny: *nobody', '2:4'],
    ['{"a": "\\u12"}', '1:12'],
    ['a: !odd 1', '1:4'],
    ['['.repeat(200), '1:100'],
    ['a: \0', '1:4'],
  ])('says where it cannot be read: %j', (of, place) => {
    const read = readSource(of, 'f.yaml');
    const found = read.ok ? [] : read.problems.map(({ file, line, column }) => `${file} ${line}:${column}`);
    expect(found).toEqual([`f.yaml ${place}`]);
  });
});
