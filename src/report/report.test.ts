import { describe, expect, it } from 'vitest';
import { failed } from '../../test-support/said.ts';
import { directedCase, fakeTarget, measured, missingSource, runOf, unit } from '../../test-support/fakes.ts';
import { rules, type RuleId } from '../contract/generated/catalogue.ts';
import { pass } from '../harness/checks/check.ts';
import { Ending, interrupted } from '../harness/target/allowance.ts';
import type { Level } from '../contract/provenance.ts';
import { buildReport, type ReportOptions } from './report.ts';
import type { RunResult } from '../harness/run/result.ts';
import type { UnitResult } from '../harness/run/unit.ts';

const report = (run: RunResult, different: Partial<ReportOptions> = {}) =>
  buildReport(fakeTarget(), run, {
    version: '1.2.3',
    seed: 7,
    gate: 'sibling',
    startedAt: new Date(0),
    milliseconds: 5,
    reproduce: () => ({}),
    ...different,
  });

const one = (result: UnitResult): RunResult => runOf([{ case: directedCase(), unit: 0 }], [result]);

const passing = measured({ checks: [pass('copy-type-manual')] });
const failing = measured({ checks: [failed('copy-type-manual', 'x', 'y')] });
const inferred = measured({ checks: [pass('copy-type-manual'), failed('source-not-blank', 'x', 'y')] });
const error: UnitResult = { kind: 'error', reason: 'no answer' };
const inconclusive: UnitResult = { kind: 'inconclusive', reason: 'no KMS' };

describe('exit code', () => {
  interface Row {
    readonly name: string;
    readonly given: { results: UnitResult[]; gate?: Level };
    readonly expected: [exitCode: number, deviations: number, reported: number];
  }
  const table: readonly Row[] = [
    { name: 'conforms', given: { results: [passing] }, expected: [0, 0, 0] },
    { name: 'nothing was measured', given: { results: [inconclusive] }, expected: [2, 0, 0] },
    {
      name: 'inconclusive is no deviation',
      given: { results: [inconclusive, passing] },
      expected: [0, 0, 0],
    },
    { name: 'a deviation', given: { results: [failing] }, expected: [1, 1, 0] },
    { name: 'a deviation from what is inferred', given: { results: [inferred] }, expected: [0, 0, 1] },
    {
      name: 'a deviation from what is inferred, if that gates',
      given: { results: [inferred], gate: 'inferred' },
      expected: [1, 1, 0],
    },
    { name: 'an error', given: { results: [error] }, expected: [2, 0, 0] },
    { name: 'an error and a deviation', given: { results: [error, failing] }, expected: [1, 1, 0] },
    { name: 'an error and a reported deviation', given: { results: [error, inferred] }, expected: [0, 0, 1] },
  ];

  it.each(table)('$name', ({ given: { results, gate = 'sibling' }, expected }) => {
    const cases = results.map((_, i) => ({ case: directedCase({ id: `family/${i}` }), unit: i }));
    const { summary } = report(runOf(cases, results), { gate });
    expect([summary.exitCode, summary.deviations, summary.reported]).toEqual(expected);
  });

  it('is not 2 for one call that nothing came of', () => {
    const cases = [
      { case: directedCase({ id: 'family/a' }), unit: 0 },
      { case: directedCase({ id: 'family/b' }), unit: 1 },
    ];
    const { summary, rules: all } = report(runOf(cases, [passing, error]));
    expect(all.find(({ id }) => id === 'copy-type-manual')?.status).toBe('pass');
    expect(summary.exitCode).toBe(0);
  });
});

describe('a run that ended before everything was done', () => {
  it.each([
    ['interrupted', interrupted, passing, 2],
    ['deadline', new Ending('deadline', 'why'), passing, 2],
    ['deadline', new Ending('deadline', 'why'), failing, 1],
  ] as const)('says so, and never conforms: %s', (kind, stopped, result, exitCode) => {
    const { run, summary } = report(one(result), { stopped });
    expect([run.stopped?.kind, summary.exitCode]).toEqual([kind, exitCode]);
  });

  it('tells of answers that were not read, if there were any', () => {
    expect(report(one(passing), { tooLarge: 2 }).run.tooLarge).toBe(2);
    expect(report(one(passing), { tooLarge: 0 }).run).not.toHaveProperty('tooLarge');
    expect(report(one(passing)).run).not.toHaveProperty('stopped');
  });
});

