import { expect, test } from 'vitest';
import type { BaselineEntry, Finding } from '../contract/generated/types.ts';
import { applyBaseline, isUnwritten } from './baseline.ts';
import {
  baselineOf,
  entryOf,
  findingOf,
  reportOf,
  smallContract,
  type FakeRule,
} from '../../test-support/baseline-reports.ts';

const context = { contract: smallContract, today: '2026-06-15' };
const both = ['target/one', 'target/two'];
const seen = findingOf('target-required', 'v2-aaaaaaaaaaaa', both);
const other = findingOf('target-required', 'v2-bbbbbbbbbbbb', ['target/one']);

interface Row {
  readonly name: string;
  readonly findings?: readonly Finding[];
  readonly rules?: Readonly<Record<string, FakeRule>>;
  readonly run?: readonly string[];
  readonly entries: readonly BaselineEntry[];
  readonly exit: 0 | 1 | 2;
  /** Kinds of the problems, with what the message says. */
  readonly problems?: readonly (readonly [string, RegExp])[];
  readonly known?: number;
  readonly unchecked?: number;
}

const table: readonly Row[] = [
  { name: 'known', findings: [seen], entries: [entryOf()], exit: 0, known: 1 },
  { name: 'no entry', findings: [seen], entries: [], exit: 1 },
  {
    name: 'known, by an entry for each case',
    findings: [seen],
    entries: both.map((id) => entryOf({ cases: [id] })),
    exit: 0,
    known: 1,
  },
  {
    name: 'known in one of two cases only',
    findings: [seen],
    entries: [entryOf({ cases: ['target/one'] })],
    exit: 1,
    known: 0,
  },
  {
    name: 'known in its cases, and new in another one',
    findings: [findingOf('target-required', 'v2-aaaaaaaaaaaa', [...both, 'tags/one'])],
    entries: [entryOf({ cases: both })],
    exit: 1,
    known: 0,
  },
  {
    name: 'known by a pattern',
    findings: [seen],
    entries: [entryOf({ cases: ['target/*'] })],
    exit: 0,
    known: 1,
  },
  {
    name: 'an entry that somebody edited: it tells of something else',
    findings: [seen],
    entries: [entryOf({ actual: { kind: 'copy' } })],
    exit: 1,
    known: 0,
    problems: [['changed', /what v2-aaaaaaaaaaaa shows/]],
  },
  {
    name: 'stale in one of its cases',
    findings: [findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/one'])],
    entries: [entryOf({ cases: both })],
    exit: 1,
    known: 1,
    problems: [['stale', /no longer seen/]],
  },
  {
    name: 'stale by a pattern',
    findings: [findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/one'])],
    entries: [entryOf({ cases: ['target/one', 'tags/*'] })],
    exit: 1,
    known: 1,
    problems: [['stale', /no longer seen/]],
  },
  {
    name: 'to be looked at again',
    findings: [seen],
    entries: [entryOf({ review: 'does it still hold?' })],
    exit: 1,
    known: 1,
    problems: [['todo', /does it still hold/]],
  },
  {
    name: 'an entry for a pair that was not tried',
    entries: [entryOf({ cases: ['pairs/target-required+tag-count'] })],
    exit: 0,
    unchecked: 1,
  },
  { name: 'one of two known', findings: [seen, other], entries: [entryOf()], exit: 1, known: 1 },
  {
    name: 'known on its last day',
    findings: [seen],
    entries: [entryOf({ expires: '2026-06-15' })],
    exit: 0,
    known: 1,
  },
  {
    name: 'expired',
    findings: [seen],
    entries: [entryOf({ expires: '2026-06-14' })],
    exit: 1,
    known: 1,
    problems: [['expired', /2026-06-14/]],
  },
  {
    name: 'todo',
    findings: [seen],
    entries: [entryOf({ reason: 'TODO' })],
    exit: 1,
    known: 1,
    problems: [['todo', /reason/]],
  },
  {
    name: 'blank reason',
    findings: [seen],
    entries: [entryOf({ reason: null })],
    exit: 1,
    known: 1,
    problems: [['todo', /reason/]],
  },
  {
    name: 'no owner',
    findings: [seen],
    entries: [entryOf({ owner: 'TODO' })],
    exit: 1,
    known: 1,
    problems: [['todo', /owns/]],
  },
  { name: 'stale: the rule holds', entries: [entryOf()], exit: 1, problems: [['stale', /no longer seen/]] },
  {
    name: 'stale: the case holds',
    findings: [findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/one'])],
    entries: [entryOf({ cases: ['target/one'] }), entryOf({ cases: ['target/two'] })],
    exit: 1,
    known: 1,
    problems: [['stale', /no longer seen/]],
  },
  {
    name: 'stale: the rest of the rule has other entries',
    findings: [other],
    entries: [entryOf(), entryOf({ fingerprint: 'v2-bbbbbbbbbbbb' })],
    exit: 1,
    known: 1,
    problems: [['stale', /no longer seen/]],
  },
  {
    name: 'changed: the rule',
    findings: [other],
    entries: [entryOf()],
    exit: 1,
    problems: [['changed', /v2-bbbbbbbbbbbb, what v2-bbbbbbbbbbbb shows/]],
  },
  {
    name: 'changed: the case',
    findings: [other],
    entries: [entryOf({ cases: ['target/one'] })],
    exit: 1,
    problems: [['changed', /bbbbbbbbbbbb/]],
  },
  {
    name: 'changed and expired',
    findings: [other],
    entries: [entryOf({ expires: '2026-01-01' })],
    exit: 1,
    problems: [
      ['changed', /bbbb/],
      ['expired', /2026-01-01/],
    ],
  },
  {
    name: 'vanished: no such rule',
    entries: [entryOf({ rule: 'gone' })],
    exit: 1,
    problems: [['vanished', /no rule gone/]],
  },
  {
    name: 'vanished: no such case',
    findings: [seen],
    entries: [entryOf(), entryOf({ cases: ['target/gone'] })],
    exit: 1,
    known: 1,
    problems: [['vanished', /no case target\/gone/]],
  },
  {
    name: 'vanished: rule inconclusive in a run of everything',
    rules: { 'target-required': { status: 'inconclusive' } },
    entries: [entryOf()],
    exit: 1,
    problems: [['vanished', /inconclusive/]],
  },
  {
    name: 'vanished: case inconclusive in a run of everything',
    rules: { 'target-required': { cases: { 'target/one': 'inconclusive' } } },
    entries: [entryOf({ cases: ['target/one'] })],
    exit: 1,
    problems: [['vanished', /inconclusive/]],
  },
  {
    name: 'unchecked: the rule was not asked for',
    run: ['tag-count'],
    entries: [entryOf(), entryOf({ fingerprint: 'v2-cccccccccccc', cases: ['target/one'] })],
    exit: 0,
    unchecked: 2,
  },
  {
    name: 'unchecked: the rule shows in cases that were not asked for',
    run: ['target-required'],
    entries: [entryOf()],
    exit: 0,
    unchecked: 1,
  },
  {
    name: 'stale: the case holds, though not all was asked for',
    run: ['target-required'],
    entries: [entryOf({ cases: ['target/one'] })],
    exit: 1,
    problems: [['stale', /no longer seen/]],
  },
  {
    name: 'unchecked: the harness failed somewhere',
    rules: { 'tag-count': { status: 'error', cases: { 'tags/one': 'error' } } },
    entries: [entryOf()],
    exit: 2,
    unchecked: 1,
  },
  {
    name: 'all known, and the harness failed somewhere',
    findings: [seen],
    rules: { 'tag-count': { status: 'error', cases: { 'tags/one': 'error' } } },
    entries: [entryOf()],
    exit: 2,
    known: 1,
  },
  {
    name: 'another target',
    findings: [seen],
    entries: [entryOf({ target: 'localstack', expires: '2000-01-01', reason: 'TODO' })],
    exit: 1,
  },
  {
    name: 'below the gate, no entry needed',
    findings: [{ ...seen, gating: false }],
    entries: [],
    exit: 0,
  },
  {
    name: 'below the gate, with an entry',
    findings: [{ ...seen, gating: false }],
    entries: [entryOf()],
    exit: 0,
    known: 1,
  },
  {
    name: 'an entry for a control case',
    findings: [findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/one (control case)'])],
    entries: [entryOf({ cases: ['target/one (control case)'] })],
    exit: 0,
    known: 1,
  },
];

const found = findingOf('target-required', 'v2-aaaaaaaaaaaa', ['search/17']);
const searches: readonly (Pick<Row, 'name' | 'findings' | 'entries' | 'exit' | 'problems'> & {
  readonly ran?: number;
})[] = [
  { name: 'found', findings: [found], entries: [entryOf({ cases: ['search/*'] })], exit: 0 },
  { name: 'found, and all cases are known', findings: [found], entries: [entryOf()], exit: 0 },
  { name: 'in a directed case', findings: [seen], entries: [entryOf({ cases: ['search/*'] })], exit: 1 },
  {
    name: 'not found',
    entries: [entryOf({ cases: ['search/*'] })],
    exit: 1,
    problems: [['stale', /no longer seen/]],
  },
  { name: 'not searched to the end', ran: 9, entries: [entryOf({ cases: ['search/*'] })], exit: 0 },
  {
    name: 'found otherwise',
    findings: [{ ...found, fingerprint: 'v2-bbbbbbbbbbbb' }],
    entries: [entryOf({ cases: ['search/*'] })],
    exit: 1,
    problems: [['changed', /bbbb/]],
  },
];

test.each(searches)('a search: $name', ({ findings = [], entries, exit, problems, ran = 10 }) => {
  const search = { runs: ran, wanted: 10, maxCalls: 5, copies: 1, stopped: [] };
  const report = { ...reportOf(findings), search };
  const { summary, baseline } = applyBaseline(report, baselineOf(entries), context);
  expect(summary.exitCode).toBe(exit);
  if (problems !== undefined) {
    expect(baseline?.problems.map(({ kind }) => kind)).toEqual(problems.map(([kind]) => kind));
    problems.forEach(([, message], i) => expect(baseline?.problems[i]?.message).toMatch(message));
  }
});

test.each(table)(
  '$name',
  ({ findings = [], rules, run, entries, exit, problems = [], known = 0, unchecked = 0 }) => {
    const report = reportOf(findings, rules, run);
    const before = structuredClone(report);
    const result = applyBaseline(report, baselineOf(entries), context);
    expect(result.summary.exitCode).toBe(exit);
    expect(result.summary.known).toBe(known);
    expect(result.summary.deviations + result.summary.known + result.summary.reported).toBe(findings.length);
    expect(result.baseline).toMatchObject({ file: 'b.yaml', unchecked });
    expect(result.baseline?.problems.map(({ kind }) => kind)).toEqual(problems.map(([kind]) => kind));
    problems.forEach(([, message], i) => expect(result.baseline?.problems[i]?.message).toMatch(message));
    expect(report, 'the report that came in is left alone').toEqual(before);
  },
);

test('a problem says which entry and where it stands', () => {
  const { baseline } = applyBaseline(
    reportOf([seen]),
    baselineOf([entryOf(), entryOf({ rule: 'gone' })]),
    context,
  );
  expect(baseline?.problems).toEqual([
    {
      kind: 'vanished',
      rule: 'gone',
      cases: ['*'],
      fingerprint: 'v2-aaaaaaaaaaaa',
      line: 2,
      column: 5,
      message: 'the contract has no rule gone; remove it',
    },
  ]);
});

test('what is known is so for the finding, the cases and the rule', () => {
  const entry = entryOf({ link: 'https://example.org/1' });
  const { findings, rules, summary } = applyBaseline(reportOf([seen]), baselineOf([entry]), context);
  expect(findings[0]?.known).toEqual({
    reason: 'a reason',
    owner: 'maintainers',
    link: 'https://example.org/1',
  });
  expect(rules.map(({ status }) => status)).toEqual(['known', 'pass']);
  expect(rules[0]?.cases.map(({ status }) => status)).toEqual(['known', 'known']);
  expect(summary.cases).toEqual({ pass: 2, fail: 0, known: 2, inconclusive: 0, error: 0 });
});

test('what is to be looked at again is known without a reason', () => {
  const toReview = baselineOf([entryOf({ reason: null, review: 'who said so?' })]);
  const { findings } = applyBaseline(reportOf([seen, other]), toReview, context);
  expect(findings[0]?.known).toStrictEqual({ reason: '', owner: 'maintainers' });
  expect(findings[1]).toStrictEqual(other);
});

test('a case or rule with one failure that is not known fails', () => {
  const { rules } = applyBaseline(reportOf([seen, other]), baselineOf([entryOf()]), context);
  expect(rules[0]?.status).toBe('fail');
  expect(rules[0]?.cases.map(({ status }) => status)).toEqual(['fail', 'known']);
});

test.each(['', '  ', 'TODO', ' todo', 'TODO see whether'])('unwritten: "%s"', (reason) =>
  expect(isUnwritten(reason)).toBe(true),
);
test.each(['a todo list is no excuse', 'Todos'])('written: "%s"', (reason) =>
  expect(isUnwritten(reason)).toBe(false),
);

test('a deviation that shows in a case in which it did not is none of the known ones', () => {
  const { findings, rules } = applyBaseline(
    reportOf([seen]),
    baselineOf([entryOf({ cases: ['target/one'] })]),
    context,
  );
  expect(findings[0]).not.toHaveProperty('known');
  expect(findings[0]?.knownCases).toEqual(['target/one']);
  expect(rules[0]?.status).toBe('fail');
  expect(rules[0]?.cases.map(({ status }) => status)).toEqual(['known', 'fail']);
});

test('a stale case is named alone', () => {
  const one = findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/one']);
  const { baseline } = applyBaseline(reportOf([one]), baselineOf([entryOf({ cases: both })]), context);
  expect(baseline?.problems.map(({ kind, cases }) => [kind, cases])).toEqual([['stale', ['target/two']]]);
});
