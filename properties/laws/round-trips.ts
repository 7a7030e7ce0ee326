import { textFaults, textRequests, textSnapshots } from '../../src/testing/arbitraries/index.ts';
import type { CopyRequest } from '../../src/model/rules/facts.ts';
import { queryServices } from '../../src/protocol/actions.ts';
import { readAnswer } from '../../src/protocol/answer.ts';
import { readCopyRequest, writeCopied, writeCopyRequest } from '../../src/protocol/copy-codec.ts';
import { parseForm } from '../../src/protocol/form.ts';
import { writeFault } from '../../src/protocol/write-xml.ts';
import { parseXml, type XmlElement } from '../../src/protocol/xml.ts';
import { schemas } from '../../src/contract/generated/schemas.ts';
import { createValidator } from '../../src/contract/validate.ts';
import { expect } from '../expect.ts';
import { family, law } from '../law.ts';
import { inForm, inXml } from '../texts.ts';

/** How requests, copies and faults go over the wire, and how they are read there. */
export interface Codec {
  readonly writeRequest: (request: CopyRequest) => string;
  readonly readRequest: (body: string) => unknown;
  readonly writeCopied: typeof writeCopied;
  readonly writeFault: (
    fault: Parameters<typeof writeFault>[1],
    requestId: string,
  ) => ReturnType<typeof writeFault>;
  readonly readAnswer: typeof readAnswer;
}

/** The codec of this package. */
export const codec: Codec = {
  writeRequest: writeCopyRequest,
  readRequest(body) {
    const form = parseForm(body);
    const read = form.ok ? readCopyRequest(form.value) : form;
    return read.ok ? read.value : read.problem;
  },
  writeCopied,
  writeFault: (fault, requestId) => writeFault(queryServices.neptune, fault, requestId),
  readAnswer,
};

const validator = createValidator(schemas);
const requestId = '00000000-0000-4000-8000-000000000001';

/** A codec whose writer of bodies spoils them. */
const spoiling = (spoil: (body: string) => string): Partial<Codec> => ({
  writeCopied: (...given) => ({
    ...codec.writeCopied(...given),
    body: spoil(codec.writeCopied(...given).body),
  }),
  writeFault: (...given) => ({ ...codec.writeFault(...given), body: spoil(codec.writeFault(...given).body) }),
});

const bugs = {
  'text that is not escaped': spoiling((body) => body.replaceAll('&lt;', '<').replaceAll('&amp;', '&')),
  'carriage returns as they are': spoiling((body) => body.replaceAll('&#xD;', '\r')),
  'a reader that trims': {
    readAnswer: (answer) => codec.readAnswer({ ...answer, body: answer.body.replace(/>[ \n\t]+/g, '>') }),
  },
} satisfies Record<string, Partial<Codec>>;

/** The leaves of an element of `ErrorResponse` as an object. */
const plain = ({ children, text }: XmlElement): unknown =>
  children.length === 0 ? text : Object.fromEntries(children.map((child) => [child.name, plain(child)]));

export const roundTrips = family<Codec>('What is written is what is read', [
  law({
    states: 'A request is read as it was written, but for halves of surrogate pairs.',
    inputs: textRequests(),
    holds({ writeRequest, readRequest }: Codec, request) {
      expect(readRequest(writeRequest(request))).toEqual(inForm(request));
    },
    bugs: {
      'spaces that are not told from pluses': {
        writeRequest: (request) => codec.writeRequest(request).replaceAll('%2B', '+'),
      },
      'tags in the order of their texts': {
        writeRequest: (request) => codec.writeRequest(request).replaceAll('Tags.Tag.10.', 'Tags.Tag.0.'),
      },
      'empty lists that are lost': {
        writeRequest: (request) => codec.writeRequest(request).replace(/&Tags=(?=&|$)/, ''),
      },
    },
  }),
  law({
    states: 'A copy is read as it was written, but for characters that XML has not.',
    inputs: textSnapshots(),
    holds(subject: Codec, snapshot) {
      const answer = subject.readAnswer(subject.writeCopied(snapshot, requestId));
      const { kind, ...read } = { snapshot: undefined, unread: undefined, ...answer };
      expect({ kind, snapshot: read.snapshot, unread: read.unread, requestId: read.requestId }).toEqual({
        kind: 'copied',
        snapshot: inXml(snapshot),
        unread: [],
        requestId,
      });
    },
    bugs,
  }),
  law({
    states: 'A copy that is read is as the schema of the response says.',
    inputs: textSnapshots(),
    holds(subject: Codec, snapshot) {
      const answer = subject.readAnswer(subject.writeCopied(snapshot, requestId));
      const result = { DBClusterSnapshot: answer.kind === 'copied' ? answer.snapshot : undefined };
      const schema = 'neptune-copy-contract:shapes/copy-db-cluster-snapshot-result';
      expect(validator.problems(schema, result)).toEqual([]);
    },
    bugs: {
      'no copy in the answer': spoiling((body) => body.replaceAll('DBClusterSnapshot>', 'DBSnapshot>')),
    },
  }),
  law({
    states:
      'A fault is read as it was written, with its code, status, sender and id, and as its schema says.',
    inputs: textFaults(),
    holds(subject: Codec, fault) {
      const { code, status, type, message } = fault;
      const answer = subject.readAnswer(subject.writeFault(fault, requestId));
      expect(answer).toMatchObject({
        kind: 'rejected',
        code,
        status,
        type,
        message: inXml(message),
        requestId,
      });
      const document = plain(parseXml(subject.writeFault(fault, requestId).body) as XmlElement);
      expect(validator.problems('neptune-copy-contract:shapes/fault', document)).toEqual([]);
    },
    bugs: {
      ...bugs,
      'the shape for the code': {
        writeFault: (fault, id) =>
          codec.writeFault(
            fault.code === 'SnapshotQuotaExceeded' ? { ...fault, code: 'SnapshotQuotaExceededFault' } : fault,
            id,
          ),
      },
      'everybody is to blame': spoiling((body) => body.replace('<Type>Receiver<', '<Type>Sender<')),
      'an element too many': spoiling((body) => body.replace('</Error>', '<Detail></Detail></Error>')),
    },
  }),
]);
