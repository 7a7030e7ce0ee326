import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KMS } from '@aws-sdk/client-kms';
import { Neptune } from '@aws-sdk/client-neptune';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reproductions, type Scenario } from '../src/harness/reproduce/index.ts';
import { startServer, type RunningServer } from '../src/server/index.ts';
import type { Step } from '../src/harness/target/target.ts';
import { leftIn } from '../test-support/leftovers.ts';
import { start, type Ended } from '../test-support/process.ts';
import { startProxy, type Listening, type ProxyOptions } from '../test-support/proxy.ts';
import { findPython } from '../test-support/python.ts';
import { interpreters, scriptFolder, writeScript, type Interpreter } from '../test-support/scripts.ts';
import { startWarmAws, type WarmAws } from '../test-support/warm-aws.ts';

const python = findPython();
const folder = scriptFolder();
const caller = { account: '111111111111', region: 'us-east-1' };
const credentials = { accessKeyId: caller.account, secretAccessKey: 'secret' };

let aws: WarmAws | undefined;
let server: RunningServer;
let proxy: Listening | undefined;
/** What the server was asked for, by its operation. */
let asked: string[] = [];
/** What is somebody else's, and the id of a key of theirs. */
let theirs: string[] = [];
let theirKey = '';

beforeAll(async () => {
  if (python !== undefined) aws = await startWarmAws(python);
});
afterAll(async () => {
  await aws?.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  asked = [];
  server = await startServer();
  const client = { endpoint: server.url, region: caller.region, credentials };
  const neptune = new Neptune(client);
  const kms = new KMS(client);
  await neptune.createDBCluster({ DBClusterIdentifier: 'their-cluster', Engine: 'neptune' });
  for (const DBClusterSnapshotIdentifier of ['n', 'theirs'])
    await neptune.createDBClusterSnapshot({
      DBClusterIdentifier: 'their-cluster',
      DBClusterSnapshotIdentifier,
    });
  theirKey = (await kms.createKey({ Description: 'theirs' })).KeyMetadata?.KeyId ?? '';
  neptune.destroy();
  kms.destroy();
  theirs = listed();
});
afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
  await server.close();
});

const step = (operation: string, input: Step['input'], different: Partial<Step> = {}): Step => ({
  service: 'neptune',
  operation,
  caller,
  input,
  ...different,
});

/** A key, a cluster, a snapshot of it, and a copy of that. */
const scenario = (different: Partial<Scenario> = {}): Scenario => ({
  title: 'a title',
  expected: { kind: 'outcome', copy: true, faults: [] },
  actual: { kind: 'copy' },
  endpoint: proxy?.url ?? server.url,
  access: new Map([[caller.account, { kind: 'access-key', credentials }]]),
  steps: [
    step(
      'CreateKey',
      { Description: 'ncc-abc123-0-own' },
      { service: 'kms', invented: { variable: 'key_own', path: 'KeyMetadata.KeyId', value: 'old-key-id' } },
    ),
    step('CreateDBCluster', { DBClusterIdentifier: 'ncc-abc123-0-source-cluster', Engine: 'neptune' }),
    step('CreateDBClusterSnapshot', {
      DBClusterIdentifier: 'ncc-abc123-0-source-cluster',
      DBClusterSnapshotIdentifier: 'ncc-abc123-0-source',
    }),
  ],
  caller,
  request: copyTo('ncc-abc123-u0-new'),
  wire: {},
  look: 'answer',
  ...different,
});

const copyTo = (name: string) => ({
  SourceDBClusterSnapshotIdentifier: 'ncc-abc123-0-source',
  TargetDBClusterSnapshotIdentifier: name,
});

/** Puts something between the scripts and the server. */
async function between(options: Omit<ProxyOptions, 'onRequest'>): Promise<void> {
  proxy = await startProxy(server.url, {
    ...options,
    onRequest: (body, { headers }) => asked.push(operationOf(body, headers['x-amz-target'])),
  });
}

const operationOf = (body: string, target: string | string[] | undefined): string =>
  /\bAction=(\w+)/.exec(body)?.[1] ?? String(target).replace('TrentService.', '');

const refusing =
  (operation: string): NonNullable<ProxyOptions['answer']> =>
  (body, { headers }) =>
    operationOf(body, headers['x-amz-target']) === operation
      ? {
          status: 400,
          body: '<ErrorResponse><Error><Code>Refused</Code><Message>because</Message></Error></ErrorResponse>',
        }
      : undefined;

/** All that is there, and what snapshots are like. */
const listed = (): string[] =>
  [
    ...leftIn(server.world()),
    ...[...server.world().places.values()].flatMap(({ snapshots }) =>
      [...snapshots.values()].map((snapshot) => JSON.stringify(snapshot)),
    ),
  ].sort();

