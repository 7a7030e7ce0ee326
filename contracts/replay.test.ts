import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../src/server/index.ts';
import { schemas } from '../src/contract/generated/schemas.ts';
import type { Failure } from '../src/contract/generated/types.ts';
import { createValidator } from '../src/contract/validate.ts';
import { leftIn } from '../test-support/leftovers.ts';
import { runCli } from '../test-support/process.ts';
import { startProxy, type Listening } from '../test-support/proxy.ts';

const element = /<SourceDBClusterSnapshotArn>[^<]*<\/SourceDBClusterSnapshotArn>/;
/** Wrong answers about copies, each in its own way. */
const spoilings = {
  'no source ARN': (body: string) => body.replaceAll(new RegExp(element, 'g'), ''),
  'another source ARN': (body: string) =>
    body.replace(
      element,
      '<SourceDBClusterSnapshotArn>arn:aws:rds:us-east-1:1:cluster-snapshot:x</SourceDBClusterSnapshotArn>',
    ),
  'another type of snapshot': (body: string) =>
    body.replace('<SnapshotType>manual<', '<SnapshotType>shared<'),
};

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
const failures = join(folder, 'deep', 'failures');
const endpoints = new Map<string, Listening>();
let server: RunningServer;
let files: string[] = [];

const at = (spoiling: keyof typeof spoilings): string => endpoints.get(spoiling)?.url ?? '';
const fileOf = (rule: string): string =>
  join(failures, files.find((file) => file.startsWith(rule)) ?? 'none');
const verifyAt = (spoiling: keyof typeof spoilings, ...more: string[]) =>
  runCli('verify', '--endpoint', at(spoiling), '--rule', 'copy-source-arn', '--failures', failures, ...more);

beforeAll(async () => {
  server = await startServer();
  for (const [name, spoil] of Object.entries(spoilings)) {
    // An answer may lack the ARN of the source, a description may not.
    const change = (body: string): string =>
      name === 'no source ARN' || body.includes('CopyDBClusterSnapshotResult') ? spoil(body) : body;
    endpoints.set(name, await startProxy(server.url, { change }));
  }
  const ended = await verifyAt('no source ARN', '--seed', '7');
  expect(ended.code, ended.stderr).toBe(1);
  files = readdirSync(failures);
});
afterAll(async () => {
  for (const endpoint of endpoints.values()) await endpoint.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('failure files', () => {
  test('are one for each finding, by rule and fingerprint, and follow their schema', () => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(file).toMatch(/^[a-z-]+-v2-[0-9a-f]{12}\.json$/);
      const failure = JSON.parse(readFileSync(join(failures, file), 'utf8')) as Failure;
      expect(createValidator(schemas).problems('neptune-copy-contract:failure', failure)).toEqual([]);
      expect(file).toBe(`${failure.rule}-${failure.fingerprint}.json`);
    }
  });

  test('hold the whole story', () => {
    const failure = JSON.parse(readFileSync(fileOf('copy-source-arn'), 'utf8')) as Failure;
    expect(failure).toMatchObject({
      format: 2,
      seed: 7,
      rule: 'copy-source-arn',
      runtime: { node: process.version, sdk: expect.stringMatching(/^3\./) as string },
      target: { endpoint: at('no source ARN'), region: 'us-east-1' },
      replay: { kind: 'case', rule: 'copy-source-arn', caller: { account: 'self', region: 'here' } },
      verdict: { broken: [], unspecified: [], expected: { kind: 'outcome', copy: true, faults: [] } },
    });
    expect(failure.transcript[0]?.request).toContain('Action=CopyDBClusterSnapshot');
    expect(failure.transcript[0]?.response).toContain('<CopyDBClusterSnapshotResult>');
    expect(JSON.stringify(failure.transcript)).not.toMatch(/authorization/i);
    expect(Object.keys(failure.reproduction)).toEqual(['aws-cli', 'boto3', 'javascript', 'curl']);
  });

  test('are written over, and nothing else is touched', async () => {
    const note = join(failures, 'note.txt');
    writeFileSync(note, 'mine');
    writeFileSync(fileOf('copy-source-arn'), 'old');
    await verifyAt('no source ARN');
    expect(readFileSync(note, 'utf8')).toBe('mine');
    rmSync(note);
    expect(readdirSync(failures)).toEqual(files);
    expect(JSON.parse(readFileSync(fileOf('copy-source-arn'), 'utf8'))).toMatchObject({ format: 2, seed: 1 });
  });

  test('need a folder that can be made', async () => {
    const ended = await verifyAt('no source ARN', '--failures', join(fileOf('copy-source-arn'), 'x'));
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^neptune-copy-contract: cannot write failures to .*\n$/);
  });
});

