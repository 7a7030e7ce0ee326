import type { DirectedCase } from './case.ts';
import { expandCases } from './expand.ts';
import caseFiles from './generated/cases.json' with { type: 'json' };
import type { CaseFile } from './generated/types.ts';

/** A file of cases as it is shipped: what its cases have in common is written down once. */
interface Shipped {
  readonly family: string;
  readonly file: CaseFile;
}

let expanded: readonly DirectedCase[] | undefined;

/** The directed cases, with defaults and control cases filled in when they are first asked for. */
export const directedCases = (): readonly DirectedCase[] =>
  (expanded ??= (caseFiles as unknown as readonly Shipped[]).flatMap(({ family, file }) =>
    expandCases(family, file),
  ));
