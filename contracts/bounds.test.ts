import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { serveVariant, type Running as Endpoint, type Variant } from '../src/selftest/mutants/endpoint.ts';
import { seeded } from '../src/selftest/mutants/random.ts';
import { directedCases } from '../src/contract/directed-cases.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { verify } from '../src/verify/index.ts';
import { ordinary, inconclusive } from '../test-support/judge.ts';
import { startCli, type Running } from '../test-support/process.ts';
import { listen } from '../test-support/small-servers.ts';

const cases = directedCases();

const folder = mkdtempSync(join(tmpdir(), 'ncc-bounds-'));
afterAll(() => rmSync(folder, { recursive: true }));

const serving: Endpoint[] = [];
afterEach(async () => {
  for (const endpoint of serving.splice(0)) await endpoint.close();
});

/** Serves a variant until the test ends. */
async function serve(variant: Variant, seed = 1): Promise<Endpoint> {
  const endpoint = await serveVariant(variant, seed);
  serving.push(endpoint);
  return endpoint;
}

const slow: Variant = { name: 'slow', copyDuration: 400, delay: (random) => random() * 60 };

/** Our endpoint, which answers so many requests and never again. */
const hangingAfter = (requests: number): Variant => {
  let seen = 0;
  return {
    name: 'hanging',
    // As good as never: the timer ends with the process of the test.
    delay: () => ((seen += 1) > requests ? 2 ** 30 : 0),
  };
};

const requestsAt = ({ calls }: Endpoint): number => [...calls.values()].reduce((sum, each) => sum + each, 0);

/** Resolves when the endpoint has seen so many requests. */
async function seen(endpoint: Endpoint, requests: number): Promise<void> {
  while (requestsAt(endpoint) < requests) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Ends a process that hangs, so that the test fails and does not hang too. */
const guard = 15_000;

/** How a process ended within the guard after its last signal; undefined when it did not. */
const within = async (running: Running): Promise<Awaited<Running['ended']> | undefined> => {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), guard).unref());
  const ended = await Promise.race([running.ended, late]);
  if (ended === undefined) running.child.kill('SIGKILL');
  return ended;
};

const readReport = (file: string): Report => JSON.parse(readFileSync(file, 'utf8')) as Report;

const reasonsOf = ({ rules }: Report): Set<string | undefined> =>
  new Set(rules.flatMap((rule) => rule.cases.map(({ reason }) => reason)));

describe('a run that is interrupted', () => {
  const random = seeded(9);
  const moments = ([20, 120, 500] as const).map((about, i) => ({
    requests: Math.round(about * (0.75 + random() / 2)),
    signal: i % 2 === 0 ? ('SIGINT' as const) : ('SIGTERM' as const),
  }));

  it.each(moments)(
    'ends with a report, and nothing is left: $signal after $requests requests',
    async ({ requests, signal }) => {
      const endpoint = await serve(slow);
      const file = join(folder, `interrupted-${requests}.json`);
      const running = startCli('verify', '--endpoint', endpoint.url, '--report', `json=${file}`);
      await seen(endpoint, requests);
      running.child.kill(signal);
      const ended = await within(running);
      expect(ended).toMatchObject({ code: 2, signal: null });
      expect(ended?.stderr).toContain('interrupted: cleaning up (again to stop at once)\n');
      expect(ended?.stderr).toContain('the run was interrupted: the report is partial\n');
      const report = readReport(file);
      expect(report.run.stopped?.kind).toBe('interrupted');
      expect(report.summary.deviations).toBe(0);
      expect(reasonsOf(report)).toContain('the run was interrupted');
      expect(report.leftBehind).toEqual([]);
      expect(endpoint.remains()).toBe(0);
    },
  );

  it('ends with one line where nothing is known yet', async () => {
    const server = createServer();
    const asked = new Promise((resolve) => server.once('request', resolve));
    const url = await listen(server);
    const running = startCli('verify', '--endpoint', url, '--timeout', '60');
    await asked;
    running.child.kill('SIGINT');
    const ended = await within(running);
    server.close();
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended?.stderr).toMatch(/^run .*\ninterrupted: .*\n.*cannot reach .*\n$/);
  });

  it('does not wait for a target that hangs, and says what it had to leave', async () => {
    const endpoint = await serve(hangingAfter(150));
    const file = join(folder, 'hanging.json');
    const running = startCli(
      'verify',
      '--endpoint',
      endpoint.url,
      '--timeout',
      '60',
      '--report',
      `json=${file}`,
    );
    await seen(endpoint, 150);
    running.child.kill('SIGTERM');
    expect(await within(running)).toMatchObject({ code: 2, signal: null });
    const { run, leftBehind } = readReport(file);
    expect(run.stopped?.kind).toBe('interrupted');
    expect(leftBehind.length > 0).toBe(endpoint.remains() > 0);
  });

  it('ends at once when it is interrupted again', async () => {
    const endpoint = await serve(hangingAfter(150));
    const running = startCli('verify', '--endpoint', endpoint.url, '--timeout', '60');
    await seen(endpoint, 150);
    running.child.kill('SIGINT');
    await running.sees(/cleaning up/);
    running.child.kill('SIGINT');
    const ended = await within(running);
    expect(ended).toMatchObject({ code: 2, signal: null, stdout: '' });
    // It did not come to a report, and says nothing more.
    expect(ended?.stderr).toMatch(/again to stop at once\)\n$/);
  });

  it('ends also when nobody reads what it writes', async () => {
    const endpoint = await serve(slow);
    const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
    // More than a pipe holds: the page alone has styles of that size.
    const args = ['--import', 'tsx', main, 'verify', '--endpoint', endpoint.url, '--report', 'html'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    await seen(endpoint, 60);
    child.kill('SIGTERM');
    const hung = setTimeout(() => child.kill('SIGKILL'), guard);
    expect(await exited).toBe(2);
    clearTimeout(hung);
    expect(endpoint.remains()).toBe(0);
  });
});

