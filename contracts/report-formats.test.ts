import { describe, expect, it } from 'vitest';
import { renderBadge } from '../src/reporters/run/badge.ts';
import { renderGithub } from '../src/reporters/run/github.ts';
import { renderHtml } from '../src/reporters/run/html.ts';
import { renderJunit } from '../src/reporters/run/junit.ts';
import { renderMarkdown } from '../src/reporters/run/markdown.ts';
import { renderDeviation } from '../src/reporters/run/one-deviation.ts';
import { renderText } from '../src/reporters/run/text.ts';
import { schemas } from '../src/contract/generated/schemas.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { createValidator } from '../src/contract/validate.ts';
import { readElements } from '../test-support/read-elements.ts';
import { actualValue } from '../test-support/said.ts';
import {
  sampleBaseline,
  sampleCase,
  sampleFinding,
  sampleReport,
  sampleRule,
} from '../test-support/sample-report.ts';

/** Everything that XML, markdown or a workflow command could stumble over. */
const nasty =
  'a\u0000\u0008\ufffe\ud800 <&>"\' ]]> | ` ``` *x* _y_ [z](w) @you <script> %25\r\n::error::b,c:d\tend';

/** The same as it is shown in one line. */
const shownNasty =
  'a\\x00\\x08\\ufffe\\ud800 <&>"\' ]]> | ` ``` *x* _y_ [z](w) @you <script> %25\\r\\n::error::b,c:d\tend';

const conforming = (): Report =>
  sampleReport({ rules: [sampleRule('copy-arn', 'pass', [sampleCase('family/a', 'pass')])], findings: [] });

it('the sample is a report', () => {
  const validator = createValidator(schemas);
  expect(
    validator.problems('neptune-copy-contract:report', sampleReport({ baseline: sampleBaseline })),
  ).toEqual([]);
});

/** The test cases of a report: suite, name, and how it ended. */
function testCases(
  report: Report,
): { suite: string; name: string; end: string; message: string; text: string }[] {
  const suites = readElements(renderJunit(report));
  return suites.children.flatMap((suite) =>
    suite.children.map(({ attributes, children: [end] }) => ({
      suite: suite.attributes['name'] ?? '',
      name: attributes['name'] ?? '',
      end: end?.name ?? 'passed',
      message: end?.attributes['message'] ?? end?.text ?? '',
      text: end?.text ?? '',
    })),
  );
}

/** The same without whether there is a verdict. */
const casesOfRules = (report: Report) => testCases(report).filter(({ suite }) => suite !== 'verdict');

describe('a script that was run and does not show its deviation', () => {
  const finding = sampleFinding({
    reproduced: {
      'aws-cli': { result: 'not shown', reason: 'its world is not to be seen' },
      curl: { result: 'shown' },
    },
  });
  const report = sampleReport({ findings: [finding] });
  const said = 'does not show the deviation when run with aws-cli: its world is not to be seen';

  it('is told wherever scripts are, and marked on the page', () => {
    expect(renderText(report, { color: false })).toContain('copy-arn (unreproduced): ');
    expect(renderText(sampleReport(), { color: false })).not.toContain('(unreproduced)');
    expect(renderDeviation(report, finding.fingerprint, { color: false })).toContain(said);
    expect(renderHtml(report).replaceAll(/\s+/g, ' ')).toContain(said);
  });

  it('gives way to one that does where there is room for one', () => {
    const [failure] = testCases(report).filter(({ name }) => name === 'family/a');
    expect(failure?.text).toContain('reproduce with curl:');
    expect(failure?.text).not.toContain('aws neptune x');
    expect(renderText(report, { color: false, verbose: true })).toContain('reproduce with curl');
  });
});

