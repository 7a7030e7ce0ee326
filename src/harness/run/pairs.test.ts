import { describe, expect, it } from 'vitest';
import { applyWire, fillRequest, judge, placeOf, plainSetting, realise } from '../../model/index.ts';
import type { Situation } from '../../contract/case.ts';
import { rules } from '../../contract/generated/catalogue.ts';
import { directedCases } from '../../contract/directed-cases.ts';
import { pairsOf } from './pairs.ts';

const cases = directedCases();

const pairs = pairsOf(cases);
const nameOf = (both: readonly string[]): string => both.join('+');
const names = pairs.map((pair) => nameOf(pair.rules));

function broken({ given, caller, request, wire }: Situation): string {
  const { world, bindings } = realise(given, plainSetting);
  const { broken, unspecified } = judge(
    world,
    placeOf(caller, plainSetting),
    applyWire(fillRequest(request, bindings), wire),
  );
  return nameOf([...broken, ...unspecified]);
}

describe('the pairs of rules', () => {
  it('are many, each once, in the order of the catalogue', () => {
    expect(names.length).toBeGreaterThan(300);
    expect(new Set(names).size).toBe(names.length);
    const order = rules.map(({ id }) => id);
    const backwards = pairs.filter(({ rules: [a, b] }) => order.indexOf(a) >= order.indexOf(b));
    expect(backwards).toEqual([]);
  });

  it('are broken by their situations, and no other rule is', () => {
    const wrong = pairs.flatMap(({ rules: both, situations }) =>
      situations.filter((situation) => broken(situation) !== nameOf(both)).map(() => nameOf(both)),
    );
    expect(wrong).toEqual([]);
  });

  it('come in situations of different worlds, at most three', () => {
    for (const { situations } of pairs) {
      const worlds = new Set(situations.map(({ given }) => JSON.stringify(given)));
      expect(worlds.size).toBe(situations.length);
      expect(worlds.size).toBeLessThanOrEqual(3);
    }
  });

  it('have few worlds that no case needs', () => {
    const needed = new Set(
      cases.flatMap(({ situation, claim }) =>
        [situation.given, ...(claim.kind === 'rejected' ? [claim.control.given] : [])].map((given) =>
          JSON.stringify(given),
        ),
      ),
    );
    const own = pairs.filter(({ situations: [first] }) => !needed.has(JSON.stringify(first?.given)));
    expect(own.length).toBeLessThan(25);
  });

  it.each([
    ['two flaws of the request', 'source-exists+kms-key-accessible', true],
    ['two flaws in tags', 'tag-key-length+tag-charset', true],
    ['a flaw of the world and one of the request', 'target-identifier-syntax+source-available', true],
    ['two flaws of the world, in a world of their own', 'source-available+kms-source-key-accessible', true],
    ['flaws that exclude each other', 'source-required+source-exists', false],
    ['flaws of one member', 'target-not-blank+target-unique', false],
    ['a flaw of the form', 'action-required+source-exists', false],
  ])('%s: %s, %s', (_, name, there) => expect(names.includes(name)).toBe(there));

  it('are none of too few cases', () => {
    expect(pairsOf([])).toEqual([]);
    expect(pairsOf(cases.filter(({ rule }) => rule === 'source-exists'))).toEqual([]);
  });
});
