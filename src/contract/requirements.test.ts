import { describe, expect, it } from 'vitest';
import { requirementProblems } from './consistency.ts';
import { requirementSets, rules } from './generated/catalogue.ts';
import type { RequirementSet } from './generated/types.ts';
import { changesSince, requirementSet, standingsToday } from './requirements.ts';

const known = new Set<string>(rules.map(({ id }) => id));

describe('requirement sets', () => {
  it('are found by their name, the oldest first', () => {
    const names = requirementSets.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names.map((name) => requirementSet(name).name)).toEqual(names);
  });

  it.each(requirementSets)('$name names known rules only', ({ rules: required }) => {
    expect(Object.keys(required).filter((id) => !known.has(id))).toEqual([]);
    expect(Object.keys(required).length).toBeGreaterThan(50);
  });
});

describe('what stands otherwise today', () => {
  const today = standingsToday();
  const since = (change: Partial<RequirementSet['rules']>) =>
    changesSince({ rules: { ...today, ...change } as RequirementSet['rules'] });

  it('is nothing where nothing changed', () => {
    expect(since({})).toEqual([]);
  });

  it('is what is better known, or less', () => {
    expect(since({ 'copy-arn': { behaviour: 'inferred' } })).toEqual([
      { rule: 'copy-arn', aspect: 'behaviour', then: 'inferred', now: 'documented' },
    ]);
  });

  it('is what was not there, and what is not there any more', () => {
    const { 'source-required': _, ...others } = today;
    expect(changesSince({ rules: { ...others, gone: { behaviour: 'sibling' } } })).toEqual([
      { rule: 'source-required', aspect: 'behaviour', now: 'documented' },
      { rule: 'source-required', aspect: 'fault', now: 'inferred' },
      { rule: 'gone', aspect: 'behaviour', then: 'sibling' },
    ]);
  });
});

describe('a file of a set', () => {
  const at = { line: 3, column: 1 };
  const problems = (value: RequirementSet, file = 'spec/requirements/2026-11.yaml') =>
    requirementProblems(file, { value, locate: () => at }, known).map(({ message }) => message);
  const set = {
    name: '2026-11',
    date: '2026-11-27',
    rules: { 'copy-arn': { behaviour: 'documented' } },
  } as const;

  it('that is well has no problems', () => {
    expect(problems(set)).toEqual([]);
  });

  it.each<[name: string, value: RequirementSet, message: string]>([
    [
      'another name than its file',
      { ...set, name: '2026-10', date: '2026-10-01' },
      'the set is called 2026-10, and its file is not',
    ],
    ['a day of another month', { ...set, date: '2026-12-01' }, '2026-12-01 is no day of 2026-11'],
    [
      'a rule that is not there',
      { ...set, rules: { nonsense: { behaviour: 'sibling' } } },
      'no rule is called nonsense',
    ],
  ])('with %s is told of', (_, value, message) => {
    expect(problems(value)).toEqual([message]);
  });
});