describe('the JUnit report', () => {
  it('has a suite for each rule, a test case for each case, and one for what no case lists', () => {
    expect(testCases(sampleReport()).map(({ suite, name, end }) => `${suite} ${name}: ${end}`)).toEqual([
      'source-required family/missing: passed',
      'target-unique unique/taken: skipped',
      'kms-key kms/none: skipped',
      'copy-arn family/a: failure',
      'copy-arn family/b: passed',
      'copy-arn other/c: passed',
      'copy-tags-all tags/all: skipped',
      'wire-status wire/late: error',
      'wire-status deviation v2-deadbeef0000: failure',
      'verdict judged: passed',
    ]);
  });

  it('tells in seconds how long cases took, and rules by them; all of the run as it was', () => {
    const report = sampleReport({
      rules: [
        sampleRule('copy-arn', 'pass', [
          sampleCase('family/a', 'pass', { milliseconds: 1_234 }),
          sampleCase('family/b', 'inconclusive', { milliseconds: 7 }),
          sampleCase('family/c', 'error'),
        ]),
        sampleRule('kms-key', 'inconclusive', [sampleCase('kms/none', 'inconclusive')]),
      ],
      findings: [],
    });
    const root = readElements(renderJunit(report));
    const timeOf = ({ attributes }: { attributes: Readonly<Record<string, string>> }) => attributes['time'];
    expect(timeOf(root)).toBe('1.234');
    expect(root.children.map((suite) => [timeOf(suite), suite.children.map(timeOf)])).toEqual([
      ['1.241', ['1.234', '0.007', undefined]],
      [undefined, [undefined]],
      [undefined, [undefined]],
    ]);
    expect(root.children.map(({ attributes }) => attributes['timestamp'])).toEqual(
      root.children.map(() => '2026-01-01T00:00:00'),
    );
  });

  it('tells why something is skipped, failed or an error', () => {
    const all = testCases(sampleReport());
    const messageOf = (name: string) => all.find((each) => each.name === name)?.message;
    expect(messageOf('unique/taken')).toBe(
      'does not fail the run, being only inferred: target-unique: the ARN of the source',
    );
    expect(messageOf('kms/none')).toBe('inconclusive: no KMS here');
    expect(messageOf('tags/all')).toBe('known: It keeps no tags. (maintainers)');
    expect(messageOf('wire/late')).toBe('no answer in 10 s');
    const failure = all.find(({ name }) => name === 'family/a');
    expect(failure?.message).toBe('copy-arn: the ARN of the source');
    expect(failure?.text).toContain('expected: an ARN of the copy\nactual: the ARN of the source');
    expect(failure?.text).toContain('<CopyDBClusterSnapshotResponse/>');
    expect(failure?.text).toContain('#!/bin/sh\naws neptune x');
  });

  describe('of a deviation that is known in one case and new in another', () => {
    const partly = sampleFinding({
      fingerprint: 'v2-0000000000aa',
      cases: ['family/a', 'family/b'],
      knownCases: ['family/a'],
    });
    const findings = [partly.fingerprint];
    const ends = (other: Report['rules'][number]['cases'][number]) =>
      casesOfRules(
        sampleReport({
          rules: [sampleRule('copy-arn', 'fail', [sampleCase('family/a', 'known', { findings }), other])],
          findings: [partly],
        }),
      ).map(({ name, end, message }) => [name, end, message]);
    const known = [
      'family/a',
      'skipped',
      'known here, though not in all cases that show it: copy-arn: the ARN of the source',
    ];
    const failure = 'copy-arn: the ARN of the source';

    it('the other case fails', () =>
      expect(ends(sampleCase('family/b', 'fail', { findings }))).toEqual([
        known,
        ['family/b', 'failure', failure],
      ]));

    it('the deviation fails by itself where the other case does not list it', () =>
      expect(ends(sampleCase('family/b', 'pass'))).toEqual([
        known,
        ['family/b', 'passed', ''],
        ['deviation v2-0000000000aa', 'failure', failure],
      ]));
  });

  const late = sampleRule('wire-status', 'error', [
    sampleCase('wire/late', 'error', { reason: 'no answer' }),
  ]);

  it.each([
    [0, ['wire-status wire/late: skipped not judged: no answer', 'verdict judged: passed ']],
    [1, ['wire-status wire/late: error no answer', 'verdict judged: passed ']],
    [
      2,
      [
        'wire-status wire/late: error no answer',
        'verdict judged: error could not be judged: no answer (1 of 1 case)',
      ],
    ],
  ] as const)('has errors just where the run does not conform: exit code %i', (exitCode, expected) => {
    const cause = { reason: 'no answer', cases: 1 };
    const cases = { pass: 0, fail: 0, known: 0, inconclusive: 0, error: 1 };
    const summary = { ...sampleReport().summary, cases, cause, exitCode };
    const all = testCases(sampleReport({ rules: [late], findings: [], summary }));
    expect(all.map(({ suite, name, end, message }) => `${suite} ${name}: ${end} ${message}`)).toEqual(
      expected,
    );
  });

  it('counts what is in it', () => {
    const suites = readElements(renderJunit(sampleReport()));
    const { tests, failures, errors } = suites.attributes;
    expect({ tests, failures, errors }).toEqual({ tests: '10', failures: '2', errors: '1' });
    for (const suite of suites.children) {
      const ended = (name: string): string =>
        String(suite.children.filter(({ children: [end] }) => end?.name === name).length);
      expect(suite.attributes).toMatchObject({
        tests: String(suite.children.length),
        failures: ended('failure'),
        errors: ended('error'),
        skipped: ended('skipped'),
      });
    }
  });

  it('fails for entries of the baseline that no longer hold', () => {
    expect(casesOfRules({ ...conforming(), baseline: sampleBaseline }).at(-1)).toMatchObject({
      suite: 'baseline',
      name: 'copy-arn (family/b) v2-aaaaaaaaaaaa stale',
      end: 'failure',
      text: 'known.yaml:3:5: stale: remove it',
    });
  });

  it('has names that are unique, and the same whatever the time, place and texts', () => {
    const names = (report: Report): string[] =>
      testCases(report).map(({ suite, name }) => `${suite}/${name}`);
    const first = sampleReport();
    const later = sampleReport({
      run: { id: 'zz', startedAt: '2027-01-01T00:00:00.000Z', milliseconds: 9, calls: 9 },
      target: { ...first.target, endpoint: 'http://127.0.0.1:9' },
    });
    expect(names(later)).toEqual(names(first));
    expect(new Set(names(first)).size).toBe(names(first).length);
  });

  it('is well-formed, and shows the texts, whatever they hold', () => {
    const finding = sampleFinding({
      actual: actualValue(nasty),
      statement: nasty,
      reproduction: { sh: nasty },
    });
    const rules = [
      sampleRule('copy-arn', 'fail', [
        sampleCase(nasty, 'fail', { findings: [finding.fingerprint] }),
        sampleCase('b', 'inconclusive', { reason: nasty }),
        sampleCase('c', 'error', { reason: nasty }),
      ]),
    ];
    const [first, second, third] = testCases(sampleReport({ rules, findings: [finding] }));
    expect(first?.name).toBe(shownNasty);
    expect(first?.message).toBe(`copy-arn: ${shownNasty}`);
    expect(first?.text).toContain(`actual: ${shownNasty}\n`);
    expect(second?.message).toBe(`inconclusive: ${shownNasty}`);
    expect(third?.text).toBe(shownNasty);
  });

  it('would be found out if it were not well-formed', () => {
    expect(() => readElements('<a b="<"/>')).toThrow();
    expect(() => readElements('<a>\u0000</a>')).toThrow();
  });
});

