import { applyWire, plainSetting } from '../model/index.ts';
import { worldOf } from '../model/world/world-of.ts';
import { keyOf } from '../harness/target/endpoint/accounts.ts';
import { Connection } from '../harness/target/endpoint/connection.ts';
import type { Guard } from '../harness/target/guard/guard.ts';
import { describeSnapshot, listTags } from '../harness/target/endpoint/observe.ts';
import { sendCopy } from '../harness/target/endpoint/send.ts';
import type { Capability, Target } from '../harness/target/target.ts';
import type { MockedClient } from './mocked-client.ts';
import { installReferenceModel } from './reference-model.ts';

/** How long a copy takes behind the mock, and how much of it passes with each look, in milliseconds. */
const copyDuration = 100;
const look = 40;

/**
 * The mocked client class as a target. Worlds are put into the model as they are written, so all of them can be
 * staged. A mock has no wire: edits of the form are made to the input instead, and the wire rules are not seen.
 */
export function mockTarget(mock: MockedClient): Target {
  const nothing = worldOf({}, { copyDuration });
  const model = installReferenceModel(mock, { world: nothing });
  const connection = new Connection({ endpoint: 'http://mocked.invalid', timeout: 1_000 }, keyOf);
  // Everything there is the model's: nothing of anybody else's can be harmed.
  const unguarded: Pick<Guard, 'copy'> = {
    async copy(caller, input) {
      const raw = await connection.copy(caller, input, {});
      return raw.result.ok ? { ...raw, claim: { kind: 'ours' } } : raw;
    },
  };
  return {
    name: 'the mocked client',
    runId: 'mocked',
    setting: { accounts: plainSetting.accounts, regions: plainSetting.regions },
    capabilities: [...capabilities],
    stage(given, nameOf) {
      model.world = worldOf(given, { nameOf, copyDuration });
      return Promise.resolve({
        kind: 'staged',
        steps: [],
        recheck: () => Promise.resolve(undefined),
        cleanUp() {
          model.world = nothing;
          return Promise.resolve([]);
        },
      });
    },
    send: (caller, request, wire) => sendCopy(unguarded, caller, applyWire(request, wire), {}),
    describe(caller, name) {
      model.advance(look);
      return describeSnapshot(connection, caller, name);
    },
    listTags: (caller, arn) => listTags(connection, caller, arn),
    async discard(caller, DBClusterSnapshotIdentifier) {
      const input = { DBClusterSnapshotIdentifier };
      const result = await connection.call('neptune', 'DeleteDBClusterSnapshot', caller, input);
      return result.ok ? undefined : `${result.fault.name}: ${result.fault.message}`;
    },
    sweep: () => Promise.resolve([]),
    close() {
      connection.close();
      return Promise.resolve();
    },
  };
}

const capabilities: readonly Capability[] = [
  { name: 'second account', available: true, detail: 'by access key id' },
  { name: 'second Region', available: true, detail: 'by the Region of the client' },
  { name: 'every world', available: true, detail: 'put into the model, not made by calls' },
  { name: 'wire', available: false, detail: 'a mocked client sends nothing' },
];
