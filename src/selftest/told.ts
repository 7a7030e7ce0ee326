import { directedCases } from '../contract/directed-cases.ts';
import type { Finding } from '../contract/generated/types.ts';
import { byImpact } from '../report/impact.ts';
import { failsRun, symptomsOf, withoutSymptoms } from '../report/symptoms.ts';
import { culprits, type Mutant } from './mutants/index.ts';
import { judge, type TrialOptions } from './trial.ts';

/** What whoever maintains an endpoint with one bug reads first of a whole run. */
export interface Told {
  readonly mutant: Mutant;
  /** The deviations that fail the run by themselves, as the page has them: most harmful first. */
  readonly deviations: readonly Finding[];
  /** Whether the first of them is held against a culprit, by itself or by what it explains; so it is where there is none. */
  readonly rightFirst: boolean;
}

/** Judges an endpoint with a bug by all cases, without search and pairs of rules. Rejects when it cannot be judged. */
export async function tellOf(mutant: Mutant, options: Omit<TrialOptions, 'search'>): Promise<Told> {
  const { findings } = await judge({ name: mutant.name, ...mutant.variant() }, directedCases(), options);
  const deviations = byImpact(withoutSymptoms(findings).filter(failsRun));
  const [first] = deviations;
  const about = new Set<string>(culprits(mutant));
  const explained = first === undefined ? [] : (symptomsOf(findings).get(first.fingerprint) ?? []);
  const rightFirst = first === undefined || [first, ...explained].some(({ rule }) => about.has(rule));
  return { mutant, deviations, rightFirst };
}

/** Whether few deviations tell of a bug, the right one first. */
export const isToThePoint = ({ deviations, rightFirst }: Told): boolean =>
  deviations.length <= 2 && rightFirst;
