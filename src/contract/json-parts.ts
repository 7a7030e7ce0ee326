import { bracketClose, bracketOpen, comma, finder, misshapen, type Token } from './json-source.ts';
import type { Position } from './problem.ts';
import type { Path, Place } from './source-layout.ts';
import { lineStarts, positionsIn, type SourceParts } from './source-text.ts';

/** The parts of a text of JSON, one document a line: its lines. */
export function lineParts(source: string): SourceParts | undefined {
  const starts = lineStarts(source);
  const lines = starts.map((start, i) => [start, starts[i + 1] ?? source.length] as const);
  if (lines.some(([start, end]) => misshapen(source.slice(start, end)) !== undefined)) return undefined;
  return function* () {
    for (const [i, [start, end]] of lines.entries()) {
      const line = source.slice(start, end);
      if (line.trim() === '') continue;
      const value = parsed(line);
      if (value === undefined) {
        yield undefined;
        return;
      }
      if (value === null) continue;
      const at = positionsIn(line, { line: i + 1, column: 1 });
      const find = finderOf(line);
      yield {
        value,
        continued: false,
        locate: (path) => at(find(path).start),
        locateKey: (path) => {
          const { key, start: ofValue } = find(path);
          return at(key ?? ofValue);
        },
      };
    }
  };
}

/** The parts of a text of JSON that is a list, or has one as that member: its items, with what is around the list. */
export function itemParts(source: string, member: string): SourceParts | undefined {
  const list = listIn(source, member);
  if (list === undefined) return undefined;
  const { from, to, starts, ends } = list;
  const around = `${source.slice(0, from)}[]${source.slice(to)}`;
  const head = parsed(around);
  if (head === undefined || !isPlainList(source, list)) return undefined;
  const levels = Array.isArray(head) ? 1 : 2;
  const isOfItem = (path: Path): boolean => path.length >= levels && (levels === 1 || path[0] === member);
  const inHead = finderOf(around);
  const [before, at] = [positionsIn(around), positionsIn(source)];
  // What is behind the list is farther away than in what is around it.
  const atHead = (offset: number): Position => (offset > from ? at(offset + to - from - 2) : before(offset));
  return function* () {
    let [line, lineStart, next] = [1, 0, breakIn(source, 0)];
    for (const [i, start] of starts.entries()) {
      while (next < start) [line, lineStart, next] = [line + 1, next + 1, breakIn(source, next + 1)];
      const text = source.slice(start, ends[i]);
      const item = parsed(text);
      if (item === undefined) {
        yield undefined;
        return;
      }
      const inItem = finderOf(text);
      const atItem = positionsIn(text, { line, column: start - lineStart + 1 });
      const find = (path: Path, which: (place: Place) => number): Position =>
        isOfItem(path) ? atItem(which(inItem(path.slice(levels)))) : atHead(which(inHead(path)));
      yield {
        value: levels === 1 ? [item] : { ...head, [member]: [item] },
        continued: i > 0,
        locate: (path) => find(path, (place) => place.start),
        locateKey: (path) => find(path, ({ key, start: ofValue }) => key ?? ofValue),
      };
    }
  };
}

/** Where a line ends, from there on. */
function breakIn(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

/** Finds places in a text, which is gone through when something inside of it is asked for. */
function finderOf(text: string): ReturnType<typeof finder> {
  let find: ReturnType<typeof finder> | undefined;
  const start = text.search(/[^ \t\r\n]/);
  return (path) => (path.length === 0 ? { start } : (find ??= finder(text))(path));
}

/** The value of a text, which is never undefined; that stands for a text that has none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Where a list is, its brackets included, and its items. */
interface List {
  readonly from: number;
  readonly to: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The list that a text is, or has as that member; undefined where there is none with items, or the text is misshapen. */
function listIn(source: string, member: string): List | undefined {
  const [starts, ends]: [number[], number[]] = [[], []];
  let [from, to, level] = [-1, -1, 0];
  let [begin, last] = [-1, -1];
  let key: string | undefined;
  const look = (token: Token): void => {
    const { kind, start, end, depth } = token;
    if (to >= 0) return;
    if (from < 0) {
      if (depth === 1 && token.key !== undefined) ({ key } = token);
      if (kind === bracketOpen && (depth === 0 || (depth === 1 && key === member)))
        [from, level] = [start, depth + 1];
      return;
    }
    const isEnd = kind === bracketClose && depth === level - 1;
    if (isEnd || (kind === comma && depth === level)) {
      if (begin >= 0) [starts[starts.length], ends[ends.length]] = [begin, last];
      begin = -1;
      if (isEnd) to = end;
    } else if (begin < 0) begin = start;
    last = end;
  };
  const isShapely = misshapen(source, look) === undefined;
  return isShapely && to >= 0 && starts.length > 0 ? { from, to, starts, ends } : undefined;
}

/** Whether there is nothing between the items of a list but a comma each. */
function isPlainList(source: string, { from, to, starts, ends }: List): boolean {
  const between = (start: number, end: number | undefined): string => source.slice(start, end).trim();
  return (
    between(from + 1, starts[0]) === '' &&
    between(ends.at(-1) ?? to, to - 1) === '' &&
    ends.every((end, i) => i === ends.length - 1 || between(end, starts[i + 1]) === ',')
  );
}
