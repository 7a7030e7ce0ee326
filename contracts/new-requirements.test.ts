import { describe, expect, it, vi } from 'vitest';
import { baselineOf, entryOf } from '../test-support/baseline-reports.ts';
import { directedCase, fakeTarget, measured, runOf } from '../test-support/fakes.ts';
import { failed } from '../test-support/said.ts';
import type * as Catalogue from '../src/contract/generated/catalogue.ts';
import type { BaselineEntry, Report } from '../src/contract/generated/types.ts';
import { pass, type Check } from '../src/harness/checks/check.ts';
import { identityOf } from '../src/harness/checks/identity.ts';
import { contractIndex } from '../src/report/baseline-entry.ts';
import { applyBaseline } from '../src/report/baseline.ts';
import { buildReport } from '../src/report/report.ts';

/** A set of a time when there was no copy-type-manual, and no fault of target-identifier-syntax was known. */
vi.mock(import('../src/contract/generated/catalogue.ts'), async (original): Promise<typeof Catalogue> => {
  const catalogue = await original();
  const set = {
    name: '2001-01',
    date: '2001-01-01',
    rules: {
      'copy-arn': { behaviour: 'documented' },
      'target-identifier-syntax': { behaviour: 'documented', fault: 'inferred' },
    },
  } as const;
  return { ...catalogue, requirementSets: [set] };
});

const cases = [directedCase({ id: 'family/plain' })];

/** The report of a run of one case, in which these checks were made. */
const report = (checks: readonly Check[], requirements: string | undefined = '2001-01'): Report =>
  buildReport(
    fakeTarget(),
    runOf(
      cases.map((each) => ({ case: each, unit: 0 })),
      [measured({ checks })],
    ),
    {
      version: '1.2.3',
      seed: 7,
      gate: 'sibling',
      ...(requirements !== '' && { requirements }),
      startedAt: new Date(0),
      milliseconds: 5,
      reproduce: () => ({}),
    },
  );

const since = failed('copy-type-manual', 'x', 'y');
const ever = failed('copy-arn', 'x', 'z');

/** How a rule and its cases came out. */
const statuses = ({ rules }: Report, id: string) => {
  const rule = rules.find((each) => each.id === id);
  return [rule?.status, rule?.gating, rule?.new, rule?.cases.map(({ status }) => status)];
};

describe('a deviation from what a requirement set does not ask for', () => {
  it('fails a run that names no set', () => {
    const held = report([since], '');
    expect(held.summary).toMatchObject({ exitCode: 1, deviations: 1, reported: 0 });
    expect(held.summary.new).toBeUndefined();
    expect(held.requirements).toBeUndefined();
    expect(statuses(held, 'copy-type-manual')).toEqual(['fail', true, undefined, ['fail']]);
  });

  it('is new, and fails none that names it', () => {
    const held = report([since]);
    expect(held.requirements).toBe('2001-01');
    expect(held.findings).toMatchObject([{ level: 'documented', gating: false, new: true }]);
    expect(held.summary).toMatchObject({ exitCode: 0, deviations: 0, reported: 0, new: 1, known: 0 });
    expect(held.summary.rules).toMatchObject({ new: 1, fail: 0 });
    expect(held.summary.cases).toMatchObject({ new: 1, fail: 0 });
    expect(statuses(held, 'copy-type-manual')).toEqual(['new', false, true, ['new']]);
  });

  it('excuses none from what it does ask for', () => {
    const held = report([since, ever]);
    expect(held.summary).toMatchObject({ exitCode: 1, deviations: 1, new: 1 });
    expect(statuses(held, 'copy-type-manual').slice(0, 1)).toEqual(['new']);
    expect(statuses(held, 'copy-arn').slice(0, 2)).toEqual(['fail', true]);
  });

  it('is not what is only inferred', () => {
    const held = report([pass('copy-type-manual'), failed('source-not-blank', 'x', 'y')]);
    expect(held.summary).toMatchObject({ exitCode: 0, reported: 1 });
    expect(held.summary.new).toBeUndefined();
    expect(held.findings).toMatchObject([{ level: 'inferred', gating: false }]);
    expect(held.findings[0]?.new).toBeUndefined();
  });

  it('may be so in its fault only', () => {
    const held = report([
      pass('copy-type-manual'),
      failed('target-identifier-syntax', 'x', 'y', 'fault'),
      failed('target-identifier-syntax', 'x', 'z'),
    ]);
    expect(held.findings.map(({ aspect, gating, new: isNew }) => [aspect, gating, isNew])).toEqual([
      ['fault', false, true],
      ['behaviour', true, undefined],
    ]);
    expect(held.summary).toMatchObject({ exitCode: 1, deviations: 1, new: 1 });
  });

  it('need not be measured by whoever names the set', () => {
    const held = report([pass('copy-arn')]);
    expect(held.summary.threshold).toMatchObject({ measured: 0, of: 0 });
    expect(report([pass('copy-arn')], '').summary.threshold).toMatchObject({ of: 1 });
  });
});

describe('a baseline beside a requirement set', () => {
  const context = { contract: contractIndex(cases), today: '2026-06-15' };
  const entryFor = ({ findings, target }: Report, rule: string) => {
    const finding = findings.find((each) => each.rule === rule);
    if (finding === undefined) throw new Error(`nothing deviates from ${rule}`);
    const { fingerprint, cases: seen } = finding;
    return entryOf({
      rule,
      target: target.name,
      cases: seen,
      fingerprint,
      actual: identityOf(finding).actual as BaselineEntry['actual'],
    });
  };

  it('leaves new what it does not know', () => {
    const held = applyBaseline(report([since]), baselineOf([]), context);
    expect(held.summary).toMatchObject({ exitCode: 0, new: 1, known: 0 });
    expect(statuses(held, 'copy-type-manual').slice(0, 1)).toEqual(['new']);
  });

  it('has the word on what it knows, and its entry is not stale', () => {
    const before = report([since]);
    const held = applyBaseline(before, baselineOf([entryFor(before, 'copy-type-manual')]), context);
    expect(held.baseline).toMatchObject({ matched: 1, problems: [] });
    expect(held.summary).toMatchObject({ exitCode: 0, known: 1 });
    expect(held.summary.new).toBeUndefined();
    expect(statuses(held, 'copy-type-manual')).toEqual(['known', false, true, ['known']]);
  });

  it('knows one deviation of a case and not the other, which is new', () => {
    const before = report([since, failed('copy-type-manual', 'x', 'another')]);
    const [first] = before.findings;
    const entries = [
      entryFor({ ...before, findings: first === undefined ? [] : [first] }, 'copy-type-manual'),
    ];
    const held = applyBaseline(before, baselineOf(entries), context);
    expect(held.summary).toMatchObject({ exitCode: 0, known: 1, new: 1 });
    expect(statuses(held, 'copy-type-manual')).toEqual(['new', false, true, ['new']]);
  });
});
