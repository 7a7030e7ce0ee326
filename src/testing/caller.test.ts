import { CreateAliasCommand, CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CopyDBClusterSnapshotCommand,
  DescribeDBClusterSnapshotsCommand,
  NeptuneClient,
} from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installReferenceModel, snapshotArn, usualCaller, worldOf } from './index.ts';

const vault = '222222222222';
const there = 'eu-west-1';
const nightly = snapshotArn(usualCaller, 'nightly');
const key = (account: string) => ({ accessKeyId: account, secretAccessKey: 'secret' });

describe('who calls through a mocked client', () => {
  const mocks = [mockClient(NeptuneClient), mockClient(KMSClient)] as const;
  beforeEach(() => {
    for (const mock of mocks) mock.reset();
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    installReferenceModel(mocks, {
      world: worldOf('snapshots: { nightly: {}, shared: { sharedWith: [other] } }'),
    });
  });
  afterEach(() => vi.unstubAllEnvs());

  const copy = (client: NeptuneClient, source: string, more: object = {}): Promise<string | undefined> =>
    client
      .send(
        new CopyDBClusterSnapshotCommand({
          SourceDBClusterSnapshotIdentifier: source,
          TargetDBClusterSnapshotIdentifier: 'copy',
          ...more,
        }),
      )
      .then(({ DBClusterSnapshot }) => DBClusterSnapshot?.DBClusterSnapshotArn);

  it('is in the Region of the client: code that names a snapshot of another Region by its name is wrong', async () => {
    const elsewhere = new NeptuneClient({ region: there });
    await expect(copy(elsewhere, 'nightly')).rejects.toThrow('nightly');
    expect(await copy(elsewhere, nightly)).toBe(snapshotArn({ ...usualCaller, region: there }, 'copy'));
    const { DBClusterSnapshots } = await elsewhere.send(new DescribeDBClusterSnapshotsCommand({}));
    expect(DBClusterSnapshots).toHaveLength(1);
  });

  it('is of the account that its access key id is', async () => {
    const theirs = new NeptuneClient({ region: 'us-east-1', credentials: key(vault) });
    await expect(copy(theirs, nightly)).rejects.toMatchObject({ $fault: 'client' });
    const made = await copy(theirs, snapshotArn(usualCaller, 'shared'));
    expect(made).toBe(snapshotArn({ account: vault, region: 'us-east-1' }, 'copy'));
  });

  it.each([
    ['of a function', { credentials: () => Promise.resolve(key(vault)) }, '', vault],
    ['of the environment', {}, vault, vault],
    ['of a role that was assumed', { credentials: key(`ASIA${vault}`) }, '', vault],
    [
      'given, and the one of the environment does not count',
      { credentials: key(vault) },
      '333333333333',
      vault,
    ],
    [
      'that is no account: the usual one',
      { credentials: key('AKIAIOSFODNN7EXAMPLE') },
      '',
      usualCaller.account,
    ],
    ['nowhere: the usual one', {}, '', usualCaller.account],
  ])('has the access key id %s', async (_, configuration, environment, account) => {
    if (environment !== '') vi.stubEnv('AWS_ACCESS_KEY_ID', environment);
    const client = new NeptuneClient({ region: there, ...configuration });
    const source = account === vault ? 'shared' : 'nightly';
    expect(await copy(client, snapshotArn(usualCaller, source))).toBe(
      snapshotArn({ account, region: there }, 'copy'),
    );
  });

  it('is the same for each service: a key that was made through KMS encrypts', async () => {
    const configuration = { region: there, credentials: key(vault) };
    const kms = new KMSClient(configuration);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/vault', TargetKeyId: KeyMetadata?.KeyId }));
    expect(KeyMetadata?.Arn).toContain(`arn:aws:kms:${there}:${vault}:key/`);
    expect(KeyMetadata?.AWSAccountId).toBe(vault);
  });

  it('is asked for where the client does not tell its Region or its credentials', async () => {
    vi.stubEnv('AWS_REGION', undefined);
    vi.stubEnv('AWS_CONFIG_FILE', '/nowhere');
    await expect(copy(new NeptuneClient(), 'nightly')).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('has no Region') as unknown,
    });
    const credentials = (): Promise<never> => Promise.reject(new Error('no role to assume'));
    const locked = new NeptuneClient({ region: there, credentials });
    await expect(copy(locked, nightly)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('no role to assume') as unknown,
    });
  });

  it('is whoever the model is told', async () => {
    const caller = { account: vault, region: 'ap-south-1' };
    installReferenceModel(mocks, { world: worldOf('snapshots: { nightly: {} }', { caller }), caller });
    expect(await copy(new NeptuneClient({ region: there }), 'nightly')).toBe(snapshotArn(caller, 'copy'));
  });
});
