import { is } from 'immutable';
import { placeKey, placeState, putSnapshot, removeSnapshot, type Caller } from '../../src/model/index.ts';
import type { World } from '../../src/model/world/world.ts';
import { copyThatLeaves, editPlace } from '../bugs.ts';
import { expect } from '../expect.ts';
import { family, copyLaw } from '../law.ts';

/** Everything but the snapshots, counters and transfers of the place. */
const rest = (world: World, caller: Caller) => {
  const { clusters, keys, aliases, quotas } = placeState(world, caller);
  return { clock: world.clock, copyDuration: world.copyDuration, clusters, keys, aliases, quotas };
};

export const frame = family('A copy changes nothing else', [
  copyLaw({
    states: 'A rejected request leaves the world as it was.',
    holds({ copy }, { world, caller, request }) {
      const [next, outcome] = copy(world, caller, request);
      if (outcome.kind === 'copied') return;
      expect(next === world || (is(next.places, world.places) && next.clock === world.clock)).toBe(true);
    },
    bugs: {
      'quota used up by a rejection': copyThatLeaves((next, outcome, caller) =>
        outcome.kind === 'copied'
          ? next
          : editPlace(next, caller, ({ manualCount }) => ({ manualCount: manualCount + 1 })),
      ),
    },
  }),
  copyLaw({
    states: 'An accepted copy adds exactly one snapshot, in the place of the caller.',
    holds({ copy }, { world, caller, request }) {
      const [next, outcome] = copy(world, caller, request);
      if (outcome.kind === 'rejected') return;
      const { snapshots } = placeState(next, caller);
      expect(placeState(world, caller).snapshots.has(outcome.snapshot.name)).toBe(false);
      expect(snapshots.get(outcome.snapshot.name)).toBe(outcome.snapshot);
      expect(is(snapshots.delete(outcome.snapshot.name), placeState(world, caller).snapshots)).toBe(true);
    },
    bugs: {
      'two copies for one': copyThatLeaves((next, outcome) =>
        outcome.kind === 'copied' ? putSnapshot(next, { ...outcome.snapshot, name: 'one-too-many' }) : next,
      ),
      'a copy that is answered and never made': copyThatLeaves((_, __, ___, before) => before),
    },
  }),
  copyLaw({
    states: 'A copy touches no other place, no key, no quota and no clock.',
    holds({ copy }, { world, caller, request }) {
      const [next] = copy(world, caller, request);
      const here = placeKey(caller);
      expect(is(next.places.delete(here), world.places.delete(here))).toBe(true);
      const [before, after] = [rest(world, caller), rest(next, caller)];
      const parts = Object.keys(before) as (keyof typeof before)[];
      expect(parts.filter((part) => !is(after[part], before[part]))).toEqual([]);
    },
    bugs: {
      'time that passes': copyThatLeaves((next) => ({ ...next, clock: next.clock + 1 })),
      'a key that gets lost': copyThatLeaves((next, _, caller) =>
        editPlace(next, caller, ({ keys }) => ({ keys: keys.rest() })),
      ),
    },
  }),
  copyLaw({
    states: 'The source is the same after the copy as before.',
    holds({ copy }, { world, caller, request }) {
      const [next] = copy(world, caller, request);
      for (const [key, { snapshots }] of world.places) {
        for (const [name, snapshot] of snapshots) {
          expect(next.places.get(key)?.snapshots.get(name), name).toBe(snapshot);
        }
      }
    },
    bugs: {
      'a move instead of a copy': copyThatLeaves((next, outcome, caller) => {
        if (outcome.kind === 'rejected') return next;
        const source = outcome.snapshot.shape.SourceDBClusterSnapshotArn ?? '';
        return removeSnapshot(next, caller, source.split(':').slice(6).join(':'));
      }),
    },
  }),
]);
