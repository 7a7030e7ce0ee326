import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start, startCli, stop, type Running } from '../test-support/process.ts';
import { startProxy, type Listening } from '../test-support/proxy.ts';
import { findPython } from '../test-support/python.ts';

const python = findPython();
const file = (name: string): string => fileURLToPath(new URL(`python/${name}`, import.meta.url));

/** The accounts of a served world: `self`, and `other`. */
const [self, other] = ['123456789012', '210987654321'];

const arn = (name: string, region = 'us-east-1', account = self): string =>
  `arn:aws:rds:${region}:${account}:cluster-snapshot:${name}`;

/** A call, and what any client must see of it. */
interface Call {
  readonly does: string;
  readonly operation: string;
  readonly input: object;
  readonly account?: string;
  readonly region?: string;
  readonly sees: object;
}

const copy = (source: string, target: string, more: object = {}): Pick<Call, 'operation' | 'input'> => ({
  operation: 'CopyDBClusterSnapshot',
  input: { SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: target, ...more },
});
const copied = (members: object): object => ({ status: 200, output: { DBClusterSnapshot: members } });
const refused = (code: string, status = 400): object => ({ code, status });
const tagsOf = (name: string): Pick<Call, 'operation' | 'input'> => ({
  operation: 'ListTagsForResource',
  input: { ResourceName: arn(name) },
});

const calls: readonly Call[] = [
  {
    does: 'a plain copy',
    ...copy('plain', 'Plain-Copy'),
    sees: copied({
      DBClusterSnapshotIdentifier: 'plain-copy',
      DBClusterSnapshotArn: arn('plain-copy'),
      SourceDBClusterSnapshotArn: arn('plain'),
      SnapshotType: 'manual',
      StorageEncrypted: false,
    }),
  },
  {
    does: 'no tags of a plain copy',
    ...tagsOf('plain-copy'),
    sees: { status: 200, output: { TagList: [] } },
  },
  {
    does: 'a copy with the tags of its source',
    ...copy('plain', 'tagged', { CopyTags: true }),
    sees: copied({ DBClusterSnapshotIdentifier: 'tagged' }),
  },
  {
    does: 'these tags',
    ...tagsOf('tagged'),
    sees: { status: 200, output: { TagList: [{ Key: 'team', Value: 'graph' }] } },
  },
  {
    does: 'a copy with tags of its own',
    ...copy(arn('plain'), 'own-tags', { Tags: [{ Key: 'stage', Value: 'a b/é' }], CopyTags: true }),
    sees: copied({ DBClusterSnapshotIdentifier: 'own-tags' }),
  },
  {
    does: 'tags of its own',
    ...tagsOf('own-tags'),
    sees: { status: 200, output: { TagList: [{ Key: 'stage', Value: 'a b/é' }] } },
  },
  {
    does: 'an encrypted copy with another key',
    ...copy('encrypted', 'rekeyed', { KmsKeyId: 'alias/vault' }),
    sees: copied({
      StorageEncrypted: true,
      KmsKeyId: expect.stringMatching(/^arn:aws:kms:us-east-1:123456789012:key\/[\da-f-]{36}$/) as string,
    }),
  },
  {
    does: 'a copy from another Region, with a URL that the client has signed itself',
    ...copy(arn('far', 'eu-west-1'), 'near', { SourceRegion: 'eu-west-1' }),
    sees: copied({ DBClusterSnapshotArn: arn('near'), SourceDBClusterSnapshotArn: arn('far', 'eu-west-1') }),
  },
  {
    does: 'a copy of what another account shares',
    ...copy(arn('shared'), 'received'),
    account: other,
    sees: copied({
      DBClusterSnapshotArn: arn('received', 'us-east-1', other),
      SourceDBClusterSnapshotArn: arn('shared'),
    }),
  },
  {
    does: 'an encrypted copy of what another account shares',
    ...copy(arn('vaulted'), 'received-encrypted', { KmsKeyId: 'alias/theirs' }),
    account: other,
    sees: copied({ StorageEncrypted: true, KmsKeyId: expect.stringContaining(`:${other}:key/`) as string }),
  },
  {
    does: 'a copy of nothing',
    ...copy('nothing', 'copy-of-nothing'),
    sees: refused('DBClusterSnapshotNotFoundFault', 404),
  },
  {
    does: 'a copy of what is not shared',
    ...copy(arn('plain'), 'stolen'),
    account: other,
    sees: refused('DBClusterSnapshotNotFoundFault', 404),
  },
  {
    does: 'a copy under a name that is taken',
    ...copy('plain', 'ENCRYPTED'),
    sees: refused('DBClusterSnapshotAlreadyExistsFault'),
  },
  {
    does: 'a copy beyond the quota',
    ...copy('last', 'one-too-many'),
    region: 'us-west-2',
    sees: refused('SnapshotQuotaExceeded'),
  },
  {
    does: 'a copy with a disabled key',
    ...copy('encrypted', 'off', { KmsKeyId: 'alias/off' }),
    sees: refused('KMSKeyNotAccessibleFault'),
  },
  {
    does: 'a copy under a name that is none',
    ...copy('plain', '1-'),
    sees: refused('InvalidParameterValue'),
  },
  {
    does: 'the snapshots there are, without any that was refused',
    operation: 'DescribeDBClusterSnapshots',
    input: { SnapshotType: 'manual' },
    sees: {
      status: 200,
      output: {
        DBClusterSnapshots: [
          'encrypted',
          'near',
          'own-tags',
          'plain',
          'plain-copy',
          'rekeyed',
          'shared',
          'tagged',
          'vaulted',
        ].map((name) => expect.objectContaining({ DBClusterSnapshotIdentifier: name }) as object),
      },
    },
  },
];

