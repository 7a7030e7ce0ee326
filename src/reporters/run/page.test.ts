import { describe, expect, it } from 'vitest';
import { madeHostile } from '../../../test-support/hostile-texts.ts';
import { actualValue, wanted } from '../../../test-support/said.ts';
import {
  sampleBaseline,
  sampleCase,
  sampleFinding,
  sampleReport,
  sampleRule,
} from '../../../test-support/sample-report.ts';
import type { Finding, Report } from '../../contract/generated/types.ts';
import { mostLines } from './page.ts';
import { renderText } from './text.ts';

const page = (report: Report, color = false): string[] => renderText(report, { color }).trimEnd().split('\n');

/** The lines below a title, to the next empty one. */
function below(lines: readonly string[], title: string): string[] {
  const from = lines.findIndex((line) => line.startsWith(title));
  const rest = from < 0 ? [] : lines.slice(from + 1);
  return rest.slice(0, rest.includes('') ? rest.indexOf('') : undefined);
}

const refused: Partial<Finding> = {
  rule: 'tag-charset',
  statement: 'Tag keys and values consist of Unicode letters, separators and digits and of `_.:/=+-`.',
  expected: { kind: 'outcome', copy: false, faults: ['InvalidParameterValue'] },
  actual: { kind: 'copy' },
  cases: ['tags-charset/key-less-than', 'tags-charset/key-ampersand', 'tags-charset/key-asterisk'],
  fingerprint: 'v2-8edcd956b78e',
};

/** The lines of one deviation. */
const linesOf = (different: Partial<Finding>): string[] =>
  page(sampleReport({ findings: [sampleFinding(different)] })).filter(
    (line, i, all) => line.startsWith('v2-') || all[i - 1]?.startsWith('v2-') === true,
  );

