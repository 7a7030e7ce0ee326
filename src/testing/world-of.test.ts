import { describe, expect, it } from 'vitest';
import { UsageError } from '../errors.ts';
import { findSnapshot, placeState } from '../model/world/world.ts';
import { usualCaller } from './caller.ts';
import { toMilliseconds, type Duration } from '../server/duration.ts';
import { worldOf } from './world-of.ts';

describe('worldOf', () => {
  const text = `
keys:
  vault: { alias: true, id: k-1 }
snapshots:
  nightly: { encryptedWith: vault, tags: [{ Key: team, Value: graph }] }
`;

  it('makes the same world of text and of data', () => {
    const data = {
      keys: { vault: { alias: true, id: 'k-1' } },
      snapshots: { nightly: { encryptedWith: 'vault', tags: [{ Key: 'team', Value: 'graph' }] } },
    };
    expect(worldOf(text)).toEqual(worldOf(data));
    expect(findSnapshot(worldOf(text), usualCaller, 'nightly')?.shape).toMatchObject({
      Status: 'available',
      KmsKeyId: 'arn:aws:kms:us-east-1:111111111111:key/k-1',
    });
  });

  it.each([
    ['us-east-1', 'eu-west-1'],
    ['eu-west-1', 'us-east-1'],
    ['cn-north-1', 'cn-northwest-1'],
    ['us-gov-east-1', 'us-gov-west-1'],
  ])('is around its caller: %s, and %s elsewhere', (region, other) => {
    const caller = { account: '222222222222', region };
    const places = [{}, { account: 'other', region: 'elsewhere' }];
    const snapshots = { one: {}, two: { account: 'other', region: 'elsewhere' } };
    const world = worldOf({ snapshots, places }, { caller });
    expect([...world.places.keys()]).toEqual([`222222222222/${region}`, `111111111111/${other}`]);
  });

  it('has the others and the names that it is told', () => {
    const world = worldOf(
      { snapshots: { one: { account: 'other', region: 'elsewhere' } } },
      { other: { account: '333333333333', region: 'eu-north-1' }, nameOf: (handle) => `run-${handle}` },
    );
    const { shape } = findSnapshot(world, { account: '333333333333', region: 'eu-north-1' }, 'run-one') ?? {};
    expect(shape?.DBClusterSnapshotArn).toBe('arn:aws:rds:eu-north-1:333333333333:cluster-snapshot:run-one');
  });

  it('has a clock and a length of copies', () => {
    const world = worldOf({}, { clock: new Date(5), copyDuration: { minutes: 10 } });
    expect(world).toMatchObject({ clock: 5, copyDuration: 600_000 });
    expect(placeState(world, usualCaller).quotas.manualSnapshots).toBe(100);
  });

  it.each([
    {
      name: 'text',
      given: 'snapshots:\n  one: { statsu: failed }',
      expected: 'world:2:18: snapshots.one.statsu',
    },
    { name: 'no YAML', given: 'snapshots: [', expected: 'world:1:13: ' },
    {
      name: 'data',
      given: { snapshots: { one: { statsu: 'failed' } } },
      expected: 'world.snapshots.one.statsu',
    },
    { name: 'a loose end', given: 'snapshots: { one: { encryptedWith: k } }', expected: 'no key called k' },
  ])('says what is wrong: $name', ({ given, expected }) => {
    const make = (): unknown => worldOf(given as string);
    expect(make).toThrow(UsageError);
    expect(make).toThrow(expected);
  });
});

describe('a duration', () => {
  it.each<[Duration, number]>([
    [1_500, 1_500],
    [0, 0],
    [{ minutes: 10 }, 600_000],
    [{ days: 1, hours: 1, seconds: 1, milliseconds: 1 }, 90_001_001],
  ])('%j is %i ms', (duration, expected) => {
    expect(toMilliseconds(duration)).toBe(expected);
  });

  it.each<[unknown, string]>([
    [-1, '0 or more'],
    [Number.NaN, '0 or more'],
    [{ minutes: Infinity }, '0 or more'],
    [{ minute: 1 }, '"minute" is no unit of time'],
  ])('%j is none', (duration, expected) => {
    expect(() => toMilliseconds(duration as Duration)).toThrow(expected);
  });
});
