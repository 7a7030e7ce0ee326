import {
  CopyDBClusterSnapshotCommand,
  DescribeDBClusterSnapshotsCommand,
  NeptuneClient,
  NeptuneServiceException,
  SnapshotQuotaExceededFault,
  type DBClusterSnapshot,
} from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { auditMock, findSnapshot, installReferenceModel, usualCaller, worldOf } from './index.ts';
import type { Choice, ReferenceModelOptions } from './index.ts';

const mock = mockClient(NeptuneClient);
const client = new NeptuneClient({ region: usualCaller.region });
const world = worldOf('snapshots: { nightly: {} }', { copyDuration: { minutes: 10 } });

const install = (options: Partial<ReferenceModelOptions> = {}) => {
  mock.reset();
  return installReferenceModel(mock, { world, ...options });
};
const copy = async (target = 'weekly', more: object = {}): Promise<DBClusterSnapshot | undefined> => {
  const names = { SourceDBClusterSnapshotIdentifier: 'nightly', TargetDBClusterSnapshotIdentifier: target };
  return (await client.send(new CopyDBClusterSnapshotCommand({ ...names, ...more }))).DBClusterSnapshot;
};
const look = async (name = 'weekly'): Promise<readonly unknown[]> => {
  const input = { DBClusterSnapshotIdentifier: name };
  const { DBClusterSnapshots } = await client.send(new DescribeDBClusterSnapshotsCommand(input));
  return (DBClusterSnapshots ?? []).map(({ Status, PercentProgress }) => [Status, PercentProgress]);
};

describe('a copy that fails', () => {
  it('fails on its way, as far as it came, and its name is taken', async () => {
    const model = install();
    await copy();
    model.advance({ minutes: 5 });
    expect(await look()).toEqual([['copying', 50]]);
    model.failCopy('Weekly');
    expect(await look()).toEqual([['failed', 50]]);
    model.advance({ hours: 1 });
    expect(await look()).toEqual([['failed', 50]]);
    await expect(copy()).rejects.toMatchObject({ name: 'DBClusterSnapshotAlreadyExistsFault' });
  });

  it('fails when it is due where it is told before it is made, and only the next of that name', async () => {
    const model = install();
    model.failCopy('weekly');
    await copy('monthly');
    expect(await copy()).toMatchObject({ Status: 'copying' });
    model.advance({ minutes: 9 });
    expect(await look()).toEqual([['copying', 90]]);
    model.advance({ minutes: 1 });
    expect(await look()).toEqual([['failed', 90]]);
    expect(await look('monthly')).toEqual([['available', 100]]);
  });

  it('is under way when it is answered, also where copies take no time', async () => {
    const model = install({ world: worldOf('snapshots: { nightly: {} }') });
    model.failCopy('weekly');
    expect(await copy()).toMatchObject({ Status: 'copying', PercentProgress: 0 });
    expect(await look()).toMatchObject([['failed', expect.any(Number)]]);
  });
});

describe('a call that fails', () => {
  it('fails once, without effect, as the exception of its class', async () => {
    const model = install();
    model.failNext('SnapshotQuotaExceededFault');
    await expect(copy()).rejects.toBeInstanceOf(SnapshotQuotaExceededFault);
    expect(findSnapshot(model.world, usualCaller, 'weekly')).toBeUndefined();
    expect(await copy()).toMatchObject({ Status: 'copying' });
  });

  it('is the next of its operation, in the order in which they were told, with any fault', async () => {
    const model = install();
    model.failNext({ code: 'BadGateway', status: 502, message: 'try again' }, 'CopyDBClusterSnapshot');
    model.failNext('InternalFailure', 'CopyDBClusterSnapshot');
    expect(await look('nightly')).toEqual([['available', 100]]);
    const error: unknown = await copy().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NeptuneServiceException);
    expect(error).toMatchObject({
      name: 'BadGateway',
      message: 'try again',
      $fault: 'server',
      $metadata: { httpStatusCode: 502 },
    });
    await expect(copy()).rejects.toMatchObject({ name: 'InternalFailure', $fault: 'server' });
    expect(await copy()).toMatchObject({ Status: 'copying' });
  });

  it('is refused where there is no such fault or operation', () => {
    const model = install();
    expect(() => model.failNext('SnapshotQuotaExceeded_' as never)).toThrow(
      'did you mean "SnapshotQuotaExceeded',
    );
    expect(() => model.failNext('InternalFailure', 'CopyDBClusterSnapshots')).toThrow(
      'there is no operation CopyDBClusterSnapshots; did you mean "CopyDBClusterSnapshot"?',
    );
  });
});

