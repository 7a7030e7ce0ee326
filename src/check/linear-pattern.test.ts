import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearPattern } from './linear-pattern.ts';

const seed = 20261124;

/** Whether a pattern matches; throws where it is refused. */
function matches(pattern: string, text: string): boolean {
  const compiled = linearPattern(pattern);
  if (!compiled.ok) throw new Error(`${pattern}: ${compiled.message}`);
  return compiled.test(text);
}

const classItem = fc.constantFrom(
  ...['a-f', '0-9', '\\d', '\\w', '\\s', '\\S', '\\D', '\\W', '\\p{L}', '\\P{Lu}', '\\p{Script=Greek}', 'é'],
  ...['[', '&&', ':', '\\]', '\\-', '\\b', '\\u{1F600}', '\\ud83d\\ude00', '.', '$', '\\x41', '\\cJ', '\\0'],
);
const atom = fc.oneof(
  fc.constantFrom(
    ...['a', 'B', 'é', '-', ':', '\u{1F600}', '.', '\\.', '\\/', '\\d', '\\w', '\\s', '\\S', '\\b', '\\B'],
    ...['\\p{Lu}', '\\P{L}', '\\p{Letter}', '\\p{gc=Nd}', '\\p{ASCII}', '\\P{ASCII}', '\\p{sc=Greek}'],
    ...['[]', '[^]', '\\u0041', '\\t', '\\v', '\\cA', '\\0', '^', '$'],
  ),
  fc
    .tuple(fc.constantFrom('[', '[^'), fc.array(classItem, { minLength: 1, maxLength: 3 }))
    .map(([open, items]) => `${open}${items.join('')}]`),
);
const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc
      .tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('pattern'), fc.constantFrom('', '*', '+?', '{0,2}'))
      .map(([open, inner, times]) => `${open}${inner})${times}`),
  ),
  pattern: fc
    .array(
      fc.array(tie('part'), { maxLength: 3 }).map((parts) => parts.join('')),
      {
        minLength: 1,
        maxLength: 2,
      },
    )
    .map((choices) => choices.join('|')),
}));
const text = fc.string({
  unit: fc.constantFrom(
    ...['a', 'B', 'é', 'Ω', '0', '_', '-', ':', '.', '/', '[', ']', '&', '$', '\u{1F600}', '\u0000', '\b'],
    ...[' ', '\t', '\n', '\r', '\v', '\u0001', '\u00a0', '\u2028', '\u3000', '\ufeff', '\u180e'],
  ),
  maxLength: 6,
});

describe('a pattern in linear time', () => {
  it('means what it means in JavaScript', () => {
    let compared = 0;
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 4, maxLength: 4 }), (given, texts) => {
        let expected: RegExp;
        try {
          expected = new RegExp(given, 'u');
        } catch {
          // Such as two groups of one name.
          return;
        }
        for (const each of texts) {
          compared += 1;
          expect([given, each, matches(given, each)]).toEqual([given, each, expected.test(each)]);
        }
      }),
      { seed, numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(3000);
  });

  it.each([
    ['(a+)+$', 'a'],
    ['^(?:x+x+)+y$', 'x'],
    ['^(?:[a-z]|[a-z0-9])*!$', 'q'],
    ['(?:a?){40}a{40}b', 'a'],
  ])('%s ends on a long text', (given, unit) => {
    expect(matches(`^${given}z`, unit.repeat(200_000))).toBe(false);
  });

  it.each<readonly [string, string]>([
    ['(?=a)', 'patterns run in linear time (RE2), without look-around'],
    ['a(?!b)', 'patterns run in linear time (RE2), without look-around'],
    ['[(](?<=a)b', 'patterns run in linear time (RE2), without look-around'],
    ['(?<!a)b', 'patterns run in linear time (RE2), without look-around'],
    ['(a)\\1', 'patterns run in linear time (RE2), without back-references'],
    ['(?<n>a)\\k<n>', 'patterns run in linear time (RE2), without back-references'],
    ['a{1001}', 'patterns run in linear time (RE2), which cannot do this: invalid repeat count: `{1001}`'],
    ['(', 'invalid regular expression: Unterminated group'],
    ['\\-', 'invalid regular expression: Invalid escape'],
    ['a'.repeat(1001), 'a pattern has at most 1000 characters'],
    [
      '\\p{Script_Extensions=Greek}',
      'patterns run in linear time (RE2), which cannot do this: invalid character class range: `\\p{Scri…',
    ],
  ])('%s is refused', (given, message) => {
    expect(linearPattern(given)).toEqual({ ok: false, message });
  });

  it.each(['[(?=]', '\\(?=', '\\\\1', '[\\(?!]', '(?<n>a)', '\\[(?:a)'])(
    '%s has nothing of that',
    (given) => {
      expect(linearPattern(given)).toMatchObject({ ok: true });
    },
  );
});
