import { describe, expect, it } from 'vitest';
import { entryOf, findingOf, reportOf, smallContract } from '../../test-support/baseline-reports.ts';
import { actualValue } from '../../test-support/said.ts';
import type { BaselineEntry, Finding, Report, Status } from '../contract/generated/types.ts';
import { fateOf, hasRun, type Fate } from './baseline-fate.ts';

const pair = 'pairs/target-required+tag-count';

/** The report with the pair of the two rules tried. */
const withPair = (report: Report): Report => ({
  ...report,
  precedence: {
    pairs: [{ rules: ['target-required', 'tag-count'], actual: { kind: 'copy' } }],
    inconclusive: 0,
    order: [],
    unordered: [],
  },
});

/** The report of a run whose search went so far. */
const withSearch = (report: Report, runs: number): Report => ({
  ...report,
  search: { runs, wanted: 10, maxCalls: 5, copies: 1, stopped: [] },
});

describe('how far a run went', () => {
  it.each<[name: string, run: readonly string[], cases: Readonly<Record<string, Status>>, complete: boolean]>(
    [
      ['all of it', ['target-required', 'tag-count'], {}, true],
      ['a rule less', ['target-required'], {}, false],
      ['a case not measured', ['target-required', 'tag-count'], { 'tags/one': 'inconclusive' }, true],
      ['a case in error', ['target-required', 'tag-count'], { 'tags/one': 'error' }, false],
    ],
  )('%s', (_, run, cases, complete) => {
    expect(hasRun(reportOf([], { 'tag-count': { cases } }, run), smallContract).complete).toBe(complete);
  });

  it('is not complete without all of its rules, whatever cases there were', () => {
    const contract = { ...smallContract, rules: new Set([...smallContract.rules, 'source-exists']) };
    expect(hasRun(reportOf([]), contract).complete).toBe(false);
  });

  it('knows what became of each case, and which pairs were tried', () => {
    const cases = { 'tags/one': 'inconclusive', 'tags/two': 'error' } as const;
    const ran = hasRun(withPair(reportOf([], { 'tag-count': { cases } })), smallContract);
    expect(Object.fromEntries(ran.cases)).toEqual({
      'target/one': 'measured',
      'target/two': 'measured',
      'tags/one': 'inconclusive',
      'tags/two': 'error',
      [pair]: 'measured',
    });
  });

  it.each([
    [undefined, false],
    [9, false],
    [10, true],
    [11, true],
  ])('searched to the end with %s of 10 sequences: %s', (runs, searched) => {
    const report = runs === undefined ? reportOf([]) : withSearch(reportOf([]), runs);
    expect(hasRun(report, smallContract).searched).toBe(searched);
  });
});

/** What became of an entry in a report. */
const fateIn = (report: Report, entry: Partial<BaselineEntry>): Fate =>
  fateOf(entryOf(entry), report, smallContract, hasRun(report, smallContract));

