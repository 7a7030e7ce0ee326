import type { Actual, Expected, SdkAnswer } from '../src/contract/generated/types.ts';

/** A value of each kind, and what is said of it. */
type Samples<T extends { readonly kind: string }> = {
  readonly [Kind in T['kind']]: readonly (readonly [value: Extract<T, { kind: Kind }>, words: string])[];
};

const zones = { name: 'AvailabilityZones', children: [{ name: 'member' }, { name: 'other' }] };

/** What may be expected, of every kind. */
export const expectedSamples: Samples<Expected> = {
  outcome: [
    [{ kind: 'outcome', copy: true, faults: [] }, 'a copy'],
    [
      { kind: 'outcome', copy: true, faults: ['InvalidParameterValue'] },
      'a copy, or InvalidParameterValue (HTTP 400)',
    ],
    [
      {
        kind: 'outcome',
        copy: false,
        faults: ['DBClusterSnapshotNotFoundFault', 'SnapshotQuotaExceededFault'],
      },
      'a rejection with DBClusterSnapshotNotFoundFault (HTTP 404) or SnapshotQuotaExceeded (HTTP 400)',
    ],
    [{ kind: 'outcome', copy: false, faults: ['NobodyKnowsIt'] }, 'a rejection with NobodyKnowsIt'],
  ],
  members: [
    [{ kind: 'members', of: 'copy', members: { Port: { kind: 'is', value: 8182 } } }, 'Port 8182'],
    [
      { kind: 'members', of: 'description', members: { KmsKeyId: { kind: 'absent' } } },
      'described KmsKeyId absent',
    ],
    [
      {
        kind: 'members',
        of: 'source',
        members: {
          Status: { kind: 'one-of', values: ['copying', null] },
          PercentProgress: { kind: 'between', low: 0, high: 100 },
        },
      },
      'the source has Status "copying" or absent, PercentProgress 0 to 100',
    ],
    [
      {
        kind: 'members',
        of: 'existing',
        members: { AvailabilityZones: { kind: 'is', value: ['a', 'b'] } },
      },
      'the snapshot of that name has AvailabilityZones ["a","b"]',
    ],
  ],
  tags: [
    [{ kind: 'tags', of: 'copy', required: [], optional: [] }, 'tags none'],
    [
      {
        kind: 'tags',
        of: 'source',
        required: [{ Key: 'a', Value: '1' }, { Key: 'b' }],
        optional: [{ Key: 'aws:c', Value: '3' }],
      },
      'the source has tags a=1, b=, perhaps with aws:c=3',
    ],
  ],
  presence: [
    [{ kind: 'presence', of: 'copy', present: true }, 'the copy is described'],
    [
      { kind: 'presence', of: 'snapshot', present: false, name: '{new}' },
      'the snapshot {new} is not described',
    ],
  ],
  progress: [[{ kind: 'progress' }, 'progress that never falls']],
  winners: [[{ kind: 'winners', winners: 1, of: 3 }, 'exactly 1 of 3 requests at once succeeds']],
  list: [
    [
      { kind: 'list', operation: 'DescribeDBClusterSnapshots' },
      'pages of DescribeDBClusterSnapshots that come to an end',
    ],
  ],
  xml: [[{ kind: 'xml' }, 'well-formed XML']],
  header: [[{ kind: 'header', name: 'Content-Type', value: 'text/xml' }, 'Content-Type text/xml']],
  envelope: [
    [
      { kind: 'envelope', status: 200, path: ['A', 'B'], inside: [], beside: ['ResponseMetadata'] },
      'HTTP 200 with A/B and ResponseMetadata',
    ],
    [{ kind: 'envelope', path: ['A', 'B'], inside: [], beside: ['Code', 'Type'] }, 'A/B and Code, Type'],
  ],
  'http-status': [[{ kind: 'http-status', status: 404, code: 'Oops' }, 'HTTP 404 for Oops']],
  code: [[{ kind: 'code', code: 'Oops' }, 'the code Oops']],
  'fault-type': [[{ kind: 'fault-type', type: 'Sender', code: 'Oops' }, 'Type Sender for Oops']],
  'request-id': [
    [{ kind: 'request-id' }, 'a RequestId in the body, the same in the header x-amzn-RequestId'],
  ],
  namespace: [[{ kind: 'namespace', uri: 'http://a.example/' }, 'the namespace http://a.example/']],
  elements: [
    [{ kind: 'elements', problem: 'empty' }, 'no empty elements'],
    [{ kind: 'elements', problem: 'unknown' }, 'only members of DBClusterSnapshot'],
    [{ kind: 'elements', problem: 'mistyped' }, 'members written as their types are'],
    [{ kind: 'elements', problem: 'mislisted' }, 'AvailabilityZone elements inside AvailabilityZones'],
  ],
  'sdk-output': [[{ kind: 'sdk-output' }, 'an output like the answer']],
  'sdk-exception': [[{ kind: 'sdk-exception', name: 'Oops' }, 'the exception Oops']],
};