describe('what is in it', () => {
  it('counts rules and cases by their status', () => {
    const cases = [passing, failing, error, inconclusive].map((_, i) => ({
      case: directedCase({ id: `family/${i}` }),
      unit: i,
    }));
    const { summary } = report(runOf(cases, [passing, failing, error, inconclusive]));
    expect(summary.cases).toEqual({ pass: 1, fail: 1, known: 0, inconclusive: 1, error: 1 });
    expect(summary.rules).toEqual({ pass: 0, fail: 1, known: 0, inconclusive: rules.length - 1, error: 0 });
  });

  it('tells how many HTTP requests were sent, where they are counted', () => {
    expect(report(one(passing), { requests: 0 }).run.requests).toBe(0);
    expect(report(one(passing)).run).not.toHaveProperty('requests');
  });

  it('tells the tool, the target and the run', () => {
    const target = fakeTarget({ endpoint: 'http://127.0.0.1:1', version: '9' });
    const made = buildReport(target, runOf([], [passing, error, passing], ['snapshot x']), {
      version: '1.2.3',
      seed: 7,
      gate: 'documented',
      startedAt: new Date(0),
      milliseconds: 5,
      reproduce: () => ({}),
    });
    expect(made).toMatchObject({
      format: 2,
      tool: { name: 'neptune-copy-contract', version: '1.2.3' },
      target: {
        name: 'a fake',
        endpoint: 'http://127.0.0.1:1',
        version: '9',
        accounts: { self: '111111111111', other: '222222222222' },
        regions: { here: 'us-east-1', elsewhere: 'eu-west-1' },
      },
      run: { id: 'r1', startedAt: '1970-01-01T00:00:00.000Z', milliseconds: 5, calls: 2 },
      seed: 7,
      gate: 'documented',
      leftBehind: ['snapshot x'],
    });
  });

  it('has all the rules of the catalogue, in its order', () => {
    expect(report(one(passing)).rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });

  it('tells what the target does where nothing is known, with abstract names', () => {
    const unspecified = directedCase({
      id: 'family/open',
      title: 'nobody knows',
      rule: 'source-one-step',
      claim: { kind: 'unspecified', unspecified: ['source-one-step'] },
    });
    const answered = measured({ actual: { kind: 'rejected', code: 'source' } });
    expect(report(runOf([{ case: unspecified, unit: 0 }], [answered])).unspecified).toEqual([
      {
        rule: 'source-one-step',
        case: 'family/open',
        title: 'nobody knows',
        actual: { kind: 'rejection', code: '{source}' },
      },
    ]);
    expect(report(runOf([{ case: unspecified, unit: 0 }], [error])).unspecified).toEqual([]);
    expect(report(one(passing)).unspecified).toEqual([]);
  });
});

describe('asked for some rules only', () => {
  // The copy is refused for its source: that rule is to blame, though another one was tested.
  const blamed = measured({
    unit: unit({ label: 'family/plain' }),
    actual: { kind: 'rejected', code: 'DBClusterSnapshotNotFoundFault' },
    checks: [
      { ...failed('source-exists', 'a copy', 'a fault'), tested: 'copy-type-manual' },
      failed('wire-namespace', 'x', 'y'),
    ],
  });
  const run = runOf(
    [
      { case: directedCase(), unit: 0 },
      { case: missingSource, unit: 1, control: 0 },
    ],
    [blamed, inconclusive],
  );
  const table: { name: string; given: RuleId[]; expected: string[]; exitCode?: number }[] = [
    { name: 'the tested rule', given: ['copy-type-manual'], expected: ['source-exists'] },
    { name: 'the blamed rule', given: ['source-exists'], expected: ['source-exists'] },
    { name: 'another rule', given: ['copy-arn'], expected: [], exitCode: 2 },
    { name: 'a rule seen on the way', given: ['wire-namespace'], expected: ['wire-namespace'] },
    {
      name: 'two rules',
      given: ['wire-namespace', 'copy-type-manual'],
      expected: ['source-exists', 'wire-namespace'],
    },
  ];

  it.each(table)('$name', ({ given, expected, exitCode = 1 }) => {
    const made = report(run, { rules: given });
    expect(made.findings.map(({ rule }) => rule)).toEqual(expected);
    expect(made.rules.map(({ id }) => id).sort()).toEqual([...given].sort());
    expect(made.summary.exitCode).toBe(exitCode);
  });
});
