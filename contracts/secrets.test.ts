import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redacted } from '../src/harness/target/endpoint/redact.ts';
import { formatsOf } from '../src/reporters/index.ts';
import { startServer, type RunningServer } from '../src/server/index.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { runCli, start, type Ended } from '../test-support/process.ts';

const credentials = {
  keyId: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  token: `FwoGZXIvYXdzEBYaD${'4Kp+/x9Q'.repeat(20)}==`,
};
const user = { name: 'somebody-here', password: 'pass-word-9' };

/** What the target saw that nobody is to see again. */
const signatures = new Set<string>();
let seen = { requests: 0, tokens: 0, presigned: 0 };

/** All of a request, in the writings in which targets have been seen to repeat one, and what of it is not on the wire. */
function echo(headers: IncomingHttpHeaders, body: string): string {
  const all = `${JSON.stringify(headers)}\n${body}\n${Object.values(credentials).join('\n')}`;
  const base64 = Buffer.from(all).toString('base64');
  return [all, encodeURIComponent(all), base64, encodeURIComponent(base64), JSON.stringify(all)].join('\r\n');
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Targets that repeat what they were sent, by what they repeat it in. */
const targets: Readonly<Record<string, (answer: string, repeated: string) => string>> = {
  'the messages of faults, and members': (answer, repeated) =>
    answer
      .replace(/<Message>[^<]*/, () => `<Message>${xml(repeated)}`)
      .replace(/<LicenseModel>[^<]*/, () => `<LicenseModel>${xml(repeated)}`),
  'the codes of faults, and stray elements': (answer, repeated) =>
    answer
      .replace(/<Code>[^<]*/, () => `<Code>${xml(repeated.replaceAll(/\s/g, ''))}`)
      .replace('</DBClusterSnapshot>', () => `<Stray>${xml(repeated)}</Stray></DBClusterSnapshot>`),
  'what is no XML': (answer, repeated) => (answer.includes('<Error>') ? repeated : `${answer}${repeated}`),
};

let server: RunningServer;
let folder: string;
const proxies = new Map<string, Server>();

/** The Region eu-west-3 refuses whatever it is asked. */
function proxy(change: (answer: string, repeated: string) => string): Server {
  return createServer((request, response) => {
    void (async () => {
      const { headers, url = '/', method = 'POST' } = request;
      const { authorization = '' } = headers;
      const body = await textOf(request);
      note(headers, body);
      const names = ['authorization', 'content-type', 'x-amz-target'] as const;
      const answer = await fetch(`${server.url}${url}`, {
        method,
        headers: Object.fromEntries(names.map((name) => [name, headers[name] ?? ''])),
        ...(method !== 'GET' && { body }),
      });
      response.writeHead(authorization.includes('/eu-west-3/') ? 403 : answer.status, {
        'content-type': answer.headers.get('content-type') ?? '',
        'x-amzn-requestid': answer.headers.get('x-amzn-requestid') ?? '',
        'x-you-sent': encodeURIComponent(JSON.stringify(headers)),
        'set-cookie': `session=${credentials.token}`,
      });
      const text = await answer.text();
      if (authorization.includes('/eu-west-3/')) {
        response.end(
          `<ErrorResponse><Error><Code>No</Code><Message>${xml(echo(headers, body))}</Message></Error></ErrorResponse>`,
        );
        return;
      }
      const isCopy = body.includes('Action=CopyDBClusterSnapshot') || text.includes('<Error>');
      response.end(isCopy ? change(text, echo(headers, body)) : text);
    })();
  });
}

function note({ authorization = '', ...headers }: IncomingHttpHeaders, body: string): void {
  seen.requests += 1;
  if (headers['x-amz-security-token'] === credentials.token) seen.tokens += 1;
  for (const [, signature = ''] of `${authorization} ${decodeURIComponent(body)}`.matchAll(
    /Signature=([\da-f]{64})/g,
  ))
    signatures.add(signature);
  if (body.includes('X-Amz-Signature')) seen.presigned += 1;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ncc-secrets-'));
  const { keyId, secret, token } = credentials;
  writeFileSync(
    join(folder, 'credentials'),
    `[vault]\naws_access_key_id = ${keyId}\naws_secret_access_key = ${secret}\naws_session_token = ${token}\n`,
  );
  server = await startServer();
  for (const [what, change] of Object.entries(targets)) {
    const made = proxy(change);
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
    proxies.set(what, made);
  }
});

afterAll(async () => {
  for (const made of proxies.values()) {
    made.close();
    made.closeAllConnections();
  }
  await server.close();
  rmSync(folder, { recursive: true });
});

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

