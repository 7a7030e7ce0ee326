import { describe, expect, it } from 'vitest';
import type { DriftDifference } from '../contract/generated/types.ts';
import { applyAllowed, readAllowed, type Allowance } from './allowed.ts';

const differences: readonly DriftDifference[] = [
  { path: 'input.A', kind: 'gone', change: 'broken', contract: 'string, optional' },
  { path: 'faults.F', kind: 'status', change: 'broken', contract: '400', sdk: '404' },
];

const read = (...lines: readonly string[]): ReturnType<typeof readAllowed> =>
  readAllowed(`entries:\n${lines.map((line) => `  - { ${line} }\n`).join('')}`, 'known.yaml');

function entries(...lines: readonly string[]): readonly Allowance[] {
  const made = read(...lines);
  if (!made.ok) throw new Error(made.problems[0]?.message);
  return made.entries;
}

const gone = 'path: input.A, kind: gone, reason: it was never sent';
const status = 'path: faults.F, kind: status, sdk: "404", reason: observed';

describe('an allow-list', () => {
  it('marks what it allows, with the reason', () => {
    const { differences: marked, stale } = applyAllowed(differences, entries(gone, status));
    expect(marked.map(({ allowed }) => allowed)).toEqual(['it was never sent', 'observed']);
    expect(stale).toEqual([]);
  });

  it('leaves alone what it does not allow', () => {
    const { differences: marked } = applyAllowed(differences, entries(gone));
    expect(marked).toEqual([{ ...differences[0], allowed: 'it was never sent' }, differences[1]]);
  });

  it.each([
    ['another path', gone.replace('.A', '.B'), 'input.B (gone) is no difference; remove the entry'],
    [
      'another kind',
      gone.replace('gone', 'required'),
      'input.A (required) is no difference; remove the entry',
    ],
    ['another value', status.replace('404', '403'), 'faults.F (status): the SDK says "404", not "403"'],
    ['an end of a path', gone.replace('input.A', 'input'), 'input (gone) is no difference; remove the entry'],
  ])('has an entry without effect: %s', (_, line, message) => {
    const { differences: marked, stale } = applyAllowed(differences, entries(line));
    expect(marked).toEqual(differences);
    expect(stale).toMatchObject([{ file: 'known.yaml', line: 2, column: 5, message }]);
  });

  it('has an entry without effect: said before', () => {
    const { stale } = applyAllowed(differences, entries(gone, status, gone));
    expect(stale).toMatchObject([{ line: 4, message: 'known.yaml:2 allows input.A (gone) already' }]);
  });

  it.each([
    ['no reason', 'path: input.A, kind: gone', 'the member "reason" is missing'],
    ['an empty reason', 'path: input.A, kind: gone, reason: " "', 'entries[0].reason'],
    ['an unknown kind', 'path: input.A, kind: lost, reason: x', 'must be one of gone, added'],
    [
      'no value where the kind does not tell all',
      'path: faults.F, kind: status, reason: x',
      '"sdk" is missing',
    ],
    ['an unknown member', `${gone}, until: never`, 'unknown member "until"'],
  ])('is refused: %s', (_, line, words) => {
    const made = read(line);
    expect(made.ok ? [] : made.problems).toContainEqual(
      expect.objectContaining({
        file: 'known.yaml',
        line: 2,
        message: expect.stringContaining(words) as string,
      }),
    );
  });
});
