import { schemas } from '../contract/generated/schemas.ts';
import { quoted, shownPath } from '../contract/shown.ts';
import { linearPattern } from './linear-pattern.ts';
import { suggestion } from '../contract/nearest.ts';
import type { Path } from '../contract/source-text.ts';

/** What was found in a schema of a policy: a part of the context that it depends on, or a mistake. */
export type Inspected =
  | { readonly kind: 'mentions'; readonly path: readonly string[]; readonly depth: Depth }
  | { readonly kind: 'problem'; readonly at: Path; readonly message: string };

/** Whether a schema depends on a place as a whole, or only on its being there. */
export type Depth = 'whole' | 'presence';

/** A place of the context schema; undefined where anything may be. */
type Vocabulary = Readonly<Record<string, unknown>> | undefined;

/** What the validator knows of the language. */
export interface Known {
  readonly isKeyword: (name: string) => boolean;
  readonly isFormat: (name: string) => boolean;
}

interface Here extends Known {
  readonly root: Schema;
  /** Counts the schemas that were gone through, those behind references each time. */
  readonly visited: { count: number };
  /** Where in the policy's schema. */
  readonly at: Path;
  /** Where in the context. */
  readonly path: readonly string[];
  readonly vocabulary: Vocabulary;
  /** What the references that led here point at. */
  readonly refs: readonly unknown[];
}

type Schema = Readonly<Record<string, unknown>>;
type Step = (value: unknown, here: Here) => Generator<Inspected>;

const context = schemas.find(
  (schema) => (schema as { $id?: string }).$id === 'neptune-copy-contract:decision-context',
) as Schema;

/**
 * Goes through a schema over the decision context. Names what it depends on, and where it speaks of members that
 * the context does not have: such a policy would never say anything.
 */
export const inspectSchema = (root: Schema, known: Known): Generator<Inspected> =>
  inspect(root, { ...known, root, visited: { count: 0 }, at: [], path: [], vocabulary: context, refs: [] });

/** How many schemas one may be, its references followed: they can double it a hundred times in a few lines. */
const mostSchemas = 5000;
/** How many references may lead from one to the next. */
const mostRefs = 50;

function* inspect(schema: unknown, here: Here): Generator<Inspected> {
  here.visited.count += 1;
  if (here.visited.count > mostSchemas) {
    const message = `the schema is more than ${mostSchemas} schemas once its references are followed`;
    if (here.visited.count === mostSchemas + 1) yield { kind: 'problem', at: here.at, message };
    return;
  }
  if (!isSchema(schema)) {
    // `true` says nothing, `false` depends on whether there is anything here.
    if (schema === false) yield { kind: 'mentions', path: here.path, depth: 'presence' };
    return;
  }
  for (const [keyword, value] of Object.entries(schema)) {
    const at = [...here.at, keyword];
    const step = Object.hasOwn(steps, keyword) ? steps[keyword] : undefined;
    if (!here.isKeyword(keyword)) {
      const message = `${quoted(keyword)} is no keyword of JSON Schema${suggestion(keyword, Object.keys(steps))}`;
      yield { kind: 'problem', at, message };
    } else if (step !== undefined) {
      yield* step(value, { ...here, at });
    } else if (!silent.has(keyword) && !(keyword === 'type' && value === 'object')) {
      yield whole(here);
    }
  }
}

const whole = ({ path }: Here): Inspected => ({ kind: 'mentions', path, depth: 'whole' });

/** Goes to a member of the context, which may be misspelt. */
function* member(name: string, here: Here): Generator<Inspected, Here> {
  const below = vocabularyOf(here.vocabulary, name);
  if (below === 'none') {
    const names = Object.keys(propertiesOf(here.vocabulary));
    const where = here.path.length === 0 ? 'the decision context' : shownPath(here.path);
    const message = `${where} has no member ${quoted(name)}${suggestion(name, names)}`;
    yield { kind: 'problem', at: here.at, message };
  }
  return { ...here, path: [...here.path, name], vocabulary: below === 'none' ? undefined : below };
}

const each: Step = function* (value, here) {
  for (const [name, sub] of entriesOf(value)) yield* inspect(sub, { ...here, at: [...here.at, name] });
};

const item: Step = function* (value, here) {
  yield whole(here);
  yield* inspect(value, { ...here, vocabulary: resolved(here.vocabulary?.['items']) });
};

/** For what is below this place, whichever member or item it is. */
const anywhere: Step = function* (value, here) {
  yield whole(here);
  yield* inspect(value, { ...here, vocabulary: undefined });
};

const anywhereEach: Step = function* (value, here) {
  yield whole(here);
  yield* each(value, { ...here, vocabulary: undefined });
};

function* patternProblem(pattern: string, { at }: Here): Generator<Inspected> {
  const compiled = linearPattern(pattern);
  if (!compiled.ok) yield { kind: 'problem', at, message: compiled.message };
}

/** For what would have a schema refer to others, or to itself in ways that end nowhere. */
const refused: Step = function* (_, { at }) {
  const message = `"${String(at.at(-1))}" is not for policies; they refer by $ref into the same schema`;
  yield { kind: 'problem', at, message };
};

