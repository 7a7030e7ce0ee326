import { signatureOf } from '../harness/checks/identity.ts';
import { abstractDeviation } from '../harness/run/deviation.ts';
import type { RunResult } from '../harness/run/result.ts';
import { search, type Counterexample } from '../harness/search/index.ts';
import type { Target } from '../harness/target/target.ts';
import type { SearchReport } from '../report/report.ts';
import { searchFindings, type ScriptsFor } from '../report/search-findings.ts';
import type { CompleteOptions, SearchLimits } from './options.ts';

/** How sequences are run, and what is made of what they show. */
export interface BeyondOptions extends CompleteOptions {
  /** Where scripts call; none are made unless given. */
  readonly scripts: ScriptsFor | undefined;
  readonly onFound?: (counterexample: Counterexample) => void;
}

/** Looks for what no directed case shows. What the cases have shown already is not looked for. */
export async function searchBeyond(
  target: Target,
  run: RunResult,
  options: BeyondOptions,
): Promise<SearchReport | undefined> {
  const { search: limits = noSearch, sequences, signal, onProgress } = options;
  const searches = limits.runs > 0 && signal?.aborted !== true;
  if (!searches && sequences.length === 0) return undefined;
  const known = new Set(
    [...run.results.values()].flatMap((result) =>
      result.kind === 'measured'
        ? result.checks.flatMap((check) =>
            check.status === 'fail' ? [signatureOf(abstractDeviation(check, result))] : [],
          )
        : [],
    ),
  );
  const found = await search(target, {
    ...(searches ? limits : noSearch),
    directed: sequences,
    ...(options.without !== undefined && { without: options.without }),
    seed: options.seed,
    known,
    ...(options.jobs !== undefined && { jobs: options.jobs }),
    ...(options.shard !== undefined && { shard: options.shard }),
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && { onProgress }),
    ...(options.onFound !== undefined && { onFound: options.onFound }),
  });
  const { counterexamples, directed, runs, wanted, copies, stopped, leftBehind } = found;
  return {
    ...(searches && { info: { runs, wanted, maxCalls: limits.maxCalls, copies, stopped } }),
    directed,
    findings: searchFindings(counterexamples, options, options.scripts),
    leftBehind,
  };
}

/** What is made up where nothing is to be. */
const noSearch: SearchLimits = { runs: 0, maxCalls: 0, maxTime: 0 };
