import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from './identity.ts';
import { sayActual, sayExpected } from '../../contract/deviation-words.ts';
import { caller } from '../../../test-support/fakes.ts';
import { readAnswer } from '../../protocol/answer.ts';
import { startServer, type RunningServer } from '../../server/index.ts';
import { connectEndpoint } from '../target/endpoint/index.ts';
import type { SdkResult, Target } from '../target/target.ts';
import { assessWire, type WireAnswer } from './wire-rules.ts';

/** A real answer of our server, and what the SDK made of it. */
type Sample = Omit<WireAnswer, 'answer'>;

let server: RunningServer;
let target: Target;
const samples: Partial<Record<'copy' | 'fault', Sample>> = {};

beforeAll(async () => {
  server = await startServer();
  target = await connectEndpoint({ url: server.url, region: caller.region, timeout: 5000 });
  await target.stage({ snapshots: { source: {} } }, (handle) => handle);
  samples.copy = await sampleOf('source');
  samples.fault = await sampleOf('nowhere');
});
afterAll(async () => {
  await target.close();
  await server.close();
});

async function sampleOf(source: string): Promise<Sample> {
  const request = { SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: 'new' };
  const { http, sdk } = await target.send(caller, request, {});
  if (http === undefined) throw new Error('nothing came back');
  return { http: http.response, sdk };
}

/** A way to spoil an answer. */
interface Spoiling {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: (body: string) => string;
  readonly sdk?: SdkResult;
}

function spoilt(
  kind: 'copy' | 'fault',
  { status, headers, body = (same) => same, sdk }: Spoiling,
): WireAnswer {
  const sample = samples[kind];
  if (sample === undefined) throw new Error('no sample');
  const http = {
    status: status ?? sample.http.status,
    headers: Object.fromEntries(
      Object.entries({ ...sample.http.headers, ...headers }).filter(([, value]) => value !== undefined),
    ) as Record<string, string>,
    body: body(sample.http.body),
  };
  return { http, answer: readAnswer(http), sdk: sdk ?? sample.sdk };
}

/** Replaces a text that must be there. */
const swap =
  (from: string | RegExp, to: string) =>
  (body: string): string => {
    const result = body.replace(from, to);
    if (result === body) throw new Error(`the answer has no ${String(from)}`);
    return result;
  };

const onCopy = [
  'wire-well-formed',
  'wire-content-type',
  'wire-success-envelope',
  'wire-request-id',
  'wire-namespace',
  'wire-absent-members',
  'wire-known-members',
  'wire-member-types',
  'wire-list-members',
  'wire-sdk-agrees',
];
const onFault = [
  'wire-well-formed',
  'wire-content-type',
  'wire-fault-envelope',
  'wire-fault-status',
  'wire-fault-code',
  'wire-fault-type',
  'wire-request-id',
  'wire-namespace',
  'wire-sdk-agrees',
];

describe('rules that apply, all kept', () => {
  const table = [
    { name: 'a copy', given: 'copy', expected: onCopy },
    { name: 'a fault', given: 'fault', expected: onFault },
  ] as const;

  it.each(table)('$name', ({ given, expected }) => {
    const checks = assessWire(spoilt(given, {}));
    expect(checks.map(({ rule, status }) => `${rule} ${status}`)).toEqual(
      expected.map((rule) => `${rule} pass`),
    );
  });
});

/** What is broken, as `rule: expected -> actual`. */
const broken = (wire: WireAnswer): string[] =>
  assessWire(wire).map((check) =>
    check.status === 'fail'
      ? `${check.rule}: ${sayExpected(check.expected)} -> ${sayActual(check.actual)}`
      : check.status,
  );

