import pLimit from 'p-limit';
import { conforming, mutants, type Variant } from './mutants/index.ts';
import type { DirectedCase } from '../contract/case.ts';
import { rules, type RuleId } from '../contract/generated/catalogue.ts';
import { directedCases } from '../contract/directed-cases.ts';
import type { Finding } from '../contract/generated/types.ts';
import type { Progress } from '../harness/run/progress.ts';
import { withoutSymptoms } from '../report/symptoms.ts';
import { judge, tryMutant, type Trial, type TrialOptions } from './trial.ts';

/** What a run with one bug after another showed. */
export interface SelfTest {
  readonly trials: readonly Trial[];
  /** Of each rule, how many of the endpoints that break it were found out. */
  readonly scores: readonly Score[];
  /** Endpoints that conform, and the deviations that were held against them all the same. */
  readonly alarms: readonly Alarm[];
}

/** How well one rule is watched. */
export interface Score {
  readonly rule: RuleId;
  readonly mutants: number;
  readonly killed: number;
}

/** An endpoint that conforms, and what was held against it: nothing, if all is well. */
export interface Alarm {
  readonly endpoint: string;
  readonly rules: readonly string[];
}

/** How the harness is tried, and who is told. */
export interface SelfTestOptions extends TrialOptions {
  /** Only mutants that break these rules, and no conforming endpoints; all unless given. */
  readonly rules?: readonly RuleId[];
  readonly onProgress?: (progress: Progress) => void;
}

/** The cases that an endpoint which conforms is tried with: the first of each rule, and all of those it is about. */
export const casesFor = ({ tries = [] }: Variant): readonly DirectedCase[] => [
  ...new Set([...oneCaseARule(), ...directedCases().filter(({ rule }) => tries.includes(rule))]),
];

/** How many endpoints are judged at once. */
const atOnce = 4;

/** The first case of each rule: enough where the difference has nothing to do with the rule. */
export const oneCaseARule = (): readonly DirectedCase[] =>
  [...new Map([...directedCases()].reverse().map((entry) => [entry.rule, entry])).values()].reverse();

/**
 * Tries whether `verify` finds out every endpoint with a bug, and leaves alone every endpoint that conforms. Stops
 * early when aborted; what was tried by then is told.
 */
export async function selfTest(options: SelfTestOptions): Promise<SelfTest> {
  const wanted = options.rules;
  const all = wanted === undefined ? mutants : mutants.filter(({ rule }) => wanted.includes(rule));
  const others = wanted === undefined ? conforming : [];
  const total = all.length + others.length;
  const isOver = (): boolean => options.signal?.aborted === true;
  let [done, failed] = [0, 0];
  // Much of a trial is waiting, for copies and for endpoints that fail: a few at once share one core well.
  const limit = pLimit(atOnce);
  const each = <Item extends { readonly name: string }, Result>(
    items: readonly Item[],
    work: (item: Item) => Promise<Result>,
    isRight: (result: Result) => boolean,
  ): Promise<readonly Result[]> =>
    limit
      .map(items, async (item) => {
        if (isOver()) return [];
        const result = await work(item);
        done += 1;
        if (!isRight(result)) failed += 1;
        options.onProgress?.({ of: 'endpoints', done, total, failed, label: item.name });
        return [result];
      })
      .then((results) => results.flat());
  const trials = await each(all, (mutant) => tryMutant(mutant, options), isFoundOut);
  const alarms = await each(
    others,
    async (variant): Promise<Alarm> => ({
      endpoint: variant.name,
      rules: await heldAgainst(variant, options),
    }),
    isLeftAlone,
  );
  return { trials, scores: scoresOf(trials), alarms };
}

/** What must not be held against an endpoint that conforms: any deviation but those that fail no run, as it says. */
export const alarmsIn = (findings: readonly Finding[], { told = [] }: Variant): readonly Finding[] =>
  withoutSymptoms(findings).filter(({ rule, gating }) => gating || !told.some((id) => id === rule));

async function heldAgainst(variant: Variant, options: TrialOptions): Promise<readonly string[]> {
  const { findings } = await judge(variant, casesFor(variant), options);
  return [...new Set(alarmsIn(findings, variant).map(({ rule }) => rule))];
}

/** Of each rule that some mutant is about, how many were found out; in the order of the catalogue. */
function scoresOf(trials: readonly Trial[]): readonly Score[] {
  return rules.flatMap(({ id }) => {
    const own = trials.filter(({ mutant }) => mutant.rule === id);
    const killed = own.filter((trial) => trial.killed).length;
    return own.length === 0 ? [] : [{ rule: id, mutants: own.length, killed }];
  });
}

/** Whether every bug was found out, and known again in another run, and nothing else. */
export const isSound = ({ trials, alarms }: SelfTest): boolean =>
  trials.every(isFoundOut) && alarms.every(isLeftAlone);

const isFoundOut = ({ killed, unstable }: Trial): boolean => killed && unstable.length === 0;
const isLeftAlone = ({ rules: held }: Alarm): boolean => held.length === 0;
