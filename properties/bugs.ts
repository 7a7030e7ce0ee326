import type { Outcome } from '../src/model/operations/copy.ts';
import { copy, putSnapshot, withPlace, placeState, type Caller, type World } from '../src/model/index.ts';
import type { CopyRequest } from '../src/model/rules/facts.ts';
import type { Snapshot } from '../src/model/world/world.ts';
import type { Subject } from './law.ts';
import { sourceOf } from './source.ts';

/** A `copy` that gets accepted copies wrong in the given way. */
export const copyThat = (
  spoil: (snapshot: Snapshot, request: CopyRequest, source: Snapshot) => Snapshot,
): Pick<Subject, 'copy'> => ({
  copy: (world, caller, request) => {
    const [next, outcome] = copy(world, caller, request);
    if (outcome.kind === 'rejected') return [next, outcome];
    const snapshot = spoil(outcome.snapshot, request, sourceOf(world, outcome) ?? outcome.snapshot);
    return [putSnapshot(world, snapshot), { kind: 'copied', snapshot }];
  },
});

/** A `copy` that leaves another world behind than it should. */
export const copyThatLeaves = (
  spoil: (next: World, outcome: Outcome, caller: Caller, before: World) => World,
): Pick<Subject, 'copy'> => ({
  copy: (world, caller, request) => {
    const [next, outcome] = copy(world, caller, request);
    return [spoil(next, outcome, caller, world), outcome];
  },
});

/** A `copy` that sees another world, caller or request than there is. */
export const copyThatSees = (
  look: (world: World, caller: Caller, request: CopyRequest) => readonly [World, Caller, CopyRequest],
): Pick<Subject, 'copy'> => ({ copy: (...given) => copy(...look(...given)) });

/** The world with another state of the place. */
export function editPlace(
  world: World,
  place: Caller,
  edit: (state: ReturnType<typeof placeState>) => Partial<ReturnType<typeof placeState>>,
): World {
  const state = placeState(world, place);
  return withPlace(world, place, { ...state, ...edit(state) });
}
