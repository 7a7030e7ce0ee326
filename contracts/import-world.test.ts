/** Worlds out of what AWS CLI writes: a server that begins with one describes what the outputs said. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KMSClient, DescribeKeyCommand, ListAliasesCommand } from '@aws-sdk/client-kms';
import {
  CopyDBClusterSnapshotCommand,
  DescribeDBClusterSnapshotAttributesCommand,
  DescribeDBClusterSnapshotsCommand,
  ListTagsForResourceCommand,
  NeptuneClient,
  type DBClusterSnapshot,
} from '@aws-sdk/client-neptune';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { importWorld } from '../src/check/import/import-world.ts';
import { run } from '../src/cli/program.ts';
import { readWorldFile } from '../src/cli/world-file.ts';
import type { WorldDocument } from '../src/contract/generated/types.ts';
import { startServer } from '../src/server/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'ncc-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const account = '111122223333';
const arnOf = (name: string, region = 'eu-west-1'): string =>
  `arn:aws:rds:${region}:${account}:cluster-snapshot:${name}`;
const keyArn = (id: string, region = 'eu-west-1'): string => `arn:aws:kms:${region}:${account}:key/${id}`;
const [vault, unknown, managed] = ['mrk-0a1b', '0000-1111', '2222-3333'] as const;

const snapshot = (name: string, others: object = {}) => ({
  AvailabilityZones: ['eu-west-1a', 'eu-west-1b'],
  DBClusterSnapshotIdentifier: name,
  DBClusterIdentifier: 'orders',
  SnapshotCreateTime: '2025-11-20T03:00:12.345000+00:00',
  Engine: 'neptune',
  AllocatedStorage: 7,
  Status: 'available',
  Port: 8182,
  VpcId: 'vpc-1',
  ClusterCreateTime: '2025-01-01T00:00:00+00:00',
  EngineVersion: '1.3.4.0',
  LicenseModel: 'neptune',
  SnapshotType: 'manual',
  PercentProgress: 100,
  StorageEncrypted: false,
  DBClusterSnapshotArn: arnOf(name),
  IAMDatabaseAuthenticationEnabled: true,
  ...others,
});

const outputs = {
  'snapshots.json': {
    DBClusterSnapshots: [
      snapshot('orders-kept', { StorageEncrypted: true, KmsKeyId: keyArn(vault) }),
      snapshot('rds:orders-2025-11-20-03-00', {
        SnapshotType: 'automated',
        StorageEncrypted: true,
        KmsKeyId: keyArn(managed),
        SourceDBClusterSnapshotArn: '',
        DbClusterResourceId: 'cluster-1',
      }),
      snapshot('plain', {
        Status: 'copying',
        PercentProgress: 12,
        TagList: [{ Key: 'team', Value: 'graph' }],
      }),
      snapshot('other-key', { StorageEncrypted: true, KmsKeyId: keyArn(unknown) }),
    ],
  },
  'shared.json': {
    DBClusterSnapshotAttributesResult: {
      DBClusterSnapshotIdentifier: 'orders-kept',
      DBClusterSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: ['444455556666'] }],
    },
  },
  'orders-kept.tags.json': {
    TagList: [
      { Key: 'owner', Value: 'backup' },
      { Key: 'aws:backup', Value: 'x' },
    ],
  },
  'aliases.json': {
    Aliases: [
      {
        AliasName: 'alias/vault',
        AliasArn: `arn:aws:kms:eu-west-1:${account}:alias/vault`,
        TargetKeyId: vault,
      },
      {
        AliasName: 'alias/Vault_2',
        AliasArn: `arn:aws:kms:eu-west-1:${account}:alias/Vault_2`,
        TargetKeyId: vault,
      },
      {
        AliasName: 'alias/aws/rds',
        AliasArn: `arn:aws:kms:eu-west-1:${account}:alias/aws/rds`,
        TargetKeyId: managed,
      },
    ],
  },
  'key.json': {
    KeyMetadata: {
      KeyId: vault,
      Arn: keyArn(vault),
      KeyState: 'Disabled',
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyManager: 'CUSTOMER',
      MultiRegion: true,
      MultiRegionConfiguration: {
        MultiRegionKeyType: 'PRIMARY',
        PrimaryKey: { Arn: keyArn(vault), Region: 'eu-west-1' },
        ReplicaKeys: [{ Arn: keyArn(vault, 'us-east-1'), Region: 'us-east-1' }],
      },
    },
  },
  'managed.json': {
    KeyMetadata: { KeyId: managed, Arn: keyArn(managed), KeyManager: 'AWS', KeyState: 'Enabled' },
  },
  'clusters.json': { DBClusters: [{ DBClusterIdentifier: 'orders' }] },
} as const;

const texts = Object.fromEntries(
  Object.entries(outputs).map(([file, value]) => [file, JSON.stringify(value)]),
);

/** Runs the command in this process: its exit code, and what it said on standard error. */
async function command(...args: readonly string[]): Promise<{ code: unknown; said: string; out: string }> {
  let [said, out] = ['', ''];
  const spies = [
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said += String(text)), true)),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
  ];
  const before = process.exitCode;
  try {
    await run(['node', 'neptune-copy-contract', 'import-world', ...args]);
    return { code: process.exitCode, said, out };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
}

