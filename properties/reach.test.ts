import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { situations, toCopyInput } from '../src/testing/arbitraries/index.ts';
import { judge, precedence } from '../src/model/index.ts';

/** Rules about the form of a request, which no input of an SDK can break. */
const ofTheForm = ['action-required', 'action-known', 'form-plain'];

/** Rules that are never broken, only unspecified. */
const onlyOpen = ['presigned-url-of-sdk', 'source-one-step', 'tag-value-reserved-prefix'];

describe('The generators reach what the laws are about', () => {
  const verdicts = fc.sample(situations(), 4000).map((situation) => {
    const { world, caller, request } = toCopyInput(situation);
    return judge(world, caller, request);
  });

  it.each(precedence.map(({ id }) => id).filter((id) => !ofTheForm.includes(id)))(
    '%s is broken alone by some request, or unspecified',
    (id) => {
      const alone = verdicts.filter(({ broken, unspecified }) =>
        onlyOpen.includes(id) ? unspecified.includes(id) : broken.length === 1 && broken[0] === id,
      );
      expect(alone.length).toBeGreaterThan(0);
    },
  );

  it('a good part of the requests is accepted without a doubt, and a good part rejected', () => {
    const plain = verdicts.filter(({ rejections }) => rejections.length === 0).length / verdicts.length;
    const rejected = verdicts.filter(({ copied }) => copied === undefined).length / verdicts.length;
    expect(plain).toBeGreaterThan(0.1);
    expect(rejected).toBeGreaterThan(0.3);
  });
});
