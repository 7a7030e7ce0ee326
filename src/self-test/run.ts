import { conforming, mutants, type Variant } from '../mutants/index.ts';
import type { DirectedCase } from '../spec/case.ts';
import { rules, type RuleId } from '../spec/generated/catalogue.ts';
import { cases } from '../spec/generated/cases.ts';
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
  readonly onProgress?: (progress: {
    readonly done: number;
    readonly total: number;
    readonly label: string;
  }) => void;
}

/** The first case of each rule: enough where the difference has nothing to do with the rule. */
export const oneCaseARule: readonly DirectedCase[] = [
  ...new Map([...cases].reverse().map((entry) => [entry.rule, entry])).values(),
].reverse();

/**
 * Tries whether `verify` finds out every endpoint with a bug, and leaves alone every endpoint that conforms. Stops
 * early when aborted; what was tried by then is told.
 */
export async function selfTest(options: SelfTestOptions): Promise<SelfTest> {
  const wanted = options.rules;
  const all = wanted === undefined ? mutants : mutants.filter(({ rule }) => wanted.includes(rule));
  const others = wanted === undefined ? conforming : [];
  const total = all.length + others.length;
  const trials: Trial[] = [];
  const alarms: Alarm[] = [];
  const isOver = (): boolean => options.signal?.aborted === true;
  for (const mutant of all) {
    if (isOver()) break;
    options.onProgress?.({ done: trials.length, total, label: mutant.name });
    trials.push(await tryMutant(mutant, options));
  }
  for (const variant of others) {
    if (isOver()) break;
    options.onProgress?.({ done: trials.length + alarms.length, total, label: variant.name });
    alarms.push({ endpoint: variant.name, rules: await heldAgainst(variant, options) });
  }
  return { trials, scores: scoresOf(trials), alarms };
}

async function heldAgainst(variant: Variant, options: TrialOptions): Promise<readonly string[]> {
  const report = await judge(variant, oneCaseARule, options);
  return [...new Set(report.findings.map(({ rule }) => rule))];
}

/** Of each rule that some mutant is about, how many were found out; in the order of the catalogue. */
function scoresOf(trials: readonly Trial[]): readonly Score[] {
  return rules.flatMap(({ id }) => {
    const own = trials.filter(({ mutant }) => mutant.rule === id);
    const killed = own.filter((trial) => trial.killed).length;
    return own.length === 0 ? [] : [{ rule: id, mutants: own.length, killed }];
  });
}

/** Whether every bug was found out, and nothing else. */
export const isSound = ({ trials, alarms }: SelfTest): boolean =>
  trials.every(({ killed }) => killed) && alarms.every(({ rules: held }) => held.length === 0);