describe('spoilt copies break', () => {
  const envelope =
    'HTTP 200 with CopyDBClusterSnapshotResponse/CopyDBClusterSnapshotResult/DBClusterSnapshot and ResponseMetadata';
  const whole =
    'CopyDBClusterSnapshotResponse: CopyDBClusterSnapshotResult(DBClusterSnapshot), ResponseMetadata(RequestId)';
  const requestId = 'wire-request-id: a RequestId in the body, the same in the header x-amzn-RequestId';
  const types = 'wire-member-types: members written as their types are';
  const agrees = 'wire-sdk-agrees: an output like the answer';
  const namespace = 'the namespace http://rds.amazonaws.com/doc/2014-10-31/';
  const table: { name: string; given: Spoiling; expected: string[] }[] = [
    {
      name: 'another content type',
      given: { headers: { 'content-type': 'application/xml' } },
      expected: ['wire-content-type: Content-Type text/xml -> Content-Type application/xml'],
    },
    {
      name: 'no content type',
      given: { headers: { 'content-type': undefined } },
      expected: ['wire-content-type: Content-Type text/xml -> Content-Type none'],
    },
    {
      name: 'a content type that only starts alike',
      given: { headers: { 'content-type': 'text/xmlish' } },
      expected: ['wire-content-type: Content-Type text/xml -> Content-Type text/xmlish'],
    },
    {
      name: 'nothing: a charset',
      given: { headers: { 'content-type': 'Text/XML; charset=utf-8' } },
      expected: [],
    },
    {
      name: 'another status',
      given: { status: 201 },
      expected: [`wire-success-envelope: ${envelope} -> HTTP 201 with ${whole}`],
    },
    {
      name: 'another root',
      given: { body: (body) => body.replaceAll('CopyDBClusterSnapshotResponse', 'Response') },
      expected: [
        `wire-success-envelope: ${envelope} -> HTTP 200 with ${whole.replace('CopyDBClusterSnapshotResponse', 'Response')}`,
      ],
    },
    {
      name: 'no result element',
      given: { body: (body) => body.replaceAll(/<\/?CopyDBClusterSnapshotResult>/g, '') },
      expected: [
        `wire-success-envelope: ${envelope} -> HTTP 200 with CopyDBClusterSnapshotResponse: DBClusterSnapshot, ResponseMetadata(RequestId)`,
      ],
    },
    {
      name: 'no metadata',
      given: { body: swap(/<ResponseMetadata>.*<\/ResponseMetadata>/, '') },
      expected: [
        `wire-success-envelope: ${envelope} -> HTTP 200 with CopyDBClusterSnapshotResponse: CopyDBClusterSnapshotResult(DBClusterSnapshot)`,
        `${requestId} -> no RequestId in the body, another one in the header`,
      ],
    },
    {
      name: 'an empty RequestId',
      given: {
        body: swap(/<RequestId>.*<\/RequestId>/, '<RequestId/>'),
        headers: { 'x-amzn-requestid': '' },
      },
      expected: [`${requestId} -> no RequestId in the body, another one in the header`],
    },
    {
      name: 'no RequestId in the header',
      given: { headers: { 'x-amzn-requestid': undefined } },
      expected: [`${requestId} -> a RequestId in the body, no header`],
    },
    {
      name: 'another RequestId in the header',
      given: { headers: { 'x-amzn-requestid': 'other' } },
      expected: [`${requestId} -> a RequestId in the body, another one in the header`],
    },
    {
      name: 'another namespace',
      given: { body: swap('2014-10-31', '2014-09-01') },
      expected: [`wire-namespace: ${namespace} -> the namespace http://rds.amazonaws.com/doc/2014-09-01/`],
    },
    {
      name: 'no namespace',
      given: { body: swap(/ xmlns="[^"]*"/, '') },
      expected: [`wire-namespace: ${namespace} -> the namespace none`],
    },
    {
      name: 'an empty text',
      given: { body: swap('<StorageType>standard</StorageType>', '<StorageType/>') },
      expected: [
        'wire-absent-members: no empty elements -> empty elements StorageType',
        `${agrees} -> other values of StorageType`,
      ],
    },
    {
      name: 'an empty number: absent, not of a wrong type',
      given: { body: swap('<Port>8182</Port>', '<Port></Port>') },
      expected: ['wire-absent-members: no empty elements -> empty elements Port'],
    },
    {
      name: 'nothing: an empty list',
      given: {
        body: swap(/<AvailabilityZones>.*<\/AvailabilityZones>/, '<AvailabilityZones/>'),
        sdk: { kind: 'output', snapshot: {} },
      },
      expected: [`${agrees} -> other values of AvailabilityZones`],
    },
    {
      name: 'an unknown element',
      given: { body: swap('<Port>', '<TagList><Tag/></TagList><Port>') },
      expected: [],
    },
    {
      name: 'an unknown empty element: not one of the members that are left out',
      given: { body: swap('<Port>', '<Odd/><Port>') },
      expected: ['wire-known-members: only members of DBClusterSnapshot -> the elements Odd'],
    },
    ...[
      ['BackupRetentionPeriod', '1'],
      ['DbClusterResourceId', 'cluster-X'],
      ['DBSystemId', 'x'],
      ['EngineMode', 'provisioned'],
      ['PreferredBackupWindow', '07:00-08:00'],
      ['StorageEncryptionType', 'none'],
      ['StorageThroughput', '0'],
    ].map(([name = '', text = '']) => ({
      name: `nothing: ${name}, which snapshots of sister services have`,
      given: { body: swap('<Port>', `<${name}>${text}</${name}><Port>`) },
      expected: [],
    })),
    {
      name: 'a number with an element in it',
      given: { body: swap('<Port>8182<', '<Port><Value>8182</Value><') },
      expected: [`${types} -> Port: Value`],
    },
    {
      name: 'a member twice, of which the SDK reads the other',
      given: { body: swap('<Port>', '<Port>1</Port><Port>') },
      expected: [`${agrees} -> other values of Port`],
    },
    {
      name: 'a number in words',
      given: { body: swap('<Port>8182<', '<Port>many<') },
      expected: [`${types} -> Port="many"`],
    },
    {
      name: 'a boolean in capitals',
      given: { body: swap('<StorageEncrypted>false<', '<StorageEncrypted>False<') },
      expected: [`${types} -> StorageEncrypted="False"`],
    },
    {
      name: 'a time without a zone',
      given: {
        body: swap(/>[^>]*Z<\/SnapshotCreateTime>/, '>2026-01-01T00:00:00</SnapshotCreateTime>'),
      },
      expected: [`${types} -> SnapshotCreateTime="2026-01-01T00:00:00"`],
    },
    {
      name: 'zones as members',
      given: { body: (body) => body.replaceAll(/(<\/?)AvailabilityZone>/g, '$1member>') },
      expected: [
        'wire-list-members: AvailabilityZone elements inside AvailabilityZones -> AvailabilityZones: member, member, member',
      ],
    },
    {
      name: 'another value in the output',
      given: { body: swap('<Port>8182<', '<Port>8183<') },
      expected: [`${agrees} -> other values of Port`],
    },
    {
      name: 'an empty output',
      given: { sdk: { kind: 'output', snapshot: undefined } },
      expected: [`${agrees} -> other values of `],
    },
    {
      name: 'an exception',
      given: { sdk: { kind: 'exception', name: 'SyntaxError', message: '' } },
      expected: [`${agrees} -> the exception SyntaxError`],
    },
    {
      name: 'no answer',
      given: { sdk: { kind: 'no-answer', reason: 'TimeoutError' } },
      expected: [`${agrees} -> TimeoutError`],
    },
    {
      name: 'no call, if the SDK is to be believed',
      given: { sdk: { kind: 'not-sent', reason: 'no such Region' } },
      expected: [`${agrees} -> no such Region`],
    },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    const failures = broken(spoilt('copy', given)).filter((entry) => entry !== 'pass');
    expect(failures).toEqual(expected.map((text): unknown => expect.stringContaining(text)));
    if (expected.length === 0) expect(broken(spoilt('copy', given))).toHaveLength(onCopy.length);
  });
});

