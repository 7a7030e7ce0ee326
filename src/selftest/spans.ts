/** Writes ascending numbers shortly: `0-2 7` for 0, 1, 2 and 7. */
export function toSpans(numbers: readonly number[]): string {
  const spans: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = spans.at(-1);
    if (last !== undefined && last.to + 1 === number) last.to = number;
    else spans.push({ from: number, to: number });
  }
  return spans.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}

/** Reads what `toSpans` writes. */
export const fromSpans = (text: string): readonly number[] =>
  text
    .split(' ')
    .filter((span) => span !== '')
    .flatMap((span) => {
      const [from = 0, to = from] = span.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });
