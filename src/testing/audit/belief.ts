import type { CopyRequest } from '../../model/rules/facts.ts';
import type { Caller } from '../../model/world/place.ts';
import { findSnapshot, putSnapshot, removeSnapshot, type World } from '../../model/world/world.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import { isModelled, perform } from '../perform.ts';
import { problem, shown, type Problem } from './finding.ts';
import { shapeOf } from './known-shape.ts';
import type { RecordedCall } from './recorded-call.ts';
import { Heard, sayingsOf, type Saying } from './sayings.ts';
import { suppose, type Supposed } from './suppose.ts';

/** What is known of the world in which a test plays, as far as its calls have gone. */
export interface Belief {
  readonly heard: Heard;
  /** The world as it is by now, where it is told: what it has not does not exist. */
  readonly world: World | undefined;
  /** The world in which a copy was asked for, and by whom; in favour of its answer where nothing is known. */
  copyInput(caller: Caller, request: CopyRequest, answered: DBClusterSnapshot): Supposed;
  /** Takes in what a call and its answer tell, and says what of it cannot be. */
  learn(call: RecordedCall, caller: Caller): readonly Problem[];
}

/** Nothing is known but what the mock says. */
export function openBelief(): Belief {
  const heard = new Heard();
  return {
    heard,
    world: undefined,
    copyInput: (caller, request, answered) => suppose(heard, caller, request, answered),
    learn(call, caller) {
      for (const saying of sayingsOf(call, caller)) heard.hear(saying);
      return [];
    },
  };
}

/** The world is told. Calls change it as they would in the model, and then it is as the answers show it. */
export function givenBelief(start: World): Belief {
  const heard = new Heard();
  let world = start;
  return {
    heard,
    get world() {
      return world;
    },
    copyInput: (caller) => ({ caller, world }),
    learn(call, caller) {
      const problems: Problem[] = [];
      if (call.answered.kind === 'output' && isModelled(call.operation))
        [world] = perform(world, caller, call.operation, call.input);
      for (const saying of sayingsOf(call, caller)) {
        const isNews =
          saying.shape !== undefined && findSnapshot(world, saying.place, saying.name) === undefined;
        // Automated ones AWS takes by itself, whenever it is time.
        const isOwn = saying.shape?.SnapshotType !== 'automated';
        if (isNews && isOwn && call.operation === 'DescribeDBClusterSnapshots')
          problems.push(problem('mock/snapshot-unknown', 'a snapshot of the world', shown(saying.name)));
        heard.hear(saying);
        world = withSaying(world, saying);
      }
      return problems;
    },
  };
}

function withSaying(world: World, { place, name, shape }: Saying): World {
  if (shape === undefined) return removeSnapshot(world, place, name);
  const { account, region } = place;
  const before = findSnapshot(world, place, name);
  const after = {
    place: { account, region },
    name,
    shape: shapeOf(place, name, { ...before?.shape, ...shape }),
    tags: before?.tags ?? [],
    sharedWith: before?.sharedWith ?? [],
  };
  const { progress } = before ?? {};
  const underWay = progress !== undefined && after.shape.Status !== 'available';
  return putSnapshot(world, underWay ? { ...after, progress } : after);
}
