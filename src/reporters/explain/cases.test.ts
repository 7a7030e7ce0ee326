import { describe, expect, it } from 'vitest';
import { explainCase, explainCases } from '../../contract/case-explanation.ts';
import { namedCases, type NamedCase } from '../../contract/directed-sequences.ts';
import { explain, type KnownBug } from '../../contract/explanation.ts';
import { casesText, caseText, explainText } from './index.ts';

const bugs: readonly KnownBug[] = [
  { name: 'one', rule: 'copy-arn', caughtBy: ['copy-arn'], foundBy: ['isolation/region'] },
  {
    name: 'two',
    rule: 'copy-arn',
    caughtBy: ['copy-arn'],
    foundBy: ['copy-members/arn', 'isolation/region'],
  },
  { name: 'three', rule: 'copy-arn', caughtBy: ['copy-arn'], foundBy: [] },
];

const named = (id: string): NamedCase => {
  const found = namedCases().find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`there is no case ${id}`);
  return found;
};

describe('explain CASE', () => {
  it('tells which bugs a sequence finds, and which it alone', () => {
    expect(caseText(explainCase(named('isolation/region'), bugs))).toBe(
      [
        'isolation/region  (copy-arn, sequence)',
        'a copy in another Region is there alone, and its name is free here',
        '',
        'Finds 2 of 3 endpoints with a bug',
        '',
        'Bugs that it alone finds',
        '  one',
        '',
        'Bugs that others find, too',
        '  two',
        '',
      ].join('\n'),
    );
  });

  it('tells of a case that finds none', () => {
    const text = caseText(explainCase(named('source-lookup/own-name'), bugs));
    expect(text).toBe(
      'source-lookup/own-name  (source-exists, copied)\nan own snapshot by its name\n\nFinds 0 of 3 endpoints with a bug\n',
    );
  });
});

describe('explain --cases', () => {
  it('has a line for each, and how many could be missed', () => {
    const [one, two, three] = [
      'isolation/region',
      'source-lookup/own-name',
      'source-lookup/unknown-name',
    ].map((id) => explainCase(named(id), bugs));
    const lines = casesText([one, two, three].flatMap((each) => (each === undefined ? [] : [each]))).split(
      '\n',
    );
    expect(lines[0]?.split(/ {2,}/)).toEqual(['case', 'rule', 'claim', 'bugs', 'alone', 'title']);
    expect(lines[1]?.split(/ {2,}/).slice(0, 5)).toEqual([
      'isolation/region',
      'copy-arn',
      'sequence',
      '2',
      '1',
    ]);
    expect(lines.slice(4)).toEqual([
      '',
      '1 of 3 find some bug alone, 0 only bugs that others find, too, 2 none',
      '',
    ]);
  });

  it('has all cases and sequences', () => {
    expect(explainCases(bugs).map(({ id }) => id)).toEqual(namedCases().map(({ id }) => id));
  });
});

it('explain RULE tells which bug one of its cases alone finds', () => {
  expect(explainText(explain('copy-arn', bugs))).toContain(
    '\nBugs that one case alone finds\n  one: isolation/region\n',
  );
  expect(explainText(explain('copy-inherits', bugs))).not.toContain('one case alone');
});
