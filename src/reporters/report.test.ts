import { describe, expect, it } from 'vitest';
import { actualValue, failed, wanted } from '../../test-support/said.ts';
import { directedCase, fakeTarget, measured, missingSource, runOf, unit } from '../../test-support/fakes.ts';
import { schemas } from '../contract/generated/schemas.ts';
import type { CaseResult, Finding, Report, RuleResult } from '../contract/generated/types.ts';
import { createValidator } from '../contract/validate.ts';
import { pass } from '../harness/checks/check.ts';
import { buildReport } from '../report/report.ts';
import { renderJson } from './run/json.ts';
import { renderText } from './run/text.ts';

const exchange: Finding['exchange'] = {
  request:
    'POST http://127.0.0.1:1/\nhost: h\nuser-agent: sdk\nx-amz-user-agent: sdk\namz-sdk-request: 1\nx-amz-date: d\nx-amz-content-sha256: c\ncontent-type: form\n\nAction=X',
  response: 'HTTP 418\ncontent-type: text/xml\n\n<a/>',
};

const finding = (different: Partial<Finding> = {}): Finding => ({
  rule: 'copy-arn',
  statement: 'The copy has an ARN.',
  provenance: [
    { of: 'behaviour', level: 'documented', source: 'the guide' },
    { of: 'behaviour', level: 'observed', source: 'a trace' },
  ],
  aspect: 'behaviour',
  level: 'documented',
  gating: true,
  expected: wanted('this one'),
  actual: actualValue('that'),
  fingerprint: 'v2-f00df00df00d',
  cases: ['family/a'],
  situation: { given: {}, caller: {}, request: {} },
  exchange,
  sdk: { kind: 'output', snapshot: {} },
  reproduction: { bash: 'aws x\n\naws y\n' },
  ...different,
});

const rule = (id: string, status: RuleResult['status'], cases: readonly CaseResult[] = []): RuleResult => ({
  id,
  kind: 'postcondition',
  statement: '',
  status,
  gating: true,
  provenance: [],
  checks: { passed: 0, failed: 0 },
  cases,
});

const counts = { pass: 0, fail: 0, known: 0, inconclusive: 0, error: 0 };

const report = (different: Partial<Report> = {}): Report => ({
  format: 2,
  tool: { name: 'tool', version: '1.2.3' },
  specHash: 'hash',
  target: {
    name: 'a target',
    accounts: { self: '1', other: '2' },
    regions: { here: 'us-east-1', elsewhere: 'eu-west-1' },
    capabilities: [],
  },
  run: { id: 'r1', startedAt: '2026-01-01T00:00:00.000Z', milliseconds: 1234, calls: 3, requests: 40 },
  seed: 7,
  gate: 'sibling',
  summary: {
    rules: { ...counts, pass: 1 },
    cases: { ...counts, pass: 2 },
    deviations: 0,
    known: 0,
    reported: 0,
    exitCode: 0,
  },
  rules: [rule('copy-arn', 'pass', [{ id: 'family/a', title: 'a', status: 'pass' }])],
  findings: [],
  unspecified: [],
  leftBehind: [],
  ...different,
});

const text = (different: Partial<Report> = {}): string =>
  renderText(report(different), { color: false, verbose: true });

/** The section that starts with this line, without it. */
function section(whole: string, title: string): string[] {
  const found = `${whole}\n`.split('\n\n').find((part) => part.startsWith(title));
  return found?.trimEnd().split('\n').slice(1) ?? [];
}

