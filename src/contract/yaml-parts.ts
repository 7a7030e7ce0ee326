import { readSource, type Path, type SourceDocument, type SourceParts } from './source-text.ts';

/** Lines that stand for themselves: a document of its own, or some items of a list. */
interface Piece {
  readonly text: string;
  /** How many lines are above. */
  readonly above: number;
  /** What is around the list that these are items of, where it is the member of a document. */
  readonly head?: Piece;
  readonly continued: boolean;
}

/** What a piece has at least, in characters, where it is of a long list. */
export const usualPiece = 2 ** 16;

/**
 * The parts of a stream of YAML: its documents and, of a document that is a list or has one as that member, pieces of
 * the list. Undefined where that is not to be seen from how lines begin: there are anchors, directives or lists in
 * another style.
 */
export function yamlParts(
  source: string,
  file: string,
  member: string,
  least = usualPiece,
): SourceParts | undefined {
  if (source.length < least || unsplit.some((pattern) => pattern.test(source))) return undefined;
  return function* () {
    let head: { readonly of: Piece; readonly document: SourceDocument } | undefined;
    for (const piece of pieces(source, member, least)) {
      const read = readSource(piece.text, file);
      if (!read.ok) {
        yield undefined;
        return;
      }
      if (piece.head !== undefined && head?.of !== piece.head) {
        const around = readSource(piece.head.text, file);
        const [document] = around.ok ? around.documents : [];
        if (!isEmptyMember(document?.value, member) || document === undefined) {
          yield undefined;
          return;
        }
        head = { of: piece.head, document };
      }
      for (const document of read.documents) {
        const { above, continued } = piece;
        const own = lowered(document, above);
        yield piece.head === undefined || head === undefined
          ? { ...own, continued }
          : { ...within(lowered(head.document, piece.head.above), member, own), continued };
      }
    }
  };
}

/**
 * What makes a text one: directives and ends of documents, anchors and aliases, items without a text of their own (which
 * are where the list is), and lines that end in another way.
 */
const unsplit: readonly RegExp[] = [
  /^(?:%|\.\.\.|---[ \t]+[^#\s])/m,
  /(?:^|[\s,[{:?-])[&*][^\s]/m,
  /^ *-[ \t]*(?:#.*)?\r?$/m,
  /[\u0085\u2028\u2029\ufeff]|\r(?!\n)/,
];

/** A document that begins so many lines below the first. */
const lowered = (document: SourceDocument, above: number): SourceDocument => ({
  value: document.value,
  locate: (path) => below(document.locate(path), above),
  locateKey: (path) => below(document.locateKey(path), above),
});

const below = ({ line, column }: { line: number; column: number }, above: number) => ({
  line: line + above,
  column,
});

const isEmptyMember = (value: unknown, member: string): boolean =>
  typeof value === 'object' && (value as Record<string, unknown> | null)?.[member] === null;

/** A document with a list as that member. */
function within(head: SourceDocument, member: string, list: SourceDocument): SourceDocument {
  const inList = (path: Path): boolean => path[0] === member && path.length > 1;
  return {
    value: { ...(head.value as object), [member]: list.value },
    locate: (path) => (inList(path) ? list.locate(path.slice(1)) : head.locate(path)),
    locateKey: (path) => (inList(path) ? list.locateKey(path.slice(1)) : head.locateKey(path)),
  };
}

/** The pieces of a stream, in order. */
function* pieces(source: string, member: string, least: number): Generator<Piece> {
  for (const document of documentsOf(source)) {
    const list = listIn(document.text, member);
    if (list === undefined) yield document;
    else yield* itemsOf(document, list, least);
  }
}

function* documentsOf(source: string): Generator<Piece> {
  let [start, above] = [0, 0];
  for (const mark of source.matchAll(/^---[ \t]*(?:#.*)?(?:\r?\n|$)/gm)) {
    yield { text: source.slice(start, mark.index), above, continued: false };
    const next = mark.index + mark[0].length;
    above += breaksIn(source, start, next);
    start = next;
  }
  yield { text: source.slice(start), above, continued: false };
}

/** Where items of a list are, how far they are moved in, and whether there is something around it. */
interface List {
  readonly from: number;
  readonly to: number;
  readonly indent: number;
  readonly isMember: boolean;
}

function listIn(text: string, member: string): List | undefined {
  const first = /^(?![ \t]*(?:#|\r?$))/m.exec(text);
  if (first !== null && /^-(?:\s|$)/.test(text.slice(first.index, first.index + 2)))
    return { from: first.index, to: text.length, indent: 0, isMember: false };
  const blank = String.raw`[ \t]*(?:#.*)?\r?\n`;
  const found = new RegExp(String.raw`^${member}:(?:${blank})+( *)-(?=\s)`, 'm').exec(text);
  if (found === null) return undefined;
  const indent = found[1]?.length ?? 0;
  const from = found.index + found[0].length - indent - 1;
  const after = new RegExp(String.raw`^(?! {${indent}}(?:-?\s|-?$)|[ \t]*(?:#|\r?$))`, 'gm');
  after.lastIndex = from;
  return { from, to: after.exec(text)?.index ?? text.length, indent, isMember: true };
}

function* itemsOf(
  { text, above }: Piece,
  { from, to, indent, isMember }: List,
  least: number,
): Generator<Piece> {
  const around = `${text.slice(0, from)}${'\n'.repeat(breaksIn(text, from, to))}${text.slice(to)}`;
  const head = isMember ? { head: { text: around, above, continued: false } } : {};
  const begin = new RegExp(String.raw`^ {${indent}}-(?=\s|$)`, 'gm');
  let [start, line] = [from, above + breaksIn(text, 0, from)];
  while (start < to) {
    begin.lastIndex = start + least;
    const next = Math.min(begin.exec(text)?.index ?? to, to);
    yield { text: text.slice(start, next), above: line, continued: start > from, ...head };
    line += breaksIn(text, start, next);
    start = next;
  }
}

/** How many lines end between two places. */
function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) count += 1;
  return count;
}
