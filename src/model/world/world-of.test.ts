import { describe, expect, it } from 'vitest';
import { worldOf } from './world-of.ts';

describe('the other account of a world', () => {
  const snapshots = { theirs: { account: 'other' } };
  it.each([
    ['111111111111', '222222222222'],
    ['222222222222', '111111111111'],
    ['333333333333', '222222222222'],
  ])('is not the caller: %s, and %s', (account, other) => {
    const world = worldOf({ snapshots }, { caller: { account, region: 'eu-west-1' } });
    expect([...world.places.keys()]).toEqual([`${other}/eu-west-1`]);
  });
});