describe('a world out of outputs of AWS CLI', () => {
  it.each(['world.yaml', 'world.json'])('is what serve then describes: %s', async (name) => {
    const files = Object.entries(texts).map(([file, text]) => {
      writeFileSync(join(folder, file), text);
      return join(folder, file);
    });
    const out = join(folder, name);
    expect(await command(...files, '--out', out)).toMatchObject({ code: 0 });
    const read = readWorldFile(out, Date.parse('2026-01-01'));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const server = await startServer({ world: read.world });
    const config = {
      endpoint: server.url,
      region: 'eu-west-1',
      credentials: { accessKeyId: account, secretAccessKey: 'x' },
    };
    const [neptune, kms] = [new NeptuneClient(config), new KMSClient(config)];
    try {
      const { DBClusterSnapshots = [] } = await neptune.send(new DescribeDBClusterSnapshotsCommand({}));
      const written = outputs['snapshots.json'].DBClusterSnapshots.map((each) => {
        const {
          TagList: _tags,
          DbClusterResourceId: _id,
          SourceDBClusterSnapshotArn: _none,
          ...said
        } = {
          TagList: [],
          DbClusterResourceId: '',
          SourceDBClusterSnapshotArn: '',
          ...each,
        };
        return {
          ...said,
          PercentProgress: said.Status === 'available' ? 100 : 50,
          SnapshotCreateTime: new Date(said.SnapshotCreateTime),
          ClusterCreateTime: new Date(said.ClusterCreateTime),
        };
      });
      const byName = (a: DBClusterSnapshot, b: DBClusterSnapshot): number =>
        (a.DBClusterSnapshotIdentifier ?? '') < (b.DBClusterSnapshotIdentifier ?? '') ? -1 : 1;
      expect([...DBClusterSnapshots].sort(byName)).toEqual([...written].sort(byName));
      const attributes = new DescribeDBClusterSnapshotAttributesCommand({
        DBClusterSnapshotIdentifier: 'orders-kept',
      });
      const { DBClusterSnapshotAttributesResult: shared } = await neptune.send(attributes);
      expect(shared).toEqual(outputs['shared.json'].DBClusterSnapshotAttributesResult);
      const tagsOf = async (of: string) =>
        (await neptune.send(new ListTagsForResourceCommand({ ResourceName: arnOf(of) }))).TagList;
      expect(await tagsOf('orders-kept')).toEqual(outputs['orders-kept.tags.json'].TagList);
      expect(await tagsOf('plain')).toEqual([{ Key: 'team', Value: 'graph' }]);
      const { KeyMetadata: key } = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/vault' }));
      expect(key).toMatchObject({
        KeyId: vault,
        Arn: keyArn(vault),
        KeyState: 'Disabled',
        MultiRegion: true,
      });
      const { Aliases } = await kms.send(new ListAliasesCommand({}));
      expect(Aliases).toContainEqual(
        expect.objectContaining({ AliasName: 'alias/aws/rds', TargetKeyId: managed }),
      );
      const copied = new CopyDBClusterSnapshotCommand({
        SourceDBClusterSnapshotIdentifier: 'rds:orders-2025-11-20-03-00',
        TargetDBClusterSnapshotIdentifier: 'new',
      });
      // The key of AWS is the one that encrypts it.
      expect((await neptune.send(copied)).DBClusterSnapshot?.KmsKeyId).toBe(keyArn(managed));
    } finally {
      neptune.destroy();
      kms.destroy();
      await server.close();
    }
  });

  it('tells what it cannot hold, once, with how often', () => {
    const imported = importWorld({
      ...texts,
      'lost.tags.json': texts['orders-kept.tags.json'] ?? '',
      'again.json': texts['snapshots.json'] ?? '',
      'more.json': JSON.stringify({
        DBClusterSnapshots: [
          snapshot('a', { Status: 'pending', SnapshotType: 'awsbackup', DbClusterResourceId: 'x' }),
          { DBClusterSnapshotIdentifier: 'b' },
          snapshot('orders-kept', { DBClusterSnapshotArn: arnOf('orders-kept', 'us-east-1') }),
        ],
      }),
      'odd.json': JSON.stringify({
        KeyMetadata: { KeyId: 'k', Arn: keyArn('k'), KeyState: 'Unavailable', KeySpec: 'ECC_NIST_P256' },
      }),
    });
    expect(imported.ok && [...imported.losses].sort()).toEqual([
      'DbClusterResourceId of snapshots is left out (2)',
      'aliases with other characters than small letters, digits, hyphens and slashes are left out (1)',
      'attributes of a name that several snapshots have are taken to be of each (1)',
      'clusters are left out: a world has those of its snapshots (1)',
      'how far snapshots are that are not available is taken to be 50 % (2)',
      'keys in the state Unavailable are taken to be disabled (1)',
      'keys of the kind ECC_NIST_P256 are taken to be RSA_2048 (1)',
      'keys that no describe-key is of are taken to be enabled and of the customer (1)',
      'snapshots of the type awsbackup are taken to be manual (1)',
      'snapshots that are told twice are taken as they are told first (4)',
      'snapshots with the status pending are taken to be creating (1)',
      'snapshots without an ARN of a DB cluster snapshot are left out (1)',
      'tags of a name that several snapshots have are taken to be of each (1)',
      'tags of snapshots that are not among these are left out (1)',
    ]);
  });

  it.each<[name: string, file: string, text: string, says: string]>([
    [
      'another document',
      'a.json',
      '{"Reservations":[]}',
      'this is no output of describe-db-cluster-snapshots',
    ],
    ['no document', 'a.yaml', '# nothing', 'there is nothing in it'],
    ['no JSON', 'a.json', '{', 'this is no JSON'],
    ['tags of nobody', 'a.json', '{"TagList":[]}', 'tags do not tell whose they are'],
    ['no tags', 'b.tags.json', '{"TagList":[1]}', 'TagList is not a list of tags'],
    ['no list', 'a.json', '{"Aliases":{}}', 'it does not hold what AWS CLI writes there'],
    [
      'no world',
      'a.json',
      JSON.stringify({ DBClusterSnapshots: [snapshot('a', { Port: 'x' })] }),
      'these outputs make no world: snapshots.a.describes.Port: must be integer',
    ],
  ])('names a file that is none, and why: %s', (_, file, text, says) => {
    const imported = importWorld({ ...texts, [file]: text });
    expect(imported.ok ? [] : imported.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(says),
    ]);
  });

  it('asks AWS itself, by a profile, what it is made of', async () => {
    const first = importWorld(texts);
    if (!first.ok) throw new Error('no world');
    const [file, config] = [join(folder, 'asked.json'), join(folder, 'config')];
    writeFileSync(file, JSON.stringify(first.world));
    const read = readWorldFile(file, 0);
    if (!read.ok) throw new Error('no world');
    const server = await startServer({ world: read.world });
    writeFileSync(config, `[profile p]\naws_access_key_id = ${account}\naws_secret_access_key = x\n`);
    vi.stubEnv('AWS_CONFIG_FILE', config)
      .stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'none'))
      .stubEnv('AWS_ENDPOINT_URL', server.url);
    const asking = ['--profile', 'p', '--region', 'eu-west-1'];
    try {
      const { code, out, said } = await command(...asking);
      expect({ code, said }).toEqual({ code: 0, said: '' });
      const asked = parse(out) as WorldDocument;
      expect(asked.snapshots).toEqual(first.world.snapshots);
      // `serve` does not tell which replicas a key has.
      const { [vault]: key, ...others } = first.world.keys ?? {};
      expect(asked.keys).toMatchObject({ ...others, [vault]: { ...key, replicas: [] } });
      vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
      expect(await command(...asking)).toMatchObject({
        code: 2,
        said: expect.stringContaining('AWS cannot be asked as p in eu-west-1: ') as string,
      });
    } finally {
      vi.unstubAllEnvs();
      await server.close();
    }
  });

  it.each([[['--profile', 'p']], [['--region', 'us-east-1', 'a.json']], [[]]])(
    'says what it lacks: %j',
    async (args) => {
      expect(await command(...args)).toMatchObject({
        code: 2,
        said: expect.stringMatching(/go together|nothing is given/) as string,
      });
    },
  );

  it('is never written over a file unless it is told to, nor where something is wrong', async () => {
    const [good, bad, out] = [
      join(folder, 'good.json'),
      join(folder, 'bad.json'),
      join(folder, 'there.yaml'),
    ];
    writeFileSync(good, texts['snapshots.json'] ?? '');
    writeFileSync(bad, '{}');
    writeFileSync(out, 'mine');
    expect(await command(good, '--out', out)).toMatchObject({
      code: 2,
      said: expect.stringContaining('there.yaml is there already; --force replaces it.') as string,
    });
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(await command(good, '--out', out, '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(out, 'utf8')).toContain('orders-kept');
    expect(await command(good, bad, '--out', join(folder, 'no.yaml'))).toMatchObject({ code: 2 });
    expect(existsSync(join(folder, 'no.yaml'))).toBe(false);
    const printed = await command(good);
    expect(printed).toMatchObject({ code: 0, out: readFileSync(out, 'utf8') });
  });
});
