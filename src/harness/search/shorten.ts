import type { Call } from '../../contract/generated/types.ts';
import { signatureOf } from '../checks/identity.ts';
import { deltaDebug } from './delta-debugging.ts';
import type { Execution, Sighting } from './execute.ts';

/** Calls that show a deviation, and where they come from. */
export interface Shown {
  readonly calls: readonly Call[];
  readonly sighting: Sighting;
  /** Which calls of the sequence are kept: their indexes, as text. */
  readonly replayPath: string;
}

/** Most attempts at shortening one sequence. */
const mostReductions = 250;

/** The calls up to the one after which a deviation was seen. */
export function upTo(calls: readonly Call[], sighting: Sighting): Shown {
  const needed = calls.slice(0, sighting.at + 1);
  return { calls: needed, sighting, replayPath: [...needed.keys()].join(',') };
}

/** The fewest and plainest calls that still show a deviation; `late` ends the attempts. */
export async function shorten(
  calls: readonly Call[],
  sighting: Sighting,
  execute: (calls: readonly Call[]) => Promise<Execution>,
  late: () => boolean,
): Promise<Shown> {
  const signature = signatureOf(sighting.deviation);
  let best = sighting;
  const reduced = await deltaDebug(
    upTo(calls, sighting).calls,
    async (shorter) => {
      if (late()) return false;
      const { sightings } = await execute(shorter);
      const same = sightings.find(({ deviation }) => signatureOf(deviation) === signature);
      if (same !== undefined) best = same;
      return same !== undefined;
    },
    mostReductions,
  );
  return { calls: reduced.calls, sighting: best, replayPath: reduced.replayPath };
}
