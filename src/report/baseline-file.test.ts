import { expect, test } from 'vitest';
import { readBaseline } from './baseline-file.ts';

const entry = (more = '') =>
  `  - { rule: tag-count, cases: ['*'], target: moto, actual: { kind: copy }, fingerprint: 'v2-0123456789ab', reason: why, owner: me${more} }\n`;

test('an entry knows its place', () => {
  const read = readBaseline(`# about\nversion: 2\nentries:\n${entry()}`, 'b.yaml');
  expect(read).toMatchObject({
    ok: true,
    baseline: { entries: [{ rule: 'tag-count', line: 4, column: 5 }] },
  });
});

test.each([
  { name: 'no YAML', given: 'entries: [', expected: /^1:\d+ / },
  { name: 'nothing', given: '', expected: /^1:1 / },
  { name: 'no list', given: 'version: 2\nentries: yes', expected: /^2:10 entries: must be array/ },
  {
    name: 'a fingerprint that is a number',
    given: `version: 2\nentries:\n${entry().replace("'v2-0123456789ab'", '12345')}`,
    expected: /^3:\d+ entries\[0\]\.fingerprint: must be string/,
  },
  {
    name: 'no day',
    given: `version: 2\nentries:\n${entry(', expires: tomorrow')}`,
    expected: /^3:\d+ entries\[0\]\.expires/,
  },
  {
    name: 'unknown member',
    given: `version: 2\nentries:\n${entry(', why: 1')}`,
    expected: /unknown member "why"/,
  },
  {
    name: 'no owner',
    given: `version: 2\nentries:\n${entry().replace(', owner: me', '')}`,
    expected: /"owner" is missing/,
  },
  {
    name: 'an entry twice',
    given: `version: 2\nentries:\n${entry()}${entry()}`,
    expected: /^4:5 the entry in line 3 covers/,
  },
  {
    name: 'an entry that another one covers',
    given: `version: 2\nentries:\n${entry().replace("'*'", "'tags/one'")}${entry()}`,
    expected: /^3:5 the entry in line 4 covers/,
  },
])('invalid: $name', ({ given, expected }) => {
  const read = readBaseline(given, 'b.yaml');
  const problems = read.ok ? [] : read.problems;
  expect(problems).toHaveLength(1);
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join()).toMatch(
    expected,
  );
});

test('a blank reason is for the run to judge', () => {
  expect(
    readBaseline(`version: 2\nentries:\n${entry().replace('reason: why', 'reason: ')}`, 'b.yaml').ok,
  ).toBe(true);
});

test('a file of version 1 is told what to do', () => {
  const old =
    "entries:\n  - { rule: tag-count, case: '*', target: moto, fingerprint: '0123456789ab', reason: why, owner: me }\n";
  const read = readBaseline(old, 'b.yaml');
  expect(read.ok ? [] : read.problems.map(({ message }) => message)).toEqual([
    'a baseline of version 1: `baseline upgrade b.yaml --report REPORT` turns it into one of version 2',
  ]);
});
