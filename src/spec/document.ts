import { LineCounter, isNode, parseDocument, visit, type Alias, type Document } from 'yaml';
import type { Validator } from './validate.ts';

/** A place in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something wrong in a file, where it is wrong. */
export interface DocumentProblem extends Position {
  readonly file: string;
  readonly message: string;
}

/** A file that could be read, or what is wrong with it. */
export type ReadDocument<T> =
  | { readonly ok: true; readonly value: T; locate(path: readonly (string | number)[]): Position }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/**
 * Reads YAML or JSON (JSON is YAML) and checks it against a schema. The value has the type `T` that
 * was generated from that schema. Problems carry file, line and column; nothing is thrown for them.
 */
export function readDocument<T>(
  text: string,
  file: string,
  schemaId: string,
  validator: Validator,
): ReadDocument<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((error) => ({ file, ...at(error.pos[0]), message: error.message })),
    };
  }
  const dangling = danglingAlias(document);
  if (dangling !== undefined) {
    const message = `the alias *${dangling.source} has no anchor`;
    return { ok: false, problems: [{ file, ...at(dangling.range?.[0] ?? 0), message }] };
  }
  const value: unknown = document.toJS();
  const locate = (path: readonly (string | number)[]): Position => at(offsetOf(document, path));
  const problems = validator.problems(schemaId, value).map(({ path, message }) => {
    const where = path.length === 0 ? '' : `${formatPath(path)}: `;
    return { file, ...locate(path), message: `${where}${message}` };
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: value as T, locate };
}

/** An alias that leads nowhere, if there is one; turning it into data would throw. */
function danglingAlias(document: Document): Alias | undefined {
  let dangling: Alias | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      dangling = alias;
      return visit.BREAK;
    },
  });
  return dangling;
}

/** `file:line:column: message`, the form that editors jump to. */
export function formatProblem(problem: DocumentProblem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`;
}

function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');
}

/** Offset of the node at the path, or of its nearest ancestor that the file has. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
