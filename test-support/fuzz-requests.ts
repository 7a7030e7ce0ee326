import { gzipSync } from 'node:zlib';
import fc, { type Arbitrary } from 'fast-check';
import { hostileTexts } from '../src/testing/arbitraries/index.ts';
import {
  anyBytes,
  bytes,
  chunk,
  credential,
  damaged,
  form,
  of,
  oneOf,
  sound,
  visible,
  write,
  type Bytes,
  type Written,
} from './fuzz-writing.ts';

const escaped = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
const odd = oneOf('%', '%f', '%zz', '%ff', '%c0%af', '%ed%a0%80', '%u0041', '%00', '+%+', '%F0%9F');
const kms = (action: string, body: Buffer | string): Written => ({
  authorization: credential('kms'),
  type: 'application/x-amz-json-1.1',
  headers: [`X-Amz-Target: TrentService.${action}`],
  body,
});
const kmsActions = oneOf('DescribeKey', 'DisableKey', 'ScheduleKeyDeletion', 'CreateAlias', 'ReplicateKey');

/** How often a piece stands in a flood: mostly some thousands of bytes, now and then as much as a body may hold. */
const times = (piece: string): Arbitrary<number> =>
  fc.oneof(
    { weight: 60, arbitrary: fc.integer({ min: 1, max: Math.ceil(8192 / piece.length) }) },
    { weight: 1, arbitrary: fc.constant(Math.floor((2 ** 20 - sound.length - 1) / piece.length)) },
  );
const floods = ['&', '=', '%', '+', '.', ';', 'a=&', '%26', '&=', '.Tag', '\0', '\xff'];

