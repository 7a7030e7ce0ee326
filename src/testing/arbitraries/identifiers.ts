import fc, { type Arbitrary } from 'fast-check';

/** Longest name of a snapshot. */
const longest = 63;

const letters = fc.constantFrom('a', 'b', 'y', 'z', 'A', 'B', 'Y', 'Z');
const alphanumerics = fc.constantFrom('a', 'z', 'A', 'Z', '0', '5', '9');
const hyphenated = fc.tuple(fc.constantFrom('', '', '-'), alphanumerics).map((parts) => parts.join(''));

/** Names that a copy may have, short ones and those of boundary length among them. */
export function identifiers(): Arbitrary<string> {
  const short = fc
    .tuple(letters, fc.array(hyphenated, { maxLength: 8 }))
    .map(([first, rest]) => first + rest.join(''));
  return fc.oneof({ weight: 4, arbitrary: short }, { weight: 1, arbitrary: ofBoundaryLength(62, longest) });
}

/** Texts that no copy may be called: one fault each. */
export function malformedIdentifiers(): Arbitrary<string> {
  return fc.oneof(
    ofBoundaryLength(longest + 1, longest + 2),
    fc.constantFrom('1abc', '-abc', 'abc-', 'a--b', 'a-', '-', '--', 'a---b'),
    fc.constantFrom('rds:abc', 'a:b', 'a_b', 'a.b', 'a b', ' a', 'a\n', 'a/b', 'a\u0000b'),
    { weight: 3, arbitrary: foreignLetters() },
    fc.string({ minLength: 1, maxLength: 4 }).filter((text) => !/^[A-Za-z](-?[A-Za-z0-9])*$|[{}]/.test(text)),
  );
}

/** Letters and digits beyond ASCII; the Kelvin sign and the long s turn into ASCII when their case changes. */
export function foreignLetters(): Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('\u212a', '\u017f', 'İ', 'é', '٣', '𝔞'), fc.nat({ max: 2 }))
    .map(([letter, at]) => 'abc'.slice(0, at) + letter + 'abc'.slice(at));
}

/** The text with the case of its ASCII letters changed here and there. */
export function otherCase(text: string): Arbitrary<string> {
  return fc
    .bigInt({ min: 0n, max: (1n << BigInt(Math.min(text.length, 64))) - 1n })
    .map((mask) => swapCase(text, mask));
}

/** Swaps the case of the ASCII letters whose bit is set; the mask repeats every 64 characters. */
export function swapCase(text: string, mask: bigint): string {
  return text.replace(/[A-Za-z]/g, (letter, at: number) => {
    if (((mask >> BigInt(at % 64)) & 1n) === 0n) return letter;
    return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  });
}

function ofBoundaryLength(...lengths: readonly number[]): Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...lengths), fc.constantFrom('x', 'ab', 'a-b1'))
    .map(([length, unit]) => (unit.repeat(length).slice(0, length - 1) + 'z').replaceAll('--', '-x'));
}