for (const [language, interpreter] of Object.entries(interpreters)) {
  describe.skipIf(interpreter.needs === 'python' && python === undefined)(`a ${language} script`, () => {
    const run = (different: Partial<Scenario> = {}): Promise<Ended> =>
      start(...commandOf(interpreter, different), aws?.env ?? process.env, 40_000).ended;

    function commandOf(how: Interpreter, different: Partial<Scenario>): [string, string[]] {
      const file = writeScript(folder, how, reproductions(scenario(different))[language] ?? '');
      return [how.command(python), [file]];
    }

    test('runs twice at once, and again, under names that are new each time', async () => {
      const names = new Set<string>();
      await between({
        change(body) {
          for (const [name] of body.matchAll(/ncc-[0-9a-f]{6}/g)) names.add(name);
          return body;
        },
      });
      for (const ended of [...(await Promise.all([run(), run()])), await run()]) {
        expect(ended.code, ended.stderr).toBe(0);
        expect(ended.stderr).toBe('');
      }
      expect(names.size).toBe(3);
      expect(listed()).toEqual(theirs);
    });

    test('does nothing where the name under test is somebody else’s', async () => {
      await between({});
      const ended = await run({ request: copyTo('N') });
      expect(ended.code).not.toBe(0);
      expect(ended.stderr).toMatch(/snapshot n\b.* is there already/i);
      expect(asked).toEqual(['DescribeDBClusterSnapshots']);
      expect(listed()).toEqual(theirs);
    });

    test('does nothing where the look is answered with more pages', async () => {
      const list = everything('more');
      await between({ answer: (body) => (body.includes('Action=Describe') ? list : undefined) });
      const ended = await run();
      expect(ended.code).not.toBe(0);
      expect(asked).toEqual(['DescribeDBClusterSnapshots']);
    });

    test('does nothing where the look cannot be read', async () => {
      await between({ change: () => '<html>sorry</html>' });
      const ended = await run();
      expect(ended.code).not.toBe(0);
      expect(asked).toEqual(['DescribeDBClusterSnapshots']);
    });

    test('takes no other snapshot for the one it looks for', async () => {
      const list = everything('');
      await between({ answer: (body) => (body.includes('Action=Describe') ? list : undefined) });
      const ended = await run();
      expect(ended.code, ended.stderr).toBe(0);
      expect(listed()).toEqual(theirs);
    });

    test('stops at the first step that is refused, and removes what was made before', async () => {
      await between({ answer: refusing('CreateDBClusterSnapshot') });
      const ended = await run();
      expect(ended.code).not.toBe(0);
      expect(ended.stderr).toMatch(/stopped.*/);
      expect(asked).not.toContain('CopyDBClusterSnapshot');
      expect(asked.slice(-2)).toEqual(['DeleteDBCluster', 'ScheduleKeyDeletion']);
      expect(listed()).toEqual(theirs);
    });

    test('leaves alone what the answer names instead of the copy, and says so', async () => {
      await between({
        change: (body) =>
          body.includes('<CopyDBClusterSnapshotResult>')
            ? body.replaceAll(/ncc-\w+-u0-new/g, 'theirs')
            : body,
      });
      const ended = await run();
      expect(ended.stderr).toMatch(/left alone: theirs is what the answer names instead of .*u0-new/);
      expect(asked.filter((operation) => operation === 'DeleteDBClusterSnapshot')).toHaveLength(1);
      expect(listed().filter((what) => !what.includes('-u0-new'))).toEqual(theirs);
    });

    test('leaves alone the copy that was refused', async () => {
      const ended = await run({ request: copyTo('ncc-abc123-u0-') });
      expect(ended.code, ended.stderr).toBe(0);
      await between({ answer: refusing('CopyDBClusterSnapshot') });
      await run();
      expect(asked.filter((operation) => operation === 'DeleteDBClusterSnapshot')).toHaveLength(1);
      expect(listed()).toEqual(theirs);
    });

    test('names a copy that is there although its answer cannot be read, and leaves it alone', async () => {
      await between({
        change: (body) => (body.includes('<CopyDBClusterSnapshotResult>') ? '<html>sorry</html>' : body),
      });
      const ended = await run();
      expect(ended.stderr).toMatch(/left alone: snapshot ncc-[0-9a-f]{6}-u0-new may be there, but/);
      expect(asked.filter((operation) => operation === 'DeleteDBClusterSnapshot')).toHaveLength(1);
      expect(listed().filter((what) => !what.includes('-u0-new'))).toEqual(theirs);
      expect(listed()).toContainEqual(expect.stringMatching(/: snapshot ncc-\w{6}-u0-new$/));
    });

    test('says that a copy may be there where no look can tell', async () => {
      let copied = false;
      await between({
        change(body) {
          copied ||= body.includes('<CopyDBClusterSnapshotResult>');
          return copied && body.includes('-u0-new') ? '<html>sorry</html>' : body;
        },
      });
      const ended = await run();
      expect(ended.stderr).toMatch(/left alone: snapshot ncc-[0-9a-f]{6}-u0-new may be there, but/);
      expect(asked.filter((operation) => operation === 'DeleteDBClusterSnapshot')).toHaveLength(1);
    });

    test('leaves alone a key that the answer says is new', async () => {
      await between({
        change: (body) => body.replace(/"KeyId" ?: ?"[^"]*"/, `"KeyId":"${theirKey}"`),
      });
      const ended = await run();
      expect(ended.code).not.toBe(0);
      expect(ended.stderr).toContain(theirKey);
      expect(asked).toEqual(['DescribeDBClusterSnapshots', 'CreateKey', 'DescribeKey']);
    });

    test('says what it could not remove, and removes the rest', async () => {
      await between({ answer: refusing('DeleteDBCluster') });
      const ended = await run();
      expect(ended.stderr).toMatch(/left behind:? cluster ncc-[0-9a-f]{6}-0-source-cluster/);
      expect(listed().filter((what) => !what.includes('-0-source-cluster'))).toEqual(theirs);
      expect(listed()).toContainEqual(expect.stringMatching(/: cluster ncc-\w{6}-0-source-cluster$/));
    });

    test('refuses to alter what it does not make', async () => {
      await between({});
      const ResourceName = 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:theirs';
      const steps = [step('RemoveTagsFromResource', { ResourceName, TagKeys: ['a'] })];
      const ended = await run({ steps });
      expect(ended.code).not.toBe(0);
      expect(ended.stderr).toContain('RemoveTagsFromResource would alter what this script does not make');
      expect(asked).toEqual(['DescribeDBClusterSnapshots']);
    });

    test('goes on after a copy in a sequence that may be refused', async () => {
      await between({});
      const steps = [
        step('CopyDBClusterSnapshot', copyTo('ncc-abc123-s1-a'), { mayFail: true }),
        ...scenario().steps,
        step('CopyDBClusterSnapshot', copyTo('ncc-abc123-s1-b'), { mayFail: true }),
      ];
      const ended = await run({ steps });
      expect(ended.code, ended.stderr).toBe(0);
      expect(asked.filter((operation) => operation === 'CopyDBClusterSnapshot')).toHaveLength(3);
      expect(asked.filter((operation) => operation === 'DeleteDBClusterSnapshot')).toHaveLength(3);
      expect(listed()).toEqual(theirs);
    });

    test('cleans up when it is interrupted', async () => {
      let reached: (() => void) | undefined;
      const hanging = new Promise<void>((resolve) => (reached = resolve));
      await between({
        answer(body) {
          if (!body.includes('Action=CreateDBClusterSnapshot')) return undefined;
          reached?.();
          return new Promise(() => {});
        },
      });
      const [command, args] = commandOf(interpreter, {});
      const child = spawn(command, args, {
        env: python?.env ?? process.env,
        detached: true,
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.once('close', resolve));
      await hanging;
      process.kill(-(child.pid ?? 0), 'SIGINT');
      await ended;
      expect(asked.slice(-2)).toEqual(['DeleteDBCluster', 'ScheduleKeyDeletion']);
      expect(listed()).toEqual(theirs);
    });

    const hostile = [
      `'; touch pwned; '`,
      '$(touch pwned)`touch pwned`',
      '*/ process.exit(9) /*',
      '"; exit 9; "',
    ];

    test.each(hostile)('runs nothing of what an answer holds: %s', async (text) => {
      await between({
        change: (body) => body.replace(/"KeyId" ?: ?"[^"]*"/, `"KeyId":${JSON.stringify(text)}`),
      });
      const [command, args] = commandOf(interpreter, {});
      const ended = await start(command, args, aws?.env ?? process.env, 40_000).ended;
      expect([1, 2], ended.stderr).toContain(ended.code);
      expect(existsSync('pwned')).toBe(false);
      expect(existsSync(join(dirname(args[0] ?? ''), 'pwned'))).toBe(false);
      expect(listed()).toEqual(expect.arrayContaining(theirs));
    });
  });
}

/** A page of all snapshots, as a target that ignores filters would answer. */
function everything(marker: string) {
  const snapshots = ['n', 'theirs']
    .map(
      (name) =>
        `<DBClusterSnapshot><DBClusterSnapshotIdentifier>${name}</DBClusterSnapshotIdentifier><Status>available</Status></DBClusterSnapshot>`,
    )
    .join('');
  return {
    status: 200,
    body: `<DescribeDBClusterSnapshotsResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><DescribeDBClusterSnapshotsResult><DBClusterSnapshots>${snapshots}</DBClusterSnapshots><Marker>${marker}</Marker></DescribeDBClusterSnapshotsResult></DescribeDBClusterSnapshotsResponse>`,
  };
}
