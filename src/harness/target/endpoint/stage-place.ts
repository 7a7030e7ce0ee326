import { samePlace, type Caller } from '../../../model/index.ts';
import type { PlaceDocument } from '../../../contract/generated/types.ts';
import { listManual } from './observe.ts';
import { completed } from '../completed.ts';
import { isPending, type Quotas, type Stage } from './stage-so-far.ts';
import { impossible, stopUnseen } from './staging-stopped.ts';

/** AWS's quota of manual snapshots unless raised. A target with another one has to be told of it. */
const usualQuota = 100;

/** Stops before anything is made where quotas of a place cannot be used up, by what other worlds have shown. */
export function refuseInVain({ beyondUsual, copiesAtOnce }: Quotas, entry: PlaceDocument): void {
  if (entry.manualSnapshotQuota !== undefined || entry.crossRegionCopyQuota !== undefined)
    impossible('no AWS call sets a quota');
  if (entry.manualSnapshotsLeft !== undefined && beyondUsual) impossible(noQuota);
  if (entry.copiesInProgress !== undefined && copiesAtOnce !== undefined)
    impossible(doneAtOnce(copiesAtOnce, entry.copiesInProgress));
}

/** Uses up quotas of a place, as far as the document wants. */
export async function fillPlace(stage: Stage, place: Caller, entry: PlaceDocument): Promise<void> {
  if (entry.copiesInProgress !== undefined) await startCopies(stage, place, entry.copiesInProgress);
  if (entry.manualSnapshotsLeft !== undefined) await fillManual(stage, place, entry.manualSnapshotsLeft);
}

/**
 * Fills the place up until so many are left. A quota is adjustable, so one that nobody told is believed only
 * when the target itself refuses a snapshot beyond the usual hundred.
 */
async function fillManual(stage: Stage, place: Caller, left: number): Promise<void> {
  const { fixtureBuilder, setting, quotas } = stage;
  const { fillers, told } = quotas;
  const quota = told ?? usualQuota;
  const prefix = setting.nameOf('filler');
  await fillers.take(fixtureBuilder, place, `${prefix}-cluster`);
  const free = quota - (await countManual(stage, place));
  await fillers.add(fixtureBuilder, place, prefix, told === undefined ? free : free - left);
  if (told !== undefined) return;

  if (!(await refusesAnother(stage, place, fillers.another(place, prefix)))) {
    quotas.beyondUsual = true;
    impossible(noQuota);
  }
  await fillers.remove(fixtureBuilder, place, left);
}

const noQuota = `CreateDBClusterSnapshot goes beyond ${usualQuota} manual snapshots; if the target has a quota, tell it with --quota`;

const doneAtOnce = (status: string, count: number): string =>
  `a copy is ${status} at once, so ${count} cannot be in progress`;

async function refusesAnother(
  { fixtureBuilder }: Stage,
  place: Caller,
  input: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const result = await fixtureBuilder.connection.call('neptune', 'CreateDBClusterSnapshot', place, input);
  if (result.ok && result.made !== undefined) fixtureBuilder.removeLater(result.made);
  return !result.ok && result.fault.name.startsWith('SnapshotQuotaExceeded');
}

async function countManual({ fixtureBuilder }: Stage, place: Caller): Promise<number> {
  const listed = await listManual(fixtureBuilder.connection, place);
  return listed.ok ? listed.value.length : stopUnseen('DescribeDBClusterSnapshots', listed);
}

/** Starts copies from another Region of the same account. They must all be under way at once. */
async function startCopies(stage: Stage, place: Caller, count: number): Promise<void> {
  const { fixtureBuilder, setting } = stage;
  const { here, elsewhere } = setting.regions;
  const origin = { account: place.account, region: place.region === here ? elsewhere : here };
  if (samePlace(origin, place)) impossible('the target has no second Region');
  const cluster = await makeCluster(stage, origin, 'origin');
  const source = setting.nameOf('origin');
  await fixtureBuilder.call('neptune', 'CreateDBClusterSnapshot', origin, {
    DBClusterIdentifier: cluster,
    DBClusterSnapshotIdentifier: source,
  });
  const { DBClusterSnapshotArn: arn } = completed(
    await fixtureBuilder.awaitAvailable(origin, source),
    origin,
  );
  const names = Array.from({ length: count }, (_, i) => `${setting.nameOf('transfer')}-${i + 1}`);
  const inputs = names.map((name) => ({
    SourceDBClusterSnapshotIdentifier: arn,
    TargetDBClusterSnapshotIdentifier: name,
  }));
  await fixtureBuilder.callForAll('CopyDBClusterSnapshot', place, inputs, ({ made }) =>
    fixtureBuilder.removeLater(made),
  );
  for (const copy of await Promise.all(names.map((name) => fixtureBuilder.find(place, name)))) {
    if (!isPending(copy)) {
      stage.quotas.copiesAtOnce = copy.Status ?? 'absent';
      impossible(doneAtOnce(stage.quotas.copiesAtOnce, count));
    }
    stage.pending.push({ caller: place, name: copy.DBClusterSnapshotIdentifier ?? '' });
  }
}

async function makeCluster(
  { fixtureBuilder, setting }: Stage,
  place: Caller,
  handle: string,
): Promise<string> {
  const cluster = `${setting.nameOf(handle)}-cluster`;
  await fixtureBuilder.makeCluster(place, cluster);
  return cluster;
}
