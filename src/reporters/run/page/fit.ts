/** A part of a page that may be cut: each of its entries is shown whole or not at all. */
export interface Section {
  readonly title: string;
  /** The lines of each entry. */
  readonly entries: readonly (readonly string[])[];
}

/** The fewest lines that tell of a section: an empty one before it, its title, and how many entries there are. */
const fewest = 3;

/** Sections in at most so many lines, of which there have to be three for each: what comes first is shown first. */
export function fit(sections: readonly Section[], room: number): readonly string[] {
  const told = sections.filter(({ entries }) => entries.length > 0);
  let left = room;
  return told.flatMap((section, i) => {
    const lines = fitOne(section, left - fewest * (told.length - i - 1));
    left -= lines.length;
    return lines;
  });
}

function fitOne({ title, entries }: Section, room: number): readonly string[] {
  const head = ['', title];
  const all = entries.flat();
  if (head.length + all.length <= room) return [...head, ...all];
  const lines = [...head];
  let shown = 0;
  for (const entry of entries) {
    if (lines.length + entry.length >= room) break;
    lines.push(...entry);
    shown += 1;
  }
  return [...lines, `  and ${entries.length - shown} more: --verbose shows all`];
}
