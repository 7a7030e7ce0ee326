import { describe, expect, it } from 'vitest';
import { rules, sources, type RuleId } from './generated/catalogue.ts';
import type { Contradiction, Provenance, Rule, Source } from './generated/types.ts';
import {
  contradictionsOf,
  levelOf,
  levels,
  provenanceOf,
  ruleEntry,
  standingOf,
  type Level,
  type Standing,
} from './provenance.ts';

/** The short name of a source of a kind. */
function sourceWhere(fits: (source: Source) => boolean): string {
  const [name] = Object.entries(sources).find(([, source]) => fits(source)) ?? [];
  if (name === undefined) throw new Error('there is no such source');
  return name;
}

const own = sourceWhere(({ service, operation }) => service === 'Neptune' && operation === undefined);
const ofOtherOperation = sourceWhere(
  ({ service, operation }) => service === 'Neptune' && operation !== undefined,
);
const ofOtherService = sourceWhere(({ service, operation }) => service === 'RDS' && operation === undefined);
const beyond = sourceWhere(({ service }) => service === 'AWS');

/** A rule of which nothing is known but this. */
const known = (provenance: readonly Provenance[], more: Partial<Rule> = {}): Rule => ({
  id: 'made-up',
  kind: 'wire',
  statement: 'Made up.',
  provenance,
  ...more,
});

describe('how well something is known from one source', () => {
  it.each<[does: Provenance['level'], source: string, level: Level]>([
    ['observed', own, 'observed'],
    ['documented', own, 'documented'],
    ['observed', ofOtherOperation, 'sibling'],
    ['documented', ofOtherOperation, 'sibling'],
    ['observed', ofOtherService, 'sibling'],
    ['documented', ofOtherService, 'sibling'],
    ['inferred', own, 'inferred'],
    ['inferred', ofOtherService, 'inferred'],
    ['observed', beyond, 'inferred'],
    ['observed', 'nowhere', 'inferred'],
  ])('%s by %s: %s', (level, source, expected) => {
    expect(levelOf({ level, source })).toBe(expected);
  });
});

describe('how a claim stands', () => {
  const says = (of: Provenance['of'], level: Provenance['level'], source = own): Provenance => ({
    of,
    level,
    source,
  });
  const denied = (of: Provenance['of'], setAside?: string): Contradiction => ({
    of,
    level: 'documented',
    source: ofOtherService,
    says: 'No.',
    ...(setAside !== undefined && { setAside }),
  });

  it.each<[name: string, rule: Rule, behaviour: Standing, fault: Standing]>([
    ['by nobody', known([]), 'inferred', 'inferred'],
    ['of one aspect only', known([says('behaviour', 'documented')]), 'documented', 'inferred'],
    [
      'of both',
      known([says('behaviour', 'observed'), says('fault', 'documented')]),
      'observed',
      'documented',
    ],
    [
      'the best of several',
      known([
        says('fault', 'inferred'),
        says('fault', 'observed', ofOtherService),
        says('fault', 'documented'),
      ]),
      'inferred',
      'documented',
    ],
    [
      'contradicted, by however little',
      known([says('behaviour', 'observed'), says('fault', 'documented')], {
        contradictedBy: [denied('behaviour')],
      }),
      'contradicted',
      'documented',
    ],
    [
      'contradicted by what is set aside',
      known([says('behaviour', 'observed')], { contradictedBy: [denied('behaviour', 'It is older.')] }),
      'observed',
      'inferred',
    ],
    [
      'contradicted by one that is set aside and one that is not',
      known([says('fault', 'observed')], {
        contradictedBy: [denied('fault', 'It is older.'), denied('fault')],
      }),
      'inferred',
      'contradicted',
    ],
    [
      'of what is never specified',
      known([says('behaviour', 'observed')], { alwaysUnspecified: 'Nobody knows.' }),
      'unspecified',
      'unspecified',
    ],
  ])('is told by its sources: %s', (_, rule, behaviour, fault) => {
    expect(standingOf(rule, 'behaviour')).toBe(behaviour);
    expect(standingOf(rule, 'fault')).toBe(fault);
  });
});

describe('the provenance of a rule', () => {
  const [id, source] = Object.entries(sources).find(([, { url }]) => url !== undefined) ?? [];
  const of = (entry: Partial<Provenance>): string | undefined =>
    provenanceOf(known([{ of: 'fault', level: 'observed', source: id ?? '', ...entry }]))[0]?.source;
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
    [
      'of a source that is not known without a date none',
      { source: 'nowhere', section: 'Errors' },
      ['Errors'],
    ],
  ])('spells out %s', (_, entry, parts) => {
    expect(parts).not.toContain('');
    expect(of(entry)).toBe(parts.join('; '));
  });

  it('keeps the order, and whose it is', () => {
    const [rule] = rules.filter(({ provenance }) => provenance.length > 1);
    expect(rule).toBeDefined();
    expect(provenanceOf(rule as Rule).map((entry) => entry.of)).toEqual(
      rule?.provenance.map((entry) => entry.of),
    );
  });

  it('says of which sibling it speaks, and what the source does', () => {
    const told = (source: string): string | undefined =>
      provenanceOf(known([{ of: 'behaviour', level: 'observed', source }]))[0]?.sibling;
    expect(told(own)).toBeUndefined();
    expect(told(beyond)).toBeUndefined();
    expect(told(ofOtherService)).toBe('CopyDBClusterSnapshot of RDS, observed');
    expect(told(ofOtherOperation)).toBe(`${sources[ofOtherOperation]?.operation} of Neptune, observed`);
  });

  it('tells who says otherwise, and what', () => {
    const entry = { of: 'fault', level: 'documented', source: own, says: 'No.' } as const;
    const told = contradictionsOf(
      known([], { contradictedBy: [entry, { ...entry, setAside: 'It is older.' }] }),
    );
    const otherwise = { of: 'fault', level: 'documented', source: told[0]?.source, says: 'No.' };
    expect(told).toStrictEqual([otherwise, { ...otherwise, setAside: 'It is older.' }]);
    expect(told[0]?.source).toContain(sources[own]?.title);
    expect(contradictionsOf(known([]))).toEqual([]);
  });

  it('of no rule is a mistake of the caller', () => {
    expect(() => ruleEntry('nonsense' as RuleId)).toThrow('the catalogue has no rule nonsense');
  });
});

describe('the catalogue', () => {
  it('has a level for each that a source may give, best first', () => {
    expect(levels).toEqual(['observed', 'documented', 'sibling', 'inferred']);
  });

  it('has no contradiction of a fault where no fault is claimed', () => {
    const wrong = rules.filter(
      ({ faults, contradictedBy = [] }) =>
        faults === undefined && contradictedBy.some(({ of }) => of === 'fault'),
    );
    expect(wrong).toEqual([]);
  });
});
