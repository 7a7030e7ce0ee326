import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compareReports, readReport, type Comparison } from '../src/report/index.ts';
import { formatsOf, render } from '../src/reporters/index.ts';
import type { CaseResult, Finding, Report, Status } from '../src/contract/generated/types.ts';
import { runCli } from '../test-support/process.ts';
import { sampleCase, sampleFinding, sampleReport, sampleRule } from '../test-support/sample-report.ts';

/** A report of one rule that ended so, with these deviations. */
function reportOf(
  status: Status,
  findings: readonly Finding[] = [],
  cases: readonly CaseResult[] = [],
): Report {
  return sampleReport({ rules: [sampleRule('copy-arn', status, cases)], findings });
}

const compared = (...reports: readonly Report[]): Comparison =>
  compareReports(reports.map((report, i) => ({ file: `${i}.json`, report })));

const deviation = sampleFinding();
const another = sampleFinding({ fingerprint: 'v2-aaaaaaaaaaaa' });
const inferred = sampleFinding({ gating: false, level: 'inferred' });
const known = sampleFinding({ known: { reason: 'why', owner: 'me' } });

describe('a comparison', () => {
  const table: { name: string; given: [Report, Report]; expected: [string | undefined, number] }[] = [
    { name: 'nothing changed', given: [reportOf('pass'), reportOf('pass')], expected: [undefined, 0] },
    {
      name: 'it fails as before',
      given: [reportOf('fail', [deviation]), reportOf('fail', [deviation])],
      expected: [undefined, 0],
    },
    {
      name: 'it fails now',
      given: [reportOf('pass'), reportOf('fail', [deviation])],
      expected: ['newly failing', 1],
    },
    {
      name: 'it is measured now, and fails',
      given: [reportOf('inconclusive'), reportOf('fail', [deviation])],
      expected: ['newly measured', 0],
    },
    {
      name: 'it fails now below the gate',
      given: [reportOf('pass'), reportOf('fail', [inferred])],
      expected: ['newly failing', 0],
    },
    {
      name: 'it fails now without a deviation to show',
      given: [reportOf('pass'), reportOf('fail')],
      expected: ['newly failing', 1],
    },
    {
      name: 'it is no longer excused',
      given: [reportOf('known', [known]), reportOf('fail', [deviation])],
      expected: ['newly failing', 1],
    },
    {
      name: 'it is excused now',
      given: [reportOf('fail', [deviation]), reportOf('known', [known])],
      expected: ['changed', 0],
    },
    {
      name: 'it passes now',
      given: [reportOf('fail', [deviation]), reportOf('pass')],
      expected: ['newly passing', 0],
    },
    {
      name: 'it is measured now, and passes',
      given: [reportOf('inconclusive'), reportOf('pass')],
      expected: ['newly passing', 0],
    },
    {
      name: 'it fails otherwise',
      given: [reportOf('fail', [deviation]), reportOf('fail', [another])],
      expected: ['changed', 0],
    },
    {
      name: 'it fails in more ways',
      given: [reportOf('fail', [deviation]), reportOf('fail', [deviation, another])],
      expected: ['changed', 0],
    },
    {
      name: 'it is inconclusive now',
      given: [reportOf('pass'), reportOf('inconclusive')],
      expected: ['newly inconclusive', 0],
    },
    {
      name: 'it is an error now',
      given: [reportOf('fail', [deviation]), reportOf('error')],
      expected: ['newly inconclusive', 0],
    },
    {
      name: 'it fails in a case that passed',
      given: [
        reportOf(
          'fail',
          [deviation],
          [sampleCase('f/a', 'fail', { findings: [deviation.fingerprint] }), sampleCase('f/b', 'pass')],
        ),
        reportOf(
          'fail',
          [deviation],
          [
            sampleCase('f/a', 'fail', { findings: [deviation.fingerprint] }),
            sampleCase('f/b', 'fail', { findings: [deviation.fingerprint] }),
          ],
        ),
      ],
      expected: ['newly failing', 1],
    },
    {
      name: 'a case that passed fails below the gate',
      given: [
        reportOf('fail', [deviation], [sampleCase('f/a', 'pass')]),
        reportOf(
          'fail',
          [deviation, { ...inferred, fingerprint: 'v2-bbbbbbbbbbbb' }],
          [sampleCase('f/a', 'fail', { findings: ['v2-bbbbbbbbbbbb'] })],
        ),
      ],
      expected: ['newly failing', 0],
    },
    {
      name: 'a rule that only one of them has',
      given: [sampleReport({ rules: [], findings: [] }), reportOf('fail', [deviation])],
      expected: [undefined, 0],
    },
  ];

  it.each(table)('$name', ({ given, expected: [change, exitCode] }) => {
    const comparison = compared(...given);
    expect([comparison.rows[0]?.cells[1]?.change, comparison.exitCode]).toEqual([change, exitCode]);
  });

  it('holds each report against the first', () => {
    const { rows } = compared(reportOf('pass'), reportOf('fail', [deviation]), reportOf('pass'));
    expect(rows[0]?.cells.map(({ change }) => change)).toEqual([undefined, 'newly failing', undefined]);
  });

  it('says that a run could not be judged, unless there is worse to say', () => {
    const summary = { ...sampleReport().summary, exitCode: 2 as const };
    expect(compared(reportOf('pass'), { ...reportOf('error'), summary }).exitCode).toBe(2);
    expect(
      compared(reportOf('pass'), { ...reportOf('error'), summary }, reportOf('fail', [deviation])).exitCode,
    ).toBe(1);
  });

  it('says that the contracts differ', () => {
    expect(compared(reportOf('pass'), reportOf('pass')).contractsDiffer).toBe(false);
    expect(compared(reportOf('pass'), { ...reportOf('pass'), specHash: 'x' }).contractsDiffer).toBe(true);
  });

  const at = (name: string, version?: string): Report => {
    const { target } = sampleReport();
    return { ...reportOf('pass'), target: { ...target, name, ...(version !== undefined && { version }) } };
  };
  const names: { name: string; given: Report[]; expected: string[] }[] = [
    { name: 'targets', given: [at('a'), at('b')], expected: ['a', 'b'] },
    { name: 'versions', given: [at('a', '1'), at('a', '2')], expected: ['a 1', 'a 2'] },
    { name: 'files', given: [at('a', '1'), at('a', '1')], expected: ['0.json', '1.json'] },
  ];
  it.each(names)('tells reports apart by $name', ({ given, expected }) => {
    expect(compared(...given).reports.map(({ name }) => name)).toEqual(expected);
  });

  it.each(formatsOf('compare'))(
    'as %s tells what changed, changes nothing, and says the same each time',
    async (format) => {
      const given = compared(reportOf('pass'), reportOf('fail', [deviation]));
      const before = JSON.stringify(given);
      const text = await render('compare', format, given, { color: false });
      expect(text).toContain('copy-arn');
      expect(text).toContain('newly failing');
      expect(text).toContain(deviation.fingerprint);
      expect(await render('compare', format, given, { color: false })).toBe(text);
      expect(JSON.stringify(given)).toBe(before);
    },
  );

  it('as text reads so', async () => {
    const cases = (status: Status): CaseResult[] => [
      sampleCase('family/a', status, status === 'fail' ? { findings: [deviation.fingerprint] } : {}),
    ];
    const given = compared(reportOf('pass', [], cases('pass')), reportOf('fail', [deviation], cases('fail')));
    expect((await render('compare', 'text', given, { color: false })).split('\n')).toEqual([
      '0.json  1 pass',
      '1.json  0 pass, 1 fail',
      '',
      'Newly failing',
      '  copy-arn  What copy-arn says.',
      '    pass → fail: family/a',
      '    new deviation v2-f00df00df00d: the ARN of the source',
      '',
      '1 regression: 1 newly failing',
      '',
    ]);
  });
});

