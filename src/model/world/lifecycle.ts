import {
  putSnapshot,
  type Instant,
  type PlaceState,
  type Progress,
  type Snapshot,
  type World,
} from './world.ts';

/**
 * The world at a later time: copies under way progress, and those that are due become available, or fail. A time in
 * the past changes nothing. Costs nothing to speak of when no copy is under way.
 */
export function advance(world: World, instant: Instant): World {
  if (instant <= world.clock) return world;
  let next: World = { ...world, clock: instant };
  for (const state of world.places.values()) {
    // Stryker disable next-line ConditionalExpression: it only spares what follows.
    if (!state.inProgress.isEmpty()) next = advancePlace(next, state, instant);
  }
  return next;
}

function advancePlace(world: World, state: PlaceState, instant: Instant): World {
  let next = world;
  for (const [name, progress] of state.inProgress) {
    const snapshot = state.snapshots.get(name);
    if (snapshot === undefined)
      throw new Error(`a transfer of ${name} is under way, but the snapshot is gone`);
    next = putSnapshot(next, progressed(snapshot, progress, instant));
  }
  return next;
}

function progressed(snapshot: Snapshot, progress: Progress, instant: Instant): Snapshot {
  if (instant < progress.finishesAt) {
    // Whoever sets the clock of a world back has copies that have not begun.
    const passed = Math.max(0, instant - progress.startedAt);
    const share = passed / (progress.finishesAt - progress.startedAt);
    return { ...snapshot, shape: { ...snapshot.shape, PercentProgress: Math.floor(share * 100) } };
  }
  if (progress.fails === true) return failed(snapshot);
  const { progress: _done, ...rest } = snapshot;
  return { ...rest, shape: { ...snapshot.shape, Status: 'available', PercentProgress: 100 } };
}

/** The copy as it is once it has failed: no longer under way, and as far as it came. */
export function failed({ progress: _done, ...snapshot }: Snapshot): Snapshot {
  return { ...snapshot, shape: { ...snapshot.shape, Status: 'failed' } };
}

/** When the next transfer will be done; undefined when none is under way. */
export function nextCompletion(world: World): Instant | undefined {
  const due = [...world.places.values()].flatMap((state) =>
    [...state.inProgress.values()].map((p) => p.finishesAt),
  );
  return due.length === 0 ? undefined : Math.min(...due);
}