describe('time', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is that of the clock, behind which fake timers may be', async () => {
    vi.useFakeTimers({ now: Date.UTC(2020, 1, 1) });
    const model = install({ clock: Date.now });
    expect(model.world.clock).toBe(Date.UTC(2020, 1, 1));
    await copy();
    vi.advanceTimersByTime(5 * 60_000);
    expect(await look()).toEqual([['copying', 50]]);
    model.advance({ minutes: 4 });
    expect(await look()).toEqual([['copying', 90]]);
    vi.advanceTimersByTime(60_000);
    expect(findSnapshot(model.world, usualCaller, 'weekly')).toMatchObject({
      shape: { Status: 'available' },
    });
  });

  it('is that of the clock in a world that is put in the place of the first, too', async () => {
    vi.useFakeTimers({ now: 1_000 });
    const model = install({ clock: Date.now });
    model.world = world;
    await copy();
    vi.advanceTimersByTime(10 * 60_000);
    expect(await look()).toEqual([['available', 100]]);
  });
});

describe('where nobody knows what AWS does', () => {
  /** An empty key of a tag. */
  const open = { Tags: [{ Key: '', Value: 'a' }] };
  const refusal = { name: 'InvalidParameterValue', $fault: 'client' };

  it('the copy is made unless the test chooses', async () => {
    install();
    expect(await copy('weekly', open)).toMatchObject({ Status: 'copying' });
    install({ unspecified: 'reject' });
    await expect(copy('weekly', open)).rejects.toMatchObject(refusal);
    expect(await copy('weekly')).toMatchObject({ Status: 'copying' });
  });

  it('the test is told, if it wants: which rule, what it says, and what to do', async () => {
    const model = install({ unspecified: 'throw' });
    const message = expect.stringMatching(
      /nobody knows .*\n {2}tag-key-required {2}.+ refused with .+\n {2}tag-key-length .+\n.*unspecified: "accept"/,
    ) as unknown;
    await expect(copy('weekly', open)).rejects.toMatchObject({ name: 'UsageError', message });
    expect(findSnapshot(model.world, usualCaller, 'weekly')).toBeUndefined();
    await expect(copy('nightly', open)).rejects.toMatchObject({
      name: 'DBClusterSnapshotAlreadyExistsFault',
    });
  });

  it('a property tries both', async () => {
    const seen = new Set<boolean>();
    const oneOf = (): fc.Arbitrary<Choice> => fc.constantFrom('accept', 'reject');
    const property = fc.asyncProperty(fc.gen(), async (gen) => {
      install({ unspecified: () => gen(oneOf) });
      seen.add(
        await copy('weekly', open).then(
          () => true,
          () => false,
        ),
      );
    });
    await fc.assert(property, { numRuns: 40, seed: 7 });
    expect([...seen].sort()).toEqual([false, true]);
  });

  it.each(['accept', 'reject', 'throw'] as const)('the audit tells of it: %s', async (unspecified) => {
    install({ unspecified });
    await copy('monthly');
    await copy('weekly', open).catch(() => undefined);
    const audit = await auditMock(mock, { world });
    expect(audit.unspecified).toEqual([{ call: 1, rules: ['tag-key-required', 'tag-key-length'] }]);
    expect(audit.findings).toEqual([]);
    expect(String(audit)).toContain('call 1: nobody knows whether AWS accepts it: tag-key-required');
  });
});
