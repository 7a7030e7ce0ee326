import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { hostileTexts, textSnapshots } from '../src/testing/arbitraries/index.ts';
import {
  emptyWorld,
  keyArn,
  placeState,
  putSnapshot,
  withPlace,
  type KmsKey,
  type World,
} from '../src/model/index.ts';
import {
  kmsActions,
  neptuneActions,
  queryServices,
  stsActions,
  type Members,
  type MemberType,
} from '../src/protocol/actions.ts';
import type { HttpRequest, HttpResponse } from '../src/protocol/http.ts';
import { writeInput } from '../src/protocol/read-input.ts';
import { handle } from '../src/server/index.ts';

const caller = { account: '123456789012', region: 'us-east-1' };

/** What is wrong with a text as an XML document with namespaces; nothing if it is one. */
function xmlProblem(body: string): string | undefined {
  let problem: string | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => (problem ??= error.message));
  parser.write(body).close();
  return problem;
}

/** What is wrong with an answer, whatever it says. */
function problemOf({ status, headers, body }: HttpResponse): string | undefined {
  if (Buffer.from(body).toString() !== body) return 'the body cannot be sent as UTF-8';
  if (headers['Content-Type'] === 'text/xml') return xmlProblem(body);
  if (headers['Content-Type'] !== 'application/x-amz-json-1.1')
    return 'the content type is neither XML nor JSON';
  const document: unknown = body === '' ? {} : JSON.parse(body);
  return status < 300 || Object.hasOwn(document as object, '__type') ? undefined : 'the fault has no __type';
}

const key: KmsKey = {
  place: caller,
  id: 'key-1',
  arn: keyArn(caller, 'key-1'),
  state: 'Enabled',
  spec: 'SYMMETRIC_DEFAULT',
  manager: 'CUSTOMER',
  multiRegion: false,
  usableBy: [],
};

/** A world whose snapshots, tags and aliases say anything at all; the names by which they are found do not. */
const worlds: fc.Arbitrary<World> = fc
  .record({
    shapes: fc.array(textSnapshots(), { minLength: 1, maxLength: 3 }),
    tags: fc.array(fc.record({ Key: hostileTexts(), Value: hostileTexts() }), { maxLength: 3 }),
    sharedWith: fc.array(hostileTexts(), { maxLength: 2 }),
    cluster: hostileTexts(),
  })
  .map(({ shapes, tags, sharedWith, cluster }) => {
    const filled = shapes.reduce((world, shape, i) => {
      const name = `snapshot-${i}`;
      return putSnapshot(world, { place: caller, name, shape, tags, sharedWith });
    }, emptyWorld());
    const state = placeState(filled, caller);
    const made = {
      place: caller,
      name: cluster,
      createdAt: 0,
      engineVersion: cluster,
      port: 1,
      iamAuthentication: false,
      copyTagsToSnapshot: false,
      tags,
    };
    return withPlace(filled, caller, {
      ...state,
      clusters: state.clusters.set('cluster', made),
      keys: state.keys.set(key.id, key),
    });
  });

/** Values that lead somewhere in these worlds. */
const known = fc.constantFrom(
  'snapshot-0',
  'new-copy',
  'cluster',
  'restore',
  'arn:aws:rds:us-east-1:123456789012:cluster-snapshot:snapshot-0',
  'arn:aws:rds:us-east-1:123456789012:cluster:cluster',
  'arn:aws:rds:us-east-1:210987654321:cluster-snapshot:snapshot-0',
  'key-1',
  'alias/key-1',
  'arn:aws:iam::123456789012:role/r',
  'neptune',
  'true',
  '20',
);
const value = fc.oneof(known, hostileTexts());

/** A value of a member: of its type, or any text at all. */
function valueOf(type: MemberType): fc.Arbitrary<unknown> {
  if (type === 'boolean' || type === 'boolean-or-text') return fc.oneof(fc.boolean(), value);
  if (type === 'integer') return fc.oneof(fc.constantFrom(7, 20), value);
  if (typeof type !== 'object') return value;
  if (type.members === undefined) return fc.array(value, { maxLength: 3 });
  const texts = type.members.map((field) => [field, value] as const);
  const lists = Object.keys(type.lists ?? {}).map(
    (field) => [field, fc.array(value, { maxLength: 3 })] as const,
  );
  const fields = Object.fromEntries<fc.Arbitrary<unknown>>([...texts, ...lists]);
  return fc.array(fc.record(fields, { requiredKeys: [], noNullPrototype: true }), { maxLength: 3 });
}

/** An input with any of the members that the table has. */
const inputs = (members: Members): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(members).flatMap(([member, type]) =>
        type === 'unsupported' ? [] : [[member, valueOf(type)] as const],
      ),
    ),
    { requiredKeys: [], noNullPrototype: true },
  );

