import { emptyWorld, placeKey, type Caller, type CopyRequest } from '../../model/index.ts';
import type { Call } from '../../contract/generated/types.ts';
import { FixtureBuilder } from '../target/endpoint/fixture-builder.ts';
import { StagingStopped } from '../target/endpoint/staging-stopped.ts';
import { apart, keepable } from '../target/keepable.ts';
import type { Exchange, Step, Target } from '../target/target.ts';
import type { Deviation } from '../checks/check.ts';
import { withAbstractNames, type AbstractDeviation } from '../run/deviation.ts';
import { sequenceAbstractor } from '../run/names.ts';
import { NoAnswer, playCopy } from './copy-call.ts';
import { callerAt, stageCall, type Play } from './stage-calls.ts';
import { checkState, checkTags } from './check-state.ts';

/** A deviation, and the call after which it was seen. */
export interface Sighting {
  readonly deviation: AbstractDeviation & Pick<Deviation, 'seenBy'>;
  /** Index of the call in the sequence. */
  readonly at: number;
  readonly caller: Caller;
  readonly request: CopyRequest;
  readonly exchange: Exchange;
  /** Calls on the wire that came before. */
  readonly steps: readonly Step[];
}

/** What came of a sequence; nothing secret is in it. */
export interface Execution {
  readonly sightings: readonly Sighting[];
  /** How many copies were judged. */
  readonly copies: number;
  /** Why the sequence ended early, if it did. */
  readonly stopped?: { readonly kind: 'impossible' | 'failed'; readonly reason: string };
  readonly leftBehind: readonly string[];
}

/** How a sequence is run. */
export interface ExecutionOptions {
  /** Starts every name. Valid at the start of an identifier, at most 30 characters. */
  readonly prefix: string;
  readonly signal?: AbortSignal;
}

/** Runs a sequence of calls against a target, with the model as the oracle, and removes everything again. */
export async function executeSequence(
  target: Target,
  calls: readonly Call[],
  { prefix, signal }: ExecutionOptions,
): Promise<Execution> {
  const { tools } = target;
  if (tools === undefined) throw new Error(`${target.name} offers no calls but CopyDBClusterSnapshot`);
  const fixtureBuilder = new FixtureBuilder(tools);
  const { keyRing } = tools;
  const play: Play = {
    target,
    fixtureBuilder,
    keyRing,
    prefix,
    strangers: new Set(),
    world: emptyWorld(Date.now()),
    keys: {},
  };
  const abstract = sequenceAbstractor(prefix, target.setting, target.endpoint);
  const sightings: Sighting[] = [];
  let copies = 0;
  let stopped: Execution['stopped'];
  try {
    for (const [at, next] of calls.entries()) {
      if (signal?.aborted === true) break;
      if (next.op !== 'copy') {
        await stageCall(play, next);
        continue;
      }
      const before = fixtureBuilder.steps.length;
      const played = await playCopy(play, next);
      copies += next.times ?? 1;
      const last = at === calls.length - 1;
      const seen = [...played.checks, ...(await checkState(play, played.caller))];
      if (last) for (const place of placesOf(play, calls)) seen.push(...(await checkTags(play, place)));
      for (const check of seen) {
        if (check.status !== 'fail') continue;
        const { caller, request } = played;
        sightings.push({
          deviation: apart({
            ...withAbstractNames(check, abstract),
            ...(check.seenBy !== undefined && { seenBy: check.seenBy }),
          }),
          at,
          caller,
          request,
          exchange: keepable(played.exchange),
          steps: fixtureBuilder.steps.slice(0, before),
        });
      }
    }
  } catch (error) {
    if (error instanceof StagingStopped) stopped = { kind: error.kind, reason: error.message };
    else if (error instanceof NoAnswer) stopped = { kind: 'failed', reason: error.message };
    else {
      await cleanUp(play);
      throw error;
    }
  }
  const leftBehind = await cleanUp(play);
  const execution = { sightings, copies, leftBehind, ...(stopped !== undefined && { stopped }) };
  return target.redact?.(execution) ?? execution;
}

async function cleanUp({ fixtureBuilder, keyRing }: Play): Promise<readonly string[]> {
  const left = await fixtureBuilder.cleanUp();
  await keyRing.giveBack(fixtureBuilder);
  return left;
}

/** The places that the sequence has to do with, each once. */
function placesOf(play: Play, calls: readonly Call[]): Caller[] {
  const places = new Map<string, Caller>();
  for (const call of calls) {
    if (!('at' in call)) continue;
    const caller = callerAt(play, call.at);
    places.set(placeKey(caller), caller);
  }
  return [...places.values()];
}
