import { createScanner, printParseErrorCode, visit, type ParseErrorCode } from 'jsonc-parser';
import { quoted, shown } from './shown.ts';
import type { Path, Place } from './source-layout.ts';

/** A text of JSON, and where its values are; or the offset of what is wrong with it. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown; readonly find: (path: Path) => Place }
  | { readonly ok: false; readonly offset: number; readonly message: string };

/** Kinds of tokens, as the scanner numbers them. */
export const [braceOpen, braceClose, bracketOpen, bracketClose, comma, colon, text, end] = [
  1, 2, 3, 4, 5, 6, 10, 17,
] as const;

/** Collections may be nested this deep, as those of YAML. */
const deepest = 100;

/**
 * Reads JSON strictly: no comments, no commas too many, no member twice (of which readers take either). Where values
 * are is found out when it is asked for.
 */
export function readJson(source: string, from = 0, to = source.length): ReadJson {
  const own = from === 0 && to === source.length ? source : source.slice(from, to);
  const wrong = misshapen(own);
  if (wrong !== undefined) return { ok: false, offset: from + wrong.offset, message: wrong.message };
  try {
    const value: unknown = JSON.parse(own);
    const find = finder(own);
    const moved = ({ start, key }: Place): Place => ({
      start: from + start,
      ...(key !== undefined && { key: from + key }),
    });
    return { ok: true, value, find: (path) => moved(find(path)) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { offset, message } = firstError(own);
    return { ok: false, offset: from + offset, message };
  }
}

/** A token, as whoever looks on sees it. */
export interface Token {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  /** How many collections are open around it. */
  readonly depth: number;
  /** What it is called, of the key of a member. */
  readonly key: string | undefined;
}

/** What a parser would take without a word: too deep, or a member twice. Shows each token up to there. */
export function misshapen(
  source: string,
  look?: (token: Token) => void,
): { offset: number; message: string } | undefined {
  const scanner = createScanner(source, true);
  /** The members of the objects that are open; of a list there are none. */
  const open: (Set<string> | undefined)[] = [];
  let isKey = false;
  for (let kind = scanner.scan() as number; kind !== end; kind = scanner.scan() as number) {
    const isCloser = kind === braceClose || kind === bracketClose;
    if (look !== undefined) {
      const start = scanner.getTokenOffset();
      const depth = open.length - (isCloser ? 1 : 0);
      const key = isKey && kind === text ? scanner.getTokenValue() : undefined;
      look({ kind, start, end: start + scanner.getTokenLength(), depth, key });
    }
    if (kind === braceOpen || kind === bracketOpen) {
      open.push(kind === braceOpen ? new Set() : undefined);
      if (open.length > deepest)
        return { offset: scanner.getTokenOffset(), message: `nesting exceeded ${deepest} levels` };
    } else if (isCloser) open.pop();
    else if (kind === text && isKey) {
      const name = scanner.getTokenValue();
      const members = open.at(-1);
      if (members?.has(name) === true)
        return { offset: scanner.getTokenOffset(), message: `the member ${quoted(name)} is there twice` };
      members?.add(name);
    }
    isKey = kind === braceOpen || (kind === comma && open.at(-1) !== undefined);
  }
  return undefined;
}

/** What a parser complains of first. */
function firstError(source: string): { offset: number; message: string } {
  let first: { offset: number; message: string } | undefined;
  const onError = (code: ParseErrorCode, offset: number): void => {
    first ??= { offset, message: `this is no JSON: ${shown(printParseErrorCode(code))}` };
  };
  visit(source, { onError }, { disallowComments: true, allowTrailingComma: false });
  return first ?? { offset: 0, message: 'this is no JSON' };
}

/** A value and what is in it, as far as it was gone through. */
interface Node extends Place {
  readonly end: number;
}

/** Finds places by going through one collection after the other, each once. */
export function finder(source: string): (path: Path) => Place {
  /** The children of large collections, by where they start: a plan may have a hundred thousand copies. */
  const known = new Map<number, ReadonlyMap<string | number, Node>>();
  return (path) => {
    let node: Node = rootOf(source);
    for (const step of path) {
      const children = known.get(node.start) ?? childrenOf(source, node);
      if (children.size > 16) known.set(node.start, children);
      const child = children.get(step);
      if (child === undefined) break;
      node = child;
    }
    return node.key === undefined ? { start: node.start } : { start: node.start, key: node.key };
  };
}

function rootOf(source: string): Node {
  const scanner = createScanner(source, true);
  scanner.scan();
  return { start: scanner.getTokenOffset(), end: source.length };
}

/** The values right inside of a collection by key or index; none of anything else. */
function childrenOf(source: string, { start, end: until }: Node): ReadonlyMap<string | number, Node> {
  const found = new Map<string | number, Node>();
  const scanner = createScanner(source, true);
  scanner.setPosition(start);
  const isList = (scanner.scan() as number) === bracketOpen;
  let depth = 1;
  let [key, keyAt]: [string | undefined, number] = [undefined, 0];
  let begin = -1;
  const close = (at: number): void => {
    const name = isList ? found.size : key;
    if (begin >= 0 && name !== undefined)
      found.set(name, { start: begin, end: at, ...(isList ? {} : { key: keyAt }) });
    [begin, key] = [-1, undefined];
  };
  while (depth > 0 && scanner.getTokenOffset() < until) {
    const kind = scanner.scan() as number;
    const offset = scanner.getTokenOffset();
    if (kind === end) break;
    if (kind === braceClose || kind === bracketClose) depth -= 1;
    if (depth === 0 || (depth === 1 && kind === comma)) close(offset);
    else if (depth === 1 && !isList && key === undefined && kind === text)
      [key, keyAt] = [scanner.getTokenValue(), offset];
    else if (begin < 0 && kind !== colon) begin = offset;
    if (kind === braceOpen || kind === bracketOpen) depth += 1;
  }
  return found;
}

/** Whether a file is to be read as JSON, or as a line of JSON after the other, by its name. */
export const jsonKind = (file: string): 'json' | 'lines' | undefined =>
  /\.json$/i.test(file) ? 'json' : /\.(?:jsonl|ndjson)$/i.test(file) ? 'lines' : undefined;
