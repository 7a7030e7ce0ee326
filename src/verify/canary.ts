import type { DirectedCase } from '../contract/case.ts';
import { directedCases } from '../contract/directed-cases.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';

/** The rule that a plain copy works. */
export const canaryRule: RuleId = 'copy-plain';

/** The plainest copy: where it does not work, nothing else says much. */
export const canary = (): readonly DirectedCase[] =>
  directedCases().filter(({ rule }) => rule === canaryRule);
