import { is } from 'immutable';
import { copy as modelCopy, placeKey, putSnapshot, removeSnapshot } from '../../src/model/index.ts';
import type { Call } from '../../src/contract/generated/types.ts';
import type { Snapshot, World } from '../../src/model/world/world.ts';
import { callerAt, type PlayedCall, type Player } from '../../test-support/play-calls.ts';
import { editPlace } from '../bugs.ts';
import { expect } from '../expect.ts';
import { play, smallWorld, type Course } from '../small-courses.ts';

/** Something that holds of every course of calls, whoever plays it. */
export interface CourseLaw {
  /** One English sentence. */
  readonly states: string;
  /** Throws an assertion error where the last call of a course breaks the law. */
  readonly holds: (course: Course, makePlayer: () => Player) => void;
  /** Players with a bug that breaks the law. */
  readonly bugs: Readonly<Record<string, () => Player>>;
}

/** The model plays. */
export const player = (): Player => ({ copy: modelCopy });

const lastOf = (course: Course): PlayedCall => {
  const last = course.at(-1);
  if (last === undefined) throw new Error('a course has a call');
  return last;
};

const snapshotsOf = (world: World): ReadonlyMap<string, Snapshot> =>
  new Map(
    [...world.places].flatMap(([place, { snapshots }]) =>
      [...snapshots].map(([name, snapshot]) => [`${place} ${name}`, snapshot] as const),
    ),
  );

/** What a copy was answered with. For which reason it was refused, a name elsewhere may have changed. */
const answerOf = ({ copy }: PlayedCall) =>
  copy?.outcome.kind === 'rejected' ? copy.outcome.fault : copy?.outcome.snapshot;

/** All that is in a world, whichever way it came there. */
const contentsOf = ({ places }: World) =>
  new Map(
    [...places].map(([place, { snapshots, keys, aliases, manualCount }]) => [
      place,
      { snapshots: new Map(snapshots), keys: new Map(keys), aliases: new Map(aliases), manualCount },
    ]),
  );

/** The place of what a call makes or alters, and its name. */
function written(call: Call): readonly [place: string, name: string] {
  switch (call.op) {
    case 'enable-key':
    case 'disable-key':
    case 'point-alias':
      return ['', `key ${call.key}`];
    case 'copy':
      return [placeKey(callerAt(call.at)), call.target.toLowerCase()];
    default:
      return [placeKey(callerAt(call.at)), call.name.toLowerCase()];
  }
}

