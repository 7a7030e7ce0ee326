import * as sdk from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import { AssertionError } from 'node:assert';
import { beforeEach, describe, expect, it } from 'vitest';
import { findSnapshot } from '../../model/world/world.ts';
import { installReferenceModel } from '../reference-model.ts';
import { withDates } from '../../../test-support/with-dates.ts';
import { worldOf } from '../world-of.ts';
import { assertAudit, auditMock, type AuditOptions } from './index.ts';

const client = new sdk.NeptuneClient({ region: 'us-east-1' });
const mock = mockClient(client);
beforeEach(() => mock.reset());

/** What a stub answers: an output, or an error. */
type Answer = object | undefined;

/** A call of a test: what it sends, and what its stub answers. */
type Call = readonly [command: 'copy' | 'describe' | 'create' | 'delete', input: object, answer: Answer];

const arn = (name: string, account = '123456789012', region = 'us-east-1'): string =>
  `arn:aws:rds:${region}:${account}:cluster-snapshot:${name}`;
const key = (id: string, account = '123456789012'): string => `arn:aws:kms:us-east-1:${account}:key/${id}`;

/** A snapshot as AWS describes it, with or without this and that. */
const snapshot = (name: string, more: Record<string, unknown> = {}): object => ({
  DBClusterSnapshotIdentifier: name,
  DBClusterSnapshotArn: arn(name),
  DBClusterIdentifier: 'graph',
  SnapshotCreateTime: new Date('2026-01-01T00:00:00Z'),
  SnapshotType: 'manual',
  Status: 'available',
  PercentProgress: 100,
  StorageEncrypted: false,
  ...more,
});

const copyOf = (source: string, target: string, more: object = {}): object => ({
  SourceDBClusterSnapshotIdentifier: source,
  TargetDBClusterSnapshotIdentifier: target,
  ...more,
});

/** What a good copy of `nightly` answers. */
const copied = (name: string, more: Record<string, unknown> = {}): object => ({
  DBClusterSnapshot: snapshot(name, {
    SourceDBClusterSnapshotArn: arn('nightly'),
    Status: 'copying',
    ...more,
  }),
});

const shown = (...list: readonly object[]): object => ({ DBClusterSnapshots: list });
const asked = (name: string): object => ({ DBClusterSnapshotIdentifier: name });
const without = (output: object, ...members: readonly string[]): object => {
  const { DBClusterSnapshot: given } = output as { DBClusterSnapshot: Record<string, unknown> };
  const kept = Object.entries(given).filter(([name]) => !members.includes(name));
  return { DBClusterSnapshot: Object.fromEntries(kept) };
};

const good: Call = ['copy', copyOf('nightly', 'weekly'), copied('weekly')];
const metadata = { message: 'no', $metadata: {} };
const withStatus = (httpStatusCode: number): object => ({ message: 'no', $metadata: { httpStatusCode } });
const common = (name: string, $fault: 'client' | 'server' = 'client', $metadata = {}): Error =>
  new sdk.NeptuneServiceException({ name, $fault, $metadata, message: 'no' });
const named = (name: string, more: object = {}): Error => Object.assign(new Error('no'), { name, ...more });

const commands = {
  copy: sdk.CopyDBClusterSnapshotCommand,
  describe: sdk.DescribeDBClusterSnapshotsCommand,
  create: sdk.CreateDBClusterSnapshotCommand,
  delete: sdk.DeleteDBClusterSnapshotCommand,
} as const;

/** Makes the calls, each with its stub, and tells what the audit finds: index of the call, and rule. */
async function found(calls: readonly Call[], options?: AuditOptions): Promise<[number, string][]> {
  for (const [command, input, answer] of calls) {
    const stub = mock.on(commands[command] as typeof sdk.CopyDBClusterSnapshotCommand);
    if (answer instanceof Error) stub.rejects(answer);
    else stub.resolves(answer as object);
    await client
      .send(new (commands[command] as typeof sdk.CopyDBClusterSnapshotCommand)(input as never))
      .catch(() => undefined);
  }
  const audit = await auditMock(mock, options);
  expect(audit.checked).toBe(calls.length);
  return audit.findings.map(({ call, rule }) => [call, rule]);
}

