import { expect, test } from 'vitest';
import { readBaseline } from './baseline-file.ts';

const entry = (more = '') =>
  `  - { rule: tag-count, case: '*', target: moto, fingerprint: '0123456789ab', reason: why, owner: me${more} }\n`;

test('an entry knows its place', () => {
  const read = readBaseline(`# about\nentries:\n${entry()}`, 'b.yaml');
  expect(read).toMatchObject({
    ok: true,
    baseline: { entries: [{ rule: 'tag-count', line: 3, column: 5 }] },
  });
});

test.each([
  { name: 'no YAML', given: 'entries: [', expected: /^1:\d+ / },
  { name: 'nothing', given: '', expected: /^1:1 / },
  { name: 'no list', given: 'entries: yes', expected: /^1:10 entries: must be array/ },
  {
    name: 'a fingerprint that is a number',
    given: `entries:\n${entry().replace("'0123456789ab'", '012345678901')}`,
    expected: /^2:\d+ entries\[0\]\.fingerprint: must be string/,
  },
  {
    name: 'no day',
    given: `entries:\n${entry(', expires: tomorrow')}`,
    expected: /^2:\d+ entries\[0\]\.expires/,
  },
  { name: 'unknown member', given: `entries:\n${entry(', why: 1')}`, expected: /unknown member "why"/ },
  {
    name: 'no owner',
    given: `entries:\n${entry().replace(', owner: me', '')}`,
    expected: /"owner" is missing/,
  },
  {
    name: 'an entry twice',
    given: `entries:\n${entry()}${entry()}`,
    expected: /^3:5 the entry in line 2 covers/,
  },
  {
    name: 'an entry that another one covers',
    given: `entries:\n${entry().replace("'*'", 'tags/one')}${entry()}`,
    expected: /^2:5 the entry in line 3 covers/,
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
  expect(readBaseline(`entries:\n${entry().replace('reason: why', 'reason: ')}`, 'b.yaml').ok).toBe(true);
});
