import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyWorld } from '../model/world/world.ts';
import { neptuneActions } from '../protocol/actions.ts';
import { childOf, parseXml, type XmlElement } from '../protocol/xml.ts';
import { handle, startServer, type RunningServer } from './index.ts';

const authorization =
  'AWS4-HMAC-SHA256 Credential=123456789012/20260101/us-east-1/rds/aws4_request, SignedHeaders=host, Signature=x';
const form = 'application/x-www-form-urlencoded';
const describeAll = 'Action=DescribeDBClusters&Version=2014-10-31';

let server: RunningServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

/** The fault in an answer; throws unless it is a whole and well-formed envelope. */
function faultIn(text: string, requestId?: string | null): { type: string; code: string } {
  const root = parseXml(text);
  if ('error' in root) throw new Error(`${root.error} in ${text}`);
  const error = childOf(root, 'Error');
  expect(root.name).toBe('ErrorResponse');
  expect(root.attributes['xmlns']).toMatch(/^https?:\/\/(rds|sts)\.amazonaws\.com\/doc\//);
  expect(root.children.map((child: XmlElement) => child.name)).toEqual(['Error', 'RequestId']);
  expect(error?.children.map((child) => child.name)).toEqual(['Type', 'Code', 'Message']);
  if (requestId !== undefined) expect(childOf(root, 'RequestId')?.text).toBe(requestId);
  return { type: childOf(error, 'Type')?.text ?? '', code: childOf(error, 'Code')?.text ?? '' };
}

interface Given {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

describe('requests that are answered with a fault', () => {
  const table: { name: string; given: Given; expected: string }[] = [
    { name: 'no Action', given: { body: 'Version=2014-10-31' }, expected: '400 MissingAction' },
    { name: 'unknown Action', given: { body: 'Action=X&Version=2014-10-31' }, expected: '400 InvalidAction' },
    {
      name: 'inherited Action',
      given: { body: 'Action=constructor&Version=2014-10-31' },
      expected: '400 InvalidAction',
    },
    {
      name: 'wrong Version',
      given: { body: 'Action=DescribeDBClusters&Version=2014-10-30' },
      expected: '400 InvalidAction',
    },
    { name: 'no Version', given: { body: 'Action=DescribeDBClusters' }, expected: '400 InvalidAction' },
    { name: 'no body', given: { body: '' }, expected: '400 MissingAction' },
    {
      name: 'twice the same',
      given: { body: `${describeAll}&Version=2014-10-31` },
      expected: '400 MalformedQueryString',
    },
    {
      name: 'twice, once in the path',
      given: { path: '/?Version=2014-10-31', body: describeAll },
      expected: '400 MalformedQueryString',
    },
    {
      name: 'broken escape',
      given: { body: `${describeAll}&Marker=%zz` },
      expected: '400 MalformedQueryString',
    },
    {
      name: 'escape that is no UTF-8',
      given: { body: `${describeAll}&Marker=%ff` },
      expected: '400 MalformedQueryString',
    },
    {
      name: 'bytes that are no UTF-8',
      given: { body: new Uint8Array([0x41, 0x3d, 0xff]) },
      expected: '400 MalformedQueryString',
    },
    {
      name: 'other content type',
      given: { body: describeAll, headers: { 'content-type': 'text/plain' } },
      expected: '400 MalformedQueryString',
    },
    {
      name: 'no integer',
      given: { body: `${describeAll}&MaxRecords=ten` },
      expected: '400 InvalidParameterValue',
    },
    {
      name: 'no credential',
      given: { body: describeAll, headers: { authorization: '' } },
      expected: '403 MissingAuthenticationToken',
    },
    {
      name: 'half a credential',
      given: { body: describeAll, headers: { authorization: 'AWS4-HMAC-SHA256 Credential=a/b' } },
      expected: '400 IncompleteSignature',
    },
    {
      name: 'another scheme',
      given: { body: describeAll, headers: { authorization: 'Basic YTpi' } },
      expected: '400 IncompleteSignature',
    },
    {
      name: 'no Region',
      given: { body: describeAll, headers: { authorization: authorization.replace('us-east-1', 'nowhere') } },
      expected: '403 SignatureDoesNotMatch',
    },
    {
      name: 'other path',
      given: { path: '/x', body: describeAll },
      expected: '404 UnknownOperationException',
    },
    {
      name: 'other method',
      given: { method: 'PUT', body: describeAll },
      expected: '404 UnknownOperationException',
    },
    {
      name: 'too large',
      given: { body: 'a'.repeat(1024 * 1024 + 1) },
      expected: '413 RequestEntityTooLarge',
    },
  ];
  test.each(table)('$name', async ({ given, expected }) => {
    const { method = 'POST', path = '/', headers = {}, body = '' } = given;
    const all: Record<string, string> = { authorization, 'content-type': form, ...headers };
    if (all['authorization'] === '') delete all['authorization'];
    const response = await fetch(server.url + path, { method, headers: all, body });
    expect(response.headers.get('content-type')).toBe('text/xml');
    const fault = faultIn(await response.text(), response.headers.get('x-amzn-requestid'));
    expect(`${response.status} ${fault.code}`).toBe(expected);
    expect(fault.type).toBe('Sender');
  });
});

test('a GET with a signed query works like a POST', async () => {
  const credential = encodeURIComponent('210987654321/20260101/eu-west-1/rds/aws4_request');
  const query = `Action=CreateDBCluster&Version=2014-10-31&Engine=neptune&DBClusterIdentifier=db&X-Amz-Credential=${credential}`;
  const text = await (await fetch(`${server.url}/?${query}`)).text();
  expect(text).toContain('<DBClusterArn>arn:aws:rds:eu-west-1:210987654321:cluster:db</DBClusterArn>');
});

test('a body of 1 MiB is read', async () => {
  const body = `${describeAll}&x=`.padEnd(1024 * 1024, 'y');
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { authorization, 'content-type': form },
    body,
  });
  expect(response.status).toBe(200);
});

