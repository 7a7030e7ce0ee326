import { describe, expect, it } from 'vitest';
import { HarnessError } from '../errors.ts';
import { describeSdk } from './describe-sdk.ts';

/** A structure as SDKs carry it: members, their types, and how many of them, from the first, are required. */
const struct = (
  name: string,
  members: readonly string[],
  types: readonly unknown[],
  required?: number,
): unknown[] => [3, 'ns', name, 0, members, types, ...(required === undefined ? [] : [required])];

class NeptuneClient {
  config = {
    protocol: { getShapeId: () => 'aws.protocols#awsQuery' },
    protocolSettings: { version: '2014-10-31', xmlNamespace: 'urn:x' },
  };
}

const tag = struct('Tag', ['Key'], [0]);
const input = struct(
  'In',
  ['Needed', 'Named', 'On', 'Count', 'Time', 'Seconds', 'Tags', 'Flat', 'Plain', 'Map', 'Blob', 'Document'],
  [
    0,
    [0, { xmlName: 'named' }],
    2,
    1,
    4,
    7,
    [1, 'ns', 'Tags', 0, [() => tag, { xmlName: 'Tag' }]],
    [[1, 'ns', 'Flat', 0, 0], { xmlFlattened: 1 }],
    [1, 'ns', 'Plain', 0, 0],
    [2, 'ns', 'Map', 0, 0, 0],
    21,
    15,
  ],
  1,
);
const own: unknown[] = struct('Out', ['Self'], []);
(own[5] as unknown[]).push(() => own);

const fault = (traits: object): unknown[] => [-3, 'ns', 'Full', traits, ['message'], [0]];

const exports = {
  NeptuneClient,
  In$: input,
  CopyDBClusterSnapshot$: [9, 'ns', 'CopyDBClusterSnapshot', 0, () => input, () => own],
  Full$: fault({ awsQueryError: ['TooFull', 404], error: 'client', httpError: 400 }),
  Bare$: fault({ error: 'server' }),
};
const declaredFaults = ['Full', 'Bare'];

const simple = (name: string): object => ({ kind: 'simple', name });
const optional = (name: string, type: object, wireName = name): object => ({
  [name]: { type, required: false, wireName },
});

describe('describeSdk', () => {
  const described = describeSdk({ exports, declaredFaults });

  it('tells protocol, version and namespace', () => {
    expect(described).toMatchObject({
      protocol: 'aws.protocols#awsQuery',
      version: '2014-10-31',
      namespace: 'urn:x',
    });
  });

  it('tells members with their types, which are required, and names on the wire', () => {
    expect(described?.input).toEqual({
      Needed: { type: simple('string'), required: true, wireName: 'Needed' },
      ...optional('Named', simple('string'), 'named'),
      ...optional('On', simple('boolean')),
      ...optional('Count', simple('number')),
      ...optional('Time', simple('timestamp')),
      ...optional('Seconds', simple('timestamp (epoch-seconds)')),
      ...optional('Tags', {
        kind: 'list',
        elementName: 'Tag',
        element: { kind: 'structure', members: optional('Key', simple('string')) },
      }),
      ...optional('Flat', { kind: 'list', elementName: '(flattened)', element: simple('string') }),
      ...optional('Plain', { kind: 'list', elementName: 'member', element: simple('string') }),
      ...optional('Map', simple('map')),
      ...optional('Blob', simple('blob')),
      ...optional('Document', simple('document')),
    });
  });

  it('comes to an end with a structure that contains itself', () => {
    expect(described?.output).toEqual(optional('Self', { kind: 'structure', members: {} }));
  });

  it('tells the faults, and what holds where a trait is absent', () => {
    expect(described?.faults).toEqual({
      Full: { code: 'TooFull', status: 404, sender: 'Sender' },
      Bare: { code: 'Bare', status: 500, sender: 'Receiver' },
    });
  });

  it('tells nothing of an SDK that no longer has the operation', () => {
    expect(describeSdk({ exports: { NeptuneClient }, declaredFaults: [] })).toBeUndefined();
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, readonly string[], RegExp]>([
    [
      'no schemas',
      { CopyDBClusterSnapshot$: undefined, CopyDBClusterSnapshotCommand: NeptuneClient },
      declaredFaults,
      /no runtime schema/,
    ],
    [
      'an operation of another form',
      { CopyDBClusterSnapshot$: {} },
      declaredFaults,
      /the schema of the operation/,
    ],
    ['no word of what is required', { In$: tag }, declaredFaults, /which members are required/],
    [
      'a type of another form',
      { CopyDBClusterSnapshot$: [9, 'ns', 'C', 0, () => struct('I', ['A'], [9999], 1), () => own] },
      declaredFaults,
      /the type of A/,
    ],
    [
      'an input that is no structure',
      { CopyDBClusterSnapshot$: [9, 'ns', 'C', 0, 0, () => own] },
      declaredFaults,
      /not understood/,
    ],
    ['no faults', {}, [], /tell no faults/],
    ['a fault without a schema', {}, ['Lost'], /the fault Lost/],
    ['no client', { NeptuneClient: undefined }, declaredFaults, /no NeptuneClient/],
    [
      'a client without a protocol',
      {
        NeptuneClient: class {
          config = {};
        },
      },
      declaredFaults,
      /no protocol/,
    ],
  ])('refuses %s', (_, different, faults, words) => {
    const sdk = { exports: { ...exports, ...different }, declaredFaults: faults };
    expect(() => describeSdk(sdk)).toThrow(HarnessError);
    expect(() => describeSdk(sdk)).toThrow(words);
  });
});
