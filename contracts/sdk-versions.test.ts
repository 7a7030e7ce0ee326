import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as sdk from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { installReferenceModel, usualCaller, worldOf } from '../src/testing/index.ts';

/** From January 2024, when commands began to be made as they still are, to those with schemas. */
const versions = ['3.523.0', '3.654.0', '3.774.0', '3.910.0', '3.1045.0'] as const;

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'ncc-sdks-'));
const nameOf = (version: string): string => `neptune-${version.replaceAll('.', '-')}`;

beforeAll(() => {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'theirs', type: 'module' }));
  const packages = versions.map((version) => `${nameOf(version)}@npm:@aws-sdk/client-neptune@${version}`);
  const install = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', ...packages];
  execFileSync('npm', install, { cwd: folder, stdio: 'pipe' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(versions)('behind a client of version %s of the SDK, the reference model', (version) => {
  let theirs: typeof sdk;
  let client: sdk.NeptuneClient;
  beforeAll(() => {
    theirs = createRequire(join(folder, 'package.json'))(nameOf(version)) as typeof sdk;
    client = new theirs.NeptuneClient({
      region: 'us-east-1',
      credentials: { accessKeyId: '222222222222', secretAccessKey: 'secret' },
    });
  });
  beforeEach(() => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    const world = worldOf('snapshots: { nightly: { encryptedWith: default } }', {
      caller: { ...usualCaller, account: '222222222222' },
    });
    installReferenceModel(mockClient(theirs.NeptuneClient), { world });
    return () => vi.unstubAllEnvs();
  });
  const copy = (source: string): Promise<sdk.CopyDBClusterSnapshotCommandOutput> => {
    const names = { SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: 'weekly' };
    return client.send(new theirs.CopyDBClusterSnapshotCommand(names));
  };

  it('answers as that version does', async () => {
    const { DBClusterSnapshot: made, $metadata } = await copy('nightly');
    expect(made).toMatchObject({ DBClusterSnapshotIdentifier: 'weekly', StorageEncrypted: true, Port: 8182 });
    expect(made?.SnapshotCreateTime).toBeInstanceOf(Date);
    expect($metadata).toMatchObject({ httpStatusCode: 200, attempts: 1 });
    const attributes = await client.send(
      new theirs.ModifyDBClusterSnapshotAttributeCommand({
        DBClusterSnapshotIdentifier: 'weekly',
        AttributeName: 'restore',
        ValuesToAdd: ['333333333333'],
      }),
    );
    expect(attributes.DBClusterSnapshotAttributesResult?.DBClusterSnapshotAttributes).toEqual([
      { AttributeName: 'restore', AttributeValues: ['333333333333'] },
    ]);
  });

  it('rejects with the exceptions of that version', async () => {
    const gone = await copy('gone').catch((error: unknown) => error);
    expect(gone).toBeInstanceOf(theirs.DBClusterSnapshotNotFoundFault);
    await copy('nightly');
    const twice = await copy('nightly').catch((error: unknown) => error);
    expect(twice).toBeInstanceOf(theirs.DBClusterSnapshotAlreadyExistsFault);
    const common = await copy('').catch((error: unknown) => error);
    expect(common).toBeInstanceOf(theirs.NeptuneServiceException);
    expect(common).toMatchObject({ name: 'InvalidParameterValue', $fault: 'client' });
  });
});

it('takes the mock of each version by its types', () => {
  symlinkSync(
    join(root, 'node_modules/aws-sdk-client-mock'),
    join(folder, 'node_modules/aws-sdk-client-mock'),
  );
  const text = [
    `import type { AwsStub } from 'aws-sdk-client-mock';`,
    `import type { MockedClient } from '${join(root, 'src/testing/mocked-client.ts')}';`,
    ...versions.flatMap((version, i) => [
      `import type * as sdk${i} from '${nameOf(version)}';`,
      // What `mockClient` gives; itself it takes clients of one version of the SDK only.
      `declare const mock${i}: AwsStub<sdk${i}.ServiceInputTypes, sdk${i}.ServiceOutputTypes, sdk${i}.NeptuneClientResolvedConfig>;`,
      `mock${i} satisfies MockedClient;`,
      `({}) as sdk${i}.NeptuneClient satisfies ThisParameterType<Parameters<MockedClient['send']['callsFake']>[0]>;`,
    ]),
    '// @ts-expect-error this is no mock',
    '({}) satisfies MockedClient;',
  ];
  writeFileSync(join(folder, 'uses.ts'), text.join('\n'));
  const modules = { module: 'nodenext', target: 'es2023', allowImportingTsExtensions: true, types: [] };
  const compilerOptions = { ...modules, strict: true, noEmit: true, skipLibCheck: true };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['uses.ts'] }));
  const tsc = [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder];
  const { stdout } = spawnSync(process.execPath, tsc, { encoding: 'utf8' });
  expect(stdout).toBe('');
});
