import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseline } from '../src/cli/open-baseline.ts';
import { renderText } from '../src/reporters/run/text.ts';
import { startServer, type RunningServer } from '../src/server/index.ts';
import { directedCases } from '../src/contract/directed-cases.ts';
import { schemas } from '../src/contract/generated/schemas.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { createValidator } from '../src/contract/validate.ts';
import { verify } from '../src/verify/index.ts';
import { ordinary } from '../test-support/judge.ts';
import { runCli } from '../test-support/process.ts';
import { startProxy, type Listening } from '../test-support/proxy.ts';

const cases = directedCases();

const rules = ['copy-source-arn', 'target-required'] as const;
const folder = mkdtempSync(join(tmpdir(), 'ncc-baseline-'));
let server: RunningServer;
let proxy: Listening;

/** The reference server, but that no answer tells the ARN of a source. */
beforeAll(async () => {
  server = await startServer({});
  proxy = await startProxy(server.url, {
    change: (body) => body.replaceAll(/<SourceDBClusterSnapshotArn>[^<]*<\/SourceDBClusterSnapshotArn>/g, ''),
  });
});
afterAll(async () => {
  await proxy.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

/** An entry of a file. */
const entry = (fingerprint: string, different: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    rule: 'copy-source-arn',
    target: 'spoiled',
    cases: ['*'],
    actual: { kind: 'members', of: 'description', members: { SourceDBClusterSnapshotArn: null } },
    fingerprint,
    reason: 'the proxy takes it away',
    owner: 'tests',
    ...different,
  });

function fileOf(...entries: readonly string[]): string {
  const file = join(folder, 'baseline.yaml');
  writeFileSync(
    file,
    `version: 2\nentries:${entries.length === 0 ? ' []' : ''}\n${entries.map((e) => `  - ${e}\n`).join('')}`,
  );
  return file;
}

describe('a baseline and a captured report', () => {
  let report: Report;
  let fingerprint: string;

  beforeAll(async () => {
    const selected = cases.filter(({ rule }) => rules.some((each) => each === rule));
    report = await verify({
      ...ordinary,
      endpoint: proxy.url,
      cases: selected,
      rules,
      targetName: 'spoiled',
    });
    fingerprint = report.findings[0]?.fingerprint ?? '';
  });

  it('sees the one deviation', () => {
    expect(report.findings.map(({ rule }) => rule)).toEqual(['copy-source-arn']);
    expect(fingerprint).toMatch(/^v2-[0-9a-f]{12}$/);
  });

  const aCase = 'copy-members/source-arn-of-copy';
  it.each<readonly [string, () => readonly string[], 0 | 1, RegExp]>([
    ['known', () => [entry(fingerprint)], 0, /conforms but for 1 known deviation\b/],
    ['none', () => [], 1, /1 deviation\b/],
    [
      'another target',
      () => [entry(fingerprint, { target: 'x' })],
      1,
      /1 for targets with another name than "spoiled"/,
    ],
    [
      'vanished rule',
      () => [entry(fingerprint), entry('v2-000000000000', { rule: 'gone' })],
      1,
      /:4:5: vanished: gone /,
    ],
    [
      'vanished case',
      () => [entry(fingerprint), entry('v2-000000000000', { cases: ['a/b'] })],
      1,
      /:4:5: vanished: copy-s/,
    ],
    [
      'stale',
      () => [
        entry(fingerprint),
        entry('v2-000000000000', { rule: 'target-required', cases: ['members/target-missing'] }),
      ],
      1,
      /:4:5: stale: target-required \(members\/target-missing\)/,
    ],
    [
      'changed',
      () => [entry('v2-000000000000', { cases: [aCase] })],
      1,
      /:3:5: changed: copy-source-arn \(copy-members/,
    ],
    [
      'expired',
      () => [entry(fingerprint, { expires: '2020-02-02' })],
      1,
      /:3:5: expired: copy-source-arn .*2020-02-02/,
    ],
    ['todo', () => [entry(fingerprint, { reason: 'TODO' })], 1, /:3:5: todo: copy-source-arn/],
    ['blank', () => [entry(fingerprint, { reason: '' })], 1, /:3:5: todo: copy-source-arn/],
  ])('%s', async (_, entries, exit, text) => {
    const opened = await openBaseline({ baseline: fileOf(...entries()) }, () => undefined);
    if (!opened.ok) throw new Error(opened.problems.join());
    const held = await opened.hold(report);
    expect(held.summary.exitCode).toBe(exit);
    for (const verbose of [false, true])
      expect(renderText(held, { color: false, verbose }).replaceAll(/\n {2}(?=\S)/g, ' ')).toMatch(text);
    expect(createValidator(schemas).problems('neptune-copy-contract:report', held)).toEqual([]);
  });
});

describe('verify --baseline', () => {
  const run = (...args: readonly string[]) =>
    runCli(
      'verify',
      '--endpoint',
      proxy.url,
      '--target-name',
      'spoiled',
      ...rules.flatMap((id) => ['--rule', id]),
      ...args,
    );

  it('is written, awaits its reasons, holds, and falls with an entry', async () => {
    const file = join(folder, 'made.yaml');
    const made = await run('--baseline', file, '--update-baseline');
    expect(made.stderr).toMatch(
      /made\.yaml: added copy-source-arn \(\d+ cases\) v2-[0-9a-f]{12}: described SourceDBClusterSnapshotArn absent\n/,
    );
    expect(made.stdout).toMatch(/made\.yaml:5:5: todo: copy-source-arn/);
    expect(made.code).toBe(1);

    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace('reason: TODO', 'reason: spoiled').replace('owner: TODO', 'owner: tests'),
    );
    const held = await run('--baseline', file);
    expect(held.stdout).toMatch(/: conforms but for 1 known deviation$/m);
    expect(held.code).toBe(0);

    writeFileSync(file, 'version: 2\nentries: []\n');
    expect((await run('--baseline', file)).code).toBe(1);
  });

  it.each<readonly [string, () => readonly string[], RegExp]>([
    ['no file', () => ['--baseline', join(folder, 'none.yaml')], /cannot read the baseline .*none\.yaml/],
    ['an update of nothing', () => ['--update-baseline'], /--update-baseline needs --baseline FILE/],
    [
      'no fingerprint',
      () => ['--baseline', fileOf(entry('0123'))],
      /baseline\.yaml:3:\d+: entries\[0\]\.fingerprint/,
    ],
  ])('exit code 2 and one line: %s', async (_, args, line) => {
    const ended = await run(...args());
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(line);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });
});
