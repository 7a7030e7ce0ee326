import type { Status, StatusCounts } from '../contract/generated/types.ts';

/** How many have each status; nothing is said of new ones where there is none. */
export function count(items: readonly { readonly status: Status }[]): StatusCounts {
  const counts = { pass: 0, fail: 0, known: 0, new: 0, inconclusive: 0, error: 0 };
  for (const { status } of items) counts[status] += 1;
  const { new: fresh, ...others } = counts;
  return fresh === 0 ? others : counts;
}
