import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../src/server/index.ts';
import { directedCases } from '../src/contract/directed-cases.ts';
import { specHash } from '../src/contract/generated/catalogue.ts';
import type { Finding, Report, RuleResult } from '../src/contract/generated/types.ts';
import { verify } from '../src/verify/index.ts';
import { mergeReports } from '../src/report/merge.ts';
import { pairsOf } from '../src/harness/run/pairs.ts';
import { planRun } from '../src/harness/run/plan.ts';
import { runCases } from '../src/harness/run/run.ts';
import type { Target } from '../src/harness/target/target.ts';
import { buildReport } from '../src/report/report.ts';
import { partOf } from '../src/harness/run/shard.ts';
import { runCli, start } from '../test-support/process.ts';
import { startProxy, type Listening } from '../test-support/proxy.ts';
import { directedCase, fakeTarget, missingSource } from '../test-support/fakes.ts';
import { withoutDurations } from '../test-support/comparable.ts';
import { sampleReport } from '../test-support/sample-report.ts';

const cases = directedCases();

/** Without what differs from run to run: the run itself, times, and names that were made up. */
const settled = (whole: Report): unknown => {
  const { run: _, ...report } = withoutDurations(whole);
  return JSON.parse(
    JSON.stringify(report)
      .replaceAll(/ncc-[a-z0-9]+-\w+/g, 'ncc-NAME')
      // Which execution of a search it was that a script shows.
      .replaceAll(/-s\d+-/gi, '-sN-')
      // Which world it was: each part counts its own.
      .replaceAll(/-\d+-(?=source)/g, '-N-')
      .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z|\b\d{8}T\d{6}Z\b|date: [^\\"]*/g, 'TIME')
      // An automated snapshot bears the minute in which it was made.
      .replaceAll(/\d{4}(-\d\d){4}/g, 'TIME')
      .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'UUID')
      .replaceAll(/[\da-f]{64}/g, 'HASH')
      .replaceAll(/content-length: \d+/g, 'LENGTH'),
  );
};

const joined = (reports: readonly Report[]): Report => {
  const merged = mergeReports(reports.map((report, i) => ({ file: `${i}.json`, report })));
  if (!merged.ok) throw new Error(merged.problems.join('\n'));
  return merged.report;
};

describe('the parts of a run', () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let wrong: Listening;
  beforeAll(async () => {
    // Copies that take their time make what can be met depend on the clock.
    server = await startServer({ copyDuration: 0 });
    // Copies are said to be automated, faults to be the service's, and one that many rules have is another one.
    wrong = await startProxy(server.url, {
      change: (body) =>
        body
          .replaceAll('<SnapshotType>manual<', '<SnapshotType>automated<')
          .replaceAll('<Type>Sender<', '<Type>Receiver<')
          .replaceAll('<Code>InvalidParameterValue<', '<Code>InvalidParameterCombination<'),
    });
  });
  afterAll(async () => {
    await wrong.close();
    await server.close();
  });

  const judged = cases.filter((_, i) => i % 8 === 0);
  const judge = (endpoint: string, shard?: Report['shard']): Promise<Report> =>
    verify({
      endpoint,
      region: 'us-east-1',
      cases: judged,
      seed: 3,
      gate: 'sibling',
      timeout: 5_000,
      targetName: 'a target',
      search: { runs: 4, maxCalls: 8, maxTime: 60_000 },
      ...(shard !== undefined && { shard }),
    });
  const inParts = async (endpoint: string, count: number): Promise<Report[]> => {
    const reports: Report[] = [];
    for (let index = 1; index <= count; index += 1) reports.push(await judge(endpoint, { index, count }));
    return reports;
  };

  it('are together the whole run, whichever way they are given', async () => {
    const whole = await judge(server.url);
    const parts = await inParts(server.url, 3);
    expect(whole.coverage?.pairs.broken).toBeGreaterThan(20);
    expect(whole.search?.runs).toBe(4);
    expect(parts.every(({ summary }) => summary.cases.pass > 0)).toBe(true);
    expect(settled(joined(parts))).toEqual(settled(whole));
    expect(joined(parts.toReversed())).toEqual(joined(parts));
    const timesOf = ({ rules }: Report) =>
      rules.flatMap(({ cases }) => cases.map(({ id, milliseconds }) => [id, milliseconds] as const));
    const ofParts = new Map(parts.flatMap(timesOf));
    expect(timesOf(joined(parts)).length).toBe(ofParts.size);
    expect(timesOf(joined(parts))).toEqual(timesOf(whole).map(([id]) => [id, ofParts.get(id)]));
    expect([...ofParts.values()].filter((each) => each !== undefined).length).toBeGreaterThan(40);
  });

  it('are together the whole run at a target that deviates', async () => {
    const whole = await judge(wrong.url);
    const parts = await inParts(wrong.url, 2);
    expect(whole.findings.length).toBeGreaterThan(2);
    expect(whole.summary.exitCode).toBe(1);
    expect(settled(joined(parts))).toEqual(settled(whole));
  });

  it.each([1, 2, 3, 16, 999])('have each call once, in %i parts', (count) => {
    const plan = planRun(judged, pairsOf(judged), 1_000);
    const parts = Array.from({ length: count }, (_, i) => partOf(plan, { index: i + 1, count }));
    const sorted = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b);
    const unitsOf = ({ groups }: typeof plan): number[] =>
      groups.flatMap(({ units }) => units.map(({ id }) => id));
    const own = parts.flatMap((part) => unitsOf(part).filter((id) => part.borrowed?.has(id) !== true));
    expect(sorted(own)).toEqual(sorted(unitsOf(plan)));
    expect(
      parts
        .flatMap((part) => part.cases)
        .map((each) => each.case.id)
        .toSorted(),
    ).toEqual(judged.map(({ id }) => id).toSorted());
    expect(parts.flatMap((part) => part.pairs)).toEqual(plan.pairs);
    for (const part of parts) {
      const there = new Set(unitsOf(part));
      for (const { unit, control = unit } of part.cases)
        expect([there.has(unit), there.has(control)]).toEqual([true, true]);
    }
  });
});

