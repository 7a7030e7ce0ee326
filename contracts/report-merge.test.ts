import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../src/server/index.ts';
import { cases } from '../src/contract/generated/cases.ts';
import { specHash } from '../src/contract/generated/catalogue.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { verify } from '../src/verify/index.ts';
import { mergeReports } from '../src/report/merge.ts';
import { pairsOf } from '../src/harness/run/pairs.ts';
import { planRun } from '../src/harness/run/plan.ts';
import { partOf } from '../src/harness/run/shard.ts';
import { runCli, start } from '../test-support/process.ts';
import { startProxy, type Listening } from '../test-support/proxy.ts';
import { sampleCase, sampleFinding, sampleReport, sampleRule } from '../test-support/sample-report.ts';

/** Without what differs from run to run: the run itself, times, and names that were made up. */
const settled = ({ run: _, ...report }: Report): unknown =>
  JSON.parse(
    JSON.stringify(report)
      .replaceAll(/ncc-[a-z0-9]+-\w+/g, 'ncc-NAME')
      // Which execution of a search it was that a script shows.
      .replaceAll(/-s\d+-/gi, '-sN-')
      .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z|\b\d{8}T\d{6}Z\b|date: [^\\"]*/g, 'TIME')
      .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'UUID')
      .replaceAll(/[\da-f]{64}/g, 'HASH')
      .replaceAll(/content-length: \d+/g, 'LENGTH'),
  );

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
    // Copies are said to be automated, and a fault that many rules have is another one.
    wrong = await startProxy(server.url, {
      change: (body) =>
        body
          .replaceAll('<SnapshotType>manual<', '<SnapshotType>automated<')
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
      gate: 'observed',
      timeout: 5_000,
      targetName: 'a target',
      version: '1.2.3',
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
  }, 180_000);

  it('are together the whole run at a target that deviates', async () => {
    const whole = await judge(wrong.url);
    const parts = await inParts(wrong.url, 2);
    expect(whole.findings.length).toBeGreaterThan(2);
    expect(whole.summary.exitCode).toBe(1);
    expect(settled(joined(parts))).toEqual(settled(whole));
  }, 180_000);

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
      for (const { unit, twin = unit } of part.cases)
        expect([there.has(unit), there.has(twin)]).toEqual([true, true]);
    }
  });
});

