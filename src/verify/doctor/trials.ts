import { capabilityOf, type LeftOutName } from '../../contract/capabilities.ts';
import type { Capability } from '../../harness/target/exchange.ts';
import type { EndpointTarget } from '../../harness/target/endpoint/index.ts';
import { nameMaker } from '../../harness/run/names.ts';
import type { WorldDocument } from '../../contract/generated/types.ts';

/** What takes more operations than a probe asks for: the smallest world that needs them. */
const trials: readonly (readonly [name: LeftOutName, given: WorldDocument])[] = [
  ['sharing', { snapshots: { shared: { sharedWith: ['all'] } } }],
  ['tags', { snapshots: { tagged: { tags: [{ Key: 'team', Value: 'blue' }] } } }],
  ['kms', { keys: { key: { alias: true } } }],
  // The same key: a run makes one of each kind.
  ['key-states', { keys: { key: { state: 'Disabled' } } }],
];

/**
 * What a target can do, tried: what its probes leave in doubt is staged once and removed again. `snapshots` tells
 * whether it makes any.
 */
export async function tryCapabilities(
  target: EndpointTarget,
  snapshots: boolean,
): Promise<{ readonly capabilities: readonly Capability[]; readonly leftBehind: readonly string[] }> {
  const failed = new Map<string, string>();
  const leftBehind: string[] = [];
  for (const [i, [what, given]] of trials.entries()) {
    const name: string = capabilityOf[what];
    if (given.snapshots !== undefined && !snapshots) continue;
    if (!target.capabilities.some((probed) => probed.name === name && probed.available)) continue;
    // Worlds of the run itself are numbered from 0.
    const staging = await target.stage(given, nameMaker(target.runId, firstTrial + i));
    if (staging.kind === 'staged') leftBehind.push(...(await staging.cleanUp()));
    // What did not come about for another reason may come about another time.
    if (staging.kind === 'impossible' && staging.mayPass !== true) failed.set(name, staging.reason);
  }
  const capabilities = target.capabilities.map((probed): Capability => {
    const detail = failed.get(probed.name);
    return detail === undefined ? probed : { ...probed, available: false, detail };
  });
  return { capabilities, leftBehind };
}

const firstTrial = 100;
