import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directedCases } from '../src/contract/directed-cases.ts';
import { cleanUp } from '../src/harness/target/guard/cleanup.ts';
import { startServer, type RunningServer } from '../src/server/index.ts';
import { verify } from '../src/verify/index.ts';
import { leftIn } from '../test-support/leftovers.ts';
import { runCli, start } from '../test-support/process.ts';
import { startProxy, type Listening } from '../test-support/proxy.ts';
import { findPython } from '../test-support/python.ts';
import { interpreters, scriptFolder, writeScript } from '../test-support/scripts.ts';
import { certificateFile, startTls } from '../test-support/tls-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'ncc-tls-'));
let server: RunningServer;
let spoiled: Listening;
/** The reference server over TLS, but that no answer tells the ARN of a source. */
let endpoint: Listening;
const seen: string[] = [];

beforeAll(async () => {
  server = await startServer();
  spoiled = await startProxy(server.url, {
    change: (body) => body.replaceAll(/<SourceDBClusterSnapshotArn>[^<]*<\/SourceDBClusterSnapshotArn>/g, ''),
  });
  endpoint = await startTls(spoiled.url, (body) => seen.push(body));
});
afterAll(async () => {
  await endpoint.close();
  await spoiled.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

const encrypted = ['--case', 'copy-encryption/same-key'];

describe('an endpoint whose certificate nobody knows', () => {
  it('is not called', async () => {
    const { code, stderr } = await runCli('verify', '--endpoint', endpoint.url, ...encrypted);
    expect(code).toBe(2);
    expect(stderr).toContain(`cannot reach ${endpoint.url}: `);
    expect(stderr).toContain('self-signed certificate');
    expect(seen).toEqual([]);
  });

  it.each([
    ['--ca', [certificateFile]],
    ['--insecure', []],
  ])('is judged with %s, by calls of all services', async (flag, values) => {
    seen.length = 0;
    const { code, stderr, stdout } = await runCli(
      ...['verify', '--endpoint', endpoint.url, ...encrypted, flag, ...values],
    );
    expect(code, stdout).toBe(1);
    expect(stdout).toContain('copy-source-arn');
    expect(stdout).toContain('can: second account, second Region, sharing, tags, KMS keys');
    for (const part of ['GetCallerIdentity', 'CopyDBClusterSnapshot', '"KeyId"'])
      expect(
        seen.some((body) => body.includes(part)),
        part,
      ).toBe(true);
    expect(stderr.match(/warning: .*/g) ?? []).toHaveLength(flag === '--insecure' ? 1 : 0);
    expect(leftIn(server.world())).toEqual([]);
  });

  it('is replayed, with the certificate and without', async () => {
    const failures = join(folder, 'failures');
    const trusted = ['--endpoint', endpoint.url, '--ca', certificateFile];
    await runCli('verify', ...trusted, ...encrypted, '--failures', failures);
    const [first = ''] = readdirSync(failures);
    expect((await runCli('replay', join(failures, first), '--endpoint', endpoint.url)).code).toBe(2);
    expect(await runCli('replay', join(failures, first), ...trusted)).toMatchObject({ code: 1, stderr: '' });
    const insecure = await runCli('replay', join(failures, first), '--endpoint', endpoint.url, '--insecure');
    expect(insecure.code).toBe(1);
    expect(insecure.stderr).toMatch(/^warning: --insecure[^\n]*\n$/);
  });

  it('is cleaned up, in an account that is reached by a role, too', async () => {
    const journaled = {
      file: join(folder, 'journal.jsonl'),
      isRunning: false,
      run: { run: 'abc123', endpoint: endpoint.url, startedAt: '2026-11-27T00:00:00Z' },
      accounts: [{ id: '222222222222', by: 'role', name: 'arn:aws:iam::222222222222:role/x' }],
      leftovers: [
        {
          known: 'made',
          resource: {
            kind: 'snapshot',
            name: 'ncc-abc123-a',
            place: { account: '222222222222', region: 'us-east-1' },
          },
        },
      ],
    } as unknown as Parameters<typeof cleanUp>[0];
    seen.length = 0;
    const options = { timeout: 5_000, dryRun: true };
    await expect(cleanUp(journaled, options)).rejects.toThrow(/self-signed certificate/);
    expect(seen).toEqual([]);
    for (const tls of [{ caFile: certificateFile }, { insecure: true }])
      expect(await cleanUp(journaled, { ...options, tls })).toEqual({ removed: [], left: [] });
    expect(seen.some((body) => body.includes('AssumeRole'))).toBe(true);
    expect(seen.some((body) => body.includes('DescribeDBClusterSnapshots'))).toBe(true);
  });
});

describe('what reproduces a deviation', () => {
  const python = findPython();
  const scripts = scriptFolder();
  afterAll(() => rmSync(scripts, { recursive: true }));
  const cases = directedCases().filter(({ id }) => id === 'copy-encryption/same-key');

  for (const [how, tls] of [
    ['trusts the certificate', { caFile: certificateFile }],
    ['does not check it', { insecure: true }],
  ] as const) {
    for (const [language, interpreter] of Object.entries(interpreters)) {
      it.skipIf(interpreter.needs === 'python' && python === undefined)(`${how}: ${language}`, async () => {
        const report = await verify({ endpoint: endpoint.url, cases, pairs: 0, journal: false, tls });
        const script = report.findings[0]?.reproduction[language] ?? '';
        const file = writeScript(scripts, interpreter, script);
        const ended = await start(interpreter.command(python), [file], python?.env ?? process.env, 110_000)
          .ended;
        const context = `${script}\n${ended.stdout}\n${ended.stderr}`;
        expect(ended.code, context).toBe(0);
        expect(ended.stdout, context).toMatch(/DBClusterSnapshotArn/);
        expect(leftIn(server.world()), context).toEqual([]);
      });
    }
  }

  it('says nothing of certificates where nothing was told', async () => {
    const { findings } = await verify({ endpoint: spoiled.url, cases, pairs: 0, journal: false });
    const words = /--cacert| -k |--ca-bundle|--no-verify-ssl|verify=|rejectUnauthorized|httpsAgent/;
    const all = Object.entries(findings[0]?.reproduction ?? {});
    expect(all.map(([language]) => language)).toEqual(Object.keys(interpreters));
    for (const [language, script] of all) expect(script, language).not.toMatch(words);
  });
});
