import { describe, expect, it } from 'vitest';
import { gatingOf, isGating, type Gating } from './gate.ts';
import { requirementSets, rules } from './generated/catalogue.ts';
import { schemas } from './generated/schemas.ts';
import type { Rule } from './generated/types.ts';
import { levels, ruleEntry, standingOf, type Level, type Standing } from './provenance.ts';

describe('what fails a run', () => {
  it.each<[standing: Standing, gates: readonly Level[]]>([
    ['observed', ['observed', 'documented', 'sibling', 'inferred']],
    ['documented', ['documented', 'sibling', 'inferred']],
    ['sibling', ['sibling', 'inferred']],
    ['inferred', ['inferred']],
    ['contradicted', []],
    ['unspecified', []],
  ])('%s: with the gate there, or at less', (standing, gates) => {
    expect(levels.filter((gate) => isGating(standing, gate))).toEqual(gates);
  });
});

/** A claim of the catalogue that stands so. */
function claimWhich(standing: Standing): Rule {
  const rule = rules.find((each) => standingOf(each, 'behaviour') === standing);
  if (rule === undefined) throw new Error(`nothing is ${standing}`);
  return rule;
}

describe('whether a deviation from a claim fails a run', () => {
  it.each<[standing: Standing, gate: Level, expected: Gating]>([
    ['documented', 'documented', { level: 'documented', gating: true }],
    ['documented', 'observed', { level: 'documented', gating: false }],
    ['sibling', 'sibling', { level: 'sibling', gating: true }],
    ['sibling', 'documented', { level: 'sibling', gating: false }],
    ['inferred', 'sibling', { level: 'inferred', gating: false }],
    ['inferred', 'inferred', { level: 'inferred', gating: true }],
    ['contradicted', 'inferred', { level: 'contradicted', gating: false }],
    ['unspecified', 'inferred', { level: 'unspecified', gating: false }],
  ])('%s, gate %s', (standing, gate, expected) => {
    expect(gatingOf(claimWhich(standing), 'behaviour', { gate })).toEqual(expected);
  });

  it('of behaviour and of fault is told apart', () => {
    const rule = ruleEntry('source-required');
    expect(gatingOf(rule, 'behaviour', { gate: 'sibling' }).gating).toBe(true);
    expect(gatingOf(rule, 'fault', { gate: 'sibling' }).gating).toBe(false);
  });
});

describe('a requirement set', () => {
  const [set] = requirementSets;
  const requirements = set?.name ?? 'none';
  const documented = claimWhich('documented');
  /** A claim that is documented today, of a rule of which the set says so. */
  const whereThen = (standing: Standing): Rule => {
    const [id] = Object.entries(set?.rules ?? {}).find(([, { behaviour }]) => behaviour === standing) ?? [];
    if (id === undefined) throw new Error(`nothing was ${standing}`);
    return { ...documented, id };
  };

  it('changes nothing of what it asks for', () => {
    const held = gatingOf(whereThen('documented'), 'behaviour', { gate: 'sibling', requirements });
    expect(held).toEqual({ level: 'documented', gating: true });
  });

  it('makes new what it does not know', () => {
    const rule = { ...documented, id: 'made-up-since' };
    expect(gatingOf(rule, 'behaviour', { gate: 'sibling', requirements })).toEqual({
      level: 'documented',
      gating: false,
      new: true,
    });
    expect(gatingOf(rule, 'behaviour', { gate: 'observed', requirements })).toEqual({
      level: 'documented',
      gating: false,
    });
  });

  it('makes new what was known less then, as far as the gate goes', () => {
    const isNew = (gate: Level): boolean | undefined =>
      gatingOf(whereThen('inferred'), 'behaviour', { gate, requirements }).new;
    expect([isNew('sibling'), isNew('inferred')]).toEqual([true, undefined]);
  });

  it('keeps nothing alive that is contradicted since', () => {
    const contradicted = { ...claimWhich('contradicted'), id: whereThen('documented').id };
    const held = gatingOf(contradicted, 'behaviour', { gate: 'inferred', requirements });
    expect(held).toEqual({ level: 'contradicted', gating: false });
  });

  it('has to be there', () => {
    expect(() => gatingOf(documented, 'behaviour', { gate: 'sibling', requirements: '2001-01' })).toThrow(
      'there is no requirement set 2001-01',
    );
  });
});

describe('the schemas', () => {
  /** What may stand where a schema speaks of a gate, or of how something is known. */
  function listsIn(node: unknown): readonly (readonly string[])[] {
    if (typeof node !== 'object' || node === null) return [];
    const { enum: list } = node as { readonly enum?: unknown };
    const own = Array.isArray(list) && list.includes('inferred') ? [list as string[]] : [];
    return [...own, ...Object.values(node).flatMap(listsIn)];
  }

  it('have the one list of levels, whole or with what never gates; but for what a source does', () => {
    const standings: readonly Standing[] = [...levels, 'contradicted', 'unspecified'];
    const others = schemas
      .filter((schema) => (schema as { $id?: string }).$id !== 'neptune-copy-contract:rules')
      .flatMap(listsIn);
    expect(others.length).toBeGreaterThan(6);
    const known = [levels, standings].map((list) => list.join());
    expect(others.filter((list) => !known.includes(list.join()))).toEqual([]);
  });
});