describe('an audit finds nothing wrong with', () => {
  const arnElsewhere = arn('nightly', '123456789012', 'eu-west-1');
  const vault = { KmsKeyId: key('k'), StorageEncrypted: true };
  const table: { name: string; calls: readonly Call[] }[] = [
    { name: 'no calls', calls: [] },
    { name: 'a copy', calls: [good] },
    {
      name: 'members that are undefined',
      calls: [['copy', copyOf('nightly', 'weekly', { KmsKeyId: undefined }), copied('weekly')]],
    },
    { name: 'a name in upper case', calls: [['copy', copyOf('NIGHTLY', 'Weekly'), copied('weekly')]] },
    {
      name: 'a copy of what has become available',
      calls: [
        ['describe', asked('nightly'), shown(snapshot('nightly', { Status: 'creating' }))],
        ['describe', asked('nightly'), shown(snapshot('nightly'))],
        good,
      ],
    },
    { name: 'a name that was freed', calls: [good, ['delete', asked('weekly'), {}], good] },
    {
      name: 'a name that is being freed',
      calls: [good, ['describe', asked('weekly'), shown(snapshot('weekly', { Status: 'deleting' }))], good],
    },
    {
      name: 'a key id',
      calls: [['copy', copyOf('nightly', 'weekly', { KmsKeyId: 'k' }), copied('weekly', vault)]],
    },
    {
      name: 'a key ARN',
      calls: [['copy', copyOf('nightly', 'weekly', { KmsKeyId: key('k') }), copied('weekly', vault)]],
    },
    {
      name: 'an alias',
      calls: [['copy', copyOf('nightly', 'weekly', { KmsKeyId: 'alias/v' }), copied('weekly', vault)]],
    },
    { name: 'an encrypted source', calls: [['copy', copyOf('nightly', 'weekly'), copied('weekly', vault)]] },
    {
      name: 'a source elsewhere',
      calls: [
        [
          'copy',
          copyOf(arnElsewhere, 'weekly'),
          copied('weekly', { SourceDBClusterSnapshotArn: arnElsewhere }),
        ],
      ],
    },
    {
      name: 'a source of another account, encrypted there',
      calls: [
        [
          'describe',
          { IncludeShared: true },
          shown(
            snapshot('nightly', {
              DBClusterSnapshotArn: arn('nightly', '210987654321'),
              KmsKeyId: key('s', '210987654321'),
              StorageEncrypted: true,
            }),
          ),
        ],
        [
          'copy',
          copyOf(arn('nightly', '210987654321'), 'weekly', { KmsKeyId: key('k') }),
          copied('weekly', { ...vault, SourceDBClusterSnapshotArn: arn('nightly', '210987654321') }),
        ],
      ],
    },
    {
      name: 'a declared fault',
      calls: [['copy', copyOf('nightly', 'weekly'), new sdk.DBClusterSnapshotAlreadyExistsFault(metadata)]],
    },
    {
      name: 'a declared fault without a condition',
      calls: [
        [
          'copy',
          copyOf('nightly', 'weekly'),
          new sdk.InvalidDBClusterStateFault({ message: 'no', ...withStatus(400) } as never),
        ],
      ],
    },
    { name: 'a common error', calls: [['copy', copyOf('nightly', 'weekly'), common('ThrottlingException')]] },
    {
      name: 'a failure of the service',
      calls: [
        ['copy', copyOf('nightly', 'weekly'), common('InternalFailure', 'server', { httpStatusCode: 500 })],
      ],
    },
    {
      name: 'a broken connection',
      calls: [['copy', copyOf('nightly', 'weekly'), named('TimeoutError', { code: 'ECONNRESET' })]],
    },
    {
      name: 'a bad request that is refused',
      calls: [['copy', copyOf('nightly', '1-'), common('InvalidParameterValue')]],
    },
    {
      name: 'a snapshot that is not there',
      calls: [
        ['describe', asked('weekly'), new sdk.DBClusterSnapshotNotFoundFault(withStatus(404) as never)],
        good,
      ],
    },
    {
      name: 'a name that is free elsewhere',
      calls: [['describe', asked(arnElsewhere), new sdk.DBClusterSnapshotNotFoundFault(metadata)], good],
    },
    {
      name: 'a look that failed for another reason',
      calls: [['describe', asked('nightly'), common('Throttling')], good],
    },
    {
      name: 'what is merely inferred to be refused',
      calls: [['copy', copyOf('-nightly', 'weekly'), copied('weekly')]],
    },
    {
      name: 'nothing of a type',
      calls: [['describe', { ...asked('weekly'), SnapshotType: 'automated' }, shown()]],
    },
    { name: 'all snapshots', calls: [['describe', {}, shown(snapshot('weekly'), snapshot('nightly'))]] },
  ];

  it.each(table)('$name', async ({ calls }) => {
    expect(await found(calls)).toEqual([]);
  });
});

