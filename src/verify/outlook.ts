import { canonical } from '../contract/canonical.ts';
import type { DirectedSequence } from '../contract/directed-sequences.ts';
import type { Call, KeyDocument, SnapshotDocument, WorldDocument } from '../contract/generated/types.ts';
import { lotsOf } from '../harness/run/lots.ts';
import { mostLanes } from '../harness/run/run-lot.ts';
import type { Plan } from '../harness/run/plan.ts';
import { mostCreations, whereKeysAre, type SearchOptions } from '../harness/search/index.ts';

/** How many things of each kind. */
export interface Things {
  readonly clusters: number;
  readonly snapshots: number;
  readonly keys: number;
}

/** What a plan comes to at a target that can do all of it. */
export interface Outlook {
  readonly worlds: number;
  readonly cases: number;
  readonly rules: number;
  /** Pairs of rules that are broken together. */
  readonly pairs: number;
  /** Most calls that are judged: where a pair was measured in one world, another need not be tried. */
  readonly calls: number;
  /** Sequences of the search. */
  readonly sequences: number;
  /** Most things that stand there at once. */
  readonly atOnce: Things;
}

/** What an outlook depends on besides the plan. */
export interface OutlookOptions {
  /** The target's quota of manual snapshots, where it was told. */
  readonly quota?: number;
  /** Directed sequences; none unless given. */
  readonly directed?: readonly DirectedSequence[];
  /** The stateful search, if there is to be one. */
  readonly search?: Pick<SearchOptions, 'runs' | 'maxCalls'>;
  /** As `--jobs`; one unless given. */
  readonly jobs?: number;
}

/** AWS's quota of manual snapshots, and the one that is tried beyond it. */
const usualRoom = 101;

/**
 * What a plan comes to. KMS cannot delete keys, so that those of all kinds stand there until the end; clusters and
 * snapshots go with their world, or their sequence.
 */
export function outlookOf(
  plan: Plan,
  { quota, directed = [], search = { runs: 0, maxCalls: 0 }, jobs = 1 }: OutlookOptions = {},
): Outlook {
  const lots = lotsOf(plan);
  const worlds = lots.map(({ given }) => given);
  // Those that use up quotas stand alone.
  const together = (of: (world: WorldDocument) => number): number =>
    Math.max(
      sumOfLargest(
        lots.filter(({ alone }) => !alone).map(({ given }) => of(given)),
        jobs,
      ),
      ...lots.filter(({ alone }) => alone).map(({ given }) => of(given)),
    );
  const { groups, cases, pairs, unitCount } = plan;
  const searches = Math.min(search.runs, jobs);
  const inSequences = (ops: readonly Call['op'][]): number =>
    sumOfLargest(
      directed.map(({ calls }) => calls.filter(({ op }) => ops.includes(op)).length),
      jobs,
    );
  const atOnce: Things = {
    clusters: Math.max(
      together(clustersOf),
      inSequences(['create']),
      searches * Math.min(mostCreations, search.maxCalls),
    ),
    // Beside what is staged, the copies under test. A call of a sequence leaves one snapshot at most.
    snapshots: Math.max(
      together((world) => snapshotsOf(world, quota) + (jobs === 1 ? 1 : mostLanes)),
      inSequences(['create', 'copy']),
      searches * search.maxCalls,
    ),
    keys: keysOf(
      [
        ...worlds,
        ...directed.map(keysIn),
        ...Array.from({ length: searches }, () => ({ keys: whereKeysAre })),
      ],
      jobs,
    ),
  };
  return {
    worlds: groups.length,
    cases: cases.length + directed.length,
    rules: new Set([...cases.map((planned) => planned.case.rule), ...directed.map(({ rule }) => rule)]).size,
    pairs: pairs.filter(({ units }) => units.length > 0).length,
    calls: unitCount,
    sequences: search.runs,
    atOnce,
  };
}

const entriesOf = ({ snapshots = {} }: WorldDocument): readonly SnapshotDocument[] =>
  Object.values(snapshots);

/** Each snapshot that is no copy has a cluster of its own; so has each quota that is used up. */
const clustersOf = (world: WorldDocument): number =>
  entriesOf(world).filter(({ copyOf }) => copyOf === undefined).length +
  (world.places ?? []).reduce(
    (sum, { copiesInProgress, manualSnapshotsLeft }) =>
      sum + Number(copiesInProgress !== undefined) + Number(manualSnapshotsLeft !== undefined),
    0,
  );

/** What is met while it is copied has a snapshot of its own to be copied from, and so have copies from elsewhere. */
const snapshotsOf = (world: WorldDocument, quota: number | undefined): number =>
  entriesOf(world).reduce(
    (sum, { status, copyOf }) => sum + (status === 'copying' && copyOf === undefined ? 2 : 1),
    0,
  ) +
  (world.places ?? []).reduce(
    (sum, { copiesInProgress, manualSnapshotsLeft: left }) =>
      sum +
      (copiesInProgress === undefined ? 0 : copiesInProgress + 1) +
      (left === undefined ? 0 : quota === undefined ? usualRoom : Math.max(0, quota - left)),
    0,
  );

/**
 * Keys are handed on from world to world: of each kind there are as many as worlds that stand together need. A replica
 * is a key of its own.
 */
function keysOf(worlds: readonly WorldDocument[], jobs: number): number {
  const needs = new Map<string, number[]>();
  for (const { keys = {} } of worlds) {
    const own = new Map<string, number>();
    for (const key of Object.values(keys)) {
      const kind = kindOf(key);
      own.set(kind, (own.get(kind) ?? 0) + 1 + (key.replicas?.length ?? 0));
    }
    for (const [kind, count] of own) needs.set(kind, [...(needs.get(kind) ?? []), count]);
  }
  return [...needs.values()].reduce((sum, counts) => sum + sumOfLargest(counts, jobs), 0);
}

const kindOf = ({ account = 'self', region = 'here', spec, replicas, usableBy }: KeyDocument): string =>
  canonical([account, region, spec, replicas, usableBy]);

/** The keys of a sequence. */
function keysIn({ calls }: DirectedSequence): WorldDocument {
  const names = calls.flatMap((call) => ('key' in call ? [call.key] : []));
  return { keys: Object.fromEntries(names.map((name) => [name, whereKeysAre[name]])) };
}

const sumOfLargest = (numbers: readonly number[], count: number): number =>
  numbers
    .toSorted((a, b) => b - a)
    .slice(0, count)
    .reduce((sum, each) => sum + each, 0);
