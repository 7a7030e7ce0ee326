import { describe, expect, it, vi } from 'vitest';
import { caller } from '../../../../test-support/fakes.ts';
import type { CallResult } from '../target.ts';
import type { Connection, RawCopy } from '../endpoint/connection.ts';
import { Guard } from './guard.ts';
import { Ledger } from './ledger.ts';
import type { Resource } from './resource.ts';
import { putAway, removeAll } from './sweep.ts';

type Answers = Readonly<
  Record<string, (input: Readonly<Record<string, unknown>>) => CallResult | Promise<CallResult>>
>;

const ok = (output: Record<string, unknown> = {}): CallResult => ({ ok: true, output });
const no = (name: string, status = 404): CallResult => ({
  ok: false,
  fault: { name, message: 'no', status },
});
const snapshots = (...names: string[]): CallResult =>
  ok({
    DBClusterSnapshots: names.map((name) => ({ DBClusterSnapshotIdentifier: name, Status: 'available' })),
  });

/** A target that says what it is told to, and writes down what reaches it. What it answers to a copy: a name, or XML that no SDK reads. */
function guarded(answers: Answers, copied?: string) {
  const sent: string[] = [];
  const answer = (
    operation: string,
    input: Readonly<Record<string, unknown>>,
  ): CallResult | Promise<CallResult> => {
    const [first] = Object.values(input);
    sent.push(typeof first === 'string' ? `${operation} ${first}` : operation);
    return (
      answers[operation]?.(input) ??
      (operation.startsWith('Describe')
        ? first === undefined
          ? ok({ DBClusters: [], DBClusterSnapshots: [] })
          : no('NotFoundFault')
        : ok())
    );
  };
  const connection = {
    call: (_service: string, operation: string, _caller: unknown, input: Readonly<Record<string, unknown>>) =>
      Promise.resolve(answer(operation, input)),
    copy(
      _caller: unknown,
      input: { TargetDBClusterSnapshotIdentifier?: string | undefined },
    ): Promise<RawCopy> {
      sent.push(`CopyDBClusterSnapshot ${input.TargetDBClusterSnapshotIdentifier ?? ''}`);
      const name = copied ?? input.TargetDBClusterSnapshotIdentifier;
      if (copied?.startsWith('<') === true) {
        const fault = { name: 'TypeError', message: 'no number', status: 200 };
        const http = { response: { status: 200, headers: {}, body: copied } };
        return Promise.resolve({ result: { ok: false, fault }, attempts: 1, http } as unknown as RawCopy);
      }
      const output = { DBClusterSnapshot: { DBClusterSnapshotIdentifier: name }, $metadata: {} };
      return Promise.resolve({ result: { ok: true, output }, attempts: 1 } as RawCopy);
    },
    close: () => undefined,
  } as unknown as Connection;
  Object.assign(connection, { cleaner: connection });
  const guard = new Guard(connection, new Ledger('abc123'));
  const copy = (target: string) =>
    guard.copy(
      caller,
      { SourceDBClusterSnapshotIdentifier: 's', TargetDBClusterSnapshotIdentifier: target },
      target,
    );
  return { guard, sent, copy };
}

const clusters = (...names: string[]): CallResult =>
  ok({ DBClusters: names.map((name) => ({ DBClusterIdentifier: name })) });

const own = 'ncc-abc123-0-source';
const remove = (guard: Guard, name: string) =>
  guard.call('neptune', 'DeleteDBClusterSnapshot', caller, { DBClusterSnapshotIdentifier: name });
const make = (guard: Guard, name: string) =>
  guard.call('neptune', 'CreateDBCluster', caller, { DBClusterIdentifier: name });