describe('spoilt faults break', () => {
  const envelope = 'wire-fault-envelope: ErrorResponse/Error (Type, Code, Message) and RequestId';
  const agrees = 'wire-sdk-agrees: the exception DBClusterSnapshotNotFoundFault';
  const whole = 'ErrorResponse: Error(Type, Code, Message), RequestId';
  const table: { name: string; given: Spoiling; expected: string[] }[] = [
    {
      name: 'another root',
      given: { body: (body) => body.replaceAll('ErrorResponse', 'Response') },
      expected: [`${envelope} -> ${whole.replace('ErrorResponse', 'Response')}`],
    },
    {
      name: 'no Type',
      given: { body: swap(/<Type>.*<\/Type>/, '') },
      expected: [`${envelope} -> ErrorResponse: Error(Code, Message), RequestId`],
    },
    {
      name: 'no Message',
      given: { body: swap(/<Message>.*<\/Message>/, '') },
      expected: [`${envelope} -> ErrorResponse: Error(Type, Code), RequestId`],
    },
    {
      name: 'an error without its element',
      given: { body: (body) => body.replaceAll(/<\/?Error>/g, '') },
      expected: [`${envelope} -> ErrorResponse: Type, Code, Message, RequestId`],
    },
    {
      name: 'RequestId inside the error',
      given: { body: swap(/<\/Error>(<RequestId>.*<\/RequestId>)/, '$1</Error>') },
      expected: [`${envelope} -> ErrorResponse: Error(Type, Code, Message, RequestId)`],
    },
    {
      name: 'another status',
      given: { status: 400 },
      expected: ['wire-fault-status: HTTP 404 for DBClusterSnapshotNotFoundFault -> HTTP 400'],
    },
    {
      name: 'another Type',
      given: { body: swap('>Sender<', '>Receiver<') },
      expected: ['wire-fault-type: Type Sender for DBClusterSnapshotNotFoundFault -> Type Receiver'],
    },
    {
      name: 'the name of a shape where its code belongs',
      given: {
        status: 400,
        body: swap('DBClusterSnapshotNotFoundFault', 'SnapshotQuotaExceededFault'),
        sdk: { kind: 'exception', name: 'SnapshotQuotaExceededFault', message: '' },
      },
      expected: ['wire-fault-code: the code SnapshotQuotaExceeded -> the code SnapshotQuotaExceededFault'],
    },
    {
      name: 'another exception',
      given: { sdk: { kind: 'exception', name: 'NeptuneServiceException', message: '' } },
      expected: [`${agrees} -> the exception NeptuneServiceException`],
    },
    {
      name: 'an output',
      given: { sdk: { kind: 'output', snapshot: {} } },
      expected: [`${agrees} -> an output`],
    },
    {
      name: 'no answer',
      given: { sdk: { kind: 'no-answer', reason: 'TimeoutError' } },
      expected: [`${agrees} -> TimeoutError`],
    },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(broken(spoilt('fault', given)).filter((entry) => entry !== 'pass')).toEqual(expected);
  });
});

