import type { Target } from '../target/target.ts';
import type { CopyWait, Waits } from '../target/copy-waits.ts';
import type { KeyUser, RingKey } from '../target/endpoint/key-ring.ts';
import type { Tools } from '../target/endpoint/tools.ts';
import type { TapeWriter } from './tape.ts';

/** A view of a target that writes down what is asked of it, and what came back. */
export function tapedTarget(target: Target, tape: TapeWriter): Target {
  const { tools, waits } = target;
  const view: Partial<Target> = {
    send: (caller, request, wire, http) =>
      tape.take('send', { caller, request, wire, http }, () => target.send(caller, request, wire, http)),
    describe: (caller, name) => tape.take('describe', { caller, name }, () => target.describe(caller, name)),
    listTags: (caller, arn) => tape.take('listTags', { caller, arn }, () => target.listTags(caller, arn)),
    discard: (caller, name) => tape.take('discard', { caller, name }, () => target.discard(caller, name)),
    ...(waits !== undefined && { waits: tapedWaits(waits, tape) }),
    ...(tools !== undefined && { tools: tapedTools(tools, tape) }),
  };
  // What the target tells of itself it tells when it is asked.
  return Object.assign(Object.create(target) as Target, view);
}

/** How long things took is part of what happened: a pause that was in vain is so again. */
function tapedWaits(waits: Waits, tape: TapeWriter): Waits {
  return {
    begin: (origin, pace): CopyWait => {
      const wait = waits.begin(origin, pace);
      return { pause: () => tape.take('pause', { origin }, () => wait.pause()), done: () => wait.done() };
    },
  };
}

function tapedTools(tools: Tools, tape: TapeWriter): Tools {
  const { keyRing, clusters } = tools;
  /** What a key ring does for its user are steps of the user's. */
  const taking = (
    user: KeyUser,
    call: string,
    args: Readonly<Record<string, unknown>>,
    make: () => Promise<RingKey>,
  ) =>
    tape.take(call, args, async () => {
      const before = user.steps.length;
      const { id, arn } = await make();
      return { id, arn, steps: user.steps.slice(before) };
    });
  const view: Partial<Tools> = {
    call: (service, operation, caller, input) =>
      tape.take('call', { service, operation, caller, input }, () =>
        tools.call(service, operation, caller, input),
      ),
    putAway: (made) => tape.take('putAway', {}, () => tools.putAway(made)),
    waits: tapedWaits(tools.waits, tape),
    keyRing: {
      take: async (user, handle, kind) => {
        const { steps: _, ...key } = await taking(user, 'takeKey', { handle }, () =>
          keyRing.take(user, handle, kind),
        );
        return key;
      },
      bring: async (user, key, state) => {
        await taking(user, 'bringKey', { key: key.id, state }, async () => {
          await keyRing.bring(user, key, state);
          return key;
        });
      },
      giveBack: (user) => keyRing.giveBack(user),
    },
    clusters: {
      get settled() {
        return clusters.settled;
      },
      capabilities: () => clusters.capabilities(),
      climb: async (caller, input, make) => {
        let output: Readonly<Record<string, unknown>> = {};
        // The way that was found: asked for at once, it gives the same.
        await tape.take('makeCluster', { caller, input }, async () => {
          let last = input;
          output = await clusters.climb(caller, input, (at, asked) => make(at, (last = asked)));
          return last;
        });
        return output;
      },
    },
  };
  return Object.assign(Object.create(tools) as Tools, view);
}
