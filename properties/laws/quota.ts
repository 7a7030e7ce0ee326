import fc from 'fast-check';
import { toCopyInput, type CopyInput } from '../../src/testing/arbitraries/index.ts';
import { putSnapshot, removeSnapshot, snapshotArn } from '../../src/model/index.ts';
import type { World } from '../../src/model/world/world.ts';
import { expect } from '../expect.ts';
import { family, law, model, type Subject } from '../law.ts';

const inputs = fc.record({
  /** Room for manual snapshots. */
  left: fc.nat({ max: 6 }),
  /** Copies from another Region that are under way already. */
  busy: fc.nat({ max: 6 }),
  requests: fc.nat({ max: 8 }),
});

/** A world with one snapshot here and one elsewhere, and so much room. */
function roomFor(left: number, busy: number): CopyInput {
  return toCopyInput(
    {
      given: {
        snapshots: { alpha: {}, remote: { region: 'elsewhere' } },
        places: [{ manualSnapshotsLeft: left, copiesInProgress: busy }],
      },
      caller: { account: 'self', region: 'here' },
      request: {},
      wire: {},
    },
    { copyDuration: 1000 },
  );
}

/** How many of so many copies of the source, under new names, are accepted. */
function accepted(
  { copy }: Subject,
  { caller }: CopyInput,
  start: World,
  source: string,
  requests: number,
  prefix = 'copy',
) {
  let world = start;
  const names: string[] = [];
  for (let i = 0; i < requests; i += 1) {
    const name = `${prefix}-${i}`;
    const request = { SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: name };
    const [next, outcome] = copy(world, caller, request);
    if (outcome.kind === 'copied') names.push(name);
    else expect(outcome.fault.shape).toBe('SnapshotQuotaExceededFault');
    world = next;
  }
  return { world, names };
}

const remote = snapshotArn({ account: '111111111111', region: 'eu-west-1' }, 'remote');

const raised = (by: number): Partial<Subject> => ({
  copy(world, caller, request) {
    const places = world.places.map((state) => ({
      ...state,
      quotas: {
        manualSnapshots: state.quotas.manualSnapshots + by,
        crossRegionCopies: state.quotas.crossRegionCopies + by,
      },
    }));
    const [, outcome] = model.copy({ ...world, places }, caller, request);
    return outcome.kind === 'rejected' ? [world, outcome] : [putSnapshot(world, outcome.snapshot), outcome];
  },
});

export const quota = family('Quotas are arithmetic', [
  law({
    states: 'Of copies within a Region, as many are accepted as manual snapshots still fit.',
    inputs,
    holds(subject, { left, busy, requests }) {
      const copyInput = roomFor(left, busy);
      expect(accepted(subject, copyInput, copyInput.world, 'alpha', requests).names).toHaveLength(
        Math.min(requests, left),
      );
    },
    bugs: { 'one too many': raised(1), 'one too few': raised(-1) },
  }),
  law({
    states: 'Of copies from another Region, no more are accepted than fit and may be under way at a time.',
    inputs,
    holds(subject, { left, busy, requests }) {
      const copyInput = roomFor(left, busy);
      const room = Math.min(requests, left, Math.max(0, 5 - busy));
      expect(accepted(subject, copyInput, copyInput.world, remote, requests).names).toHaveLength(room);
    },
    bugs: { 'one too many': raised(1), 'one too few': raised(-1) },
  }),
  law({
    states: 'A copy that has arrived no longer counts as under way, but still as a snapshot.',
    inputs,
    holds(subject, { left, requests }) {
      const copyInput = roomFor(left, 0);
      const first = accepted(subject, copyInput, copyInput.world, remote, 5);
      const later = subject.advance(first.world, first.world.clock + 1000);
      const next = accepted(subject, copyInput, later, remote, requests, 'later');
      expect(next.names).toHaveLength(Math.min(requests, 5, left - first.names.length));
    },
    bugs: {
      'transfers that never end': { advance: (world, instant) => ({ ...world, clock: instant }) },
      'copies that arrive and are forgotten': {
        advance: (world, instant) => ({ ...world, clock: instant, places: roomFor(6, 0).world.places }),
      },
    },
  }),
  law({
    states: 'Deleting a copy makes room for exactly one more.',
    inputs,
    holds(subject, { left, busy, requests }) {
      const copyInput = roomFor(left, busy);
      const { world, names } = accepted(subject, copyInput, copyInput.world, 'alpha', requests);
      const [gone] = names;
      if (gone === undefined || names.length < left) return;
      const emptier = removeSnapshot(world, copyInput.caller, gone);
      const again = { SourceDBClusterSnapshotIdentifier: 'alpha', TargetDBClusterSnapshotIdentifier: gone };
      const [full, outcome] = subject.copy(emptier, copyInput.caller, again);
      expect(outcome.kind).toBe('copied');
      const [, other] = subject.copy(full, copyInput.caller, {
        ...again,
        TargetDBClusterSnapshotIdentifier: 'extra',
      });
      expect(other.kind).toBe('rejected');
    },
    bugs: { 'one too many': raised(1) },
  }),
]);
