import { expect, it } from 'vitest';
import { makeRunId } from './run-id.ts';

it('is made of the digits that the random numbers give, other ones each time', () => {
  const numbers = [0, 0.5, 0.999_999, 0.1, 0.25, 0.75];
  expect(makeRunId(() => numbers.shift() ?? 0)).toBe('0iz39r');
  expect(makeRunId()).toMatch(/^[0-9a-z]{6}$/);
  expect(makeRunId()).not.toBe(makeRunId());
});