describe('replay', () => {
  test('reproduced, where nothing has changed', async () => {
    const ended = await runCli('replay', fileOf('copy-source-arn'), '--endpoint', at('no source ARN'));
    expect(ended).toMatchObject({ code: 1, stderr: '' });
    expect(ended.stdout).toBe(`reproduced  ${fileOf('copy-source-arn')}  copy-source-arn\n`);
    expect(leftIn(server.world())).toEqual([]);
  });

  test('changed, where the rule is violated otherwise', async () => {
    const ended = await runCli('replay', fileOf('copy-source-arn'), '--endpoint', at('another source ARN'));
    expect(ended.code).toBe(1);
    const [line, before, now] = ended.stdout.split('\n');
    expect(line).toBe(`changed  ${fileOf('copy-source-arn')}  copy-source-arn`);
    expect(before).toMatch(/^ {2}before {2}copy-source-arn: expected .*, actual .*absent/);
    expect(now).toMatch(/^ {2}now {5}copy-source-arn: expected .*, actual .*cluster-snapshot:x/);
  });

  test('changed, where another rule is violated', async () => {
    const ended = await runCli(
      'replay',
      fileOf('copy-source-arn'),
      '--endpoint',
      at('another type of snapshot'),
    );
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/^changed {2}/);
    expect(ended.stdout).toMatch(/now {5}copy-type-manual: expected/);
  });

  test('gone at an endpoint that conforms, and at the embedded one', async () => {
    for (const where of [['--endpoint', server.url], [], ['--region', 'eu-west-1']]) {
      const ended = await runCli('replay', fileOf('copy-source-arn'), ...where);
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(ended.stdout).toBe(`gone  ${fileOf('copy-source-arn')}  copy-source-arn\n`);
    }
  });

  test('says so when the contract is another one by now', async () => {
    const failure = JSON.parse(readFileSync(fileOf('copy-source-arn'), 'utf8')) as Failure;
    const file = join(folder, 'old.json');
    writeFileSync(file, JSON.stringify({ ...failure, specHash: 'older' }));
    const ended = await runCli('replay', file);
    expect(ended.stdout).toBe(`gone  ${file}  copy-source-arn (of another version of the contract)\n`);
  });

  test('cannot run what the target cannot be brought into', async () => {
    const file = changed('inconclusive.json', { given: { snapshots: { source: { status: 'failed' } } } });
    const ended = await runCli('replay', file, fileOf('copy-source-arn'));
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe(
      `not run  ${file}  copy-source-arn: no AWS call leaves a snapshot in the status failed\n` +
        `gone  ${fileOf('copy-source-arn')}  copy-source-arn\n`,
    );
  });
});

describe('replay of what cannot be read', () => {
  const wrong: { name: string; given: () => string; expected: RegExp }[] = [
    {
      name: 'no JSON',
      given: () => written('garbage.json', '{ "format": 1,\n  ]'),
      expected: /garbage\.json:2:3: /,
    },
    {
      name: 'another document',
      given: () => written('other.json', '{\n  "format": 1\n}'),
      expected: /other\.json:2:13: format: must be equal to constant/,
    },
    {
      name: 'an unknown rule',
      given: () => changed('rule.json', { rule: 'no-such-rule' }),
      expected: /rule\.json:\d+:\d+: no rule is called no-such-rule/,
    },
    {
      name: 'a name that leads nowhere',
      given: () =>
        changed('name.json', {
          request: {
            SourceDBClusterSnapshotIdentifier: '{nobody}',
            TargetDBClusterSnapshotIdentifier: '{new}',
          },
        }),
      expected: /name\.json:\d+:\d+: \{nobody\} names nothing in this world/,
    },
    {
      name: 'a key that is not there',
      given: () => changed('key.json', { given: { snapshots: { source: { encryptedWith: 'nokey' } } } }),
      expected: /key\.json:\d+:\d+: .*nokey/,
    },
    { name: 'no file', given: () => join(folder, 'none.json'), expected: /cannot read the failure file/ },
  ];

  test.each(wrong)('$name: exit code 2, and nothing is run', async ({ given, expected }) => {
    const ended = await runCli(
      'replay',
      fileOf('copy-source-arn'),
      given(),
      '--endpoint',
      at('no source ARN'),
    );
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(expected);
  });

  test('an endpoint that nobody serves', async () => {
    const ended = await runCli('replay', fileOf('copy-source-arn'), '--endpoint', 'http://127.0.0.1:9');
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/cannot reach http:\/\/127\.0\.0\.1:9/);
  });
});

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** The failure file with another replay. */
function changed(name: string, replay: object): string {
  const failure = JSON.parse(readFileSync(fileOf('copy-source-arn'), 'utf8')) as Failure;
  return written(
    name,
    JSON.stringify({ ...failure, beside: [], replay: { ...failure.replay, ...replay } }, null, 2),
  );
}
