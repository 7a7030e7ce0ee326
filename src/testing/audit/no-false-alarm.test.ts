import * as sdk from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histories, situations, toCopyInput, type History } from '../arbitraries/index.ts';
import { advance, placeOf, plainSetting, type World } from '../../model/index.ts';
import { handle } from '../../server/handle.ts';
import { operationOf } from '../operation-of.ts';
import { sendThrough } from '../through-client.ts';
import { auditMock } from './index.ts';

/** One client for each place. */
const clients = (['self', 'other'] as const).flatMap((account) =>
  (['here', 'elsewhere'] as const).map((region) => {
    const caller = placeOf({ account, region }, plainSetting);
    return { caller, client: new sdk.NeptuneClient({ region: caller.region }) };
  }),
);

const callerOf = (client: object): (typeof clients)[number]['caller'] =>
  clients.find((each) => each.client === client)?.caller ?? expect.fail('whose client is that?');

/** Histories, and single copies, of which more are accepted. */
const inputs = (): fc.Arbitrary<History> => {
  const single = situations().map(({ given, caller, request, wire }): History => {
    const written = { request, wire };
    return { given, copyDuration: 0, steps: [{ kind: 'copy', caller, written }] };
  });
  return fc.oneof({ weight: 3, arbitrary: single }, { weight: 1, arbitrary: histories(6) });
};

/** Lets a history happen to a mock whose stubs answer as AWS would. Whoever copies has looked around before. */
async function play(history: History, change: (output: object) => object = (output) => output) {
  const mock = mockClient(sdk.NeptuneClient);
  const self = { account: 'self', region: 'here' } as const;
  const start = toCopyInput({ given: history.given, caller: self, request: {}, wire: {} }, history).world;
  let world: World = start;
  mock.send.callsFake(function (this: sdk.NeptuneClient, command) {
    const answered = sendThrough(this, callerOf(this), command, (request) => {
      const [next, response] = handle(world, request);
      world = next;
      return response;
    });
    const isCopy = operationOf(command) === 'CopyDBClusterSnapshot';
    return answered.then((output) => (isCopy ? change(output) : output)) as never;
  });
  const send = async (caller: object, command: object): Promise<void> => {
    const { client } = clients.find((each) => JSON.stringify(each.caller) === JSON.stringify(caller)) ?? {};
    await client?.send(command as never).catch(() => undefined);
  };
  const request = { IncludeShared: true, IncludePublic: true };
  for (const step of history.steps) {
    if (step.kind === 'wait') world = advance(world, world.clock + step.milliseconds);
    else if (step.kind === 'delete') {
      const name = { DBClusterSnapshotIdentifier: step.name };
      await send(placeOf(step.caller, plainSetting), new sdk.DeleteDBClusterSnapshotCommand(name));
    } else {
      for (const { caller } of clients)
        await send(caller, new sdk.DescribeDBClusterSnapshotsCommand(request));
      const copyInput = toCopyInput({ given: history.given, caller: step.caller, ...step.written });
      await send(copyInput.caller, new sdk.CopyDBClusterSnapshotCommand(copyInput.request as never));
    }
  }
  const audits = {
    unspecified: await auditMock(mock),
    told: await auditMock(mock, { caller: callerOf }),
    inWorld: await auditMock(mock, { caller: callerOf, world: start }),
  };
  mock.restore();
  return audits;
}

describe('stubs that answer as the model does', () => {
  it('are never found wrong, whatever happens', async () => {
    let runs = 0;
    let copies = 0;
    const property = fc.asyncProperty(inputs(), async (history) => {
      runs += 1;
      const audits = await play(history, (output) => ((copies += 1), output));
      for (const audit of Object.values(audits)) {
        // A request of a generated history may be one that no SDK would take.
        expect(audit.findings.filter(({ rule }) => rule !== 'mock/request-form')).toEqual([]);
      }
    });
    await fc.assert(property);
    expect(copies).toBeGreaterThan(runs / 10);
  });

  it('are found wrong once they leave out the ARN', async () => {
    const property = fc.asyncProperty(inputs(), async (history) => {
      let copies = 0;
      const audits = await play(history, (output) => {
        copies += 1;
        const { DBClusterSnapshotArn: _, ...rest } = (output as { DBClusterSnapshot: sdk.DBClusterSnapshot })
          .DBClusterSnapshot;
        return { DBClusterSnapshot: rest };
      });
      for (const { findings } of Object.values(audits))
        expect(findings.filter(({ rule }) => rule === 'copy-arn')).toHaveLength(copies);
    });
    await fc.assert(property, { numRuns: 50 });
  });
});
