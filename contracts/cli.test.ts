import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requirementSets } from '../src/contract/generated/catalogue.ts';
import { startServer } from '../src/server/index.ts';
import { leftIn } from '../test-support/leftovers.ts';
import { runCli, startCli, stop, type Ended } from '../test-support/process.ts';
import { http, listen, respond, tcp } from '../test-support/small-servers.ts';

const newestSet = requirementSets.at(-1)?.name ?? '';

/** What listens where Neptune is expected. */
const strangers = {
  'raw bytes': tcp((socket) => socket.end('\u0000\u0001 no HTTP\n')),
  'a greeting': tcp((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n')),
  'a connection that is cut': tcp((socket) => socket.destroy()),
  'HTML with status 200': http((answer) => respond(answer, 200, 'text/html', '<!doctype html><p>Welcome')),
  'HTML with status 404': http((answer) => respond(answer, 404, 'text/html', '<!doctype html><p>Not found')),
  'JSON with status 200': http((answer) => respond(answer, 200, 'application/json', '{"ok":true}')),
  'other XML with status 200': http((answer) => respond(answer, 200, 'text/xml', '<ok/>')),
  'nothing at all': tcp(() => undefined),
  'no HTTP answer': http(() => undefined),
  'half an answer': http((answer) => {
    answer.writeHead(200, { 'content-type': 'text/xml' }).write('<DescribeDBClusterSnapshotsResponse>');
  }),
};

describe('verify', () => {
  const addresses = new Map<string, string>();
  const connections = new Map<string, number>();

  beforeAll(async () => {
    for (const [what, server] of Object.entries(strangers)) {
      server.on('connection', () => connections.set(what, (connections.get(what) ?? 0) + 1));
      addresses.set(what, await listen(server));
    }
  });
  afterAll(() => {
    for (const server of Object.values(strangers)) server.close();
  });

  it.each(Object.keys(strangers))('says in one line that there is no Neptune: %s', async (what) => {
    const url = addresses.get(what) ?? '';
    const ended = withoutRun(await runCli('verify', '--timeout', '1', '--endpoint', url));
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(oneLine) as string });
    expect(ended.stderr).toContain(url);
    // Who is no Neptune is asked once, and not waited for again.
    expect(connections.get(what)).toBe(1);
  });

  it('says in one line that nothing listens', async () => {
    const free = createServer();
    const url = await listen(free);
    await new Promise((resolve) => free.close(resolve));
    const ended = withoutRun(await runCli('verify', '--endpoint', url));
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(oneLine) as string });
    expect(ended.stderr).toContain(`cannot reach ${url}`);
  });
});

/** What was written after the line that tells the run. */
function withoutRun(ended: Ended): Ended {
  const [first = '', ...rest] = ended.stderr.split('\n');
  expect(first).toMatch(/^run [a-z0-9]{6} at http:\/\/127\.0\.0\.1:\d+; /);
  return { ...ended, stderr: rest.join('\n') };
}

