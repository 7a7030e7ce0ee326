import { actualValue, wanted } from './said.ts';
import type { BaselineEntry, Finding, Report, Status } from '../src/contract/generated/types.ts';
import type { Baseline, ContractIndex } from '../src/report/baseline-entry.ts';

/** A contract of two rules with two cases each, for tests of the baseline. */
export const smallContract: ContractIndex = {
  rules: new Set(['target-required', 'tag-count']),
  cases: new Set(['target/one', 'target/two', 'tags/one', 'tags/two']),
};

/** A finding of a test: rule and fingerprint, and where it shows. */
export function findingOf(
  rule: string,
  fingerprint: string,
  cases: readonly string[],
  different: Partial<Finding> = {},
): Finding {
  return {
    rule,
    fingerprint,
    cases,
    statement: 'A statement.',
    provenance: [],
    aspect: 'behaviour',
    level: 'documented',
    gating: true,
    expected: wanted('a rejection'),
    actual: actualValue(`what ${fingerprint} shows`),
    situation: { given: {}, caller: {}, request: {} },
    sdk: { kind: 'output' },
    reproduction: {},
    ...different,
  };
}

/** What a report of a test says of a rule: its status, and those of its cases that are no `pass`. */
export interface FakeRule {
  readonly status?: Status;
  readonly cases?: Readonly<Record<string, Status>>;
}

/** The report of a run of the small contract. A case fails by the findings that name it. */
export function reportOf(
  findings: readonly Finding[],
  rules: Readonly<Record<string, FakeRule>> = {},
  run: readonly string[] = [...smallContract.rules],
): Report {
  const none = { pass: 0, fail: 0, known: 0, inconclusive: 0, error: 0 };
  const gating = findings.filter((finding) => finding.gating).length;
  const results = run.map((id) => {
    const family = id === 'tag-count' ? 'tags' : 'target';
    const own = findings.filter(({ rule }) => rule === id);
    const cases = [`${family}/one`, `${family}/two`].map((each) => {
      const by = own.filter((finding) => finding.cases.includes(each)).map(({ fingerprint }) => fingerprint);
      const status = rules[id]?.cases?.[each] ?? (by.length > 0 ? 'fail' : 'pass');
      return { id: each, title: each, status, ...(by.length > 0 && { findings: by }) };
    });
    return {
      id,
      kind: 'precondition' as const,
      statement: 'A statement.',
      status: rules[id]?.status ?? (own.length > 0 ? 'fail' : 'pass'),
      gating: true,
      provenance: [],
      checks: { passed: 0, failed: 0 },
      cases,
    };
  });
  return {
    format: 2,
    tool: { name: 'test', version: '0' },
    specHash: '',
    target: {
      name: 'moto',
      accounts: { self: '111111111111', other: '222222222222' },
      regions: { here: 'us-east-1', elsewhere: 'eu-west-1' },
      capabilities: [],
    },
    run: { id: 'abc', startedAt: '2026-01-01T00:00:00Z', milliseconds: 1, calls: 4 },
    seed: 1,
    gate: 'sibling',
    summary: {
      rules: none,
      cases: none,
      deviations: gating,
      known: 0,
      reported: findings.length - gating,
      exitCode: gating > 0 ? 1 : 0,
    },
    rules: results,
    findings,
    unspecified: [],
    leftBehind: [],
  };
}

/** What an entry says of what a finding of `findingOf` shows. */
export const actualOf = (fingerprint: string): BaselineEntry['actual'] => ({
  kind: 'rejection',
  code: `what ${fingerprint} shows`,
});

/** An entry for the finding `v2-aaaaaaaaaaaa` of `target-required`, but for what is told. */
export const entryOf = (different: Partial<BaselineEntry> = {}): BaselineEntry => ({
  rule: 'target-required',
  target: 'moto',
  cases: ['*'],
  actual: actualOf(different.fingerprint ?? 'v2-aaaaaaaaaaaa'),
  fingerprint: 'v2-aaaaaaaaaaaa',
  reason: 'a reason',
  owner: 'maintainers',
  ...different,
});

/** A baseline with an entry in each line. */
export const baselineOf = (entries: readonly BaselineEntry[]): Baseline => ({
  file: 'b.yaml',
  entries: entries.map((entry, i) => ({ ...entry, line: i + 1, column: 5 })),
});
