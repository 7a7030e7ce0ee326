import type { CopyRequest } from '../model/rules/facts.ts';
import { isAccount, isRegion } from '../model/world/place.ts';
import type { DocumentProblem } from '../contract/document.ts';
import { quoted, shown } from '../contract/shown.ts';
import { foreignDocument, foreignFile, foreignText, type Foreign } from './foreign.ts';
import type { FormProblem, KnownCaller, PlannedCopy } from './plan.ts';
import {
  isRecord,
  memberProblems,
  requestProblems,
  type Members,
  type PathProblem,
} from './request-shape.ts';
import { readSource, type Path, type SourceDocument } from '../contract/source-text.ts';

/** A file of a plan: the copies that it plans, and what else is in it. */
export interface PlanFile {
  readonly file: string;
  readonly copies: readonly PlannedCopy[];
  /** Documents that are no plan, and known for what they are. */
  readonly foreign: readonly Foreign[];
  /** What keeps it from being read. */
  readonly problems: readonly DocumentProblem[];
}

/**
 * Reads planned copies (spec/plan.schema.json): YAML, one or many documents, JSON, or a line of JSON for each. Only a
 * text that is none of these has problems; what is wrong with a single copy is told by that copy.
 */
export function readPlan(text: string, file: string, defaults: KnownCaller = {}): PlanFile {
  const nothing: PlanFile = { file, copies: [], foreign: [], problems: [] };
  const isForeign = (what: string): PlanFile => ({ ...nothing, foreign: [{ what, line: 1, column: 1 }] });
  const told = foreignFile(file);
  if (told !== undefined) return isForeign(told);
  const source = readSource(text, file);
  if (!source.ok) {
    const what = foreignText(text);
    return what === undefined ? { ...nothing, problems: source.problems } : isForeign(what);
  }
  const named = uniqueNames();
  const foreign: Foreign[] = [];
  const copies = source.documents.flatMap((document) => {
    const what = foreignDocument(document.value);
    if (what !== undefined) foreign.push({ what, ...document.locate([]) });
    const items = what === undefined ? itemsIn(document.value, [], defaults) : [];
    return [...items].map((item) => plannedCopy(item, document, file, named));
  });
  return { ...nothing, copies, foreign };
}

/** A planned copy in its document, and what was found out about it on the way. */
interface Item {
  readonly value: unknown;
  readonly path: Path;
  readonly caller: KnownCaller;
  readonly callerPath?: Path;
  readonly problems: readonly PathProblem[];
}

const listMembers: Members = { caller: 'members', copies: 'list' };
const copyMembers: Members = { name: 'text', caller: 'members', request: 'members' };
const callerMembers: Members = { account: 'text', region: 'text' };

function* itemsIn(value: unknown, path: Path, caller: KnownCaller): Generator<Item> {
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) yield { value: each, path: [...path, i], caller, problems: [] };
    return;
  }
  if (!isRecord(value) || !Object.hasOwn(value, 'copies')) {
    yield { value, path, caller, problems: [] };
    return;
  }
  const problems = [
    ...memberProblems(value, path, listMembers, 'a list of copies'),
    ...callerProblems(value['caller'], [...path, 'caller']),
  ];
  if (problems.length > 0) yield { value: undefined, path, caller, problems };
  if (!Array.isArray(value['copies'])) return;
  const told = isRecord(value['caller']) ? { callerPath: [...path, 'caller'] } : {};
  const inner = { ...caller, ...callerOf(value['caller']) };
  for (const [i, each] of value['copies'].entries())
    yield { value: each, path: [...path, 'copies', i], caller: inner, ...told, problems: [] };
}

function plannedCopy(
  item: Item,
  document: SourceDocument,
  file: string,
  named: (wish: string) => string,
): PlannedCopy {
  const { value, path } = item;
  const wrapped = isRecord(value) && Object.hasOwn(value, 'request');
  const request = wrapped ? value['request'] : value;
  const requestPath = wrapped ? [...path, 'request'] : path;
  const told = wrapped && isRecord(value['caller']);
  const callerPath = told ? [...path, 'caller'] : item.callerPath;
  const problems = first([
    ...item.problems,
    ...(wrapped ? memberProblems(value, path, copyMembers, 'a planned copy') : []),
    ...(wrapped ? callerProblems(value['caller'], [...path, 'caller']) : []),
    // A list that is wrong as a whole has no request of its own.
    ...(value === undefined || (wrapped && !isRecord(request)) ? [] : requestProblems(request, requestPath)),
  ]);
  const own = wrapped && typeof value['name'] === 'string' ? value['name'] : undefined;
  const target = isRecord(request) ? request['TargetDBClusterSnapshotIdentifier'] : undefined;
  return {
    name: named(shown(own ?? (typeof target === 'string' && target !== '' ? target : 'copy'))),
    file,
    caller: wrapped ? { ...item.caller, ...callerOf(value['caller']) } : item.caller,
    request: problems.length === 0 ? (request as CopyRequest) : {},
    problems: problems.map((problem) => placed(problem, document)),
    at: document.locate(path),
    locate: (inner) => document.locate([...requestPath, ...inner]),
    locateCaller: () => document.locate(callerPath ?? path),
  };
}

/** An unknown member is shown at its name, anything else at its value. */
function placed({ rule, path, message }: PathProblem, document: SourceDocument): FormProblem {
  const position = rule === 'plan/unknown-member' ? document.locateKey(path) : document.locate(path);
  return { rule, message, ...position };
}

function* callerProblems(value: unknown, path: Path): Generator<PathProblem> {
  if (!isRecord(value)) return;
  yield* memberProblems(value, path, callerMembers, 'a caller');
  const { account, region } = value;
  if (typeof account === 'string' && !isAccount(account))
    yield { rule: 'plan/wrong-type', path: [...path, 'account'], message: 'An account has twelve digits' };
  if (typeof region === 'string' && !isRegion(region))
    yield {
      rule: 'plan/wrong-type',
      path: [...path, 'region'],
      message: `${quoted(region)} is not the name of a Region, such as us-east-1`,
    };
}

function callerOf(value: unknown): KnownCaller {
  if (!isRecord(value)) return {};
  const { account, region } = value;
  return {
    ...(typeof account === 'string' && { account }),
    ...(typeof region === 'string' && { region }),
  };
}

/** Gives each name once: `nightly`, `nightly (2)`. */
function uniqueNames(): (wish: string) => string {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return (wish) => {
    let count = counts.get(wish) ?? 0;
    let name: string;
    do {
      count += 1;
      name = count === 1 ? wish : `${wish} (${count})`;
    } while (seen.has(name));
    counts.set(wish, count);
    seen.add(name);
    return name;
  };
}

/** What is said of one copy at most: it may be wrong in as many places as it has members. */
const mostProblems = 100;

const first = (problems: readonly PathProblem[]): readonly PathProblem[] => problems.slice(0, mostProblems);