test('a body in chunks without end is refused once it is too large, and the connection stays clean', async () => {
  const text = await new Promise<string>((resolve, reject) => {
    const request = httpRequest(server.url, { method: 'POST', headers: { authorization } }, (response) => {
      let received = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
      response.on('end', () => {
        request.end();
        resolve(received);
      });
    });
    request.on('error', reject);
    const chunk = 'a'.repeat(64 * 1024);
    for (let i = 0; i < 20; i += 1) request.write(chunk);
  });
  expect(faultIn(text).code).toBe('RequestEntityTooLarge');
});

test.each([
  { name: 'is asked to go on', given: 10, expected: /^HTTP\/1\.1 100 Continue\r\n\r\n$/ },
  { name: 'is refused before it sends too much', given: 1024 * 1024 + 1, expected: /^HTTP\/1\.1 413 / },
])('a client that asks first $name', async ({ given, expected }) => {
  const received = await new Promise<string>((resolve, reject) => {
    const head = `POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ${given}\r\n\r\n`;
    const socket = connect(server.port, '127.0.0.1', () => socket.write(head));
    socket.setEncoding('utf8').on('error', reject);
    socket.once('data', (text: string) => {
      socket.destroy();
      resolve(text);
    });
  });
  expect(received).toMatch(expected);
});

test.each([
  { name: 'no HTTP', given: 'hello\r\n\r\n' },
  { name: 'broken header', given: 'POST / HTTP/1.1\r\nx y\r\n\r\n' },
  { name: 'broken length', given: 'POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n' },
  { name: 'no host', given: 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n' },
  { name: 'a tunnel', given: 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n' },
  {
    name: 'another expectation',
    given: 'GET / HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n',
  },
  {
    name: 'an upgrade',
    given: 'GET / HTTP/1.1\r\nHost: a\r\nUpgrade: x\r\nConnection: upgrade, close\r\n\r\n',
  },
])('on the socket: $name', async ({ given }) => {
  const received = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(given));
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.on('error', reject).on('close', () => resolve(text));
  });
  const blank = received.indexOf('\r\n\r\n');
  expect(received).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(received.slice(0, blank)).toMatch(/content-type: text\/xml/i);
  faultIn(received.slice(blank + 4));
});

test('an exception is InternalFailure without its text, and changes nothing', () => {
  const defects: unknown[] = [];
  const request = {
    method: 'POST',
    path: '/',
    headers: { authorization },
    body: Buffer.from('Action=CopyDBClusterSnapshot&Version=2014-10-31&SourceDBClusterSnapshotIdentifier=a'),
  };
  // A world that breaks whoever looks into it.
  const broken = { ...emptyWorld(), places: null as never };
  const [world, response] = handle(broken, request, { onDefect: (error) => defects.push(error) });
  expect(response.status).toBe(500);
  expect(faultIn(response.body)).toEqual({ type: 'Receiver', code: 'InternalFailure' });
  expect(response.body).not.toMatch(/TypeError|null|\.ts/);
  expect(defects).toHaveLength(1);
  expect(world.places).toBe(broken.places);
});

test('close cuts a connection that is kept alive and one that has sent half a request', async () => {
  // Nothing else would ever end the latter: were it not cut, closing would not come to an end.
  const patient = await startServer({ headersTimeout: 0, requestTimeout: 0 });
  await (await fetch(patient.url)).text();
  const socket = connect(patient.port, '127.0.0.1');
  await new Promise<void>((resolve) =>
    socket.write('POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc', () => resolve()),
  );
  socket.on('error', () => undefined);
  const cut = new Promise((resolve) => socket.on('close', resolve));
  await patient.close();
  await patient.close();
  await cut;
});

test('an address in use is refused', async () => {
  await expect(startServer({ port: server.port })).rejects.toThrow(/EADDRINUSE/);
});

test('every operation of Neptune answers in the envelope of AWS Query', async () => {
  for (const action of Object.keys(neptuneActions)) {
    const body = `Action=${action}&Version=2014-10-31`;
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { authorization, 'content-type': form },
      body,
    });
    const root = parseXml(await response.text());
    if ('error' in root) throw new Error(root.error);
    expect(root.name).toBe(response.status === 200 ? `${action}Response` : 'ErrorResponse');
  }
});
