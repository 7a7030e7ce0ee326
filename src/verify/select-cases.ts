import { namedCases, type NamedCase } from '../contract/directed-sequences.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import { suggestion } from '../contract/nearest.ts';
import { UsageError } from '../errors.ts';
import { caseOf } from '../harness/run/plan.ts';
import { covers, isPattern, isSequence } from '../report/baseline-entry.ts';

/** What is to be run of the contract. What is not told leaves everything in; what is told must all hold. */
export interface Selection {
  /** Rules whose cases are run. */
  readonly rules?: readonly RuleId[];
  /** Ids of cases, in which * stands for any characters as in baselines; that of a control case means its case. */
  readonly cases?: readonly string[];
  /** A text in the id or the title, in whichever case of letters. */
  readonly grep?: string;
  /** Rules whose cases are not run. */
  readonly excludeRules?: readonly RuleId[];
}

/** Whether a selection leaves it open that everything is run, but for what is excluded. */
export const isWhole = ({ rules, cases, grep }: Selection): boolean =>
  rules === undefined && cases === undefined && grep === undefined;

/**
 * The cases of a selection, and the sequences that count as such, in the order of the contract. Throws a UsageError for a name that no case has, and where
 * nothing is left to be run: what runs nothing could only be green by mistake.
 */
export function selectCases(
  { rules, cases: names, grep, excludeRules = [] }: Selection,
  contract: readonly NamedCase[] = namedCases(),
): readonly NamedCase[] {
  for (const name of names ?? []) refuseUnknown(name, contract);
  const words = grep?.toLowerCase();
  const chosen = contract.filter(
    ({ id, title, rule }) =>
      (rules === undefined || rules.includes(rule)) &&
      !excludeRules.includes(rule) &&
      (names === undefined || names.some((name) => covers(caseOf(name), id))) &&
      (words === undefined || `${id}\n${title}`.toLowerCase().includes(words)),
  );
  if (chosen.length > 0) return chosen;
  throw new UsageError('No case is in this selection, so nothing would be run; `verify --list` shows all.');
}

function refuseUnknown(name: string, contract: readonly NamedCase[]): void {
  const wanted = caseOf(name);
  if (contract.some(({ id }) => covers(wanted, id))) return;
  if (isSequence(wanted))
    throw new UsageError(
      `"${name}" is no case but a sequence of a search: \`replay\` runs its failure file.`,
    );
  if (wanted.startsWith('pairs/'))
    throw new UsageError(`"${name}" is no case but a pair of rules: \`--rule\` with each of them runs it.`);
  const ids = contract.map(({ id }) => id);
  throw new UsageError(
    isPattern(wanted)
      ? `No case fits "${name}"; \`verify --list\` shows all.`
      : `There is no case "${name}"${suggestion(wanted, ids) || '; `verify --list` shows all.'}`,
  );
}
