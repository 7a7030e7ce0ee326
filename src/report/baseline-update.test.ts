import { expect, test } from 'vitest';
import type { Finding } from '../contract/generated/types.ts';
import { readBaseline } from './baseline-file.ts';
import { findingOf, reportOf, smallContract } from '../../test-support/baseline-reports.ts';
import { updateBaseline } from './baseline-update.ts';

const context = { contract: smallContract, today: '2026-06-15' };
const first = findingOf('target-required', 'aaaaaaaaaaaa', ['target/one', 'target/two']);
const second = findingOf('tag-count', '111111111111', ['tags/one']);

function update(text: string, findings: readonly Finding[], run?: readonly string[]) {
  const read = text === '' ? undefined : readBaseline(text, 'b.yaml');
  if (read?.ok === false) throw new Error(JSON.stringify(read.problems));
  const report = reportOf(findings, {}, run);
  return updateBaseline(text, read?.baseline ?? { file: 'b.yaml', entries: [] }, report, context);
}

/** A file with its last entry in a style of its own. */
const file = `# Ours.

entries:
  # the tags
  - rule: tag-count
    case: '*' # wherever it is
    target: moto
    fingerprint: '111111111111'
    reason: >-
      because
      it is so
    owner: me
  - { rule: target-required, case: '*', target: moto, fingerprint: 'aaaaaaaaaaaa', reason: why, owner: me, link: 'https://example.org/' }
`;

test('a new file, in the order of the catalogue, that can be read', () => {
  const { text, changes } = update('', [second, first]);
  expect(changes).toEqual([
    'added tag-count (*) 111111111111: what 111111111111 shows',
    'added target-required (*) aaaaaaaaaaaa: what aaaaaaaaaaaa shows',
  ]);
  expect(text).toMatch(
    /^# Known deviations[^]*\n\nentries:\n {2}- rule: target-required\n[^]*- rule: tag-count\n/,
  );
  expect(text).toContain("fingerprint: '111111111111'\n    reason: TODO\n    owner: TODO\n");
  expect(readBaseline(text, 'b.yaml').ok).toBe(true);
});

test('nothing to change once it is in order', () => {
  const once = update(file, [first, second]);
  expect(once.changes).toEqual([]);
  expect(update(once.text, [second, first])).toEqual({ text: once.text, changes: [] });
});

test('reasons, comments, links and styles stay when entries move', () => {
  const { text } = update(file, [first, second]);
  for (const kept of [
    '# Ours.',
    '# the tags\n  - rule: tag-count',
    '# wherever it is',
    'reason: >-',
    'https://',
  ])
    expect(text).toContain(kept);
  expect(text.indexOf('target-required')).toBeLessThan(text.indexOf('tag-count'));
});

test('stale and vanished entries go', () => {
  const vanished = file.replace('rule: tag-count', 'rule: gone');
  const { text, changes } = update(vanished, []);
  expect(changes).toEqual([
    'removed gone (*) 111111111111: vanished',
    'removed target-required (*) aaaaaaaaaaaa: stale',
  ]);
  expect(text).toMatch(/# Ours\.\n\nentries: \[\]\n/);
});

test('an entry whose deviation changed takes the new fingerprint, and its reason waits for somebody', () => {
  const changed = { ...second, fingerprint: '222222222222' };
  const { text, changes } = update(file, [first, changed]);
  expect(changes).toEqual(['changed tag-count (*) 111111111111 to 222222222222: what 111111111111 shows']);
  expect(text).toContain("fingerprint: '222222222222'");
  expect(text).toMatch(/reason: >-\s+TODO see whether this still holds: because it is so/);
  const again = update(text, [first, { ...second, fingerprint: '333333333333' }]);
  expect(again.text.match(/TODO/g)).toHaveLength(1);
});

test('where somebody chose cases, the others get entries of their own', () => {
  const chosen = file.replace("target-required, case: '*'", 'target-required, case: target/two');
  expect(update(chosen, [first, second]).changes).toEqual([
    'added target-required (target/one) aaaaaaaaaaaa: what aaaaaaaaaaaa shows',
  ]);
});

test('what a search found is named as such, and once if a case shows it too', () => {
  const found = { ...first, cases: ['search/3'] };
  expect(update('', [found]).changes[0]).toMatch(/^added target-required \(search\/\*\)/);
  expect(update('', [first, found]).changes).toHaveLength(1);
});

test('what was not looked at stays, and so does what is about another target', () => {
  expect(update(file, [second], ['tag-count']).changes).toEqual([]);
  const elsewhere = file.replaceAll('target: moto', 'target: localstack');
  expect(update(elsewhere, [first]).changes).toEqual([
    'added target-required (*) aaaaaaaaaaaa: what aaaaaaaaaaaa shows',
  ]);
});

test('a finding below the gate gets no entry, and keeps one', () => {
  const below = { ...first, gating: false };
  expect(update('', [below]).changes).toEqual([]);
  expect(update(file, [below, second]).changes).toEqual([]);
});
