import type { Counted, Progress } from '../harness/run/progress.ts';

/** A clock, in milliseconds from wherever. */
export type Clock = () => number;

/** Earlier than this, in milliseconds, what is done says little of what is left. */
const soonest = 2_000;

/**
 * Tells how long it will still take, from what is done and what is left of all that is counted side by side. What is
 * counted when all else is complete has a pace of its own. Undefined while too little is known.
 */
export function etaOf(clock: Clock): (progress: Progress) => number | undefined {
  let counted = new Map<Counted, Progress>();
  let start = clock();
  let before = start;
  return (progress) => {
    const now = clock();
    const others = [...counted.values()].filter(({ of }) => of !== progress.of);
    if (!counted.has(progress.of) && others.every(({ done, total }) => done >= total)) {
      counted = new Map();
      start = before;
    }
    before = now;
    counted.set(progress.of, progress);
    const all = [...counted.values()];
    const done = all.reduce((sum, each) => sum + each.done, 0);
    const left = all.reduce((sum, each) => sum + Math.max(0, each.total - each.done), 0);
    return done === 0 || left === 0 || now - start < soonest ? undefined : ((now - start) / done) * left;
  };
}

/** So many milliseconds as somebody who waits is told them. */
export function sayTime(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
