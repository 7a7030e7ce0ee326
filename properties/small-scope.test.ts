import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CopyInput } from '../src/testing/arbitraries/index.ts';
import { model, type StatedLaw, type Subject } from './law.ts';
import { families } from './laws/index.ts';
import { smallCopyInputs, smallScope } from './small-world.ts';

type CopyLaw = StatedLaw & Required<Pick<StatedLaw, 'tryCopyInput'>>;

const laws = families
  .flatMap((family) => family.laws)
  .filter((law): law is CopyLaw => law.tryCopyInput !== undefined);

/** The model, which does not work out the same question twice in a row: most laws begin with the same one. */
function remembering(): Subject {
  const remember = <Given extends readonly unknown[], Answer>(ask: (...given: Given) => Answer) => {
    let last: { readonly given: Given; readonly answer: Answer } | undefined;
    return (...given: Given): Answer => {
      if (last?.given.every((value, i) => value === given[i]) !== true)
        last = { given, answer: ask(...given) };
      return last.answer;
    };
  };
  return { ...model, judge: remember(model.judge), copy: remember(model.copy) };
}

/** Throws where one of the laws does not hold; resolves to the number of inputs otherwise. */
function tryAll(tried: readonly CopyLaw[], subject: Subject): number {
  let copyInputs = 0;
  for (const copyInput of smallCopyInputs()) {
    copyInputs += 1;
    for (const law of tried) tryOne(law, subject, copyInput);
  }
  return copyInputs;
}

function tryOne({ states, tryCopyInput }: CopyLaw, subject: Subject, copyInput: CopyInput): void {
  try {
    tryCopyInput(subject, copyInput);
  } catch (error) {
    throw new Error(`${states}\nIt does not hold of ${fc.stringify(copyInput)}`, { cause: error });
  }
}

describe('The whole of a small world', () => {
  it(`obeys ${laws.length} laws in each of ${smallScope.toLocaleString('en')} inputs`, () => {
    expect(tryAll(laws, remembering())).toBe(smallScope);
  });

  it('breaks every rule that it is about, and breaks none, too', () => {
    const broken = new Set<string>();
    for (const { world, caller, request } of smallCopyInputs()) {
      const verdict = model.judge(world, caller, request);
      for (const rule of verdict.broken.length === 0 ? ['none'] : verdict.broken) broken.add(rule);
    }
    expect([...broken].sort()).toEqual([
      'copies-in-progress-quota',
      'kms-cross-region-requires-key',
      'kms-key-accessible',
      'kms-shared-requires-key',
      'kms-source-key-accessible',
      'kms-unencrypted-source',
      'manual-snapshot-quota',
      'none',
      'source-available',
      'source-cross-region-by-arn',
      'source-exists',
      'source-shared-by-arn',
      'source-visible',
      'target-unique',
    ]);
  });

  it.each(laws.map((law) => [law.states, law] as const))('can break the law: %s', (_, law) => {
    const unnoticed = Object.entries(law.bugs).flatMap(([bug, wrong]) => {
      try {
        tryAll([law], { ...model, ...wrong });
      } catch {
        return [];
      }
      return [bug];
    });
    expect(unnoticed.length, unnoticed.join(', ')).toBeLessThan(Object.keys(law.bugs).length);
  });
});
