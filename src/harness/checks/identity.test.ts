import { describe, expect, it } from 'vitest';
import type { Actual, Expected, TagText } from '../../contract/generated/types.ts';
import { fingerprint, identityOf, signatureOf } from './identity.ts';

const copyOrNot: Expected = { kind: 'outcome', copy: false, faults: ['MissingParameter'] };
const deviation = {
  rule: 'copy-arn',
  aspect: 'behaviour',
  expected: copyOrNot,
  actual: { kind: 'rejection', code: 'A', status: 400 },
} as const;
const of = (different: {
  rule?: string;
  aspect?: 'behaviour' | 'fault';
  expected?: Expected;
  actual?: Actual;
}): string => fingerprint({ ...deviation, ...different });

const members = (value: string | number | null, member = 'VpcId'): Actual => ({
  kind: 'members',
  of: 'copy',
  members: { [member]: value },
});
const is = (value: string): Expected => ({
  kind: 'members',
  of: 'copy',
  members: { VpcId: { kind: 'is', value } },
});
const tag = (Key: string, Value = ''): TagText => ({ Key, Value });
const tags = (...all: TagText[]): Actual => ({ kind: 'tags', of: 'copy', tags: all });
const wantedTags = (...required: TagText[]): Expected => ({
  kind: 'tags',
  of: 'copy',
  required,
  optional: [],
});

it('is a version and twelve hexadecimal digits', () => expect(of({})).toMatch(/^v2-[0-9a-f]{12}$/));

it('stays what it is: baselines are written with it', () => expect(of({})).toBe('v2-c9309e0591ed'));

describe('the same fingerprint', () => {
  it.each<[what: string, one: Parameters<typeof of>[0], other: Parameters<typeof of>[0]]>([
    ['faults that would do', {}, { expected: { kind: 'outcome', copy: false, faults: ['A', 'B'] } }],
    ['the value of a member that was expected', { expected: is('a') }, { expected: is('b') }],
    [
      'a time',
      { actual: members('2026-01-01T00:00:00.000Z') },
      { actual: members('2027-02-03T04:05:06.789012Z') },
    ],
    ['a time in seconds', { actual: members('1767225600') }, { actual: members('1800000000.123') }],
    [
      'the date of a header',
      { actual: members('Mon, 02 Jan 2026 03:04:05 GMT') },
      { actual: members('Tue, 03 Feb 2027 04:05:06 GMT') },
    ],
    [
      'a UUID',
      { actual: members('0aaf8a2e-1111-4222-8333-444455556666') },
      { actual: members('FFAF8A2E-1111-4222-8333-444455556666') },
    ],
    [
      'an id that was made up',
      { actual: members('vpc-0a1b2c3d4e5f6a7b8c9d0e1f') },
      { actual: members('vpc-ffffffff00000000ffffffff') },
    ],
    [
      'Base64',
      { actual: members('YXJuOmF3czpyZHM6dXMtZWFzdDE=') },
      { actual: members('YXJuOmF3czpyZHM6dXMtZWFzdDExMQ==') },
    ],
    [
      'how far a copy is',
      { actual: members(37, 'PercentProgress') },
      { actual: members(40, 'PercentProgress') },
    ],
    [
      'why it is no XML',
      { actual: { kind: 'unintelligible', status: 500, reason: '1:9: what' } },
      { actual: { kind: 'unintelligible', status: 500, reason: 'empty' } },
    ],
    [
      'how far progress fell',
      { actual: { kind: 'progress', from: 50, to: 20 } },
      { actual: { kind: 'progress', from: 9, to: 1 } },
    ],
    [
      'how many succeed',
      { actual: { kind: 'winners', winners: 2, of: 3 } },
      { actual: { kind: 'winners', winners: 3, of: 3 } },
    ],
    [
      'which tags are lost',
      { expected: wantedTags(tag('a')), actual: tags() },
      { expected: wantedTags(tag('b'), tag('c')), actual: tags() },
    ],
    [
      'whose name it is',
      { actual: { kind: 'presence', of: 'snapshot', present: true, name: 'a' } },
      { actual: { kind: 'presence', of: 'snapshot', present: true, name: 'b' } },
    ],
    [
      'the text of an element',
      { actual: { kind: 'elements', problem: 'mistyped', elements: [{ name: 'Port', text: 'a' }] } },
      { actual: { kind: 'elements', problem: 'mistyped', elements: [{ name: 'Port', text: 'b' }] } },
    ],
    [
      'the order of members',
      { actual: { kind: 'members', of: 'copy', members: { A: '1', B: null } } },
      { actual: { kind: 'members', of: 'copy', members: { B: null, A: '1' } } },
    ],
  ])('but for %s', (_, one, other) => expect(of(one)).toBe(of(other)));
});

