import fc from 'fast-check';
import { is } from 'immutable';
import { histories } from '../../src/testing/arbitraries/index.ts';
import type { Snapshot, World } from '../../src/model/world/world.ts';
import { expect } from '../expect.ts';
import { play } from '../history.ts';
import { family, law, model, type Subject } from '../law.ts';

const minute = 60_000;
/** Around the durations that copies have. */
const boundaries = [0, 1, 2, 499, 500, 999, 1000, 1001, minute - 1, minute, minute + 1];
const inputs = fc.record({
  history: histories(6),
  first: fc.oneof(fc.integer({ min: -minute, max: 2 * minute }), fc.constantFrom(...boundaries)),
  second: fc.oneof(fc.integer({ min: 0, max: 2 * minute }), fc.constantFrom(...boundaries)),
});

/** The world at the end of a history, made by the model whatever is under test. */
const worldAfter = (history: Parameters<typeof play>[1]): World | undefined =>
  play(model, history).at(-1)?.after;

const all = (world: World): readonly Snapshot[] =>
  [...world.places.values()].flatMap(({ snapshots }) => [...snapshots.values()]);

/** Snapshots before and after, in pairs. */
const pairs = (before: World, after: World): readonly (readonly [Snapshot, Snapshot | undefined])[] =>
  [...before.places].flatMap(([key, { snapshots }]) =>
    [...snapshots.values()].map((one) => [one, after.places.get(key)?.snapshots.get(one.name)] as const),
  );

/** An `advance` that gets snapshots wrong in the given way. */
const advanceThat = (spoil: (snapshot: Snapshot, world: World) => Snapshot): Partial<Subject> => ({
  advance(world, instant) {
    const next = model.advance(world, instant);
    const places = next.places.map((state) => ({
      ...state,
      snapshots: state.snapshots.map((snapshot) => spoil(snapshot, next)),
    }));
    return { ...next, places };
  },
});

export const lifecycle = family('Copies progress as time passes', [
  law({
    states: 'Time never runs backwards, and a time in the past changes nothing.',
    inputs,
    holds({ advance }, { history, first }) {
      const world = worldAfter(history);
      if (world === undefined) return;
      const next = advance(world, world.clock + first);
      expect(next.clock).toBe(Math.max(world.clock, world.clock + first));
      if (first <= 0) expect(next).toBe(world);
    },
    bugs: {
      'a clock that follows any time': { advance: (world, instant) => ({ ...world, clock: instant }) },
    },
  }),
  law({
    states: 'Waiting twice is waiting once, until the later time.',
    inputs,
    holds({ advance }, { history, first, second }) {
      const world = worldAfter(history);
      if (world === undefined) return;
      const [a, b] = [world.clock + first, world.clock + Math.max(first, 0) + second];
      expect(all(advance(advance(world, a), b))).toEqual(all(advance(world, b)));
    },
    bugs: {
      'progress by steps, not by time': advanceThat((snapshot) =>
        snapshot.progress === undefined
          ? snapshot
          : {
              ...snapshot,
              shape: { ...snapshot.shape, PercentProgress: (snapshot.shape.PercentProgress + 7) % 100 },
            },
      ),
    },
  }),
  law({
    states: 'PercentProgress never falls and is 100 exactly when the transfer is done.',
    inputs,
    holds({ advance }, { history, second }) {
      const world = worldAfter(history);
      if (world === undefined) return;
      for (const [before, after] of pairs(world, advance(world, world.clock + second))) {
        if (before.progress === undefined || after === undefined) continue;
        const { PercentProgress, Status } = after.shape;
        expect(PercentProgress).slowly.toBeGreaterThanOrEqual(before.shape.PercentProgress);
        expect(PercentProgress === 100).toBe(after.progress === undefined);
        expect(Status === 'available').toBe(after.progress === undefined);
      }
    },
    bugs: {
      'progress that falls': advanceThat((snapshot) =>
        snapshot.progress === undefined
          ? snapshot
          : { ...snapshot, shape: { ...snapshot.shape, PercentProgress: 0 } },
      ),
      'available too early': advanceThat((snapshot) => ({
        ...snapshot,
        shape: { ...snapshot.shape, Status: 'available' },
      })),
    },
  }),
  law({
    states: 'A copy is done when its time is up, and not before.',
    inputs,
    holds({ advance }, { history, second }) {
      const world = worldAfter(history);
      if (world === undefined) return;
      const instant = world.clock + second;
      for (const [before, after] of pairs(world, advance(world, instant))) {
        const { progress } = before;
        if (progress === undefined) continue;
        expect(after?.progress !== undefined).toBe(progress.finishesAt > instant);
      }
    },
    bugs: {
      'one moment late': {
        advance: (world, instant) => ({ ...model.advance(world, instant - 1), clock: instant }),
      },
    },
  }),
  law({
    states: 'Time touches no snapshot that is not on its way.',
    inputs,
    holds({ advance }, { history, second }) {
      const world = worldAfter(history);
      if (world === undefined) return;
      const next = advance(world, world.clock + second);
      for (const [before, after] of pairs(world, next))
        if (before.progress === undefined) expect(after).toBe(before);
      expect(is(next.places.keySeq().toSet(), world.places.keySeq().toSet())).toBe(true);
    },
    bugs: {
      'whatever is creating gets done': advanceThat((snapshot) =>
        snapshot.shape.Status === 'creating'
          ? { ...snapshot, shape: { ...snapshot.shape, Status: 'available' } }
          : snapshot,
      ),
    },
  }),
]);
