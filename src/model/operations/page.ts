import { say } from '../world/say.ts';
import { invalidValue } from './checks.ts';
import type { Reply } from './reply.ts';

/** Members with which a list is asked for piece by piece. */
export interface PageInput {
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}

/** A piece of a list; Marker is there when more follows. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly marker: { readonly Marker?: string };
}

const fewest = 20;
const most = 100;

/**
 * The piece of the list that follows the marker, in the order of the keys. The marker is the key of the last
 * item given out, so that nothing is skipped when items go in between. Refused with InvalidParameterValue when
 * MaxRecords is not within 20 to 100.
 */
export function pageOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { MaxRecords = most, Marker = '' }: PageInput,
): Page<T> | Reply<never> {
  if (MaxRecords < fewest || MaxRecords > most) {
    return invalidValue(
      say`Invalid value ${MaxRecords} for MaxRecords. Must be between ${fewest} and ${most}`,
    );
  }
  const rest = items
    .map((item) => ({ item, key: keyOf(item) }))
    .filter(({ key }) => key > Marker)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const page = rest.slice(0, MaxRecords);
  const last = page.at(-1);
  const more = rest.length > page.length && last !== undefined;
  return { items: page.map(({ item }) => item), marker: more ? { Marker: last.key } : {} };
}
