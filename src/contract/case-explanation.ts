import { isDirectedSequence, namedCases, type NamedCase } from './directed-sequences.ts';
import type { KnownBug } from './explanation.ts';
import type { RuleId } from './generated/catalogue.ts';

/** What a directed case or sequence is good for. */
export interface CaseExplanation {
  readonly id: string;
  readonly title: string;
  readonly rule: RuleId;
  /** What a case claims of its outcome; `sequence` of several calls. */
  readonly claim: 'rejected' | 'copied' | 'unspecified' | 'sequence';
  /** Endpoints with a bug that it finds, when that was measured. */
  readonly finds: readonly string[];
  /** Those of them that no other case and no sequence finds. */
  readonly alone: readonly string[];
  /** How many endpoints with a bug there are. */
  readonly bugs: number;
}

/** What there is on one case or sequence. */
export function explainCase(entry: NamedCase, bugs: readonly KnownBug[]): CaseExplanation {
  const { id, title, rule } = entry;
  const found = bugs.filter(({ foundBy }) => foundBy.includes(id));
  return {
    id,
    title,
    rule,
    claim: isDirectedSequence(entry) ? 'sequence' : entry.claim.kind,
    finds: found.map(({ name }) => name),
    alone: found.filter(({ foundBy }) => foundBy.length === 1).map(({ name }) => name),
    bugs: bugs.length,
  };
}

/** All cases, then all sequences, in the order of the contract. */
export const explainCases = (bugs: readonly KnownBug[]): readonly CaseExplanation[] =>
  namedCases().map((entry) => explainCase(entry, bugs));
