import type { RuleId } from '../contract/generated/catalogue.ts';
import type { Finding } from '../contract/generated/types.ts';
import { gatingOf, type Gate } from '../contract/gate.ts';
import { ruleEntry } from '../contract/provenance.ts';
import { abstractDeviation, type AbstractDeviation } from '../harness/run/deviation.ts';
import type { Measured } from '../harness/run/unit.ts';
import type { Counterexample } from '../harness/search/index.ts';
import { Ending } from '../harness/target/allowance.ts';
import { caseOfSequence } from '../report/search-findings.ts';

/** When a run ends before everything is done. */
export interface Bail {
  /** After so many deviations that fail the run, from 1; those that are alike but for names count once. */
  readonly after: number;
  /** Whether a deviation is known where it was seen, and so does not count; none is unless given. */
  readonly isKnown?: (seen: SeenDeviation) => boolean;
}

/** A deviation when it is seen, with names made abstract, and where: `target` is what the report calls the target. */
export type SeenDeviation = Pick<Finding, 'fingerprint' | 'expected' | 'actual' | 'cases'> & {
  readonly rule: RuleId;
  readonly target: string;
};

/** What a lookout needs to know of its run. */
export interface LookoutOptions extends Bail, Gate {
  /** Name of the target. */
  readonly target: string;
  /** Rules whose deviations are told, be it that they are deviated from or that their case shows it; all unless given. */
  readonly isTold?: (rule: RuleId) => boolean;
  /** Ends the run. */
  readonly end: (ending: Ending) => void;
}

/** Watches a run, and ends it once enough deviations that fail it were seen. */
export class Lookout {
  readonly #options: LookoutOptions;
  readonly #seen = new Set<string>();

  constructor(options: LookoutOptions) {
    this.#options = options;
  }

  /**
   * Looks at a call that was judged. Whether one that breaks two rules was refused for the right one is understood at
   * the end of a run only, so that it does not count here.
   */
  readonly measured = (result: Measured): void => {
    const { isTold = () => true } = this.#options;
    const pair: readonly RuleId[] = result.unit.pair ?? [];
    for (const check of result.checks) {
      if (check.status !== 'fail' || pair.includes(check.rule)) continue;
      if (!isTold(check.rule) && (check.tested === undefined || !isTold(check.tested))) continue;
      this.#count(abstractDeviation(check, result), result.unit.label);
    }
  };

  /** Looks at what a sequence has shown. */
  readonly found = (counterexample: Counterexample): void => {
    const { isTold = () => true } = this.#options;
    const { deviation } = counterexample.sighting;
    if (isTold(deviation.rule)) this.#count(deviation, caseOfSequence(counterexample));
  };

  #count(deviation: AbstractDeviation, seenIn: string): void {
    const { after, target, isKnown, end } = this.#options;
    const { rule, aspect, fingerprint, expected, actual } = deviation;
    if (this.#seen.size >= after || this.#seen.has(fingerprint)) return;
    if (!gatingOf(ruleEntry(rule), aspect, this.#options).gating) return;
    if (isKnown?.({ rule, target, fingerprint, expected, actual, cases: [seenIn] }) === true) return;
    this.#seen.add(fingerprint);
    if (this.#seen.size === after) end(new Ending('bail', reasonOf(after)));
  }
}

const reasonOf = (after: number): string =>
  `it was to stop after ${after === 1 ? 'the first deviation' : `${after} deviations`} that fail${after === 1 ? 's' : ''} the run`;
