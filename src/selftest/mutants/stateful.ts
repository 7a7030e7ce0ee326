import {
  findSnapshot,
  placeState,
  putSnapshot,
  removeSnapshot,
  type Caller,
  type Snapshot,
  type World,
} from '../../model/index.ts';
import { queryServices } from '../../protocol/actions.ts';
import { writeFault } from '../../protocol/write-xml.ts';
import type { Call, Variant } from './endpoint.ts';
import type { Mutant } from './mutant.ts';

/** An endpoint with a bug that shows only in the course of several calls. */
export interface StatefulMutant extends Mutant {
  /** The fewest calls that show it. */
  readonly fewest: number;
}

/** Endpoints that no single request gives away. */
export const stateful: readonly StatefulMutant[] = [
  {
    name: 'forgets its oldest copy after twelve',
    direction: 'in the course',
    rule: 'copy-described',
    // The snapshot, and thirteen copies of it.
    fewest: 14,
    variant: () => ({
      aftermath: (after, { caller }) => (caller === undefined ? after : forgetOldest(after, caller, 12)),
    }),
  },
  {
    name: 'loses tags only in a copy of a copy',
    direction: 'in the course',
    rule: 'copy-tags-all',
    fewest: 3,
    variant: () => ({
      aftermath: changingCopies((copy, world) => {
        const source = [...world.places.values()]
          .flatMap((place) => [...place.snapshots.values()])
          .find((each) => each.shape.DBClusterSnapshotArn === copy.shape.SourceDBClusterSnapshotArn);
        const ofCopy = source?.shape.SourceDBClusterSnapshotArn !== undefined;
        return ofCopy ? { ...copy, tags: [] } : copy;
      }),
    }),
  },
  {
    name: 'drops tags beyond the ninth',
    direction: 'in the course',
    rule: 'copy-assigns-tags',
    blamed: ['tags-over-copy-tags', 'copy-tags-all'],
    fewest: 2,
    variant: () => ({
      aftermath: changingCopies((copy) => ({ ...copy, tags: copy.tags.slice(0, 9) })),
    }),
  },
  {
    name: 'does not let a name be used again',
    direction: 'in the course',
    rule: 'target-unique',
    fewest: 4,
    variant: () => {
      const deleted = new Set<string>();
      return {
        instead: (call) => {
          if (call.action === 'DeleteDBClusterSnapshot')
            deleted.add(nameIn(call, 'DBClusterSnapshotIdentifier'));
          const name = nameIn(call, 'TargetDBClusterSnapshotIdentifier');
          if (call.action !== 'CopyDBClusterSnapshot' || !deleted.has(name)) return undefined;
          const fault = { code: 'DBClusterSnapshotAlreadyExistsFault', status: 400, message: name };
          return writeFault(queryServices.neptune, fault, call.requestId);
        },
      };
    },
  },
  {
    name: 'leaves a snapshot behind when it rejects a tag',
    direction: 'in the course',
    rule: 'fault-leaves-no-trace',
    fewest: 2,
    variant: () => ({
      aftermath: (after, call, answer) => (answer.status < 300 ? after : leaveTrace(after, call)),
    }),
  },
];

const nameIn = ({ form }: Call, member: string): string => (form.get(member) ?? '').toLowerCase();

/** Lets every new copy be changed. */
const changingCopies =
  (change: (copy: Snapshot, world: World) => Snapshot): NonNullable<Variant['aftermath']> =>
  (after, call, answer) => {
    if (call.action !== 'CopyDBClusterSnapshot' || call.caller === undefined || answer.status >= 300)
      return after;
    const copy = findSnapshot(after, call.caller, nameIn(call, 'TargetDBClusterSnapshotIdentifier'));
    return copy === undefined ? after : putSnapshot(after, change(copy, after));
  };

function forgetOldest(world: World, place: Caller, most: number): World {
  const copies = [...placeState(world, place).snapshots.values()].filter(
    ({ shape }) => shape.SourceDBClusterSnapshotArn !== undefined,
  );
  // Maps keep no order beyond a few entries; the number in the name tells which is older.
  const [oldest] = copies.sort((a, b) => age(a) - age(b));
  return copies.length > most && oldest !== undefined ? removeSnapshot(world, place, oldest.name) : world;
}

const age = ({ name }: Snapshot): number => Number(/copy-(\d+)$/.exec(name)?.[1] ?? '99');

function leaveTrace(world: World, call: Call): World {
  const { caller, form } = call;
  const name = nameIn(call, 'TargetDBClusterSnapshotIdentifier');
  if (call.action !== 'CopyDBClusterSnapshot' || caller === undefined || !form.has('Tags.Tag.1.Key'))
    return world;
  const source = findSnapshot(world, caller, nameIn(call, 'SourceDBClusterSnapshotIdentifier'));
  if (source === undefined || findSnapshot(world, caller, name) !== undefined) return world;
  const shape = {
    ...source.shape,
    DBClusterSnapshotIdentifier: name,
    DBClusterSnapshotArn: source.shape.DBClusterSnapshotArn.replace(/[^:]*$/, name),
  };
  return putSnapshot(world, { ...source, name, shape, tags: [] });
}