describe('the annotations for GitHub', () => {
  const lines = (report: Report): string[] => renderGithub(report).trimEnd().split('\n');

  it('are errors for what fails the run, warnings for the rest, nothing for what is known', () => {
    expect(lines(sampleReport()).map((line) => line.slice(0, line.indexOf('::', 2) + 2))).toEqual([
      '::error title=copy-arn v2-f00df00df00d::',
      '::error title=wire-status v2-deadbeef0000::',
      '::error title=1 case not judged::',
      '::warning title=target-unique v2-0123456789ab::',
      '::error title=CopyDBClusterSnapshot at a target::',
    ]);
  });

  it('say what was accepted, the actual outcome and where', () => {
    expect(lines(sampleReport())[0]?.split('::')[2]?.split('%0A')).toEqual([
      'The copy has an ARN of its own.',
      'expected an ARN of the copy',
      'actual the ARN of the source',
      'seen in family/a',
    ]);
  });

  it('end with the verdict', () => {
    expect(lines(conforming())).toEqual(['::notice title=CopyDBClusterSnapshot at a target::conforms']);
    expect(lines(sampleReport()).at(-1)).toBe(
      '::error title=CopyDBClusterSnapshot at a target::2 deviations, 1 known',
    );
  });

  it('are errors about what was not judged just where the run does not conform', () => {
    const late = sampleRule('a', 'error', [sampleCase('a/late', 'error', { reason: 'no answer' })]);
    const levels = ([0, 1, 2] as const).map((exitCode) => {
      const summary = { ...sampleReport().summary, exitCode };
      return lines(sampleReport({ rules: [late], findings: [], summary }))[0]?.split(' ')[0];
    });
    expect(levels).toEqual(['::warning', '::error', '::error']);
  });

  it('point into the baseline', () => {
    expect(lines({ ...conforming(), baseline: sampleBaseline })[0]).toBe(
      '::error file=known.yaml,line=3,col=5,title=stale%3A copy-arn::family/b: remove it',
    );
  });

  it('are one line each, with nothing of a text being a command or a property', () => {
    const finding = sampleFinding({ rule: nasty, actual: actualValue(nasty), statement: nasty });
    const [line = '', ...others] = lines({ ...conforming(), findings: [finding], leftBehind: [nasty] });
    expect(others).toHaveLength(2);
    expect(line).toMatch(/^::error title=[^,:\r\n]* v2-f00df00df00d::[^\r\n]*$/);
    const decoded = line
      .split('::')
      .slice(2)
      .join('::')
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%25', '%');
    expect(decoded).toContain(`actual ${shownNasty}\n`);
  });
});