describe('an audit finds', () => {
  const copy = (more: object, answer: Answer): Call => ['copy', copyOf('nightly', 'weekly', more), answer];
  const table: { name: string; calls: readonly Call[]; expected: [number, string][] }[] = [
    {
      name: 'a copy of a snapshot that is creating',
      calls: [['describe', asked('nightly'), shown(snapshot('nightly', { Status: 'creating' }))], good],
      expected: [[1, 'source-available']],
    },
    {
      name: 'the same, of a snapshot described without ARN',
      calls: [
        ['describe', {}, shown(snapshot('nightly', { Status: 'creating', DBClusterSnapshotArn: undefined }))],
        good,
      ],
      expected: [
        [0, 'mock/response-form'],
        [1, 'source-available'],
      ],
    },
    {
      name: 'the same, answered without ARNs',
      calls: [
        ['describe', asked('nightly'), shown(snapshot('nightly', { Status: 'creating' }))],
        copy({}, without(copied('weekly'), 'DBClusterSnapshotArn', 'SourceDBClusterSnapshotArn')),
      ],
      expected: [[1, 'source-available']],
    },
    {
      name: 'a copy of a copy that nobody has seen finished',
      calls: [
        good,
        [
          'copy',
          copyOf('weekly', 'monthly'),
          copied('monthly', { SourceDBClusterSnapshotArn: arn('weekly') }),
        ],
      ],
      expected: [[1, 'source-available']],
    },
    { name: 'a name taken twice', calls: [good, good], expected: [[1, 'target-unique']] },
    {
      name: 'the name of a snapshot that was created',
      calls: [
        [
          'create',
          { ...asked('Weekly'), DBClusterIdentifier: 'graph' },
          { DBClusterSnapshot: snapshot('weekly') },
        ],
        good,
      ],
      expected: [[1, 'target-unique']],
    },
    {
      name: 'a snapshot copied onto itself',
      calls: [['copy', copyOf('nightly', 'NIGHTLY'), copied('nightly')]],
      expected: [[0, 'target-unique']],
    },
    {
      name: 'a copy of what was deleted',
      calls: [['delete', asked('nightly'), {}], good],
      expected: [[1, 'source-exists']],
    },
    {
      name: 'a copy of what is not there',
      calls: [['describe', asked('nightly'), new sdk.DBClusterSnapshotNotFoundFault(metadata)], good],
      expected: [[1, 'source-exists']],
    },
    {
      name: 'no ARN',
      calls: [copy({}, without(copied('weekly'), 'DBClusterSnapshotArn'))],
      expected: [[0, 'copy-arn']],
    },
    {
      name: 'an ARN of another name',
      calls: [copy({}, copied('weekly', { DBClusterSnapshotArn: arn('x') }))],
      expected: [[0, 'copy-arn']],
    },
    {
      name: 'an ARN of another Region',
      calls: [copy({}, copied('weekly', { DBClusterSnapshotArn: arn('weekly', undefined, 'eu-west-1') }))],
      expected: [[0, 'copy-arn']],
    },
    {
      name: 'nothing where there is no source ARN, as in samples of AWS',
      calls: [copy({}, without(copied('weekly'), 'SourceDBClusterSnapshotArn'))],
      expected: [],
    },
    {
      name: 'another source ARN',
      calls: [['copy', copyOf(arn('other'), 'weekly'), copied('weekly')]],
      expected: [[0, 'copy-source-arn']],
    },
    {
      name: 'an automated copy',
      calls: [copy({}, copied('weekly', { SnapshotType: 'automated' }))],
      expected: [[0, 'copy-type-manual']],
    },
    {
      name: 'another name',
      calls: [copy({}, copied('weekly', { DBClusterSnapshotIdentifier: 'Weekly' }))],
      expected: [[0, 'copy-identifier-lowercase']],
    },
    {
      name: 'a status that is none',
      calls: [copy({}, copied('weekly', { Status: 'done' }))],
      expected: [[0, 'copy-progress']],
    },
    {
      name: 'no status',
      calls: [copy({}, without(copied('weekly'), 'Status', 'PercentProgress'))],
      expected: [[0, 'copy-progress']],
    },
    {
      name: 'a key that does not encrypt',
      calls: [copy({ KmsKeyId: 'k' }, copied('weekly'))],
      expected: [[0, 'copy-new-key']],
    },
    {
      name: 'another key than the one asked for',
      calls: [copy({ KmsKeyId: key('k') }, copied('weekly', { KmsKeyId: key('l'), StorageEncrypted: true }))],
      expected: [[0, 'copy-new-key']],
    },
    {
      name: 'a key that turns up',
      calls: [
        ['describe', asked('nightly'), shown(snapshot('nightly'))],
        copy({}, copied('weekly', { KmsKeyId: key('l'), StorageEncrypted: true })),
      ],
      expected: [[1, 'copy-unencrypted-stays']],
    },
    {
      name: 'a key for an unencrypted source',
      calls: [
        ['describe', asked('nightly'), shown(snapshot('nightly'))],
        copy({ KmsKeyId: 'k' }, copied('weekly', { KmsKeyId: key('k'), StorageEncrypted: true })),
      ],
      expected: [[1, 'kms-unencrypted-source']],
    },
    {
      name: 'a shared encrypted source without a key',
      calls: [
        [
          'copy',
          copyOf(arn('nightly', '210987654321'), 'weekly'),
          copied('weekly', {
            SourceDBClusterSnapshotArn: arn('nightly', '210987654321'),
            KmsKeyId: key('k'),
            StorageEncrypted: true,
          }),
        ],
      ],
      expected: [[0, 'kms-shared-requires-key']],
    },
    {
      name: 'a key of another Region',
      calls: [
        copy(
          { KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/k' },
          copied('weekly', { KmsKeyId: key('k'), StorageEncrypted: true }),
        ),
      ],
      expected: [[0, 'kms-key-region']],
    },
    {
      name: 'an engine that the source has not',
      calls: [
        ['describe', asked('nightly'), shown(snapshot('nightly', { Engine: 'neptune' }))],
        copy({}, copied('weekly', { Engine: 'aurora' })),
      ],
      expected: [[1, 'copy-inherits']],
    },
    {
      name: 'a bad name that is taken',
      calls: [['copy', copyOf('nightly', '1-'), copied('1-')]],
      expected: [[0, 'target-identifier-syntax']],
    },
    {
      name: 'a tag key that is taken twice, which a sibling refuses',
      calls: [
        copy(
          {
            Tags: [
              { Key: 'a', Value: 'b' },
              { Key: 'a', Value: 'c' },
            ],
          },
          copied('weekly'),
        ),
      ],
      expected: [[0, 'tag-key-unique']],
    },
    {
      name: 'a reserved tag that is taken',
      calls: [copy({ Tags: [{ Key: 'aws:x', Value: 'y' }] }, copied('weekly'))],
      expected: [[0, 'tag-key-reserved-prefix']],
    },
    {
      name: 'a misspelt member',
      calls: [copy({ KmsKeyID: 'k' }, copied('weekly'))],
      expected: [[0, 'mock/request-form']],
    },
    {
      name: 'a member of another type',
      calls: [copy({ CopyTags: 'true' }, copied('weekly'))],
      expected: [[0, 'mock/request-form']],
    },
    { name: 'no answer', calls: [copy({}, undefined)], expected: [[0, 'mock/no-answer']] },
    { name: 'an answer without a snapshot', calls: [copy({}, {})], expected: [[0, 'mock/response-form']] },
    {
      name: 'tags in a snapshot',
      calls: [copy({}, copied('weekly', { TagList: [] }))],
      expected: [[0, 'mock/response-form']],
    },
    {
      name: 'a time that is text',
      calls: [copy({}, copied('weekly', { SnapshotCreateTime: '2026-01-01T00:00:00Z' }))],
      expected: [[0, 'mock/response-form']],
    },
    {
      name: 'a time that is none',
      calls: [copy({}, copied('weekly', { ClusterCreateTime: new Date('x') }))],
      expected: [[0, 'mock/response-form']],
    },
    {
      name: 'an HTTP status that is none of success',
      calls: [copy({}, { ...copied('weekly'), $metadata: { httpStatusCode: 202 } })],
      expected: [[0, 'mock/response-form']],
    },
    {
      name: 'a fault of another operation',
      calls: [copy({}, new sdk.DBClusterNotFoundFault(metadata))],
      expected: [[0, 'mock/fault-unknown']],
    },
    {
      name: 'a fault that does not exist',
      calls: [copy({}, common('SnapshotAlreadyExists'))],
      expected: [[0, 'mock/fault-unknown']],
    },
    {
      name: 'a fault that copying has and describing has not',
      calls: [['describe', {}, new sdk.KMSKeyNotAccessibleFault(metadata)]],
      expected: [[0, 'mock/fault-unknown']],
    },
    {
      name: 'an error that only has the name',
      calls: [copy({}, named('DBClusterSnapshotAlreadyExistsFault'))],
      expected: [[0, 'mock/fault-class']],
    },
    {
      name: 'an error that only has the code',
      calls: [copy({}, named('Error', { code: 'Throttling' }))],
      expected: [[0, 'mock/fault-class']],
    },
    {
      name: 'the code on the wire as a name',
      calls: [copy({}, common('SnapshotQuotaExceeded'))],
      expected: [[0, 'mock/fault-class']],
    },
    {
      name: 'another HTTP status',
      calls: [
        copy({}, new sdk.DBClusterSnapshotNotFoundFault({ message: 'no', ...withStatus(400) } as never)),
      ],
      expected: [[0, 'wire-fault-status']],
    },
    {
      name: 'another side to blame',
      calls: [copy({}, common('ThrottlingException', 'server'))],
      expected: [[0, 'wire-fault-type']],
    },
    {
      name: 'an empty list for a name',
      calls: [['describe', asked('weekly'), shown()]],
      expected: [[0, 'mock/other-answer']],
    },
    {
      name: 'another snapshot than asked for',
      calls: [['describe', asked('weekly'), shown(snapshot('nightly'))]],
      expected: [[0, 'mock/other-answer']],
    },
    {
      name: 'a described name in upper case',
      calls: [['describe', {}, shown(snapshot('Weekly', { DBClusterSnapshotArn: arn('weekly') }))]],
      expected: [[0, 'mock/response-form']],
    },
    {
      name: 'a described ARN of another name',
      calls: [['describe', {}, shown(snapshot('weekly', { DBClusterSnapshotArn: arn('x') }))]],
      expected: [[0, 'mock/response-form']],
    },
    {
      name: 'a described key that is no ARN',
      calls: [['describe', {}, shown(snapshot('weekly', { KmsKeyId: 'k', StorageEncrypted: true }))]],
      expected: [[0, 'mock/response-form']],
    },
  ];

  it.each(table)('$name', async ({ calls, expected }) => {
    expect(await found(calls)).toEqual(expected);
  });
});

describe('an audit with a world', () => {
  const world = worldOf(
    `
    keys:
      off: { state: Disabled, alias: true }
    snapshots:
      nightly: {}
      broken: { status: failed }
    places:
      - { manualSnapshotsLeft: 1 }
    `,
    { caller: { account: '123456789012', region: 'us-east-1' } },
  );
  const caller = { account: '123456789012', region: 'us-east-1' };
  const described = { ...findSnapshot(world, caller, 'nightly')?.shape };
  const output = withDates({
    DBClusterSnapshot: {
      ...described,
      DBClusterSnapshotIdentifier: 'weekly',
      DBClusterSnapshotArn: arn('weekly'),
      SourceDBClusterSnapshotArn: arn('nightly'),
    },
  }) as object;
  const accepted: Call = ['copy', copyOf('nightly', 'weekly'), output];
  const ofSource = (source: string, answer: object): Call => ['copy', copyOf(source, 'weekly'), answer];

  const table: { name: string; calls: readonly Call[]; expected: [number, string][] }[] = [
    { name: 'a copy', calls: [accepted], expected: [] },
    {
      name: 'a copy of what is not in it',
      calls: [ofSource('gone', output)],
      expected: [[0, 'source-exists']],
    },
    {
      name: 'a copy of what has failed',
      calls: [ofSource('broken', output)],
      expected: [[0, 'source-available']],
    },
    {
      name: 'a copy with a key that is off',
      calls: [['copy', copyOf('nightly', 'weekly', { KmsKeyId: 'alias/off' }), output]],
      expected: [
        [0, 'kms-key-accessible'],
        [0, 'kms-unencrypted-source'],
      ],
    },
    {
      name: 'a copy too many',
      calls: [accepted, ['copy', copyOf('nightly', 'monthly'), output]],
      expected: [[1, 'manual-snapshot-quota']],
    },
    {
      name: 'a copy after another was deleted',
      calls: [accepted, ['delete', asked('weekly'), {}], accepted],
      expected: [],
    },
    {
      name: 'a snapshot that is not in it',
      calls: [['describe', {}, shown(snapshot('monthly'))]],
      expected: [[0, 'mock/snapshot-unknown']],
    },
    {
      name: 'a refusal for the rule that is broken',
      calls: [ofSource('gone', new sdk.DBClusterSnapshotNotFoundFault(withStatus(404) as never))],
      expected: [],
    },
    {
      name: 'a refusal for another rule',
      calls: [ofSource('gone', new sdk.SnapshotQuotaExceededFault(metadata))],
      expected: [[0, 'mock/fault-unfounded']],
    },
    {
      name: 'a refusal for nothing',
      calls: [ofSource('nightly', new sdk.DBClusterSnapshotAlreadyExistsFault(metadata))],
      expected: [[0, 'mock/fault-unfounded']],
    },
    { name: 'a throttled call', calls: [ofSource('nightly', common('Throttling'))], expected: [] },
    {
      name: 'a copy of what is said to be gone',
      calls: [['describe', asked('nightly'), new sdk.DBClusterSnapshotNotFoundFault(metadata)], accepted],
      expected: [[1, 'source-exists']],
    },
    {
      name: 'a refusal with a fault that is merely inferred to be another',
      calls: [
        [
          'copy',
          copyOf('nightly', 'weekly', { KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/k' }),
          common('ValidationError'),
        ],
      ],
      expected: [],
    },
  ];

  it.each(table)('judges $name', async ({ calls, expected }) => {
    expect(await found(calls, { world, caller })).toEqual(expected);
  });
});

describe('an audit with a world in which copies take their time', () => {
  const caller = { account: '123456789012', region: 'us-east-1' };
  const abroad = arn('nightly', caller.account, 'eu-west-1');
  const world = worldOf(
    'snapshots: { nightly: { region: elsewhere } }\nplaces: [{ crossRegionCopyQuota: 1 }]',
    { caller, copyDuration: { minutes: 10 } },
  );
  const shape = findSnapshot(world, { ...caller, region: 'eu-west-1' }, 'nightly')?.shape;
  const { VpcId: _vpc, AvailabilityZones: _zones, ...inherited } = { ...shape };
  const copyTo = (name: string): Call => [
    'copy',
    copyOf(abroad, name),
    withDates({
      DBClusterSnapshot: {
        ...inherited,
        DBClusterSnapshotIdentifier: name,
        DBClusterSnapshotArn: arn(name),
        SourceDBClusterSnapshotArn: abroad,
        Status: 'copying',
      },
    }) as object,
  ];

  it('counts those under way', async () => {
    const expected = [[1, 'copies-in-progress-quota']];
    expect(await found([copyTo('one'), copyTo('two')], { world, caller })).toEqual(expected);
  });

  it('knows by the answers which are done', async () => {
    const done: Call = ['describe', asked('one'), shown(snapshot('one'))];
    expect(await found([copyTo('one'), done, copyTo('two')], { world, caller })).toEqual([]);
  });
});

describe('an audit of other operations', () => {
  const send = (command: object): Promise<unknown> => client.send(command as never);
  const protectedGraph = { DBClusterIdentifier: 'graph', DeletionProtection: true };

  it('forgets what an operation may have changed that it does not know', async () => {
    mock.on(sdk.DescribeDBClustersCommand).resolves({ DBClusters: [protectedGraph] });
    mock.on(sdk.ModifyDBClusterCommand).resolves({});
    mock.on(sdk.DeleteDBClusterCommand).resolves({});
    const graph = { DBClusterIdentifier: 'graph' };
    await send(new sdk.DescribeDBClustersCommand(graph));
    await send(new sdk.ModifyDBClusterCommand({ ...graph, DeletionProtection: false }));
    await send(new sdk.DeleteDBClusterCommand({ ...graph, SkipFinalSnapshot: true }));
    expect((await auditMock(mock)).toString()).toBe('nothing impossible in 2 calls');
  });

  it('looks at their requests', async () => {
    mock.on(sdk.DescribeDBClusterSnapshotsCommand).resolves({ DBClusterSnapshots: [] });
    await send(new sdk.DescribeDBClusterSnapshotsCommand({ SnapshotTyp: 'manual' } as object));
    await send(new sdk.DescribeDBClusterSnapshotsCommand({ MaxRecords: '20' } as never));
    const { findings } = await auditMock(mock);
    expect(findings.map(({ rule, message, expected, actual }) => [rule, message, expected, actual])).toEqual([
      [
        'mock/request-form',
        'DescribeDBClusterSnapshots has no member "SnapshotTyp"; did you mean "SnapshotType"?',
        'members of DescribeDBClusterSnapshotsMessage',
        'SnapshotTyp "manual"',
      ],
      [
        'mock/request-form',
        'A request has members of the operation only, each of its type.',
        'a number as MaxRecords',
        'MaxRecords "20"',
      ],
    ]);
  });
});

describe('an audit that is told what not to tell', () => {
  it('ignores rules, and says so', async () => {
    await found([good, good]);
    const { findings, ignored, ...audit } = await auditMock(mock, { ignore: ['target-unique'] });
    expect(findings).toEqual([]);
    expect(ignored).toMatchObject([{ call: 1, rule: 'target-unique' }]);
    expect(audit.toString()).toBe('nothing impossible in 2 calls\ncall 1: ignored: target-unique');
    await expect(assertAudit(mock, { ignore: ['source-exists', 'mock/page'] })).rejects.toThrow(
      'target-unique',
    );
  });

  it('knows the rules', async () => {
    const pending = auditMock(mock, { ignore: ['target-uniqe' as 'target-unique'] });
    await expect(pending).rejects.toThrow('no rule "target-uniqe" to ignore; did you mean "target-unique"?');
  });

  const partial: Call[] = [
    ['copy', copyOf('nightly', 'weekly'), { DBClusterSnapshot: { Status: 'copying' } }],
    ['copy', copyOf('nightly', 'monthly'), {}],
    ['describe', asked('weekly'), shown({ Status: 'available' })],
    ['copy', copyOf('weekly', 'yearly'), { DBClusterSnapshot: { Status: 'copying' } }],
  ];

  it('looks only at what stubs answer that are partial, and learns from it', async () => {
    expect(await found(partial, { partial: true })).toEqual([]);
    mock.reset();
    expect(await found(partial.slice(0, 2))).toContainEqual([0, 'copy-arn']);
  });

  it('finds what is wrong with what they do answer', async () => {
    const wrong: Call[] = [
      ['copy', copyOf('nightly', 'weekly'), { DBClusterSnapshot: { Status: 'done' } }],
      ['describe', {}, shown({ DBClusterSnapshotIdentifier: 'Weekly' })],
    ];
    expect(await found(wrong, { partial: true })).toEqual([
      [0, 'copy-progress'],
      [1, 'mock/response-form'],
    ]);
  });
});

describe('an audit', () => {
  it('says why, and what came', async () => {
    await found([['describe', asked('nightly'), shown(snapshot('nightly', { Status: 'creating' }))], good]);
    const audit = await auditMock(mock);
    expect(audit.toString()).toBe(`1 of 2 calls cannot have happened with AWS

call 1: CopyDBClusterSnapshot {"SourceDBClusterSnapshotIdentifier":"nightly","TargetDBClusterSnapshotIdentifier":"weekly"}
  source-available  The source is in the status \`available\`. Call 0, DescribeDBClusterSnapshots, was answered that "nightly" has the status "creating".
    expected  a rejection with InvalidDBClusterSnapshotStateFault (HTTP 400)
    actual    a copy`);
    await expect(assertAudit(mock)).rejects.toThrow(new AssertionError({ message: audit.toString() }));
  });

  it('suggests the name that was meant', async () => {
    await found([
      ['copy', copyOf('nightly', 'weekly', { KmsKeyID: 'k' }), common('DBClusterSnapshotAlreadyExists')],
    ]);
    const messages = (await auditMock(mock)).findings.map(({ message }) => message);
    expect(messages).toEqual([
      'A request has no member "KmsKeyID"; did you mean "KmsKeyId"?',
      'CopyDBClusterSnapshot has no fault DBClusterSnapshotAlreadyExists; did you mean DBClusterSnapshotAlreadyExistsFault?',
    ]);
  });

  it('says nothing of what is not answered yet, but of its request', async () => {
    mock.on(sdk.CopyDBClusterSnapshotCommand).callsFake(() => new Promise(() => undefined));
    const misspelt = copyOf('nightly', 'weekly', { Tag: [] }) as sdk.CopyDBClusterSnapshotCommandInput;
    void client.send(new sdk.CopyDBClusterSnapshotCommand(misspelt));
    const { findings } = await auditMock(mock);
    expect(findings.map(({ rule }) => rule)).toEqual(['mock/request-form']);
  });

  it('passes over the answers of a reference model, and learns from them', async () => {
    const world = worldOf('snapshots: { nightly: {} }', { copyDuration: { minutes: 10 } });
    const model = installReferenceModel(mock, { world });
    const send = (input: object): Promise<unknown> =>
      client.send(new sdk.CopyDBClusterSnapshotCommand(input as never));
    await send(copyOf('nightly', 'one'));
    model.advance({ minutes: 10 });
    await send(copyOf('one', 'two'));
    await expect(assertAudit(mock)).resolves.toBeUndefined();
    mock.on(sdk.CopyDBClusterSnapshotCommand).resolves(copied('one'));
    await send(copyOf('nightly', 'one'));
    const rules = (await auditMock(mock)).findings.map(({ call, rule }) => [call, rule]);
    expect(rules).toContainEqual([2, 'target-unique']);
  });

  it('tells the accounts of several clients by what they are answered', async () => {
    const both = mockClient(sdk.NeptuneClient);
    const [east, west] = ['us-east-1', 'eu-west-1'].map((region) => new sdk.NeptuneClient({ region }));
    const copy = new sdk.CopyDBClusterSnapshotCommand(copyOf(arn('nightly'), 'weekly') as never);
    both.on(sdk.CopyDBClusterSnapshotCommand).callsFake((_, getClient) => {
      const region = getClient() === (east as unknown) ? 'us-east-1' : 'eu-west-1';
      return copied('weekly', { DBClusterSnapshotArn: arn('weekly', undefined, region) });
    });
    await east?.send(copy);
    await west?.send(copy);
    expect((await auditMock(both)).toString()).toBe('nothing impossible in 2 calls');
    both.restore();
  });
});
