import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { hostGuard, isLoopback } from './hosts.ts';
import { startServer, type RunningServer } from './index.ts';

const here = { host: '127.0.0.1', address: '127.0.0.1', allowHosts: [] };

describe('at a loopback address', () => {
  test.each([
    'localhost',
    'localhost:8182',
    'LocalHost.',
    '123456789012.localhost:1',
    'a.b.LOCALHOST.:80',
    '127.0.0.1',
    '127.0.0.1:8182',
    '127.255.1.2',
    '[::1]',
    '[::1]:8182',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    undefined,
  ])('%s is asked for', (header) => {
    expect(hostGuard(here)(header)).toBe(true);
  });

  test.each([
    '',
    'evil.example',
    'evil.example:8182',
    'localhost.evil.example',
    'notlocalhost',
    '.evil.example',
    '127.0.0.1.evil.example',
    '127.evil.example',
    '192.168.0.1',
    '0.0.0.0',
    '[::2]',
    '[::1].evil.example',
    'localhost:80:80',
    'localhost@evil.example',
    'evil.example/.localhost',
    'evil.example#.localhost',
    ' localhost',
    'localhost, evil.example',
  ])('"%s" is not', (header) => {
    expect(hostGuard(here)(header)).toBe(false);
  });

  test('each request is looked at, whatever the one before said', () => {
    const isAllowed = hostGuard(here);
    const headers = ['localhost', 'evil.example', 'evil.example', undefined, 'localhost', 'evil.example'];
    expect(headers.map(isAllowed)).toEqual([true, false, false, true, true, false]);
  });

  test.each([
    { allowHosts: ['box.internal'], header: 'BOX.internal.:1', expected: true },
    { allowHosts: ['Box.Internal.'], header: 'box.internal', expected: true },
    { allowHosts: ['box.internal'], header: '123456789012.box.internal', expected: true },
    { allowHosts: ['box.internal'], header: 'inbox.internal', expected: false },
    { allowHosts: ['box.internal'], header: 'internal', expected: false },
    { allowHosts: ['a', 'b'], header: 'b', expected: true },
    { allowHosts: ['192.168.0.1'], header: '192.168.0.1:80', expected: true },
    { allowHosts: ['::2'], header: '[::2]:80', expected: true },
    { allowHosts: ['box.internal'], header: 'localhost', expected: true },
  ])('$header when $allowHosts are allowed: $expected', ({ allowHosts, header, expected }) => {
    expect(hostGuard({ ...here, allowHosts })(header)).toBe(expected);
  });

  test('the name that was asked for', () => {
    const isAllowed = hostGuard({ ...here, host: 'my-machine', address: '127.0.1.1' });
    expect(['my-machine:80', 'other-machine'].map(isAllowed)).toEqual([true, false]);
  });
});

test.each(['0.0.0.0', '::', '192.168.0.1', 'fe80::1'])('at %s any host is asked for', (address) => {
  expect(hostGuard({ host: address, address, allowHosts: [] })('evil.example')).toBe(true);
});

test.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['::1', true],
  ['128.0.0.1', false],
  ['::', false],
  ['localhost', false],
  ['', false],
])('%s is a loopback address: %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});

describe('over HTTP', () => {
  let server: RunningServer;
  afterEach(() => server.close());

  function ask(headers: Record<string, string>): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const options = { port: server.port, host: '127.0.0.1', method: 'POST', headers };
      const request = httpRequest(options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      request.on('error', reject).end();
    });
  }
  const message = (host: string): string =>
    `Requests for the host ${host} are not answered here; serve --allow-host allows them.`;

  test('a request for another host changes nothing and is refused in the envelope of AWS', async () => {
    server = await startServer();
    const refused = await ask({ host: 'evil.example' });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain(
      `<Type>Sender</Type><Code>AccessDenied</Code><Message>${message('evil.example')}</Message>`,
    );
    const long = `${'z'.repeat(1000)}.example`;
    expect((await ask({ host: long })).text).toContain(message(`${'z'.repeat(200)}…`));
  });

  test('a request to KMS is refused in its protocol', async () => {
    server = await startServer();
    const { status, text } = await ask({ host: 'evil.example', 'x-amz-target': 'TrentService.CreateKey' });
    expect(status).toBe(403);
    expect(JSON.parse(text)).toEqual({ __type: 'AccessDenied', message: message('evil.example') });
    expect(server.world().places.size).toBe(0);
  });

  test.each([
    { name: 'this machine', given: {}, host: '123456789012.localhost' },
    { name: 'what is allowed', given: { allowHosts: ['evil.example'] }, host: 'evil.example' },
    { name: 'anything, on all addresses', given: { host: '0.0.0.0' }, host: 'evil.example' },
  ])('a request for $name is answered', async ({ given, host }) => {
    server = await startServer(given);
    expect((await ask({ host })).text).toContain('<Code>MissingAuthenticationToken</Code>');
  });

  test('an empty host is refused', async () => {
    server = await startServer();
    await expect(startServer({ host: '' })).rejects.toThrow('the host to listen on is empty');
  });
});
