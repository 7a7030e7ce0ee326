import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directedCases } from '../src/contract/directed-cases.ts';
import { namedCases } from '../src/contract/directed-sequences.ts';
import { rules } from '../src/contract/generated/catalogue.ts';
import type { Report } from '../src/contract/generated/types.ts';
import type { Listing } from '../src/reporters/list/listing.ts';
import { startServer, type RunningServer } from '../src/server/index.ts';
import { verify } from '../src/verify/index.ts';
import { leftIn } from '../test-support/leftovers.ts';
import { runCli } from '../test-support/process.ts';
import { startProxy, type Listening } from '../test-support/proxy.ts';

const folder = mkdtempSync(join(tmpdir(), 'ncc-manners-'));
let server: RunningServer;
/** The reference server, but that no answer tells the ARN of a source, nor the type of a copy. */
let spoiled: Listening;
let requests = 0;

beforeAll(async () => {
  server = await startServer();
  spoiled = await startProxy(server.url, {
    onRequest: () => (requests += 1),
    change: (body) =>
      body
        .replaceAll(/<SourceDBClusterSnapshotArn>[^<]*<\/SourceDBClusterSnapshotArn>/g, '')
        .replaceAll(/<PercentProgress>[^<]*<\/PercentProgress>/g, ''),
  });
});
afterAll(async () => {
  await spoiled.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Runs `verify` at the spoiled endpoint, with a report of its own. */
async function judged(...args: readonly string[]) {
  const file = join(folder, 'report.json');
  rmSync(file, { force: true });
  const ended = await runCli(
    ...['verify', '--endpoint', spoiled.url, '--target-name', 'spoiled', '--report', `json=${file}`, ...args],
  );
  return { ...ended, report: JSON.parse(readFileSync(file, 'utf8')) as Report };
}

describe('verify --list', () => {
  it('tells all rules and cases of the contract, as text and as JSON', async () => {
    const { code, stdout, stderr } = await runCli('verify', '--list');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n');
    for (const { id, title } of namedCases())
      expect(lines.filter((line) => line.startsWith(`  ${id} `) && line.endsWith(title))).toHaveLength(1);
    for (const { id, statement } of rules) expect(stdout).toContain(`\n${id}  ${statement}`.slice(1));
    expect(stdout).toMatch(new RegExp(`^${rules.length} rules, ${namedCases().length} cases\n$`, 'm'));

    const file = join(folder, 'list.json');
    const asJson = await runCli('verify', '--list', '--report', `json=${file}`);
    expect(asJson).toMatchObject({ code: 0, stdout: '', stderr: '' });
    const listing = JSON.parse(readFileSync(file, 'utf8')) as Listing;
    expect(listing.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    expect(listing.rules.flatMap(({ cases }) => cases.map(({ id }) => id)).sort()).toEqual(
      namedCases()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('tells what a run with the same flags judges', async () => {
    const flags = ['--grep', 'alias', '--exclude-rule', 'copy-new-key', '--shard', '1/2'];
    const listed = JSON.parse(
      (await runCli('verify', '--list', '--report', 'json', ...flags)).stdout,
    ) as Listing;
    const ran = JSON.parse((await runCli('verify', '--report', 'json', ...flags)).stdout) as Report;
    const ids = (all: {
      readonly rules: readonly { readonly cases: readonly { readonly id: string }[] }[];
    }) => all.rules.flatMap(({ cases }) => cases.map(({ id }) => id));
    expect(ids(listed).length).toBeGreaterThan(3);
    expect(ids(ran)).toEqual(ids(listed));
  });
});

describe('verify --dry-run', () => {
  it('sends nothing', async () => {
    requests = 0;
    const { code, stdout, stderr } = await runCli(
      'verify',
      '--dry-run',
      '--endpoint',
      spoiled.url,
      '--quota',
      '7',
    );
    expect({ code, stderr, requests }).toEqual({ code: 0, stderr: '', requests: 0 });
    expect(stdout).toContain(`At ${spoiled.url}, this run would\n`);
    expect(stdout).toMatch(
      new RegExp(`judge ${namedCases().length} cases of ${rules.length} rules and \\d+ pairs`),
    );
    expect(stdout).toMatch(/\nNothing was sent\.\n$/);
  });

  it('promises as much as there ever is', async () => {
    const copies = await startServer({ copyDuration: 5 });
    const most = { snapshots: 0, clusters: 0, keys: 0 };
    const counting = await startProxy(copies.url, {
      onRequest: () => {
        const places = [...copies.world().places.values()];
        const count = (of: (place: (typeof places)[number]) => number): number =>
          places.reduce((sum, place) => sum + of(place), 0);
        // Automated snapshots are the target's own.
        const manual = count(
          ({ snapshots }) =>
            [...snapshots.values()].filter(({ shape }) => shape.SnapshotType === 'manual').length,
        );
        most.snapshots = Math.max(most.snapshots, manual);
        most.clusters = Math.max(
          most.clusters,
          count(({ clusters }) => clusters.size),
        );
        most.keys = Math.max(
          most.keys,
          count(({ keys }) => [...keys.values()].filter((key) => key.manager === 'CUSTOMER').length),
        );
      },
    });
    // What fills a place up is promised with a few more than it takes.
    const cases = directedCases().filter(
      ({ id, situation: { given } }) =>
        /^(kms-|copy-encryption|target-unique|source-)/.test(id) && given.places === undefined,
    );
    const { planFor } = await import('../src/harness/run/plan-for.ts');
    const { outlookOf } = await import('../src/verify/outlook.ts');
    const { atOnce } = outlookOf(planFor({ cases }).plan);
    await verify({ endpoint: counting.url, cases, pairs: 0, jobs: 1, journal: false });
    await counting.close();
    await copies.close();
    expect(most).toEqual(atOnce);
  });
});

const few = ['--case', 'copy-encryption/unencrypted', '--case', 'copy-course/*', '--pairs', '0'];

describe('a selection of cases', () => {
  it('shows all that these cases show, of whichever rule, and nothing else', async () => {
    const { code, report } = await judged('--case', 'copy-encryption/unencrypted');
    expect(code).toBe(1);
    expect(report.rules.flatMap(({ cases }) => cases.map(({ id }) => id))).toEqual([
      'copy-encryption/unencrypted',
    ]);
    expect(report.findings.map(({ rule }) => rule)).toContain('copy-source-arn');
    expect(report.search).toBeUndefined();
  });

  it('leaves alone what a baseline says of the rest', async () => {
    const file = join(folder, 'known.yaml');
    const whole = await judged('--rule', 'copy-source-arn', '--baseline', file, '--update-baseline');
    expect(whole.report.findings.map(({ rule }) => rule)).toContain('copy-source-arn');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('TODO', 'known'));
    const one = await judged(
      '--case',
      'copy-encryption/unencrypted',
      '--baseline',
      file,
      '--gate',
      'documented',
    );
    expect(one.report.baseline).toMatchObject({ problems: [] });
    const excluded = await judged('--exclude-rule', 'copy-source-arn', ...few, '--baseline', file);
    expect(excluded.report.baseline).toMatchObject({ problems: [], matched: 0 });
  });

  it('does not tell of a rule that is excluded, and says so', async () => {
    const before = await judged(...few);
    expect(before.report.findings.map(({ rule }) => rule)).toContain('copy-source-arn');
    const { report, stderr } = await judged(...few, '--exclude-rule', 'copy-source-arn', '--quiet');
    expect(report.findings.map(({ rule }) => rule)).not.toContain('copy-source-arn');
    expect(report.rules.map(({ id }) => id)).not.toContain('copy-source-arn');
    expect(report.demands?.excluded).toEqual(['copy-source-arn']);
    expect(stderr).toContain('; not judged: copy-source-arn');
  });
});

describe('verify --bail', () => {
  it('stops after the first deviation that fails the run, says so, and leaves nothing', async () => {
    const { code, stderr, report } = await judged('--bail', '--pairs', '0');
    const gating = report.findings.filter((finding) => finding.gating);
    expect(code).toBe(1);
    expect(gating.length).toBeGreaterThan(0);
    expect(report.run.stopped).toEqual({
      kind: 'bail',
      reason: 'it was to stop after the first deviation that fails the run',
    });
    expect(
      report.rules.flatMap(({ cases }) => cases).filter(({ status }) => status === 'error').length,
    ).toBeGreaterThan(300);
    expect(stderr).toContain(
      'it was to stop after the first deviation that fails the run: the report is partial',
    );
    expect(report.search).toBeUndefined();
    expect(leftIn(server.world())).toEqual([]);
  });

  it('goes on past what a baseline knows', async () => {
    const file = join(folder, 'bail.yaml');
    await judged(...few, '--baseline', file, '--update-baseline');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('TODO', 'known'));
    const { code, report } = await judged(...few, '--baseline', file, '--bail');
    expect(report.run.stopped).toBeUndefined();
    expect({ code, problems: report.baseline?.problems }).toEqual({ code: 0, problems: [] });
  });

  it('is 0 where there is nothing to stop for', async () => {
    const { code, stderr } = await runCli('verify', '--rule', 'copy-arn', '--bail', '2');
    expect(code).toBe(0);
    expect(stderr).not.toContain('stop');
  });
});

describe('verify --quiet', () => {
  it('says the verdict, and nothing else', async () => {
    const good = await runCli(
      'verify',
      '--rule',
      'copy-arn',
      '--quiet',
      '--report',
      `json=${join(folder, 'q')}`,
    );
    expect(good).toMatchObject({ code: 0, stdout: '', stderr: 'neptune-copy-contract: conforms\n' });
    const { code, stderr } = await judged('--case', 'copy-encryption/unencrypted', '--quiet');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^neptune-copy-contract: \d+ deviations?[^\n]*\n$/) as string,
    });
  });

  it('says errors', async () => {
    const { code, stderr } = await runCli('verify', '--quiet', '--endpoint', 'http://127.0.0.1:1');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^neptune-copy-contract: cannot reach [^\n]*\n$/);
  });
});

