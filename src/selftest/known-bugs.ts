import type { KnownBug } from '../contract/explanation.ts';
import { kills, triedCases } from './kills.ts';
import { mutants } from './mutants/index.ts';
import { fromSpans } from './spans.ts';

/** The endpoints with a bug, each with the rules and cases that gave it away when that was measured. */
export const knownBugs: readonly KnownBug[] = mutants.map(({ name, rule }) => {
  const { rules, cases } = kills[name] ?? { rules: [], cases: '' };
  return { name, rule, caughtBy: rules, foundBy: fromSpans(cases).map((number) => triedCases[number] ?? '') };
});
