import { UsageError } from '../errors.ts';

/** A length of time: a number of milliseconds, or units that are added up. */
export type Duration = number | Partial<Readonly<Record<Unit, number>>>;

type Unit = keyof typeof lengths;

/** Milliseconds of each unit. */
const lengths = { milliseconds: 1, seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** The duration in milliseconds. Throws a UsageError when it is negative, not finite, or of a unit that is none. */
export function toMilliseconds(duration: Duration): number {
  const parts = typeof duration === 'number' ? { milliseconds: duration } : duration;
  let total = 0;
  for (const [unit, count] of Object.entries(parts)) {
    if (!Object.hasOwn(lengths, unit))
      throw new UsageError(`"${unit}" is no unit of time; there are ${Object.keys(lengths).join(', ')}`);
    total += count * lengths[unit as Unit];
  }
  if (!Number.isFinite(total) || total < 0)
    throw new UsageError(`${JSON.stringify(duration)} is no length of time: it must be 0 or more`);
  return total;
}