describe('another fingerprint', () => {
  it.each<[what: string, one: Parameters<typeof of>[0], other: Parameters<typeof of>[0]]>([
    ['rule', {}, { rule: 'copy-inherits' }],
    ['aspect', {}, { aspect: 'fault' }],
    ['expectation', {}, { expected: { kind: 'outcome', copy: true, faults: [] } }],
    ['code', {}, { actual: { kind: 'rejection', code: 'B', status: 400 } }],
    ['status', {}, { actual: { kind: 'rejection', code: 'A', status: 404 } }],
    ['kind of answer', {}, { actual: { kind: 'copy' } }],
    [
      'status of what is no answer',
      { actual: { kind: 'unintelligible', status: 500, reason: '' } },
      { actual: { kind: 'unintelligible', status: 200, reason: '' } },
    ],
    ['member', { actual: members('x') }, { actual: members('x', 'Engine') }],
    ['value of a member', { actual: members('x') }, { actual: members('y') }],
    ['presence of a member', { actual: members('x') }, { actual: members(null) }],
    ['number', { actual: members(1, 'Port') }, { actual: members(2, 'Port') }],
    [
      'end of progress',
      { actual: members(0, 'PercentProgress') },
      { actual: members(50, 'PercentProgress') },
    ],
    [
      'loss of tags',
      { expected: wantedTags(tag('a'), tag('b')), actual: tags() },
      { expected: wantedTags(tag('a'), tag('b')), actual: tags(tag('a')) },
    ],
    [
      'addition of tags',
      { expected: wantedTags(), actual: tags(tag('a')) },
      { expected: wantedTags(tag('b')), actual: tags() },
    ],
    [
      'repetition of tags',
      { expected: wantedTags(tag('a')), actual: tags(tag('a'), tag('b')) },
      { expected: wantedTags(tag('a')), actual: tags(tag('a'), tag('b'), tag('b')) },
    ],
    [
      'no success at all',
      { actual: { kind: 'winners', winners: 0, of: 3 } },
      { actual: { kind: 'winners', winners: 3, of: 3 } },
    ],
    [
      'element',
      { actual: { kind: 'elements', problem: 'empty', elements: [{ name: 'A' }] } },
      { actual: { kind: 'elements', problem: 'empty', elements: [{ name: 'B' }] } },
    ],
    [
      'place',
      { actual: members('x') },
      { actual: { kind: 'members', of: 'source', members: { VpcId: 'x' } } },
    ],
  ])('for another %s', (_, one, other) => expect(of(one)).not.toBe(of(other)));
});

it('says what came in a few words of data', () => {
  expect(
    identityOf({ expected: copyOrNot, actual: { kind: 'unintelligible', status: 500, reason: 'HTML' } }),
  ).toEqual({
    expected: { kind: 'outcome', copy: false, rejection: true },
    actual: { kind: 'unintelligible', status: 500 },
  });
  expect(
    identityOf({
      expected: wantedTags(tag('a'), tag('b')),
      actual: tags(tag('a'), tag('c')),
    }).actual,
  ).toEqual({ kind: 'tags', of: 'copy', missing: 'some', unexpected: 'some' });
});

