import { buildReport, type JudgedReport } from '../report/report.ts';
import { runCases } from '../harness/run/run.ts';
import type { Target } from '../harness/target/target.ts';
import { complete, demandsOf, type VerifyOptions } from './options.ts';
import { version } from '../contract/version.ts';

/** Options of `runContract`: those of `verify` that have nothing to do with an endpoint. */
export type ContractOptions = Pick<
  VerifyOptions,
  | 'cases'
  | 'rules'
  | 'excludeRules'
  | 'without'
  | 'minMeasured'
  | 'seed'
  | 'gate'
  | 'requirements'
  | 'pairs'
  | 'jobs'
  | 'onProgress'
  | 'signal'
>;

/**
 * Judges whatever is a `Target` with the directed cases: a client in process, another protocol, a service of one's
 * own. The target is left open; what it does otherwise than AWS is in the report. Scripts are made for endpoints only.
 *
 * @example
 * const report = await runContract(target);
 * process.exitCode = report.summary.exitCode;
 */
export async function runContract(target: Target, given: ContractOptions = {}): Promise<JudgedReport> {
  // A target of somebody's own may hold no more than one world.
  const options = complete({ jobs: 1, ...given });
  const startedAt = new Date();
  const run = await runCases(target, options);
  const leftBehind = await target.sweep();
  return buildReport(target, run, {
    ...options,
    version: version(),
    startedAt,
    milliseconds: Date.now() - startedAt.getTime(),
    demands: demandsOf(options),
    reproduce: () => ({}),
    leftBehind,
  });
}
