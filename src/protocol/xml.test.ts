import { describe, expect, it } from 'vitest';
import { queryServices } from './actions.ts';
import { readAnswer } from './answer.ts';
import { escapeXml } from './text.ts';
import { writeElement, writeFault, writeReply } from './write-xml.ts';
import { childOf, findElement, localName, parseXml } from './xml.ts';

describe('an XML document', () => {
  it('is read as a tree, with its attributes and all its text', () => {
    expect(parseXml('<?xml version="1.0"?><n:a x="1" y="2">one<b/>two<![CDATA[<three>]]></n:a>')).toEqual({
      name: 'n:a',
      attributes: { x: '1', y: '2' },
      children: [{ name: 'b', attributes: {}, children: [], text: '' }],
      text: 'onetwo<three>',
    });
  });

  it.each([
    { name: 'nothing', given: '' },
    { name: 'white space', given: '  ' },
    { name: 'text alone', given: 'a' },
    { name: 'only a comment', given: '<!-- a -->' },
    { name: 'an element that is not closed', given: '<a>' },
    { name: 'elements that cross', given: '<a><b></a></b>' },
    { name: 'two roots', given: '<a/><b/>' },
    { name: 'text behind the root', given: '<a/>b' },
    { name: 'an entity that is none', given: '<a>&nbsp;</a>' },
    { name: 'an attribute twice', given: '<a x="1" x="2"/>' },
  ])('is none: $name', ({ given }) => {
    const tree = parseXml(given);
    expect('error' in tree && tree.error).toMatch(/\S{2}/);
  });

  it('tells the first of its errors, and where it is', () => {
    expect(parseXml('<a>\n&x;</b>')).toEqual({ error: expect.stringMatching(/^2:\d+: /) as string });
  });

  const tree = parseXml('<r><p:x><deep/></p:x><y/><deep k="1"/></r>');
  if ('error' in tree) throw new Error(tree.error);

  it('has elements that are found by their name', () => {
    expect(localName(tree)).toBe('r');
    expect(childOf(tree, 'x')?.name).toBe('p:x');
    expect(childOf(tree, 'deep')?.attributes).toEqual({ k: '1' });
    expect(childOf(tree, 'none')).toBeUndefined();
    expect(childOf(undefined, 'x')).toBeUndefined();
  });

  it('has elements that are found by what they are, those nearer to the root first', () => {
    expect(findElement(tree, ({ name }) => name === 'deep')?.attributes).toEqual({ k: '1' });
    expect(findElement(tree, ({ name }) => name === 'r')).toBe(tree);
    expect(findElement(tree, ({ name }) => name === 'none')).toBeUndefined();
  });
});

