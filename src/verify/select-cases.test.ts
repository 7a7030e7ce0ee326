import { describe, expect, it } from 'vitest';
import { directedCase } from '../../test-support/fakes.ts';
import { isWhole, selectCases, type Selection } from './select-cases.ts';

const contract = [
  directedCase({ id: 'tags/one', title: 'one Tag', rule: 'tag-count' }),
  directedCase({ id: 'tags/two', title: 'two tags', rule: 'tag-count' }),
  directedCase({ id: 'target/one', title: 'a name', rule: 'target-unique' }),
];

/** The ids of what is selected, or the complaint. */
function selected(selection: Selection): readonly string[] | string {
  try {
    return selectCases(selection, contract).map(({ id }) => id);
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

describe('a selection', () => {
  it.each<[name: string, given: Selection, expected: readonly string[]]>([
    ['of nothing in particular', {}, ['tags/one', 'tags/two', 'target/one']],
    ['a rule', { rules: ['target-unique'] }, ['target/one']],
    ['a case', { cases: ['tags/two'] }, ['tags/two']],
    [
      'cases, in the order of the contract',
      { cases: ['target/one', 'tags/one'] },
      ['tags/one', 'target/one'],
    ],
    ['a pattern', { cases: ['*/one'] }, ['tags/one', 'target/one']],
    ['the case of a control case', { cases: ['tags/two (control case)'] }, ['tags/two']],
    ['words of the title, whichever case', { grep: 'TAG' }, ['tags/one', 'tags/two']],
    ['words of the id', { grep: '/one' }, ['tags/one', 'target/one']],
    ['all but a rule', { excludeRules: ['tag-count'] }, ['target/one']],
    ['what all of it has', { rules: ['tag-count'], cases: ['*/one'], grep: 'one' }, ['tags/one']],
  ])('%s', (_, given, expected) => {
    expect(selected(given)).toEqual(expected);
  });

  it.each<[name: string, given: Selection, expected: string]>([
    ['a misspelt case', { cases: ['tag/one'] }, 'There is no case "tag/one"; did you mean "tags/one"?'],
    ['an unknown case beside a known one', { cases: ['tags/one', 'x'] }, 'There is no case "x"; `verify'],
    ['a pattern that fits nothing', { cases: ['*three'] }, 'No case fits "*three"'],
    ['a sequence of a search', { cases: ['search/3'] }, 'a sequence of a search: `replay`'],
    ['a pair of rules', { cases: ['pairs/a+b'] }, 'a pair of rules: `--rule`'],
    ['nothing that is left', { rules: ['tag-count'], excludeRules: ['tag-count'] }, 'nothing would be run'],
    ['words that nothing has', { grep: 'x' }, 'nothing would be run'],
  ])('is refused: %s', (_, given, expected) => {
    expect(selected(given)).toMatch(/^UsageError: /);
    expect(selected(given)).toContain(expected);
  });

  it('is whole where at most something is excluded', () => {
    expect([{}, { excludeRules: ['tag-count' as const] }].map(isWhole)).toEqual([true, true]);
    expect([{ rules: [] }, { cases: [] }, { grep: '' }].map(isWhole)).toEqual([false, false, false]);
  });
});
