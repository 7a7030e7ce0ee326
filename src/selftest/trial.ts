import { usual } from '../contract/usual.ts';
import { directedCases } from '../contract/directed-cases.ts';
import {
  directedSequences,
  isDirectedSequence,
  namedCases,
  type NamedCase,
} from '../contract/directed-sequences.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { Report } from '../contract/generated/types.ts';
import { culprits, serveVariant, type Mutant, type Variant } from './mutants/index.ts';
import { verify, type SearchLimits } from '../verify/index.ts';

/** What came of the judgement of an endpoint with a bug. */
export interface Trial {
  readonly mutant: Mutant;
  /** Whether a deviation was held against one of its culprits. */
  readonly killed: boolean;
  /** Rules that the deviations were held against. */
  readonly findings: readonly RuleId[];
  /** Whether a run with the usual gate would have failed. */
  readonly gates: boolean;
  /** Fingerprints that only one of two runs told: a baseline could not hold them. */
  readonly unstable: readonly string[];
  /** How far the run had to go. */
  readonly by: 'cases of the rule' | 'sequences of the rule' | 'all cases' | 'search' | 'nothing';
}

/** How an endpoint is judged. */
export interface TrialOptions {
  readonly seed: number;
  /** Limits of the stateful search. */
  readonly search: SearchLimits;
  readonly signal?: AbortSignal;
}

/** A part of what a default run does. */
interface Stage {
  readonly by: Exclude<Trial['by'], 'nothing'>;
  readonly cases: readonly NamedCase[];
  readonly search?: SearchLimits;
}

/**
 * Judges an endpoint with a bug until the bug shows: with the cases of its culprits, with their sequences, then with
 * all of both, then with the search. Each is part of a default run, so what shows here shows there. Rejects when the
 * endpoint cannot be judged at all.
 */
export async function tryMutant(mutant: Mutant, options: TrialOptions): Promise<Trial> {
  const about: readonly RuleId[] = culprits(mutant);
  const own: Stage = {
    by: 'cases of the rule',
    cases: directedCases().filter(({ rule }) => about.includes(rule)),
  };
  const sequences: Stage = {
    by: 'sequences of the rule',
    cases: directedSequences().filter(({ rule }) => about.includes(rule)),
  };
  const all: Stage = { by: 'all cases', cases: namedCases() };
  const search: Stage = { by: 'search', cases: [], search: options.search };
  const further = mutant.direction === 'in the course' ? [search, all] : [all, search];
  const findings = new Set<RuleId>();
  for (const stage of [own, sequences, ...further]) {
    const run = (which: RunOfTrial): Promise<Report> =>
      judge({ name: mutant.name, ...mutant.variant() }, stage.cases, options, stage.search, which);
    const report = await run(first);
    for (const { rule } of report.findings) findings.add(rule as RuleId);
    if (!about.some((rule) => findings.has(rule))) continue;
    return {
      mutant,
      killed: true,
      findings: [...findings],
      gates: report.summary.exitCode === 1,
      unstable: differing(report, await run(again)),
      by: stage.by,
    };
  }
  return { mutant, killed: false, findings: [...findings], gates: false, unstable: [], by: 'nothing' };
}

/** What two runs of a trial differ in: the names that they give, and what the endpoint makes up. */
interface RunOfTrial {
  readonly runId: string;
  /** Of the endpoint's ids. */
  readonly salt: number;
}

const first: RunOfTrial = { runId: 'selftest', salt: 0 };
const again: RunOfTrial = { runId: 'again7', salt: 1 };

/** Fingerprints that one report has and the other has not. */
function differing(one: Report, other: Report): readonly string[] {
  const told = [one, other].map(({ findings }) => new Set(findings.map(({ fingerprint }) => fingerprint)));
  return [...new Set(told.flatMap((each) => [...each]))].filter((id) => !told.every((each) => each.has(id)));
}

/** The report on an endpoint, with these cases and sequences, and perhaps a search. */
export async function judge(
  variant: Variant,
  cases: readonly NamedCase[],
  { seed, signal }: Omit<TrialOptions, 'search'>,
  search?: SearchLimits,
  { runId, salt }: RunOfTrial = first,
): Promise<Report> {
  const running = await serveVariant(variant, seed + salt);
  try {
    return await verify({
      endpoint: running.url,
      region: 'us-east-1',
      cases: cases.flatMap((entry) => (isDirectedSequence(entry) ? [] : [entry])),
      sequences: cases.filter(isDirectedSequence),
      seed,
      gate: usual.gate,
      timeout: 10_000,
      pairs: 0,
      runId,
      journal: false,
      ...(search !== undefined && { search }),
      ...(signal !== undefined && { signal }),
    });
  } finally {
    await running.close();
  }
}
