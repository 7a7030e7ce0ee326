import { describe, expect, it } from 'vitest';
import type { PairResult } from '../contract/generated/types.ts';
import { orderOf } from './precedence.ts';

const told = (first: string, second: string, answered?: string): PairResult => ({
  rules: [first, second],
  ...(answered !== undefined && { answered }),
  actual: { kind: 'rejection', code: 'Fault', status: 400 },
});

describe('the order that answers imply', () => {
  it.each<[string, readonly PairResult[], readonly string[][], readonly string[][]]>([
    ['nothing', [], [], []],
    ['answers that tell nothing', [told('a', 'b')], [], []],
    ['one after the other', [told('a', 'b', 'a'), told('b', 'c', 'b')], [['a'], ['b'], ['c']], []],
    ['the other way round', [told('a', 'b', 'b'), told('b', 'c', 'c')], [['c'], ['b'], ['a']], []],
    ['two beside each other', [told('a', 'c', 'a'), told('b', 'c', 'b')], [['a', 'b'], ['c']], []],
    [
      'the longest way decides',
      [told('a', 'd', 'a'), told('a', 'b', 'a'), told('b', 'c', 'b'), told('c', 'd', 'c')],
      [['a'], ['b'], ['c'], ['d']],
      [],
    ],
    [
      'a circle, and what comes after it',
      [told('a', 'b', 'a'), told('b', 'c', 'b'), told('a', 'c', 'c'), told('c', 'd', 'c')],
      [['a', 'b', 'c'], ['d']],
      [['a', 'b', 'c']],
    ],
  ])('%s', (_, pairs, order, unordered) => {
    expect(orderOf(pairs)).toEqual({ order, unordered });
  });
});
