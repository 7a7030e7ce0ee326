import { CORE_SCHEMA, YAMLException, constructFromEvents, mergeTag, parseEvents } from 'js-yaml';
import { jsonKind, readJson } from './json-source.ts';
import type { DocumentProblem, Position } from './problem.ts';
import { shown } from './shown.ts';
import { layOut, type Path } from './source-layout.ts';
import { printable } from './unprintable.ts';

export type { Path } from './source-layout.ts';

/** One document of a YAML stream. */
export interface SourceDocument {
  readonly value: unknown;
  /** Where the value at the path is, or its nearest ancestor that the document has. */
  locate(path: Path): Position;
  /** Where the key of the member at the path is. */
  locateKey(path: Path): Position;
}

/** A document, or one with some items of its list. */
export interface SourcePart extends SourceDocument {
  /** Whether the document began in a part before. */
  readonly continued: boolean;
}

/**
 * Goes through the parts of a text, as often as it is asked to, with one of them in memory at a time. It ends with
 * undefined where one cannot be read by itself.
 */
export type SourceParts = () => Iterable<SourcePart | undefined>;

/** The documents of a text, or what keeps it from being read. */
export type ReadSource =
  | { readonly ok: true; readonly documents: readonly SourceDocument[] }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** What a text may hold, so that reading it ends soon and has room. */
export interface SourceLimits {
  /** Brackets, commas, colons and lines: each value needs one. At some 250 bytes for each, four million fill 1 GB. */
  readonly marks: number;
  /** Values that aliases may add to those that are written down. */
  readonly aliased: number;
}

const usual: SourceLimits = { marks: 4_000_000, aliased: 1_000_000 };
const schema = CORE_SCHEMA.withTags(mergeTag);

/**
 * Reads documents with positions: a file called .json as JSON, strictly, one called .jsonl or .ndjson as a line of JSON
 * after the other, and any other as a stream of YAML documents, which may be JSON. Documents without content are left
 * out. Collections may be nested a hundred deep. Ten thousand requests take a fraction of a second.
 */
export function readSource(source: string, file: string, limits: SourceLimits = usual): ReadSource {
  const kind = jsonKind(file);
  return kind === undefined ? readYaml(source, file, limits) : readJsons(source, file, kind, limits);
}

/** Reads one document of JSON, or one a line. */
function readJsons(
  source: string,
  file: string,
  kind: 'json' | 'lines',
  { marks }: SourceLimits,
): ReadSource {
  const at = positionsIn(source);
  const crowd = markBeyond(source, marks);
  if (crowd !== undefined) return { ok: false, problems: [{ file, ...at(crowd), message: tooMany }] };
  const starts = kind === 'json' ? [0] : [...lineStarts(source)];
  // Some editors write a mark of the byte order, which JSON has not.
  if (source.startsWith('\ufeff')) starts[0] = 1;
  const documents: SourceDocument[] = [];
  for (const [i, start] of starts.entries()) {
    const end = starts[i + 1] ?? source.length;
    if (source.slice(start, end).trim() === '') continue;
    const read = readJson(source, start, end);
    if (!read.ok) return { ok: false, problems: [{ file, ...at(read.offset), message: read.message }] };
    const { value, find } = read;
    documents.push({
      value,
      locate: (path) => at(find(path).start),
      locateKey: (path) => {
        const { key, start: value } = find(path);
        return at(key ?? value);
      },
    });
  }
  return { ok: true, documents: documents.filter(({ value }) => value !== null) };
}

function readYaml(source: string, file: string, limits: SourceLimits): ReadSource {
  const { text, restore } = printable(source);
  const at = positionsIn(text);
  const refused = (offset: number, message: string): ReadSource => ({
    ok: false,
    problems: [{ file, ...at(offset), message }],
  });
  const crowd = markBeyond(text, limits.marks);
  if (crowd !== undefined) return refused(crowd, tooMany);
  try {
    const events = parseEvents(text, {});
    const layout = layOut(text, events, limits.aliased);
    if (!layout.ok) return refused(layout.offset, layout.message);
    const values = constructFromEvents(events, { source: text, schema });
    const documents = values.map((value, i) => ({
      value: restore(value),
      locate: (path: Path) => at(layout.find(i, path).start),
      locateKey: (path: Path) => {
        const { key, start } = layout.find(i, path);
        return at(key ?? start);
      },
    }));
    return { ok: true, documents: documents.filter(({ value }) => value !== null && value !== undefined) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    // A reason may name an anchor or a tag of any length.
    const message = error.reason.split(' ').map(shown).join(' ');
    return { ok: false, problems: [{ file, line: line + 1, column: column + 1, message }] };
  }
}

const tooMany = 'here begin more values than can be read at once; split the file';

/** The offset at which there are more marks of values than so many. */
export function markBeyond(text: string, most = usual.marks): number | undefined {
  if (text.length <= most) return undefined;
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const isMark =
      code === lineFeed ||
      code === comma ||
      code === bracket ||
      code === brace ||
      // Most colons and hyphens are in names.
      ((code === colon || code === hyphen) && text.charCodeAt(i + 1) <= space) ||
      (code === colon && text.charCodeAt(i - 1) === quote);
    if (isMark && ++count > most) return i;
  }
  return undefined;
}

const [lineFeed, space, quote, comma, hyphen, colon, bracket, brace] = [10, 32, 34, 44, 45, 58, 91, 123];

/** Turns offsets into lines and columns, of a text that begins there. */
export function positionsIn(
  text: string,
  first: Position = { line: 1, column: 1 },
): (offset: number) => Position {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = offset - (starts[low] ?? 0) + (low === 0 ? first.column : 1);
    return { line: low + first.line, column };
  };
}

/** The offsets at which lines begin. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}
