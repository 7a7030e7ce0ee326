/** Gives each name once: `nightly`, `nightly (2)`. */
export function uniqueNames(): (wish: string) => string {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return (wish) => {
    let count = counts.get(wish) ?? 0;
    let name: string;
    do {
      count += 1;
      name = count === 1 ? wish : `${wish} (${count})`;
    } while (seen.has(name));
    counts.set(wish, count);
    seen.add(name);
    return name;
  };
}
