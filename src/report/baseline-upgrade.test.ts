import { expect, test } from 'vitest';
import { findingOf, reportOf, smallContract } from '../../test-support/baseline-reports.ts';
import { readBaseline } from './baseline-file.ts';
import { upgradeBaseline } from './baseline-upgrade.ts';

const context = { contract: smallContract, today: '2026-06-15' };
const entry = (rule: string, fingerprint: string, reason: string, target = 'moto', cases = '*') => ({
  rule,
  case: cases,
  target,
  fingerprint,
  reason,
  owner: `owner of ${reason}`,
});
const text = `# Ours: why and how.
entries:
  - { rule: tag-count, case: '*', target: moto, fingerprint: '111111111111', reason: so, owner: me }
`;
const commented = `# Ours: why and how.
entries:
  # About the target.
  - { rule: target-required, case: target/one, target: moto, fingerprint: aaaaaaaaaaaa, reason: one, owner: me }
  # The tags: an issue of theirs.
  # In two lines.
  - rule: tag-count
    case: '*'
    target: moto
    fingerprint: '111111111111' # seen first in May
    reason: two
    owner: me
# The end.
`;
const findings = [
  findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/one', 'target/two']),
  findingOf('tag-count', 'v2-bbbbbbbbbbbb', ['tags/one']),
];
const upgrade = (...entries: readonly ReturnType<typeof entry>[]) =>
  upgradeBaseline(text, { entries }, [reportOf(findings)], context);

test('an old entry gives the new one its reason and owner, and the file keeps its comment', () => {
  const {
    text: fresh,
    changes,
    missing,
  } = upgrade({ ...entry('target-required', 'aaaaaaaaaaaa', 'one') }, {
    ...entry('tag-count', '111111111111', 'two'),
    link: 'https://example.org/',
    expires: '2026-07-01',
  } as never);
  expect(missing).toEqual([]);
  expect(fresh).toMatch(/^# Ours: why and how\.\n\nversion: 2\n/);
  const read = readBaseline(fresh, 'b.yaml');
  expect(read).toMatchObject({
    ok: true,
    baseline: {
      entries: [
        {
          rule: 'target-required',
          cases: ['target/one', 'target/two'],
          reason: 'one',
          owner: 'owner of one',
        },
        { rule: 'tag-count', reason: 'two', link: 'https://example.org/', expires: '2026-07-01' },
      ],
    },
  });
  expect(fresh).not.toContain('review');
  expect(changes).toEqual([
    'target-required (*) aaaaaaaaaaaa became target-required v2-aaaaaaaaaaaa',
    'tag-count (*) 111111111111 became tag-count v2-bbbbbbbbbbbb',
  ]);
});

test('comments stay where they were: at the head, with their entries, at the end', () => {
  const { text: fresh } = upgradeBaseline(
    commented,
    {
      entries: [
        entry('target-required', 'aaaaaaaaaaaa', 'one', 'moto', 'target/one'),
        entry('tag-count', '111111111111', 'two'),
      ],
    },
    [reportOf(findings)],
    context,
  );
  const lines = fresh.split('\n').map((line) => line.trim());
  const after = (comment: string): string | undefined => lines[lines.indexOf(comment) + 1];
  expect(lines[0]).toBe('# Ours: why and how.');
  expect(after('# About the target.')).toBe('- rule: target-required');
  expect(after('# In two lines.')).toBe('# seen first in May');
  expect(after('# seen first in May')).toBe('- rule: tag-count');
  expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(6);
  expect(readBaseline(fresh, '')).toMatchObject({ ok: true });
});

test('where several old entries may be meant, all their reasons wait for somebody', () => {
  const { text: fresh } = upgrade(
    entry('target-required', 'aaaaaaaaaaaa', 'one'),
    entry('target-required', 'bbbbbbbbbbbb', 'two'),
    entry('target-required', 'cccccccccccc', 'elsewhere', 'moto', 'tags/two'),
  );
  expect(fresh).toContain(
    '2 old entries may be meant (aaaaaaaaaaaa, owner of one; bbbbbbbbbbbb, owner of two): keep what fits',
  );
  expect(fresh).toMatch(/one\s+two/);
  expect(fresh).not.toContain('elsewhere');
});

test('what fits no finding is told, and so is a finding that no entry fits', () => {
  expect(upgrade(entry('tag-count', '111111111111', 'gone', 'moto', 'tags/two')).changes).toEqual([
    'new target-required v2-aaaaaaaaaaaa: no old entry is about it',
    'new tag-count v2-bbbbbbbbbbbb: no old entry is about it',
    'dropped tag-count (tags/two) 111111111111: the report shows no deviation from the rule in its cases',
  ]);
});

test('a target of which there is no report is missing', () => {
  expect(upgrade(entry('tag-count', '111111111111', 'one', 'other')).missing).toEqual(['other']);
});
