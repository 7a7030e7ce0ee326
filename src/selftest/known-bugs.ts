import type { KnownBug } from '../contract/explanation.ts';
import { kills } from './kills.ts';
import { mutants } from './mutants/index.ts';

/** The endpoints with a bug, each with the rules that gave it away when that was measured. */
export const knownBugs: readonly KnownBug[] = mutants.map(({ name, rule }) => ({
  name,
  rule,
  caughtBy: kills[name] ?? [],
}));
