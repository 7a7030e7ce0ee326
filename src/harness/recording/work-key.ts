import { canonical } from '../../contract/canonical.ts';
import type { Situation } from '../../contract/case.ts';
import type { Call } from '../../contract/generated/types.ts';

/** What a recorded call of a case is found again by, whatever it was called and in which order calls were made. */
export const caseKey = ({ given, caller, request, wire, http }: Situation, follow: boolean): string =>
  canonical({ given, caller, request, wire, http, follow });

/** The same for a sequence. */
export const sequenceKey = (calls: readonly Call[], closely: boolean): string =>
  canonical({ calls, closely });