describe('what is not applicable', () => {
  const unknownCode: Spoiling = {
    body: swap('DBClusterSnapshotNotFoundFault', 'Surprise'),
    sdk: { kind: 'exception', name: 'Surprise', message: '' },
  };
  const rulesOf = (wire: WireAnswer): string[] => assessWire(wire).map(({ rule }) => rule);

  it('a code nobody knows has no status, no Type and no spelling of its own', () => {
    const about = ['wire-fault-status', 'wire-fault-code', 'wire-fault-type'];
    expect(rulesOf(spoilt('fault', unknownCode))).toEqual(onFault.filter((rule) => !about.includes(rule)));
    expect(broken(spoilt('fault', unknownCode))).toEqual(Array(6).fill('pass'));
  });

  it('a fault without Type has none that could be wrong', () => {
    const untyped = spoilt('fault', { body: swap(/<Type>.*<\/Type>/, '') });
    expect(rulesOf(untyped)).toEqual(onFault.filter((rule) => rule !== 'wire-fault-type'));
  });

  it('what is no XML is that and nothing else', () => {
    expect(broken(spoilt('copy', { body: () => '{"a": 1}' }))).toEqual([
      expect.stringMatching(
        /^wire-well-formed: well-formed XML -> .*: the body is not well-formed XML: 1:\d+: [a-z]/,
      ),
    ]);
    expect(broken(spoilt('copy', { body: () => '' }))).toEqual([
      'wire-well-formed: well-formed XML -> an unintelligible answer (HTTP 200): the body is empty',
    ]);
  });

  it('XML that says nothing is well-formed all the same', () => {
    expect(assessWire(spoilt('copy', { body: () => '<html/>' }))).toEqual([
      { status: 'pass', rule: 'wire-well-formed' },
    ]);
  });

  it('an undeclared code is its own exception', () => {
    const sdk = { kind: 'exception', name: 'InvalidParameterValue', message: '' } as const;
    const body = swap('DBClusterSnapshotNotFoundFault', 'InvalidParameterValue');
    expect(broken(spoilt('fault', { status: 400, body, sdk }))).toEqual(Array(9).fill('pass'));
  });

  const exceptions = [
    {
      name: 'a declared one has the name of its shape',
      given: ['SnapshotQuotaExceeded', 400],
      expected: 'SnapshotQuotaExceededFault',
    },
    {
      name: 'an undeclared one has that of its code',
      given: ['AccessDeniedException', 403],
      expected: 'AccessDeniedException',
    },
  ] as const;

  it.each(exceptions)('$name', ({ given: [code, status], expected }) => {
    const body = swap('DBClusterSnapshotNotFoundFault', code);
    const named = (name: string) =>
      spoilt('fault', { status, body, sdk: { kind: 'exception', name, message: '' } });
    expect(broken(named(expected))).toEqual(Array(9).fill('pass'));
    expect(broken(named('Odd'))).toContain(`wire-sdk-agrees: the exception ${expected} -> the exception Odd`);
  });
});

