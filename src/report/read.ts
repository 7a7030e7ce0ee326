import { formatProblem, readDocument } from '../contract/document.ts';
import type { Report } from '../contract/generated/types.ts';
import { contractValidator } from '../contract/contract-validator.ts';
import type { Validator } from '../contract/validate.ts';

/** A report, or what is wrong with its file: lines of the form `file:line:column: message`. */
export type ReadReport =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly problems: readonly string[] };

const id = 'neptune-copy-contract:report';

/** Reads the text of a JSON report, as `verify --report json` writes it. */
export function readReport(text: string, file: string): ReadReport {
  const validator = contractValidator();
  const value = parsed(text);
  if (validator.problems(id, value).length === 0) return { ok: true, report: value as Report };
  return { ok: false, problems: located(text, file, validator) };
}

/** JSON as the language reads it; what keeps positions takes a second for a large report. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function located(text: string, file: string, validator: Validator): string[] {
  const read = readDocument<Report>(text, file, id, validator);
  if (!read.ok) return read.problems.map(formatProblem);
  return [formatProblem({ file, line: 1, column: 1, message: 'this is no JSON' })];
}
