import { meetsTags, placeKey, placeState, type Caller, type Snapshot } from '../../model/index.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import { describeSnapshot, listManual } from '../target/endpoint/observe.ts';
import type { Observed, Step, Target } from '../target/target.ts';
import { asTexts } from '../checks/assess.ts';
import { fail, gone, type Check } from '../checks/check.ts';
import { supplied } from '../target/completed.ts';
import { mayGain, sameMembers } from '../checks/observe.ts';
import { removeSnapshot } from '../../model/world/world.ts';
import { follow, type Play } from './stage-calls.ts';

/**
 * Looks at everything the sequence has in a place, and compares it with the model's world: copies, their sources
 * and bystanders are all as they were, and nothing is there that should not be. The world then follows the target,
 * so that one deviation is told once.
 */
export async function checkState(play: Play, place: Caller): Promise<readonly Check[]> {
  const own = await listOwn(play, place);
  if (!own.ok) return own.endless === undefined ? [] : [endless(place, own.endless)];
  const listed = own.value;
  const checks: Check[] = [];
  const expected = [...placeState(play.world, place).snapshots.values()];
  for (const snapshot of expected) {
    const seen = listed.get(snapshot.name);
    const rule = ruleFor(snapshot);
    if (seen === undefined) {
      checks.push({
        ...gone(rule, 'snapshot'),
        seenBy: describing(place, snapshot.name),
      });
      play.world = removeSnapshot(play.world, place, snapshot.name);
      continue;
    }
    const check = sameMembers(rule, snapshot.shape, seen, 'description', { lack: supplied, gain: mayGain });
    checks.push(check.status === 'fail' ? { ...check, seenBy: describing(place, snapshot.name) } : check);
    if (check.status === 'fail') follow(play, place, { ...snapshot.shape, ...seen }, snapshot.tags);
  }
  for (const name of listed.keys()) {
    if (expected.some((snapshot) => snapshot.name === name) || play.strangers.has(name)) continue;
    checks.push({
      ...fail(
        isCopyElsewhere(play, name) ? 'copy-arn' : 'fault-leaves-no-trace',
        { kind: 'presence', of: 'snapshot', present: false, name },
        { kind: 'presence', of: 'snapshot', present: true, name },
      ),
      seenBy: describing(place, name),
    });
    // Whose it is cannot be known: it is left alone, and told as left behind.
    play.strangers.add(name);
  }
  return checks;
}

/** Looks at the tags of everything the sequence has in a place. */
export async function checkTags(play: Play, place: Caller): Promise<readonly Check[]> {
  const looks = [...placeState(play.world, place).snapshots.values()].map(
    async (snapshot) =>
      [snapshot, await play.target.listTags(place, snapshot.shape.DBClusterSnapshotArn)] as const,
  );
  const checks: Check[] = [];
  for (const [snapshot, seen] of await Promise.all(looks)) {
    if (!seen.ok || meetsTags({ rule: 'copy-tags-all', required: snapshot.tags, optional: [] }, seen.value))
      continue;
    const { DBClusterSnapshotArn: ResourceName } = snapshot.shape;
    checks.push({
      ...fail(
        ruleFor(snapshot),
        { kind: 'tags', of: 'snapshot', required: asTexts(snapshot.tags), optional: [] },
        { kind: 'tags', of: 'snapshot', tags: asTexts(seen.value) },
      ),
      seenBy: {
        service: 'neptune',
        operation: 'ListTagsForResource',
        caller: place,
        input: { ResourceName },
      },
    });
    follow(play, place, snapshot.shape, seen.value);
  }
  return checks;
}

/** A list that never ends describes nothing. */
const endless = (caller: Caller, problem: string): Check => ({
  ...fail(
    'copy-described',
    { kind: 'list', operation: 'DescribeDBClusterSnapshots' },
    { kind: 'list', problem },
  ),
  seenBy: {
    service: 'neptune',
    operation: 'DescribeDBClusterSnapshots',
    caller,
    input: { SnapshotType: 'manual' },
  },
});

/** The call that shows how a snapshot is described. */
export const describing = (caller: Caller, name: string): Step => ({
  service: 'neptune',
  operation: 'DescribeDBClusterSnapshots',
  caller,
  input: { DBClusterSnapshotIdentifier: name },
});

/** A copy stays as it was answered; everything else must not be touched by copying. */
const ruleFor = ({ shape }: Snapshot): 'copy-described' | 'copy-leaves-source' =>
  shape.SourceDBClusterSnapshotArn === undefined ? 'copy-leaves-source' : 'copy-described';

/** Whether the sequence has a copy of that name in another place, where alone it is to be. */
const isCopyElsewhere = ({ world }: Play, name: string): boolean =>
  [...world.places.values()].some(
    ({ snapshots }) => snapshots.get(name)?.shape.SourceDBClusterSnapshotArn !== undefined,
  );

/** More snapshots than these in a place, most of them somebody else's, are listed once a run. */
const longList = 300;

/** Places of a target whose lists are long. */
const longLists = new WeakMap<Target, Set<string>>();

/** The sequence's manual snapshots in a place, by name, unless the target does not list them. */
async function listOwn(play: Play, place: Caller): Promise<Observed<ReadonlyMap<string, DBClusterSnapshot>>> {
  const { fixtureBuilder, prefix, target } = play;
  const long = longLists.get(target) ?? new Set<string>();
  longLists.set(target, long);
  if (long.has(placeKey(place))) return findOwn(play, place);
  const listed = await listManual(fixtureBuilder.connection, place);
  if (!listed.ok) return listed;
  if (listed.value.length > longList) long.add(placeKey(place));
  const named = listed.value.map((shape) => [shape.DBClusterSnapshotIdentifier ?? '', shape] as const);
  const own = named.filter(([name]) => name.startsWith(`${prefix}-`.toLowerCase()));
  return { ok: true, value: new Map(own) };
}

/** What the sequence has anywhere, looked for in a place name by name. */
async function findOwn(
  { fixtureBuilder, world }: Play,
  place: Caller,
): Promise<Observed<ReadonlyMap<string, DBClusterSnapshot>>> {
  const names = new Set([...world.places.values()].flatMap(({ snapshots }) => [...snapshots.keys()]));
  const found = new Map<string, DBClusterSnapshot>();
  for (const name of names) {
    const seen = await describeSnapshot(fixtureBuilder.connection, place, name);
    if (!seen.ok) return seen;
    if (seen.value !== undefined) found.set(name, seen.value);
  }
  return { ok: true, value: found };
}
