import type { RecordingIndex } from '../../contract/generated/types.ts';
import type { Observed, Step, Target } from '../target/target.ts';
import { Allowance } from '../target/allowance.ts';
import type { CopyWait, Waits } from '../target/copy-waits.ts';
import type { KeyUser, RingKey } from '../target/endpoint/key-ring.ts';
import type { Tools } from '../target/endpoint/tools.ts';
import { impossible } from '../target/endpoint/staging-stopped.ts';
import { NotRecorded, notRecorded, type TapeReader } from './tape.ts';

/** What is known of a target from its recording. */
export type RecordedTarget = Pick<Target, 'name' | 'runId' | 'setting' | 'capabilities'> &
  Partial<Pick<Target, 'endpoint' | 'version'>>;

/** Who answered in a recording, as a target tells it. */
export function recordedTarget({ target, run }: RecordingIndex): RecordedTarget {
  const { accounts, regions, ...others } = target;
  return { ...others, runId: run.id, setting: { accounts, regions } };
}

/** A target that answers from a tape. What is not on it was not seen, which says nothing of the target. */
export function playedTarget(recorded: RecordedTarget, tape: TapeReader): Target {
  return {
    ...recorded,
    stage: () => Promise.resolve({ kind: 'impossible', reason: notRecorded }),
    send: (caller, request, wire, http) =>
      answer(tape, 'send', { caller, request, wire, http }, () => ({
        sdk: { kind: 'not-sent', reason: notRecorded },
        attempts: 0,
      })),
    describe: (caller, name) => answer(tape, 'describe', { caller, name }, unseen),
    listTags: (caller, arn) => answer(tape, 'listTags', { caller, arn }, unseen),
    discard: (caller, name) => answer(tape, 'discard', { caller, name }, () => undefined),
    sweep: () => Promise.resolve([]),
    close: () => Promise.resolve(),
    waits: playedWaits(tape),
    tools: playedTools(tape),
  };
}

const unseen = (): Observed<never> => ({ ok: false, reason: notRecorded });

/** What a tape says, or else what stands for nothing. */
async function answer<T>(tape: TapeReader, call: string, args: unknown, otherwise: () => T): Promise<T> {
  try {
    return await Promise.resolve(tape.read(call, args) as T);
  } catch (error) {
    if (error instanceof NotRecorded) return otherwise();
    throw error;
  }
}

function playedWaits(tape: TapeReader): Waits {
  return {
    begin: (origin): CopyWait => ({
      pause: () => answer(tape, 'pause', { origin }, () => notRecorded as string | undefined),
      done: () => undefined,
    }),
  };
}

function playedTools(tape: TapeReader): Tools {
  const taking = async (user: KeyUser, call: string, args: unknown): Promise<RingKey> => {
    const key: RingKey & { readonly steps: readonly Step[] } = await answer(tape, call, args, () =>
      impossible(notRecorded),
    );
    user.steps.push(...key.steps);
    return key;
  };
  return {
    call: (service, operation, caller, input) =>
      answer(tape, 'call', { service, operation, caller, input }, () => impossible(notRecorded)),
    putAway: () => answer(tape, 'putAway', {}, () => []),
    atOnce: 1,
    allowance: new Allowance(),
    waits: playedWaits(tape),
    keyRing: {
      take: (user, handle) => taking(user, 'takeKey', { handle }),
      bring: async (user, key, state) => {
        await taking(user, 'bringKey', { key: key.id, state });
      },
      giveBack: () => Promise.resolve(),
    },
    clusters: {
      settled: undefined,
      capabilities: () => [],
      climb: async (caller, input, make) => {
        const way = await answer(tape, 'makeCluster', { caller, input }, () => impossible(notRecorded));
        const result = await make(caller, way);
        return result.ok ? result.output : impossible(notRecorded);
      },
    },
  };
}
