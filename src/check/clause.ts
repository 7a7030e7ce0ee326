import type { Decision } from './condition.ts';
import type { KnownContext } from './context.ts';

/** Something that a policy asks of a copy, in whichever language it is written. */
export interface Clause {
  readonly ask: (context: KnownContext) => Decision;
}

/** Asks several: broken where one is, undecided where none is broken and one is undecided. */
export function allOf(clauses: readonly Clause[]): Clause {
  const [only, ...others] = clauses;
  if (only !== undefined && others.length === 0) return only;
  return {
    ask: (context) => {
      const decisions = clauses.map(({ ask }) => ask(context));
      const errors = decisions.flatMap((each) => (each.kind === 'broken' ? each.errors : []));
      if (errors.length > 0) return { kind: 'broken', errors };
      const on = decisions.flatMap((each) => (each.kind === 'undecided' ? each.on : []));
      return on.length > 0 ? { kind: 'undecided', on } : { kind: 'met' };
    },
  };
}
