import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNode, health, readServices } from '../test-support/examples-compose.ts';
import { inRepository, installCommand, packageVersion, startIn } from '../test-support/examples-steps.ts';
import { installPackage, type Consumer } from '../test-support/package-exports.ts';
import { stop, type Ended } from '../test-support/process.ts';

const example = inRepository('examples/backup-service');

/** What a project asks for. */
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const readManifest = (path: string): Manifest =>
  JSON.parse(readFileSync(inRepository(path), 'utf8')) as Manifest;

describe('examples/backup-service', () => {
  let consumer: Consumer;
  beforeAll(() => {
    consumer = installPackage();
    cpSync(example, consumer.folder, { recursive: true });
  });
  afterAll(() => consumer.remove());

  it('asks for this version, and for the versions of all else that it is tried with', () => {
    const ours = readManifest('package.json');
    const theirs = readManifest('examples/backup-service/package.json');
    const { 'neptune-copy-contract': self, '@types/node': _node, ...others } = theirs.devDependencies;
    expect(self).toBe(`git+https://github.com/OWNER/neptune-copy-contract.git#v${packageVersion}`);
    expect({ ...ours.devDependencies, ...ours.dependencies }).toMatchObject({
      ...theirs.dependencies,
      ...others,
    });
  });

  it('has types that fit, and passes its own tests', async () => {
    expect(await consumer.runTool('typescript/bin/tsc')).toEqual({ code: 0, output: '' });
    const { code, output } = await consumer.runTool('vitest/vitest.mjs', 'run');
    expect(output).toMatch(/Tests +10 passed \(10\)/);
    expect(code).toBe(0);
  });

  /** What a hurry makes of the service, and the test that tells. */
  const bugs = [
    ['copy.ts', "case 'copying':", "case 'copied':", 'takes the newest snapshot over'],
    ['copy.ts', 'CopyTags: true', 'CopyTags: false', 'takes the newest snapshot over'],
    [
      'copy.ts',
      ' instanceof DBClusterSnapshotAlreadyExistsFault',
      '',
      'a key of production that is not open',
    ],
    ['copy.ts', ' instanceof DBClusterSnapshotAlreadyExistsFault', ' === undefined', 'does nothing again'],
    ['copy.ts', ' instanceof SnapshotQuotaExceededFault', ' === undefined', 'a quota that is used up'],
    ['copy.ts', 'copy.SourceDBClusterSnapshotArn === source', 'true', 'something else of that name'],
    ['share.ts', 'ValuesToRemove', 'ValuesToAdd', 'a copy that fails is told'],
    ['patience.ts', 'Date.now() >= end', 'false', 'a quota that stays full'],
    ['snapshots.ts', 'slice(keep)', 'slice(keep + 1)', 'keeps the newest copies'],
    ['snapshots.ts', "source !== undefined && source !== ''", 'source !== null', 'keeps the newest copies'],
    ['snapshots.ts', ' instanceof DBClusterSnapshotNotFoundFault', ' === undefined', 'keeps the newest'],
    // Across accounts and Regions at once, of which nobody knows whether AWS does it.
    ['back-up.ts', 'region, first.copy', 'region, source', 'takes the newest snapshot over'],
  ] as const;

  it.each(bugs)('has tests that fail where %s has not "%s" but "%s"', async (file, right, wrong, test) => {
    const path = join(consumer.folder, 'src', file);
    const code = readFileSync(path, 'utf8');
    expect(code.split(right)).toHaveLength(2);
    writeFileSync(path, code.replace(right, wrong));
    try {
      const { output } = await consumer.runTool('vitest/vitest.mjs', 'run', '--testTimeout', '2000');
      expect(output).toMatch(new RegExp(`FAIL .* ${test}`));
    } finally {
      writeFileSync(path, code);
    }
  });
});

describe('examples/backup-service/compose.yaml', () => {
  const services = readServices<'aws' | 'service'>('examples/backup-service/compose.yaml');
  const folder = mkdtempSync(join(tmpdir(), 'ncc-backup-'));
  // Node 22 runs TypeScript, this one may not yet.
  const env = { ...process.env, NODE_OPTIONS: `--import=${import.meta.resolve('tsx')}` };
  beforeAll(() => {
    cpSync(example, folder, { recursive: true });
    installCommand(folder);
    symlinkSync(inRepository('node_modules/@aws-sdk'), join(folder, 'node_modules/@aws-sdk'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has a Node that the service runs on, and all of its folder', () => {
    for (const service of Object.values(services)) {
      expectNode(service, 'examples/backup-service/package.json');
      expect(service.volumes).toEqual([`.:${service.working_dir}:ro`]);
    }
  });

  /** Runs the service as it stands there, against another address. */
  const runService = (url: string): Promise<Ended> => {
    const { command = [], environment = {} } = services.service;
    expect(environment['AWS_ENDPOINT_URL']).toBe('http://aws:8182');
    return startIn(folder, command, { ...env, ...environment, AWS_ENDPOINT_URL: url }).ended;
  };

  it('runs the service against the reference model, once that answers', async () => {
    const { command = [] } = services.aws;
    expect(command.slice(-2)).toEqual(['--host=0.0.0.0', '--port=8182']);
    // A free port of this machine, instead of all addresses of a container.
    const local = [...command.slice(0, -2), '--host=127.0.0.1', '--port=0'];
    const serving = startIn(folder, local, env);
    const url = await serving.sees(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
    expect(await health(folder, services.aws, url, env)).toBe(0);
    const copy = (region: string): string =>
      `${region}: arn:aws:rds:${region}:444455556666:cluster-snapshot:orders-2026-11-26\n`;
    const done = { code: 0, stdout: copy('us-east-1') + copy('eu-west-1'), stderr: '' };
    expect(await runService(url)).toMatchObject(done);
    expect(await runService(url)).toMatchObject(done);
    await stop(serving);
    expect(await health(folder, services.aws, url, env)).toBe(1);
    expect(await runService(url)).toMatchObject({ code: 1, stdout: '' });
  });
});