export const courseLaws: readonly CourseLaw[] = [
  {
    states: 'A call leaves every snapshot as it was but the one that it names or makes.',
    holds(course) {
      const { call, before, after } = lastOf(course);
      const own = written(call).join(' ');
      const [then, now] = [snapshotsOf(before), snapshotsOf(after)];
      const changed = [...new Set([...then.keys(), ...now.keys()])].filter(
        (key) => key !== own && then.get(key) !== now.get(key),
      );
      expect(changed).toEqual([]);
    },
    bugs: {
      'copies that go with their source': () => ({
        copy: modelCopy,
        aftermath: ({ call, before, after }) =>
          call.op !== 'delete'
            ? after
            : copiesOf(before, after).reduce(
                (world, { place, name }) => removeSnapshot(world, place, name),
                after,
              ),
      }),
      'copies that get the tags of their source': () => ({
        copy: modelCopy,
        aftermath: ({ call, after }) =>
          call.op !== 'tag'
            ? after
            : [...snapshotsOf(after).values()]
                .filter(({ shape }) => shape.SourceDBClusterSnapshotArn?.endsWith(`:${call.name}`))
                .reduce((world, copy) => putSnapshot(world, { ...copy, tags: call.tags }), after),
      }),
    },
  },
  {
    states: 'What a copy comes to follows from the world as it is, not from what was asked for before.',
    holds(course, makePlayer) {
      const { before, copy } = lastOf(course);
      if (copy === undefined) return;
      const [, outcome] = makePlayer().copy(before, copy.caller, copy.request);
      expect(copy.outcome).toEqual(outcome);
    },
    bugs: {
      'the key to which an alias led when it was first used': () => {
        let led: string | undefined;
        return {
          copy: (world, caller, request) => {
            const isAlias = request.KmsKeyId?.startsWith('alias/') === true;
            const asked = isAlias && led !== undefined ? { ...request, KmsKeyId: led } : request;
            const [next, outcome] = modelCopy(world, caller, asked);
            if (isAlias && outcome.kind === 'copied') led ??= outcome.snapshot.shape.KmsKeyId;
            return [next, outcome];
          },
        };
      },
    },
  },
  {
    states: 'A call leaves every place as it was, and counts in none, but its own.',
    holds(course) {
      const { call, before, after } = lastOf(course);
      const [own] = written(call);
      if (own === '') return;
      expect(is(after.places.delete(own), before.places.delete(own))).toBe(true);
    },
    bugs: {
      'a copy that counts where its source is': () => ({
        copy: modelCopy,
        aftermath({ after, copy }) {
          if (copy?.outcome.kind !== 'copied') return after;
          const arn = copy.outcome.snapshot.shape.SourceDBClusterSnapshotArn;
          const source = [...snapshotsOf(after).values()].find(
            ({ shape }) => shape.DBClusterSnapshotArn === arn,
          );
          if (source === undefined || placeKey(source.place) === placeKey(copy.caller)) return after;
          return editPlace(after, source.place, ({ manualCount }) => ({ manualCount: manualCount + 1 }));
        },
      }),
    },
  },
  {
    states: 'Two calls that have nothing to do with each other may be swapped.',
    holds(course, makePlayer) {
      const [one, two] = course.slice(-2);
      if (one === undefined || two === undefined || !areUnrelated(one.call, two.call)) return;
      const calls = course.map(({ call }) => call);
      const swapped = play(smallWorld(), [...calls.slice(0, -2), two.call, one.call], makePlayer());
      expect(swapped.slice(-2).map(answerOf)).toEqual([two, one].map(answerOf));
      expect(contentsOf(lastOf(swapped).after)).toEqual(contentsOf(two.after));
    },
    bugs: {
      'tags that get lost in the second copy': () => ({
        copy: (world, caller, request) => {
          const [next, outcome] = modelCopy(world, caller, request);
          if (outcome.kind === 'rejected') return [next, outcome];
          const copies = [...snapshotsOf(next).values()].filter(isCopy);
          const snapshot = copies.length > 1 ? { ...outcome.snapshot, tags: [] } : outcome.snapshot;
          return [putSnapshot(world, snapshot), { ...outcome, snapshot }];
        },
      }),
    },
  },
];

const isCopy = ({ shape }: Snapshot): boolean => shape.SourceDBClusterSnapshotArn !== undefined;

/** The copies of what is there no more. */
const copiesOf = (before: World, after: World): readonly Snapshot[] => {
  const there = snapshotsOf(after);
  const gone = [...snapshotsOf(before)].filter(([key]) => !there.has(key)).map(([, { shape }]) => shape);
  return [...there.values()].filter(({ shape }) =>
    gone.some(({ DBClusterSnapshotArn: arn }) => arn === shape.SourceDBClusterSnapshotArn),
  );
};

/** Whether neither of two calls makes or alters what the other makes, alters or reads. */
const areUnrelated = (one: Call, two: Call): boolean =>
  !touched(one).some((thing) => changed(two).includes(thing)) &&
  !touched(two).some((thing) => changed(one).includes(thing));

/** What a call makes or alters. */
const changed = (call: Call): readonly string[] =>
  call.op === 'point-alias' ? ['alias'] : [written(call).join(' ')];

/** What it reads besides. A snapshot may be encrypted with any key. */
function touched(call: Call): readonly string[] {
  if (call.op === 'point-alias') return ['alias', ` key ${call.key}`];
  if (call.op !== 'copy') return changed(call);
  const source = `${placeKey(callerAt(call.sourceAt ?? call.at))} ${call.source}`;
  return [...changed(call), source, 'alias', ' key first', ' key second'];
}
