import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../src/testing/arbitraries/index.ts';
import { model, type StatedLaw, type Subject } from './law.ts';
import { families } from './laws/index.ts';
import { smallScenes, smallScope } from './small-world.ts';

type SceneLaw = StatedLaw & Required<Pick<StatedLaw, 'tryScene'>>;

const laws = families
  .flatMap((family) => family.laws)
  .filter((law): law is SceneLaw => law.tryScene !== undefined);

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

/** Throws where one of the laws does not hold; resolves to the number of scenes otherwise. */
function tryAll(tried: readonly SceneLaw[], subject: Subject): number {
  let scenes = 0;
  for (const scene of smallScenes()) {
    scenes += 1;
    for (const law of tried) tryOne(law, subject, scene);
  }
  return scenes;
}

function tryOne({ states, tryScene }: SceneLaw, subject: Subject, scene: Scene): void {
  try {
    tryScene(subject, scene);
  } catch (error) {
    throw new Error(`${states}\nIt does not hold of ${fc.stringify(scene)}`, { cause: error });
  }
}

describe('The whole of a small world', () => {
  it(`obeys ${laws.length} laws in each of ${smallScope.toLocaleString('en')} scenes`, () => {
    expect(tryAll(laws, remembering())).toBe(smallScope);
  }, 120_000);

  it('breaks every rule that it is about, and breaks none, too', () => {
    const broken = new Set<string>();
    for (const { world, caller, request } of smallScenes()) {
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
