import type { CopyRequest } from '../dist/model/rules/facts.js';
import { copy, judge, snapshotArn, type Caller, type World } from '../dist/model/index.js';
import { emptyWorld, placeState, putSnapshot, withPlace, type Snapshot } from '../dist/model/world/world.js';

/** Calls of judge and copy, one of each per request, over worlds of growing size. */
const sizes = [100, 10_000, 1_000_000] as const;
const rounds = 7;
const requestsPerRound = 10_000;

const caller: Caller = { account: '111111111111', region: 'us-east-1' };
const sourceName = 'bench-source';
const tags = [
  { Key: 'team', Value: 'graph' },
  { Key: 'purpose', Value: 'disaster recovery' },
];

/** One line of the table: what is asked, how many are accepted, and of which size each world is. */
interface Row {
  readonly label: string;
  readonly requests: readonly CopyRequest[];
}

/**
 * Requests per second, judge and copy called once for each, as a table: a column for each size of world.
 * Sizes take turns within a round, so that they share whatever else the machine is doing; medians are shown.
 */
export function benchModel(): Promise<string> {
  const worlds = sizes.map(worldOf);
  const rows: readonly Row[] = [
    { label: 'accepted', requests: Array.from({ length: requestsPerRound }, (_, i) => accepted(i)) },
    {
      label: 'mixed (30% rejected)',
      requests: Array.from({ length: requestsPerRound }, (_, i) => mixed(i)),
    },
  ];
  const lines = rows.map((row) => [row.label, ...measure(row, worlds).map(perSecond)]);
  return Promise.resolve(
    table([['judge + copy, requests/s', ...sizes.map((n) => `${count(n)} snapshots`)], ...lines]),
  );
}

/** Median requests per second for each world. */
function measure({ label, requests }: Row, worlds: readonly World[]): readonly number[] {
  const samples: number[][] = worlds.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    worlds.forEach((world, i) => {
      const started = performance.now();
      const copies = run(world, requests);
      const seconds = (performance.now() - started) / 1000;
      if (copies < requests.length / 2) throw new Error(`${label}: only ${copies} requests were accepted`);
      // The first round only warms up.
      if (round >= 0) samples[i]?.push(requests.length / seconds);
    });
  }
  return samples.map(median);
}

/** Sends the requests one after the other, each to the world its predecessor left; how many were accepted. */
function run(start: World, requests: readonly CopyRequest[]): number {
  let world = start;
  let copies = 0;
  for (const request of requests) {
    const verdict = judge(world, caller, request);
    const [next, outcome] = copy(world, caller, request);
    if ((outcome.kind === 'copied') !== (verdict.copied !== undefined)) {
      throw new Error(`judge and copy disagree on ${JSON.stringify(request)}`);
    }
    if (outcome.kind === 'copied') copies += 1;
    world = next;
  }
  return copies;
}

const accepted = (i: number): CopyRequest => ({
  SourceDBClusterSnapshotIdentifier: sourceName,
  TargetDBClusterSnapshotIdentifier: `copy-${i}`,
  Tags: tags,
});

/** Three requests in ten are rejected: the name taken, the source missing, a tag not allowed. */
function mixed(i: number): CopyRequest {
  const request = accepted(i);
  switch (i % 10) {
    case 3:
      return { ...request, TargetDBClusterSnapshotIdentifier: sourceName };
    case 6:
      return { ...request, SourceDBClusterSnapshotIdentifier: snapshotArn(caller, 'nowhere') };
    case 9:
      return { ...request, Tags: [...tags, { Key: 'aws:reserved', Value: 'x' }] };
    default:
      return request;
  }
}

/** A world with that many snapshots in the caller's place, and quotas that let more in. */
function worldOf(size: number): World {
  let world = emptyWorld();
  for (let i = 1; i < size; i += 1) world = putSnapshot(world, snapshotOf(`snapshot-${i}`));
  world = putSnapshot(world, snapshotOf(sourceName));
  const state = placeState(world, caller);
  return withPlace(world, caller, {
    ...state,
    quotas: { ...state.quotas, manualSnapshots: Number.MAX_SAFE_INTEGER },
  });
}

const zones = ['us-east-1a', 'us-east-1b', 'us-east-1c'];

function snapshotOf(name: string): Snapshot {
  return {
    place: caller,
    name,
    shape: {
      AvailabilityZones: zones,
      DBClusterSnapshotIdentifier: name,
      DBClusterIdentifier: 'bench-cluster',
      SnapshotCreateTime: '2025-12-01T08:30:00.000Z',
      ClusterCreateTime: '2025-11-01T07:00:00.000Z',
      Engine: 'neptune',
      EngineVersion: '1.3.2.1',
      AllocatedStorage: 1,
      Port: 8182,
      VpcId: 'vpc-0a1b2c3d',
      LicenseModel: 'neptune',
      IAMDatabaseAuthenticationEnabled: false,
      DBClusterSnapshotArn: snapshotArn(caller, name),
      SnapshotType: 'manual',
      Status: 'available',
      PercentProgress: 100,
      StorageEncrypted: false,
    },
    tags: [],
    sharedWith: [],
  };
}

function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const count = (n: number): string => n.toLocaleString('en-US');
const perSecond = (n: number): string => count(Math.round(n));

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return rows.map(line).join('\n');
}
