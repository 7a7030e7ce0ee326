import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainSetting, realise } from '../model/index.ts';
import { kmsActions, neptuneActions, stsActions } from '../protocol/actions.ts';
import type { HttpRequest } from '../protocol/http.ts';
import { childOf, findElement, parseXml } from '../protocol/xml.ts';
import { handle } from './index.ts';

const actions = [neptuneActions, stsActions, kmsActions].flatMap((table) => Object.keys(table));
const members = [neptuneActions, stsActions, kmsActions].flatMap((table) =>
  Object.values(table).flatMap((input) => Object.keys(input)),
);

const start = realise(
  { snapshots: { source: { account: '123456789012' } }, keys: { key: { account: '123456789012' } } },
  plainSetting,
).world;

/** Any text: of any characters, half surrogates and forbidden ones too, and of pieces that mean something. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom('%', '+', '&', '=', '<', ']]>', '\r', '\0', '\ud800', '\ufffe', 'a', '1', ':', '/'),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'source',
    'true',
    '-1',
    '1e9',
    'arn:aws:rds:us-east-1:123456789012:cluster-snapshot:source',
    'alias/aws/rds',
    '__proto__',
    'constructor',
  ),
);
const name = fc.oneof(
  fc.constantFrom(...members, '__proto__', 'toString', 'Action', 'Version'),
  fc
    .tuple(
      fc.constantFrom('Tags', 'TagKeys', 'ValuesToAdd', 'Filters', '__proto__'),
      fc.constantFrom('Tag', 'member', 'AttributeValue', '__proto__'),
      fc.constantFrom('0', '1', '01', '999999999', '9999999999', '-1', 'x', ''),
      fc.constantFrom('', '.Key', '.Value', '.__proto__', '.Key.Key'),
    )
    .map(([list, element, index, field]) => `${list}.${element}.${index}${field}`),
  text,
);
const escape = fc.constantFrom(
  (part: string) => part,
  (part: string) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '')),
);
const pair = fc.tuple(name, text, escape).map(([key, value, by]) => `${by(key)}=${by(value)}`);
const form = fc
  .tuple(
    fc.constantFrom(...actions, 'Nonsense', ''),
    fc.constantFrom('2014-10-31', '2011-06-15', '', 'x'),
    fc.array(pair, { maxLength: 6 }),
  )
  .map(([action, version, pairs]) => [`Action=${action}`, `Version=${version}`, ...pairs].join('&'));
const body = fc.oneof(
  { weight: 6, arbitrary: form.map((filled) => Buffer.from(filled)) },
  { weight: 2, arbitrary: fc.json().map((filled) => Buffer.from(filled)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
);
const credential = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('rds', 'sts', 'kms', 's3')
      .map(
        (service) => `AWS4-HMAC-SHA256 Credential=123456789012/20260101/us-east-1/${service}/aws4_request`,
      ),
  },
  { weight: 1, arbitrary: text },
);
const request: fc.Arbitrary<HttpRequest> = fc
  .record({
    method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', ''),
    path: fc.oneof(
      fc.constant('/'),
      fc.constant('/'),
      form.map((query) => `/?${query}`),
      text,
    ),
    headers: fc.record(
      {
        authorization: credential,
        'content-type': fc.constantFrom(
          'application/x-www-form-urlencoded',
          'application/x-amz-json-1.1',
          '',
        ),
        'x-amz-target': fc.oneof(
          fc.constantFrom(...actions).map((action) => `TrentService.${action}`),
          text,
        ),
      },
      { requiredKeys: [] },
    ),
    body,
  })
  .map(({ headers, ...rest }) => ({ ...rest, headers: headers }));

test('whatever comes in, the answer is well-formed, and is a reply or a fault that is not ours', () => {
  const seen = new Set<number>();
  fc.assert(
    fc.property(fc.array(request, { minLength: 1, maxLength: 4 }), (requests) => {
      let world = start;
      for (const sent of requests) {
        const defects: unknown[] = [];
        const [next, response] = handle(world, sent, { onDefect: (error) => defects.push(error) });
        world = next;
        expect(defects).toEqual([]);
        seen.add(response.status);
        expect(response.headers['x-amzn-RequestId']).toMatch(/^[0-9a-f-]{36}$/);
        if (response.headers['Content-Type'] === 'application/x-amz-json-1.1') {
          if (response.status !== 200) expect(JSON.parse(response.body)).toHaveProperty('__type');
        } else {
          const root = parseXml(response.body);
          if ('error' in root) throw new Error(`${root.error}: ${response.body}`);
          expect(findElement(root, (e) => e.name === 'RequestId')?.text).toBe(
            response.headers['x-amzn-RequestId'],
          );
          if (response.status !== 200) expect(childOf(childOf(root, 'Error'), 'Code')?.text).toMatch(/^\w+$/);
        }
      }
    }),
    { seed: 20260101, numRuns: 1500 },
  );
  // The requests get as far as they should: some are accepted, some are refused in each way.
  expect([...seen].sort()).toEqual([200, 400, 403, 404]);
});
