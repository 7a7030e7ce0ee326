import * as sdk from '@aws-sdk/client-neptune';
import { NeptuneClient } from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startServer, type RunningServer } from '../server/index.ts';
import { findSnapshot, installReferenceModel, usualCaller, worldOf } from './index.ts';

/** Calls in their order: each finds what the ones before it have made. */
const calls: readonly (readonly [string, object])[] = [
  ['CreateDBClusterCommand', { DBClusterIdentifier: 'graph', Engine: 'neptune' }],
  ['CreateDBClusterCommand', { DBClusterIdentifier: 'graph', Engine: 'neptune' }],
  ['CreateDBClusterSnapshotCommand', { DBClusterIdentifier: 'graph', DBClusterSnapshotIdentifier: 'one' }],
  ['DescribeDBClustersCommand', { DBClusterIdentifier: 'graph' }],
  ['DescribeDBClustersCommand', { DBClusterIdentifier: 'nobody' }],
  ['CopyDBClusterSnapshotCommand', copyOf('one', 'Two', { Tags: [{ Key: 'team', Value: 'graph' }] })],
  ['CopyDBClusterSnapshotCommand', copyOf('one', 'two')],
  ['CopyDBClusterSnapshotCommand', copyOf('nobody', 'three')],
  ['CopyDBClusterSnapshotCommand', copyOf('one', '3')],
  ['CopyDBClusterSnapshotCommand', copyOf('one', 'three', { KmsKeyId: 'alias/nobody' })],
  ['CopyDBClusterSnapshotCommand', copyOf('one', 'three', { Tags: [{ Key: 'aws:team', Value: '' }] })],
  ['CopyDBClusterSnapshotCommand', copyOf('one', 'last')],
  ['CopyDBClusterSnapshotCommand', copyOf('one', 'one-too-many')],
  ['DescribeDBClusterSnapshotsCommand', {}],
  ['DescribeDBClusterSnapshotsCommand', { Filters: [{ Name: 'engine', Values: ['neptune'] }] }],
  ['ListTagsForResourceCommand', { ResourceName: arnOf('two') }],
  ['AddTagsToResourceCommand', { ResourceName: arnOf('two'), Tags: [{ Key: 'a' }] }],
  ['RemoveTagsFromResourceCommand', { ResourceName: arnOf('two'), TagKeys: ['team'] }],
  ['ListTagsForResourceCommand', { ResourceName: arnOf('two') }],
  ['ModifyDBClusterSnapshotAttributeCommand', shared('two', '222222222222')],
  ['DescribeDBClusterSnapshotAttributesCommand', { DBClusterSnapshotIdentifier: 'two' }],
  ['DeleteDBClusterSnapshotCommand', { DBClusterSnapshotIdentifier: 'two' }],
  ['DeleteDBClusterSnapshotCommand', { DBClusterSnapshotIdentifier: 'two' }],
  ['DeleteDBClusterCommand', { DBClusterIdentifier: 'graph', SkipFinalSnapshot: true }],
];

describe('a mocked client and a real one over HTTP', () => {
  const account = '111111111111';
  const caller = { account, region: 'us-east-1' };
  const world = worldOf({ places: [{ manualSnapshotQuota: 3 }] }, { clock: new Date(0) });
  const credentials = { accessKeyId: account, secretAccessKey: 'secret' };
  let server: RunningServer;
  let real: NeptuneClient;
  let mocked: NeptuneClient;

  beforeAll(async () => {
    server = await startServer({ world, now: () => 0 });
    real = new NeptuneClient({ endpoint: server.url, region: caller.region, credentials, maxAttempts: 1 });
    mocked = new NeptuneClient({ region: caller.region, credentials });
    installReferenceModel(mockClient(mocked), { world, caller });
  });
  afterAll(async () => {
    real.destroy();
    await server.close();
  });

  it.each(calls.map(([command, input], i) => [i + 1, command, input] as const))(
    'answer call %i, %s, alike',
    async (_, command, input) => {
      expect(await answerOf(mocked, command, input)).toEqual(await answerOf(real, command, input));
    },
  );
});

