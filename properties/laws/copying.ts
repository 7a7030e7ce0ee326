import { is, Map } from 'immutable';
import {
  findSnapshot,
  plainSetting,
  realise,
  placeState,
  putSnapshot,
  removeSnapshot,
  withPlace,
  type Caller,
  type Cluster,
  type Outcome,
  type Setting,
  type Snapshot,
} from '../../src/model/index.ts';
import { describeDBClusterSnapshots } from '../../src/model/operations/describe-snapshots.ts';
import { listTagsForResource } from '../../src/model/operations/tagging.ts';
import type { PostconditionId } from '../../src/contract/generated/catalogue.ts';
import { ofCopies, type RuleLaw } from '../accepted.ts';
import { copyThatLeaves, copyThatSees } from '../bugs.ts';
import { expect } from '../expect.ts';
import { model } from '../law.ts';
import { sourceOf } from '../source.ts';
import { withMembers } from './copied-members.ts';

/** The same outcome, apart from the words. */
const gist = (outcome: Outcome) => (outcome.kind === 'copied' ? outcome.snapshot : outcome.fault.shape);

/** The caller as the one who is meant by a document. */
const ownSetting = ({ account, region }: Caller): Setting => ({
  ...plainSetting,
  accounts: { ...plainSetting.accounts, self: account },
  regions: { ...plainSetting.regions, here: region },
});

/** A cluster of which the snapshot was taken. */
const clusterOf = ({ place, shape }: Snapshot): Cluster => ({
  place,
  name: shape.DBClusterIdentifier ?? '',
  createdAt: 0,
  engineVersion: '1.3.2.1',
  port: 8182,
  iamAuthentication: false,
  copyTagsToSnapshot: true,
  tags: [{ Key: 'of-the-cluster', Value: 'x' }],
});

