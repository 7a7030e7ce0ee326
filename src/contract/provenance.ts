import { rules, sources, type RuleId } from './generated/catalogue.ts';
import type { ContradictionInfo, Provenance, ProvenanceInfo, Rule, Source } from './generated/types.ts';

/**
 * How well something is known, best first: a real answer of Neptune's CopyDBClusterSnapshot; its documentation; a real
 * answer or the documentation of a sibling, which is another operation or another service of its control plane; what
 * follows from conventions only.
 */
export const levels = ['observed', 'documented', 'sibling', 'inferred'] as const;

/** How well something is known. */
export type Level = (typeof levels)[number];

/** How a claim stands: how well it is known, or why that does not matter. */
export type Standing = Level | 'contradicted' | 'unspecified';

/** What of a rule is claimed: the behaviour itself, or which fault answers its violation. */
export type Aspect = Provenance['of'];

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));

/** The catalogue's entry for a rule. */
export function ruleEntry(id: RuleId): Rule {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`the catalogue has no rule ${id}`);
  return rule;
}

/** How a claim of a rule stands: as its best source says, unless it is contradicted or never claims anything. */
export function standingOf(rule: Rule, aspect: Aspect): Standing {
  if (rule.alwaysUnspecified !== undefined) return 'unspecified';
  const against = rule.contradictedBy?.filter(({ of, setAside }) => of === aspect && setAside === undefined);
  if (against !== undefined && against.length > 0) return 'contradicted';
  const known = rule.provenance.filter(({ of }) => of === aspect).map(levelOf);
  return levels.find((level) => known.includes(level)) ?? 'inferred';
}

/** How well a claim is known from one source: not what it only suggests, and less where it speaks of a sibling. */
export function levelOf({ level, source }: Pick<Provenance, 'level' | 'source'>): Level {
  const known = sources[source];
  if (level === 'inferred' || known === undefined || known.service === 'AWS') return 'inferred';
  return isOwn(known) ? level : 'sibling';
}

/** Whether a source speaks of Neptune's CopyDBClusterSnapshot. */
const isOwn = ({ service, operation }: Source): boolean => service === 'Neptune' && operation === undefined;

/** Who says what a rule says, with the sources spelled out. */
export const provenanceOf = (rule: Rule): ProvenanceInfo[] => rule.provenance.map(infoOf);

/** Who says otherwise. */
export const contradictionsOf = (rule: Rule): ContradictionInfo[] =>
  (rule.contradictedBy ?? []).map((entry) => ({
    ...infoOf(entry),
    says: entry.says,
    ...(entry.setAside !== undefined && { setAside: entry.setAside }),
  }));

function infoOf(entry: Provenance): ProvenanceInfo {
  const source = sources[entry.source];
  const parts = [source?.title, entry.section, source?.url, entry.date ?? source?.date];
  const level = levelOf(entry);
  return {
    of: entry.of,
    level,
    ...(level === 'sibling' && source !== undefined && { sibling: siblingOf(entry, source) }),
    source: parts.filter((part) => part !== undefined).join('; '),
  };
}

const siblingOf = ({ level }: Provenance, { service, operation }: Source): string =>
  `${operation ?? 'CopyDBClusterSnapshot'} of ${service}, ${level}`;