describe('reading a report', () => {
  it('takes what verify writes', () => {
    expect(readReport(JSON.stringify(sampleReport()), 'a.json')).toEqual({
      ok: true,
      report: sampleReport(),
    });
  });

  const table: { name: string; given: string; expected: RegExp }[] = [
    { name: 'no JSON', given: '{', expected: /^a\.json:1:\d+: / },
    {
      name: 'YAML',
      given: JSON.stringify(sampleReport()).replace('{', '{ # no JSON\n'),
      expected: /^a\.json:1:3: this is no JSON: InvalidSymbol$/,
    },
    { name: 'nothing', given: '', expected: /^a\.json:1:1: / },
    {
      name: 'a report with a wrong member',
      given: JSON.stringify({ ...sampleReport(), seed: 'x' }, null, 2),
      expected: /^a\.json:\d{2,}:\d+: seed: must be integer$/,
    },
  ];
  it.each(table)('says where it is none: $name', ({ given, expected }) => {
    const read = readReport(given, 'a.json');
    expect(read.ok ? [] : read.problems[0]).toMatch(expected);
  });
});

describe('report compare', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ncc-compare-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const good = file('good.json', JSON.stringify(reportOf('pass')));
  const bad = file('bad.json', JSON.stringify(reportOf('fail', [deviation])));
  const none = file('none.json', '{}');

  it('is a gate', async () => {
    expect(await runCli('report', 'compare', good, good)).toMatchObject({ code: 0, stderr: '' });
    const html = join(folder, 'matrix.html');
    const worse = await runCli(
      'report',
      'compare',
      good,
      bad,
      '--report',
      'text',
      '--report',
      `html=${html}`,
    );
    expect(worse).toMatchObject({ code: 1, stderr: '' });
    expect(worse.stdout).toContain('1 regression: 1 newly failing');
    expect(readFileSync(html, 'utf8')).toContain('1 regression: 1 newly failing');
    expect(await runCli('report', 'compare', bad, good)).toMatchObject({ code: 0 });
  });

  it.each<readonly [string, readonly string[], string]>([
    ['a file that is no report', [good, none], 'none.json:1:1: the member "format" is missing'],
    ['a file that is not there', [good, join(folder, 'nobody.json')], 'cannot read '],
    ['only one file', [good], "missing required argument 'file'"],
    [
      'an unknown format',
      [good, bad, '--report', 'pdf'],
      'There is no format "pdf"; there are text, json, markdown, html.',
    ],
  ])('ends with 2: %s', async (_, args, words) => {
    const ended = await runCli('report', 'compare', ...args);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(words);
  });
});
