import type { Rule } from './generated/types.ts';
import { levels, standingOf, type Aspect, type Level, type Standing } from './provenance.ts';
import { requirementSet } from './requirements.ts';

/** What fails a run. */
export interface Gate {
  /** Weakest knowledge that does. */
  readonly gate: Level;
  /** Name of the requirement set that the run is held to; all that is known today unless given. */
  readonly requirements?: string;
}

/** What a deviation from a claim of a rule does to a run. */
export interface Gating {
  readonly level: Standing;
  /** Whether it fails the run. */
  readonly gating: boolean;
  /** It would, but the requirement set does not ask for it. */
  readonly new?: true;
}

/** Whether a claim that stands so fails a run: if it is known well enough. One that is contradicted never does. */
export const isGating = (standing: Standing, gate: Level): boolean =>
  levels.some((level, i) => level === standing && i <= levels.indexOf(gate));

/** Whether a deviation from a claim fails a run, which follows from its evidence and from nothing else. */
export function gatingOf(rule: Rule, aspect: Aspect, { gate, requirements }: Gate): Gating {
  const level = standingOf(rule, aspect);
  if (!isGating(level, gate)) return { level, gating: false };
  if (requirements === undefined) return { level, gating: true };
  const then = requirementSet(requirements).rules[rule.id]?.[aspect];
  return then !== undefined && isGating(then, gate)
    ? { level, gating: true }
    : { level, gating: false, new: true };
}
