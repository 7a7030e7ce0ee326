import type { DirectedCase } from '../contract/case.ts';
import { directedCases } from '../contract/directed-cases.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { Target } from '../harness/target/target.ts';
import { notImplemented } from '../report/conclude.ts';
import type { CompleteOptions } from './options.ts';

/** The rule that a plain copy works. */
export const canaryRule: RuleId = 'copy-plain';

/** The plainest copy: where it does not work, nothing else says much. */
export const canary = (): readonly DirectedCase[] =>
  directedCases().filter(({ rule }) => rule === canaryRule);

/** What a target is asked: where there is no such operation, the plainest copy says all that there is to say. */
export function whatToAsk<Options extends CompleteOptions>(
  target: Pick<Target, 'capabilities'>,
  options: Options,
): Options {
  if (notImplemented(target) === undefined) return options;
  const { search: _search, rules, ...rest } = options;
  return {
    ...(rest as Options),
    cases: canary(),
    sequences: [],
    pairs: 0,
    ...(rules !== undefined && { rules: [...rules, canaryRule] }),
  };
}
