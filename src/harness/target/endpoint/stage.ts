import { placeOf, type Setting } from '../../../model/index.ts';
import type { WorldDocument } from '../../../contract/generated/types.ts';
import type { Staging } from '../target.ts';
import type { Callable } from './connection.ts';
import { describeSnapshot } from './observe.ts';
import { fillPlace, refuseInVain } from './stage-place.ts';
import { bringKeyToState, stageKey } from './stage-key.ts';
import { stageSnapshot } from './stage-snapshot.ts';
import { isPending, type Quotas, type Stage } from './stage-so-far.ts';
import { StagingStopped } from './staging-stopped.ts';
import type { Tools } from './tools.ts';
import { FixtureBuilder } from './fixture-builder.ts';

/** Makes the world of a document at an endpoint, through AWS's own operations only. */
export async function stageWorld(
  tools: Tools,
  given: WorldDocument,
  setting: Setting,
  quotas: Quotas,
): Promise<Staging> {
  const fixtureBuilder = new FixtureBuilder(tools);
  const { keyRing } = tools;
  const stage: Stage = {
    fixtureBuilder,
    setting,
    keyRing,
    keys: {},
    keyArns: {},
    snapshots: {},
    pending: [],
    quotas,
  };
  // What fills up a place would be counted by others.
  if (!fillsPlaces(given)) await quotas.fillers.release();
  try {
    for (const entry of given.places ?? []) refuseInVain(quotas, entry);
    await each(fixtureBuilder, given.keys, (handle, entry) => stageKey(stage, handle, entry));
    await each(fixtureBuilder, given.snapshots, (handle, entry) => stageSnapshot(stage, handle, entry));
    await each(fixtureBuilder, given.keys, (handle, entry) => bringKeyToState(stage, handle, entry));
    fixtureBuilder.about = undefined;
    for (const entry of given.places ?? []) await fillPlace(stage, placeOf(entry, setting), entry);
  } catch (error) {
    const left = [...(await cleanUp(stage)), ...(await quotas.fillers.release())];
    if (!(error instanceof StagingStopped)) throw error;
    const remains = left.length === 0 ? '' : `; left behind: ${left.join(', ')}`;
    return {
      kind: error.kind,
      reason: `${error.message}${remains}`,
      ...(error.mayPass && { mayPass: true as const }),
      ...(error.tooSoon && { tooSoon: true as const }),
    };
  }
  return {
    kind: 'staged',
    found: { keys: stage.keys, snapshots: stage.snapshots },
    steps: fixtureBuilder.steps,
    recheck: () => recheck(tools, stage),
    cleanUp: () => cleanUp(stage),
  };
}

const fillsPlaces = ({ places = [] }: WorldDocument): boolean =>
  places.some(({ manualSnapshotsLeft }) => manualSnapshotsLeft !== undefined);

async function cleanUp({ fixtureBuilder, keyRing, quotas }: Stage): Promise<readonly string[]> {
  const left = [...(await fixtureBuilder.cleanUp()), ...(await quotas.fillers.makeRoom())];
  await keyRing.giveBack(fixtureBuilder);
  return left;
}

async function each<T>(
  fixtureBuilder: FixtureBuilder,
  entries: Readonly<Record<string, T>> | undefined,
  make: (handle: string, entry: T) => Promise<void>,
): Promise<void> {
  for (const [handle, entry] of Object.entries(entries ?? {})) {
    fixtureBuilder.about = handle;
    await make(handle, entry);
  }
}

/** Whether what was staged in progress is still in progress. */
async function recheck(connection: Callable, { pending }: Stage): Promise<string | undefined> {
  const looks = pending.map(async ({ caller, name }) => ({
    name,
    seen: await describeSnapshot(connection, caller, name),
  }));
  for (const { name, seen } of await Promise.all(looks)) {
    if (!seen.ok) return `DescribeDBClusterSnapshots: ${seen.reason}`;
    if (!isPending(seen.value))
      return `the copy ${name} was done before the call was: ${seen.value?.Status ?? 'gone'}`;
  }
  return undefined;
}
