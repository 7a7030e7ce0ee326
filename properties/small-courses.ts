import fc from 'fast-check';
import type { Call, CallPlace } from '../src/contract/generated/types.ts';
import { plainSetting } from '../src/model/index.ts';
import type { World } from '../src/model/world/world.ts';
import { playCall, worldWithKeys, type PlayedCall, type Player } from '../test-support/play-calls.ts';

const self: CallPlace = { account: 'self', region: 'here' };
const abroad: CallPlace = { account: 'self', region: 'elsewhere' };
const theirs: CallPlace = { account: 'other', region: 'here' };
const owner = [{ Key: 'owner', Value: 'backup' }];

/** How the small world comes about: an encrypted snapshot with a tag, one of another account, and an alias. */
const origin: readonly Call[] = [
  { op: 'create', at: self, name: 'alpha', key: 'first', tags: [{ Key: 'team', Value: 'graph' }] },
  { op: 'create', at: theirs, name: 'gamma' },
  { op: 'point-alias', key: 'first' },
];

const names = ['one', 'two'] as const;

/** Every call that is made: copies of what was there and of copies, and whatever else happens to any of it. */
export const smallCalls: readonly Call[] = [
  ...['alpha', 'one'].flatMap((source) =>
    names
      .filter((target) => target !== source)
      .flatMap((target): Call[] => [
        { op: 'copy', at: self, source, target },
        { op: 'copy', at: self, source, target, copyTags: true },
        { op: 'copy', at: self, source, target, alias: true },
        { op: 'copy', at: self, source, target, alias: true, tags: owner },
      ]),
  ),
  ...names.map((target): Call => ({ op: 'copy', at: self, source: 'gamma', sourceAt: theirs, target })),
  { op: 'copy', at: abroad, source: 'alpha', sourceAt: self, target: 'one', key: 'elsewhere' },
  { op: 'copy', at: abroad, source: 'one', sourceAt: self, target: 'one', key: 'elsewhere' },
  { op: 'copy', at: theirs, source: 'one', sourceAt: self, target: 'one', key: 'theirs' },
  ...['alpha', 'one', 'two'].map((name): Call => ({ op: 'delete', at: self, name })),
  { op: 'delete', at: theirs, name: 'gamma' },
  ...(['share', 'unshare'] as const).flatMap((op): Call[] => [
    { op, at: theirs, name: 'gamma', with: 'self' },
    { op, at: self, name: 'one', with: 'other' },
  ]),
  ...['alpha', 'one'].flatMap((name): Call[] => [
    { op: 'tag', at: self, name, tags: owner },
    { op: 'untag', at: self, name, tags: owner },
  ]),
  ...(['first', 'second'] as const).flatMap((key): Call[] => [
    { op: 'disable-key', key },
    { op: 'enable-key', key },
    { op: 'point-alias', key },
  ]),
];

/** Most calls of a sequence. */
const longest = 3;

/** How many sequences there are. */
export const smallCourses = Array.from({ length: longest }, (_, i) => smallCalls.length ** (i + 1)).reduce(
  (sum, each) => sum + each,
  0,
);

/** A sequence of calls, as it went. */
export type Course = readonly PlayedCall[];

/** A course in the words of its calls. */
export const sayCourse = (course: Course): string => course.map(({ call }) => fc.stringify(call)).join('\n');

/** The small world before anything happens to it. */
export const smallWorld = (): World =>
  origin.reduce(
    (world, call) => playCall(world, call).after,
    worldWithKeys(Object.values(plainSetting.accounts)),
  );

/** Every sequence of up to three calls over the small world, each played from its beginning by a player of its own. */
export function* everyCourse(makePlayer: () => Player): Generator<Course> {
  const start = smallWorld();
  for (let length = 1; length <= longest; length += 1)
    for (const calls of sequencesOf(length)) yield play(start, calls, makePlayer());
}

/** Lets calls happen, one after the other. */
export function play(start: World, calls: readonly Call[], player: Player): Course {
  let world = start;
  return calls.map((call) => {
    const played = playCall(world, call, player);
    world = played.after;
    return played;
  });
}

function* sequencesOf(length: number): Generator<readonly Call[]> {
  if (length === 0) yield [];
  else for (const calls of sequencesOf(length - 1)) for (const call of smallCalls) yield [...calls, call];
}
