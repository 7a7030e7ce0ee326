import { shown } from '../contract/shown.ts';
import type { Path, SourceDocument } from '../contract/source-text.ts';
import type { FoundCopy } from './formats/index.ts';
import type { FormProblem, PlannedCopy } from './plan.ts';
import { requestProblems, type PathProblem } from './request-shape.ts';

/** A copy of another format; its problems and findings are where its members are there. */
export function foundCopy(
  { name, caller, request, path, places, untold }: FoundCopy,
  document: SourceDocument,
  file: string,
  named: (wish: string) => string,
): PlannedCopy {
  const at = ([member, ...rest]: Path): Path => {
    const place = member === undefined ? undefined : places[member];
    return place === undefined ? path : [...place, ...rest];
  };
  const problems: FormProblem[] = [
    ...first([...requestProblems(request, [])]).map((problem) =>
      placed({ ...problem, path: at(problem.path) }, document),
    ),
    ...untold.map(({ what, path: place }): FormProblem => ({
      rule: 'plan/untold',
      message: 'This copy is not judged.',
      reason: `${what} ${what.includes(',') ? 'are' : 'is'} only known when it is made`,
      ...document.locate(place),
    })),
  ];
  const target = request['TargetDBClusterSnapshotIdentifier'];
  return {
    name: named(shown(name ?? (typeof target === 'string' && target !== '' ? target : 'copy'))),
    file,
    caller,
    request: problems.length === 0 ? request : {},
    problems,
    at: document.locate(path),
    locate: (inner) => document.locate(at(inner)),
    locateCaller: () => document.locate(path),
  };
}

/** An unknown member is shown at its name, anything else at its value. */
export function placed({ rule, path, message }: PathProblem, document: SourceDocument): FormProblem {
  const position = rule === 'plan/unknown-member' ? document.locateKey(path) : document.locate(path);
  return { rule, message, ...position };
}

/** What is said of one copy at most: it may be wrong in as many places as it has members. */
const mostProblems = 100;

export const first = (problems: readonly PathProblem[]): readonly PathProblem[] =>
  problems.slice(0, mostProblems);
