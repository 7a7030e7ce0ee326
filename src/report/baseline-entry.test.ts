import { describe, expect, it, test } from 'vitest';
import {
  baselineOf,
  entryOf,
  findingOf,
  reportOf,
  smallContract,
} from '../../test-support/baseline-reports.ts';
import { directedCase } from '../../test-support/fakes.ts';
import { rules } from '../contract/generated/catalogue.ts';
import type { BaselineEntry, Finding, Status } from '../contract/generated/types.ts';
import {
  anySequence,
  contractIndex,
  coversCase,
  isAboutTheSame,
  isPattern,
  isSequence,
  sequenceCase,
} from './baseline-entry.ts';
import { fateOf, hasRun, type Fate } from './baseline-fate.ts';
import { actualValue } from '../../test-support/said.ts';
import { applyBaseline } from './baseline.ts';

test('the contract is its rules and the cases given', () => {
  const index = contractIndex([directedCase({ id: 'a/b' }), directedCase({ id: 'c/d' })]);
  expect([...index.cases]).toEqual(['a/b', 'c/d']);
  expect(index.rules.size).toBe(rules.length);
  expect(index.rules.has('source-exists')).toBe(true);
});

test.each<[entry: string, id: string, covers: boolean]>([
  ['*', 'target/one', true],
  ['target/one', 'target/one', true],
  ['target/one', 'target/two', false],
  ['target/*', 'target/one', true],
  ['target/*', 'tags/one', false],
  ['*/one', 'tags/one', true],
  ['t*/*e', 'tags/one', true],
  ['t*o*e', 'tone', true],
  ['one*one', 'one', false],
  ['one*one', 'oneone', true],
  ['t*o*e', 'tae', false],
  ['a*b*b', 'ab', false],
  ['a*b*c', 'abbc', true],
  ['a*bc*c', 'abc', false],
  ['a*bc*c', 'abcc', true],
  ['a*b*b*c', 'abc', false],
  ['a*b*b*c', 'abbc', true],
  ['a*bc*cd*e', 'abcde', false],
  ['a*bc*cd*e', 'abccde', true],
  ['a*', 'xa', false],
  ['a.c', 'abc', false],
  ['search/*', 'search/3:1', true],
  ['search/*', 'target/one', false],
  ['target/one', 'search/3:1', false],
])('an entry for %s about %s: %s', (entry, id, covers) =>
  expect(coversCase({ cases: [entry] }, id)).toBe(covers),
);

test('sequences of a search have names of their own', () => {
  expect(anySequence).toBe('search/*');
  expect(sequenceCase('3:1')).toBe('search/3:1');
  expect([sequenceCase('0'), 'target/one'].map(isSequence)).toEqual([true, false]);
  expect([anySequence, sequenceCase('0')].map(isPattern)).toEqual([true, false]);
});

test.each<[different: Partial<BaselineEntry>, same: boolean]>([
  [{ cases: ['tags/one'], reason: 'another', owner: 'somebody' }, true],
  [{ target: 'localstack' }, false],
  [{ rule: 'tag-count' }, false],
  [{ fingerprint: 'v2-bbbbbbbbbbbb' }, false],
])('an entry that differs in %j tells of the same: %s', (different, same) =>
  expect(isAboutTheSame(entryOf(), entryOf(different))).toBe(same),
);

describe('how far a run went', () => {
  it.each<[name: string, run: readonly string[], cases: Readonly<Record<string, Status>>, complete: boolean]>(
    [
      ['all of it', ['target-required', 'tag-count'], {}, true],
      ['a rule less', ['target-required'], {}, false],
      ['a case inconclusive', ['target-required', 'tag-count'], { 'tags/one': 'inconclusive' }, true],
      ['a case in error', ['target-required', 'tag-count'], { 'tags/one': 'error' }, false],
    ],
  )('%s', (_, run, cases, complete) => {
    expect(hasRun(reportOf([], { 'tag-count': { cases } }, run), smallContract).complete).toBe(complete);
  });

  it('is not complete without all of its rules, whatever cases there were', () => {
    const contract = { ...smallContract, rules: new Set([...smallContract.rules, 'source-exists']) };
    expect(hasRun(reportOf([]), contract).complete).toBe(false);
  });
});

