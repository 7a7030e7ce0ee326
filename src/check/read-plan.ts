import type { CopyRequest } from '../model/rules/facts.ts';
import { isAccount, isRegion } from '../model/world/place.ts';
import type { DocumentProblem } from '../contract/document.ts';
import { quoted, shown } from '../contract/shown.ts';
import { planFormats, type PlanFormat } from './formats/index.ts';
import type { PlanFormatName } from './formats/names.ts';
import { first, foundCopy, placed } from './found-copy.ts';
import { uniqueNames } from './unique-names.ts';
import { foreignDocument, foreignFile, foreignText, type Foreign } from './foreign.ts';
import type { KnownCaller, PlannedCopy } from './plan.ts';
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
export function readPlan(
  text: string,
  file: string,
  defaults: KnownCaller = {},
  format?: PlanFormatName,
): PlanFile {
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
  const wrong: DocumentProblem[] = [];
  const copies = source.documents.flatMap((document) => {
    const found = formatOf(document.value, format);
    if (found === 'none') {
      const message = `this is not of the format ${String(format)}`;
      wrong.push({ file, ...document.locate([]), message });
      return [];
    }
    if (found !== undefined) {
      const those = [...found.copies(document.value, defaults)];
      if (those.length === 0) foreign.push({ what: found.what, ...document.locate([]) });
      return those.map((each) => foundCopy(each, document, file, named));
    }
    const what = format === undefined ? foreignDocument(document.value) : undefined;
    if (what !== undefined) foreign.push({ what, ...document.locate([]) });
    const items = what === undefined ? itemsIn(document.value, [], defaults) : [];
    return [...items].map((item) => plannedCopy(item, document, file, named));
  });
  return { ...nothing, copies, foreign, problems: wrong };
}

/** How a document is written: a format, our own (undefined), or not the one that was told. */
function formatOf(value: unknown, told: PlanFormatName | undefined): PlanFormat | 'none' | undefined {
  if (told === 'requests') return undefined;
  const format = planFormats.find(({ name, is }) => (told === undefined || name === told) && is(value));
  return told !== undefined && format === undefined ? 'none' : format;
}

/** A planned copy in its document, and what was found out about it on the way. */
interface Item {
  readonly value: unknown;
  readonly path: Path;
  readonly caller: KnownCaller;
  readonly callerPath?: Path;
  readonly problems: readonly PathProblem[];
}

const listMembers: Members = { $schema: 'text', caller: 'members', copies: 'list' };
const copyMembers: Members = { $schema: 'text', name: 'text', caller: 'members', request: 'members' };
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
