import { expect, it } from 'vitest';
import { brokenIf, worst, type Ternary } from './ternary.ts';

it.each<{ given: readonly Ternary[]; expected: Ternary }>([
  { given: [], expected: 'kept' },
  { given: ['kept', 'kept'], expected: 'kept' },
  { given: ['kept', 'unspecified'], expected: 'unspecified' },
  { given: ['unspecified', 'kept'], expected: 'unspecified' },
  { given: ['kept', 'broken'], expected: 'broken' },
  { given: ['unspecified', 'broken', 'kept'], expected: 'broken' },
])('the worst of $given is $expected', ({ given, expected }) => {
  expect(worst(given, (item) => item)).toBe(expected);
});

it('looks no further than the first that is broken', () => {
  const seen: Ternary[] = [];
  worst<Ternary>(['kept', 'broken', 'kept'], (item) => {
    seen.push(item);
    return item;
  });
  expect(seen).toEqual(['kept', 'broken']);
});

it('is broken only if the condition holds', () => {
  expect(brokenIf(true)).toBe('broken');
  expect(brokenIf(false)).toBe('kept');
});