describe('joining reports', () => {
  const part = (index: number, different: Partial<Report> = {}): Report => {
    const {
      search: _search,
      precedence: _precedence,
      coverage: _coverage,
      ...report
    } = sampleReport({
      rules: [sampleRule('copy-arn', 'pass', [sampleCase(`f/${index}`, 'pass')])],
      findings: [],
      open: [],
      shard: { index, count: 2 },
    });
    return { ...report, ...different };
  };
  const merged = (...reports: readonly Report[]) =>
    mergeReports(reports.map((report, i) => ({ file: `${i + 1}.json`, report })));

  const { target } = sampleReport();
  const refused: { name: string; given: Report[]; expected: string }[] = [
    {
      name: 'another contract',
      given: [part(1), part(2, { specHash: 'x' })],
      expected: '2.json: another contract than 1.json: "x", not "0123',
    },
    {
      name: 'another seed',
      given: [part(1), part(2, { seed: 8 })],
      expected: '2.json: another seed than 1.json: 8, not 7',
    },
    { name: 'another gate', given: [part(1), part(2, { gate: 'inferred' })], expected: 'another gate' },
    {
      name: 'another target',
      given: [part(1), part(2, { target: { ...target, name: 'b' } })],
      expected: 'another target than',
    },
    {
      name: 'another version',
      given: [part(1), part(2, { target: { ...target, version: '2' } })],
      expected: 'another version of the target than 1.json: "2", not null',
    },
    {
      name: 'another tool',
      given: [part(1), part(2, { tool: { name: 'x', version: '9' } })],
      expected: 'another version of the tool',
    },
    {
      name: 'another number of parts',
      given: [part(1), part(2, { shard: { index: 2, count: 3 } })],
      expected: 'another number of parts than 1.json: 3, not 2',
    },
    { name: 'a part that is missing', given: [part(1)], expected: 'part 2/2 is missing' },
    {
      name: 'a part that is there twice',
      given: [part(1), part(2), part(1)],
      expected: '3.json: part 1/2 is there already: 1.json',
    },
    {
      name: 'a case that ended otherwise',
      given: [part(1), part(2, { rules: [sampleRule('copy-arn', 'error', [sampleCase('f/1', 'error')])] })],
      expected: '2.json: the case f/1 ended otherwise than in 1.json: error, not pass',
    },
    {
      name: 'a baseline that was applied',
      given: [
        part(1),
        part(2, { baseline: { file: 'x', matched: 0, unchecked: 0, elsewhere: 0, problems: [] } }),
      ],
      expected: '2.json: a baseline was applied to it; apply it to the whole: report merge --baseline',
    },
  ];

  it.each(refused)('is refused: $name', ({ given, expected }) => {
    const result = merged(...given);
    expect(result.ok ? 'joined' : result.problems.join('\n')).toContain(expected);
  });

  const statuses: {
    name: string;
    given: [Report['rules'][number], Report['rules'][number]];
    expected: unknown;
  }[] = [
    {
      name: 'a rule that fails in one part fails',
      given: [
        sampleRule('copy-arn', 'pass', [sampleCase('a', 'pass')]),
        sampleRule('copy-arn', 'fail', [sampleCase('b', 'fail')]),
      ],
      expected: ['fail', 1],
    },
    {
      name: 'a rule that is measured in one part is measured',
      given: [
        sampleRule('copy-arn', 'pass', [sampleCase('a', 'pass')]),
        sampleRule('copy-arn', 'unmeasured'),
      ],
      expected: ['pass', 0],
    },
    {
      name: 'an error is one of the whole',
      given: [
        sampleRule('copy-arn', 'unmeasured', [sampleCase('a', 'unmeasured')]),
        sampleRule('copy-arn', 'error', [sampleCase('b', 'error')]),
      ],
      expected: ['error', 2],
    },
    {
      name: 'a rule that nothing was about is unmeasured',
      given: [sampleRule('copy-arn', 'unmeasured'), sampleRule('copy-arn', 'unmeasured')],
      expected: ['unmeasured', 2],
    },
  ];

  it.each(statuses)('$name', ({ given: [one, other], expected }) => {
    const findings = other.status === 'fail' ? [sampleFinding({ cases: ['b'] })] : [];
    const { rules, summary } = joined([part(1, { rules: [one] }), part(2, { rules: [other], findings })]);
    expect([rules[0]?.status, summary.exitCode]).toEqual(expected);
    expect(summary.deviations).toBe(findings.length);
  });

  it('is concluded from all that the parts measured, not from what they concluded', () => {
    const passed = sampleRule('copy-arn', 'pass', [sampleCase('a', 'pass')]);
    const without = sampleRule('kms-key', 'unmeasured', [
      sampleCase('b', 'unmeasured', { reason: 'no way' }),
    ]);
    const runWith = (different: Partial<Report['run']>): Pick<Report, 'run'> => ({
      run: { ...sampleReport().run, ...different },
    });
    const conclusion = (first: Partial<Report>, second: Partial<Report>): unknown => {
      const { exitCode, cause } = joined([
        part(1, { findings: [], rules: [passed], ...first }),
        part(2, { findings: [], rules: [passed], ...second }),
      ]).summary;
      return [exitCode, cause?.reason];
    };
    expect(conclusion({}, {})).toEqual([0, undefined]);
    expect(conclusion({}, { rules: [without] })).toEqual([2, 'no way']);
    expect(
      conclusion({}, runWith({ stopped: { kind: 'interrupted', reason: 'it was interrupted' } })),
    ).toEqual([2, 'it was interrupted']);
    const copies = (accepted: number) => runWith({ copies: { asked: 2, accepted } });
    expect(conclusion(copies(0), copies(0))).toEqual([2, 'the target accepted no copy']);
    expect(conclusion(copies(0), copies(1))).toEqual([0, undefined]);
  });

  it('makes one finding of what several parts saw, and leaves out what a search found again', () => {
    const finding = (label: string, different = {}) => sampleFinding({ cases: [label], ...different });
    const sequence = { calls: [], path: '4', replayPath: '' };
    const { findings } = joined([
      part(1, { findings: [finding('f/1'), finding('search/4', { sequence })] }),
      part(2, { findings: [finding('f/2'), finding('search/3', { sequence, fingerprint: 'aaaaaaaaaaaa' })] }),
    ]);
    expect(findings.map(({ fingerprint, cases: seen }) => [fingerprint, seen])).toEqual([
      ['f00df00df00d', ['f/1', 'f/2']],
      ['aaaaaaaaaaaa', ['search/3']],
    ]);
  });

  it('takes reports of single rules as well', () => {
    const { shard: _one, ...arn } = part(1, { specHash });
    const { shard: _two, ...tags } = part(2, {
      specHash,
      rules: [sampleRule('copy-tags-all', 'pass', [sampleCase('t', 'pass')])],
    });
    expect(
      joined([tags, arn])
        .rules.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['copy-arn', 'copy-tags-all']);
    expect(joined([arn, arn]).rules[0]?.cases).toHaveLength(1);
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
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect((JSON.parse(ended.stdout) as Report).summary.cases.pass).toBe(2);
    });

    it('holds it against a baseline', async () => {
      const rules = [
        sampleRule('copy-arn', 'fail', [sampleCase('f/2', 'fail', { findings: ['f00df00df00d'] })]),
      ];
      const failing = part(2, { rules, findings: [sampleFinding({ cases: ['f/2'] })] });
      const files = [file('1.json', part(1)), file('2.json', failing)];
      const baseline = join(folder, 'known.yaml');
      writeFileSync(
        baseline,
        "entries:\n  - { rule: copy-arn, case: '*', target: a target, fingerprint: f00df00df00d, reason: so, owner: me }\n",
      );
      expect(await runCli('report', 'merge', ...files)).toMatchObject({ code: 1 });
      const held = await runCli('report', 'merge', ...files, '--baseline', baseline, '--report', 'text');
      expect(held.stdout).toContain('conforms but for 1 known deviation');
      expect(held.code).toBe(0);
    });

    it.each<readonly [string, readonly string[], string]>([
      ['parts that do not make a whole', ['report', 'merge', file('a.json', part(1))], 'part 2/2 is missing'],
      ['a part beyond the last', ['verify', '--shard', '4/3'], 'Not a part of a run such as 3/16'],
      [
        'a part with a baseline',
        ['verify', '--shard', '1/3', '--baseline', 'x.yaml'],
        'give the baseline to `report merge`',
      ],
    ])('ends with 2: %s', async (_, args, words) => {
      const ended = await runCli(...args);
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
        stdout: '::notice title=CopyDBClusterSnapshot at a target::conforms\n',
      });
      expect(readFileSync(summary, 'utf8')).toMatch(
        /^before\n## CopyDBClusterSnapshot at a target: conforms\n/,
      );
    });
  });
});
