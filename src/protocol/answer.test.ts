import { describe, expect, test } from 'vitest';
import { readAnswer } from './answer.ts';
import { parseXml } from './xml.ts';

const read = (body: string, status = 200): unknown => readAnswer({ status, headers: {}, body });
const wrap = (content: string): string => `<x><DBClusterSnapshot>${content}</DBClusterSnapshot></x>`;

describe('readAnswer', () => {
  test.each([
    {
      name: 'no envelope',
      status: 200,
      given: '<DBClusterSnapshot><Status>available</Status></DBClusterSnapshot>',
      expected: { kind: 'copied', snapshot: { Status: 'available' } },
    },
    {
      name: 'prefixes',
      status: 200,
      given: '<n:r xmlns:n="u"><n:DBClusterSnapshot><n:Port>1</n:Port></n:DBClusterSnapshot></n:r>',
      expected: { kind: 'copied', snapshot: { Port: 1 } },
    },
    {
      name: 'declaration and comments',
      status: 200,
      given: '<?xml version="1.0"?><!-- c --><r><DBClusterSnapshot/></r>',
      expected: { kind: 'copied', snapshot: {} },
    },
    {
      name: 'a status of its own',
      status: 201,
      given: wrap('<StorageEncrypted>true</StorageEncrypted>'),
      expected: { kind: 'copied', status: 201, snapshot: { StorageEncrypted: true } },
    },
    {
      name: 'empty element',
      status: 200,
      given: wrap('<KmsKeyId/>'),
      expected: { kind: 'copied', snapshot: { KmsKeyId: '' }, unread: [] },
    },
    {
      name: 'zones',
      status: 200,
      given: wrap('<AvailabilityZones><AvailabilityZone>a</AvailabilityZone></AvailabilityZones>'),
      expected: { kind: 'copied', snapshot: { AvailabilityZones: ['a'] } },
    },
    {
      name: 'fault with status 200',
      status: 200,
      given: '<ErrorResponse><Error><Code>X</Code></Error></ErrorResponse>',
      expected: { kind: 'rejected', status: 200, code: 'X' },
    },
    {
      name: 'fault without Error',
      status: 404,
      given: '<ErrorResponse><Code>X</Code><Message>m</Message></ErrorResponse>',
      expected: { kind: 'rejected', code: 'X', message: 'm' },
    },
    {
      name: 'fault as of EC2',
      status: 400,
      given: '<Response><Errors><Error><Code>X</Code></Error></Errors><RequestID>r</RequestID></Response>',
      expected: { kind: 'rejected', code: 'X', requestId: 'r' },
    },
    {
      name: 'both, and a good status',
      status: 200,
      given: '<r><DBClusterSnapshot/><Error><Code>X</Code></Error></r>',
      expected: { kind: 'copied' },
    },
    {
      name: 'both, and a bad status',
      status: 400,
      given: '<r><DBClusterSnapshot/><Error><Code>X</Code></Error></r>',
      expected: { kind: 'rejected', code: 'X' },
    },
    {
      name: 'neither',
      status: 200,
      given: '<CopyDBClusterSnapshotResponse/>',
      expected: { kind: 'unintelligible', reason: expect.stringContaining('neither') as string },
    },
    {
      name: 'empty',
      status: 500,
      given: '',
      expected: { kind: 'unintelligible', status: 500, reason: 'the body is empty' },
    },
    {
      name: 'HTML',
      status: 502,
      given: '<html><br></html>',
      expected: { kind: 'unintelligible', reason: expect.stringContaining('well-formed') as string },
    },
    { name: 'JSON', status: 400, given: '{"__type":"X"}', expected: { kind: 'unintelligible' } },
    {
      name: 'an entity bomb',
      status: 200,
      given: '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>',
      expected: { kind: 'unintelligible' },
    },
  ])('$name', ({ given, status, expected }) => {
    expect(read(given, status)).toMatchObject(expected);
  });

  test.each([
    { name: 'no integer', given: '<Port>x</Port>', expected: ['Port: wrong type'] },
    {
      name: 'no boolean',
      given: '<StorageEncrypted>True</StorageEncrypted>',
      expected: ['StorageEncrypted: wrong type'],
    },
    {
      name: 'no time',
      given: '<SnapshotCreateTime>yesterday</SnapshotCreateTime>',
      expected: ['SnapshotCreateTime: wrong type'],
    },
    {
      name: 'other list elements',
      given: '<AvailabilityZones><member>a</member></AvailabilityZones>',
      expected: ['AvailabilityZones: wrong type'],
    },
    { name: 'no such member', given: '<TagList/>', expected: ['TagList: no such member'] },
    { name: 'repeated', given: '<Port>1</Port><Port>2</Port>', expected: ['Port: repeated'] },
    { name: 'inherited name', given: '<toString>1</toString>', expected: ['toString: no such member'] },
  ])('what cannot be read is listed: $name', ({ given, expected }) => {
    const answer = readAnswer({ status: 200, headers: {}, body: wrap(given) });
    const unread = answer.kind === 'copied' ? answer.unread : [];
    expect(unread.map(({ element, reason }) => `${element.name}: ${reason}`)).toEqual(expected);
  });
});

describe('parseXml', () => {
  test.each([
    { name: 'unclosed', given: '<a><b></a>' },
    { name: 'two roots', given: '<a/><b/>' },
    { name: 'text outside', given: '<a/>x' },
    { name: 'same attribute twice', given: '<a b="1" b="2"/>' },
    { name: 'forbidden character', given: '<a>\u0001</a>' },
    { name: 'reference to one', given: '<a>&#0;</a>' },
    { name: 'bare ampersand', given: '<a>&</a>' },
    { name: 'nothing', given: ' ' },
  ])('refuses: $name', ({ given }) => {
    expect(parseXml(given)).toHaveProperty('error');
  });

  test('reads deep documents', () => {
    const deep = parseXml('<a>'.repeat(20_000) + '</a>'.repeat(20_000));
    expect(deep).not.toHaveProperty('error');
    expect(
      readAnswer({ status: 200, headers: {}, body: '<a>'.repeat(20_000) + '</a>'.repeat(20_000) }).kind,
    ).toBe('unintelligible');
  });
});
