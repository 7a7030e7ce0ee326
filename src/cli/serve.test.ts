import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
afterAll(() => rmSync(folder, { recursive: true }));
const main = join(import.meta.dirname, 'main.ts');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command; `ready` is called with its first line. */
function serve(
  args: readonly string[],
  ready?: (url: string, stop: (signal: NodeJS.Signals) => void) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', main, 'serve', ...args]);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (stdout === '') ready?.(text.split('\n')[0] ?? '', (signal) => child.kill(signal));
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

test.each(['SIGINT', 'SIGTERM'] as const)('serves the world of a file until %s', async (signal) => {
  const file = join(folder, 'world.yaml');
  writeFileSync(file, 'snapshots: { source: {} }\n');
  let answer = '';
  const ended = await serve(['--world', file, '--copy-duration', '60000'], (url, stop) => {
    const authorization = 'AWS4-HMAC-SHA256 Credential=123456789012/20260101/us-east-1/rds/aws4_request';
    const body =
      'Action=CopyDBClusterSnapshot&Version=2014-10-31&SourceDBClusterSnapshotIdentifier=source&TargetDBClusterSnapshotIdentifier=copy';
    const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
    void fetch(url, { method: 'POST', headers, body })
      .then(async (response) => (answer = await response.text()))
      .finally(() => stop(signal));
  });
  expect(answer).toContain('<Status>copying</Status>');
  expect(ended.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
});

test.each([
  [['--control'], 204],
  [[], 404],
] as const)('lets tests control it only when it is told: %j', async (args, expected) => {
  let status = 0;
  await serve(args, (url, stop) => {
    const headers = { 'content-type': 'application/json' };
    void fetch(`${url}/_control/advance`, { method: 'POST', headers, body: '{"hours":1}' })
      .then((response) => (status = response.status))
      .finally(() => stop('SIGTERM'));
  });
  expect(status).toBe(expected);
});

test.each([
  { name: 'a port that is none', given: ['--port', '65536'], expected: /65536/ },
  { name: 'a duration that is none', given: ['--copy-duration', '-1'], expected: /copy-duration/ },
  {
    name: 'an empty host',
    given: ['--host', ''],
    expected: /--host.*It is empty; 0\.0\.0\.0 is all addresses/,
  },
  { name: 'a blank host', given: ['--host= '], expected: /--host.*It is empty/ },
  {
    name: 'an allowed host with a port',
    given: ['--allow-host', 'box:80'],
    expected: /--allow-host.*without a port/,
  },
  { name: 'an allowed host that is empty', given: ['--allow-host', ''], expected: /--allow-host/ },
  {
    name: 'a file that is not there',
    given: ['--world', join(folder, 'none')],
    expected: /cannot read the world file/,
  },
  {
    name: 'an address of somebody else',
    given: ['--host', '192.0.2.1'],
    expected: /cannot listen on 192\.0\.2\.1/,
  },
])('exit code 2 and a line for $name', async ({ given, expected }) => {
  const ended = await serve(given);
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toMatch(expected);
  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
});

test('answers for the hosts that are allowed, and no others', async () => {
  const seen: number[] = [];
  const ended = await serve(['--allow-host', 'box.internal', '--allow-host', '::2'], (url, stop) => {
    void (async () => {
      for (const host of ['localhost', 'a.box.internal', '[::2]:80', 'evil.example']) {
        seen.push(await statusFor(url, host));
      }
    })().finally(() => stop('SIGTERM'));
  });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  // The last one is refused for its host, the others for want of an Action.
  expect(seen).toEqual([400, 400, 400, 403]);
});

/** The status with which a request for a host is answered. */
function statusFor(url: string, host: string): Promise<number> {
  const authorization = 'AWS4-HMAC-SHA256 Credential=123456789012/20260101/us-east-1/rds/aws4_request';
  return new Promise((resolve, reject) => {
    get(url, { headers: { host, authorization } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', reject);
  });
}

test('exit code 2 and the place of what is wrong in a world file', async () => {
  const file = join(folder, 'wrong.yaml');
  writeFileSync(file, 'snapshots:\n  a: { type: purple }\n');
  const ended = await serve(['--world', file]);
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toBe(`${file}:2:14: snapshots.a.type: must be one of manual, automated\n`);
});
