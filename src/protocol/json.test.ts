import { describe, expect, it } from 'vitest';
import type { Members } from './actions.ts';
import { headerOf } from './http.ts';
import { readJson, writeJson, writeJsonFault } from './json.ts';

const members: Members = {
  Text: 'string',
  Count: 'integer',
  Flag: 'boolean',
  List: { element: 'member' },
  Tags: { element: 'member', members: ['TagKey'] },
  Origin: 'unsupported',
};

describe('an AWS JSON input', () => {
  it.each<[name: string, body: string, expected: unknown]>([
    ['nothing at all', '', {}],
    ['an empty object', '{}', {}],
    ['each type', '{"Text":"a","Count":-3,"Flag":false}', { Text: 'a', Count: -3, Flag: false }],
    ['an empty text', '{"Text":""}', { Text: '' }],
    ['lists', '{"List":["a"],"Tags":[{"TagKey":"b"}]}', { List: ['a'], Tags: [{ TagKey: 'b' }] }],
    ['null, which is absent', '{"Text":null,"Flag":true}', { Flag: true }],
    ['members that are not known', '{"Other":1,"Text":"a"}', { Text: 'a' }],
    ['names that every object has', '{"constructor":"a","toString":1}', {}],
  ])('is read: %s', (_, body, expected) => {
    expect(readJson(body, members)).toEqual({ ok: true, value: expected });
  });

  it.each<[name: string, body: string, problem: string]>([
    ['no JSON', '{', 'The body is not valid JSON.'],
    ['white space', ' ', 'The body is not valid JSON.'],
    ['a list', '[]', 'The body is not a JSON object.'],
    ['null', 'null', 'The body is not a JSON object.'],
    ['a text', '"a"', 'The body is not a JSON object.'],
    ['a number for a text', '{"Text":1}', 'Text is not of type string.'],
    ['a text for a number', '{"Count":"1"}', 'Count is not of type integer.'],
    ['a fraction', '{"Count":1.5}', 'Count is not of type integer.'],
    ['a number too large', '{"Count":1e300}', 'Count is not of type integer.'],
    ['a text for a boolean', '{"Flag":"true"}', 'Flag is not of type boolean.'],
    ['a number in a list of texts', '{"List":[1]}', 'List is not of type list.'],
    ['a number behind a text in a list of texts', '{"List":["a",1]}', 'List is not of type list.'],
    ['null in a list of structures', '{"Tags":[null]}', 'Tags is not of type list.'],
    ['what the model does not have', '{"Origin":"EXTERNAL"}', 'Origin is not supported.'],
    ['a text for a list', '{"List":"a"}', 'List is not of type list.'],
  ])('is refused: %s', (_, body, problem) => {
    expect(readJson(body, members)).toEqual({ ok: false, problem });
  });
});

describe('an AWS JSON answer', () => {
  const headers = { 'x-amzn-RequestId': 'id', 'Content-Type': 'application/x-amz-json-1.1' };

  it.each<[name: string, output: object, body: string]>([
    ['nothing, which has no body', {}, ''],
    ['members', { KeyId: 'a', Enabled: true }, '{"KeyId":"a","Enabled":true}'],
    ['a time, in seconds', { DeletionDate: '2026-01-01T00:00:01.500Z' }, '{"DeletionDate":1767225601.5}'],
    ['another time', { Key: { CreationDate: '1970-01-01T00:00:10.000Z' } }, '{"Key":{"CreationDate":10}}'],
    ['a time that is a number already', { DeletionDate: 10 }, '{"DeletionDate":10}'],
    [
      'a text that only looks like a time',
      { Policy: '2026-01-01T00:00:00Z' },
      '{"Policy":"2026-01-01T00:00:00Z"}',
    ],
  ])('is written: %s', (_, output, body) => {
    expect(writeJson(output, 'id')).toEqual({ status: 200, headers, body });
  });

  it('tells a fault', () => {
    const fault = { code: 'NotFoundException', status: 400, message: 'a\ud800b' };
    const body = '{"__type":"NotFoundException","message":"a\ufffdb"}';
    expect(writeJsonFault(fault, 'id')).toEqual({ status: 400, headers, body });
  });
});

it.each<[value: string | readonly string[] | undefined, expected: string | undefined]>([
  ['a', 'a'],
  ['', ''],
  [['a', 'b'], 'a'],
  [[], undefined],
  [undefined, undefined],
])('of the header %j the value is %j', (value, expected) => {
  expect(headerOf({ headers: { name: value, other: 'x' } }, 'name')).toBe(expected);
});
