import { fillHttp, fillRequest, plainSetting, realise } from '../../model/index.ts';
import { formatProblem, readDocument } from '../../contract/document.ts';
import { rules } from '../../contract/generated/catalogue.ts';
import type { Failure } from '../../contract/generated/types.ts';
import { contractValidator } from '../../contract/contract-validator.ts';

/** A failure, or what is wrong with its file: lines of the form `file:line:column: message`. */
export type ReadFailure =
  | { readonly ok: true; readonly failure: Failure }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the text of a failure file. What it says is checked as far as that needs no target. */
export function readFailure(text: string, file: string): ReadFailure {
  const read = readDocument<Failure>(text, file, 'neptune-copy-contract:failure', contractValidator());
  if (!read.ok) return { ok: false, problems: read.problems.map(formatProblem) };
  const problems = looseEnds(read.value).map(({ path, message }) =>
    formatProblem({ file, ...read.locate(path), message }),
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, failure: read.value };
}

interface LooseEnd {
  readonly path: readonly string[];
  readonly message: string;
}

/** What the schema cannot see: rules and names that do not exist. */
function looseEnds({ rule, replay }: Failure): LooseEnd[] {
  const unknown = (id: string, path: readonly string[]): LooseEnd[] =>
    rules.some((entry) => entry.id === id) ? [] : [{ path, message: `no rule is called ${id}` }];
  if (replay.kind === 'sequence') return unknown(rule, ['rule']);
  const dangling = danglingName(replay);
  return [
    ...unknown(rule, ['rule']),
    ...unknown(replay.rule, ['replay', 'rule']),
    ...(dangling === undefined ? [] : [{ path: ['replay', 'request'], message: dangling }]),
  ];
}

/** Makes the world and the request in the model; the message when a name leads nowhere. */
function danglingName({ given, request, http }: Extract<Failure['replay'], { kind: 'case' }>) {
  try {
    const { bindings } = realise(given, plainSetting);
    fillRequest(request, bindings);
    fillHttp(http, bindings);
    return undefined;
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}
