import { ambiguities, faults, rules, type RuleId } from './generated/catalogue.ts';
import { directedCases } from './directed-cases.ts';
import type { Ambiguity, ContradictionInfo, ProvenanceInfo, Rule } from './generated/types.ts';
import { gatingOf } from './gate.ts';
import { contradictionsOf, provenanceOf, ruleEntry, type Aspect, type Standing } from './provenance.ts';
import { usual } from './usual.ts';

/** What a rule claims: how that stands, and whether a deviation from it fails a run with the usual gate. */
export interface Claim {
  readonly of: Aspect;
  readonly level: Standing;
  readonly gating: boolean;
}

/** Everything that is known of a rule. */
export interface Explanation {
  readonly id: RuleId;
  readonly kind: Rule['kind'];
  readonly statement: string;
  /** The behaviour, and the fault that answers its violation, where one does. */
  readonly claims: readonly [Claim, ...Claim[]];
  /** Why nobody can break it, where that is so. */
  readonly alwaysUnspecified?: string;
  /** Codes and HTTP statuses of the faults that answer its violation, the canonical one first. */
  readonly faults: readonly string[];
  /** Who says so. */
  readonly provenance: readonly ProvenanceInfo[];
  /** Who says otherwise. */
  readonly contradictedBy: readonly ContradictionInfo[];
  readonly note?: string;
  readonly ambiguities: readonly Ambiguity[];
  readonly cases: readonly { readonly id: string; readonly title: string; readonly claim: string }[];
  /** Endpoints with a bug that are about the rule. */
  readonly mutants: readonly string[];
  /** Endpoints with a bug that no other rule gives away. */
  readonly onlyHere: readonly string[];
}

/** An endpoint with a bug, as the self-test knows it. */
export interface KnownBug {
  readonly name: string;
  /** The rule that it breaks. */
  readonly rule: RuleId;
  /** Rules that a run held against it, when that was measured. */
  readonly caughtBy: readonly string[];
}

/** Gathers what there is on a rule. */
export function explain(id: RuleId, bugs: readonly KnownBug[]): Explanation {
  const rule = ruleEntry(id);
  return {
    id,
    kind: rule.kind,
    statement: rule.statement,
    claims: [claimOf(rule, 'behaviour'), ...(rule.faults === undefined ? [] : [claimOf(rule, 'fault')])],
    ...(rule.alwaysUnspecified !== undefined && { alwaysUnspecified: rule.alwaysUnspecified }),
    faults: (rule.faults ?? []).map(describeFault),
    provenance: provenanceOf(rule),
    contradictedBy: contradictionsOf(rule),
    ...(rule.note !== undefined && { note: rule.note }),
    ambiguities: ambiguities.filter((ambiguity) => ambiguity.rules.includes(id)),
    cases: directedCases()
      .filter((entry) => entry.rule === id)
      .map((entry) => ({ id: entry.id, title: entry.title, claim: entry.claim.kind })),
    mutants: bugs.filter((bug) => bug.rule === id).map(({ name }) => name),
    onlyHere: bugs.flatMap(({ name, caughtBy }) =>
      caughtBy.length === 1 && caughtBy[0] === id ? [name] : [],
    ),
  };
}

const claimOf = (rule: Rule, of: Aspect): Claim => {
  const { level, gating } = gatingOf(rule, of, usual);
  return { of, level, gating };
};

/** All rules, in the order of the catalogue. */
export const explainAll = (bugs: readonly KnownBug[]): readonly Explanation[] =>
  rules.map(({ id }) => explain(id, bugs));

function describeFault(shape: string): string {
  const entry = faults.find((fault) => fault.shape === shape);
  return entry === undefined ? shape : `${entry.code} (HTTP ${entry.status})`;
}
