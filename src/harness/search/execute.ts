import { emptyWorld, placeKey, type Caller, type CopyRequest } from '../../model/index.ts';
import type { Call } from '../../contract/generated/types.ts';
import { Workshop } from '../target/endpoint/workshop.ts';
import { StagingStopped } from '../target/endpoint/staging-stopped.ts';
import { apart, keepable } from '../target/keepable.ts';
import type { Exchange, Step, Target } from '../target/target.ts';
import type { Deviation } from '../checks/check.ts';
import { NoAnswer, playCopy } from './copy-call.ts';
import { callerAt, stageCall, type Play } from './stage-calls.ts';
import { survey, surveyTags } from './survey.ts';

/** A deviation, and the call after which it was seen. */
export interface Sighting {
  readonly deviation: Deviation;
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
  const workshop = new Workshop(tools);
  const { keyRing } = tools;
  const play: Play = {
    target,
    workshop,
    keyRing,
    prefix,
    strangers: new Set(),
    world: emptyWorld(Date.now()),
    keys: {},
  };
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
      const before = workshop.steps.length;
      const played = await playCopy(play, next);
      copies += next.times ?? 1;
      const last = at === calls.length - 1;
      const seen = [...played.checks, ...(await survey(play, played.caller))];
      if (last) for (const place of placesOf(play, calls)) seen.push(...(await surveyTags(play, place)));
      for (const check of seen) {
        if (check.status !== 'fail') continue;
        const { caller, request } = played;
        sightings.push({
          deviation: apart(check),
          at,
          caller,
          request,
          exchange: keepable(played.exchange),
          steps: workshop.steps.slice(0, before),
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

async function cleanUp({ workshop, keyRing }: Play): Promise<readonly string[]> {
  const left = await workshop.cleanUp();
  await keyRing.giveBack(workshop);
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
