import { copy as copySnapshot } from '../model/operations/copy.ts';
import { gatherFacts } from '../model/rules/facts.ts';
import { judgeFacts } from '../model/rules/judge.ts';
import { placeKey, type Caller } from '../model/world/place.ts';
import type { World } from '../model/world/world.ts';
import type { Judge } from './judged.ts';
import type { Taker } from './namesakes.ts';

/**
 * Judges planned copies against a world that evolves: what a copy makes is there for those that come after it, and
 * one that AWS refuses makes nothing. Each is finished before the next begins, unless copies take time in the world.
 */
export function judgeInWorld(start: World, standIn: Caller): Judge {
  let world = start;
  const makers = new Map<string, Taker>();
  return (planned) => {
    const caller = { ...standIn, ...planned.caller };
    const facts = gatherFacts(world, caller, planned.request);
    const { broken, unspecified, copied } = judgeFacts(facts);
    const name = `${placeKey(caller)}/${facts.target ?? ''}`;
    const taker = broken.includes('target-unique') ? makers.get(name) : undefined;
    if (copied !== undefined) {
      [world] = copySnapshot(world, caller, planned.request);
      makers.set(name, { name: planned.name, file: planned.file, ...planned.at });
    }
    return {
      facts,
      inWorld: true,
      broken,
      unspecified,
      unchecked: [],
      undecided: [],
      ...(taker !== undefined && { taker }),
    };
  };
}
