import * as sdk from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import { AssertionError } from 'node:assert';
import { beforeEach, describe, expect, it } from 'vitest';
import { copy } from '../model/operations/copy.ts';
import type { PreconditionId } from '../contract/generated/catalogue.ts';
import { assertRejectedFor, installReferenceModel, rejectedFor, usualCaller, worldOf } from './index.ts';
import './vitest.ts';

const client = new sdk.NeptuneClient({ region: 'us-east-1' });
const mock = mockClient(client);
beforeEach(() => mock.reset());

const request = { SourceDBClusterSnapshotIdentifier: 'one', TargetDBClusterSnapshotIdentifier: 'one' };
const send = (): Promise<unknown> => client.send(new sdk.CopyDBClusterSnapshotCommand(request));
const world = worldOf('snapshots: { one: {} }');
const exists = new sdk.DBClusterSnapshotAlreadyExistsFault({ message: 'taken', $metadata: {} });

describe('toBeRejectedFor', () => {
  it('takes a promise, an error, and an outcome of the model', async () => {
    installReferenceModel(mock, { world });
    await expect(send()).toBeRejectedFor('target-unique');
    await expect(send()).rejects.toBeRejectedFor('target-unique');
    await expect(exists).toBeRejectedFor('target-unique');
    await expect(copy(world, usualCaller, request)[1]).toBeRejectedFor('target-unique');
  });

  it.each<{ name: string; received: () => unknown; rule: PreconditionId; actualValue: string }>([
    {
      name: 'a promise that resolves',
      received: () => Promise.resolve({ DBClusterSnapshot: {} }),
      rule: 'target-unique',
      actualValue: 'no rejection: the request was accepted',
    },
    {
      name: 'nothing',
      received: () => Promise.resolve(undefined),
      rule: 'target-unique',
      actualValue: 'no rejection: nothing',
    },
    {
      name: 'the fault of another rule',
      received: () => exists,
      rule: 'source-exists',
      actualValue: 'DBClusterSnapshotAlreadyExistsFault: taken',
    },
    {
      name: 'an error that only has the name',
      received: () => Object.assign(new Error('taken'), { name: exists.name }),
      rule: 'target-unique',
      actualValue: 'no fault of AWS: DBClusterSnapshotAlreadyExistsFault: taken',
    },
    {
      name: 'an error of the code under test',
      received: () => Promise.reject(new TypeError('oops')),
      rule: 'target-unique',
      actualValue: 'no fault of AWS: TypeError: oops',
    },
    {
      name: 'an outcome for another rule with the same fault',
      received: () => copy(world, usualCaller, { ...request, SourceDBClusterSnapshotIdentifier: 'gone' })[1],
      rule: 'source-shared-by-arn',
      actualValue: 'DBClusterSnapshotNotFoundFault, for source-exists',
    },
  ])('is not met by $name', async ({ received, rule, actualValue }) => {
    const pending = expect(received()).toBeRejectedFor(rule);
    await expect(pending).rejects.toThrow(
      new RegExp(`^${rule} is answered by \\w+ .*; the actual outcome is ${actualValue}$`),
    );
    await expect(received()).not.toBeRejectedFor(rule);
  });

  it('tells what the rule accepts, in the words of the wire', async () => {
    const pending = expect(exists).toBeRejectedFor('manual-snapshot-quota');
    await expect(pending).rejects.toThrow('answered by SnapshotQuotaExceeded (HTTP 400)');
  });

  it('knows the rules', async () => {
    const pending = expect(exists).toBeRejectedFor('target-uniqe' as PreconditionId);
    await expect(pending).rejects.toThrow('it is no precondition; did you mean "target-unique"?');
  });
});

