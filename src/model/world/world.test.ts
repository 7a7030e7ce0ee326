import { describe, expect, it } from 'vitest';
import { snapshotArn } from './arn.ts';
import { advance, nextCompletion } from './lifecycle.ts';
import {
  crossRegionCopies,
  defaultQuotas,
  emptyWorld,
  findSnapshot,
  makeId,
  placeState,
  putSnapshot,
  removeSnapshot,
  uuidFrom,
  withPlace,
  type Progress,
  type Snapshot,
  type World,
} from './world.ts';

const here = { account: '111111111111', region: 'us-east-1' };
const there = { account: '111111111111', region: 'eu-west-1' };

interface Traits {
  readonly type?: string;
  readonly progress?: Progress;
  readonly place?: typeof here;
}

const snapshot = (name: string, { type = 'manual', progress, place = here }: Traits = {}): Snapshot => ({
  place,
  name,
  shape: {
    DBClusterSnapshotIdentifier: name,
    DBClusterSnapshotArn: snapshotArn(place, name),
    SnapshotType: type,
    Status: progress === undefined ? 'available' : 'copying',
    PercentProgress: progress === undefined ? 100 : 0,
    StorageEncrypted: false,
  },
  tags: [],
  sharedWith: [],
  ...(progress !== undefined && { progress }),
});

const transfer = (finishesAt: number, crossRegion = false): Progress => ({
  startedAt: 0,
  finishesAt,
  crossRegion,
});
const holding = (...snapshots: readonly Snapshot[]): World => snapshots.reduce(putSnapshot, emptyWorld(0));

describe('an empty world', () => {
  it('has the quotas of AWS everywhere, and nothing else', () => {
    const world = emptyWorld(5, 7);
    expect(world).toMatchObject({ clock: 5, copyDuration: 7, serial: 0 });
    expect(world.places.size).toBe(0);
    const { quotas, manualCount, ...maps } = placeState(world, here);
    expect(quotas).toEqual({ manualSnapshots: 100, crossRegionCopies: 5 });
    expect(quotas).toBe(defaultQuotas);
    expect(manualCount).toBe(0);
    for (const map of Object.values(maps)) expect(map.size).toBe(0);
  });

  it('begins in 2026 and copies at once unless told otherwise', () => {
    expect(emptyWorld()).toMatchObject({ clock: Date.parse('2026-01-01T00:00:00Z'), copyDuration: 0 });
  });
});

describe('putting and removing snapshots', () => {
  it.each<[name: string, world: World, manualCount: number, inProgress: readonly string[]]>([
    ['one manual', holding(snapshot('a')), 1, []],
    ['one automated', holding(snapshot('a', { type: 'automated' })), 0, []],
    ['two manual', holding(snapshot('a'), snapshot('b')), 2, []],
    ['one of AWS Backup', holding(snapshot('a'), snapshot('awsbackup:job-1')), 1, []],
    ['the same again', holding(snapshot('a'), snapshot('a')), 1, []],
    [
      'a manual one in the place of an automated',
      holding(snapshot('a', { type: 'automated' }), snapshot('a')),
      1,
      [],
    ],
    [
      'an automated one in the place of a manual',
      holding(snapshot('a'), snapshot('a', { type: 'automated' })),
      0,
      [],
    ],
    ['one under way', holding(snapshot('a', { progress: transfer(9) })), 1, ['a']],
    ['one that was under way', holding(snapshot('a', { progress: transfer(9) }), snapshot('a')), 1, []],
    ['one removed', removeSnapshot(holding(snapshot('a'), snapshot('b')), here, 'a'), 1, []],
    [
      'an automated one removed',
      removeSnapshot(holding(snapshot('a', { type: 'automated' }), snapshot('b')), here, 'a'),
      1,
      [],
    ],
    [
      'one under way removed',
      removeSnapshot(
        holding(snapshot('a', { progress: transfer(9) }), snapshot('b', { progress: transfer(9) })),
        here,
        'a',
      ),
      1,
      ['b'],
    ],
    ['one removed that is not there', removeSnapshot(holding(snapshot('a')), here, 'b'), 1, []],
    ['one removed elsewhere', removeSnapshot(holding(snapshot('a')), there, 'a'), 1, []],
  ])('counts: %s', (_, world, manualCount, inProgress) => {
    const state = placeState(world, here);
    expect(state.manualCount).toBe(manualCount);
    expect([...state.inProgress.keys()]).toEqual(inProgress);
  });

  it('finds what was put, in its place only', () => {
    const one = snapshot('a');
    const world = holding(one);
    expect(findSnapshot(world, here, 'a')).toBe(one);
    expect(findSnapshot(world, here, 'b')).toBeUndefined();
    expect(findSnapshot(world, there, 'a')).toBeUndefined();
    expect(findSnapshot(removeSnapshot(world, here, 'a'), here, 'a')).toBeUndefined();
  });

  it('keeps what else is in the place', () => {
    const quotas = { manualSnapshots: 1, crossRegionCopies: 1 };
    const before = withPlace(emptyWorld(0), here, { ...placeState(emptyWorld(0), here), quotas });
    expect(placeState(putSnapshot(before, snapshot('a')), here).quotas).toBe(quotas);
    expect(placeState(removeSnapshot(putSnapshot(before, snapshot('a')), here, 'a'), here).quotas).toBe(
      quotas,
    );
  });

  it('removes nothing that is not there', () => {
    const world = holding(snapshot('a'));
    expect(removeSnapshot(world, here, 'b')).toBe(world);
  });
});