describe('joining reports', () => {
  const two = [directedCase({ id: 'family/plain' }), missingSource];
  const missing = missingSource.id;
  const honest = fakeTarget();
  const startedAt = new Date('2026-01-01T00:00:00Z');
  /** A part of a run of two cases: the first is in the first part. */
  const partAt = async (target: Target, index: number, count = 2): Promise<Report> => {
    const shard = { index, count };
    const run = await runCases(target, { cases: two, shard });
    return buildReport(target, run, {
      version: '1.2.3',
      seed: 7,
      gate: 'sibling',
      startedAt,
      milliseconds: 1,
      shard,
      rules: ['source-exists', 'copy-type-manual'],
      reproduce: ({ unit }) => ({ curl: `script of ${unit.label}` }),
    });
  };
  let parts: readonly Report[];
  beforeAll(async () => {
    parts = [await partAt(honest, 1), await partAt(honest, 2)];
  });
  const part = (index: number, different: Partial<Report> = {}): Report => {
    const report = parts[index - 1];
    if (report === undefined) throw new Error(`there is no part ${index}`);
    return { ...report, ...different };
  };
  const merged = (...reports: readonly Report[]) =>
    mergeReports(reports.map((report, i) => ({ file: `${i + 1}.json`, report })));
  const { raw: _, ...whole } = sampleReport({
    specHash,
    target: { ...sampleReport().target, name: honest.name },
  });

  const refused: { name: string; given: () => Report[]; expected: string }[] = [
    {
      name: 'another contract',
      given: () => [part(1), part(2, { specHash: 'x' })],
      expected: '2.json: another contract than 1.json: "x", not "',
    },
    {
      name: 'another seed',
      given: () => [part(1), part(2, { seed: 8 })],
      expected: '2.json: another seed than 1.json: 8, not 7',
    },
    {
      name: 'another requirement set',
      given: () => [part(1), part(2, { requirements: '2026-11' })],
      expected: 'another requirement set than 1.json: "2026-11", not null',
    },
    { name: 'another gate', given: () => [part(1), part(2, { gate: 'inferred' })], expected: 'another gate' },
    {
      name: 'another target',
      given: () => [part(1), part(2, { target: { ...part(2).target, name: 'b' } })],
      expected: 'another target than',
    },
    {
      name: 'another version',
      given: () => [part(1), part(2, { target: { ...part(2).target, version: '2' } })],
      expected: 'another version of the target than 1.json: "2", not null',
    },
    {
      name: 'another tool',
      given: () => [part(1), part(2, { tool: { name: 'x', version: '9' } })],
      expected: 'another version of the tool',
    },
    {
      name: 'another number of parts',
      given: () => [part(1), part(2, { shard: { index: 2, count: 3 } })],
      expected: 'another number of parts than 1.json: 3, not 2',
    },
    { name: 'a part that is missing', given: () => [part(1)], expected: 'part 2/2 is missing' },
    {
      name: 'a part that is there twice',
      given: () => [part(1), part(2), part(1)],
      expected: '3.json: part 1/2 is there already: 1.json',
    },
    {
      name: 'a report of a whole run',
      given: () => [whole],
      expected: '1.json: it is no part of a run: verify --shard makes one',
    },
    {
      name: 'parts that another contract has judged',
      given: () => [part(1, { specHash: 'x' }), part(2, { specHash: 'x' })],
      expected: '1.json: another version of the contract has judged it',
    },
    {
      name: 'a baseline that was applied',
      given: () => [
        part(1),
        part(2, { baseline: { file: 'x', matched: 0, unchecked: 0, elsewhere: 0, problems: [] } }),
      ],
      expected: '2.json: a baseline was applied to it; apply it to the whole: report merge --baseline',
    },
  ];

  it.each(refused)('is refused: $name', ({ given, expected }) => {
    const result = merged(...given());
    expect(result.ok ? 'joined' : result.problems.join('\n')).toContain(expected);
  });

  it('is judged from what the parts found out, not from what they concluded', () => {
    const { summary, rules, run } = joined([part(1, { rules: part(1).rules.map(failed) }), part(2)]);
    expect(summary).toMatchObject({ exitCode: 0, cases: { pass: 2, fail: 0 }, deviations: 0 });
    expect(rules.map(({ id, status }) => [id, status])).toEqual([
      ['source-exists', 'pass'],
      ['copy-type-manual', 'pass'],
    ]);
    // The control case of the second part is the first part's own call.
    expect(run).toMatchObject({ calls: 2, copies: { asked: 1, accepted: 1 } });
    expect(joined([part(1), part(2)])).not.toHaveProperty('raw');
  });

  it('fails by what one part saw, with its evidence and script', async () => {
    const wrong = await partAt(acceptingAll(), 2);
    const { summary, findings } = joined([part(1), wrong]);
    expect(summary).toMatchObject({ exitCode: 1, deviations: 1, cases: { pass: 1, fail: 1 } });
    expect(findings).toMatchObject([
      {
        rule: 'source-exists',
        cases: [missing],
        reproduction: { curl: `script of ${missing}` },
      },
    ]);
    expect(findings).toEqual(wrong.findings);
  });

  it('has no verdict where a part could not stage its world, or was stopped', async () => {
    const unable = fakeTarget({ stage: () => Promise.resolve({ kind: 'impossible', reason: 'no way' }) });
    const without = await partAt(unable, 2);
    expect(joined([part(1), without]).summary).toMatchObject({ exitCode: 2, cause: { reason: 'no way' } });
    const stopped = { kind: 'interrupted', reason: 'it was interrupted' } as const;
    const cut = part(2, { run: { ...part(2).run, stopped } });
    expect(joined([part(1), cut]).summary).toMatchObject({ exitCode: 2, cause: { reason: stopped.reason } });
  });

  it('leaves out what a search of a part found, and a case or an earlier sequence of another shows', async () => {
    const wrong = await partAt(acceptingAll(), 2);
    const [shown] = wrong.findings;
    if (shown === undefined) throw new Error('nothing was found');
    const search = { runs: 1, wanted: 1, maxCalls: 3, copies: 1, stopped: [] };
    const bySearch = (path: string, different: Partial<Finding> = {}): Finding => ({
      ...shown,
      cases: [`search/${path}`],
      sequence: { calls: [], path, replayPath: '' },
      ...different,
    });
    const other: Partial<Finding> = {
      actual: { kind: 'rejection', code: 'Other' },
      fingerprint: 'v2-aaaaaaaaaaaa',
    };
    const { findings, search: info } = joined([
      part(1, { search, findings: [bySearch('4', other), bySearch('6')] }),
      { ...wrong, search, findings: [shown, bySearch('3', other)] },
    ]);
    expect(findings.map(({ fingerprint, cases: seen }) => [fingerprint, seen])).toEqual([
      [shown.fingerprint, [missing]],
      ['v2-aaaaaaaaaaaa', ['search/3']],
    ]);
    expect(info).toMatchObject({ runs: 2, wanted: 2, copies: 2 });
  });

  it('adds up the HTTP requests, where they are counted', () => {
    const requestsOf = (...parts: readonly (number | undefined)[]): number | undefined => {
      const reports = parts.map((requests, i) => {
        const { requests: _requests, ...run } = part(i + 1).run;
        return part(i + 1, { run: { ...run, ...(requests !== undefined && { requests }) } });
      });
      return joined(reports).run.requests;
    };
    expect(requestsOf(3, 4)).toBe(7);
    expect(requestsOf(undefined, undefined)).toBeUndefined();
  });

  describe('at the command line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ncc-merge-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const file = (name: string, report: Report): string => {
      writeFileSync(join(folder, name), JSON.stringify(report));
      return join(folder, name);
    };

    it('writes the whole to standard output', async () => {
      const ended = await runCli('report', 'merge', file('1.json', part(1)), file('2.json', part(2)));
      expect(ended).toMatchObject({ code: 0, stderr: 'neptune-copy-contract: conforms\n' });
      expect((JSON.parse(ended.stdout) as Report).summary.cases.pass).toBe(2);
    });

    it('holds it against a baseline', async () => {
      const wrong = await partAt(acceptingAll(), 2);
      const files = [file('1.json', part(1)), file('2.json', wrong)];
      const baseline = join(folder, 'known.yaml');
      const { fingerprint = '' } = wrong.findings[0] ?? {};
      writeFileSync(
        baseline,
        `version: 2\nentries:\n  - { rule: source-exists, target: ${honest.name}, cases: ['*'], actual: { kind: copy }, fingerprint: ${fingerprint}, reason: so, owner: me }\n`,
      );
      expect(await runCli('report', 'merge', ...files)).toMatchObject({ code: 1 });
      const held = await runCli('report', 'merge', ...files, '--baseline', baseline, '--report', 'text');
      expect(held.stdout).toContain('conforms but for 1 known deviation');
      expect(held.code).toBe(0);
    });

    it.each<readonly [string, readonly string[], string]>([
      ['parts that do not make a whole', ['report', 'merge', 'FIRST'], 'part 2/2 is missing'],
      ['a part beyond the last', ['verify', '--shard', '4/3'], 'Not a part of a run such as 3/16'],
      [
        'a part with a baseline',
        ['verify', '--shard', '1/3', '--baseline', 'x.yaml'],
        'give the baseline to `report merge`',
      ],
    ])('ends with 2: %s', async (_, args, words) => {
      const ended = await runCli(...args.map((arg) => (arg === 'FIRST' ? file('a.json', part(1)) : arg)));
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toContain(words);
    });

    it('adds to the summary of a job of GitHub Actions', async () => {
      const summary = join(folder, 'summary.md');
      writeFileSync(summary, 'before\n');
      const files = [file('1.json', part(1)), file('2.json', part(2))];
      const main = join(import.meta.dirname, '../src/cli/main.ts');
      const run = (...formats: readonly string[]) =>
        start(
          process.execPath,
          [
            '--import',
            'tsx',
            main,
            'report',
            'merge',
            ...files,
            ...formats.flatMap((each) => ['--report', each]),
          ],
          { ...process.env, GITHUB_STEP_SUMMARY: summary },
        ).ended;
      expect(await run('junit')).toMatchObject({ code: 0 });
      expect(readFileSync(summary, 'utf8')).toBe('before\n');
      expect(await run('github')).toMatchObject({
        code: 0,
        stdout: '::notice title=CopyDBClusterSnapshot at a fake::conforms\n',
      });
      expect(readFileSync(summary, 'utf8')).toMatch(
        /^before\n## CopyDBClusterSnapshot at a fake: conforms\n/,
      );
    });
  });
});

/** A target that copies from a source that is not there. */
function acceptingAll(): Target {
  const target = fakeTarget();
  return fakeTarget({
    stage: (given, nameOf) => target.stage(given, nameOf),
    send: (caller, request, wire) =>
      target.send(caller, { ...request, SourceDBClusterSnapshotIdentifier: 'ncc-r1-0-source' }, wire),
  });
}

const failed = (rule: RuleResult): RuleResult => ({ ...rule, status: 'fail' });