describe('what became of an entry', () => {
  const fate = (entry: Partial<BaselineEntry>, findings: readonly Finding[], changes = {}): Fate => {
    const report = reportOf(findings, changes);
    return fateOf(entryOf(entry), report, smallContract, hasRun(report, smallContract));
  };
  const other = findingOf('target-required', 'v2-bbbbbbbbbbbb', ['target/one', 'target/two'], {
    actual: actualValue('a \n\t b'),
  });
  const third = findingOf('target-required', 'v2-cccccccccccc', ['target/one'], { actual: actualValue('c') });
  const foreign = findingOf('tag-count', 'v2-aaaaaaaaaaaa', ['tags/one']);
  const says = (kind: Fate['kind'], message: string, cases: readonly string[] = ['*']): object => ({
    kind,
    cases,
    message,
  });

  it.each<[name: string, actual: Fate, expected: object]>([
    [
      'matched',
      fate({}, [findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/one'])]),
      { kind: 'matched' },
    ],
    [
      'otherwise now, told in one line',
      fate({}, [other, third]),
      says('changed', 'it fails otherwise now: v2-bbbbbbbbbbbb, a b; v2-cccccccccccc, c'),
    ],
    [
      'otherwise now, in its case and in others',
      fate({ cases: ['target/two'] }, [other]),
      says('changed', 'it fails otherwise now: v2-bbbbbbbbbbbb, a b', ['target/two']),
    ],
    ['fails by another rule only', fate({}, [foreign]), says('stale', 'it is no longer seen; remove it')],
    [
      'fails in another case only',
      fate({ cases: ['target/two'] }, [third]),
      says('stale', 'it is no longer seen; remove it', ['target/two']),
    ],
    [
      'a control case that holds now',
      fate({ cases: ['target/one (control case)'] }, []),
      says('stale', 'it is no longer seen; remove it', ['target/one (control case)']),
    ],
    [
      'a name that is no control case',
      fate({ cases: ['target/one (control case) x'] }, []),
      says('vanished', 'the contract has no case target/one (control case) x; remove it', [
        'target/one (control case) x',
      ]),
    ],
    [
      'seen in one of its cases, and not in the other',
      fate({ cases: ['target/one', 'target/two'] }, [
        findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/one']),
      ]),
      says('stale', 'it is no longer seen; remove it', ['target/two']),
    ],
    [
      'a pattern of which nothing is left',
      fate({ cases: ['target/*', 'tags/*'] }, []),
      says('stale', 'they are no longer seen; remove them', ['target/*', 'tags/*']),
    ],
    [
      'a pattern that fits no case',
      fate({ cases: ['odd/*'] }, []),
      says('vanished', 'the contract has no case odd/*; remove it', ['odd/*']),
    ],
    ['a pair that was not tried', fate({ cases: ['pairs/a+b'] }, []), { kind: 'unchecked' }],
    [
      'a rule that was inconclusive',
      fate({}, [], { 'target-required': { status: 'inconclusive' } }),
      says('vanished', 'what it is about was inconclusive, so nothing could match; remove it'),
    ],
    [
      'another rule that was inconclusive',
      fate({}, [], { 'tag-count': { status: 'inconclusive' } }),
      says('stale', 'it is no longer seen; remove it'),
    ],
    [
      'a rule behind one that was inconclusive',
      fate({ rule: 'tag-count' }, [], { 'target-required': { status: 'inconclusive' } }),
      says('stale', 'it is no longer seen; remove it'),
    ],
  ])('%s', (_, actual, expected) => expect(actual).toEqual(expected));
});

describe('a report with a baseline', () => {
  const context = { contract: smallContract, today: '2026-06-15' };
  const seen = findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/one', 'target/two']);
  const tags = findingOf('tag-count', 'v2-dddddddddddd', ['tags/one']);
  const statuses = (findings: readonly Finding[], entries: readonly BaselineEntry[], changes = {}) =>
    applyBaseline(reportOf(findings, changes), baselineOf(entries), context).rules.map(
      ({ status, cases }) => [status, ...cases.map((each) => each.status)],
    );

  it('excuses a rule by its own findings, whatever is wrong with others', () => {
    expect(statuses([seen, tags], [entryOf()])).toEqual([
      ['known', 'known', 'known'],
      ['fail', 'fail', 'pass'],
    ]);
  });

  it('does not excuse a rule one of whose cases fails by nothing that is known', () => {
    const failing = { 'target-required': { status: 'fail', cases: { 'target/two': 'fail' } } };
    const one = findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/one']);
    expect(statuses([one], [entryOf()], failing)[0]).toEqual(['fail', 'known', 'fail']);
  });

  it('does not excuse a case that is something else than failed', () => {
    const odd = { 'target-required': { cases: { 'target/one': 'inconclusive' } } };
    expect(statuses([seen], [entryOf()], odd)[0]).toEqual(['known', 'inconclusive', 'known']);
  });

  it('does not excuse a rule by one of two findings', () => {
    const second = findingOf('target-required', 'v2-bbbbbbbbbbbb', ['target/one']);
    expect(statuses([seen, second], [entryOf()])[0]?.[0]).toBe('fail');
  });

  it('says of a known finding only what its entry does', () => {
    const [plain] = applyBaseline(reportOf([seen]), baselineOf([entryOf()]), context).findings;
    expect(plain?.known).toStrictEqual({ reason: 'a reason', owner: 'maintainers' });
  });

  it('counts the entries for other targets', () => {
    const entries = [entryOf(), entryOf({ target: 'x' }), entryOf({ target: 'y' })];
    expect(applyBaseline(reportOf([seen]), baselineOf(entries), context).baseline).toMatchObject({
      elsewhere: 2,
      matched: 1,
    });
  });

  it.each<[owner: string, isTodo: boolean]>([
    ['TODO', true],
    ['  todo: ask', true],
    ['maintainers', false],
    ['the TODO keepers', false],
    ['xTODO', false],
  ])('asks for an owner in the place of "%s": %s', (owner, isTodo) => {
    const { baseline } = applyBaseline(reportOf([seen]), baselineOf([entryOf({ owner })]), context);
    expect(baseline?.problems.map(({ message }) => message)).toEqual(isTodo ? ['nobody owns it yet'] : []);
  });

  it('keeps the exit code of a run that could not be judged', () => {
    const report = reportOf([]);
    const broken = {
      ...report,
      run: { ...report.run, stopped: { kind: 'interrupted' as const, reason: 'the run was interrupted' } },
    };
    expect(applyBaseline(broken, baselineOf([]), context).summary.exitCode).toBe(2);
  });
});
