import fc from 'fast-check';
import * as neptune from '@aws-sdk/client-neptune';
import {
  hostileTexts,
  textFaults,
  textRequests,
  textSnapshots,
} from '../../src/testing/arbitraries/index.ts';
import type { HttpResponse } from '../../src/protocol/http.ts';
import { expect } from '../expect.ts';
import { asyncLaw, family } from '../law.ts';
import { inForm, inSdk } from '../texts.ts';
import { codec, type Codec } from './round-trips.ts';

/** What the client below is given as the answer, and what it has sent. */
const wire = { answer: { status: 200, headers: {}, body: '' } as HttpResponse, body: '' };

const client = new neptune.Neptune({
  region: 'us-east-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  maxAttempts: 1,
  requestHandler: {
    handle({ body }: { body: string }) {
      wire.body = body;
      const { status: statusCode, headers: given, body: answered } = wire.answer;
      const headers = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]),
      );
      return Promise.resolve({ response: { statusCode, headers, body: Buffer.from(answered) } });
    },
  },
});

/** What the real client sends, and what it makes of the answer; nothing goes over the network. */
async function throughSdk(
  request: object,
  answer: HttpResponse,
): Promise<{ readonly body: string; readonly result: unknown }> {
  wire.answer = answer;
  wire.body = '';
  const result: unknown = await client
    .copyDBClusterSnapshot(request as never)
    .catch((error: unknown) => error);
  return { body: wire.body, result };
}

const requestId = '00000000-0000-4000-8000-000000000001';
const anyCopy = {
  DBClusterSnapshotIdentifier: 'copy',
  DBClusterSnapshotArn: 'arn',
  SnapshotType: 'manual',
  Status: 'available',
  PercentProgress: 100,
  StorageEncrypted: false,
};

/** The SDK refuses to send half a surrogate pair. */
const sendable = textRequests(hostileTexts().map((text) => inForm(text)));

/** The SDK puts a signed URL to a request whose source it takes for an ARN of another Region. */
const inRegion = sendable.filter(
  ({ SourceDBClusterSnapshotIdentifier: source = '' }) => !source.startsWith('arn:'),
);

const spoilingAnswers = (spoil: (body: string) => string): Partial<Codec> => ({
  writeCopied: (...given) => ({
    ...codec.writeCopied(...given),
    body: spoil(codec.writeCopied(...given).body),
  }),
});

export const sdk = family<Codec>('The AWS SDK and our codec understand each other', [
  asyncLaw({
    states: 'What we write is what the SDK sends, byte for byte.',
    inputs: inRegion,
    async holds({ writeRequest, writeCopied }: Codec, request) {
      const { body } = await throughSdk(request, writeCopied(anyCopy, requestId));
      expect(sorted(writeRequest(request))).toEqual(sorted(body));
    },
    bugs: {
      'escapes of a browser': {
        writeRequest: (request) => codec.writeRequest(request).replaceAll('%20', '+').replaceAll('%27', "'"),
      },
      'members for elements': {
        writeRequest: (request) => codec.writeRequest(request).replaceAll('Tags.Tag.', 'Tags.member.'),
      },
    },
  }),
  asyncLaw({
    states: 'What the SDK sends is read as the request.',
    inputs: inRegion,
    async holds({ readRequest, writeCopied }: Codec, request) {
      const { body } = await throughSdk(request, writeCopied(anyCopy, requestId));
      expect(readRequest(body)).toEqual(request);
    },
    bugs: {
      'a reader that does not see empty lists': {
        readRequest: (body) => codec.readRequest(body.replace(/&Tags=(?=&|$)/, '')),
      },
      'a reader that unescapes twice': {
        readRequest: (body) => codec.readRequest(body.replaceAll('%25', '%')),
      },
    },
  }),
  asyncLaw({
    states: 'What we write of a copy is what the SDK reads.',
    inputs: textSnapshots(),
    async holds({ writeCopied }: Codec, snapshot) {
      const { result } = await throughSdk({}, writeCopied(snapshot, requestId));
      const { SnapshotCreateTime, ClusterCreateTime, ...rest } = inSdk(snapshot);
      expect(result).toMatchObject({
        $metadata: { httpStatusCode: 200, requestId },
        DBClusterSnapshot: {
          ...rest,
          ...(SnapshotCreateTime !== undefined && { SnapshotCreateTime: new Date(SnapshotCreateTime) }),
          ...(ClusterCreateTime !== undefined && { ClusterCreateTime: new Date(ClusterCreateTime) }),
        },
      });
      const { DBClusterSnapshot: read } = result as { DBClusterSnapshot: object };
      expect(Object.keys(read).sort()).toEqual(Object.keys(snapshot).sort());
    },
    bugs: {
      'empty elements for absent members': spoilingAnswers((body) =>
        body.includes('<VpcId>') ? body : body.replace('<Status>', '<VpcId/><Status>'),
      ),
      'lists of members': spoilingAnswers((body) => body.replaceAll('AvailabilityZone>', 'member>')),
      'text that is not escaped': spoilingAnswers((body) => body.replaceAll('&amp;', '&')),
    },
  }),
  asyncLaw({
    states: 'What we write of a fault is what the SDK throws, as the class of its shape.',
    inputs: fc.record({ fault: textFaults(), request: sendable }),
    async holds({ writeFault }: Codec, { fault }) {
      const { result } = await throughSdk({}, writeFault(fault, requestId));
      const { shape, code, declared, status, type } = fault;
      expect(result).slowly.toBeInstanceOf(neptune.NeptuneServiceException);
      const error = result as neptune.NeptuneServiceException;
      expect(error.name).toBe(declared ? shape : code);
      if (declared) expect(error.constructor.name).toBe(shape);
      // What it makes of a message without text is the SDK's own affair.
      const message = inSdk(fault.message);
      if (message !== '') expect(error.message).toBe(message);
      expect(error.$fault).toBe(type === 'Sender' ? 'client' : 'server');
      expect(error.$metadata).toMatchObject({ httpStatusCode: status, requestId });
    },
    bugs: {
      'the wrong element for the code': {
        writeFault: (...given) => {
          const answer = codec.writeFault(...given);
          return { ...answer, body: answer.body.replaceAll('Code>', 'ErrorCode>') };
        },
      },
      'a status for everything': {
        writeFault: (...given) => ({ ...codec.writeFault(...given), status: 400 }),
      },
    },
  }),
]);

/** The parameters, in the order of their names: the SDK has one of its own. */
const sorted = (body: string): readonly string[] => body.split('&').sort();
