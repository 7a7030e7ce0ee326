import { histories } from '../../src/testing/arbitraries/index.ts';
import { crossRegionCopies, placeState } from '../../src/model/world/world.ts';
import { copyThatLeaves, editPlace } from '../bugs.ts';
import { expect } from '../expect.ts';
import { play } from '../history.ts';
import { family, law, model } from '../law.ts';

const inputs = histories();

export const counters = family('The counters of a place say what a recount says', [
  law({
    states: 'After any history, the count of manual snapshots is how many there are.',
    inputs,
    holds(subject, history) {
      for (const { after } of play(subject, history)) {
        for (const { snapshots, manualCount } of after.places.values()) {
          expect(manualCount).toBe(snapshots.count(({ shape }) => shape.SnapshotType === 'manual'));
        }
      }
    },
    bugs: {
      'a copy that is not counted': copyThatLeaves((next, outcome, caller) =>
        outcome.kind === 'rejected'
          ? next
          : editPlace(next, caller, ({ manualCount }) => ({ manualCount: manualCount - 1 })),
      ),
    },
  }),
  law({
    states: 'After any history, the transfers of a place are those of its snapshots.',
    inputs,
    holds(subject, history) {
      for (const { after } of play(subject, history)) {
        for (const { snapshots, inProgress } of after.places.values()) {
          const recount = snapshots.filter(({ progress }) => progress !== undefined);
          expect(inProgress.toObject()).toEqual(recount.map(({ progress }) => progress).toObject());
        }
      }
    },
    bugs: {
      'transfers that are never struck off': {
        advance(world, instant) {
          const next = model.advance(world, instant);
          const places = next.places.map((state, key) => ({
            ...state,
            inProgress: world.places.get(key)?.inProgress ?? state.inProgress,
          }));
          return { ...next, places };
        },
      },
    },
  }),
  law({
    states: 'No history takes a place beyond its quotas, unless it started there.',
    inputs,
    holds(subject, history) {
      for (const { before, after, step } of play(subject, history)) {
        if (step.kind !== 'copy') continue;
        for (const [key, state] of after.places) {
          const started = before.places.get(key);
          const room = state.quotas.manualSnapshots;
          expect(state.manualCount).slowly.toBeLessThanOrEqual(Math.max(room, started?.manualCount ?? 0));
          const copies = started === undefined ? 0 : crossRegionCopies(started);
          expect(crossRegionCopies(state)).slowly.toBeLessThanOrEqual(
            Math.max(state.quotas.crossRegionCopies, copies),
          );
        }
      }
    },
    bugs: {
      'a quota that lets one too many in': {
        copy(world, caller, request) {
          const places = world.places.map((state) => ({
            ...state,
            quotas: { ...state.quotas, manualSnapshots: state.quotas.manualSnapshots + 1 },
          }));
          const [next, outcome] = model.copy({ ...world, places }, caller, request);
          const quotas = (key: string) => world.places.get(key)?.quotas;
          const restored = next.places.map((state, key) => ({
            ...state,
            quotas: quotas(key) ?? state.quotas,
          }));
          return [{ ...next, places: restored }, outcome];
        },
      },
    },
  }),
  law({
    states: 'A copy is refused for want of room exactly when a recount finds the place full.',
    inputs,
    holds(subject, history) {
      for (const { before, step, copyInput } of play(subject, history)) {
        if (step.kind !== 'copy' || copyInput === undefined) continue;
        const { snapshots, quotas } = placeState(before, copyInput.caller);
        const manual = snapshots.count(({ shape }) => shape.SnapshotType === 'manual');
        const { broken } = subject.judge(before, copyInput.caller, copyInput.request);
        expect(broken.includes('manual-snapshot-quota')).toBe(manual >= quotas.manualSnapshots);
      }
    },
    bugs: {
      'one is counted that is not there': {
        judge: (world, caller, request) =>
          model.judge(
            editPlace(world, caller, ({ manualCount }) => ({ manualCount: manualCount + 1 })),
            caller,
            request,
          ),
      },
    },
  }),
]);
