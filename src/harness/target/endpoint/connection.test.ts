import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { caller } from '../../../../test-support/fakes.ts';
import { Connection, toCallFault } from './connection.ts';
import { connectEndpoint } from './index.ts';
import { sendCopy } from './send.ts';

/** What a server saw of one request. */
interface Seen {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers as told, and what it saw. */
async function serving(
  answer: (response: ServerResponse, count: number) => void,
): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      seen.push({ headers: request.headers, body });
      answer(response, seen.length);
    });
  });
  await listening(server);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: urlOf(server), seen };
}

const listening = (server: Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** An address where nobody listens: it was somebody's a moment ago. */
async function nobodysUrl(): Promise<string> {
  const server = createServer();
  await listening(server);
  const url = urlOf(server);
  await new Promise((resolve) => server.close(resolve));
  return url;
}

function connection(endpoint: string, timeout = 5000): Connection {
  const made = new Connection({ endpoint, timeout }, (account) => ({
    accessKeyId: account,
    secretAccessKey: 'x',
  }));
  closing.push(() => made.close());
  return made;
}

const request = { SourceDBClusterSnapshotIdentifier: 'source', TargetDBClusterSnapshotIdentifier: 'new' };
const copyAt = (endpoint: string, timeout?: number) => {
  const made = connection(endpoint, timeout);
  return sendCopy({ copy: (by, input) => made.copy(by, input, {}) }, caller, request, {});
};

const copied =
  '<CopyDBClusterSnapshotResponse><CopyDBClusterSnapshotResult><DBClusterSnapshot><Port>8182</Port></DBClusterSnapshot></CopyDBClusterSnapshotResult></CopyDBClusterSnapshotResponse>';
const fault = (code: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>why</Message></Error></ErrorResponse>`;

describe('one copy', () => {
  it('yields a fault, in texts, also where its elements stand twice', async () => {
    const twice = fault('A').replace(
      '<Code>A</Code><Message>why</Message>',
      '<Code>A</Code><Code>B</Code><Message>m</Message><Message>n</Message>',
    );
    const { url } = await serving((response) => response.writeHead(400).end(twice));
    const { sdk } = await copyAt(url);
    expect(sdk).toMatchObject({
      kind: 'exception',
      name: expect.any(String) as string,
      message: '["m","n"]',
    });
  });

  it('yields what the SDK read and what went over the wire', async () => {
    const { url } = await serving((response) => response.writeHead(200, { 'X-Odd': 'Yes' }).end(copied));
    const { sdk, http, attempts } = await copyAt(url);
    expect(sdk).toEqual({ kind: 'output', snapshot: { Port: 8182 } });
    expect(attempts).toBe(1);
    expect(http?.request).toMatchObject({
      method: 'POST',
      url: `${url}/`,
      body: 'Action=CopyDBClusterSnapshot&Version=2014-10-31&SourceDBClusterSnapshotIdentifier=source&TargetDBClusterSnapshotIdentifier=new',
    });
    expect(http?.request.headers['authorization']).toMatch(/Credential=111111111111\/\d+\/us-east-1\/rds\//);
    expect(http?.response).toMatchObject({ status: 200, headers: { 'x-odd': 'Yes' }, body: copied });
  });

  interface Row {
    readonly name: string;
    readonly given: { status: number; body: string };
    readonly expected: { name?: unknown; kind: string; status?: number; attempts: number };
  }
  const table: readonly Row[] = [
    {
      name: 'a fault',
      given: { status: 404, body: fault('DBClusterSnapshotNotFoundFault') },
      expected: { kind: 'exception', name: 'DBClusterSnapshotNotFoundFault', status: 404, attempts: 1 },
    },
    {
      name: 'a fault with a success’s status',
      given: { status: 200, body: fault('InvalidParameterValue') },
      expected: { kind: 'output', attempts: 1 },
    },
    {
      name: 'an unknown fault',
      given: { status: 418, body: fault('Surprise') },
      expected: { kind: 'exception', name: 'Surprise', status: 418, attempts: 1 },
    },
    {
      name: 'HTML',
      given: { status: 403, body: '<html><body>Forbidden</body></html>' },
      expected: { kind: 'exception', status: 403, attempts: 1 },
    },
    {
      name: 'JSON',
      given: { status: 400, body: '{"message": "no"}' },
      expected: { kind: 'exception', status: 400, attempts: 1 },
    },
    {
      name: 'a success that is no XML',
      given: { status: 200, body: 'ok' },
      expected: { kind: 'exception', status: 200, attempts: 1 },
    },
    {
      name: 'a success without a body',
      given: { status: 200, body: '' },
      expected: { kind: 'output', attempts: 1 },
    },
    {
      name: 'a failure of the service, tried again',
      given: { status: 500, body: fault('InternalFailure') },
      expected: { kind: 'exception', name: 'InternalFailure', status: 500, attempts: 5 },
    },
  ];

  it.each(table)('is answered with $name', async ({ given: { status, body }, expected }) => {
    const { url, seen } = await serving((response) => response.writeHead(status).end(body));
    const { sdk, http, attempts } = await copyAt(url);
    expect({ attempts, ...sdk }).toMatchObject(expected);
    expect(http?.response).toMatchObject({ status, body });
    expect(seen).toHaveLength(expected.attempts);
  });

  it('is tried again after a failure, and the last attempt counts', async () => {
    const { url } = await serving((response, count) =>
      count === 1 ? response.writeHead(503).end(fault('ServiceUnavailable')) : response.end(copied),
    );
    const { sdk, http, attempts } = await copyAt(url);
    expect([sdk.kind, http?.response.status, attempts]).toEqual(['output', 200, 2]);
  });

  it('is tried again after a broken connection', async () => {
    const { url } = await serving((response, count) =>
      count === 1 ? response.destroy() : response.end(copied),
    );
    const { sdk, attempts } = await copyAt(url);
    expect([sdk.kind, attempts]).toEqual(['output', 2]);
  });

  const silences: { name: string; given: (response: ServerResponse) => void; expected: unknown }[] = [
    {
      name: 'the server says nothing',
      given: () => undefined,
      expected: expect.stringContaining('TimeoutError'),
    },
    {
      name: 'the answer stops in the middle',
      given: (response) => {
        response.writeHead(200);
        response.write('<Copy');
      },
      expected: expect.stringMatching(/incomplete after 150 ms|TimeoutError/),
    },
    {
      name: 'the connection breaks in the middle',
      given: (response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('<Copy', () => response.destroy());
      },
      expected: expect.any(String),
    },
  ];

  it.each(silences)('is no answer when $name', async ({ given, expected }) => {
    const { url } = await serving(given);
    const { sdk, http } = await copyAt(url, 150);
    expect(sdk).toEqual({ kind: 'no-answer', reason: expected });
    expect(http).toBeUndefined();
  });

  it('is no answer when nobody listens', async () => {
    const { sdk, http } = await copyAt(await nobodysUrl());
    expect(sdk).toEqual({ kind: 'no-answer', reason: expect.stringContaining('ECONNREFUSED') as string });
    expect(http).toBeUndefined();
  });
});

describe('any call', () => {
  it('goes to KMS where that is elsewhere', async () => {
    const kms = await serving((response) => response.end('{"KeyMetadata": {"KeyId": "k"}}'));
    const neptune = await serving((response) => response.writeHead(500).end());
    const made = new Connection({ endpoint: neptune.url, kmsEndpoint: kms.url, timeout: 5000 }, () => ({
      accessKeyId: 'a',
      secretAccessKey: 'b',
      sessionToken: 'c',
    }));
    closing.push(() => made.close());
    const result = await made.call('kms', 'DescribeKey', caller, { KeyId: 'k' });
    expect(result).toMatchObject({ ok: true, output: { KeyMetadata: { KeyId: 'k' } } });
    expect(kms.seen[0]?.headers).toMatchObject({
      'x-amz-target': 'TrentService.DescribeKey',
      'x-amz-security-token': 'c',
    });
    expect(neptune.seen).toEqual([]);
  });

  it('has a fault as a value', async () => {
    const { url } = await serving((response) => response.writeHead(404).end(fault('DBClusterNotFoundFault')));
    const result = await connection(url).call('neptune', 'DescribeDBClusters', caller, {});
    expect(result).toEqual({
      ok: false,
      fault: { name: 'DBClusterNotFoundFault', message: 'why', status: 404 },
    });
  });

  it('throws when the SDK has no such operation: that is a defect', async () => {
    await expect(connection('http://127.0.0.1:1').call('kms', 'Odd', caller, {})).rejects.toThrow(
      'the SDK has no Odd in kms',
    );
  });
});

describe('toCallFault', () => {
  const table = [
    { name: 'an error', given: new TypeError('why'), expected: { name: 'TypeError', message: 'why' } },
    { name: 'its first line', given: new Error('why\nwhere'), expected: { name: 'Error', message: 'why' } },
    {
      name: 'a code where there is no message',
      given: Object.assign(new Error(''), { code: 'ECONNREFUSED' }),
      expected: { name: 'Error', message: 'ECONNREFUSED', code: 'ECONNREFUSED' },
    },
    {
      name: 'nothing but a name',
      given: new RangeError(''),
      expected: { name: 'RangeError', message: 'RangeError' },
    },
    {
      name: 'the status of an exception',
      given: Object.assign(new Error('x'), { $metadata: { httpStatusCode: 400 } }),
      expected: { name: 'Error', message: 'x', status: 400 },
    },
    {
      name: 'that an earlier attempt was not answered',
      given: Object.assign(new Error('x'), { $metadata: { httpStatusCode: 400, attempts: 2 } }),
      expected: { name: 'Error', message: 'x', status: 400, retried: true },
    },
    {
      name: 'the status of an answer that could not be read',
      given: Object.assign(new Error('x'), { $response: { statusCode: 200 } }),
      expected: { name: 'Error', message: 'x', status: 200 },
    },
    {
      name: 'what such an answer says that it is',
      given: Object.assign(new Error('x'), {
        $response: { statusCode: 404, headers: { 'content-type': 'text/html' } },
      }),
      expected: { name: 'Error', message: 'x', status: 404, contentType: 'text/html' },
    },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(toCallFault(given)).toEqual(expected);
  });

  it('throws what is no error on', () => {
    expect(() => toCallFault('odd')).toThrow('odd');
  });
});

describe('connecting', () => {
  const options = { region: 'us-east-1', timeout: 5000 };

  it('fails when nobody is there', async () => {
    const url = await nobodysUrl();
    await expect(connectEndpoint({ ...options, url })).rejects.toThrow(
      expect.objectContaining({
        name: 'TargetError',
        message: expect.stringMatching(`^cannot reach ${url}: .*ECONNREFUSED`) as string,
      }),
    );
  });

  const table = [
    {
      name: 'something else',
      given: { status: 200, body: '<html/>' },
      expected: 'answers, but not as Neptune',
    },
    { name: 'no XML', given: { status: 200, body: '{}' }, expected: 'does not answer as Neptune' },
    {
      name: 'a refusal',
      given: { status: 501, body: fault('NotImplemented') },
      expected: 'does not answer as Neptune: DescribeDBClusterSnapshots gave NotImplemented (HTTP 501): why',
    },
  ];

  it.each(table)('fails when $name answers', async ({ given: { status, body }, expected }) => {
    const { url } = await serving((response) => response.writeHead(status).end(body));
    await expect(connectEndpoint({ ...options, url })).rejects.toThrow(`${url} ${expected}`);
  });
});
