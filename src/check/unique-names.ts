/** Gives each name once: `nightly`, `nightly (2)`. */
export function uniqueNames(): (wish: string) => string {
  /** How often each was wished for; those that were given without are there, too. */
  const counts = new Map<string, number>();
  return (wish) => {
    let count = counts.get(wish) ?? 0;
    let name: string;
    do {
      count += 1;
      name = count === 1 ? wish : `${wish} (${count})`;
    } while (counts.has(name));
    counts.set(wish, count);
    if (name !== wish) counts.set(name, 1);
    return name;
  };
}