describe('what is written', () => {
  it.each<[name: string, value: unknown, content: string]>([
    ['a text', 'a', 'a'],
    ['an empty text', '', ''],
    ['a number', 1, '1'],
    ['a boolean', false, 'false'],
    ['null', null, 'null'],
    ['a structure', { A: 1, B: { C: 'c' } }, '<A>1</A><B><C>c</C></B>'],
    ['an absent member', { A: undefined, B: 1 }, '<B>1</B>'],
    ['a list', ['a', 'b'], '<member>a</member><member>b</member>'],
    ['an empty list', [], ''],
    [
      'a list whose elements have a name',
      { TagList: [{ Key: 'k' }] },
      '<TagList><Tag><Key>k</Key></Tag></TagList>',
    ],
  ])('is %s', (_, value, content) => expect(writeElement('X', value)).toBe(`<X>${content}</X>`));

  const headers = { 'x-amzn-RequestId': 'id', 'Content-Type': 'text/xml' };
  const namespace = 'http://rds.amazonaws.com/doc/2014-10-31/';
  const metadata = '<ResponseMetadata><RequestId>id</RequestId></ResponseMetadata>';
  it.each<[name: string, output: object, result: string]>([
    ['an output', { A: 1 }, '<DoResult><A>1</A></DoResult>'],
    ['an empty one, which has no result', {}, ''],
  ])('answers with %s', (_, output, result) => {
    expect(writeReply(queryServices.neptune, 'Do', output, 'id')).toEqual({
      status: 200,
      headers,
      body: `<DoResponse xmlns="${namespace}">${result}${metadata}</DoResponse>`,
    });
  });

  it.each([
    { status: 400, type: 'Sender' },
    { status: 499, type: 'Sender' },
    { status: 500, type: 'Receiver' },
    { status: 503, type: 'Receiver' },
  ])('answers with a fault of status $status, for which the $type is to blame', ({ status, type }) => {
    const fault = { code: 'C', status, message: '<m>' };
    expect(writeFault(queryServices.neptune, fault, 'id')).toEqual({
      status,
      headers,
      body: `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>C</Code><Message>&lt;m&gt;</Message></Error><RequestId>id</RequestId></ErrorResponse>`,
    });
  });

  it.each<[text: string, escaped: string]>([
    ['plain text, 100% of it: a-b_c~d/e=f;g?', 'plain text, 100% of it: a-b_c~d/e=f;g?'],
    ['<&>"\'', "&lt;&amp;&gt;&quot;'"],
    ['a\rb\tc\nd', 'a&#xD;b\tc\nd'],
    ['\0\u0008\u000b\u000c\u000e\u001f', '\ufffd'.repeat(6)],
    ['\ufffe\uffff\ufffd', '\ufffd\ufffd\ufffd'],
    ['a\ud800b\udc00c', 'a\ufffdb\ufffdc'],
    ['\u{1f600}é\u0085', '\u{1f600}é\u0085'],
  ])('%j is escaped', (text, escaped) => expect(escapeXml(text)).toBe(escaped));
});

