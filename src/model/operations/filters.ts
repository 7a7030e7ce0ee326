import { say } from '../world/say.ts';
import { invalidValue } from './checks.ts';
import type { Reply } from './reply.ts';

/** A filter of a request: any of its values will do. */
export interface Filter {
  readonly Name?: string | undefined;
  readonly Values?: readonly string[] | undefined;
}

/** Tells, for each filter that an operation has, whether a thing fits a value of it. */
export type Filters<T> = Readonly<Record<string, (thing: T, value: string) => boolean>>;

/** The things that fit every filter. Refused with InvalidParameterValue: a filter that the operation does not have, or without values. */
export function filtered<T>(
  things: readonly T[],
  given: readonly Filter[] = [],
  filters: Filters<T>,
): readonly T[] | Reply<never> {
  let left = things;
  for (const { Name: name = '', Values: values = [] } of given) {
    const fits = Object.hasOwn(filters, name) ? filters[name] : undefined;
    if (fits === undefined) return invalidValue(say`Unrecognized filter name: ${name}`);
    if (values.length === 0) return invalidValue(say`The filter ${name} has no values.`);
    left = left.filter((thing) => values.some((value) => fits(thing, value)));
  }
  return left;
}
