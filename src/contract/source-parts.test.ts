import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { sourceParts } from './source-parts.ts';
import { readSource, type Path, type SourceDocument } from './source-text.ts';

const plain = `SourceDBClusterSnapshotIdentifier: a
Tags: [{ Key: k, Value: "v" }]`;
const item = (indent: string): string => `${indent}- ${plain.replaceAll('\n', `\n${indent}  `)}\n`;
const json = { S: 'a', T: 'ü\u2028', Tags: [{ Key: 'k', Value: 'v' }, null] };

interface Text {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** Texts that are read in so many parts, where each part of YAML is as small as can be. */
const split: readonly (Text & { readonly parts: number })[] = [
  { name: 'a list', file: 'a.json', text: JSON.stringify([json, json, 1, []], null, 2), parts: 4 },
  { name: 'a list in a line', file: 'a.json', text: ` [ {"a":[1]}, 2\n,3 ]\n`, parts: 3 },
  {
    name: 'a member',
    file: 'a.json',
    text: JSON.stringify({ a: { copies: [1] }, copies: [json, json], caller: { region: 'x' } }, null, 1),
    parts: 2,
  },
  { name: 'a member in a line', file: 'a.json', text: '{"copies":[1,{"b":2}],"z":[3]}', parts: 2 },
  { name: 'lines', file: 'a.jsonl', text: '{"a":1}\n\n[{"b":2},3]\r\nnull\n {"copies":[1]}', parts: 3 },
  { name: 'a list', file: 'a.yaml', text: `# so\n\n${item('')}# no\n${item('')}- [1,\n 2]\n`, parts: 3 },
  { name: 'a list that is moved in', file: 'a.yaml', text: `copies:\n${item('  ')}${item('  ')}`, parts: 2 },
  {
    name: 'a member between others',
    file: 'a.yaml',
    text: `caller: { region: x }\ncopies: # here\n\n${item('')}${item('')}\n# end\nname: y\nmore:\n- 1\n- 2\n`,
    parts: 2,
  },
  {
    name: 'documents',
    file: 'a.yaml',
    text: `${plain}\n--- # two\n${plain}\n---\n\n---\ncopies:\n${item(' ')}${item(' ')}---\n${item('')}`,
    parts: 5,
  },
  {
    name: 'texts in blocks',
    file: 'a.yaml',
    text: `- a: |\n    - b\n   # c\n- >-\n  - d\n\n  e\n- f`,
    parts: 3,
  },
  {
    name: 'lines of Windows',
    file: 'a.yaml',
    text: `${item('')}${item('')}`.replaceAll('\n', '\r\n'),
    parts: 2,
  },
];

describe('a text that is read in parts is what it is as a whole', () => {
  it.each(split)('$file: $name', ({ file, text, parts: count }) => {
    const parts = sourceParts(text, file, 'copies', 1);
    const read = readSource(text, file);
    if (parts === undefined || !read.ok) throw new Error('it cannot be read');
    const found = [...parts()];
    expect(found).toHaveLength(count);
    expect(found.flatMap((part) => (part === undefined ? [] : placesOf(part, part.continued)))).toEqual(
      read.documents.flatMap((document) => placesOf(document)),
    );
    expect([...parts()].map((part) => part?.value)).toEqual(found.map((part) => part?.value));
  });
});

/** Words that begin, end or divide something where they stand in YAML. */
const words = fc.array(
  fc.constantFrom(
    'a',
    '- ',
    '\n',
    '\n- ',
    '\n---\n',
    ': ',
    ' #',
    '|',
    '&x',
    '*x',
    '"',
    "'",
    '  ',
    'copies:\n',
    '%',
  ),
  { maxLength: 6 },
);
const value = fc.letrec((tie) => ({
  text: words.map((each) => each.join('')),
  any: fc.oneof(
    { maxDepth: 3 },
    tie('text'),
    fc.constantFrom<unknown>(null, 1, true),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'copies', 'b: c'), tie('any'), { maxKeys: 3 }),
  ),
})).any;
const style = fc.record({
  indent: fc.constantFrom(1, 2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  singleQuote: fc.constantFrom(true, false, null),
  blockQuote: fc.constantFrom(true, false, 'literal' as const, 'folded' as const),
});

describe('whatever is in a list', () => {
  const list = fc.array(value, { minLength: 1, maxLength: 5 });
  const around = fc.constantFrom(
    (copies: unknown): unknown => copies,
    (copies: unknown): unknown => ({ caller: { region: 'x' }, copies, name: 'y' }),
  );
  /** Tries it, and returns how many of all could be split. */
  const tryIt = (
    file: string,
    write: (document: unknown, how: Parameters<typeof stringify>[2] & { readonly indent: number }) => string,
  ): number => {
    let [split, all] = [0, 0];
    fc.assert(
      fc.property(list, around, style, (items, wrap, how) => {
        all += 1;
        const text = write(wrap(items), how);
        const parts = sourceParts(text, file, 'copies', 1);
        const read = readSource(text, file);
        const found = parts === undefined ? [] : [...parts()];
        if (!read.ok || found.length === 0 || found.at(-1) === undefined) return;
        split += 1;
        expect(found.flatMap((part) => (part === undefined ? [] : placesOf(part, part.continued)))).toEqual(
          read.documents.flatMap((document) => placesOf(document)),
        );
      }),
    );
    return split / all;
  };

  it('parts of YAML are what it is as a whole', () => {
    expect(tryIt('a.yaml', (document, how) => stringify(document, how))).toBeGreaterThan(0.3);
  });

  it('parts of JSON are what it is as a whole', () => {
    const write = (document: unknown, { indent }: { indent: number }) =>
      JSON.stringify(document, null, indent);
    expect(tryIt('a.json', write)).toBeGreaterThan(0.8);
  });
});

describe('what cannot be split is not', () => {
  it.each<Text>([
    { name: 'an empty list', file: 'a.json', text: '[]' },
    { name: 'another list', file: 'a.json', text: '{"a":{"copies":[1,2]}}' },
    { name: 'a comment', file: 'a.json', text: '[1, /* so */ 2]' },
    { name: 'a comma too many', file: 'a.json', text: '[1,,2]' },
    { name: 'a comma at the end', file: 'a.json', text: '[1,2,]' },
    { name: 'no comma', file: 'a.json', text: '[{} {}]' },
    { name: 'an end that is missing', file: 'a.json', text: '[1,2' },
    { name: 'another end', file: 'a.json', text: '[1,2}' },
    { name: 'something behind', file: 'a.json', text: '[1,2] 3' },
    { name: 'a member twice', file: 'a.json', text: '[{"a":1,"a":2}]' },
    { name: 'a wrong item', file: 'a.json', text: '[1,x]' },
    { name: 'a mark of the byte order', file: 'a.json', text: '\ufeff[1,2]' },
    { name: 'a wrong line', file: 'a.jsonl', text: '{"a":1}\n{"b"}\n' },
    { name: 'a line with a member twice', file: 'a.jsonl', text: '{"a":1}\n{"b":1,"b":2}\n' },
    { name: 'an anchor', file: 'a.yaml', text: '- &x { a: 1 }\n- *x\n' },
    { name: 'an item of nothing', file: 'a.yaml', text: '- 1\n-\n- 2\n' },
    { name: 'a directive', file: 'a.yaml', text: '%YAML 1.2\n---\n- 1\n- 2\n' },
    { name: 'content behind a mark', file: 'a.yaml', text: '--- [1]\n--- |\n- 2\n- 3\n' },
    { name: 'a text that goes on at the margin', file: 'a.yaml', text: '- "a\n- b"\n- c\n' },
    { name: 'a list that goes on at the margin', file: 'a.yaml', text: '- [a,\n- b]\n' },
    { name: 'a separator of lines', file: 'a.yaml', text: '- a\u2028- b\n' },
    { name: 'a member twice', file: 'a.yaml', text: 'copies:\n- 1\n- 2\ncopies: []\n' },
    { name: 'a member of a text', file: 'a.yaml', text: '|\n copies:\ncopies:\n- 1\n' },
    { name: 'wrong indentation', file: 'a.yaml', text: 'copies:\n  - 1\n - 2\n' },
  ])('$file: $name', ({ file, text }) => {
    const parts = sourceParts(text, file, 'copies', 1);
    expect(parts === undefined ? undefined : [...parts()].at(-1)).toBeUndefined();
  });

  it('a text of YAML that is no longer than one part', () => {
    expect(sourceParts(item(''), 'a.yaml', 'copies')).toBeUndefined();
  });
});

/** Items of a list, and what is around them once, each with the places of all that is in it. */
function placesOf(document: SourceDocument, continued = false): unknown[] {
  const { value } = document;
  if (Array.isArray(value)) return value.map((each, i) => placed(each, document, [i]));
  if (typeof value !== 'object' || value === null || !('copies' in value) || !Array.isArray(value.copies))
    return [placed(value, document, [])];
  const { copies, ...around } = value as { copies: unknown[] };
  const head = continued ? [] : [placed(around, document, [])];
  return [...head, ...copies.map((each, i) => placed(each, document, ['copies', i]))];
}

function placed(value: unknown, document: SourceDocument, path: Path): unknown {
  const inner = (key: string | number, each: unknown): unknown => placed(each, document, [...path, key]);
  const at = [document.locate(path), document.locateKey(path)];
  if (typeof value !== 'object' || value === null) return { at, value };
  if (Array.isArray(value)) return { at, items: value.map((each, i) => inner(i, each)) };
  return { at, members: Object.entries(value).map(([key, each]) => [key, inner(key, each)]) };
}
