import type { DocumentProblem, Position } from './problem.ts';
import { shown } from './shown.ts';
import { readSource, type Path, type SourceDocument, type SourceLimits } from './source-text.ts';
import type { Validator } from './validate.ts';

export type { DocumentProblem, Position } from './problem.ts';

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
  limits: SourceLimits = { marks: 1_000_000, aliased: 100_000 },
): ReadDocument<T> {
  const source = readSource(text, file, limits);
  if (!source.ok) return source;
  const [document = nothing, another] = source.documents;
  if (another !== undefined) {
    const message = 'there is another document; a file of this kind has one';
    return { ok: false, problems: [{ file, ...another.locate([]), message }] };
  }
  return conforming<T>(document, file, schemaId, validator);
}

/** As `readDocument`, of a file that may have several documents: one answer for each, or for the text as a whole. */
export function readDocuments<T>(
  text: string,
  file: string,
  schemaId: string,
  validator: Validator,
  limits: SourceLimits,
): readonly ReadDocument<T>[] {
  const source = readSource(text, file, limits);
  if (!source.ok) return [source];
  const documents = source.documents.length === 0 ? [nothing] : source.documents;
  return documents.map((document) => conforming<T>(document, file, schemaId, validator));
}

function conforming<T>(
  document: SourceDocument,
  file: string,
  schemaId: string,
  validator: Validator,
): ReadDocument<T> {
  const { value } = document;
  const locate = (path: Path): Position => document.locate(path);
  const found = validator.problems(schemaId, value);
  const problems = found.slice(0, mostProblems).map(({ path, message }) => {
    const where = path.length === 0 ? '' : `${formatPath(path)}: `;
    return { file, ...locate(path), message: `${where}${message}` };
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: value as T, locate };
}

/** What is said of one file at most: one of another kind may be wrong everywhere. */
const mostProblems = 100;

/** Stands for the document of a file that has none. */
const nothing: SourceDocument = {
  value: null,
  locate: () => ({ line: 1, column: 1 }),
  locateKey: () => ({ line: 1, column: 1 }),
};

/** `file:line:column: message`, the form that editors jump to. */
export function formatProblem(problem: DocumentProblem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`;
}

function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? shown(step) : `.${shown(step)}`))
    .join('');
}
