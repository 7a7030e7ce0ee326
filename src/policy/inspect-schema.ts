import { schemas } from '../spec/generated/schemas.ts';
import { suggestion } from './nearest.ts';
import type { Path } from './source-text.ts';

/** What was found in a schema of a policy: a part of the context that it depends on, or a mistake. */
export type Inspected =
  | { readonly kind: 'mentions'; readonly path: readonly string[]; readonly depth: Depth }
  | { readonly kind: 'problem'; readonly at: Path; readonly message: string };

/** Whether a schema depends on a place as a whole, or only on its being there. */
export type Depth = 'whole' | 'presence';

/** A place of the context schema; undefined where anything may be. */
type Vocabulary = Readonly<Record<string, unknown>> | undefined;

interface Here {
  readonly root: Schema;
  readonly isKeyword: (name: string) => boolean;
  /** Where in the policy's schema. */
  readonly at: Path;
  /** Where in the context. */
  readonly path: readonly string[];
  readonly vocabulary: Vocabulary;
  /** The references that led here. */
  readonly refs: readonly string[];
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
export const inspectSchema = (root: Schema, isKeyword: (name: string) => boolean): Generator<Inspected> =>
  inspect(root, { root, isKeyword, at: [], path: [], vocabulary: context, refs: [] });

function* inspect(schema: unknown, here: Here): Generator<Inspected> {
  if (!isSchema(schema)) {
    // `true` says nothing, `false` depends on whether there is anything here.
    if (schema === false) yield { kind: 'mentions', path: here.path, depth: 'presence' };
    return;
  }
  for (const [keyword, value] of Object.entries(schema)) {
    const at = [...here.at, keyword];
    const step = Object.hasOwn(steps, keyword) ? steps[keyword] : undefined;
    if (!here.isKeyword(keyword)) {
      const message = `"${keyword}" is no keyword of JSON Schema${suggestion(keyword, Object.keys(steps))}`;
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
    const where = here.path.length === 0 ? 'the decision context' : here.path.join('.');
    const message = `${where} has no member "${name}"${suggestion(name, names)}`;
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
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    yield { kind: 'problem', at, message: error instanceof Error ? error.message : String(error) };
  }
}

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
    const target = pointer.startsWith('#') ? pointedAt(here.root, pointer) : undefined;
    if (target === undefined) {
      const message = `${pointer} leads nowhere; only references into the same schema are followed`;
      yield { kind: 'problem', at: here.at, message };
    } else if (!here.refs.includes(pointer)) {
      yield* inspect(target, { ...here, refs: [...here.refs, pointer] });
    }
  },
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
const silent = new Set([
  '$schema',
  '$id',
  '$comment',
  '$anchor',
  'title',
  'description',
  'default',
  'examples',
]);

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesOf = (value: unknown): [string | number, unknown][] =>
  Array.isArray(value) ? [...value.entries()] : isSchema(value) ? Object.entries(value) : [];

/** The schema of the context itself refers to its own definitions. */
function resolved(value: unknown): Vocabulary {
  if (!isSchema(value)) return undefined;
  return typeof value['$ref'] === 'string' ? (pointedAt(context, value['$ref']) as Vocabulary) : value;
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

/** What a JSON pointer in a fragment leads to. */
function pointedAt(root: Schema, pointer: string): unknown {
  const steps = decodeURIComponent(pointer.slice(1)).split('/').slice(1);
  return steps.reduce<unknown>(
    (value, step) =>
      (value as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    root,
  );
}