describe('an answer', () => {
  const read = (body: string, status: number) => readAnswer({ status, headers: {}, body });
  const both = '<r><DBClusterSnapshot/><Error><Code>C</Code></Error></r>';

  it.each([
    { status: 200, kind: 'copied' },
    { status: 299, kind: 'copied' },
    { status: 300, kind: 'rejected' },
    { status: 400, kind: 'rejected' },
  ])('with a snapshot and a fault is $kind when its status is $status', ({ status, kind }) => {
    expect(read(both, status).kind).toBe(kind);
  });

  it('with a snapshot alone is a copy, whatever its status', () => {
    expect(read('<DBClusterSnapshot/>', 500).kind).toBe('copied');
  });

  it('has no members that the body does not have', () => {
    expect(Object.keys(read('<r><Error><Code/></Error></r>', 400)).sort()).toEqual(
      ['code', 'element', 'kind', 'status', 'tree'].sort(),
    );
    expect(Object.keys(read('<r/>', 400)).sort()).toEqual(['kind', 'reason', 'status', 'tree'].sort());
  });

  it.each([
    { body: '', reason: 'the body is empty' },
    { body: ' \n', reason: 'the body is empty' },
    { body: '<', reason: /^the body is not well-formed XML: 1:\d+: / },
    { body: '<r/>', reason: 'the body has neither a DBClusterSnapshot nor an error with a Code' },
  ])('$body is unintelligible', ({ body, reason }) => {
    const answer = read(body, 200);
    if (answer.kind !== 'unintelligible') throw new Error(answer.kind);
    if (typeof reason === 'string') expect(answer.reason).toBe(reason);
    else expect(answer.reason).toMatch(reason);
  });

  const member = (content: string): unknown => {
    const answer = read(`<DBClusterSnapshot>${content}</DBClusterSnapshot>`, 200);
    if (answer.kind !== 'copied') throw new Error(answer.kind);
    return answer.unread.length > 0 ? answer.unread.map(({ reason }) => reason) : answer.snapshot;
  };
  const time = (text: string): unknown => member(`<SnapshotCreateTime>${text}</SnapshotCreateTime>`);

  it.each([
    '2026-01-02T03:04:05Z',
    '2026-01-02T03:04:05.678Z',
    '2026-01-02T03:04:05.6789012Z',
    '2026-01-02T03:04:05+01:30',
    '2026-01-02T03:04:05-01:30',
  ])('has the time %s', (text) => expect(time(text)).toEqual({ SnapshotCreateTime: text }));

  it.each([
    '',
    'yesterday',
    '2026-01-02',
    '2026-01-02T03:04Z',
    '2026-01-02T03:04:05',
    '2026-01-02T03:04:05.Z',
    '2026-01-02T03:04:05X01:30',
    '2026-13-02T03:04:05Z',
    'x2026-01-02T03:04:05Z',
    '12026-01-02T03:04:05Z',
    '2026-01-02T03:04:05Zx',
    '+002026-01-02T03:04:05Z',
    '2026-01-02T03:04:05Z (UTC)',
    '1767323045',
  ])('has no time %j', (text) => expect(time(text)).toEqual(['wrong type']));

  it.each<[name: string, content: string, expected: unknown]>([
    ['a number', '<Port>-12</Port>', { Port: -12 }],
    ['no number', '<Port>1x</Port>', ['wrong type']],
    ['a number with something before it', '<Port>x1</Port>', ['wrong type']],
    ['a number of 15 digits', `<Port>${'9'.repeat(15)}</Port>`, { Port: 999_999_999_999_999 }],
    ['a number of 16 digits', `<Port>${'9'.repeat(16)}</Port>`, ['wrong type']],
    ['true', '<StorageEncrypted>true</StorageEncrypted>', { StorageEncrypted: true }],
    ['false', '<StorageEncrypted>false</StorageEncrypted>', { StorageEncrypted: false }],
    ['no boolean', '<StorageEncrypted>1</StorageEncrypted>', ['wrong type']],
    ['elements where a text belongs', '<Engine>a<b/></Engine>', ['wrong type']],
    ['a member twice', '<Engine>a</Engine><Engine>b</Engine>', ['repeated']],
    ['an unknown member', '<Other>a</Other>', ['no such member']],
    [
      'one good and one bad zone',
      '<AvailabilityZones><AvailabilityZone>a</AvailabilityZone><member>b</member></AvailabilityZones>',
      ['wrong type'],
    ],
    ['text where zones belong', '<AvailabilityZones>a</AvailabilityZones>', ['wrong type']],
    [
      'zones with white space between them',
      '<AvailabilityZones>\n <AvailabilityZone>a</AvailabilityZone>\n</AvailabilityZones>',
      { AvailabilityZones: ['a'] },
    ],
    ['a list of no zones', '<AvailabilityZones/>', { AvailabilityZones: [] }],
  ])('has %s', (_, content, expected) => expect(member(content)).toEqual(expected));

  const zone = '<AvailabilityZone>a</AvailabilityZone>';
  it('has no text where there are elements besides', () => {
    const answer = read('<DBClusterSnapshot><Engine>a<b/></Engine></DBClusterSnapshot>', 200);
    expect(answer.kind === 'copied' && answer.snapshot).toStrictEqual({});
  });

  it.each<[name: string, zones: string, snapshot: object]>([
    ['all of one other name are read all the same', '<member>a</member>', { AvailabilityZones: ['a'] }],
    ['of two names are not', `${zone}<member>b</member>`, {}],
    ['with something inside are not', `${zone}<AvailabilityZone>b<x/></AvailabilityZone>`, {}],
  ])('has zones that are no such list: %s', (_, zones, snapshot) => {
    const body = `<DBClusterSnapshot><AvailabilityZones>${zones}</AvailabilityZones></DBClusterSnapshot>`;
    const answer = read(body, 200);
    if (answer.kind !== 'copied') throw new Error(answer.kind);
    expect(answer.snapshot).toStrictEqual(snapshot);
    expect(answer.unread.map(({ reason }) => reason)).toEqual(['wrong type']);
  });
});
