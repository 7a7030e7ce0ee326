import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer, type RunningServer } from './index.ts';

const authorization =
  'AWS4-HMAC-SHA256 Credential=123456789012/20260101/us-east-1/rds/aws4_request, SignedHeaders=host, Signature=x';
const form = 'application/x-www-form-urlencoded';
const head = `POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\n`;
const body = 'Action=DescribeDBClusters&Version=2014-10-31';
const whole = `${head}Content-Length: ${body.length}\r\n\r\n${body}`;

/** One that soon loses its patience, for those who wait for that, and one that does not within a test. */
let hasty: RunningServer;
let server: RunningServer;
beforeEach(async () => {
  hasty = await startServer({ headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 });
  server = await startServer({ headersTimeout: 0, requestTimeout: 0 });
});
afterEach(async () => {
  await hasty.close();
  await server.close();
});

/** What comes back until the server has cut the connection, which is held open here. */
function converse({ port }: RunningServer, ...pieces: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    for (const piece of pieces) socket.write(piece);
    // One more byte now and then, as one does who wants to stay.
    const drip = setInterval(() => socket.write('x'), 10);
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    // In the end there is nobody to write to.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(drip);
      resolve(text);
    });
  });
}

const timedOut = /^HTTP\/1\.1 408 Request Timeout\r\n[^]*<Type>Sender<\/Type><Code>RequestTimeout<\/Code>/;

test.each([
  { name: 'headers', given: `${head}X-Slow: ` },
  { name: 'a body', given: `${head}Content-Length: 100000\r\n\r\n` },
  { name: 'a body in chunks', given: `${head}Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\nfffff\r\n` },
])('$name without end: the connection is closed with an answer', async ({ given }) => {
  expect(await converse(hasty, given)).toMatch(timedOut);
});

test('a hundred of them do not keep others from being answered', async () => {
  // They are there as long as the server has patience, which here is for ever.
  const slow = Array.from({ length: 100 }, () => connect({ port: server.port, host: '127.0.0.1' }));
  await Promise.all(
    slow.map((socket) => new Promise<void>((resolve) => socket.write(head, () => resolve()))),
  );
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { authorization, 'content-type': form },
    body,
  });
  expect(response.status).toBe(200);
  expect(slow.filter(({ destroyed }) => destroyed)).toEqual([]);
  for (const socket of slow) socket.on('error', () => undefined);
});

test('a hundred of them are all closed with an answer', async () => {
  const slow = await Promise.all(Array.from({ length: 100 }, () => converse(hasty, head)));
  for (const text of slow) expect(text).toMatch(timedOut);
});

test.each([1, 2, 20])(
  '%d good requests are answered although garbage follows in one packet',
  async (count) => {
    const text = await converse(server, `${whole.repeat(count)}garbage\r\n\r\n`);
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual([
      ...Array.from({ length: count }, () => 'HTTP/1.1 200'),
      'HTTP/1.1 400',
    ]);
  },
);

test('a body in the smallest of chunks is read as it is', async () => {
  const chunks = body.replaceAll(/./g, (character) => `1\r\n${character}\r\n`);
  const text = await converse(server, `${head}Transfer-Encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`);
  expect(text).toMatch(/^HTTP\/1\.1 200 [^]*<DescribeDBClustersResponse/);
});

test.each([1, 5])('%d requests of a client that then sends no more are answered', async (count) => {
  const text = await new Promise<string>((resolve, reject) => {
    let received = '';
    const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.end(whole.repeat(count));
    socket.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
    socket.on('error', reject).on('close', () => resolve(received));
  });
  expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(Array.from({ length: count }, () => 'HTTP/1.1 200'));
});