describe.skipIf(python === undefined).each(['boto3', 'aws-cli'])('%s', (client) => {
  let serving: Running;
  let proxy: Listening;
  const sent: string[] = [];
  let answers: readonly object[] = [];

  beforeAll(async () => {
    serving = startCli('serve', '--world', file('world.yaml'));
    const url = await serving.sees(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
    proxy = await startProxy(url, { onRequest: (body) => void sent.push(body) });
    const input = calls.map(({ operation, input: members, account = self, region = 'us-east-1' }) => ({
      operation,
      input: members,
      account,
      region,
    }));
    const args = [file('clients.py'), client, proxy.url, JSON.stringify(input)];
    const ended = await start(python?.program('python') ?? '', args, python?.env ?? {}, 600_000).ended;
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    answers = JSON.parse(ended.stdout) as object[];
  });

  afterAll(async () => {
    await proxy.close();
    expect(await stop(serving)).toMatchObject({ code: 0 });
  });

  it.each(calls.map(({ does, sees }, i) => [does, sees, i] as const))('sees %s', (_, sees, i) => {
    expect(answers[i]).toMatchObject(sees);
  });

  it('sends a presigned URL of its own where the source is in another Region, and only there', () => {
    const urls = sent
      .map((body) => new URLSearchParams(body).get('PreSignedUrl'))
      .filter((url) => url !== null);
    expect(urls).toHaveLength(1);
    const { searchParams } = new URL(urls[0] ?? '');
    expect(searchParams.get('DestinationRegion')).toBe('us-east-1');
    expect(searchParams.get('X-Amz-Credential')).toContain('/eu-west-1/rds/');
    expect(searchParams.get('X-Amz-Signature')).toMatch(/^[\da-f]{64}$/);
  });

  it.each(client === 'boto3' ? ['knows'] : [])('%s the faults by their classes', () => {
    const classes = answers.flatMap((answer) => ('class' in answer ? [answer.class] : []));
    expect(classes).toEqual([
      'DBClusterSnapshotNotFoundFault',
      'DBClusterSnapshotNotFoundFault',
      'DBClusterSnapshotAlreadyExistsFault',
      'SnapshotQuotaExceededFault',
      'KMSKeyNotAccessibleFault',
      'ClientError',
    ]);
  });
});