describe('what is not this run’s', () => {
  const arn = (name: string) => `arn:aws:rds:us-east-1:111111111111:cluster-snapshot:${name}`;
  const table = [
    ['neptune', 'DeleteDBClusterSnapshot', { DBClusterSnapshotIdentifier: 'prod' }],
    ['neptune', 'DeleteDBClusterSnapshot', { DBClusterSnapshotIdentifier: own }],
    ['neptune', 'DeleteDBCluster', { DBClusterIdentifier: 'prod' }],
    ['neptune', 'ModifyDBClusterSnapshotAttribute', { DBClusterSnapshotIdentifier: 'prod' }],
    ['neptune', 'AddTagsToResource', { ResourceName: arn('prod') }],
    ['neptune', 'RemoveTagsFromResource', { ResourceName: arn('prod') }],
    ['neptune', 'AddTagsToResource', { ResourceName: 'nonsense' }],
    ['neptune', 'ModifyDBCluster', { DBClusterIdentifier: 'prod' }],
    ['neptune', 'CreateDBClusterSnapshot', { DBClusterIdentifier: 'prod', DBClusterSnapshotIdentifier: own }],
    ['kms', 'DisableKey', { KeyId: 'k' }],
    ['kms', 'EnableKey', { KeyId: 'k' }],
    ['kms', 'PutKeyPolicy', { KeyId: 'k' }],
    ['kms', 'ScheduleKeyDeletion', { KeyId: 'k' }],
    ['kms', 'CancelKeyDeletion', { KeyId: 'k' }],
    ['kms', 'DeleteAlias', { AliasName: 'alias/prod' }],
    ['kms', 'CreateAlias', { AliasName: 'alias/ncc-abc123-0-k', TargetKeyId: 'k' }],
    ['kms', 'ReplicateKey', { KeyId: 'k', ReplicaRegion: 'eu-west-1' }],
    ['kms', 'CreateKey', { Description: 'anybody’s' }],
  ] as const;
  it.each(table)('is not touched: %s %s %o', async (service, operation, input) => {
    const { guard, sent } = guarded({});
    expect(await guard.call(service, operation, caller, input)).toMatchObject({ fault: { refused: true } });
    expect(sent).toEqual([]);
  });

  it('may be looked at', async () => {
    const { guard, sent } = guarded({ DescribeDBClusterSnapshots: () => snapshots('prod') });
    const seen = await guard.call('neptune', 'DescribeDBClusterSnapshots', caller, {});
    expect([seen, sent]).toEqual([snapshots('prod'), ['DescribeDBClusterSnapshots']]);
  });
});

