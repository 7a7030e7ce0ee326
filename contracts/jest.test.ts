import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPackage, type Consumer } from '../test-support/package-exports.ts';

/** The jest that the kit is tried with; it is no dependency of ours, as users have their own. */
const jest = 'jest@30.5.2';

describe('the installed kit under jest', () => {
  let consumer: Consumer;
  let installed: string;
  beforeAll(() => {
    consumer = installPackage();
    installed = join(consumer.folder, 'with-jest');
    mkdirSync(installed);
    const install = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', jest];
    execFileSync('npm', [...install, '--prefix', installed], { cwd: installed, stdio: 'pipe' });
  });
  afterAll(() => consumer.remove());

  it('has matchers that tell right from wrong, as has node:assert', async () => {
    consumer.write('uses.test.js', uses);
    const ended = await consumer.run(
      '--experimental-vm-modules',
      join(installed, 'node_modules/jest/bin/jest.js'),
      ...['--rootDir', consumer.folder, '--testMatch', '**/uses.test.js'],
    );
    expect(ended.output).toMatch(/^Tests: +1 passed, 1 total$/m);
    expect(ended.code).toBe(0);
  });
});

/** A test of a user. */
const uses = `
import { expect, test } from '@jest/globals';
import {
  CopyDBClusterSnapshotCommand,
  DBClusterSnapshotAlreadyExistsFault,
  NeptuneClient,
} from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import {
  assertAudit,
  assertRejectedFor,
  contractMatchers,
  installReferenceModel,
  worldOf,
} from 'neptune-copy-contract/testing';
import assert from 'node:assert/strict';

expect.extend(contractMatchers);
const mock = mockClient(NeptuneClient);
const client = new NeptuneClient({ region: 'us-east-1' });
const copy = () =>
  client.send(
    new CopyDBClusterSnapshotCommand({
      SourceDBClusterSnapshotIdentifier: 'nightly',
      TargetDBClusterSnapshotIdentifier: 'weekly',
    }),
  );

test('a second copy of a name is refused', async () => {
  installReferenceModel(mock, { world: worldOf('snapshots: { nightly: {} }') });
  await copy();
  await expect(copy()).rejects.toBeInstanceOf(DBClusterSnapshotAlreadyExistsFault);
  await expect(copy()).toBeRejectedFor('target-unique');
  await expect(copy()).not.toBeRejectedFor('source-exists');
  await expect(expect(copy()).toBeRejectedFor('source-exists')).rejects.toThrow('the actual outcome is');
  await expect(mock).toConformToContract();
  await assertRejectedFor(copy(), 'target-unique');
  await assert.rejects(assertRejectedFor(copy(), 'source-exists'), { name: 'AssertionError' });
  await assertAudit(mock);
  mock.on(CopyDBClusterSnapshotCommand).resolves({ DBClusterSnapshot: { Status: 'done' } });
  await copy();
  await expect(expect(mock).toConformToContract()).rejects.toThrow('a rejection with DBClusterSnapshotAlreadyExistsFault');
});
`;
