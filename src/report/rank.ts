/** What an order goes by: the first number that differs. */
export type Rank = readonly number[];

/** The items from the lowest rank to the highest; of one rank, as they came. */
export const byRank = <T>(items: readonly T[], rankOf: (item: T) => Rank): T[] =>
  items
    .map((item) => ({ item, rank: rankOf(item) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ item }) => item);

function compare(a: Rank, b: Rank): number {
  const at = a.findIndex((number, i) => number !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