describe('what is made', () => {
  it('is looked for first, and may then be removed, once', async () => {
    const { guard, sent } = guarded({});
    expect(await make(guard, `${own}-cluster`)).toMatchObject({ made: { kind: 'cluster' } });
    const gone = { DBClusterIdentifier: `${own}-cluster` };
    expect((await guard.call('neptune', 'DeleteDBCluster', caller, gone)).ok).toBe(true);
    expect(await guard.call('neptune', 'DeleteDBCluster', caller, gone)).toMatchObject({
      fault: { refused: true },
    });
    expect(sent).toEqual([
      'DescribeDBClusters',
      `CreateDBCluster ${own}-cluster`,
      `DeleteDBCluster ${own}-cluster`,
    ]);
  });

  describe('under names that carry the run', () => {
    const two = async (list: CallResult | undefined): Promise<readonly string[]> => {
      const { guard, sent } = guarded({
        DescribeDBClusters: (input) =>
          (input['DBClusterIdentifier'] === undefined ? list : undefined) ?? no('NotFoundFault'),
      });
      await make(guard, `${own}-1`);
      await make(guard, `${own}-2`);
      return sent.filter((call) => call.startsWith('Describe'));
    };
    const looks = ['DescribeDBClusters', `DescribeDBClusters ${own}-1`, `DescribeDBClusters ${own}-2`];

    it('is looked for once and for all where a list shows none of them', async () => {
      expect(await two(clusters('prod'))).toEqual(['DescribeDBClusters']);
    });

    it('is looked for each time where somebody has such a name', async () => {
      expect(await two(clusters('prod', `${own}-7`))).toEqual(looks);
    });

    it.each([
      ['fails', no('InternalFailure', 500)],
      ['has another page', ok({ DBClusters: [], Marker: 'again' })],
      ['is none', ok()],
    ])('is looked for each time where the list %s', async (_, list) => {
      const all = await two(list);
      expect(all.slice(-2)).toEqual(looks.slice(-2));
    });

    it('is looked for once where a cluster of the run has an automated snapshot', async () => {
      const automated = `rds:${own}-cluster-2026-11-27-08-30`;
      const { guard, sent, copy } = guarded({ DescribeDBClusterSnapshots: () => snapshots(automated) });
      await make(guard, `${own}-cluster`);
      await copy(own);
      await copy(`${own}-2`);
      expect(sent.filter((call) => call.startsWith('Describe'))).toEqual([
        'DescribeDBClusters',
        'DescribeDBClusterSnapshots',
      ]);
    });

    it('is looked for again where the name was asked for before', async () => {
      const { guard, sent } = guarded({ CreateDBCluster: () => no('InternalFailure', 500) });
      await make(guard, own);
      await make(guard, own);
      expect(sent).toEqual([
        'DescribeDBClusters',
        `CreateDBCluster ${own}`,
        `DescribeDBClusters ${own}`,
        `CreateDBCluster ${own}`,
      ]);
    });

    it('is listed in each place, where what the run has in another is none of a stranger’s', async () => {
      const made: string[] = [];
      const { guard, sent } = guarded({
        CreateDBCluster: (input) => {
          made.push(String(input['DBClusterIdentifier']));
          return ok();
        },
        DescribeDBClusters: () => clusters(...made),
      });
      const elsewhere = { ...caller, region: 'eu-west-1' };
      for (const [at, place] of [caller, elsewhere, elsewhere, caller].entries())
        await guard.call('neptune', 'CreateDBCluster', place, { DBClusterIdentifier: `${own}-${at}` });
      expect(sent.filter((call) => call.startsWith('Describe'))).toEqual(Array(2).fill('DescribeDBClusters'));
      expect(made).toHaveLength(4);
    });
  });

  it.each([
    { name: 'is taken', given: () => clusters('N'), expected: '`n` is taken at the target' },
    {
      name: 'is taken, in a list of all',
      given: () => clusters('a', 'n'),
      expected: '`n` is taken at the target',
    },
    {
      name: 'cannot be looked up',
      given: () => no('InternalFailure', 500),
      expected: 'whether `n` is taken at the target cannot be told: DescribeDBClusters: InternalFailure: no',
    },
    {
      name: 'is not in a list that does not end',
      given: () => ok({ DBClusters: [{ DBClusterIdentifier: 'a' }], Marker: 'again' }),
      expected:
        'whether `n` is taken at the target cannot be told: its pages do not come to an end: a marker that came before',
    },
  ])('is not made when its name $name', async ({ given, expected }) => {
    const { guard, sent } = guarded({ DescribeDBClusters: given });
    expect(await make(guard, 'n')).toMatchObject({ fault: { message: expected, refused: true } });
    expect(sent.filter((call) => call.startsWith('Create'))).toEqual([]);
  });

  it('is not ours when it was answered under another name, which is told', async () => {
    const { guard, copy } = guarded({}, 'prod');
    expect(await copy(own)).toMatchObject({ claim: { kind: 'another', name: 'prod' } });
    expect(await remove(guard, 'prod')).toMatchObject({ fault: { refused: true } });
    expect(await remove(guard, own)).toMatchObject({ fault: { refused: true } });
    expect(guard.ledger.strays()).toEqual([
      `snapshot prod (111111111111/us-east-1): answered as made when \`${own}\` was asked for, and left alone`,
    ]);
  });

  it('is not ours when its creation was refused or failed', async () => {
    for (const status of [400, 500]) {
      const { guard } = guarded({ CreateDBCluster: () => no('Fault', status) });
      await make(guard, own);
      expect(guard.ledger.owns({ kind: 'cluster', place: caller, name: own })).toBe(false);
    }
  });

  it.each([
    { name: 'a first attempt', fault: { status: 400 }, told: true },
    {
      name: 'an attempt after one that was not answered',
      fault: { status: 400, retried: true },
      told: false,
    },
    { name: 'a failure of the service', fault: { status: 500 }, told: false },
  ] as const)('is refused for good only by the answer to $name', async ({ fault, told }) => {
    const { guard } = guarded({
      CreateDBCluster: () => ({ ok: false, fault: { name: 'AlreadyExists', message: 'no', ...fault } }),
    });
    const refused = vi.spyOn(guard.ledger, 'refused');
    await make(guard, own);
    expect(refused.mock.calls.length).toBe(told ? 1 : 0);
  });

  it.each([
    ['under its own name, in a success that the SDK cannot read', own, 'ours'],
    ['under another name, in such a success', 'prod', 'another'],
  ])('is as it was answered %s', async (_, name, kind) => {
    const { guard, copy } = guarded(
      {},
      `<R><DBClusterSnapshot><DBClusterSnapshotIdentifier>${name}</DBClusterSnapshotIdentifier></DBClusterSnapshot></R>`,
    );
    expect(await copy(own)).toMatchObject({ claim: { kind } });
    expect((await remove(guard, own)).ok).toBe(kind === 'ours');
  });

  it('may come back in another case, if its name carries the run', async () => {
    const { guard, copy } = guarded({}, own.toUpperCase());
    await copy(own);
    expect((await remove(guard, own.toUpperCase())).ok).toBe(true);
  });

  it('and asked for several times at once shares one look', async () => {
    const { sent, copy } = guarded({});
    await Promise.all([copy(own), copy(own), copy(own)]);
    expect(sent.filter((call) => call.startsWith('Describe'))).toHaveLength(1);
    expect(sent.filter((call) => call.startsWith('Copy'))).toHaveLength(3);
  });
});