describe('what became of an entry', () => {
  const fate = (entry: Partial<BaselineEntry>, findings: readonly Finding[], changes = {}): Fate =>
    fateIn(reportOf(findings, changes), entry);
  const both = ['target/one', 'target/two'];
  const seen = findingOf('target-required', 'v2-aaaaaaaaaaaa', both);
  const seenInOne = findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/one']);
  const other = findingOf('target-required', 'v2-bbbbbbbbbbbb', both, { actual: actualValue('a \n\t b') });
  const third = findingOf('target-required', 'v2-cccccccccccc', ['target/one'], { actual: actualValue('c') });
  const foreign = findingOf('tag-count', 'v2-aaaaaaaaaaaa', ['tags/one']);
  const bad = (kind: Fate['kind'], cases: readonly string[], message: string): object => ({
    kind,
    cases,
    message,
  });
  const gone = 'it is no longer seen; remove it';

  it.each<[name: string, actual: Fate, expected: object]>([
    ['seen in one case of a pattern', fate({}, [seenInOne]), { kind: 'matched' }],
    ['seen in each of its cases', fate({ cases: both }, [seen]), { kind: 'matched' }],
    [
      'seen in more cases than it names: that is for the finding to tell',
      fate({ cases: ['target/one'] }, [seen]),
      { kind: 'matched' },
    ],
    [
      'seen in one case, no longer in another',
      fate({ cases: both }, [seenInOne]),
      bad('stale', ['target/two'], gone),
    ],
    [
      'no longer seen in any of its cases',
      fate({ cases: both }, []),
      bad('stale', both, 'they are no longer seen; remove them'),
    ],
    [
      'a pattern that nothing is seen of, beside a case',
      fate({ cases: ['target/one', 'tags/*'] }, [seenInOne]),
      bad('stale', ['tags/*'], gone),
    ],
    [
      'what actualValue was edited',
      fate({ actual: { kind: 'rejection', code: 'edited' } }, [seen]),
      bad('changed', ['*'], 'it fails otherwise now: v2-aaaaaaaaaaaa, what v2-aaaaaaaaaaaa shows'),
    ],
    [
      'otherwise now, told in one line',
      fate({}, [other, third]),
      bad('changed', ['*'], 'it fails otherwise now: v2-bbbbbbbbbbbb, a b; v2-cccccccccccc, c'),
    ],
    [
      'otherwise now, in its case and in others',
      fate({ cases: ['target/two'] }, [other]),
      bad('changed', ['target/two'], 'it fails otherwise now: v2-bbbbbbbbbbbb, a b'),
    ],
    [
      'otherwise now in one case, as before in another',
      fate({ cases: both }, [findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/two']), third]),
      bad('changed', ['target/one'], 'it fails otherwise now: v2-cccccccccccc, c'),
    ],
    [
      'otherwise, but another entry knows it',
      fate({}, [{ ...other, known: { reason: 'x', owner: 'y' } }]),
      bad('stale', ['*'], gone),
    ],
    ['fails by another rule only', fate({}, [foreign]), bad('stale', ['*'], gone)],
    [
      'fails otherwise in another case only',
      fate({ cases: ['target/two'] }, [third]),
      bad('stale', ['target/two'], gone),
    ],
    [
      'a control case that holds now',
      fate({ cases: ['target/one (control case)'] }, []),
      bad('stale', ['target/one (control case)'], gone),
    ],
    [
      'a name that is no control case',
      fate({ cases: ['target/one (control case) x'] }, []),
      bad(
        'vanished',
        ['target/one (control case) x'],
        'the contract has no case target/one (control case) x; remove it',
      ),
    ],
    [
      'cases that the contract has not, beside one that it has',
      fate({ cases: ['target/gone', 'target/one', 'tags/gone'] }, [seen]),
      bad(
        'vanished',
        ['target/gone', 'tags/gone'],
        'the contract has no case target/gone, tags/gone; remove them',
      ),
    ],
    [
      'a case that only begins as pairs do',
      fate({ cases: ['plain/gone'] }, [seen]),
      bad('vanished', ['plain/gone'], 'the contract has no case plain/gone; remove it'),
    ],
    [
      'a pattern of which the contract has no case',
      fate({ cases: ['nothing/*'] }, [seen]),
      bad('vanished', ['nothing/*'], 'the contract has no case nothing/*; remove it'),
    ],
    [
      'a pattern of control cases',
      fate({ cases: ['* (control case)'] }, []),
      bad('stale', ['* (control case)'], gone),
    ],
    [
      'a rule that the contract has not',
      fate({ rule: 'gone', cases: both }, [seen]),
      bad('vanished', both, 'the contract has no rule gone; remove them'),
    ],
    [
      'a rule that was not measured',
      fate({}, [], { 'target-required': { status: 'inconclusive' } }),
      bad('vanished', ['*'], 'what it is about was inconclusive, so nothing could match; remove it'),
    ],
    [
      'a case that was not measured, and one that holds: what is not measured first',
      fate({ cases: both }, [], { 'target-required': { cases: { 'target/two': 'inconclusive' } } }),
      bad('vanished', ['target/two'], 'what it is about was inconclusive, so nothing could match; remove it'),
    ],
    [
      'another rule that was not measured',
      fate({}, [], { 'tag-count': { status: 'inconclusive' } }),
      bad('stale', ['*'], gone),
    ],
    [
      'a rule behind one that was not measured',
      fate({ rule: 'tag-count' }, [], { 'target-required': { status: 'inconclusive' } }),
      bad('stale', ['*'], gone),
    ],
  ])('%s', (_, actual, expected) => expect(actual).toEqual(expected));
});

describe('an entry that a run did not look at', () => {
  const some = (findings: readonly Finding[], changes = {}): Report =>
    reportOf(findings, changes, ['target-required']);

  it.each<[name: string, report: Report, cases: readonly string[], kind: Fate['kind'], about?: string[]]>([
    ['a pattern, in a run of some rules', some([]), ['*'], 'unchecked'],
    ['a case of another rule', some([]), ['tags/one'], 'unchecked'],
    ['a case that was run', some([]), ['target/one'], 'stale', ['target/one']],
    ['a case that was run, beside others', some([]), ['target/one', 'tags/one'], 'stale', ['target/one']],
    [
      'a case that was not measured, in a run of some rules',
      some([], { 'target-required': { cases: { 'target/one': 'inconclusive' } } }),
      ['target/one'],
      'unchecked',
    ],
    [
      'a case that the harness failed in',
      reportOf([], { 'target-required': { cases: { 'target/one': 'error' } } }),
      ['target/one', '*'],
      'unchecked',
    ],
    [
      'a case that the harness failed in, beside one that is seen',
      reportOf([findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/two'])], {
        'target-required': { cases: { 'target/one': 'error' } },
      }),
      ['target/one', 'target/two'],
      'matched',
    ],
  ])('%s', (_, report, cases, kind, about) => {
    const fate = fateIn(report, { cases });
    expect(fate.kind).toBe(kind);
    expect('cases' in fate ? fate.cases : undefined).toEqual(about);
  });
});

describe('an entry for a pair of rules', () => {
  const found = findingOf('target-required', 'v2-aaaaaaaaaaaa', [pair]);

  it.each<[name: string, report: Report, kind: Fate['kind']]>([
    ['seen', withPair(reportOf([found])), 'matched'],
    ['no longer seen', withPair(reportOf([])), 'stale'],
    ['not tried, in a run of everything else', reportOf([]), 'unchecked'],
    [
      'seen otherwise',
      withPair(reportOf([{ ...found, fingerprint: 'v2-bbbbbbbbbbbb', actual: actualValue('b') }])),
      'changed',
    ],
  ])('%s', (_, report, kind) => expect(fateIn(report, { cases: [pair] }).kind).toBe(kind));

  it.each<[name: string, report: Report, kind: Fate['kind']]>([
    ['seen', withPair(reportOf([found])), 'matched'],
    ['no longer seen', withPair(reportOf([])), 'stale'],
    ['no pair tried, in a run of everything else', reportOf([]), 'unchecked'],
    ['a run of some rules', withPair(reportOf([], {}, ['target-required'])), 'unchecked'],
  ])('or for all of them: %s', (_, report, kind) =>
    expect(fateIn(report, { cases: ['pairs/*'] }).kind).toBe(kind),
  );

  it('is about any pair, whichever the contract makes', () => {
    expect(fateIn(withPair(reportOf([])), { cases: ['pairs/a+b'] }).kind).toBe('unchecked');
  });
});

describe('an entry for what a search finds', () => {
  const found = findingOf('target-required', 'v2-aaaaaaaaaaaa', ['search/17']);
  const entry = { cases: ['search/*'] };

  it.each<[name: string, report: Report, kind: Fate['kind']]>([
    ['found', withSearch(reportOf([found]), 10), 'matched'],
    ['found in a search that was cut short', withSearch(reportOf([found]), 1), 'matched'],
    ['not found', withSearch(reportOf([]), 10), 'stale'],
    ['not searched to the end', withSearch(reportOf([]), 9), 'unchecked'],
    ['not searched at all', reportOf([]), 'unchecked'],
    [
      'found otherwise',
      withSearch(reportOf([{ ...found, fingerprint: 'v2-bbbbbbbbbbbb', actual: actualValue('b') }]), 10),
      'changed',
    ],
    ['in a directed case only', withSearch(reportOf([{ ...found, cases: ['target/one'] }]), 10), 'stale'],
    [
      'not found, where the rule was not measured otherwise',
      withSearch(reportOf([], { 'target-required': { status: 'inconclusive' } }), 10),
      'stale',
    ],
  ])('%s', (_, report, kind) => expect(fateIn(report, entry).kind).toBe(kind));
});

describe('an entry about a rule whose deviations are not told', () => {
  const demands = { minMeasured: { unit: 'share', value: 0.75 }, without: [], named: false } as const;
  const told = (report: Report, different: Partial<NonNullable<Report['demands']>>): Report => ({
    ...report,
    demands: { ...demands, ...different },
  });
  const entry = { rule: 'tag-count', cases: ['target/one'] };

  it.each<[name: string, report: Report, expected: Fate['kind']]>([
    ['all are told', told(reportOf([]), {}), 'stale'],
    ['the rule was excluded', told(reportOf([]), { excluded: ['tag-count'] }), 'unchecked'],
    ['another was excluded', told(reportOf([]), { excluded: ['target-required'] }), 'stale'],
    ['another was asked for', told(reportOf([], {}, ['target-required']), { named: true }), 'unchecked'],
    ['nothing was asked for', reportOf([], {}, ['target-required']), 'stale'],
    ['a case of another was asked for', told(reportOf([], {}, ['target-required']), {}), 'stale'],
    [
      'another was asked for, whose case shows it',
      told(reportOf([findingOf('tag-count', 'v2-aaaaaaaaaaaa', ['target/one'])], {}, ['target-required']), {
        named: true,
      }),
      'matched',
    ],
  ])('%s', (_, report, expected) => {
    expect(fateIn(report, entry).kind).toBe(expected);
  });
});
