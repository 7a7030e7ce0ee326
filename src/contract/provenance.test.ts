import { describe, expect, it } from 'vitest';
import { rules, sources, type RuleId } from './generated/catalogue.ts';
import type { Rule } from './generated/types.ts';
import { isGating, levelOf, levels, provenanceOf, ruleEntry, type Level } from './provenance.ts';

describe('how well something is known', () => {
  it.each<[level: Level, gates: readonly Level[]]>([
    ['documented', ['documented', 'observed', 'inferred']],
    ['observed', ['observed', 'inferred']],
    ['inferred', ['inferred']],
  ])('%s fails a run that is gated there, or at less', (level, gates) => {
    expect(levels.filter((gate) => isGating(level, gate))).toEqual(gates);
  });

  const [first] = Object.keys(sources);
  const known = (...entries: readonly (readonly ['behaviour' | 'fault', Level])[]): Rule => ({
    ...ruleEntry('source-exists'),
    provenance: entries.map(([of, level]) => ({ of, level, source: first ?? '' })),
  });

  it.each<[name: string, rule: Rule, behaviour: Level, fault: Level]>([
    ['by nobody', known(), 'inferred', 'inferred'],
    ['of one aspect only', known(['behaviour', 'documented']), 'documented', 'inferred'],
    ['of both', known(['behaviour', 'observed'], ['fault', 'documented']), 'observed', 'documented'],
    ['the best of several', known(['fault', 'inferred'], ['fault', 'observed']), 'inferred', 'observed'],
  ])('is told by its sources: %s', (_, rule, behaviour, fault) => {
    expect(levelOf(rule, 'behaviour')).toBe(behaviour);
    expect(levelOf(rule, 'fault')).toBe(fault);
  });
});

describe('the provenance of a rule', () => {
  const [id, source] = Object.entries(sources).find(([, { url }]) => url !== undefined) ?? [];
  const of = (entry: Partial<Rule['provenance'][number]>): string | undefined =>
    provenanceOf({
      ...ruleEntry('source-exists'),
      provenance: [{ of: 'fault', level: 'observed', source: id ?? '', ...entry }],
    })[0]?.source;
  const { title = '', url = '', date = '' } = source ?? {};

  it.each<[name: string, entry: object, parts: readonly string[]]>([
    ['title, place and date', {}, [title, url, date]],
    ['the section', { section: 'Errors' }, [title, 'Errors', url, date]],
    ['a date of its own instead', { date: '1999-01-02' }, [title, url, '1999-01-02']],
    [
      'of a source that is not known what the entry says',
      { source: 'nowhere', section: 'Errors', date: '1999-01-02' },
      ['Errors', '1999-01-02'],
    ],
  ])('spells out %s', (_, entry, parts) => {
    expect(parts).not.toContain('');
    expect(of(entry)).toBe(parts.join('; '));
  });

  it('keeps the order, and whose it is', () => {
    const [rule] = rules.filter(({ provenance }) => provenance.length > 1);
    expect(rule).toBeDefined();
    const told = provenanceOf(rule as Rule).map(({ of: aspect, level }) => ({ of: aspect, level }));
    expect(told).toEqual(rule?.provenance.map(({ of: aspect, level }) => ({ of: aspect, level })));
  });

  it('of no rule is a mistake of the caller', () => {
    expect(() => ruleEntry('nonsense' as RuleId)).toThrow('the catalogue has no rule nonsense');
  });
});