describe('a copy under a name that anybody may have', () => {
  const described = (origin: string) => {
    let looks = 0;
    return () =>
      looks++ === 0
        ? no('DBClusterSnapshotNotFoundFault')
        : ok({ DBClusterSnapshots: [{ DBClusterSnapshotIdentifier: 'n', DBClusterIdentifier: origin }] });
  };
  it('is removed when it tells that it comes from this run', async () => {
    const { guard, copy } = guarded({ DescribeDBClusterSnapshots: described(`${own}-cluster`) });
    await copy('n');
    expect((await remove(guard, 'n')).ok).toBe(true);
  });
  it('is left alone otherwise, and told', async () => {
    const { guard, sent, copy } = guarded({ DescribeDBClusterSnapshots: described('prod') });
    await copy('n');
    expect(await remove(guard, 'n')).toMatchObject({ fault: { refused: true } });
    expect(sent.filter((call) => call.startsWith('Delete'))).toEqual([]);
    expect(guard.ledger.strays()).toHaveLength(1);
  });
  it('is another one in another case', async () => {
    const { guard, copy } = guarded({ DescribeDBClusterSnapshots: described(`${own}-cluster`) });
    await copy('N');
    expect(await remove(guard, 'n')).toMatchObject({ fault: { refused: true } });
  });
});

describe('a key', () => {
  it('of no id that any target would make up may be asked about, whatever is asked', async () => {
    const { guard, sent } = guarded({ DisableKey: () => no('NotFoundException') });
    await guard.call('kms', 'DisableKey', caller, { KeyId: 'ncc-abc123-nobody' });
    expect(sent).toEqual(['DisableKey ncc-abc123-nobody']);
  });

  const Description = 'neptune-copy-contract ncc-abc123-key-1';
  const created = { CreateKey: () => ok({ KeyMetadata: { KeyId: 'k' } }) };
  it('is ours when it bears the description it was asked for with', async () => {
    const { guard } = guarded({
      ...created,
      DescribeKey: () => ok({ KeyMetadata: { KeyId: 'k', Description } }),
    });
    await guard.call('kms', 'CreateKey', caller, { Description });
    expect((await guard.call('kms', 'DisableKey', caller, { KeyId: 'k' })).ok).toBe(true);
    expect((await guard.call('kms', 'ScheduleKeyDeletion', caller, { KeyId: 'k' })).ok).toBe(true);
    expect((await guard.call('kms', 'CancelKeyDeletion', caller, { KeyId: 'k' })).ok).toBe(true);
  });
  it.each([
    { name: 'another description', given: () => ok({ KeyMetadata: { KeyId: 'k', Description: 'prod' } }) },
    { name: 'none', given: () => ok({ KeyMetadata: { KeyId: 'k' } }) },
    { name: 'that of another key', given: () => ok({ KeyMetadata: { KeyId: 'other', Description } }) },
    { name: 'nothing at all', given: () => no('NotFoundException') },
  ])('is not ours when it shows $name', async ({ given }) => {
    const { guard } = guarded({ ...created, DescribeKey: given });
    await guard.call('kms', 'CreateKey', caller, { Description });
    expect(await guard.call('kms', 'DisableKey', caller, { KeyId: 'k' })).toMatchObject({
      fault: { refused: true },
    });
    expect(guard.ledger.strays()).toHaveLength(1);
  });
});

