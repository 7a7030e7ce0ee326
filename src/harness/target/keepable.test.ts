import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBody, cutText, cutTexts, keepable, keptBody, keptText } from './keepable.ts';
import type { Exchange } from './target.ts';

describe('what is kept', () => {
  const table = [
    { name: 'a short text', given: 'x', expected: 'x' },
    { name: 'as much as is kept', given: 'x'.repeat(2_000), expected: 'x'.repeat(2_000) },
    {
      name: 'more, with a mark that tells how much',
      given: 'x'.repeat(2_003),
      expected: `${'x'.repeat(2_000)}… [3 more characters]`,
    },
    {
      name: 'no half of a character',
      given: `${'x'.repeat(1_999)}\u{1F600}`,
      expected: `${'x'.repeat(1_999)}… [1 more characters]`,
    },
  ];
  it.each(table)('of a text: $name', ({ given, expected }) => {
    expect(cutText(given)).toBe(expected);
  });

  it('of a body: 64 KiB, in whole characters', () => {
    expect(cutBody('x'.repeat(65_536))).toBe('x'.repeat(65_536));
    expect(cutBody('x'.repeat(65_540))).toBe(`${'x'.repeat(65_536)}… [4 more bytes]`);
    expect(cutBody(`${'x'.repeat(65_535)}é`)).toBe(`${'x'.repeat(65_535)}… [2 more bytes]`);
  });

  it('is bounded, and what is small is kept whole', () => {
    const text = fc.string({ unit: 'binary', maxLength: 50 });
    fc.assert(
      fc.property(text, fc.nat(3_000), (part, times) => {
        const whole = part.repeat(times);
        const body = cutBody(whole);
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(keptBody + 40);
        expect(cutText(whole).length).toBeLessThanOrEqual(keptText + 40);
        if (whole.length <= keptText) expect(cutText(whole)).toBe(whole);
        if (Buffer.byteLength(whole) <= keptBody) expect(body).toBe(whole);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('of an exchange: bodies, and whatever the SDK made of them', () => {
    const long = 'y'.repeat(100_000);
    const exchange = (sdk: Exchange['sdk'], body: string): Exchange => ({
      sdk,
      attempts: 2,
      http: {
        request: { method: 'POST', url: 'http://x/', headers: { a: 'b' }, body },
        response: { status: 200, headers: { c: 'd' }, body },
      },
    });
    const short = exchange({ kind: 'output', snapshot: { Port: 1, Engine: 'neptune' } }, '<a/>');
    expect(keepable(short)).toEqual(short);
    const cut = `${'y'.repeat(2_000)}… [98000 more characters]`;
    const body = `${'y'.repeat(65_536)}… [34464 more bytes]`;
    expect(keepable(exchange({ kind: 'exception', name: 'X', message: long, status: 400 }, long))).toEqual(
      exchange({ kind: 'exception', name: 'X', message: cut, status: 400 }, body),
    );
    expect(keepable({ sdk: { kind: 'no-answer', reason: long }, attempts: 1 })).toEqual({
      sdk: { kind: 'no-answer', reason: cut },
      attempts: 1,
    });
    expect(cutTexts({ Engine: long, AvailabilityZones: [long], Port: 1, Tags: undefined })).toEqual({
      Engine: cut,
      AvailabilityZones: [cut],
      Port: 1,
      Tags: undefined,
    });
  });
});
