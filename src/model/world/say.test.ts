import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { echoLimit, fillMessage, say, type Said } from './say.ts';

const long = 'x'.repeat(1000);

test.each<{ name: string; given: string; expected: string }>([
  { name: 'nothing of what is short', given: say`Port ${80}: ${'a'}`, expected: 'Port 80: a' },
  { name: 'nothing of 200 characters', given: say`${'y'.repeat(200)}!`, expected: `${'y'.repeat(200)}!` },
  { name: 'a long value', given: say`No ${long} here`, expected: `No ${'x'.repeat(200)}… here` },
  {
    name: 'the long one of two values',
    given: say`${long} is not of type ${'integer'}.`,
    expected: `${'x'.repeat(193)}… is not of type integer.`,
  },
  {
    name: 'two long values to equal lengths',
    given: say`${long} or ${long}`,
    expected: `${'x'.repeat(100)}… or ${'x'.repeat(100)}…`,
  },
  {
    name: 'two values that are too long only together',
    given: say`${'x'.repeat(150)}|${'y'.repeat(150)}`,
    expected: `${'x'.repeat(100)}…|${'y'.repeat(100)}…`,
  },
  {
    name: 'nothing of the one that has just room',
    given: say`${'x'.repeat(100)}|${'y'.repeat(300)}`,
    expected: `${'x'.repeat(100)}|${'y'.repeat(100)}…`,
  },
  { name: 'where no pair is', given: say`${`😀${'x'.repeat(300)}`}`, expected: `😀${'x'.repeat(198)}…` },
  { name: 'no character in two', given: say`${'😀'.repeat(101)}${'a'}`, expected: `${'😀'.repeat(99)}…a` },
  { name: 'nothing that is not there', given: say`[${undefined}]`, expected: '[]' },
  {
    name: 'a value of the catalogue',
    given: fillMessage('Key [{key}] of {source}', { key: long, source: 'a' }),
    expected: `Key [${'x'.repeat(199)}…] of a`,
  },
  {
    name: 'braces of a value nowhere else',
    given: fillMessage('{a} and {b}', { a: '{b}', b: '$&' }),
    expected: '{b} and $&',
  },
  { name: 'a name without a value to nothing', given: fillMessage('[{none}]', {}), expected: '[]' },
])('cuts $name', ({ given, expected }) => {
  expect(given).toBe(expected);
});

test('values take up 200 characters and their ellipses at most, and the words stand', () => {
  const value: fc.Arbitrary<Said> = fc.oneof(fc.string({ maxLength: 400 }), fc.integer());
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      const message = say`<<${a}||${b}||${c}>>`;
      expect(message.startsWith('<<') && message.endsWith('>>')).toBe(true);
      expect(message.length).toBeLessThanOrEqual(8 + echoLimit + 3);
      const whole = `<<${a}||${b}||${c}>>`;
      if (whole.length <= 8 + echoLimit) expect(message).toBe(whole);
    }),
    { seed: 20260101 },
  );
});