const dialect = /^https:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/;

/** What the keywords with schemas, names or patterns in them lead to. */
const steps: Readonly<Record<string, Step>> = {
  *properties(value, here) {
    for (const [name, sub] of entriesOf(value)) {
      const inner = yield* member(String(name), { ...here, at: [...here.at, name] });
      yield* inspect(sub, inner);
    }
  },
  *required(value, here) {
    for (const [i, name] of entriesOf(value)) {
      const { path } = yield* member(String(name), { ...here, at: [...here.at, i] });
      yield { kind: 'mentions', path, depth: 'presence' };
    }
  },
  *pattern(value, here) {
    yield whole(here);
    yield* patternProblem(String(value), here);
  },
  *patternProperties(value, here) {
    for (const [pattern] of entriesOf(value))
      yield* patternProblem(String(pattern), { ...here, at: [...here.at, pattern] });
    yield* anywhereEach(value, here);
  },
  *$ref(value, here) {
    const pointer = String(value);
    const target = pointedAt(here.root, pointer);
    const problem = (what: string): Inspected => ({ kind: 'problem', at: here.at, message: what });
    if (target === undefined) {
      yield problem(`${quoted(pointer)} leads nowhere; only references into the same schema are followed`);
    } else if (here.refs.includes(target) || target === here.root) {
      yield problem(
        `${quoted(pointer)} leads back to where it came from; what policies decide on has an end`,
      );
    } else if (here.refs.length === mostRefs) {
      yield problem(`${quoted(pointer)} is behind ${mostRefs} other references`);
    } else {
      yield* inspect(target, { ...here, at: stepsOf(pointer), refs: [...here.refs, target] });
    }
  },
  *$schema(value, { at }) {
    if (typeof value === 'string' && dialect.test(value)) return;
    const message = `policies are JSON Schema 2020-12, not ${quoted(value)}`;
    yield { kind: 'problem', at, message };
  },
  *format(value, here) {
    yield whole(here);
    if (typeof value !== 'string' || here.isFormat(value)) return;
    yield { kind: 'problem', at: here.at, message: `no format is called ${quoted(value)}` };
  },
  $id: refused,
  $anchor: refused,
  $dynamicAnchor: refused,
  $dynamicRef: refused,
  $recursiveAnchor: refused,
  $recursiveRef: refused,
  $vocabulary: refused,
  *$defs(value, here) {
    for (const found of each(value, { ...here, vocabulary: undefined }))
      if (found.kind === 'problem') yield found;
  },
  allOf: each,
  anyOf: each,
  oneOf: each,
  not: inspect,
  if: inspect,
  then: inspect,
  else: inspect,
  items: item,
  contains: item,
  prefixItems: anywhereEach,
  dependentSchemas: anywhereEach,
  additionalProperties: anywhere,
  propertyNames: anywhere,
  unevaluatedItems: anywhere,
  unevaluatedProperties: anywhere,
};

/** Keywords that decide nothing. */
const silent = new Set(['$comment', 'title', 'description', 'default', 'examples']);

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesOf = (value: unknown): [string | number, unknown][] =>
  Array.isArray(value) ? [...value.entries()] : isSchema(value) ? Object.entries(value) : [];

/** The schema of the context itself refers to its own definitions. */
function resolved(value: unknown): Vocabulary {
  if (!isSchema(value)) return undefined;
  return typeof value['$ref'] === 'string' ? (pointedAt(context, value['$ref']) as Vocabulary) : value;
}

/** The members that the context may have at a path; undefined where anything may be. */
export function contextMembers(path: readonly string[]): readonly string[] | undefined {
  let here: Schema = context;
  for (const step of path) {
    const below = vocabularyOf(here, step);
    if (below === 'none' || below === undefined) return undefined;
    here = below;
  }
  if (isSchema(here['additionalProperties'])) return undefined;
  return isSchema(here['properties']) ? Object.keys(here['properties']) : undefined;
}

const propertiesOf = (vocabulary: Vocabulary): Schema =>
  isSchema(vocabulary?.['properties']) ? vocabulary['properties'] : {};

function vocabularyOf(vocabulary: Vocabulary, name: string): Vocabulary | 'none' {
  if (vocabulary === undefined) return undefined;
  const own = propertiesOf(vocabulary);
  if (Object.hasOwn(own, name)) return resolved(own[name]);
  const others = vocabulary['additionalProperties'];
  return isSchema(others) ? others : 'none';
}

/** What a JSON pointer in a fragment leads to; undefined where that is nothing, or the text is no such pointer. */
function pointedAt(root: Schema, pointer: string): unknown {
  if (!/^#(?:\/|$)/.test(pointer)) return undefined;
  let value: unknown = root;
  for (const name of stepsOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** The steps of a JSON pointer in a fragment. */
const stepsOf = (pointer: string): string[] =>
  decoded(pointer)
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A fragment without its percent signs; empty where they make no sense. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return '/';
  }
}
