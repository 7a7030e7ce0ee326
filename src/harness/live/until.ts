import type { Clock } from '../target/clock.ts';

/** How long between two looks at what takes its time, in milliseconds. */
export const looks = { first: 5_000, factor: 1.5, longest: 60_000 };

/** Looks again and again until `look` tells something; undefined when it does not in so many milliseconds. */
export async function until<Told>(
  clock: Clock,
  milliseconds: number,
  look: () => Promise<Told | undefined>,
): Promise<Told | undefined> {
  const end = clock.now() + milliseconds;
  for (let pause = looks.first; ; pause = Math.min(pause * looks.factor, looks.longest)) {
    const told = await look();
    if (told !== undefined || clock.now() >= end || clock.isOver()) return told;
    await clock.pause(Math.min(pause, end - clock.now()));
  }
}