/** Requests that HTTP finds nothing wrong with. Each is answered, once, with a fault. */
export const framed: Readonly<Record<string, Bytes>> = {
  methods: of(oneOf('PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'M-SEARCH'), (method) => ({
    line: `${method} / HTTP/1.1`,
  })),
  paths: of(visible, (path) => ({ line: `POST /${path} HTTP/1.1` })),
  queries: of(fc.tuple(odd, hostileTexts()), ([escape, text]) => ({
    line: `GET /?${escaped(text)}=${escape} HTTP/1.1`,
    body: '',
  })),
  'escapes that are none': of(fc.tuple(visible, odd), ([name, escape]) => ({
    body: `${sound}&${name.replace(/[&=]/g, '')}=${escape}`,
  })),
  'bytes that are not UTF-8': of(anyBytes, (some) => ({
    body: Buffer.concat([bytes(`${sound}&x=`), some, bytes('\xff')]),
  })),
  'any bytes': of(anyBytes, (body) => ({ body })),
  'content types': of(
    oneOf(
      'application/json',
      'text/xml',
      'multipart/form-data; boundary=x',
      'x',
      '',
      ';',
      'application/x-www-form-urlencodedx',
    ),
    (type) => ({ type }),
  ),
  charsets: of(oneOf('utf-16le', 'latin1', 'ucs2') as Arbitrary<BufferEncoding>, (charset) => ({
    type: `application/x-www-form-urlencoded; charset=${charset}`,
    body: Buffer.from(sound, charset),
  })),
  gzip: of(fc.tuple(damaged(gzipSync(sound)), fc.boolean()), ([body, told]) => ({
    body,
    headers: told ? ['Content-Encoding: gzip'] : [],
  })),
  actions: of(fc.tuple(hostileTexts(), oneOf('2014-10-31', '2011-06-15', '', 'x')), ([action, version]) => ({
    body: form(['Action', escaped(action)], ['Version', version]),
  })),
  'names twice or none': of(
    oneOf('Action=x', 'Version=', '=', '=x', '&&=&', 'KmsKeyId=a&KmsKeyId=b', 'Tags=&Tags='),
    (more) => ({ body: `${sound}&${more}` }),
  ),
  types: of(
    fc.tuple(
      oneOf(
        'DescribeDBClusterSnapshots&MaxRecords',
        'DescribeDBClusters&Filters.Filter.1.Name',
        'DeleteDBCluster&SkipFinalSnapshot',
        'CreateDBCluster&Port',
        'CopyDBClusterSnapshot&CopyTags',
      ),
      oneOf('x', '1e3', '99999999999', 'TRUE', '0x10', '%00'),
    ),
    ([member, text]) => ({ body: `Version=2014-10-31&Action=${member}=${text}` }),
  ),
  'long lists': of(fc.integer({ min: 51, max: 400 }), (length) => ({
    body: `${sound}&${Array.from({ length }, (_, i) => `Tags.Tag.${i + 1}.Key=${i}`).join('&')}`,
  })),
  'deep names': of(
    fc.tuple(
      oneOf('Tags.Tag.1.Key', 'Tags', 'Tags.Tag', '__proto__', 'Tags.__proto__.1.Key', 'Tags.Tag.0000000001'),
      fc.integer({ min: 1, max: 500 }),
    ),
    ([name, depth]) => ({ body: `${sound}&${name}${'.Key'.repeat(depth)}=x` }),
  ),
  'floods of separators': fc.oneof(
    ...floods.map((piece) =>
      of(fc.tuple(times(piece), fc.boolean()), ([count, alone]) => ({
        body: bytes(`${alone ? '' : `${sound}&`}${piece.repeat(count)}`),
      })),
    ),
  ),
  'many parameters': of(
    fc.tuple(
      fc.oneof(
        { weight: 60, arbitrary: fc.integer({ min: 0, max: 2000 }) },
        { weight: 1, arbitrary: oneOf(10_000, 10_001, 60_000) },
      ),
      oneOf(
        (i: number) => `n${i}`,
        (i: number) => `${i}=${i}`,
        (i: number) => `Tags.Tag.${999_999_999 - i}.Key=${i}`,
        (i: number) => `Tags.Tag.1.Key${'.Key'.repeat(i % 50)}=`,
        (i: number) => `KmsKeyId.${i}=`,
      ),
    ),
    ([count, named]) => ({ body: `${sound}&${Array.from({ length: count }, (_, i) => named(i)).join('&')}` }),
  ),
  'huge names': of(
    fc.tuple(
      oneOf('', 'arn:', 'arn:aws:rds:us-east-1:123456789012:cluster-snapshot:', 'alias/'),
      oneOf('a', '-a', ':', '/', '%00', '%F0%9F%98%80', '&lt;', '%ED%9F%BF'),
      times('%F0%9F%98%80'),
      fc.boolean(),
    ),
    ([start, piece, count, isValue]) => ({
      body: isValue
        ? `Action=DeleteDBClusterSnapshot&Version=2014-10-31&DBClusterSnapshotIdentifier=${start}${piece.repeat(count)}`
        : `${sound}&${start}${piece.repeat(count)}=x&Action=`,
    }),
  ),
  'other hosts': of(
    fc.oneof(
      visible.map((text) => `${text.replace(/[^\w.-]/g, '')}.example`),
      oneOf(
        '',
        'evil.example:80',
        'localhost.evil.example',
        '10.0.0.1',
        '[::2]:80',
        '[',
        'localhost@evil.example',
        'x'.repeat(5000),
      ),
    ),
    (host) => ({ host }),
  ),
  texts: of(fc.tuple(hostileTexts(), hostileTexts(), hostileTexts()), ([source, target, key]) => ({
    body: form(
      ['Action', 'CopyDBClusterSnapshot'],
      ['Version', '2014-10-31'],
      ['SourceDBClusterSnapshotIdentifier', escaped(source)],
      ['TargetDBClusterSnapshotIdentifier', escaped(target)],
      ['Tags.Tag.1.Key', escaped(key)],
    ),
  })),
  credentials: of(
    fc.oneof(
      visible,
      oneOf(
        '',
        'AWS4-HMAC-SHA256',
        'AWS4-HMAC-SHA256 Credential=',
        'AWS4-HMAC-SHA256 Credential=a/b/c/d/e',
        'AWS4-HMAC-SHA256 Credential=1/2/mars/rds/aws4_request',
        'Basic eDp5',
        'AWS AKIA:x',
      ),
    ),
    (authorization) => ({ authorization }),
  ),
  'headers upon headers': of(fc.array(fc.tuple(visible, visible), { maxLength: 60 }), (pairs) => ({
    headers: pairs.map(([name, value]) => `X-${name.replace(/[^a-zA-Z0-9]/g, '')}: ${value}`),
  })),
  'chunks of any size': of(fc.array(fc.nat({ max: sound.length }), { maxLength: 6 }), (cuts) => {
    const at = [0, ...cuts.sort((a, b) => a - b), sound.length];
    const parts = at
      .slice(1)
      .map((end, i) => sound.slice(at[i], end))
      .filter((part) => part !== '');
    return {
      headers: ['Transfer-Encoding: chunked'],
      body: `${parts.map(chunk).join('')}0\r\nX-Trailer: x\r\n\r\n`,
    };
  }),
  'damaged forms': damaged(bytes(sound)).map((body) => write({ body })),
  'JSON that is none': of(
    fc.tuple(
      kmsActions,
      fc.oneof(
        anyBytes.map((some) => some.toString('latin1')),
        oneOf(
          '{',
          '[]',
          '"x"',
          'null',
          '{"KeyId":}',
          '{"KeyId":1}',
          '{"KeyId":{}}',
          '{"KeyId":[[]]}',
          '{"__proto__":{"KeyId":"x"}}',
          `{"KeyId":${'['.repeat(3000)}`,
          `${'{"KeyId":'.repeat(500)}1${'}'.repeat(500)}`,
        ),
      ),
    ),
    ([action, body]) => kms(action, body),
  ),
  'KMS actions': of(visible, (action) => kms(action, '{}')),
  'keys of any name': of(fc.tuple(kmsActions, hostileTexts()), ([action, KeyId]) =>
    kms(action, JSON.stringify({ KeyId, TargetKeyId: KeyId, AliasName: KeyId, ReplicaRegion: KeyId })),
  ),
};
