import { directedCases } from '../../contract/directed-cases.ts';
import { rules } from '../../contract/generated/catalogue.ts';
import { excuseFor } from '../../harness/run/needs.ts';

/** How many rules of the contract cannot be measured without these capabilities: all of their cases need one of them. */
export function costOf(absent: readonly string[]): number {
  const measurable = new Set(
    directedCases()
      .filter((entry) => excuseFor(entry, absent).excuse === undefined)
      .map(({ rule }) => rule),
  );
  return rules.filter(({ id }) => !measurable.has(id)).length;
}