async function run(what: string, ...args: readonly string[]): Promise<{ ended: Ended; texts: string[] }> {
  const out = mkdtempSync(join(folder, 'out-'));
  mkdirSync(join(out, 'failures'));
  const { port } = proxies.get(what)?.address() as AddressInfo;
  const { FORCE_COLOR: _, ...env } = process.env;
  const { ended } = start(
    process.execPath,
    [
      ...['--import', 'tsx', main, 'verify', '--account', '123456789012=vault'],
      ...['--endpoint', `http://${user.name}:${user.password}@127.0.0.1:${port}`],
      ...['--kms-endpoint', `http://${user.name}:${user.password}@127.0.0.1:${port}/`],
      ...['--failures', join(out, 'failures'), ...args],
      ...formatsOf('run').flatMap((format) => ['--report', `${format}=${join(out, format)}`]),
      ...['--verbose', '--report', 'text'],
    ],
    {
      ...env,
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
      AWS_CONFIG_FILE: join(folder, 'none'),
      GITHUB_STEP_SUMMARY: join(out, 'summary.md'),
    },
  );
  const { stdout, stderr, ...how } = await ended;
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
  return { ended: { stdout, stderr, ...how }, texts: [stdout, stderr, ...texts] };
}

/** Writings of a secret that must not be found. */
function writings(secret: string): string[] {
  const form = encodeURIComponent(secret);
  return [
    ...[secret, form, encodeURIComponent(form), form.replaceAll(/%../g, (each) => each.toLowerCase())],
    ...['base64', 'base64url'].map((kind) =>
      Buffer.from(secret)
        .toString(kind as 'base64')
        .replace(/=+$/, ''),
    ),
    ...[secret.replaceAll('/', '\\/'), secret.slice(0, 16)],
  ];
}

/** What is found of what nobody is to see. */
function leaks(texts: readonly string[]): string[] {
  const needles = [...Object.values(credentials), user.name, user.password].flatMap(writings);
  const decoded = texts.flatMap((text) =>
    (text.match(/[A-Za-z0-9+/]{80,}/g) ?? []).map((each) => Buffer.from(each, 'base64').toString('latin1')),
  );
  return [...needles, ...signatures].filter((needle) =>
    [...texts, ...decoded].some((text) => text.includes(needle)),
  );
}

const rules = ['presigned-url-of-sdk', 'source-exists', 'copy-inherits'].flatMap((rule) => ['--rule', rule]);

describe('a target that repeats all of a request in', () => {
  it.each(Object.keys(targets))('%s is told about without it', async (what) => {
    seen = { requests: 0, tokens: 0, presigned: 0 };
    const { ended, texts } = await run(what, ...rules);
    expect(ended.code, ended.stderr).toBe(1);
    const report = JSON.parse(
      texts.find((text) => text.startsWith('{\n  "format"') && text.includes('"findings"')) ?? '{}',
    ) as Report;
    // It was sent all of it, and what it said of it is in the report.
    expect(seen.tokens).toBe(seen.requests);
    expect(seen.presigned).toBeGreaterThan(0);
    expect(signatures.size).toBeGreaterThan(seen.requests);
    expect(report.findings.length).toBeGreaterThan(0);
    const exchanges = report.findings.map(({ exchange }) => exchange?.response ?? '').join('\n');
    expect(exchanges).toContain(redacted);
    expect(exchanges).toContain(`set-cookie: ${redacted}`);
    expect(report.target.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(texts.length).toBeGreaterThan(formatsOf('run').length + 3);
    expect(leaks(texts)).toEqual([]);
  });

  it('its first answer makes no line that tells', async () => {
    const what = 'the messages of faults, and members';
    const { ended, texts } = await run(what, '--region', 'eu-west-3', '--rule', 'source-exists');
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    // The run is told first.
    const [first, ...rest] = ended.stderr.trimEnd().split('\n');
    expect(first).toMatch(/^run [a-z0-9]{6} at /);
    expect(rest).toHaveLength(1);
    expect(ended.stderr).toContain(redacted);
    expect(leaks(texts)).toEqual([]);
  });
});

it.each([
  [['verify', '--endpoint', `ftp://${user.name}:${user.password}@host`], 'ftp://[redacted]@host'],
  [['verify', '--rule', '\u001b[31m\n::error::x\r'], '\\x1b[31m ::error::x\\r'],
  [['report', 'compare', '##[error]\u202e', 'b'], '#\\x23[error]\\u202e'],
])('a flag or file that makes no sense is told about in one harmless line: %j', async (args, expected) => {
  const { stdout, stderr, code } = await runCli(...args);
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).toMatch(/^[^\p{Cc}\p{Cf}]+\n$/u);
  expect(stderr).toContain(expected);
});

it('what must not be found would be', () => {
  for (const secret of Object.values(credentials)) {
    for (const written of writings(secret)) expect(leaks([`a ${written} b`])).not.toEqual([]);
    expect(leaks([Buffer.from(`${'x'.repeat(80)} ${secret}`).toString('base64')])).toContain(secret);
  }
});
