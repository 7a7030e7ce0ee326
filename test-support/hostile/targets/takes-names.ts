import type { Place } from '../../../src/model/world/place.ts';
import { takeSnapshot } from '../../../src/model/operations/take-snapshot.ts';
import { findSnapshot, placeState, type World } from '../../../src/model/world/world.ts';
import { isSnapshotLook } from '../answers.ts';
import { hostile } from '../target.ts';

export const takesNamesLookedUp = hostile(
  {
    name: 'somebody else takes each name as soon as it was looked up',
    why: 'between a look and a creation there is always time',
    expected: { exit: [0, 1, 2] },
  },
  () => ({
    answer(call, honestly, { intrude }) {
      const answer = honestly();
      const name = call.input['DBClusterSnapshotIdentifier'];
      if (isSnapshotLook(call) && answer.status === 404 && name !== undefined)
        intrude((world) => taken(world, call.caller, name));
      return answer;
    },
  }),
);

export const takesNamesOfCopies = hostile(
  {
    name: "somebody else has made snapshots of the run's own names",
    why: 'two runs of one id, or a guess; AlreadyExists is no trace of an own copy',
    expected: { exit: [0, 1, 2] },
  },
  () => {
    let run: string | undefined;
    return {
      answer(call, honestly, { intrude }) {
        const [, id] = /(ncc-[a-z0-9]+)-/.exec(call.input['DBClusterIdentifier'] ?? '') ?? [];
        if (id !== undefined && run === undefined) {
          run = id;
          intrude((world) => {
            let next = world;
            for (let unit = 0; unit < 150; unit += 1) next = taken(next, call.caller, `${id}-u${unit}-new`);
            return next;
          });
        }
        return honestly();
      },
    };
  },
);

function taken(world: World, place: Place, name: string): World {
  const cluster = placeState(world, place).clusters.get('prod');
  if (cluster === undefined || findSnapshot(world, place, name.toLowerCase()) !== undefined) return world;
  return takeSnapshot(world, cluster, { name: name.toLowerCase(), type: 'manual', tags: [] })[0];
}
