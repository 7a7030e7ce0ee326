import type { Scenario } from '../reproduce/index.ts';
import type { EndpointTarget } from '../target/endpoint/index.ts';
import type { Step } from '../target/target.ts';
import type { Deviation } from '../checks/check.ts';
import { ruleEntry } from '../../contract/provenance.ts';
import { isOfTheWire, measuredByTags } from '../checks/measured-by.ts';
import type { Measured } from './unit.ts';

/** What shows a deviation again, at the endpoint where it was seen. */
export function scenarioOf(
  measured: Measured,
  deviation: Deviation,
  { access, endpoint }: Pick<EndpointTarget, 'access' | 'endpoint'>,
): Scenario {
  const { unit, caller, request, exchange } = measured;
  return {
    title: `${deviation.rule} (${unit.label})`,
    expected: deviation.expected,
    actual: deviation.actual,
    endpoint,
    access,
    steps: neededSteps(measured),
    caller,
    request,
    wire: unit.wire,
    ...(unit.http !== undefined && { edits: unit.http }),
    ...(exchange.http !== undefined && { http: exchange.http }),
    look: lookFor(deviation),
  };
}

/**
 * The steps without the keys that neither the request nor a snapshot needs: other cases share the world. Where an alias
 * was given its name, it is what the others are like that matters.
 */
function neededSteps({ given, unit, steps }: Measured): readonly Step[] {
  const keys = given.keys ?? {};
  const named = Object.values(keys).some(({ alias }) => typeof alias === 'string');
  const words = JSON.stringify([unit.request, unit.wire]);
  const encrypting = Object.values(given.snapshots ?? {}).map((snapshot) => snapshot.encryptedWith);
  const needed = (handle: string): boolean =>
    !(handle in keys) ||
    encrypting.includes(handle) ||
    words.includes(`{${handle}`) ||
    (named && keys[handle]?.alias !== undefined);
  return steps.filter(({ about }) => about === undefined || needed(about));
}

/** What shows the deviation. */
export function lookFor({ rule }: Pick<Deviation, 'rule'>): Scenario['look'] {
  const { shownBy } = ruleEntry(rule);
  if (shownBy !== undefined) return shownBy;
  if (measuredByTags(rule)) return 'tags';
  return isOfTheWire(rule) ? 'wire' : 'answer';
}