describe('a command line that makes no sense', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ncc-cli-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  const noYaml = file('no-yaml.yaml', 'snapshots: [\n');
  const noWorld = file('no-world.yaml', 'snapshots:\n  a: { status: flying }\n');
  const looseEnd = file('loose-end.yaml', 'snapshots:\n  a: { encryptedWith: nobody }\n');
  const nowhere = join(folder, 'nowhere', 'file');

  it.each<readonly [string, readonly string[], string]>([
    ['an unknown command', ['verifi'], "unknown command 'verifi'"],
    ['an unknown flag', ['verify', '--colour'], "unknown option '--colour'"],
    ['a misspelt flag', ['verify', '--endpont', 'http://x'], 'Did you mean --endpoint?'],
    ['a flag without its value', ['verify', '--endpoint'], '--endpoint <url>'],
    ['an endpoint that is no URL', ['verify', '--endpoint', 'localhost:1'], 'Not an http or https URL.'],
    ['an unknown rule', ['verify', '--rule', 'nope'], 'There is no rule "nope"'],
    ['a misspelt rule', ['verify', '--exclude-rule', 'copy_arn'], 'did you mean "copy-arn"?'],
    ['an unknown case', ['verify', '--case', 'nope'], 'There is no case "nope"'],
    ['a misspelt case', ['verify', '--case', 'quota/four-in-progress'], '"quotas/four-in-progress"?'],
    ['a pattern that fits nothing', ['verify', '--case', 'nope*'], 'No case fits "nope*"'],
    ['a selection of nothing', ['verify', '--rule', 'copy-arn', '--grep', 'quota'], 'nothing would be run'],
    [
      'a rule that is asked for and excluded',
      ['verify', '--rule', 'copy-arn', '--exclude-rule', 'copy-arn'],
      'nothing would be run',
    ],
    ['a list of nothing', ['verify', '--list', '--grep', 'no such words'], 'nothing would be run'],
    ['a list in a format of reports', ['verify', '--list', '--report', 'junit'], 'there are text, json'],
    ['a list and a dry run', ['verify', '--list', '--dry-run'], 'exclude each other'],
    ['no deviation to stop after', ['verify', '--bail', '0'], 'Not a whole number from 1'],
    ['an endpoint with a query', ['verify', '--endpoint', 'http://127.0.0.1:1/a?x=1'], 'The query "?x=1"'],
    ['a KMS endpoint with a fragment', ['verify', '--kms-endpoint', 'http://127.0.0.1:1/#a'], '"#a"'],
    ['certificates that are not there', ['verify', '--ca', nowhere], nowhere],
    ['certificates that are none', ['verify', '--ca', noYaml], 'no-yaml.yaml holds no certificate'],
    ['what is trusted and not checked', ['verify', '--ca', noYaml, '--insecure'], 'exclude each other'],
    ['a list of the self-test', ['verify', '--self-test', '--list'], '--self-test and --list'],
    ['an unknown format', ['verify', '--report', 'pdf'], 'There is no format "pdf"'],
    ['an unknown gate', ['verify', '--gate', 'guessed'], 'guessed'],
    [
      'an unknown requirement set',
      ['verify', '--requirements', '2001-01'],
      'no requirement set "2001-01"; there are 20',
    ],
    ['a rule of the requirement sets', ['explain', 'copy-arn', '--requirements'], 'exclude each other'],
    ['a case of all cases', ['explain', 'kms-key/by-id', '--cases'], '--cases and "kms-key/by-id" exclude'],
    ['two lists to explain', ['explain', '--cases', '--requirements'], '--requirements and --cases exclude'],
    ['neither rule nor case to explain', ['explain', 'kms-key/by'], 'no rule or case "kms-key/by"'],
    [
      'requirements of the self-test',
      ['verify', '--self-test', '--requirements', newestSet],
      'exclude each other',
    ],
    ['a seed that is no number', ['verify', '--seed', 'x'], 'Not a whole number'],
    ['a report into no folder', ['verify', '--report', `json=${nowhere}`], nowhere],
    ['a report into a folder', ['verify', '--report', `json=${folder}`], 'it is a directory'],
    ['a port out of range', ['serve', '--port', '65536'], 'Not a whole number from 0 to 65535'],
    ['an address of somebody else', ['serve', '--host', '203.0.113.7'], 'cannot listen on 203.0.113.7'],
    ['a world file that is not there', ['serve', '--world', nowhere], nowhere],
    ['a world file that is a folder', ['serve', '--world', folder], folder],
    ['a world file that is no YAML', ['serve', '--world', noYaml], 'no-yaml.yaml:'],
    ['a world that is none', ['serve', '--world', noWorld], 'no-world.yaml:2:16: snapshots.a.status'],
    ['a world with a loose end', ['serve', '--world', looseEnd], 'no key is called nobody'],
  ])('ends with 2 and one line: %s', async (_, args, words) => {
    const ended = await runCli(...args);
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(oneLine) as string });
    expect(ended.stderr).toContain(words);
  });
});

describe('serve', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('prints its URL first, and ends with 0 on %s', async (signal) => {
    const serving = startCli('serve');
    const url = await serving.sees(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
    // A connection that is kept open must not keep the server.
    expect((await fetch(url)).status).toBe(403);
    expect(await stop(serving, signal)).toEqual({ code: 0, signal: null, stdout: `${url}\n`, stderr: '' });
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('verify, when it is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('cleans up at the target and says so: %s', async (signal) => {
    const server = await startServer({ copyDuration: 400 });
    try {
      const verifying = startCli('verify', '--endpoint', server.url, '--report', 'json');
      await verifying.sees(/\d+ of \d+ cases/);
      const standing = leftIn(server.world());
      const ended = await stop(verifying, signal);
      const report = JSON.parse(ended.stdout) as { readonly rules: readonly { readonly cases: object[] }[] };
      const interrupted = { status: 'error', reason: 'the run was interrupted' };
      expect(ended.code).toBe(2);
      expect(report.rules.flatMap(({ cases }) => cases)).toContainEqual(expect.objectContaining(interrupted));
      expect(standing).not.toEqual([]);
      expect(leftIn(server.world())).toEqual([]);
    } finally {
      await server.close();
    }
  });
});

/** One line that says something. */
const oneLine = /^[^\n]{20,}\n$/;
