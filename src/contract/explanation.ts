import { ambiguities, faults, requirementSets, rules, type RuleId } from './generated/catalogue.ts';
import { directedCases } from './directed-cases.ts';
import { directedSequences, namedCases } from './directed-sequences.ts';
import type { Ambiguity, ContradictionInfo, ProvenanceInfo, Rule } from './generated/types.ts';
import { gatingOf } from './gate.ts';
import { contradictionsOf, provenanceOf, ruleEntry, type Aspect, type Standing } from './provenance.ts';
import { changesSince, type Change } from './requirements.ts';
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
  readonly behaviour: Claim;
  /** Which fault answers its violation, where one does. */
  readonly fault?: Claim;
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
  /** Sequences of calls that count as cases. */
  readonly sequences: readonly { readonly id: string; readonly title: string }[];
  /** Endpoints with a bug that are about the rule. */
  readonly mutants: readonly string[];
  /** Endpoints with a bug that no other rule gives away. */
  readonly onlyHere: readonly string[];
  /** Endpoints with a bug that one case or sequence of the rule finds, and nothing else. */
  readonly onlyByCase: readonly { readonly bug: string; readonly case: string }[];
}

/** An endpoint with a bug, as the self-test knows it. */
export interface KnownBug {
  readonly name: string;
  /** The rule that it breaks. */
  readonly rule: RuleId;
  /** Rules that a run held against it, when that was measured. */
  readonly caughtBy: readonly string[];
  /** Directed cases and sequences that showed it, when that was measured. */
  readonly foundBy: readonly string[];
}

/** Gathers what there is on a rule. */
export function explain(id: RuleId, bugs: readonly KnownBug[]): Explanation {
  const rule = ruleEntry(id);
  const own = new Set(namedCases().flatMap((entry) => (entry.rule === id ? [entry.id] : [])));
  return {
    id,
    kind: rule.kind,
    statement: rule.statement,
    behaviour: claimOf(rule, 'behaviour'),
    ...(rule.faults !== undefined && { fault: claimOf(rule, 'fault') }),
    ...(rule.alwaysUnspecified !== undefined && { alwaysUnspecified: rule.alwaysUnspecified }),
    faults: (rule.faults ?? []).map(describeFault),
    provenance: provenanceOf(rule),
    contradictedBy: contradictionsOf(rule),
    ...(rule.note !== undefined && { note: rule.note }),
    ambiguities: ambiguities.filter((ambiguity) => ambiguity.rules.includes(id)),
    cases: directedCases()
      .filter((entry) => entry.rule === id)
      .map((entry) => ({ id: entry.id, title: entry.title, claim: entry.claim.kind })),
    sequences: directedSequences().filter(({ rule: about }) => about === id),
    mutants: bugs.filter((bug) => bug.rule === id).map(({ name }) => name),
    onlyHere: bugs.flatMap(({ name, caughtBy }) =>
      caughtBy.length === 1 && caughtBy[0] === id ? [name] : [],
    ),
    onlyByCase: bugs.flatMap(({ name, foundBy: [only, another] }) =>
      only !== undefined && another === undefined && own.has(only) ? [{ bug: name, case: only }] : [],
    ),
  };
}

const claimOf = (rule: Rule, of: Aspect): Claim => {
  const { level, gating } = gatingOf(rule, of, usual);
  return { of, level, gating };
};

/** A requirement set, how many claims fail a run that is held to it, and what stands otherwise since. */
export interface SetExplanation {
  readonly name: string;
  readonly date: string;
  readonly gating: number;
  readonly changes: readonly Change[];
}

/** All requirement sets, the oldest first. */
export const explainSets = (): readonly SetExplanation[] =>
  requirementSets.map((set) => ({
    name: set.name,
    date: set.date,
    gating: rules
      .flatMap((rule) =>
        aspectsOf(rule).map((of) => gatingOf(rule, of, { ...usual, requirements: set.name })),
      )
      .filter(({ gating }) => gating).length,
    changes: changesSince(set),
  }));

const aspectsOf = ({ faults: own }: Rule): readonly Aspect[] =>
  own === undefined ? ['behaviour'] : ['behaviour', 'fault'];

/** All rules, in the order of the catalogue. */
export const explainAll = (bugs: readonly KnownBug[]): readonly Explanation[] =>
  rules.map(({ id }) => explain(id, bugs));

function describeFault(shape: string): string {
  const entry = faults.find((fault) => fault.shape === shape);
  return entry === undefined ? shape : `${entry.code} (HTTP ${entry.status})`;
}