describe('the reference model behind a mock', () => {
  const client = new NeptuneClient({ region: 'us-east-1' });
  const mock = mockClient(client);
  const caller = { account: '111111111111', region: 'us-east-1' };
  const put = async (command: string, input: object): Promise<unknown> =>
    client.send(new (commandOf(command))(input) as never);

  beforeEach(() => mock.reset());

  it('throws the exceptions of the SDK, by class', async () => {
    installReferenceModel(mock, { world: worldOf({}), caller });
    await expect(put('DescribeDBClustersCommand', { DBClusterIdentifier: 'nobody' })).rejects.toBeInstanceOf(
      sdk.DBClusterNotFoundFault,
    );
  });

  it('shows its world, takes another, and lets copies progress', async () => {
    const model = installReferenceModel(mock, {
      world: worldOf({}, { copyDuration: { seconds: 1 } }),
      caller,
    });
    const empty = model.world;
    await put('CreateDBClusterCommand', { DBClusterIdentifier: 'graph', Engine: 'neptune' });
    await put('CreateDBClusterSnapshotCommand', shotOf('one'));
    await put('CopyDBClusterSnapshotCommand', copyOf('one', 'two'));
    const look = async (): Promise<unknown> => {
      const seen = (await put('DescribeDBClusterSnapshotsCommand', {
        DBClusterSnapshotIdentifier: 'two',
      })) as {
        readonly DBClusterSnapshots: readonly sdk.DBClusterSnapshot[];
      };
      return seen.DBClusterSnapshots.map(({ Status, PercentProgress }) => [Status, PercentProgress]);
    };
    expect(await look()).toEqual([['copying', 0]]);
    model.advance(500);
    expect(await look()).toEqual([['copying', 50]]);
    model.advance({ milliseconds: 250, seconds: 0.25 });
    expect(await look()).toEqual([['available', 100]]);
    model.world = empty;
    await expect(look()).rejects.toMatchObject({ name: 'DBClusterSnapshotNotFoundFault' });
  });

  it('lets the mock fail once, and answers again after that', async () => {
    const model = installReferenceModel(mock, { world: worldOf('snapshots: { one: {} }') });
    const fault = new sdk.SnapshotQuotaExceededFault({ message: 'full', $metadata: {} });
    mock.on(sdk.CopyDBClusterSnapshotCommand).rejectsOnce(fault);
    await expect(put('CopyDBClusterSnapshotCommand', copyOf('one', 'two'))).rejects.toBe(fault);
    expect(findSnapshot(model.world, usualCaller, 'two')).toBeUndefined();
    await put('CopyDBClusterSnapshotCommand', copyOf('one', 'two'));
    expect(findSnapshot(model.world, usualCaller, 'two')).toMatchObject({ shape: { Status: 'available' } });
  });

  it('leaves to the stubs what they answer, and says so of what neither they nor the model know', async () => {
    mock.on(sdk.DescribeDBClustersCommand).resolves({ DBClusters: [] });
    installReferenceModel(mock, { world: worldOf({}) });
    mock.on(sdk.DescribeGlobalClustersCommand).resolves({ GlobalClusters: [] });
    expect(await put('DescribeDBClustersCommand', {})).toEqual({ DBClusters: [] });
    expect(await put('DescribeGlobalClustersCommand', {})).toEqual({ GlobalClusters: [] });
    await expect(put('FailoverDBClusterCommand', {})).rejects.toMatchObject({
      name: 'UsageError',
      message:
        'the reference model has no FailoverDBCluster; answer it with a stub: mock.on(FailoverDBClusterCommand).resolves(…)',
    });
  });

  it('does not need timers, which a test may have replaced', async () => {
    vi.useFakeTimers();
    try {
      installReferenceModel(mock, { world: worldOf('snapshots: { one: {} }') });
      const made = await put('CopyDBClusterSnapshotCommand', copyOf('one', 'two'));
      expect(made).toMatchObject({ DBClusterSnapshot: { Status: 'available' } });
    } finally {
      vi.useRealTimers();
    }
  });

  it('tells common errors by name, as the service exception that they are', async () => {
    installReferenceModel(mock, { world: worldOf({}) });
    const error: unknown = await put('CopyDBClusterSnapshotCommand', {}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(sdk.NeptuneServiceException);
    expect(error).toMatchObject({ name: 'MissingParameter', $fault: 'client' });
  });

  it('asks who calls, where that depends on the client', async () => {
    const elsewhere = { ...caller, region: 'eu-west-1' };
    const model = installReferenceModel(mock, {
      world: worldOf({}),
      caller: async ({ config }) => ({ ...elsewhere, region: await config.region() }),
    });
    await put('CreateDBClusterCommand', { DBClusterIdentifier: 'graph', Engine: 'neptune' });
    expect([...model.world.places.keys()]).toEqual(['111111111111/us-east-1']);
  });
});

/** What a client's caller sees of an answer, but for what only a connection has. */
async function answerOf(client: NeptuneClient, command: string, input: object): Promise<object> {
  try {
    const sent: unknown = await client.send(new (commandOf(command))(input) as never);
    const { $metadata, ...output } = sent as sdk.CopyDBClusterSnapshotCommandOutput;
    return { status: $metadata.httpStatusCode, requestId: typeof $metadata.requestId, output };
  } catch (error) {
    if (!(error instanceof sdk.NeptuneServiceException)) throw error;
    const { name, message, $fault, $metadata } = error;
    const { Code, Type, Error } = error as unknown as Readonly<Record<string, unknown>>;
    const { httpStatusCode: status, attempts } = $metadata;
    const requestId = typeof $metadata.requestId;
    const type = error.constructor.name;
    return { type, name, message, $fault, status, requestId, attempts, Code, Type, Error };
  }
}

function commandOf(name: string): new (input: object) => object {
  return (sdk as unknown as Record<string, new (input: object) => object>)[name] ?? expect.fail(name);
}

function copyOf(source: string, target: string, more: object = {}): object {
  return { SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: target, ...more };
}

function shotOf(name: string): object {
  return { DBClusterIdentifier: 'graph', DBClusterSnapshotIdentifier: name };
}

function shared(name: string, account: string): object {
  return { DBClusterSnapshotIdentifier: name, AttributeName: 'restore', ValuesToAdd: [account] };
}

function arnOf(name: string): string {
  return `arn:aws:rds:us-east-1:111111111111:cluster-snapshot:${name}`;
}