describe('the namespace of faults that come before a service is reached', () => {
  const theirs = 'http://webservices.amazon.com/AWSFault/2005-15-09';
  const told = (kind: 'copy' | 'fault', code: string, namespace: string) => {
    const body = (text: string): string =>
      text
        .replace('http://rds.amazonaws.com/doc/2014-10-31/', namespace)
        .replaceAll('DBClusterSnapshotNotFoundFault', code);
    return assessWire(spoilt(kind, { body })).find(({ rule }) => rule === 'wire-namespace')?.status;
  };

  it.each([
    { kind: 'fault', code: 'InvalidAction', namespace: theirs, status: 'pass' },
    { kind: 'fault', code: 'MissingAction', namespace: theirs, status: 'pass' },
    { kind: 'fault', code: 'InvalidAction', namespace: 'http://example.org/', status: 'fail' },
    { kind: 'fault', code: 'InvalidParameterValue', namespace: theirs, status: 'fail' },
    { kind: 'copy', code: '', namespace: theirs, status: 'fail' },
  ] as const)('$code with $namespace: $status', ({ kind, code, namespace, status }) => {
    expect(told(kind, code, namespace)).toBe(status);
  });
});

describe('what is told of a deviation of the form', () => {
  const failed = (rule: string, wire: WireAnswer): string | undefined => {
    const check = assessWire(wire).find((each) => each.rule === rule);
    return check?.status === 'fail' ? sayActual(check.actual) : check?.status;
  };

  it('names each unknown member, empty element and value that could not be read', () => {
    const added = '<Odd>1</Odd><Even>2</Even></DBClusterSnapshot>';
    const unknown = spoilt('copy', { body: swap('</DBClusterSnapshot>', added) });
    expect(failed('wire-known-members', unknown)).toBe('the elements Odd, Even');
    const empty = spoilt('copy', {
      body: swap('</DBClusterSnapshot>', '<KmsKeyId/><StorageType/></DBClusterSnapshot>'),
    });
    expect(failed('wire-absent-members', empty)).toBe('empty elements KmsKeyId, StorageType');
  });

  it('tells of a snapshot without an envelope its name, not its members', () => {
    const body = (text: string): string =>
      /<DBClusterSnapshot>.*<\/DBClusterSnapshot>/s.exec(text)?.[0] ?? '';
    expect(failed('wire-success-envelope', spoilt('copy', { body }))).toBe('HTTP 200 with DBClusterSnapshot');
  });

  it('tells what is in an element, and of what has nothing in it the name', () => {
    const body = (text: string): string => text.replaceAll(/<\/?Error>/g, '');
    const children = [{ name: 'Type' }, { name: 'Code' }, { name: 'Message' }, { name: 'RequestId' }];
    const [check] = assessWire(spoilt('fault', { body })).filter(({ status }) => status === 'fail');
    expect(check?.status === 'fail' && check.actual).toStrictEqual({
      kind: 'envelope',
      root: { name: 'ErrorResponse', children },
    });
  });

  it('is the same wherever in the body it was seen', () => {
    const fingerprints = [11, 3].map((lines) => {
      const body = (): string => `${'\n'.repeat(lines)}${' '.repeat(lines)}<a>&x;</a>`;
      const [check] = assessWire(spoilt('copy', { body })).filter(({ status }) => status === 'fail');
      return check?.status === 'fail' ? fingerprint(check) : 'none';
    });
    expect(fingerprints[0]).toMatch(/^v2-/);
    expect(new Set(fingerprints).size).toBe(1);
  });

  it('a content type has to begin as it should', () => {
    const wire = spoilt('copy', { headers: { 'content-type': 'x-text/xml' } });
    expect(failed('wire-content-type', wire)).toBe('Content-Type x-text/xml');
  });
});