describe('the markdown', () => {
  it('tells verdict, counts and each deviation with its evidence', () => {
    const text = renderMarkdown(sampleReport());
    expect(text.split('\n')[0]).toBe('## CopyDBClusterSnapshot at a target: 2 deviations');
    expect(text).toContain('| rules | 1 | 2 | 1 | 1 | 1 |');
    expect(text).toContain(
      '| `copy-arn` | an ARN of the copy | the ARN of the source | `family/a` | `v2-f00df00df00d` |',
    );
    expect(text).toContain(
      '| `copy-tags-all` | the ARN of the source | It keeps no tags. <https://issues.example.com/7> | maintainers | `v2-abcdefabcdef` |',
    );
    expect(text).toContain('reproduce with aws-cli:\n#!/bin/sh\naws neptune x');
    expect(text).toContain('2 of 3 pairs of rules broken together');
    expect(text.match(/^### .*/gm)).toEqual([
      '### Deviations',
      '### Deviations that do not fail the run',
      '### Evidence',
      '### Known deviations',
      '### Inconclusive',
      '### Where AWS is silent',
      '### When two rules are broken',
      '### Coverage of the preconditions',
    ]);
  });

  it('keeps within what GitHub takes as a step summary', () => {
    const script = 'x'.repeat(20_000);
    const findings = Array.from({ length: 500 }, (_, i) =>
      sampleFinding({ fingerprint: i.toString(16).padStart(12, '0'), reproduction: { sh: script } }),
    );
    const text = renderMarkdown(sampleReport({ findings }));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toContain('The evidence of 475 more stands in the JSON and HTML reports.');
  });

  it('shows texts as they are: no cell, block or element ends early', () => {
    const finding = sampleFinding({
      actual: actualValue(nasty),
      reproduction: { sh: `${nasty}\n\`\`\`\n# still code` },
    });
    const lines = renderMarkdown(sampleReport({ findings: [finding] })).split('\n');
    const row = lines.find((line) => line.startsWith('| `copy-arn` | an ARN')) ?? '';
    expect(row.replaceAll('\\|', '').split('|')).toHaveLength(7);
    expect(row).toContain('&lt;script&gt;');
    expect(row).toContain('\\*x\\* \\_y\\_ \\[z\\](w)');
    expect(row).not.toMatch(/@you/);
    const fences = lines.filter((line) => /^`{3,}/.test(line));
    expect(fences.slice(0, 3)).toEqual(['````text', '```', '````']);
  });
});

describe('the badge', () => {
  const badge = (different: Partial<Report['summary']['rules']>, exitCode: 0 | 1 | 2 = 0): unknown => {
    const rules = { pass: 61, fail: 0, known: 0, inconclusive: 0, error: 0, ...different };
    const { message, color } = JSON.parse(
      renderBadge(sampleReport({ summary: { ...sampleReport().summary, rules, exitCode } })),
    ) as { message: string; color: string };
    return `${message} (${color})`;
  };

  const table: { name: string; given: unknown; expected: string }[] = [
    { name: 'conforms', given: badge({}), expected: '61/61 rules measured (brightgreen)' },
    {
      name: 'as far as was seen',
      given: badge({ inconclusive: 2 }),
      expected: '61/63 rules measured (green)',
    },
    { name: 'deviates', given: badge({ fail: 3 }, 1), expected: '64/64 rules measured, 3 deviate (red)' },
    {
      name: 'deviates below the gate',
      given: badge({ fail: 3 }),
      expected: '64/64 rules measured, 3 deviate (yellow)',
    },
    {
      name: 'known',
      given: badge({ known: 3 }),
      expected: '64/64 rules measured, 3 known to deviate (yellowgreen)',
    },
    {
      name: 'not judged',
      given: badge({ error: 1 }, 2),
      expected: '61/62 rules measured, could not be judged (lightgrey)',
    },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(given).toBe(expected);
  });

  it('is of the form that shields.io reads', () => {
    expect(JSON.parse(renderBadge(conforming()))).toEqual({
      schemaVersion: 1,
      label: 'CopyDBClusterSnapshot',
      message: '1/1 rules measured',
      color: 'brightgreen',
    });
  });
});