describe('what identifies a deviation', () => {
  it.each<[given: Expected, identity: object]>([
    [copyOrNot, { kind: 'outcome', copy: false, rejection: true }],
    [
      { kind: 'outcome', copy: true, faults: [] },
      { kind: 'outcome', copy: true, rejection: false },
    ],
    [
      {
        kind: 'members',
        of: 'copy',
        members: {
          A: { kind: 'absent' },
          B: { kind: 'is', value: 'b' },
          C: { kind: 'between', low: 0, high: 1 },
        },
      },
      { kind: 'members', of: 'copy', members: { A: 'absent', B: 'present', C: 'present' } },
    ],
    [wantedTags(tag('a')), { kind: 'tags', of: 'copy' }],
    [
      { kind: 'presence', of: 'source', present: false, name: '{source}' },
      { kind: 'presence', of: 'source', present: false },
    ],
    [{ kind: 'winners', winners: 1, of: 4 }, { kind: 'winners' }],
    [
      { kind: 'header', name: 'Date', value: 'Mon, 02 Jan 2026 03:04:05 GMT' },
      { kind: 'header', name: 'Date', value: '{time}' },
    ],
    [
      { kind: 'code', code: 'MissingParameter' },
      { kind: 'code', code: 'MissingParameter' },
    ],
  ])('expected %j', (expected, identity) =>
    expect(identityOf({ expected, actual: { kind: 'copy' } }).expected).toStrictEqual(identity),
  );

  it.each<[given: Actual, identity: object]>([
    [{ kind: 'copy' }, { kind: 'copy' }],
    [{ kind: 'unintelligible', reason: 'HTML' }, { kind: 'unintelligible' }],
    [
      { kind: 'presence', of: 'source', present: false, name: '{source}' },
      { kind: 'presence', of: 'source', present: false },
    ],
    [{ kind: 'progress', from: 9, to: 1 }, { kind: 'progress' }],
    [{ kind: 'list', problem: 'the marker x comes again' }, { kind: 'list' }],
    [
      { kind: 'winners', winners: 0, of: 4 },
      { kind: 'winners', winners: 'none' },
    ],
    [
      { kind: 'winners', winners: 2, of: 4 },
      { kind: 'winners', winners: 'several' },
    ],
    [{ kind: 'sdk-nothing', reason: 'Unexpected token at 1:7' }, { kind: 'sdk-nothing' }],
    [
      {
        kind: 'elements',
        problem: 'mistyped',
        elements: [{ name: 'Port', text: 'a' }, { name: 'Port', text: 'b' }, { name: 'Engine' }],
      },
      { kind: 'elements', problem: 'mistyped', elements: ['Port', 'Engine'] },
    ],
    [
      {
        kind: 'envelope',
        status: 400,
        root: { name: 'html', text: 'down since noon', children: [{ name: 'body' }] },
      },
      { kind: 'envelope', status: 400, root: { name: 'html', children: [{ name: 'body' }] } },
    ],
    [members(0, 'PercentProgress'), members(0, 'PercentProgress')],
    [members(1, 'PercentProgress'), members('{part}', 'PercentProgress')],
    [members(99, 'PercentProgress'), members('{part}', 'PercentProgress')],
    [members(100, 'PercentProgress'), members(100, 'PercentProgress')],
    [members(-1, 'PercentProgress'), members(-1, 'PercentProgress')],
    [members('50', 'PercentProgress'), members('50', 'PercentProgress')],
    [members(50, 'Port'), members(50, 'Port')],
  ])('actual %j', (actual, identity) =>
    expect(identityOf({ expected: copyOrNot, actual }).actual).toStrictEqual(identity),
  );

  const both = { ...wantedTags(tag('a'), tag('b')), optional: [tag('aws:c')] } as Expected;
  it.each<[expected: Expected, actual: Actual, identity: object]>([
    [both, tags(tag('a'), tag('b'), tag('aws:c')), { missing: 'none', unexpected: 'none' }],
    [both, tags(tag('a')), { missing: 'some', unexpected: 'none' }],
    [both, tags(tag('aws:c')), { missing: 'all', unexpected: 'none' }],
    [both, tags(tag('a', 'other'), tag('b')), { missing: 'some', unexpected: 'some' }],
    [both, tags(tag('a'), tag('b'), tag('b')), { missing: 'none', unexpected: 'none', repeated: true }],
    [wantedTags(), tags(), { missing: 'none', unexpected: 'none' }],
    [wantedTags({ Key: 'a' }), tags(tag('a', '')), { missing: 'none', unexpected: 'none' }],
    [copyOrNot, tags(), { missing: 'none', unexpected: 'none' }],
    [copyOrNot, tags(tag('Stryker was here')), { missing: 'none', unexpected: 'some' }],
  ])('of %j, tags %j', (expected, actual, identity) =>
    expect(identityOf({ expected, actual }).actual).toStrictEqual({ kind: 'tags', of: 'copy', ...identity }),
  );

  it.each<[text: string, lasts: string]>([
    ['2026-01-01T00:00:00.000Z', '{time}'],
    ['2026-01-01 00:00:00', '{time}'],
    ['at 2026-01-01T00:00:00+01:00.', 'at {time}.'],
    ['at 2026-01-01T00:00:00-0130.', 'at {time}.'],
    ['at 2026-01-01T00:00Z.', 'at {time}.'],
    ['2026-01-01', '2026-01-01'],
    ['Mon, 02 Jan 2026 03:04:05 GMT', '{time}'],
    ['1767225600', '{time}'],
    ['1767225600123', '{time}'],
    ['1767225600.5', '{time}'],
    ['17672256001', '17672256001'],
    ['1467225600', '1467225600'],
    ['0aaf8a2e-1111-4222-8333-444455556666', '{uuid}'],
    ['vpc-0a1b2c3d4e5f6a7b8c9d0e1f', 'vpc-{id}'],
    ['YXJuOmF3czpyZHM6dXMtZWFzdDE=', '{id}'],
    ['DBClusterSnapshotNotFoundFault', 'DBClusterSnapshotNotFoundFault'],
    ['111111111111111111111', '111111111111111111111'],
  ])('of the text %s, what lasts', (text, lasts) =>
    expect(identityOf({ expected: copyOrNot, actual: members(text) }).actual).toStrictEqual(members(lasts)),
  );
});

it('is coarser for a search, which looks for a member once whatever its value', () => {
  const sign = (actual: Actual): string => signatureOf({ ...deviation, actual });
  expect(sign(members('x'))).toBe(sign(members('y')));
  expect(sign(members('x'))).not.toBe(sign(members(null)));
  expect(sign(members('x'))).toContain('present');
  expect(sign(members(null))).toContain('absent');
  expect(sign({ kind: 'copy' })).not.toBe(sign({ kind: 'rejection', code: 'A' }));
});