describe('what is put away', () => {
  const cluster = `${own}-cluster`;
  const standing: Resource = { kind: 'cluster', place: caller, name: cluster };

  it('is told when its deletion was answered and did nothing', async () => {
    let made = false;
    const { guard } = guarded({
      CreateDBCluster: () => ((made = true), ok()),
      DescribeDBClusters: () => ok({ DBClusters: made ? [{ DBClusterIdentifier: cluster }] : [] }),
      DescribeDBClusterSnapshots: () => snapshots(),
    });
    await make(guard, cluster);
    expect(await putAway(guard, [standing])).toEqual([
      `cluster ${cluster} (111111111111/us-east-1): its deletion was answered with success, but it is still described`,
    ]);
  });

  /** A target of three snapshots, the first of which cannot go while the second stands; how they were removed, and what is left. */
  async function removed(atOnce: number) {
    const names = ['a', 'b', 'c'].map((name) => `${own}-${name}`);
    const standing = new Set<string>();
    const answered: string[] = [];
    let [under, most] = [0, 0];
    const { guard } = guarded({
      CreateDBClusterSnapshot: ({ DBClusterSnapshotIdentifier: name }) => (standing.add(String(name)), ok()),
      DescribeDBClusterSnapshots: () => snapshots(...standing),
      async DeleteDBClusterSnapshot({ DBClusterSnapshotIdentifier: name }) {
        most = Math.max(most, (under += 1));
        await new Promise((resolve) => setImmediate(resolve));
        under -= 1;
        if (name === names[0] && standing.has(names[1] ?? ''))
          return no('InvalidDBClusterSnapshotStateFault');
        standing.delete(String(name));
        answered.push(String(name));
        return ok();
      },
    });
    await make(guard, cluster);
    for (const name of names)
      await guard.call('neptune', 'CreateDBClusterSnapshot', caller, {
        DBClusterIdentifier: cluster,
        DBClusterSnapshotIdentifier: name,
      });
    const resources = names.map((name): Resource => ({ kind: 'snapshot', place: caller, name }));
    const left = await removeAll(guard, resources, atOnce);
    return { left, most, answered: answered.map((name) => name.slice(-1)) };
  }

  it('goes one after the other', async () => {
    const { left, most, answered } = await removed(1);
    expect({ left: left.length, most, answered }).toEqual({ left: 1, most: 1, answered: ['b', 'c'] });
  });

  it('goes at once where many may go, and what could not go beside others is tried again alone', async () => {
    expect(await removed(3)).toEqual({ left: [], most: 3, answered: ['b', 'c', 'a'] });
  });

  it('takes the automated snapshots of its clusters along, and nobody else’s', async () => {
    const automated = `rds:${cluster}-2026-01-31-08-30`;
    const { guard, sent } = guarded({
      DescribeDBClusterSnapshots: () => snapshots(automated, 'rds:prod-2026-01-31-08-30', 'prod', 'n'),
      DescribeDBClusters: () => ok({ DBClusters: [] }),
    });
    await make(guard, cluster);
    expect(await putAway(guard, [standing])).toEqual([]);
    expect(sent.filter((call) => call.startsWith('Delete'))).toEqual([
      `DeleteDBCluster ${cluster}`,
      `DeleteDBClusterSnapshot ${automated}`,
    ]);
  });

  it('tells of what stands under a name of the run that nothing accepted made', async () => {
    const { guard } = guarded({
      DescribeDBClusterSnapshots: () => snapshots(own),
      DescribeDBClusters: () => ok({ DBClusters: [] }),
    });
    await make(guard, cluster);
    expect(await putAway(guard, [standing])).toEqual([
      `snapshot ${own} (111111111111/us-east-1): it is there although its creation was not answered with success; \`cleanup abc123\` removes it`,
    ]);
  });
});
