import type { Status, StatusCounts } from '../contract/generated/types.ts';

/** How many have each status. */
export function count(items: readonly { readonly status: Status }[]): StatusCounts {
  const counts = { pass: 0, fail: 0, known: 0, inconclusive: 0, error: 0 };
  for (const { status } of items) counts[status] += 1;
  return counts;
}
