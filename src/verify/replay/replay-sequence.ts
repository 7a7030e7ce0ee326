import { executeSequence } from '../../harness/search/index.ts';
import type { Failure, SequenceReplay } from '../../contract/generated/types.ts';
import { endingOf } from '../../harness/target/allowance.ts';
import type { EndpointTarget } from '../../harness/target/endpoint/index.ts';
import { searchFindings } from '../../report/search-findings.ts';
import type { Attempt, ReplayOptions } from './attempt.ts';

/** Makes the calls of a sequence again, with the model as the oracle. */
export async function replaySequence(
  target: EndpointTarget,
  _: Failure,
  { calls, path, replayPath }: SequenceReplay,
  { signal }: ReplayOptions,
): Promise<Attempt> {
  const { sightings, stopped, leftBehind } = await executeSequence(target, calls, {
    prefix: `ncc-${target.runId}-s1`,
    closely: true,
    ...(signal !== undefined && { signal }),
  });
  const counterexamples = sightings.map((sighting) => ({ calls, sighting, path, replayPath }));
  const findings = searchFindings(counterexamples, { gate: 'inferred' }, target);
  if (findings.length > 0) return { ok: true, findings, leftBehind };
  if (stopped !== undefined) return { ok: false, reason: stopped.reason, leftBehind };
  const ending = endingOf(signal);
  if (ending !== undefined) return { ok: false, reason: ending.reason, leftBehind };
  return { ok: true, findings, leftBehind };
}
