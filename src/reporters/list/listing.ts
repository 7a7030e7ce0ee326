import type { NamedCase } from '../../contract/directed-sequences.ts';
import { rules, type RuleId } from '../../contract/generated/catalogue.ts';
import { gatingOf, type Gate } from '../../contract/gate.ts';

/** What a run would judge: rules in the order of the catalogue, each with its cases in the order of the contract. */
export interface Listing {
  readonly rules: readonly ListedRule[];
}

/** A rule, and its cases. */
export interface ListedRule {
  readonly id: RuleId;
  readonly statement: string;
  /** Whether a deviation from it fails the run. */
  readonly gating: boolean;
  /** It would, but the requirement set does not ask for it. */
  readonly new?: true;
  readonly cases: readonly { readonly id: string; readonly title: string }[];
}

/** The listing of some cases; rules without any are left out. */
export const listingOf = (cases: readonly NamedCase[], gate: Gate): Listing => ({
  rules: rules.flatMap((rule): ListedRule[] => {
    const own = cases.filter((entry) => entry.rule === rule.id).map(({ id, title }) => ({ id, title }));
    const { level: _, ...gating } = gatingOf(rule, 'behaviour', gate);
    return own.length === 0 ? [] : [{ id: rule.id, statement: rule.statement, ...gating, cases: own }];
  }),
});