const authorization = (service: string, text = ''): string =>
  `AWS4-HMAC-SHA256 Credential=${caller.account}/20260101/${caller.region}/${service}/aws4_request${text}, Signature=0`;

const formType = { 'content-type': 'application/x-www-form-urlencoded' };
const escaped = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** Any action of a Query service, with an input made for it. */
const queryRequests: fc.Arbitrary<HttpRequest> = fc
  .constantFrom(
    ...Object.entries(neptuneActions).map((entry) => ['rds', ...entry] as const),
    ...Object.entries(stsActions).map((entry) => ['sts', ...entry] as const),
  )
  .chain(([service, action, members]) =>
    inputs(members).map((input) => {
      const { version } = queryServices[service === 'rds' ? 'neptune' : 'sts'];
      const pairs = [['Action', action], ['Version', version], ...writeInput(input, members)] as const;
      const body = pairs.map(([name, text]) => `${escaped(name)}=${escaped(text)}`).join('&');
      return {
        method: 'POST',
        path: '/',
        headers: { authorization: authorization(service), ...formType },
        body: Buffer.from(body),
      };
    }),
  );

const kmsRequests: fc.Arbitrary<HttpRequest> = fc
  .constantFrom(...Object.entries(kmsActions))
  .chain(([action, members]) =>
    inputs(members).map((input) => ({
      method: 'POST',
      path: '/',
      headers: { authorization: authorization('kms'), 'x-amz-target': `TrentService.${action}` },
      body: Buffer.from(JSON.stringify(input)),
    })),
  );

/** A request that says anything at all in each place from which an answer might quote. */
const oddRequests: fc.Arbitrary<HttpRequest> = fc
  .record({
    method: fc.oneof(fc.constant('POST'), hostileTexts()),
    path: fc.oneof(
      fc.constant('/'),
      hostileTexts(),
      hostileTexts().map((text) => `/?${escaped(text)}=${escaped(text)}`),
    ),
    credential: fc.oneof(
      hostileTexts(),
      hostileTexts().map((text) => authorization('rds', text)),
      hostileTexts().map((text) => authorization(text)),
      fc.constant(undefined),
    ),
    type: fc.oneof(fc.constant(formType['content-type']), hostileTexts()),
    target: fc.option(
      hostileTexts().map((text) => `TrentService.${text}`),
      { nil: undefined, freq: 2 },
    ),
    action: hostileTexts(),
    version: fc.oneof(fc.constant('2014-10-31'), hostileTexts()),
    name: hostileTexts(),
  })
  .map(({ method, path, credential, type, target, action, version, name }) => ({
    method,
    path,
    headers: { authorization: credential, 'content-type': type, 'x-amz-target': target },
    body: Buffer.from(
      `Action=${escaped(action)}&Version=${escaped(version)}&${escaped(name)}=x&${escaped(name)}=y`,
    ),
  }));

describe('whatever the endpoint says is well-formed', () => {
  it.each([
    ['answers of Neptune and STS', queryRequests, [200, 400, 403, 404]],
    ['answers of KMS', kmsRequests, [200, 400]],
    ['answers to what is no request', oddRequests, [400, 403, 404]],
  ] as const)('%s', (_, requests, statuses) => {
    const seen = new Set<number>();
    fc.assert(
      fc.property(worlds, fc.array(requests, { minLength: 1, maxLength: 5 }), (start, sent) => {
        let world = start;
        for (const request of sent) {
          const onDefect = (error: unknown) => {
            throw error;
          };
          const [next, answer] = handle(world, request, { onDefect });
          world = next;
          seen.add(answer.status);
          expect(problemOf(answer), answer.body).toBeUndefined();
        }
      }),
      { numRuns: 3 * (fc.readConfigureGlobal().numRuns ?? 100) },
    );
    expect([...seen].sort()).toEqual(statuses);
  });

  it.each([
    ['text that is not escaped', '<a>a & b</a>'],
    ['an element that is not closed', '<a><b></a>'],
    ['a character that XML has not', '<a>\0</a>'],
    ['U+FFFE', '<a>\ufffe</a>'],
    ['half a surrogate pair', '<a>\ud800</a>'],
    ['a reference to such a character', '<a>&#0;</a>'],
    ['an end of CDATA', '<a>]]></a>'],
    ['two roots', '<a/><b/>'],
    ['a prefix without a namespace', '<x:a/>'],
    ['nothing', ''],
  ])('can be broken: %s', (_, body) => {
    expect(problemOf({ status: 200, headers: { 'Content-Type': 'text/xml' }, body })).toBeDefined();
  });
});
