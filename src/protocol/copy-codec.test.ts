import { Neptune } from '@aws-sdk/client-neptune';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CopyRequest } from '../model/rules/facts.ts';
import type { SnapshotShape } from '../model/world/world.ts';
import { readAnswer } from './answer.ts';
import { readCopyRequest, writeCopied, writeCopyRequest } from './copy-codec.ts';
import { parseForm } from './form.ts';
import type { HttpResponse } from './http.ts';
import { queryServices } from './actions.ts';
import { writeElement, writeFault, writeReply } from './write-xml.ts';
import { parseXml } from './xml.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

/** The real SDK with its transport replaced: sees what it sends, and reads what it is given. */
function sdk(answer: HttpResponse): { neptune: Neptune; bodies: string[] } {
  const bodies: string[] = [];
  const requestHandler = {
    handle: (request: { body: string }) => {
      bodies.push(request.body);
      const { status: statusCode, headers } = answer;
      const lower = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      return Promise.resolve({ response: { statusCode, headers: lower, body: Buffer.from(answer.body) } });
    },
  };
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const options = { region: 'us-east-1', credentials, maxAttempts: 1, requestHandler };
  return { neptune: new Neptune(options), bodies };
}

const snapshot: SnapshotShape = {
  AvailabilityZones: ['us-east-1a', 'us-east-1b'],
  DBClusterSnapshotIdentifier: 'copy',
  DBClusterSnapshotArn: 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:copy',
  SnapshotCreateTime: '2026-01-02T03:04:05.678Z',
  SnapshotType: 'manual',
  Status: 'available',
  PercentProgress: 100,
  Port: 8182,
  StorageEncrypted: false,
};

// Half a surrogate pair cannot be sent by anybody.
const text = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((value) => value.replace(/\p{Surrogate}/gu, '\ufffd'));
const optional = { requiredKeys: [] };
const request: fc.Arbitrary<CopyRequest> = fc.record(
  {
    SourceDBClusterSnapshotIdentifier: text,
    TargetDBClusterSnapshotIdentifier: text,
    KmsKeyId: text,
    PreSignedUrl: text,
    CopyTags: fc.boolean(),
    Tags: fc.array(
      fc
        .record({ Key: text, Value: fc.option(text, { nil: undefined }) })
        .map(({ Key, Value }) => (Value === undefined ? { Key } : { Key, Value })),
      { maxLength: 12 },
    ),
  },
  optional,
);

function read(body: string): unknown {
  const form = parseForm(body);
  return form.ok ? readCopyRequest(form.value) : form;
}

describe('requests', () => {
  test('what the SDK sends is what is read', async () => {
    const { neptune, bodies } = sdk(writeCopied(snapshot, 'id'));
    await fc.assert(
      fc.asyncProperty(request, async (sent) => {
        await neptune.copyDBClusterSnapshot({ ...sent } as Parameters<Neptune['copyDBClusterSnapshot']>[0]);
        expect(read(bodies.pop() ?? '')).toEqual({ ok: true, value: sent });
      }),
    );
  });

  test('what is written is what is read', () => {
    fc.assert(
      fc.property(request, (sent) => {
        expect(read(writeCopyRequest(sent))).toEqual({ ok: true, value: sent });
      }),
    );
  });

  test('what is written is what the SDK sends, byte for byte', async () => {
    const { neptune, bodies } = sdk(writeCopied(snapshot, 'id'));
    const sent = {
      SourceDBClusterSnapshotIdentifier: "a~!*'()é",
      TargetDBClusterSnapshotIdentifier: 'b c+&=',
      CopyTags: true,
      Tags: [{ Key: 'k', Value: '' }, { Key: '/' }],
    };
    await neptune.copyDBClusterSnapshot(sent);
    expect(writeCopyRequest(sent)).toBe(bodies[0]);
  });
});

describe('answers', () => {
  test('the SDK reads the snapshot that was written, and so does readAnswer', async () => {
    const answer = writeCopied(snapshot, 'id');
    const { DBClusterSnapshot, $metadata } = await sdk(answer).neptune.copyDBClusterSnapshot({} as never);
    expect(DBClusterSnapshot).toEqual({
      ...snapshot,
      SnapshotCreateTime: new Date('2026-01-02T03:04:05.678Z'),
    });
    expect($metadata).toMatchObject({ httpStatusCode: 200, requestId: 'id' });
    expect(readAnswer(answer)).toMatchObject({
      kind: 'copied',
      status: 200,
      requestId: 'id',
      snapshot,
      unread: [],
    });
  });

  test('a member without a value is an absent element', () => {
    const output = { DBClusterSnapshot: { ...snapshot, KmsKeyId: undefined, VpcId: undefined } };
    const { body } = writeReply(queryServices.neptune, 'CopyDBClusterSnapshot', output, 'id');
    expect(body).not.toMatch(/KmsKeyId|VpcId|undefined/);
    expect(body).toBe(writeCopied(snapshot, 'id').body);
  });

  test('any text survives, but for characters that XML has not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const root = parseXml(writeElement('a', value));
        const expected = value.replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
        expect('error' in root ? root.error : root.text).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    { name: 'markup', given: `<a b="c">&amp;'</a>`, expected: `<a b="c">&amp;'</a>` },
    { name: 'end of CDATA', given: ']]>', expected: ']]>' },
    { name: 'line ends', given: 'a\r\nb\rc\n\td', expected: 'a\r\nb\rc\n\td' },
    { name: 'half a pair first', given: '\ud800a', expected: '\ufffda' },
    { name: 'half a pair last', given: 'a\udc00', expected: 'a\ufffd' },
    { name: 'a whole pair', given: '\u{1f600}', expected: '\u{1f600}' },
    { name: 'forbidden', given: '\0\x01\x0b\x1f\ufffe\uffff', expected: '\ufffd'.repeat(6) },
    { name: 'odd but allowed', given: '\x7f\x85\u2028\u00a0', expected: '\x7f\x85\u2028\u00a0' },
  ])('as text of an element and in a fault: $name', ({ given, expected }) => {
    const root = parseXml(writeElement('a', given));
    expect('error' in root ? root.error : root.text).toBe(expected);
    const fault = writeFault(queryServices.neptune, { code: 'X', status: 400, message: given }, 'id');
    expect(readAnswer(fault)).toMatchObject({
      kind: 'rejected',
      code: 'X',
      message: expected,
      type: 'Sender',
    });
  });
});
