// @ts-check
import {
  applyWire,
  copy,
  findSnapshot,
  parseSnapshotArn,
  removeSnapshot,
  worldOf,
} from 'neptune-copy-contract/model';

/**
 * A fake of your own, in process, as something that can be judged. `answer` is the fake: it takes a world, who calls
 * and a request, and gives the world after it and the outcome, as `copy` of the model does. Yours keeps its state
 * elsewhere and is staged by its own means; what has to be told of it is the same.
 *
 * @param {typeof copy} answer
 * @returns {import('neptune-copy-contract').Target}
 */
export function targetOf(answer = copy) {
  const caller = { account: '111111111111', region: 'us-east-1' };
  const other = { account: '222222222222', region: 'eu-west-1' };
  let world = worldOf({});

  return {
    name: 'our fake',
    // Part of every name that the cases make up: one run at a time, so any will do.
    runId: 'ourfake',
    // Who plays "self" and "other", "here" and "elsewhere" in the worlds of the cases.
    setting: {
      accounts: { self: caller.account, other: other.account },
      regions: { here: caller.region, elsewhere: other.region },
    },
    // What it can and cannot do, each with how; the report tells it.
    capabilities: [
      { name: 'second account', available: true, detail: 'told with each call' },
      { name: 'second Region', available: true, detail: 'told with each call' },
      { name: 'every world', available: true, detail: 'put in place as it is written' },
      { name: 'wire', available: false, detail: 'calls in process have no form' },
    ],

    // Makes a world. One that cannot be made is { kind: 'impossible', reason }: its cases are told as inconclusive.
    async stage(given, nameOf) {
      world = worldOf(given, { caller, other, nameOf });
      return {
        kind: 'staged',
        steps: [],
        recheck: async () => undefined,
        async cleanUp() {
          world = worldOf({});
          return [];
        },
      };
    },

    // One CopyDBClusterSnapshot. A fault is a value, by the name that the SDK gives its exception.
    async send(caller, request, wire) {
      const [after, outcome] = answer(world, caller, applyWire(request, wire));
      world = after;
      if (outcome.kind === 'rejected') {
        const { shape: name, message } = outcome.fault;
        return { attempts: 1, sdk: { kind: 'exception', name, message } };
      }
      const snapshot = outcome.snapshot.shape;
      return { attempts: 1, sdk: { kind: 'output', snapshot }, claim: { kind: 'ours' } };
    },

    // What is there afterwards.
    describe: async (caller, name) => ({
      ok: true,
      value: findSnapshot(world, caller, name.toLowerCase())?.shape,
    }),
    async listTags(caller, arn) {
      const { name = '' } = parseSnapshotArn(arn) ?? {};
      return { ok: true, value: findSnapshot(world, caller, name)?.tags ?? [] };
    },

    // Removes one copy; at the end, whatever is left. Both tell what they could not remove.
    async discard(caller, name) {
      world = removeSnapshot(world, caller, name.toLowerCase());
      return undefined;
    },
    sweep: async () => [],
    close: async () => undefined,
  };
}
