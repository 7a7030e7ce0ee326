import { copyInputs } from '../../src/testing/arbitraries/index.ts';
import { isSharedWith } from '../../src/model/rules/facts.ts';
import { parseArn, partitionOf, samePlace } from '../../src/model/index.ts';
import type { Snapshot } from '../../src/model/world/world.ts';
import { copyThat, copyThatSees } from '../bugs.ts';
import { expect } from '../expect.ts';
import { family, law, copyLaw } from '../law.ts';
import { sourceOf } from '../source.ts';

export const isolation = family('Isolation: accounts, Regions and partitions are kept apart', [
  copyLaw({
    states: 'A copy lands in the account and the Region of the caller.',
    holds({ copy }, { world, caller, request }) {
      const [, outcome] = copy(world, caller, request);
      if (outcome.kind === 'rejected') return;
      const { place, shape } = outcome.snapshot;
      expect(samePlace(place, caller)).toBe(true);
      expect(parseArn(shape.DBClusterSnapshotArn)).toMatchObject({
        account: caller.account,
        region: caller.region,
        partition: partitionOf(caller.region),
      });
    },
    bugs: {
      'a copy beside its source': copyThat((snapshot) => ({
        ...snapshot,
        place: { ...snapshot.place, region: 'eu-west-1' },
      })),
    },
  }),
  law({
    states: 'Nothing is copied out of another partition.',
    inputs: copyInputs(),
    holds({ copy }, { world, caller, request }) {
      const source = sourceOf(world, copy(world, caller, request)[1]);
      if (source !== undefined) expect(partitionOf(source.place.region)).toBe(partitionOf(caller.region));
    },
    bugs: {
      'the partition of an ARN is not looked at': copyThatSees((world, caller, request) => {
        const source = request.SourceDBClusterSnapshotIdentifier?.replace('arn:aws-cn:', 'arn:aws:');
        const places = world.places.mapKeys((key) => key.replace('cn-north-1', 'us-west-2'));
        return [
          { ...world, places },
          caller,
          { ...request, SourceDBClusterSnapshotIdentifier: source?.replace('cn-north-1', 'us-west-2') },
        ];
      }),
    },
  }),
  copyLaw({
    states: 'A snapshot of another account is copied only if it is shared with the caller, and by its ARN.',
    holds({ copy }, { world, caller, request }) {
      const source = sourceOf(world, copy(world, caller, request)[1]);
      if (source === undefined || source.place.account === caller.account) return;
      expect(isSharedWith(source, caller.account)).toBe(true);
      expect(request.SourceDBClusterSnapshotIdentifier).toMatch(/^arn:/);
    },
    bugs: {
      'everything is shared': copyThatSees((world, caller, request) => {
        const open = (snapshot: Snapshot): Snapshot => ({ ...snapshot, sharedWith: ['all'] });
        const places = world.places.map((state) => ({ ...state, snapshots: state.snapshots.map(open) }));
        return [{ ...world, places }, caller, request];
      }),
    },
  }),
  copyLaw({
    states: 'A bare name leads nowhere but to the snapshot of that name in the place of the caller.',
    holds({ copy }, { world, caller, request }) {
      if (request.SourceDBClusterSnapshotIdentifier?.startsWith('arn:') !== false) return;
      const source = sourceOf(world, copy(world, caller, request)[1]);
      if (source === undefined) return;
      expect(samePlace(source.place, caller)).toBe(true);
      expect(source.name).toBe(request.SourceDBClusterSnapshotIdentifier.toLowerCase());
    },
    bugs: {
      'names are looked up in another Region too': copyThatSees((world, caller, request) => {
        const name = request.SourceDBClusterSnapshotIdentifier?.toLowerCase() ?? '';
        const found = [...world.places.values()]
          .map(({ snapshots }) => snapshots.get(name))
          .find((snapshot) => snapshot !== undefined);
        const arn = found?.shape.DBClusterSnapshotArn;
        return [
          world,
          caller,
          arn === undefined ? request : { ...request, SourceDBClusterSnapshotIdentifier: arn },
        ];
      }),
    },
  }),
  copyLaw({
    states: 'A copy of an encrypted snapshot is encrypted, and of an unencrypted one is not.',
    holds({ copy }, { world, caller, request }) {
      const [, outcome] = copy(world, caller, request);
      const source = sourceOf(world, outcome);
      if (source === undefined || outcome.kind === 'rejected') return;
      const { StorageEncrypted, KmsKeyId } = outcome.snapshot.shape;
      expect(StorageEncrypted).toBe(source.shape.StorageEncrypted);
      expect(KmsKeyId !== undefined).toBe(StorageEncrypted);
    },
    bugs: {
      'encryption lost on the way': copyThat((snapshot) => ({
        ...snapshot,
        shape: { ...snapshot.shape, StorageEncrypted: false },
      })),
    },
  }),
]);
