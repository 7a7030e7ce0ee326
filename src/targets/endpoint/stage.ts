import {
  placeOf,
  realise,
  type Caller,
  type Realised,
  type Setting,
  type SnapshotShape,
} from '../../model/index.ts';
import type { DBClusterSnapshot, WorldDocument } from '../../spec/generated/types.ts';
import type { Staging } from '../target.ts';
import type { Connection } from './connection.ts';
import { describeSnapshot } from './observe.ts';
import { fillPlace } from './stage-place.ts';
import { settleKey, stageKey } from './stage-key.ts';
import { stageSnapshot } from './stage-snapshot.ts';
import { StagingStopped, Workshop, type WorkshopLimits } from './workshop.ts';

/** What has been made so far, and who plays which role. */
export interface Stage {
  readonly workshop: Workshop;
  readonly setting: Setting;
  /** Key ids, by the key's name in the document. */
  readonly keys: Record<string, string>;
  /** ARNs of the keys. */
  readonly keyArns: Record<string, string>;
  /** Snapshots as the target describes them. */
  readonly snapshots: Record<string, SnapshotShape>;
  /** Snapshots that are not available and must not become so. */
  readonly pending: { readonly caller: Caller; readonly name: string }[];
  readonly quotas: Quotas;
}

/** What is known of the target's quota of manual snapshots; kept from one world to the next. */
export interface Quotas {
  /** What the user told. */
  readonly told?: number;
  /** Whether the target has been seen to go beyond the usual quota. */
  beyondUsual: boolean;
}

/** Makes the world of a document at an endpoint, through AWS's own operations only. */
export async function stageWorld(
  connection: Connection,
  given: WorldDocument,
  setting: Setting,
  quotas: Quotas,
  limits: WorkshopLimits = {},
): Promise<Staging> {
  const workshop = new Workshop(connection, limits);
  const stage: Stage = { workshop, setting, keys: {}, keyArns: {}, snapshots: {}, pending: [], quotas };
  try {
    await each(workshop, given.keys, (handle, entry) => stageKey(stage, handle, entry));
    await each(workshop, given.snapshots, (handle, entry) => stageSnapshot(stage, handle, entry));
    await each(workshop, given.keys, (handle, entry) => settleKey(stage, handle, entry));
    workshop.about = undefined;
    for (const entry of given.places ?? []) await fillPlace(stage, placeOf(entry, setting), entry);
  } catch (error) {
    const left = await workshop.cleanUp();
    if (!(error instanceof StagingStopped)) throw error;
    const remains = left.length === 0 ? '' : `; left behind: ${left.join(', ')}`;
    return { kind: error.kind, reason: `${error.message}${remains}` };
  }
  return {
    kind: 'staged',
    realised: observedWorld(given, stage),
    steps: workshop.steps,
    recheck: () => recheck(connection, stage),
    cleanUp: () => workshop.cleanUp(),
  };
}

async function each<T>(
  workshop: Workshop,
  entries: Readonly<Record<string, T>> | undefined,
  make: (handle: string, entry: T) => Promise<void>,
): Promise<void> {
  for (const [handle, entry] of Object.entries(entries ?? {})) {
    workshop.about = handle;
    await make(handle, entry);
  }
}

/** The model's world, with the target's own key ids and its own description of each snapshot. */
function observedWorld(given: WorldDocument, stage: Stage): Realised {
  return realise(given, stage.setting, { keys: stage.keys, snapshots: stage.snapshots });
}

/** Whether what was staged in progress is still in progress. */
async function recheck(connection: Connection, { pending }: Stage): Promise<string | undefined> {
  for (const { caller, name } of pending) {
    const seen = await describeSnapshot(connection, caller, name);
    if (!seen.ok) return `DescribeDBClusterSnapshots: ${seen.reason}`;
    if (!isPending(seen.value))
      return `the copy ${name} was done before the call was: ${seen.value?.Status ?? 'gone'}`;
  }
  return undefined;
}

/** Whether a snapshot is under way. */
export const isPending = (snapshot: DBClusterSnapshot | undefined): boolean =>
  snapshot?.Status !== undefined && ['creating', 'copying', 'pending'].includes(snapshot.Status);