describe('the long text of a report', () => {
  it('of a target that conforms', () => {
    expect(text()).toBe(
      [
        'CopyDBClusterSnapshot at a target  (tool 1.2.3, 1 rules, 1 cases)',
        'accounts 1, 2; Regions us-east-1, eu-west-1',
        '',
        'rules    1 pass',
        'cases    2 pass',
        'conforms  (3 calls judged in 1.2 s, 40 HTTP requests in all, seed 7, gate sibling)',
        '',
      ].join('\n'),
    );
  });

  it('tells what the target can do and what not, and why', () => {
    const capabilities = [
      { name: 'tags', available: true, detail: 'answered' },
      { name: 'KMS', available: false, detail: 'NotImplemented' },
      { name: 'sharing', available: true, detail: 'answered' },
    ];
    expect(
      text({ target: { ...report().target, capabilities } })
        .split('\n')
        .slice(2, 4),
    ).toEqual(['can: tags, sharing', 'cannot: KMS (NotImplemented)']);
  });

  it('shows a deviation with its evidence', () => {
    expect(
      text({ findings: [finding()] })
        .split('\n\n')
        .slice(1, -1)
        .join('\n\n'),
    ).toBe(
      [
        'Deviations',
        '',
        '1. copy-arn  The copy has an ARN.',
        '   expected this one',
        '   actual   that',
        '   seen in  family/a',
        '   id       v2-f00df00df00d',
        '   known    documented: the guide',
        '           observed: a trace',
        '   > POST http://127.0.0.1:1/',
        '   > content-type: form',
        '   >',
        '   > Action=X',
        '   < HTTP 418',
        '   < content-type: text/xml',
        '   <',
        '   < <a/>',
        '   reproduce with bash:',
        '     aws x',
        '',
        '     aws y',
      ].join('\n'),
    );
  });

  it('shows what the SDK made of it where there was no exchange, and counts the cases', () => {
    const { exchange: _, ...silent } = finding({ cases: ['family/a', 'family/b', 'family/c'] });
    const whole = text({ findings: [silent] });
    expect(whole).toContain('   SDK      an output: {}');
    expect(whole).toContain('   seen in  family/a and 2 more');
    expect(whole).not.toMatch(/^ {3}[<>]/m);
  });

  it('keeps known deviations out of the others', () => {
    const known = { owner: 'me', reason: 'why' };
    expect(text({ findings: [finding({ known })] })).not.toContain('Deviations');
  });

  it('keeps deviations that do not gate apart', () => {
    const whole = text({ findings: [finding(), finding({ rule: 'source-not-blank', gating: false })] });
    const titles = whole.split('\n').filter((line) => /^Deviations|^\d+\./.test(line));
    expect(titles).toEqual([
      'Deviations',
      '1. copy-arn  The copy has an ARN.',
      'Deviations from what is not known well enough, which do not fail the run',
      '1. source-not-blank  The copy has an ARN.',
    ]);
    expect(text({ findings: [finding({ gating: false })] })).not.toMatch(/^Deviations$/m);
  });

  it('tells each reason once why something was inconclusive', () => {
    const one = (id: string, status: CaseResult['status'], reason?: string): CaseResult => ({
      id,
      title: '',
      status,
      ...(reason !== undefined && { reason }),
    });
    const rules = [
      rule('a', 'pass', [
        one('f/1', 'inconclusive', 'no KMS'),
        one('f/2', 'pass'),
        one('f/3', 'error', 'late'),
      ]),
      rule('b', 'fail', [one('f/4', 'inconclusive', 'no KMS'), one('f/5', 'fail'), one('f/6', 'error')]),
    ];
    expect(section(text({ rules }), 'Inconclusive')).toEqual([
      '  inconclusive: no KMS',
      '    f/1, f/4',
      '  error: late',
      '    f/3',
      '  error: ',
      '    f/6',
    ]);
    expect(text()).not.toContain('Inconclusive');
  });

  it('breaks long lists of names between names', () => {
    const ids = Array.from({ length: 30 }, (_, i) => `family/case-${i}`);
    const cases = ids.map((id): CaseResult => ({ id, title: '', status: 'inconclusive', reason: 'why' }));
    const [, ...lines] = section(text({ rules: [rule('a', 'inconclusive', cases)] }), 'Inconclusive');
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(105);
    expect(
      lines
        .map((line) => line.trim())
        .join(' ')
        .split(', '),
    ).toEqual(ids);
  });

  it('tells what the target does where nothing is known, and what is left behind', () => {
    const unspecified = [
      { rule: 'source-one-step', case: 'f/1', title: 'two boundaries', actual: { kind: 'copy' as const } },
    ];
    const whole = text({ unspecified, leftBehind: ['snapshot x', 'key y'] });
    expect(section(whole, 'Where AWS is silent')).toEqual(['  two boundaries (source-one-step): a copy']);
    expect(section(whole, 'Left behind at the target')).toEqual(['  snapshot x', '  key y']);
  });

  const verdicts: { name: string; given: Partial<Report['summary']>; expected: string }[] = [
    { name: 'conforms', given: {}, expected: 'conforms' },
    { name: 'one deviation', given: { exitCode: 1, deviations: 1 }, expected: '1 deviation' },
    { name: 'deviations', given: { exitCode: 1, deviations: 2 }, expected: '2 deviations' },
    { name: 'an older report that could not judge', given: { exitCode: 2 }, expected: 'could not be judged' },
    {
      name: 'could not be judged',
      given: { exitCode: 2, cause: { reason: 'CreateDBCluster wants MasterUsername' } },
      expected: 'could not be judged: CreateDBCluster wants MasterUsername',
    },
    {
      name: 'could not be judged, as cases say',
      given: {
        exitCode: 2,
        cause: { reason: 'no way', cases: 3 },
        cases: { ...counts, pass: 1, inconclusive: 4 },
      },
      expected: 'could not be judged: no way (3 of 5 cases)',
    },
    {
      name: 'an older report of which not all was measured',
      given: { rules: { ...counts, pass: 63, inconclusive: 9, error: 1 } },
      expected: 'conforms in 63 of 73 rules',
    },
    {
      name: 'conforms in what was measured',
      given: {
        measured: { rules: 63, of: 73 },
        inconclusiveRules: [
          { kind: 'capability', what: 'KMS keys', rules: ['a', 'b'] },
          { kind: 'asked', what: 'tags', rules: ['c'] },
          { kind: 'reason', what: 'no way', rules: ['d', 'e'] },
          { kind: 'reason', what: 'x'.repeat(101), rules: ['f'] },
          { kind: 'untried', what: 'no case of it was run', rules: ['g', 'h', 'i', 'j'] },
        ],
      },
      expected: `conforms in 63 of 73 rules; inconclusive: 2 for want of KMS keys, 1 left out by --without tags, 4 not tried, 3 (no way; ${'x'.repeat(100)}…)`,
    },
    {
      name: 'conforms but for what is known, in what was measured',
      given: {
        known: 1,
        measured: { rules: 1, of: 2 },
        inconclusiveRules: [{ kind: 'capability', what: 'tags', rules: ['a'] }],
      },
      expected: 'conforms in 1 of 2 rules but for 1 known deviation; inconclusive: 1 for want of tags',
    },
    {
      name: 'deviates in what was measured',
      given: {
        exitCode: 1,
        deviations: 1,
        measured: { rules: 1, of: 2 },
        inconclusiveRules: [{ kind: 'capability', what: 'tags', rules: ['a'] }],
      },
      expected: '1 deviation, 1 of 2 rules measured; inconclusive: 1 for want of tags',
    },
  ];

  it.each(verdicts)('ends with the verdict: $name', ({ given, expected }) => {
    const last = text({ summary: { ...report().summary, ...given } })
      .trimEnd()
      .split('\n')
      .at(-1);
    expect(last).toBe(
      `${expected}  (3 calls judged in 1.2 s, 40 HTTP requests in all, seed 7, gate sibling)`,
    );
  });

  it('names the rules that fail, and counts what there is', () => {
    const whole = text({
      rules: [rule('a', 'fail'), rule('b', 'pass'), rule('c', 'fail'), rule('d', 'inconclusive')],
      summary: {
        ...report().summary,
        rules: { pass: 0, fail: 2, known: 0, inconclusive: 1, error: 0 },
        cases: { pass: 5, fail: 1, known: 1, inconclusive: 1, error: 1 },
      },
    });
    expect(whole.split('\n').slice(-5, -2)).toEqual([
      'failing  a, c',
      'rules    0 pass, 2 fail, 1 inconclusive',
      'cases    5 pass, 1 fail, 1 known, 1 inconclusive, 1 error',
    ]);
    expect(text()).not.toContain('failing');
  });

  it('has colours only if the reader can see them', () => {
    const given = report({ findings: [finding()], leftBehind: ['x'] });
    const colored = renderText(given, { color: true, verbose: true });
    const plain = renderText(given, { color: false, verbose: true });
    expect(plain).not.toContain('\u001b');
    expect(colored).toContain('\u001b[31mcopy-arn\u001b[39m');
    expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  it('has no blanks at the ends of lines that the evidence brings', () => {
    const lines = text({ findings: [finding()] }).split('\n');
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
  });
});

/** A report as verify makes it, with something in each of its parts. */
function realReport(): Report {
  const run = runOf(
    [
      { case: directedCase(), unit: 0 },
      { case: missingSource, unit: 1, control: 0 },
      { case: directedCase({ claim: { kind: 'unspecified', unspecified: ['source-one-step'] } }), unit: 2 },
    ],
    [
      measured({ checks: [failed('copy-type-manual', 'x', 'y'), failed('source-not-blank', 'x', 'y')] }),
      { kind: 'inconclusive', reason: 'no KMS' },
      measured({ unit: unit({ wire: { Tags: '' } }), checks: [pass('copy-type-manual')] }),
    ],
    ['snapshot x'],
  );
  return buildReport(fakeTarget({ endpoint: 'http://127.0.0.1:1', version: '9' }), run, {
    version: '1.2.3',
    seed: 7,
    gate: 'sibling',
    startedAt: new Date(0),
    milliseconds: 5,
    reproduce: () => ({ bash: 'true' }),
  });
}

describe('the JSON of a report', () => {
  const validator = createValidator(schemas);
  const problems = (value: unknown): unknown => validator.problems('neptune-copy-contract:report', value);

  it('is the report, and of the published schema', () => {
    const given = realReport();
    const read: unknown = JSON.parse(renderJson(given));
    expect(read).toEqual(given);
    expect(problems(read)).toEqual([]);
    expect(problems(JSON.parse(renderJson(report({ findings: [finding()] }))))).toEqual([]);
  });

  it('would not be with anything else in it', () => {
    expect(problems({ ...realReport(), odd: 1 })).not.toEqual([]);
    expect(problems({ ...realReport(), seed: '7' })).not.toEqual([]);
  });

  it('ends with a newline', () => {
    expect(renderJson(report()).endsWith('}\n')).toBe(true);
  });
});
