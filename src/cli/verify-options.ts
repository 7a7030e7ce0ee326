import type { RecordingOptions, SearchLimits, VerifyOptions } from '../verify/index.ts';
import { isWhole } from '../verify/select-cases.ts';
import type { VerifyFlags } from './flags.ts';
import { casesOf, selectionOf } from './selection.ts';

/** What flags say of what is judged, whether at an endpoint or from a recording. */
export function judgingOf(flags: VerifyFlags): Omit<RecordingOptions, 'madeUp'> {
  const { rule, excludeRule, without, requirements, minMeasured, gate, pairs } = flags;
  return {
    ...casesOf(flags),
    ...(rule !== undefined && { rules: rule }),
    ...(excludeRule !== undefined && { excludeRules: excludeRule }),
    ...(without !== undefined && { without }),
    ...(requirements !== undefined && { requirements }),
    minMeasured,
    gate,
    pairs,
  };
}

/** What flags say of the endpoint, and of the run there. */
export function runningOf(flags: VerifyFlags): VerifyOptions {
  const { endpoint, kmsEndpoint, account, quota, checkReproductions, shard, targetName, journal, jobs } =
    flags;
  const search = searchOf(flags);
  return {
    ...(endpoint !== undefined && { endpoint }),
    ...(kmsEndpoint !== undefined && { kmsEndpoint }),
    ...(account !== undefined && { profiles: account }),
    ...(quota !== undefined && { quota }),
    ...(checkReproductions !== undefined && { checkReproductions }),
    ...(shard !== undefined && { shard }),
    ...(targetName !== undefined && { targetName }),
    ...(journal !== undefined && { journal }),
    ...(jobs !== undefined && { jobs }),
    ...(search !== undefined && { search }),
    ...(flags.record !== undefined && { record: flags.record }),
    region: flags.region,
    seed: flags.seed,
    timeout: flags.timeout * 1000,
    deadline: flags.deadline * 1000,
    copyTimeout: flags.copyTimeout * 1000,
  };
}

/** Limits of the search; asking for single rules or cases is asking for these only. */
const searchOf = (flags: VerifyFlags): SearchLimits | undefined =>
  isWhole(selectionOf(flags))
    ? { runs: flags.runs, maxCalls: flags.maxCalls, maxTime: flags.maxTime * 1000 }
    : undefined;
