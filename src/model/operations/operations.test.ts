import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance } from '../world/lifecycle.ts';
import { emptyWorld, placeState, type World } from '../world/world.ts';
import { operationNames, operations } from './index.ts';

const account = '111111111111';
const here = { account, region: 'us-east-1' };
const there = { account, region: 'eu-west-1' };

const name = fc.constantFrom('a', 'B', 'c', 'a--b');
const { neptune } = operations;

/** A step of a history: one operation, or time going by. */
const step: fc.Arbitrary<(world: World) => World> = fc.oneof(
  fc.integer({ min: 0, max: 900 }).map((ms) => (world: World) => advance(world, world.clock + ms)),
  name.map(
    (db) => (world: World) =>
      neptune.CreateDBCluster(world, here, { DBClusterIdentifier: db, Engine: 'neptune' })[0],
  ),
  fc.tuple(name, fc.option(name, { nil: undefined })).map(([db, last]) => (world: World) => {
    const final = last === undefined ? { SkipFinalSnapshot: true } : { FinalDBSnapshotIdentifier: last };
    return neptune.DeleteDBCluster(world, here, { DBClusterIdentifier: db, ...final })[0];
  }),
  fc.tuple(name, name).map(([snapshot, db]) => (world: World) => {
    const input = { DBClusterSnapshotIdentifier: snapshot, DBClusterIdentifier: db };
    return neptune.CreateDBClusterSnapshot(world, here, input)[0];
  }),
  name.map(
    (snapshot) => (world: World) =>
      neptune.DeleteDBClusterSnapshot(world, here, { DBClusterSnapshotIdentifier: snapshot })[0],
  ),
  fc.tuple(name, name, fc.constantFrom(here, there)).map(([source, target, to]) => (world: World) => {
    const arn = `arn:aws:rds:us-east-1:${account}:cluster-snapshot:${source}`;
    const input = { SourceDBClusterSnapshotIdentifier: arn, TargetDBClusterSnapshotIdentifier: target };
    return neptune.CopyDBClusterSnapshot(world, to, input)[0];
  }),
  name.map((snapshot) => (world: World) => {
    const input = { AttributeName: 'restore', ValuesToAdd: ['222222222222'] };
    return neptune.ModifyDBClusterSnapshotAttribute(world, here, {
      DBClusterSnapshotIdentifier: snapshot,
      ...input,
    })[0];
  }),
);

test('after any history the counters of a place are what its snapshots say', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30, size: 'max' }), (steps) => {
      const world = steps.reduce((now, next) => next(now), emptyWorld(0, 500));
      for (const place of [here, there]) {
        const { snapshots, manualCount, inProgress } = placeState(world, place);
        expect(manualCount).toBe(snapshots.count(({ shape }) => shape.SnapshotType === 'manual'));
        expect([...inProgress.keys()].sort()).toEqual(
          [...snapshots.filter(({ progress }) => progress !== undefined).keys()].sort(),
        );
        for (const [key, snapshot] of snapshots) {
          expect(key).toBe(snapshot.name);
          expect(snapshot.shape.DBClusterSnapshotIdentifier).toBe(key);
          expect(snapshot.shape.StorageEncrypted).toBe(snapshot.shape.KmsKeyId !== undefined);
        }
      }
    }),
    { seed: 20260101, numRuns: 300 },
  );
});

test('operations are known by name, of whichever service', () => {
  expect(operationNames).toContain('CopyDBClusterSnapshot');
  expect(operationNames).toContain('DescribeKey');
  expect(operationNames).toContain('AssumeRole');
  expect(operationNames).toHaveLength(
    [operations.neptune, operations.kms, operations.sts].flatMap((service) => Object.keys(service)).length,
  );
});

test('an operation leaves the world it was given as it was', () => {
  const before = neptune.CreateDBCluster(emptyWorld(0), here, {
    DBClusterIdentifier: 'a',
    Engine: 'neptune',
  })[0];
  const places = before.places;
  const [after] = neptune.CreateDBClusterSnapshot(before, here, {
    DBClusterSnapshotIdentifier: 's',
    DBClusterIdentifier: 'a',
  });
  expect(before.places).toBe(places);
  expect(placeState(before, here).snapshots.size).toBe(1);
  expect(placeState(after, here).snapshots.size).toBe(2);
});
