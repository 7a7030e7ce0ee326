import { describe, expect, it } from 'vitest';
import { sampleDocuments } from '../../test-support/sample-documents.ts';
import { formatsOf, render, subjects, type Format, type Subject } from './index.ts';

const color = false;

/** The same value, in which nothing can be changed. */
const frozen = <T>(value: T): T => {
  const copy = structuredClone(value);
  const freeze = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    Object.values(Object.freeze(part)).forEach(freeze);
  };
  freeze(copy);
  return copy;
};

describe.each(subjects)('the reporters of a %s', (subject) => {
  it('are some, and say so of a format that they have not', async () => {
    expect(formatsOf(subject)).toContain('text');
    const odd = 'odd' as Format<typeof subject>;
    await expect(rendered(subject, odd)).rejects.toThrow(`there is no format odd for a ${subject}`);
  });

  it.each(formatsOf(subject))(
    '%s says something, changes nothing, and says the same each time',
    async (format) => {
      const first = await rendered(subject, format);
      expect(first.trim().length).toBeGreaterThan(0);
      expect(await rendered(subject, format)).toBe(first);
    },
  );
});

/** What a format makes of the sample of its subject, which it cannot change. */
const rendered = <S extends Subject>(subject: S, format: Format<S>): Promise<string> =>
  render(subject, format, frozen(sampleDocuments[subject]), { color });
