import { ambiguities, faults, rules, type RuleId } from './generated/catalogue.ts';
import { directedCases } from './directed-cases.ts';
import { directedSequences } from './directed-sequences.ts';
import type { Ambiguity, ProvenanceInfo, Rule } from './generated/types.ts';
import { levelOf, provenanceOf, ruleEntry, type Level } from './provenance.ts';

/** Everything that is known of a rule. */
export interface Explanation {
  readonly id: RuleId;
  readonly kind: Rule['kind'];
  readonly statement: string;
  /** How well the behaviour is known. */
  readonly level: Level;
  /** Codes and HTTP statuses of the faults that answer its violation, the canonical one first. */
  readonly faults: readonly string[];
  readonly provenance: readonly ProvenanceInfo[];
  readonly note?: string;
  readonly ambiguities: readonly Ambiguity[];
  readonly cases: readonly { readonly id: string; readonly title: string; readonly claim: string }[];
  /** Sequences of calls that count as cases. */
  readonly sequences: readonly { readonly id: string; readonly title: string }[];
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
    level: levelOf(rule, 'behaviour'),
    faults: (rule.faults ?? []).map(describeFault),
    provenance: provenanceOf(rule),
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
  };
}

/** All rules, in the order of the catalogue. */
export const explainAll = (bugs: readonly KnownBug[]): readonly Explanation[] =>
  rules.map(({ id }) => explain(id, bugs));

function describeFault(shape: string): string {
  const entry = faults.find((fault) => fault.shape === shape);
  return entry === undefined ? shape : `${entry.code} (HTTP ${entry.status})`;
}
