import { rules } from '../contract/generated/catalogue.ts';

const places = new Map<string, number>(rules.map((rule, i) => [rule.id, i]));

/** Where a rule stands in the catalogue; one that is not in it, as in reports of other versions, stands behind all. */
export const placeOf = (rule: string): number => places.get(rule) ?? places.size;

/** What is about rules, in the order of the catalogue; of one rule, in the order it came. */
export const inCatalogueOrder = <T extends { readonly rule: string }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => placeOf(a.rule) - placeOf(b.rule));
