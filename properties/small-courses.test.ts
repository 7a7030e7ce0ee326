import { describe, expect, it } from 'vitest';
import type { Player } from '../test-support/play-calls.ts';
import { model, type StatedLaw } from './law.ts';
import { courseLaws, player, type CourseLaw } from './laws/courses.ts';
import { families } from './laws/index.ts';
import { everyCourse, sayCourse, smallCalls, smallCourses, type Course } from './small-courses.ts';

type CopyLaw = StatedLaw & Required<Pick<StatedLaw, 'tryCopyInput'>>;

const copyLaws = families
  .flatMap((family) => family.laws)
  .filter((law): law is CopyLaw => law.tryCopyInput !== undefined);

/** A law of copies as one of courses: the last call is held against it. */
const ofCourses = ({ states, tryCopyInput }: CopyLaw): CourseLaw => ({
  states,
  holds(course, makePlayer) {
    const { before, copy } = course.at(-1) ?? {};
    if (before === undefined || copy === undefined) return;
    const { caller, request, outcome } = copy;
    const after = course.at(-1)?.after ?? before;
    // What was played is what is judged: a player may remember what came before.
    let answered = false;
    const { copy: again } = makePlayer();
    tryCopyInput(
      {
        ...model,
        copy: (...asked) => {
          const isFirst = !answered && asked[0] === before && asked[1] === caller && asked[2] === request;
          answered ||= isFirst;
          return isFirst ? [after, outcome] : again(...asked);
        },
      },
      { world: before, caller, request },
    );
  },
  bugs: {},
});

/** Throws where one of the laws does not hold; resolves to the number of courses otherwise. */
function tryAll(laws: readonly CourseLaw[], makePlayer: () => Player): number {
  let courses = 0;
  for (const course of everyCourse(makePlayer)) {
    courses += 1;
    for (const law of laws) tryOne(law, course, makePlayer);
  }
  return courses;
}

function tryOne({ states, holds }: CourseLaw, course: Course, makePlayer: () => Player): void {
  try {
    holds(course, makePlayer);
  } catch (error) {
    throw new Error(`${states}\nIt does not hold after\n${sayCourse(course)}`, { cause: error });
  }
}

/** What is said of the first course that breaks one of the laws. */
function complaint(laws: readonly CourseLaw[], makePlayer: () => Player): string {
  try {
    tryAll(laws, makePlayer);
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
  return 'nothing';
}

const laws = [...courseLaws, ...copyLaws.map(ofCourses)];
const count = smallCourses.toLocaleString('en');

describe('Every sequence of up to three calls over a small world', () => {
  it(`obeys ${laws.length} laws: ${count} sequences of ${smallCalls.length} calls`, () => {
    expect(tryAll(laws, player)).toBe(smallCourses);
  });

  it('makes no call that never changes anything', () => {
    const effective = new Set<string>();
    for (const course of everyCourse(player)) {
      const { call, before, after } = course.at(-1) ?? {};
      if (before !== after) effective.add(JSON.stringify(call));
    }
    expect(smallCalls.map((call) => JSON.stringify(call)).filter((call) => !effective.has(call))).toEqual([]);
  });

  it.each(
    courseLaws.flatMap((law) =>
      Object.entries(law.bugs).map(([bug, wrong]) => [law.states, bug, wrong, law] as const),
    ),
  )('can break the law: %s Broken by: %s', (states, _, wrong, law) => {
    expect(complaint([law], wrong)).toContain(states);
  });

  it('shows by the laws of copies what no single call does', () => {
    const [remembering] = Object.values(courseLaws[1]?.bugs ?? {});
    if (remembering === undefined) throw new Error('no player that remembers');
    const said = complaint(copyLaws.map(ofCourses), remembering);
    expect(
      said
        .split('\n')
        .slice(2)
        .map((line) => /op":"([a-z-]+)/.exec(line)?.[1]),
    ).toEqual(['copy', 'disable-key', 'copy']);
  });
});
