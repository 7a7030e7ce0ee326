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
import { sourceParts } from '../contract/source-parts.ts';
import {
  readSource,
  type Path,
  type SourceDocument,
  type SourcePart,
  type SourceParts,
} from '../contract/source-text.ts';

/** A file of a plan: the copies that it plans, and what else is in it. */
export interface PlanFile {
  readonly file: string;
  /** Of a long file they are read again whenever they are gone through: they take more room than their text. */
  readonly copies: Iterable<PlannedCopy>;
  /** How many copies there are. */
  readonly size: number;
  /** How many of them are well written, by who is to call. */
  readonly callers: readonly { readonly caller: KnownCaller; readonly copies: number }[];
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
  const told = foreignFile(file);
  if (told !== undefined) return foreignPlan(file, told);
  const options = { file, defaults, format };
  // What is of another format is not known by its parts.
  const parts = format === undefined || format === 'requests' ? sourceParts(text, file, 'copies') : undefined;
  const read = parts === undefined ? undefined : gatherPlan(parts, options);
  if (read !== undefined) return read;
  const source = readSource(text, file);
  if (!source.ok) {
    const what = foreignText(text);
    return what === undefined ? emptyPlan(file, source.problems) : foreignPlan(file, what);
  }
  const whole = source.documents.map((document) => ({ ...document, continued: false }));
  return gatherPlan(() => whole, options) ?? emptyPlan(file, []);
}

const emptyPlan = (file: string, problems: readonly DocumentProblem[]): PlanFile => ({
  file,
  copies: [],
  size: 0,
  callers: [],
  foreign: [],
  problems,
});

const foreignPlan = (file: string, what: string): PlanFile => ({
  ...emptyPlan(file, []),
  foreign: [{ what, line: 1, column: 1 }],
});

/** How a file is to be read. */
interface Reading {
  readonly file: string;
  readonly defaults: KnownCaller;
  readonly format: PlanFormatName | undefined;
}

/** Goes through the parts of a plan once; undefined where one cannot be read. */
function gatherPlan(parts: SourceParts, reading: Reading): PlanFile | undefined {
  const { file } = reading;
  const foreign: Foreign[] = [];
  const problems: DocumentProblem[] = [];
  const callers = new Map<string, { readonly caller: KnownCaller; copies: number }>();
  let size = 0;
  for (const part of parts()) {
    if (part === undefined) return undefined;
    const found = copiesIn(part, reading, (wish) => wish);
    if (found.foreign !== undefined) foreign.push({ what: found.foreign, ...part.locate([]) });
    if (found.problem !== undefined) problems.push({ file, ...part.locate([]), message: found.problem });
    for (const { caller, problems: wrong } of found.copies) {
      size += 1;
      if (wrong.length > 0) continue;
      const key = JSON.stringify([caller.account, caller.region]);
      const entry = callers.get(key);
      if (entry === undefined) callers.set(key, { caller, copies: 1 });
      else entry.copies += 1;
    }
  }
  const copies = {
    *[Symbol.iterator]() {
      const names = uniqueNames();
      for (const part of parts()) if (part !== undefined) yield* copiesIn(part, reading, names).copies;
    },
  };
  return { file, copies, size, callers: [...callers.values()], foreign, problems };
}

/** The copies of a document or a part of one, or what it is instead. */
interface Found {
  readonly copies: Iterable<PlannedCopy>;
  readonly foreign?: string;
  readonly problem?: string;
}

function copiesIn(
  part: SourcePart,
  { file, defaults, format }: Reading,
  named: (wish: string) => string,
): Found {
  const found = formatOf(part.value, format);
  if (found === 'none') return { copies: [], problem: `this is not of the format ${String(format)}` };
  if (found !== undefined) {
    // What is around a list is there with each part of it.
    if (part.continued) return { copies: [] };
    const those = [...found.copies(part.value, defaults)];
    const copies = those.map((each) => foundCopy(each, part, file, named));
    return { copies, ...(those.length === 0 && { foreign: found.what }) };
  }
  const foreign = format === undefined ? foreignDocument(part.value) : undefined;
  if (foreign !== undefined) return { copies: [], foreign };
  const items = [...itemsIn(part.value, [], defaults, part.continued)];
  return { copies: items.map((item) => plannedCopy(item, part, file, named)) };
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

/** Where a document goes on, what is around its list was looked at before. */
function* itemsIn(value: unknown, path: Path, caller: KnownCaller, continued: boolean): Generator<Item> {
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) yield { value: each, path: [...path, i], caller, problems: [] };
    return;
  }
  if (!isRecord(value) || !Object.hasOwn(value, 'copies')) {
    yield { value, path, caller, problems: [] };
    return;
  }
  const problems = continued
    ? []
    : [
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
