import { emptyWorld, type Caller, type CopyRequest } from '../../model/index.ts';
import type { Call } from '../../contract/generated/types.ts';
import { FixtureBuilder } from '../target/endpoint/fixture-builder.ts';
import { StagingStopped } from '../target/endpoint/staging-stopped.ts';
import { apart, keepable } from '../target/keepable.ts';
import type { Exchange, Step, Target } from '../target/target.ts';
import type { Check, Deviation } from '../checks/check.ts';
import { withAbstractNames, type AbstractDeviation } from '../run/deviation.ts';
import { sequenceAbstractor } from '../run/names.ts';
import { describing } from './check-state.ts';
import { NoAnswer, playCopy, type PlayedCopy } from './copy-call.ts';
import { look } from './look.ts';
import { stageCall, type Play } from './stage-calls.ts';

/** A deviation, and the call after which it was seen. */
export interface Sighting {
  readonly deviation: AbstractDeviation & Pick<Deviation, 'seenBy'>;
  /** Index of the call in the sequence. */
  readonly at: number;
  /** The last copy that was asked for by then. */
  readonly caller: Caller;
  readonly request: CopyRequest;
  readonly exchange: Exchange;
  /** Calls on the wire that came before that copy. */
  readonly steps: readonly Step[];
  /** Calls on the wire that came after it. */
  readonly after: readonly Step[];
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
  /**
   * Whether all places of the sequence are looked at after every call, tags included; unless told, only where the call
   * was made, until the end.
   */
  readonly closely?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Runs a sequence of calls against a target, with the model as the oracle, and removes everything again. All of it is
 * one piece of work, where the target is recorded.
 */
export async function executeSequence(
  target: Target,
  calls: readonly Call[],
  options: ExecutionOptions,
): Promise<Execution> {
  const { prefix, closely = false } = options;
  const piece = target.piece?.({ kind: 'sequence', calls, closely, prefix });
  const names = piece?.prefix ?? prefix;
  const execution = await playAll(piece?.target ?? target, calls, { ...options, prefix: names });
  await piece?.end();
  return execution;
}

async function playAll(
  target: Target,
  calls: readonly Call[],
  { prefix, closely = false, signal }: ExecutionOptions,
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
  let played: PlayedCopy | undefined;
  let stopped: Execution['stopped'];
  try {
    for (const [at, next] of calls.entries()) {
      if (signal?.aborted === true) break;
      const checks: Check[] = [];
      if (next.op === 'copy') {
        played = await playCopy(play, next);
        copies += next.times ?? 1;
        checks.push(...played.checks);
      } else await stageCall(play, next);
      // What comes before the first copy says nothing of copying.
      if (played === undefined) continue;
      checks.push(...(await look(play, calls, at, closely)));
      for (const check of checks) {
        if (check.status !== 'fail') continue;
        const { caller, request, exchange, before } = played;
        sightings.push({
          deviation: apart({
            ...withAbstractNames(check, abstract),
            ...(check.seenBy !== undefined && { seenBy: check.seenBy }),
          }),
          at,
          caller,
          request,
          exchange: keepable(exchange),
          steps: fixtureBuilder.steps.slice(0, before),
          after: stepsAfter(fixtureBuilder.steps, played),
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

/** The calls that came after a copy. Where it was waited for, that comes first. */
function stepsAfter(steps: readonly Step[], { until }: PlayedCopy): readonly Step[] {
  const copy = steps[until - 1];
  const after = steps.slice(until);
  if (copy?.awaited === undefined || after.length === 0) return after;
  return [{ ...describing(copy.caller, copy.awaited), awaited: copy.awaited }, ...after];
}