describe('a rule that shares its fault with others', () => {
  const quota = (message: string): Error => new sdk.SnapshotQuotaExceededFault({ message, $metadata: {} });

  it('is known of what the reference model refuses', async () => {
    const full = worldOf('snapshots: { one: {} }\nplaces: [{ manualSnapshotsLeft: 0 }]');
    installReferenceModel(mock, { world: full });
    const copyOne = { ...request, TargetDBClusterSnapshotIdentifier: 'two' };
    const refused = (): Promise<unknown> => client.send(new sdk.CopyDBClusterSnapshotCommand(copyOne));
    await expect(refused()).toBeRejectedFor('manual-snapshot-quota');
    await expect(refused()).not.toBeRejectedFor('copies-in-progress-quota');
    const gone = { ...copyOne, SourceDBClusterSnapshotIdentifier: 'gone' };
    const pending = (): Promise<unknown> => client.send(new sdk.CopyDBClusterSnapshotCommand(gone));
    await expect(pending()).toBeRejectedFor('source-exists');
    // Only the model's verdict tells these apart, which have one message.
    await expect(pending()).not.toBeRejectedFor('source-visible');
  });

  it('is not known of what the model was told to refuse, but by the message', async () => {
    const model = installReferenceModel(mock, { world });
    model.failNext('SnapshotQuotaExceededFault');
    await expect(send()).not.toBeRejectedFor('manual-snapshot-quota');
  });

  it('is known of a copy that a test has chosen to be refused', async () => {
    installReferenceModel(mock, { world, unspecified: 'reject' });
    const odd = { ...request, TargetDBClusterSnapshotIdentifier: 'two', Tags: [{ Key: '', Value: 'x' }] };
    const refused = client.send(new sdk.CopyDBClusterSnapshotCommand(odd));
    const { pass, message } = await rejectedFor(refused, 'tag-key-required');
    expect(pass).toBe(true);
    // By the model's verdict, not by the message.
    expect(message).toContain(', for tag-key-required');
  });

  it.each<[message: string, rule: PreconditionId, pass: boolean]>([
    ['Cannot create more than 100 manual snapshots', 'manual-snapshot-quota', true],
    ['Cannot create more than 100 manual snapshots', 'copies-in-progress-quota', false],
    ['Cannot copy more than 5 snapshots across regions', 'copies-in-progress-quota', true],
    ['Cannot copy more than 5 snapshots across regions', 'manual-snapshot-quota', false],
    ['too many', 'manual-snapshot-quota', false],
    ['too many', 'copies-in-progress-quota', false],
  ])('is told by the message of any other error: %s, %s', async (message, rule, pass) => {
    const expected = pass ? expect(quota(message)) : expect(quota(message)).not;
    await expected.toBeRejectedFor(rule);
  });

  it('is told of, with the message that would do', async () => {
    const pending = expect(quota('too many')).toBeRejectedFor('manual-snapshot-quota');
    await expect(pending).rejects.toThrow(
      'too many, which is said of none of the 2 rules with this fault; "Cannot create more than {quota} manual snapshots" would be of manual-snapshot-quota',
    );
  });
});

describe('assertRejectedFor', () => {
  it('is the same for node:assert', async () => {
    await expect(assertRejectedFor(Promise.reject(exists), 'target-unique')).resolves.toBeUndefined();
    const pending = assertRejectedFor(Promise.resolve({}), 'target-unique');
    await expect(pending).rejects.toThrow(AssertionError);
    await expect(assertRejectedFor(exists, 'source-exists')).rejects.toThrow('the actual outcome is');
  });
});

describe('toConformToContract', () => {
  it('audits a mock', async () => {
    mock.on(sdk.CopyDBClusterSnapshotCommand).rejects(exists);
    await send().catch(() => undefined);
    await expect(mock).toConformToContract();
    mock.on(sdk.CopyDBClusterSnapshotCommand).resolves({});
    await send();
    await expect(mock).not.toConformToContract();
    await expect(expect(mock).toConformToContract()).rejects.toThrow('1 of 2 calls cannot have happened');
  });

  it('takes a world', async () => {
    mock.on(sdk.CopyDBClusterSnapshotCommand).rejects(exists);
    await send().catch(() => undefined);
    await expect(mock).toConformToContract({ world });
    await expect(mock).not.toConformToContract({ world: worldOf({}) });
  });

  it('takes nothing but mocks', async () => {
    await expect(expect(client).toConformToContract()).rejects.toThrow('takes what mockClient');
  });
});
