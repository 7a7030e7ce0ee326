import type { Caller } from '../../model/world/place.ts';
import { isModelled } from '../perform.ts';
import type { Belief } from './belief.ts';
import { clusterWitness } from './clusters.ts';
import { rejectionProblems } from './copies.ts';
import { courseProblems } from './course.ts';
import { faultProblems } from './faults.ts';
import type { Problem } from './finding.ts';
import { outputProblems } from './outputs.ts';
import { pageWitness } from './pages.ts';
import type { RecordedCall } from './recorded-call.ts';
import { refusalProblems } from './refusals.ts';
import { requestProblems } from './requests.ts';
import { sayingsOf } from './sayings.ts';
import { isRecord, noAnswer } from './shapes.ts';
import { shareWitness } from './shares.ts';
import { tagWitness } from './tags.ts';

/** Looks at calls in their order, and tells of each what of it cannot be. */
export type Look = (call: RecordedCall, caller: Caller) => readonly Problem[];

/** Who looks, from the first call on; `partial` as in `AuditOptions`. */
export function looking(belief: Belief, partial: boolean): Look {
  const clusters = clusterWitness();
  const witnesses = [pageWitness(), tagWitness(), shareWitness(), clusters];
  return (call, caller) => {
    const { operation, input, answered } = call;
    if (!isModelled(operation)) {
      clusters.forget(caller, input);
      return [];
    }
    const wrongRequest = requestProblems(operation, input);
    if (answered.kind === 'pending') return wrongRequest;
    const isReadable = wrongRequest.length === 0;
    if (answered.kind === 'error') {
      // The model's own answers are right by definition, and time may have passed that the mock knows nothing of.
      if (answered.open !== undefined) return wrongRequest;
      const isJudged = isReadable && operation === 'CopyDBClusterSnapshot';
      const unfounded = isJudged ? rejectionProblems(belief, caller, input, answered.error) : [];
      return [...wrongRequest, ...faultProblems(operation, answered.error), ...unfounded];
    }
    if (!isRecord(answered.output))
      return partial ? wrongRequest : [...wrongRequest, noAnswer(answered.output)];
    const heard = { operation, input, output: answered.output, caller };
    // What is known before the witnesses hear of this call.
    const refused = isReadable
      ? refusalProblems(heard, { heard: belief.heard, clusters, world: belief.world })
      : [];
    const known = courseProblems(belief.heard, sayingsOf(call, caller));
    const told = witnesses.flatMap((witness) => witness.hear(heard));
    if (answered.open !== undefined) return wrongRequest;
    const formed = outputProblems(heard, { belief, partial, isReadable });
    return [...wrongRequest, ...formed, ...refused, ...known, ...told];
  };
}
