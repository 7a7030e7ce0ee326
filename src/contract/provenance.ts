import { rules, sources, type RuleId } from './generated/catalogue.ts';
import type { ProvenanceInfo, Rule } from './generated/types.ts';

/** How well something is known. */
export type Level = 'documented' | 'observed' | 'inferred';

/** From the best known to the least. */
export const levels: readonly Level[] = ['documented', 'observed', 'inferred'];

/** Whether knowledge of this level fails a run that is gated there. */
export const isGating = (level: Level, gate: Level): boolean => levels.indexOf(level) <= levels.indexOf(gate);

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));

/** The catalogue's entry for a rule. */
export function ruleEntry(id: RuleId): Rule {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`the catalogue has no rule ${id}`);
  return rule;
}

/** How well a rule's behaviour, or the fault that answers its violation, is known: the best of its sources. */
export function levelOf(rule: Rule, aspect: 'behaviour' | 'fault'): Level {
  const known = rule.provenance.filter((entry) => entry.of === aspect).map((entry) => entry.level);
  return levels.find((level) => known.includes(level)) ?? 'inferred';
}

/** A rule's provenance with its sources spelled out. */
export function provenanceOf(rule: Rule): ProvenanceInfo[] {
  return rule.provenance.map((entry) => {
    const source = sources[entry.source];
    const parts = [source?.title, entry.section, source?.url, entry.date ?? source?.date];
    return {
      of: entry.of,
      level: entry.level,
      source: parts.filter((part) => part !== undefined).join('; '),
    };
  });
}
