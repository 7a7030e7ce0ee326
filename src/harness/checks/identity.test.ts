import { describe, expect, it } from 'vitest';
import type { Actual, Expected } from '../../contract/generated/types.ts';
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
const tag = (Key: string, Value = ''): { Key: string; Value: string } => ({ Key, Value });
const tags = (...all: ReturnType<typeof tag>[]): Actual => ({ kind: 'tags', of: 'copy', tags: all });
const wantedTags = (...required: ReturnType<typeof tag>[]): Expected => ({
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

it('is coarser for a search, which looks for a member once whatever its value', () => {
  const sign = (actual: Actual): string => signatureOf({ ...deviation, actual });
  expect(sign(members('x'))).toBe(sign(members('y')));
  expect(sign(members('x'))).not.toBe(sign(members(null)));
  expect(sign({ kind: 'copy' })).not.toBe(sign({ kind: 'rejection', code: 'A' }));
});
