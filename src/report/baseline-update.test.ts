import { expect, test } from 'vitest';
import type { Finding } from '../contract/generated/types.ts';
import { readBaseline } from './baseline-file.ts';
import { findingOf, reportOf, smallContract } from '../../test-support/baseline-reports.ts';
import { actualValue } from '../../test-support/said.ts';
import { updateBaseline } from './baseline-update.ts';

const context = { contract: smallContract, today: '2026-06-15' };
const first = findingOf('target-required', 'v2-aaaaaaaaaaaa', ['target/one', 'target/two']);
const second = findingOf('tag-count', 'v2-111111111111', ['tags/one']);

function update(text: string, findings: readonly Finding[], run?: readonly string[]) {
  const read = text === '' ? undefined : readBaseline(text, 'b.yaml');
  if (read?.ok === false) throw new Error(JSON.stringify(read.problems));
  const report = reportOf(findings, {}, run);
  return updateBaseline(text, read?.baseline ?? { file: 'b.yaml', entries: [] }, report, context);
}

/** A file with its last entry in a style of its own. */
const file = `# Ours.

version: 2
entries:
  # the tags
  - rule: tag-count
    target: moto
    cases: ['*'] # wherever it is
    actual: { kind: rejection, code: what v2-111111111111 shows }
    fingerprint: v2-111111111111
    reason: >-
      because
      it is so
    owner: me
  - { rule: target-required, target: moto, cases: ['*'], actual: { kind: rejection, code: what v2-aaaaaaaaaaaa shows }, fingerprint: v2-aaaaaaaaaaaa, reason: why, owner: me, link: 'https://example.org/' }
`;

test('a new file, in the order of the catalogue, that can be read', () => {
  const { text, changes } = update('', [second, first]);
  expect(changes).toEqual([
    'added tag-count (tags/one) v2-111111111111: what v2-111111111111 shows',
    'added target-required (2 cases) v2-aaaaaaaaaaaa: what v2-aaaaaaaaaaaa shows',
  ]);
  expect(text).toMatch(
    /^# Known deviations[^]*\n\nversion: 2\nentries:\n {2}- rule: target-required\n[^]*- rule: tag-count\n/,
  );
  expect(text).toContain(
    [
      '    target: moto',
      '    cases: [ tags/one ]',
      '    actual: { kind: rejection, code: what v2-111111111111 shows }',
      '    fingerprint: v2-111111111111',
      '    reason: TODO',
      '    owner: TODO',
    ].join('\n'),
  );
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
    'removed gone (*) v2-111111111111: vanished',
    'removed target-required (*) v2-aaaaaaaaaaaa: stale',
  ]);
  expect(text).toMatch(/# Ours\.\n\nversion: 2\nentries: \[\]\n/);
});

test('an entry whose deviation changed tells of the new one, and waits for somebody to look again', () => {
  const changed = { ...second, fingerprint: 'v2-222222222222', actual: actualValue('another thing') };
  const { text, changes } = update(file, [first, changed]);
  expect(changes).toEqual(['changed tag-count (*) v2-111111111111 to v2-222222222222: another thing']);
  expect(text).toContain(
    '    actual: { kind: rejection, code: another thing }\n    fingerprint: v2-222222222222\n',
  );
  expect(text).toContain('    review: does the reason still hold? v2-111111111111 became v2-222222222222\n');
  expect(text).toMatch(/reason: >-\s+because\s+it is so/);
  const again = update(text, [first, { ...changed, fingerprint: 'v2-333333333333' }]);
  expect(again.text.match(/review:/g)).toHaveLength(1);
});

test('where somebody named cases, the entry takes what else shows it, and gives up what no longer does', () => {
  const chosen = file.replace(
    "target-required, target: moto, cases: ['*']",
    'target-required, target: moto, cases: [target/two]',
  );
  const { changes, text } = update(chosen, [first, second]);
  expect(changes).toEqual(['added to target-required (target/two) v2-aaaaaaaaaaaa: target/one']);
  expect(text).toContain('cases: [ target/two, target/one ]');
  const fewer = update(text, [{ ...first, cases: ['target/one'] }, second]);
  expect(fewer.changes).toEqual([
    'removed from target-required (2 cases) v2-aaaaaaaaaaaa: target/two: stale',
  ]);
  expect(fewer.text).toContain('cases: [ target/one ]');
});

test('cases of one entry go together, for whatever reason each of them goes', () => {
  const chosen = file.replace(
    "target-required, target: moto, cases: ['*']",
    'target-required, target: moto, cases: [target/one, target/two, target/gone]',
  );
  const { changes, text } = update(chosen, [{ ...first, cases: ['target/one'] }, second]);
  expect(changes).toEqual([
    'removed from target-required (3 cases) v2-aaaaaaaaaaaa: target/gone: vanished',
    'removed from target-required (2 cases) v2-aaaaaaaaaaaa: target/two: stale',
  ]);
  expect(text).toContain('cases: [ target/one ]');
});

test('where somebody chose a pattern, what it does not cover gets an entry of its own', () => {
  const chosen = file.replace(
    "target-required, target: moto, cases: ['*']",
    "target-required, target: moto, cases: ['*/two']",
  );
  expect(update(chosen, [first, second]).changes).toEqual([
    'added target-required (target/one) v2-aaaaaaaaaaaa: what v2-aaaaaaaaaaaa shows',
  ]);
});

test('what a search found is named as such, and once if a case shows it too', () => {
  const found = { ...first, cases: ['search/3', 'search/5'] };
  expect(update('', [found]).changes).toEqual([
    expect.stringMatching(/^added target-required \(search\/\*\)/),
  ]);
});

test('what was not looked at stays, and so does what is about another target', () => {
  expect(update(file, [second], ['tag-count']).changes).toEqual([]);
  const elsewhere = file.replaceAll('target: moto', 'target: localstack');
  expect(update(elsewhere, [first]).changes).toEqual([
    'added target-required (2 cases) v2-aaaaaaaaaaaa: what v2-aaaaaaaaaaaa shows',
  ]);
});

test('a finding below the gate gets no entry, and keeps one', () => {
  const below = { ...first, gating: false };
  expect(update('', [below]).changes).toEqual([]);
  expect(update(file, [below, second]).changes).toEqual([]);
});

test('an entry whose deviation changed keeps the cases in which the new one shows', () => {
  const chosen = file.replace(
    "target-required, target: moto, cases: ['*']",
    'target-required, target: moto, cases: [target/one, target/two]',
  );
  const changed = {
    ...first,
    cases: ['target/two'],
    fingerprint: 'v2-222222222222',
    actual: actualValue('another thing'),
  };
  expect(update(chosen, [changed, second]).text).toContain('cases: [ target/two ]');
});
