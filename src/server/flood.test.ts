import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kmsActions, neptuneActions, stsActions, type Members } from '../protocol/actions.ts';
import { echoLimit } from '../model/world/say.ts';
import { emptyWorld } from '../model/world/world.ts';
import { childOf, parseXml } from '../protocol/xml.ts';
import { handle, startServer, type RunningServer } from './index.ts';

const credential = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=123456789012/20260101/us-east-1/${service}/aws4_request`;
const copy = 'Action=CopyDBClusterSnapshot&Version=2014-10-31&';
const share = 'Action=ModifyDBClusterSnapshotAttribute&Version=2014-10-31&';
const mebibyte = 1024 * 1024;
/** As much of it as fits into a body, behind a beginning. */
const filled = (piece: string, start = ''): string =>
  start + piece.repeat(Math.floor((mebibyte - start.length) / piece.length));
const listed = (count: number, written: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => written(i)).join('&');

describe('a body of 1 MiB is answered with a fault, not computed upon without end', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  test.each<{ name: string; body: string; code: string }>([
    { name: 'separators', body: filled('&'), code: 'MissingAction' },
    { name: 'equals', body: filled('='), code: 'MalformedQueryString' },
    { name: 'escapes', body: filled('%'), code: 'MalformedQueryString' },
    { name: 'escapes of escapes', body: filled('%25', `${copy}KmsKeyId=`), code: 'MissingParameter' },
    { name: 'one name again and again', body: filled('a=&'), code: 'MalformedQueryString' },
    {
      name: 'a hundred thousand names',
      body: listed(100_000, (i) => `n${i}`),
      code: 'MalformedQueryString',
    },
    { name: 'deep names', body: filled('.Key', `${copy}Tags.Tag.1`), code: 'MissingParameter' },
    {
      name: 'tags of far numbers',
      body: copy + listed(9000, (i) => `Tags.Tag.${999_999_999 - i}.Key=k${i}`),
      code: 'MissingParameter',
    },
    {
      name: 'accounts to add and to remove',
      body:
        share +
        'DBClusterSnapshotIdentifier=a&AttributeName=restore&' +
        listed(4900, (i) => `ValuesToAdd.AttributeValue.${i}=${100_000_000_000 + i}`) +
        '&' +
        listed(4900, (i) => `ValuesToRemove.AttributeValue.${i}=${200_000_000_000 + i}`),
      code: 'DBClusterSnapshotNotFoundFault',
    },
    {
      name: 'a name of one letter',
      body: filled('a', `${copy}TargetDBClusterSnapshotIdentifier=t&SourceDBClusterSnapshotIdentifier=`),
      code: 'DBClusterSnapshotNotFoundFault',
    },
    {
      name: 'a name of hyphens',
      body: filled('-a', `${copy}TargetDBClusterSnapshotIdentifier=t&SourceDBClusterSnapshotIdentifier=a`),
      code: 'DBClusterSnapshotNotFoundFault',
    },
    {
      name: 'an ARN of colons',
      body: filled(':', `${copy}TargetDBClusterSnapshotIdentifier=t&SourceDBClusterSnapshotIdentifier=arn:`),
      code: 'InvalidParameterValue',
    },
  ])('$name', async ({ body, code }) => {
    const headers = {
      authorization: credential('rds'),
      'content-type': 'application/x-www-form-urlencoded',
    };
    const response = await fetch(server.url, {
      method: 'POST',
      headers,
      body,
      // Against a hang only.
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    expect(text).toContain(`<Code>${code}</Code>`);
    expect(text.length).toBeLessThan(2000);
  });
});

describe('messages echo little of what is long', () => {
  const long = 'z'.repeat(20_000);

  /** The message of the answer, whichever the protocol; undefined when it was accepted. */
  function messageOf(
    service: string,
    body: string,
    more: {
      readonly path?: string;
      readonly headers?: Record<string, string>;
      readonly method?: string;
    } = {},
  ): string | undefined {
    const headers = {
      authorization: credential(service),
      'content-type': 'application/x-www-form-urlencoded',
      ...more.headers,
    };
    const { method = 'POST', path = '/' } = more;
    const [, answer] = handle(emptyWorld(), { method, path, headers, body: Buffer.from(body) });
    if (answer.status === 200) return undefined;
    expect(answer.status).toBeLessThan(500);
    if (service === 'kms') return (JSON.parse(answer.body) as { readonly message: string }).message;
    const root = parseXml(answer.body);
    return 'error' in root ? root.error : childOf(childOf(root, 'Error'), 'Message')?.text;
  }

  /** The values of a request in which everything else is as plain as can be, and one member is long. */
  const plain: Readonly<Record<string, string>> = {
    DBClusterIdentifier: 'db',
    Engine: 'neptune',
    AttributeName: 'restore',
    DBClusterSnapshotIdentifier: 'snap',
    SourceDBClusterSnapshotIdentifier: 'source',
    TargetDBClusterSnapshotIdentifier: 'target',
    ResourceName: 'arn:aws:rds:us-east-1:123456789012:cluster:db',
    RoleArn: 'arn:aws:iam::123456789012:role/r',
    RoleSessionName: 'name',
  };
  const variants = [
    long,
    `arn:aws:rds:us-east-1:123456789012:cluster:${long}`,
    `arn:aws:rds:us-east-1:123456789012:cluster-snapshot:${long}`,
    `arn:aws:kms:us-east-1:123456789012:key/${long}`,
    `arn:aws:iam::123456789012:role/${long}`,
    `alias/${long}`,
    JSON.stringify({ Statement: [{ Principal: { AWS: long } }] }),
  ];
  const forms = (
    [
      ['rds', '2014-10-31', neptuneActions],
      ['sts', '2011-06-15', stsActions],
    ] as const
  ).flatMap(([service, version, actions]) =>
    Object.entries<Members>(actions).flatMap(([action, members]) =>
      Object.entries(members).map(([member, type]) => ({ service, version, action, members, member, type })),
    ),
  );

  test.each(forms)('$service $action $member', ({ service, version, action, members, member, type }) => {
    const name =
      typeof type === 'object'
        ? `${member}.${type.element}.1${type.members === undefined ? '' : '.Key'}`
        : member;
    const others = Object.keys(members).filter((other) => other !== member && other in plain);
    for (const variant of variants) {
      const parameters = new URLSearchParams({ Action: action, Version: version });
      for (const other of others) parameters.set(other, plain[other] ?? '');
      parameters.set(name, variant);
      const message = messageOf(service, parameters.toString());
      if (message !== undefined) expectCut(message);
    }
  });

  test.each(
    Object.entries<Members>(kmsActions).flatMap(([action, members]) =>
      Object.keys(members).map((member) => ({ action, member })),
    ),
  )('kms $action $member', ({ action, member }) => {
    for (const variant of variants) {
      const headers = { 'x-amz-target': `TrentService.${action}` };
      const message = messageOf('kms', JSON.stringify({ [member]: variant }), { headers });
      if (message !== undefined) expectCut(message);
    }
  });

  test.each<{ name: string; message: () => string | undefined; expected: RegExp }>([
    {
      name: 'the operation and its version',
      message: () => messageOf('rds', `Action=${long}&Version=${long}`),
      expected: /^Could not find operation z{100}… for version z{100}…$/,
    },
    {
      name: 'a name that stands twice',
      message: () => messageOf('rds', `${long}=1&${long}=2`),
      expected: /: the parameter z{200}… stands twice\.$/,
    },
    {
      name: 'the content type',
      message: () => messageOf('rds', 'a=1', { headers: { 'content-type': long } }),
      expected: /: content type z{200}… is not application\/x-www-form-urlencoded\.$/,
    },
    {
      name: 'the credential',
      message: () =>
        messageOf('rds', 'a=1', { headers: { authorization: `AWS4-HMAC-SHA256 Credential=${long}` } }),
      expected: /, got 'z{200}…'\.$/,
    },
    {
      name: 'the method',
      message: () => messageOf('rds', '', { method: long }),
      expected: /^There is nothing to z{200}… at this path\.$/,
    },
    {
      name: 'an operation of KMS',
      message: () => messageOf('kms', '{}', { headers: { 'x-amz-target': `TrentService.${long}` } }),
      expected: /^There is no operation "z{200}…" of KMS here\.$/,
    },
    {
      name: 'a source',
      message: () =>
        messageOf(
          'rds',
          `${copy}TargetDBClusterSnapshotIdentifier=t&SourceDBClusterSnapshotIdentifier=${long}`,
        ),
      expected: /^DBClusterSnapshot not found: z{200}…$/,
    },
  ])('$name', ({ message, expected }) => {
    expect(message()).toMatch(expected);
  });

  test.each([{ AWS: [{ toString: 1 }] }, { AWS: [[['x']]] }])(
    'of a principal that is none, its type: %j',
    (Principal) => {
      const Policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal }] });
      const headers = { 'x-amz-target': 'TrentService.CreateKey' };
      expect(messageOf('kms', JSON.stringify({ Policy }), { headers })).toBe(
        'Invalid principal in policy: object',
      );
    },
  );

  function expectCut(message: string): void {
    const echoed = message.match(/z+/g)?.join('') ?? '';
    expect(echoed.length).toBeLessThanOrEqual(echoLimit);
    // Of our own words, the longest are those about identifiers.
    expect(message.length).toBeLessThanOrEqual(echoLimit + 260);
  }
});