describe('the page of a report', () => {
  it('tells the verdict, what can be done, deviations, what was not measured, and how to see more', () => {
    expect(page(sampleReport())).toEqual([
      'CopyDBClusterSnapshot at a target: 2 deviations, 4 of 6 rules measured',
      '3 calls judged in 1.2 s, 40 HTTP requests in all, seed 7, gate sibling, version 1.2.3',
      'rules: 1 pass, 2 fail, 1 known, 1 inconclusive, 1 error; cases: 3 pass, 2 fail, 1 known, 1 inconclusive, 1 error',
      'can: tags',
      'cannot: KMS keys (NotImplemented (HTTP 501))',
      '',
      'The target refuses rightly, but with another code (2)',
      'v2-f00df00df00d copy-arn: The copy has an ARN of its own.',
      '  expected an ARN of the copy, actual the ARN of the source; 1 case: family/a',
      'v2-deadbeef0000 wire-status: The copy has an ARN of its own.',
      '  expected an ARN of the copy, actual the ARN of the source; 1 case: search/3',
      '',
      'Deviations from what is not known well enough, which do not fail the run (1)',
      'v2-0123456789ab target-unique: The copy has an ARN of its own.',
      '  expected an ARN of the copy, actual the ARN of the source; 1 case: unique/taken',
      '',
      'Known deviations, which do not fail the run (1)',
      'v2-abcdefabcdef copy-tags-all: It keeps no tags. (maintainers)',
      '',
      'Not measured, so neither right nor wrong',
      '  1 case: no KMS here',
      '  1 case: no answer in 10 s',
      '',
      'More: --verbose (evidence, exchange, a script for each deviation; answers where AWS is silent),',
      '--report html=FILE (to browse), --report json=FILE (to keep)',
      'and then `neptune-copy-contract explain FILE v2-f00df00df00d` (all of one deviation)',
    ]);
  });

  it('of a target that conforms has the verdict and little else', () => {
    const rules = [sampleRule('copy-arn', 'pass', [sampleCase('family/a', 'pass')])];
    const target = { ...sampleReport().target, capabilities: [] };
    expect(page(sampleReport({ rules, findings: [], target }))).toEqual([
      'CopyDBClusterSnapshot at a target: conforms',
      '3 calls judged in 1.2 s, 40 HTTP requests in all, seed 7, gate sibling, version 1.2.3',
      'rules: 1 pass; cases: 1 pass',
      '',
      'More: --verbose (evidence, exchange, a script for each deviation; answers where AWS is silent),',
      '--report html=FILE (to browse), --report json=FILE (to keep)',
    ]);
  });

  it('tells why a target could not be judged, in lines that are not long', () => {
    const reason = `CreateDBCluster: ${'it wants this and that '.repeat(30)}`;
    const summary = { ...sampleReport().summary, exitCode: 2 as const, cause: { reason } };
    const head = page(sampleReport({ summary, findings: [] })).slice(0, 4);
    expect(head[0]).toMatch(
      /^CopyDBClusterSnapshot at a target: could not be judged: CreateDBCluster: it wants/,
    );
    expect(head[3]).toBe('…');
    expect(Math.max(...head.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('has the most harmful first, and what fails the run apart from what does not', () => {
    const crash: Finding['actual'] = { kind: 'unintelligible', status: 500, reason: 'no XML' };
    const findings = [
      sampleFinding({ ...refused, fingerprint: 'v2-1', rule: 'copy-arn' }),
      sampleFinding({ ...refused, fingerprint: 'v2-2', actual: { kind: 'rejection', code: 'X' } }),
      sampleFinding({ ...refused, fingerprint: 'v2-3', actual: crash, gating: false }),
      sampleFinding({ ...refused, fingerprint: 'v2-4' }),
      sampleFinding({ ...refused, fingerprint: 'v2-5', actual: crash, rule: 'wire-well-formed' }),
    ];
    const lines = page(sampleReport({ findings }));
    expect(
      lines
        .filter((line) => /^v2-|^The target|^Deviations/.test(line))
        .map((line) => line.split(' ', 2).join(' ')),
    ).toEqual([
      'The target',
      'v2-5 wire-well-formed:',
      'The target',
      'v2-4 tag-charset:',
      'v2-1 copy-arn:',
      'The target',
      'v2-2 tag-charset:',
      'Deviations from',
      'v2-3 tag-charset:',
    ]);
  });

  describe('a deviation in two lines', () => {
    it('has rule, statement, values and as many cases as there is room for', () => {
      expect(linesOf(refused)).toEqual([
        'v2-8edcd956b78e tag-charset: Tag keys and values consist of Unicode letters, separators and digits …',
        '  expected InvalidParameterValue, actual a copy; 3 cases: tags-charset/key-less-than, …',
      ]);
    });

    const table: { name: string; given: Partial<Finding>; expected: string }[] = [
      {
        name: 'counts other faults',
        given: {
          expected: {
            kind: 'outcome',
            copy: false,
            faults: ['MissingAction', 'InvalidAction', 'MissingParameter'],
          },
        },
        expected: 'expected MissingAction or 2 others, actual a copy; 3 cases: tags-charset/key-less-than, …',
      },
      {
        name: 'tells that a copy is expected, too',
        given: {
          expected: { kind: 'outcome', copy: true, faults: ['InvalidAction'] },
          actual: { kind: 'rejection', code: 'Oops', status: 400 },
        },
        expected: 'expected a copy, or InvalidAction, actual Oops; 3 cases: tags-charset/key-less-than, …',
      },
      {
        name: 'names a member once',
        given: {
          expected: { kind: 'members', of: 'description', members: { KmsKeyId: { kind: 'absent' } } },
          actual: { kind: 'members', of: 'description', members: { KmsKeyId: 'x' } },
          cases: ['a/b'],
        },
        expected: 'expected described KmsKeyId absent, actual "x"; 1 case: a/b',
      },
      {
        name: 'tells the status of a failure, and not what its page says',
        given: {
          actual: { kind: 'unintelligible', status: 500, reason: 'the body is not well-formed XML' },
          cases: ['a/b'],
        },
        expected: 'expected InvalidParameterValue, actual HTTP 500, unreadable; 1 case: a/b',
      },
      {
        name: 'tells what is unreadable else',
        given: { actual: { kind: 'unintelligible', reason: 'no body' }, cases: ['a/b'] },
        expected: 'expected InvalidParameterValue, actual an unreadable answer: no body; 1 case: a/b',
      },
      {
        name: 'names cases that are new, where others are known',
        given: { cases: ['a/b', 'a/c', 'a/d'], knownCases: ['a/b', 'a/d'] },
        expected: 'expected InvalidParameterValue, actual a copy; new in 1 of 3 cases: a/c',
      },
      {
        name: 'shows where two long values part',
        given: {
          expected: wanted(`Name "${'b'.repeat(60)}1, and so on"`),
          actual: actualValue(`Name "${'b'.repeat(60)}2, and so on"`),
          cases: ['a/b'],
        },
        expected: 'expected Name "…bbbb1, and so on", actual Name "…bbbb2, and so on"; 1 case: a/b',
      },
      {
        name: 'cuts values that are long, and counts the cases still',
        given: { expected: wanted(`a ${'b'.repeat(200)}`), actual: actualValue('c'.repeat(200)) },
        expected: `expected a ${'b'.repeat(33)}…, actual ${'c'.repeat(34)}…; 3 cases`,
      },
    ];
    it.each(table)('$name', ({ given, expected }) => {
      expect(linesOf({ ...refused, ...given })[1]?.trim()).toBe(expected);
    });
  });

  it('tells what a deviation explains beneath it, and nowhere else', () => {
    const cause = sampleFinding({ fingerprint: 'v2-000000000001', where: 'a source named by its ARN' });
    const symptom = sampleFinding({
      rule: 'copy-tags-all',
      fingerprint: 'v2-000000000002',
      cause: cause.fingerprint,
      cases: ['tags/all', 'tags/none'],
    });
    const lines = page(sampleReport({ findings: [cause, symptom] }));
    const at = lines.findIndex((line) => line.startsWith(cause.fingerprint));
    expect(lines.slice(at + 2, at + 4)).toEqual([
      '  seen in calls with a source named by its ARN',
      '  explains 1 finding more in 2 cases, of copy-tags-all',
    ]);
    expect(lines.filter((line) => line.includes(symptom.fingerprint))).toEqual([]);
  });

  it('tells rules that were not measured with the reason, and the most frequent reasons of cases', () => {
    const reasons = ['no way', 'late', 'late', 'late', 'odd', 'odd', 'rare', 'rarer', 'rarer'];
    const rules = [
      sampleRule(
        'a',
        'pass',
        reasons.map((reason, i) => sampleCase(`a/${i}`, 'inconclusive', { reason })),
      ),
      sampleRule('b', 'inconclusive', [sampleCase('b/1', 'inconclusive', { reason: 'of b' })]),
    ];
    const inconclusiveRules = [
      { kind: 'capability' as const, what: 'KMS keys', rules: ['b', 'c', 'd', 'e', 'f'] },
      { kind: 'asked' as const, what: 'tags', rules: ['g'] },
      { kind: 'reason' as const, what: `of h ${'and more '.repeat(40)}`, rules: ['h'] },
      ...Array.from({ length: 5 }, (_, i) => ({ kind: 'reason' as const, what: `r${i}`, rules: [`i${i}`] })),
    ];
    const report = sampleReport({ rules, findings: [] });
    const lines = below(
      page({ ...report, summary: { ...report.summary, inconclusiveRules } }),
      'Not measured',
    );
    expect(lines).toEqual([
      '  b, c, d and 2 more: for want of KMS keys',
      '  g: left out by --without tags',
      expect.stringMatching(/^ {2}h: of h and more/),
      expect.stringMatching(/^ {4}more and .*more…$/),
      '  i0: r0',
      '  i1: r1',
      '  i2: r2',
      '  2 more rules for other reasons',
      '  3 cases: late',
      '  2 cases: odd',
      '  2 cases: rarer',
      '  2 more cases for 2 other reasons',
    ]);
  });

  it('tells what a baseline no longer holds, and what was left behind', () => {
    const lines = page(sampleReport({ baseline: sampleBaseline, leftBehind: ['a', 'b', 'c', 'd', 'e'] }));
    expect(below(lines, 'Entries of the baseline that fail the run')).toEqual([
      'known.yaml:3:5: stale: copy-arn (family/b) v2-aaaaaaaaaaaa',
      '  remove it',
    ]);
    expect(lines).toContain('baseline known.yaml: 1 entries hold, 1 problems, 2 not looked at in this run');
    expect(below(lines, 'Left behind')).toEqual(['  a', '  b', '  c', '  and 2 more']);
  });

  describe('is one page whatever was found', () => {
    const many = (number: number): Finding[] =>
      Array.from({ length: number }, (_, i) =>
        sampleFinding({
          ...refused,
          fingerprint: `v2-${i.toString(16).padStart(12, '0')}`,
          gating: i % 3 > 0,
          ...(i % 4 === 0 && { known: { reason: 'why', owner: 'me' } }),
          actual: i % 2 === 0 ? { kind: 'copy' } : { kind: 'rejection', code: 'X', status: 500 },
        }),
      );

    it.each([0, 1, 30, 45, 60, 200, 2_000])('%i deviations', (number) => {
      const report = sampleReport({
        findings: many(number),
        leftBehind: many(9).map(({ fingerprint }) => fingerprint),
      });
      const lines = page(report);
      const shown = lines.filter((line) => line.startsWith('v2-')).length;
      const counted = lines.flatMap(
        (line) => /^ {2}and (\d+) more: --verbose shows all$/.exec(line)?.[1] ?? [],
      );
      expect(lines.length).toBeLessThanOrEqual(mostLines);
      expect(shown + counted.reduce((sum, each) => sum + Number(each), 0)).toBe(number);
      if (number > 100) expect(lines.length).toBeGreaterThan(mostLines - 5);
    });

    it('with texts of the target that are long and hostile', () => {
      const lines = page(madeHostile(sampleReport({ findings: many(50) })));
      expect(lines.length).toBeLessThanOrEqual(mostLines);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(400);
    });
  });

  it('has no line of more than 100 columns where names are of the usual length', () => {
    const cases = Array.from({ length: 60 }, (_, i) => `target-identifier-syntax/length-${i}`);
    const findings = [
      sampleFinding({ ...refused, cases }),
      sampleFinding({
        ...refused,
        expected: wanted('x '.repeat(90)),
        actual: actualValue('y '.repeat(90)),
        cases,
      }),
      sampleFinding({ ...refused, actual: actualValue('😀'.repeat(90)) }),
    ];
    const capabilities = [
      'second account',
      'second Region',
      'sharing',
      'tags',
      'KMS keys',
      'KMS key states',
    ].map((name) => ({ name, available: false, detail: 'NotImplemented: '.repeat(9) }));
    const report = sampleReport({ findings, target: { ...sampleReport().target, capabilities }, rules: [] });
    const long = page(report).filter((line) => line.length > 100);
    expect(long).toEqual([]);
    expect(page(report).join('')).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('has colours only if the reader can see them', () => {
    const colored = page(sampleReport(), true).join('\n');
    expect(colored).toContain('\u001b[31mcopy-arn\u001b[39m');
    expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(page(sampleReport()).join('\n'));
  });
});