it('a run goes on when nobody looks at its progress', async () => {
  const running = startCli('verify', '--rule', 'copy-arn', '--report', 'json');
  running.child.stderr?.destroy();
  expect(await running.ended).toMatchObject({ code: 0, signal: null });
});

describe('a deadline', () => {
  const judge = (endpoint: string, more: object) =>
    verify({ ...ordinary, endpoint, pairs: 0, timeout: 60_000, ...more });

  it('ends a run at a target that hangs', async () => {
    const endpoint = await serve(hangingAfter(150));
    const report = await judge(endpoint.url, { deadline: 3_000 });
    expect(report.run.stopped?.kind).toBe('deadline');
    expect(report.summary).toMatchObject({ deviations: 0, exitCode: 2 });
    expect(report.summary.cases.pass).toBeGreaterThan(0);
    expect(reasonsOf(report)).toContain('the deadline of 3 s came first');
  });

  it('never makes a partial run one that conforms, and leaves nothing', async () => {
    const endpoint = await serve(slow);
    const report = await judge(endpoint.url, { deadline: 2_500 });
    expect(report.run.stopped?.kind).toBe('deadline');
    expect(report.summary.exitCode).toBe(2);
    expect(report.leftBehind).toEqual([]);
    expect(endpoint.remains()).toBe(0);
  });

  it('that was enough leaves no mark', async () => {
    const endpoint = await serve({ name: 'ours' });
    const some = cases.filter(({ rule }) => rule === 'copy-arn');
    const report = await judge(endpoint.url, { deadline: 60_000, cases: some });
    expect(report.run.stopped).toBeUndefined();
    expect(report.summary.exitCode).toBe(0);
  });
});

it('copies that never finish are waited for twice, and the rest is told from these', async () => {
  const endpoint = await serve({ name: 'always creating', copyDuration: 1e9 });
  const report = await verify({
    ...ordinary,
    endpoint: endpoint.url,
    pairs: 0,
    // One after the other: side by side, all are waited for before two of them have shown anything.
    jobs: 1,
    copyTimeout: 1_000,
    search: { runs: 3, maxCalls: 20, maxTime: 60_000 },
  });
  expect(report.run.stopped).toBeUndefined();
  expect(Object.values(inconclusive(report)).join('\n')).toContain(
    'told from two before: what CopyDBClusterSnapshot makes does not become available within 1 s',
  );
  expect(report.summary.cases.error).toBe(0);
  expect(report.summary.cases.pass).toBeGreaterThan(200);
});

describe('pages that do not come to an end', () => {
  const endless = (marker: (index: number) => string): Variant => {
    let index = 0;
    return {
      name: 'endless',
      rewrite: (answer, { action }) =>
        action === 'DescribeDBClusterSnapshots'
          ? {
              ...answer,
              body: answer.body.replace(
                '</DescribeDBClusterSnapshotsResult>',
                `<Marker>${marker((index += 1))}</Marker>$&`,
              ),
            }
          : answer,
    };
  };

  it.each([
    ['a marker that came before', () => 'again'],
    ['more than 200 pages', (index: number) => `page-${index}`],
  ] as const)('are a finding: %s', async (problem, marker) => {
    const endpoint = await serve(endless(marker));
    const report = await verify({
      ...ordinary,
      endpoint: endpoint.url,
      pairs: 0,
      cases: cases.filter(({ rule }) => rule === 'manual-snapshot-quota' || rule === 'copy-arn'),
      search: { runs: 2, maxCalls: 8, maxTime: 60_000 },
    });
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        rule: 'copy-described',
        expected: { kind: 'list', operation: 'DescribeDBClusterSnapshots' },
        actual: { kind: 'list', problem },
      }),
    );
    expect(Object.values(inconclusive(report)).join('\n')).toContain(
      `its pages do not come to an end: ${problem}`,
    );
    expect(endpoint.remains()).toBe(0);
  });
});

describe('a target of whose answers some fail', () => {
  it.each([503, 500])('is judged as if they did not: one in twenty is %i, in HTML', async (status) => {
    const page = { status, headers: { 'Content-Type': 'text/html' }, body: '<html><p>Sorry</html>' };
    let failed = 0;
    const endpoint = await serve({
      name: 'unsteady',
      instead: ({ random }) => (random() < 0.05 ? ((failed += 1), page) : undefined),
    });
    const report = await verify({ ...ordinary, endpoint: endpoint.url, pairs: 0 });
    expect(failed).toBeGreaterThan(50);
    expect(report.summary.cases).toMatchObject({ fail: 0, error: 0 });
    expect(report.findings).toEqual([]);
    expect(report.summary.exitCode).toBe(0);
    expect(endpoint.remains()).toBe(0);
  });
});
