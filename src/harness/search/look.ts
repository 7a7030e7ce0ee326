import { placeKey, type Caller } from '../../model/index.ts';
import type { Call } from '../../contract/generated/types.ts';
import type { Check } from '../checks/check.ts';
import { checkState, checkTags } from './check-state.ts';
import { featuresOf } from './features.ts';
import { callerAt, type Play } from './stage-calls.ts';

/**
 * Looks at what a call of a sequence has left: where it was made, and after the last call at all places that the target
 * has, and at tags. Closely: at all places of the sequence, with all tags, after every call.
 */
export async function look(
  play: Play,
  calls: readonly Call[],
  at: number,
  closely: boolean,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  const last = at === calls.length - 1;
  const own = placesOf(play, calls);
  const touched = placesOf(play, calls.slice(at, at + 1));
  const places = last ? everywhere(play) : closely ? own : touched;
  for (const place of places.values()) checks.push(...(await checkState(play, place)));
  if (closely || last) for (const place of own.values()) checks.push(...(await checkTags(play, place)));
  return checks;
}

/** Places by their keys, each once. */
type Places = ReadonlyMap<string, Caller>;

const byKey = (callers: readonly Caller[]): Places =>
  new Map(callers.map((caller) => [placeKey(caller), caller]));

/** The places that calls have to do with. */
const placesOf = (play: Play, calls: readonly Call[]): Places =>
  byKey(calls.flatMap((call) => ('name' in call || 'source' in call ? [callerAt(play, call.at)] : [])));

/** All places that the target has. */
function everywhere(play: Play): Places {
  const { otherAccount, otherRegion } = featuresOf(play.target);
  const accounts = otherAccount ? (['self', 'other'] as const) : (['self'] as const);
  const regions = otherRegion ? (['here', 'elsewhere'] as const) : (['here'] as const);
  return byKey(accounts.flatMap((account) => regions.map((region) => callerAt(play, { account, region }))));
}
