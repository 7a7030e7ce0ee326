import * as sdk from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, type World } from '../../model/index.ts';
import { handle } from '../../server/handle.ts';
import { snapshotArn, usualCaller, worldOf } from '../kit.ts';
import { sendThrough } from '../through-client.ts';
import { auditMock } from './index.ts';

const client = new sdk.NeptuneClient({ region: usualCaller.region });

const few = fc.constantFrom('one', 'two', 'Three');
const accounts = fc.subarray(['222222222222', '333333333333', 'all'], { minLength: 1 });
const tags = fc.uniqueArray(fc.record({ Key: fc.constantFrom('a', 'b', 'c'), Value: few }), {
  selector: ({ Key }) => Key,
});
const snapshot = few.map((name) => ({ DBClusterSnapshotIdentifier: name }));
const cluster = few.map((name) => ({ DBClusterIdentifier: name }));
const resource = few.map((name) => ({ ResourceName: snapshotArn(usualCaller, name.toLowerCase()) }));
const engine = { Engine: 'neptune' };
const page = fc.record({ MaxRecords: fc.constantFrom(19, 20, 100) }, { requiredKeys: [] });
const both = <A extends object, B extends object>(
  a: fc.Arbitrary<A>,
  b: fc.Arbitrary<B>,
): fc.Arbitrary<A & B> => fc.tuple(a, b).map(([left, right]) => ({ ...left, ...right }));

/** Commands of every operation, over few names, so that they meet. */
const commands: fc.Arbitrary<readonly [operation: string, input: object]> = fc.oneof(
  ...Object.entries({
    AddTagsToResource: both(resource, fc.record({ Tags: tags })),
    CopyDBClusterSnapshot: fc.record(
      {
        SourceDBClusterSnapshotIdentifier: few,
        TargetDBClusterSnapshotIdentifier: few,
        CopyTags: fc.boolean(),
        Tags: tags,
      },
      { requiredKeys: ['SourceDBClusterSnapshotIdentifier', 'TargetDBClusterSnapshotIdentifier'] },
    ),
    CreateDBCluster: both(cluster, fc.record({ DeletionProtection: fc.boolean() })).map((input) => ({
      ...input,
      ...engine,
    })),
    CreateDBClusterSnapshot: both(both(snapshot, cluster), fc.record({ Tags: tags })),
    CreateDBInstance: cluster.map((input) => ({
      ...input,
      ...engine,
      DBInstanceIdentifier: `i-${input.DBClusterIdentifier}`,
      DBInstanceClass: 'db.r5.large',
    })),
    DeleteDBCluster: both(
      cluster,
      fc.record({ SkipFinalSnapshot: fc.boolean(), FinalDBSnapshotIdentifier: few }, { requiredKeys: [] }),
    ),
    DeleteDBClusterSnapshot: snapshot,
    DeleteDBInstance: few.map((name) => ({ DBInstanceIdentifier: `i-${name}`, SkipFinalSnapshot: true })),
    DescribeDBClusterSnapshotAttributes: snapshot,
    DescribeDBClusterSnapshots: fc.oneof(page, snapshot, cluster, both(snapshot, cluster)),
    DescribeDBClusters: fc.oneof(page, cluster),
    DescribeDBEngineVersions: page.map((input) => ({ ...input, ...engine })),
    DescribeDBInstances: fc.oneof(
      page,
      few.map((name) => ({ DBInstanceIdentifier: `i-${name}` })),
    ),
    DescribeEvents: fc.oneof(
      page.map((input) => ({ ...input, SourceType: 'db-cluster-snapshot' })),
      few.map((name) => ({ SourceType: 'db-cluster-snapshot', SourceIdentifier: name, Duration: 600 })),
    ),
    ListTagsForResource: resource,
    ModifyDBClusterSnapshotAttribute: both(
      snapshot,
      fc.oneof(fc.record({ ValuesToAdd: accounts }), fc.record({ ValuesToRemove: accounts })),
    ).map((input) => ({ ...input, AttributeName: 'restore' })),
    RemoveTagsFromResource: both(resource, fc.record({ TagKeys: fc.subarray(['a', 'b']) })),
    RestoreDBClusterFromSnapshot: both(
      cluster,
      few.map((name) => ({ SnapshotIdentifier: name })),
    ).map((input) => ({ ...input, ...engine })),
  }).map(([operation, input]) => fc.tuple(fc.constant(operation), input)),
);

type AnyCommand = typeof sdk.DescribeDBClustersCommand;

/** The SDK's class of commands of an operation. */
const commandOf = (operation: string): AnyCommand =>
  (sdk as unknown as Record<string, AnyCommand>)[`${operation}Command`] ?? expect.fail(operation);

const start = worldOf('snapshots: { one: { tags: [{ Key: a, Value: of one }] }, two: {} }', {
  copyDuration: { minutes: 10 },
});

describe('stubs of every operation that answer as the model does', () => {
  it('are never found wrong, whatever is called in whatever order', async () => {
    let accepted = 0;
    const property = fc.asyncProperty(fc.array(commands, { minLength: 5, maxLength: 25 }), async (list) => {
      const mock = mockClient(sdk.NeptuneClient);
      let world: World = start;
      mock.send.callsFake(
        (command) =>
          sendThrough(client, usualCaller, command as never, (request) => {
            const [next, response] = handle(world, request);
            world = next;
            return response;
          }) as never,
      );
      const send = async (operation: string, input: object): Promise<void> => {
        const Command = commandOf(operation);
        await client.send(new Command(input)).then(
          () => (accepted += 1),
          () => undefined,
        );
      };
      for (const [operation, input] of list) {
        await send(operation, input);
        if (operation !== 'CopyDBClusterSnapshot') continue;
        // Whoever copies waits for the copy.
        world = advance(world, world.clock + 600_000);
        await send('DescribeDBClusterSnapshots', {});
      }
      const audits = [await auditMock(mock), await auditMock(mock, { world: start, caller: usualCaller })];
      mock.restore();
      for (const { findings } of audits) expect(findings).toEqual([]);
    });
    await fc.assert(property, { numRuns: 100 });
    expect(accepted).toBeGreaterThan(300);
  });
});

/** What stubs answer that nobody has thought about: members of the right names, and anything in them. */
const garbage = fc.oneof(
  fc.anything(),
  fc.dictionary(
    fc.constantFrom(
      ...['DBCluster', 'DBClusters', 'DBClusterSnapshot', 'DBClusterSnapshots', 'DBInstances', 'Marker'],
      ...['DBClusterSnapshotAttributesResult', 'TagList', 'DBEngineVersions', '$metadata'],
    ),
    fc.oneof(
      fc.anything(),
      fc.array(fc.anything()),
      fc.record({ DBClusterIdentifier: fc.anything(), Status: fc.anything(), Key: fc.anything() }),
      fc.record({ DBClusterSnapshotAttributes: fc.oneof(fc.anything(), fc.array(fc.anything())) }),
    ),
  ),
);

describe('stubs that answer anything', () => {
  it('are found wrong or are not, but never stop an audit', async () => {
    let found = 0;
    const property = fc.asyncProperty(
      fc.array(fc.tuple(commands, garbage), { maxLength: 6 }),
      async (list) => {
        const mock = mockClient(sdk.NeptuneClient);
        for (const [[operation, input], answer] of list) {
          mock.send.resolves(answer as never);
          const Command = commandOf(operation);
          await client.send(new Command(input));
        }
        found += (await auditMock(mock)).findings.length;
        mock.restore();
      },
    );
    await fc.assert(property, { numRuns: 300 });
    expect(found).toBeGreaterThan(100);
  });
});
