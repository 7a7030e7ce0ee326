import { expect, it } from 'vitest';
import { fromSpans, toSpans } from './spans.ts';

it.each<[numbers: readonly number[], text: string]>([
  [[], ''],
  [[0], '0'],
  [[0, 1, 2, 7], '0-2 7'],
  [[3, 5, 6, 10, 11, 12], '3 5-6 10-12'],
])('%j is %j', (numbers, text) => {
  expect(toSpans(numbers)).toBe(text);
  expect(fromSpans(text)).toEqual(numbers);
});
