import { describe, expect, it } from 'vitest';
import { redacted, redactor, secretsOf, withoutUser } from './redact.ts';

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCY"<&>\'EX';
const token = `IQoJb3JpZ2luX2VjE${'Ab+/9'.repeat(150)}==`;
const redact = redactor([secret, token]);

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const percent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const xml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const writings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  form: encodeURIComponent,
  'a form in a form': (text) => encodeURIComponent(encodeURIComponent(text)),
  'a form in lower case': (text) => encodeURIComponent(text).replaceAll(/%../g, (each) => each.toLowerCase()),
  'all of it escaped': percent,
  'all of it escaped in XML': (text) => Array.from(text, (each) => `&#${each.charCodeAt(0)};`).join(''),
  XML: xml,
  'XML in XML': (text) => xml(xml(text)),
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON of PHP': (text) =>
    JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/').replaceAll('<', '\\u003C'),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  'XML of a form': (text) => xml(encodeURIComponent(text)),
  base64,
  'base64 in a form': (text) => encodeURIComponent(base64(text)),
  'base64 after one': (text) => base64(`x${text}y`),
  'base64 after two': (text) => base64(`xx${text}yy`),
  'base64 for URLs': (text) => Buffer.from(text).toString('base64url'),
  'a header’s name': (text) => text.toLowerCase(),
};

describe('a secret in use', () => {
  it.each(Object.entries(writings))('is taken out in this writing: %s', (_, write) => {
    for (const each of [secret, token]) {
      const text = redact(`before ${write(each)} after`);
      expect(text).toContain(redacted);
      expect(text).toMatch(/^before \S{0,4}\[redacted\]\S{0,8} after$/);
    }
  });

  it('is taken out where only its start is there', () => {
    for (const length of [12, 13, 20, 30])
      expect(redact(`<a>${secret.slice(0, length)}`)).toBe(`<a>${redacted}`);
    expect(redact(token.slice(0, 100))).toBe(redacted);
  });

  it('is taken out wherever it stands in a value, names of members too', () => {
    const value = { a: [{ [secret]: token }], n: 1 };
    expect(redact(value)).toEqual({ a: [{ [redacted]: redacted }], n: 1 });
  });

  it('that is short is an ordinary word elsewhere', () => {
    const text = 'a secret test of 111111111111';
    expect(redactor(['secret', 'test', '1'])(text)).toBe(text);
  });
});

describe('what is secret by where it stands', () => {
  const hex = 'b73e7d238e36071c565674de8d1f4e36972825dc5e7d3b0f48de03a196f15922';
  const scope = '20260101/us-east-1/rds/aws4_request';
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/${scope}, SignedHeaders=host;x-amz-date, Signature=${hex}`;
  const url = `https://rds.eu-west-1.amazonaws.com/?Action=CopyDBClusterSnapshot&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260101%2Feu-west-1%2Frds%2Faws4_request&X-Amz-Security-Token=FwoGZXIvYXdzEBYaD%2Bother%3D&X-Amz-Signature=${hex}&X-Amz-SignedHeaders=host`;
  const bare = redactor([]);

  it.each(Object.entries(writings).filter(([name]) => !/base64|all of|name/.test(name)))(
    'is taken out of a URL in this writing: %s',
    (_, write) => {
      const text = bare(`PreSignedUrl=${write(url)}`);
      expect(text).not.toMatch(/b73e7d23|AKIA|FwoGZX|other/i);
      expect(text.match(/\[redacted\]/g)).toHaveLength(3);
      expect(text).toMatch(/SignedHeaders.{1,8}host/);
      expect(text).toMatch(/redacted\].{1,7}20260101.{1,7}eu-west-1/);
    },
  );

  it('is taken out of an authorization, whose scheme and scope remain', () => {
    const kept = `AWS4-HMAC-SHA256 Credential=${redacted}/${scope}, SignedHeaders=host;x-amz-date, Signature=${redacted}`;
    expect(bare({ authorization })).toEqual({ authorization: kept });
    expect(bare(`you sent {'authorization': '${authorization}'}`)).toBe(
      `you sent {'authorization': '${kept}'}`,
    );
  });

  it.each([
    ['an account is none', `Credential=111111111111/${scope}, Signature=x`, undefined],
    ['a header echoed', 'x-amz-security-token: FwoGZXIvYXdzEBYaD', `x-amz-security-token: ${redacted}`],
    ['a header as JSON', '{"X-Amz-Security-Token":"FwoGZXIvYXdz"}', `{"X-Amz-Security-Token":"${redacted}"}`],
    [
      'an answer of STS',
      '<SecretAccessKey>wJalrXUtnFEMI/K7</SecretAccessKey><SessionToken>FwoGZXIvYXdz==</SessionToken>',
      `<SecretAccessKey>${redacted}</SecretAccessKey><SessionToken>${redacted}</SessionToken>`,
    ],
    ['another scheme', 'Authorization: Basic dXNlcjpwYXNz', `Authorization: Basic ${redacted}`],
    ['a URL', 'at http://me:p@ss@host:1/ and', `at http://${redacted}@host:1/ and`],
    ['a URL without them', 'at http://host:1/a@b and a@b', undefined],
    ['prose', 'The security token included in the request is invalid', undefined],
    ['more prose', 'Signature expired: 20260101T000000Z is now earlier', undefined],
  ])('%s', (_, given, expected = given) => {
    expect(bare(given)).toBe(expected);
    expect(bare(expected)).toBe(expected);
  });

  it('is taken out of headers and members', () => {
    const headers = {
      authorization: 'Bearer abc',
      cookie: 'a',
      'set-cookie': 'b=c',
      'proxy-authorization': 'd',
      'x-amz-security-token': 'e',
      host: 'h',
    };
    expect(bare({ headers, SessionToken: 'f' })).toEqual({
      headers: {
        authorization: `Bearer ${redacted}`,
        cookie: redacted,
        'set-cookie': redacted,
        'proxy-authorization': redacted,
        'x-amz-security-token': redacted,
        host: 'h',
      },
      SessionToken: redacted,
    });
  });
});

describe('the secrets of a run', () => {
  it('are those of its credentials and addresses', () => {
    const all = secretsOf(
      [
        { accessKeyId: '111111111111', secretAccessKey: 'secret' },
        { accessKeyId: 'localstack', secretAccessKey: 's1' },
        { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 's2', sessionToken: 't' },
      ],
      ['http://us%65r:p%40ss@host', 'http://host'],
    );
    expect(new Set(all)).toEqual(
      new Set(['secret', 's1', 'AKIAIOSFODNN7EXAMPLE', 's2', 't', 'us%65r', 'p%40ss', 'user', 'p@ss']),
    );
  });

  it.each([
    ['http://user:p@ss@host:1/x', 'http://host:1/x'],
    ['http://host/a@b', 'http://host/a@b'],
    ['http://host', 'http://host'],
  ])('are not in the address that is called: %s', (given, expected) => {
    expect(withoutUser(given)).toBe(expected);
  });
});

it('hostile texts take linear time', () => {
  const pieces = [
    '\\',
    '%25',
    '&amp;',
    '://',
    'a@',
    '=',
    'credential=',
    'signature=',
    'wJalrXUtnFEM',
    '%',
    '+',
  ];
  for (const piece of pieces) expect(typeof redact(piece.repeat(1_000_000 / piece.length))).toBe('string');
});
