import { isSharedWith } from '../../src/model/rules/facts.ts';
import {
  parseSnapshotArn,
  placeKey,
  placeState,
  putSnapshot,
  samePlace,
  snapshotArn,
  type Caller,
  type Outcome,
} from '../../src/model/index.ts';
import { describeDBClusterSnapshots } from '../../src/model/operations/describe-snapshots.ts';
import { defaultQuotas, type PlaceState, type Snapshot, type World } from '../../src/model/world/world.ts';
import { copyThat, copyThatLeaves, copyThatSees, editPlace } from '../bugs.ts';
import { expect } from '../expect.ts';
import { family, model, copyLaw } from '../law.ts';

/** What the caller sees of an outcome. */
const seen = (outcome: Outcome) =>
  outcome.kind === 'copied'
    ? outcome.snapshot
    : { shape: outcome.fault.shape, message: outcome.fault.message };

/** The world with other states of all places but this one. */
const elsewhere = (
  world: World,
  { account, region }: Caller,
  edit: (state: PlaceState) => PlaceState,
): World => ({
  ...world,
  places: world.places.map((state, key) => (key === placeKey({ account, region }) ? state : edit(state))),
});

/** What somebody is shown who asks for everything. */
const shown = (world: World, caller: Caller): readonly string[] => {
  const [, reply] = describeDBClusterSnapshots(world, caller, { IncludeShared: true, IncludePublic: true });
  if (!reply.ok) throw new Error(reply.fault.message);
  return reply.output.DBClusterSnapshots.map(({ DBClusterSnapshotArn }) => DBClusterSnapshotArn);
};

export const privacy = family('What is in one place is not seen from another', [
  copyLaw({
    states: 'Whether another account has a snapshot that it does not share cannot be told.',
    holds({ copy }, { world, caller, request }) {
      const mine = (snapshot: Snapshot): boolean =>
        snapshot.place.account === caller.account || isSharedWith(snapshot, caller.account);
      const poorer = elsewhere(world, caller, (state) => ({
        ...state,
        snapshots: state.snapshots.filter(mine),
      }));
      expect(seen(copy(poorer, caller, request)[1])).toEqual(seen(copy(world, caller, request)[1]));
    },
    bugs: {
      'access denied to what is there': {
        copy(world, caller, request) {
          const [next, outcome] = model.copy(world, caller, request);
          if (outcome.kind === 'copied' || outcome.rule !== 'source-visible') return [next, outcome];
          return [next, { ...outcome, fault: { ...outcome.fault, shape: 'AccessDenied' } }];
        },
      },
      'names that nobody may have twice': copyThatSees((world, caller, request) => {
        const name = request.TargetDBClusterSnapshotIdentifier?.toLowerCase() ?? '';
        const taken = [...world.places.values()]
          .find(({ snapshots }) => snapshots.has(name))
          ?.snapshots.get(name);
        return [
          taken === undefined ? world : putSnapshot(world, { ...taken, place: caller }),
          caller,
          request,
        ];
      }),
    },
  }),
  copyLaw({
    states:
      'Of another place nothing matters but its keys and the one snapshot that the request names by ARN.',
    holds({ copy }, { world, caller, request }) {
      const named = parseSnapshotArn(request.SourceDBClusterSnapshotIdentifier ?? '');
      const arn = named === undefined ? undefined : snapshotArn(named, named.name);
      const bare = elsewhere(world, caller, ({ snapshots, keys, aliases, clusters, inProgress }) => ({
        snapshots: snapshots.filter(({ shape }) => shape.DBClusterSnapshotArn === arn),
        keys,
        aliases,
        clusters: clusters.clear(),
        quotas: defaultQuotas,
        manualCount: 0,
        inProgress: inProgress.clear(),
      }));
      expect(seen(copy(bare, caller, request)[1])).toEqual(seen(copy(world, caller, request)[1]));
    },
    bugs: {
      'one quota for all Regions': copyThatSees((world, caller, request) => {
        const manualCount = world.places.reduce((sum, state) => sum + state.manualCount, 0);
        return [editPlace(world, caller, () => ({ manualCount })), caller, request];
      }),
      'names are looked up in another Region too': copyThatSees((world, caller, request) => {
        const name = request.SourceDBClusterSnapshotIdentifier?.toLowerCase() ?? '';
        const found = world.places.find(({ snapshots }) => snapshots.has(name))?.snapshots.get(name);
        return [
          found === undefined || placeState(world, caller).snapshots.has(name)
            ? world
            : putSnapshot(world, { ...found, place: caller }),
          caller,
          request,
        ];
      }),
    },
  }),
  copyLaw({
    states: 'A copy is shown in no other place.',
    holds({ copy }, { world, caller, request }) {
      const [next, outcome] = copy(world, caller, request);
      if (outcome.kind === 'rejected') return;
      for (const account of ['111111111111', '222222222222', '333333333333']) {
        for (const region of ['us-east-1', 'eu-west-1']) {
          const place = { account, region };
          if (!samePlace(place, caller)) expect(shown(next, place)).toEqual(shown(world, place));
        }
      }
    },
    bugs: {
      'copies shared like their source': copyThat((snapshot, _, { sharedWith }) => ({
        ...snapshot,
        sharedWith,
      })),
      'copies that everybody sees': copyThatLeaves((next, outcome) =>
        outcome.kind === 'rejected' ? next : putSnapshot(next, { ...outcome.snapshot, sharedWith: ['all'] }),
      ),
    },
  }),
]);
