import { expect } from 'vitest';
import { situations, toScene } from '../src/arbitraries/index.ts';
import { isSharedWith } from '../src/model/facts.ts';
import { parseArn, partitionOf, samePlace } from '../src/model/index.ts';
import type { Outcome } from '../src/model/copy.ts';
import type { Snapshot, World } from '../src/model/world.ts';
import { copyThat, copyThatSees } from './bugs.ts';
import { law, testLaws } from './law.ts';

const inputs = situations();

/** The snapshot that was copied, wherever it is. */
function sourceOf(world: World, outcome: Outcome): Snapshot | undefined {
  if (outcome.kind === 'rejected') return undefined;
  const arn = outcome.snapshot.shape.SourceDBClusterSnapshotArn;
  for (const { snapshots } of world.places.values()) {
    const source = snapshots.find(({ shape }) => shape.DBClusterSnapshotArn === arn);
    if (source !== undefined) return source;
  }
  throw new Error(`the copy tells a source that is not there: ${String(arn)}`);
}

testLaws('Walls stand between accounts, Regions and partitions', [
  law({
    states: 'A copy lands in the account and the Region of the caller.',
    inputs,
    holds({ copy }, situation) {
      const { world, caller, request } = toScene(situation);
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
    inputs,
    holds({ copy }, situation) {
      const { world, caller, request } = toScene(situation);
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
  law({
    states: 'A snapshot of another account is copied only if it is shared with the caller, and by its ARN.',
    inputs,
    holds({ copy }, situation) {
      const { world, caller, request } = toScene(situation);
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
  law({
    states: 'A bare name leads nowhere but to the snapshot of that name in the place of the caller.',
    inputs,
    holds({ copy }, situation) {
      const { world, caller, request } = toScene(situation);
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
  law({
    states: 'A copy of an encrypted snapshot is encrypted, and of an unencrypted one is not.',
    inputs,
    holds({ copy }, situation) {
      const { world, caller, request } = toScene(situation);
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