describe('the path of an endpoint', () => {
  it('stands before that of every call, and in what reproduces', async () => {
    const paths = new Set<string>();
    const below = createServer((request, response) => {
      paths.add(new URL(request.url ?? '', 'http://x').pathname);
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
        const answer = await fetch(`${spoiled.url}/`, {
          method: 'POST',
          headers: headers as Record<string, string>,
          body: Buffer.concat(chunks),
        });
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
        response.end(await answer.text());
      })();
    });
    await new Promise<void>((resolve) => below.listen(0, '127.0.0.1', resolve));
    const { port } = below.address() as { port: number };
    const endpoint = `http://127.0.0.1:${port}/base/path`;
    const cases = directedCases().filter(({ id }) => /^copy-encryption\//.test(id));
    const report = await verify({ endpoint, cases, pairs: 0, journal: false });
    below.closeAllConnections();
    below.close();
    expect([...paths]).toEqual(['/base/path/']);
    expect(report.summary.cases.pass + report.summary.cases.fail).toBeGreaterThan(5);
    const { curl = '', boto3 = '' } = report.findings[0]?.reproduction ?? {};
    expect(curl).toContain(`endpoint=${endpoint}\n`);
    expect(boto3).toContain(`endpoint_url="${endpoint}"`);
  });

  it('may be followed by nothing, whoever calls', async () => {
    await expect(verify({ endpoint: `${spoiled.url}/base?x=1` })).rejects.toThrow(
      /the endpoint http:.*\/base\?x=1: The query "\?x=1" would not be sent/,
    );
    await expect(verify({ kmsEndpoint: `${spoiled.url}/#a`, endpoint: spoiled.url })).rejects.toThrow(
      'The fragment "#a"',
    );
  });
});