/** What may come, of every kind. */
export const actualSamples: Samples<Actual> = {
  copy: [[{ kind: 'copy' }, 'a copy']],
  rejection: [
    [{ kind: 'rejection', code: 'Oops' }, 'Oops'],
    [{ kind: 'rejection', code: 'Oops', status: 418 }, 'Oops (HTTP 418)'],
  ],
  unintelligible: [
    [{ kind: 'unintelligible', reason: 'the body is empty' }, 'an unintelligible answer: the body is empty'],
    [
      { kind: 'unintelligible', status: 502, reason: 'no XML' },
      'an unintelligible answer (HTTP 502): no XML',
    ],
  ],
  members: [
    [{ kind: 'members', of: 'copy', members: { Port: 1, Engine: 'a"b' } }, 'Port 1, Engine "a\\"b"'],
    [{ kind: 'members', of: 'snapshot', members: { KmsKeyId: null } }, 'the snapshot has KmsKeyId absent'],
    [
      { kind: 'members', of: 'description', members: { StorageEncrypted: false } },
      'described StorageEncrypted false',
    ],
  ],
  tags: [
    [{ kind: 'tags', of: 'copy', tags: [] }, 'tags none'],
    [{ kind: 'tags', of: 'copy', tags: [{ Key: 'a', Value: '1' }, { Key: 'b' }] }, 'tags a=1, b='],
    [{ kind: 'tags', of: 'source', tags: [{ Key: 'a' }] }, 'the source has tags a='],
  ],
  presence: [
    [{ kind: 'presence', of: 'source', present: false }, 'the source is not described'],
    [
      { kind: 'presence', of: 'existing', present: true, name: '{new}' },
      'the snapshot of that name {new} is described',
    ],
  ],
  progress: [[{ kind: 'progress', from: 50, to: 49 }, 'progress fell from 50 to 49']],
  winners: [[{ kind: 'winners', winners: 2, of: 3 }, '2 of 3 succeed']],
  list: [[{ kind: 'list', problem: 'the same page again' }, 'the same page again']],
  header: [
    [{ kind: 'header', name: 'Content-Type', value: 'text/plain' }, 'Content-Type text/plain'],
    [{ kind: 'header', name: 'Content-Type', value: null }, 'Content-Type none'],
  ],
  envelope: [
    [
      {
        kind: 'envelope',
        status: 200,
        root: { name: 'A', children: [{ name: 'B', children: ['C', 'D'] }, { name: 'E' }] },
      },
      'HTTP 200 with A: B(C, D), E',
    ],
    [{ kind: 'envelope', status: 404, root: { name: 'A', text: 'x' } }, 'HTTP 404 with A="x"'],
  ],
  'http-status': [[{ kind: 'http-status', status: 400 }, 'HTTP 400']],
  code: [[{ kind: 'code', code: 'Oops' }, 'the code Oops']],
  'fault-type': [[{ kind: 'fault-type', type: 'Receiver' }, 'Type Receiver']],
  'request-id': [
    [{ kind: 'request-id', body: true, header: 'absent' }, 'a RequestId in the body, no header'],
    [
      { kind: 'request-id', body: false, header: 'another' },
      'no RequestId in the body, another one in the header',
    ],
    [{ kind: 'request-id', body: true, header: 'same' }, 'a RequestId in the body, the same in the header'],
  ],
  namespace: [
    [{ kind: 'namespace', uri: 'http://b.example/' }, 'the namespace http://b.example/'],
    [{ kind: 'namespace', uri: null }, 'the namespace none'],
  ],
  elements: [
    [{ kind: 'elements', problem: 'empty', elements: [{ name: 'Port' }] }, 'empty elements Port'],
    [
      { kind: 'elements', problem: 'unknown', elements: [{ name: 'Odd', text: '1' }, { name: 'Even' }] },
      'the elements Odd, Even',
    ],
    [{ kind: 'elements', problem: 'mistyped', elements: [{ name: 'Port', text: 'many' }] }, 'Port="many"'],
    [{ kind: 'elements', problem: 'mislisted', elements: [zones] }, 'AvailabilityZones: member, other'],
  ],
  'sdk-output': [
    [{ kind: 'sdk-output', different: [] }, 'an output'],
    [{ kind: 'sdk-output', different: ['Port', 'Engine'] }, 'other values of Port, Engine'],
  ],
  'sdk-exception': [[{ kind: 'sdk-exception', name: 'Oops' }, 'the exception Oops']],
  'sdk-nothing': [[{ kind: 'sdk-nothing', reason: 'TimeoutError' }, 'TimeoutError']],
};

/** What the SDK may make of an answer, of every kind. */
export const sdkSamples: Samples<SdkAnswer> = {
  output: [
    [{ kind: 'output', snapshot: { Port: 1 } }, 'an output: {"Port":1}'],
    [{ kind: 'output' }, 'an output without DBClusterSnapshot'],
  ],
  exception: [[{ kind: 'exception', name: 'Oops', message: 'why' }, 'the exception Oops: why']],
  'no-answer': [[{ kind: 'no-answer', reason: 'late' }, 'no answer: late']],
  'not-sent': [[{ kind: 'not-sent', reason: 'no such Region' }, 'not sent: no such Region']],
};

/** The values of a table, without their words. */
export const valuesOf = <T extends { readonly kind: string }>(samples: Samples<T>): readonly T[] =>
  Object.values<readonly (readonly [T, string])[]>(samples).flatMap((rows) => rows.map(([value]) => value));