it('counts the copies from other Regions that are under way', () => {
  const world = holding(
    snapshot('a', { progress: transfer(9, true) }),
    snapshot('b', { progress: transfer(9, false) }),
    snapshot('c', { progress: transfer(9, true) }),
    snapshot('d'),
    snapshot('e', { progress: transfer(9, true), place: there }),
  );
  expect(crossRegionCopies(placeState(world, here))).toBe(2);
  expect(crossRegionCopies(placeState(world, there))).toBe(1);
});

describe('made-up identifiers', () => {
  it('are version 4 UUIDs that depend on the number only', () => {
    // Written down: the names in every recorded report and reproduction follow from them.
    expect([1, 2, 255, 0xdead].map(uuidFrom)).toEqual([
      '7f287ce0-4220-40b0-83c2-444f00000001',
      '285629d3-31af-4040-8733-8f7e00000002',
      '56684d5c-9800-40c3-8071-5957000000ff',
      '421c53a9-d54d-4e29-8f29-a9030000dead',
    ]);
  });

  it('are never made twice', () => {
    const [next, first] = makeId(emptyWorld());
    const [last, second] = makeId(next);
    expect(first).toBe(uuidFrom(1));
    expect(second).toBe(uuidFrom(2));
    expect(last.serial).toBe(2);
    expect(new Set(Array.from({ length: 2000 }, (_, i) => uuidFrom(i))).size).toBe(2000);
  });
});

describe('a copy that will fail', () => {
  it('is failed when it would be done, as far as it came, and no longer under way', () => {
    const world = holding(snapshot('doomed', { progress: { ...transfer(100), fails: true } }));
    const before = findSnapshot(advance(world, 60), here, 'doomed');
    expect(before?.shape).toMatchObject({ Status: 'copying', PercentProgress: 60 });
    const after = advance(advance(world, 60), 100);
    const failed = findSnapshot(after, here, 'doomed');
    expect(failed).toEqual({
      ...snapshot('doomed'),
      shape: { ...snapshot('doomed').shape, Status: 'failed', PercentProgress: 60 },
    });
    expect(failed).not.toHaveProperty('progress');
    expect([placeState(after, here).inProgress.size, nextCompletion(after)]).toEqual([0, undefined]);
  });
});

describe('time', () => {
  const world = holding(
    snapshot('short', { progress: transfer(100) }),
    snapshot('long', { progress: { startedAt: 100, finishesAt: 300, crossRegion: true } }),
    snapshot('there', { progress: transfer(200), place: there }),
    snapshot('done'),
  );

  it.each<[instant: number, short: string, long: string | undefined]>([
    [1, 'copying 1', undefined],
    [99, 'copying 99', undefined],
    [100, 'available 100', 'copying 0'],
    [101, 'available 100', 'copying 0'],
    [102, 'available 100', 'copying 1'],
    [299, 'available 100', 'copying 99'],
    [300, 'available 100', 'available 100'],
    [1000, 'available 100', 'available 100'],
  ])('at %i', (instant, short, long) => {
    const next = advance(world, instant);
    const told = (name: string): string => {
      const { Status, PercentProgress } = findSnapshot(next, here, name)?.shape ?? {};
      return `${String(Status)} ${String(PercentProgress)}`;
    };
    expect(next.clock).toBe(instant);
    expect(told('short')).toBe(short);
    // No transfer of the model begins later than now.
    if (long !== undefined) expect(told('long')).toBe(long);
    expect(told('done')).toBe('available 100');
  });

  it('ends a transfer for good', () => {
    const next = advance(world, 100);
    expect(findSnapshot(next, here, 'short')).toEqual(snapshot('short'));
    expect([...placeState(next, here).inProgress.keys()]).toEqual(['long']);
    expect(findSnapshot(next, here, 'long')?.progress).toBeDefined();
  });

  it('that is past or now changes nothing', () => {
    const later = advance(world, 50);
    expect(advance(later, 50)).toBe(later);
    expect(advance(later, 49)).toBe(later);
  });

  it('touches no place without transfers', () => {
    const idle = holding(snapshot('a'));
    expect(advance(idle, 10).places).toBe(idle.places);
  });

  it('is next awaited when the first transfer ends, wherever', () => {
    expect(nextCompletion(world)).toBe(100);
    expect(nextCompletion(advance(world, 100))).toBe(200);
    expect(nextCompletion(advance(world, 200))).toBe(300);
    expect(nextCompletion(advance(world, 300))).toBeUndefined();
    expect(nextCompletion(emptyWorld())).toBeUndefined();
  });

  it('finds a world whose counters are wrong out', () => {
    const state = placeState(emptyWorld(0), here);
    const wrong = withPlace(emptyWorld(0), here, {
      ...state,
      inProgress: state.inProgress.set('lost', transfer(9)),
    });
    expect(() => advance(wrong, 1)).toThrow('a transfer of lost is under way, but the snapshot is gone');
  });
});