/** The rules about what may be copied, and what becomes of it all. */
export const copyingLaws = {
  'copy-plain': {
    holds({ copy }, { world, caller }) {
      const state = placeState(world, caller);
      const roomy = withPlace(world, caller, {
        ...state,
        quotas: { ...state.quotas, manualSnapshots: state.manualCount + 2 },
      });
      const plain = realise({ snapshots: { 'law-of-plain': {} } }, ownSetting(caller), {}, roomy).world;
      const request = {
        SourceDBClusterSnapshotIdentifier: 'law-of-plain',
        TargetDBClusterSnapshotIdentifier: 'copy-of-law-of-plain',
      };
      expect(copy(plain, caller, request)[1].kind).toBe('copied');
    },
    bugs: {
      'snapshots of the caller are not seen': copyThatSees((world, caller, request) => [
        withPlace(world, caller, { ...placeState(world, caller), snapshots: Map() }),
        caller,
        request,
      ]),
    },
  },
  'copy-of-orphan': {
    holds({ copy }, { world, caller, request }) {
      const [, orphaned] = copy(world, caller, request);
      const parents = [...world.places.values()].flatMap(({ snapshots }) =>
        [...snapshots.values()].map(clusterOf),
      );
      const peopled = parents.reduce((next, cluster) => {
        const state = placeState(next, cluster.place);
        return withPlace(next, cluster.place, {
          ...state,
          clusters: state.clusters.set(cluster.name, cluster),
        });
      }, world);
      expect(gist(copy(peopled, caller, request)[1])).toEqual(gist(orphaned));
    },
    bugs: {
      'the source is looked for at its cluster': copyThatSees((world, caller, request) => [
        world.places.some(({ clusters }) => !clusters.isEmpty())
          ? world
          : { ...world, places: world.places.clear() },
        caller,
        request,
      ]),
    },
  },
  'copy-of-automated': {
    holds(subject, copyInput) {
      ofCopies(({ world, caller, request, source }) => {
        // Automated ones cannot be shared.
        if (source.shape.SnapshotType === 'automated' || source.sharedWith.length > 0) return;
        const automated = putSnapshot(world, {
          ...source,
          shape: { ...source.shape, SnapshotType: 'automated' },
        });
        expect(subject.copy(automated, caller, request)[1].kind).toBe('copied');
      })(subject, copyInput);
    },
    bugs: {
      'automated snapshots are not seen': copyThatSees((world, caller, request) => [
        {
          ...world,
          places: world.places.map((state) => ({
            ...state,
            snapshots: state.snapshots.filter(({ shape }) => shape.SnapshotType === 'manual'),
          })),
        },
        caller,
        request,
      ]),
    },
  },
  'source-case-insensitive': {
    holds({ copy }, { world, caller, request }) {
      const named = request.SourceDBClusterSnapshotIdentifier;
      if (named === undefined || !/^[ -~]*$/.test(named)) return;
      const upper = /^arn:/i.test(named)
        ? named.replace(/(?<=:cluster-snapshot:).*$/, (name) => name.toUpperCase())
        : named.toUpperCase();
      const shouted = { ...request, SourceDBClusterSnapshotIdentifier: upper };
      expect(gist(copy(world, caller, shouted)[1])).toEqual(gist(copy(world, caller, request)[1]));
    },
    bugs: {
      'names looked up as they are written': copyThatSees((world, caller, request) => {
        const name = request.SourceDBClusterSnapshotIdentifier ?? '';
        return [
          /[A-Z]/.test(name) ? removeSnapshot(world, caller, name.toLowerCase()) : world,
          caller,
          request,
        ];
      }),
    },
  },
  'copy-leaves-source': {
    holds: ofCopies(({ source, next }) => {
      expect(findSnapshot(next, source.place, source.name)).toBe(source);
    }),
    bugs: {
      'the source goes': copyThatLeaves((next, outcome, _, before) => {
        const source = sourceOf(before, outcome);
        return source === undefined ? next : removeSnapshot(next, source.place, source.name);
      }),
    },
  },
  'copy-progress': {
    holds({ copy, advance }, { world, caller, request }) {
      const duration = 1000;
      const [next, outcome] = copy({ ...world, copyDuration: duration }, caller, request);
      if (outcome.kind === 'rejected') return;
      let before = 0;
      for (const passed of [0, 1, duration / 2, duration - 1, duration, duration + 1]) {
        const { shape } =
          findSnapshot(advance(next, next.clock + passed), caller, outcome.snapshot.name) ?? {};
        expect(shape?.PercentProgress).slowly.toBeGreaterThanOrEqual(before);
        before = shape?.PercentProgress ?? 0;
        if (passed < duration) expect(['creating', 'copying']).toContain(shape?.Status);
        else expect(shape).toMatchObject({ Status: 'available', PercentProgress: 100 });
      }
    },
    bugs: {
      'a copy that never gets there': { advance: (world, instant) => ({ ...world, clock: instant }) },
      'a status of its own': withMembers(({ Status }) => ({
        Status: Status === 'copying' ? 'busy' : (Status ?? ''),
      })),
    },
  },
  'copy-described': {
    holds: ofCopies(({ next, caller, copied }) => {
      const { DBClusterSnapshotIdentifier, DBClusterSnapshotArn: ResourceName } = copied.shape;
      const [, described] = describeDBClusterSnapshots(next, caller, { DBClusterSnapshotIdentifier });
      expect(described).toEqual({ ok: true, output: { DBClusterSnapshots: [copied.shape] } });
      const [, listed] = listTagsForResource(next, caller, { ResourceName });
      expect(listed).toEqual({ ok: true, output: { TagList: copied.tags } });
    }),
    bugs: {
      'another copy than was answered': copyThatLeaves((next, outcome) =>
        outcome.kind === 'rejected'
          ? next
          : putSnapshot(next, { ...outcome.snapshot, shape: { ...outcome.snapshot.shape, Port: 0 } }),
      ),
      'tags that are lost': copyThatLeaves((next, outcome) =>
        outcome.kind === 'rejected' ? next : putSnapshot(next, { ...outcome.snapshot, tags: [] }),
      ),
    },
  },
  'fault-leaves-no-trace': {
    holds({ copy }, { world, caller, request }) {
      const [next, outcome] = copy(world, caller, request);
      if (outcome.kind === 'rejected') expect(is(next.places, world.places)).toBe(true);
    },
    bugs: {
      'a copy all the same': {
        copy(world, caller, request) {
          const [next, outcome] = model.copy(world, caller, request);
          const some = placeState(world, caller).snapshots.first();
          if (outcome.kind === 'copied' || some === undefined) return [next, outcome];
          return [putSnapshot(next, { ...some, name: 'failed-copy' }), outcome];
        },
      },
    },
  },
} satisfies Partial<Record<PostconditionId, RuleLaw>>;
