import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { isDateTime } from '../contract/date-time.ts';
import type { KnownContext } from './context.ts';
import { quoted, quotedList, shown, shownPath } from '../contract/shown.ts';
import { inspectSchema, type Depth } from './inspect-schema.ts';
import { linearPattern } from './linear-pattern.ts';
import type { Path } from '../contract/source-text.ts';

/** A JSON Schema over the decision context, ready to be asked. */
export interface Condition {
  readonly validate: ValidateFunction;
  /** Whether it depends on what is, or would be, at this path of the context. */
  readonly dependsOn: (path: string) => boolean;
}

/** A place in the context, with slashes. */
interface Mention {
  readonly path: string;
  readonly depth: Depth;
}

/** A condition, or the places at which its schema is wrong. */
export type Compiled =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly problems: readonly { readonly at: Path; readonly message: string }[] };

/** What a condition says of a context: that it is met, is not, or depends on what is not known. */
export type Decision =
  | { readonly kind: 'met' }
  | { readonly kind: 'broken'; readonly errors: readonly Violation[] }
  | { readonly kind: 'undecided'; readonly on: readonly string[] };

/** One way in which a context departs from a condition. */
export interface Violation {
  /** Where in the context. */
  readonly path: readonly string[];
  readonly message: string;
}

/** Compiles conditions. One of these serves all policies of a run. */
export function createCompiler(): (schema: Readonly<Record<string, unknown>>) => Compiled {
  const ajv = new Ajv2020({
    strictSchema: true,
    strictTypes: false,
    strictTuples: false,
    allErrors: true,
    code: { regExp },
    // Otherwise it calls out to the console, with what the schema says.
    logger: false,
  });
  ajv.addFormat('date-time', isDateTime);
  ajv.addFormat('date', (text) => isDateTime(`${text}T00:00:00Z`));
  const known = {
    isKeyword: (name: string): boolean => ajv.RULES.keywords[name] === true,
    isFormat: (name: string): boolean => Object.hasOwn(ajv.formats, name),
  };
  return (schema) => {
    const found = [...inspectSchema(schema, known)];
    const problems = found.filter((each) => each.kind === 'problem');
    // The validator may not end with what the inspection refuses.
    if (problems.length > 0) return { ok: false, problems };
    if (ajv.validateSchema(schema) !== true) problems.push(...deepest(ajv.errors ?? []));
    if (problems.length > 0) return { ok: false, problems };
    try {
      const mentions = found.flatMap((each) =>
        each.kind === 'mentions' ? [{ path: each.path.join('/'), depth: each.depth }] : [],
      );
      return { ok: true, condition: { validate: ajv.compile(schema), dependsOn: dependsOnAny(mentions) } };
    } catch (error) {
      // What neither the inspection nor the meta-schema sees, such as two things that do not go together.
      const reason = error instanceof Error ? error.message : String(error);
      const message = reason.split(' ').map(shown).slice(0, 20).join(' ');
      return { ok: false, problems: [{ at: [], message }] };
    }
  };
}

/** What the validator runs patterns with. It tells them apart by how they are as text. */
const regExp = Object.assign(
  (pattern: string) => {
    const compiled = linearPattern(pattern);
    if (!compiled.ok) throw new Error(compiled.message);
    return { test: compiled.test, toString: () => pattern } as unknown as RegExp;
  },
  { code: 'linearPattern' },
);

/**
 * Asks a condition. Where it mentions what is not known, it is broken only if a part that stands by itself is, and met
 * only by not depending on the unknown at all.
 */
export function decide({ validate, dependsOn }: Condition, { value, unknown }: KnownContext): Decision {
  const valid = validate(value);
  const errors = validate.errors ?? [];
  const on = unknown.filter(dependsOn);
  const certain =
    on.length === 0 ? errors : errors.filter((error) => standsAlone(error) && !isAbout(error, unknown));
  if (certain.length > 0) return { kind: 'broken', errors: certain.map(violation) };
  return on.length === 0 && valid ? { kind: 'met' } : { kind: 'undecided', on };
}

/** Whether an error breaks the whole schema: not one inside a choice, a negation or a definition used who knows where. */
const standsAlone = ({ schemaPath }: ErrorObject): boolean =>
  schemaPath.startsWith('#/') &&
  !/\/(?:anyOf|oneOf|not|if|then|else|contains|dependentSchemas|\$defs)\//.test(schemaPath);

/** Whether a path is touched by one of these, found out once for each path: there are few, and many copies. */
function dependsOnAny(mentions: readonly Mention[]): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const touched = mentions.some((mention) => touches(mention, path));
    known.set(path, touched);
    return touched;
  };
}

const isAbout = (error: ErrorObject, unknown: readonly string[]): boolean => {
  const depth = error.keyword === 'required' ? 'presence' : 'whole';
  const mention: Mention = { path: pathOf(error).join('/'), depth };
  return unknown.some((path) => touches(mention, path));
};

/** Whether what is not known is at the place or above it, or where the whole matters, below. */
const touches = ({ path, depth }: Mention, unknown: string): boolean =>
  path === unknown ||
  path.startsWith(`${unknown}/`) ||
  (depth === 'whole' && (path === '' || unknown.startsWith(`${path}/`)));

function violation(error: ErrorObject): Violation {
  const path = pathOf(error);
  const name = shownPath(path);
  const params = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case 'required':
      return { path, message: `${name} is missing` };
    case 'const':
      return { path, message: `${name} must be ${quoted(params['allowedValue'])}` };
    case 'enum':
      return {
        path,
        message: `${name} must be one of ${quotedList(params['allowedValues'] as unknown[])}`,
      };
    case 'false schema':
      return { path, message: `${name} must not be there` };
    case 'pattern':
      return { path, message: `${name} must match pattern "${shown(String(params['pattern']))}"` };
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const member = params['additionalProperty'] ?? params['unevaluatedProperty'];
      return { path, message: `${name} must not have ${quoted(member)}` };
    }
    case 'dependentRequired':
    case 'dependencies':
      return { path, message: `${name} must have what ${quoted(params['property'])} asks for` };
    case 'propertyNames':
      return { path, message: `${name} has a member with the wrong name, ${quoted(params['propertyName'])}` };
    default:
      return { path, message: `${name} ${error.message ?? `breaks ${error.keyword}`}`.trim() };
  }
}

/** What is wrong, in words: the first few of what may be hundreds. */
export function detailsOf(violations: readonly Violation[]): string {
  const first = violations.slice(0, mostDetails).map(({ message }) => message);
  const more = violations.length - first.length;
  return [...first, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

const mostDetails = 10;

/** Where an error is in the context; a missing member is where it should be. */
function pathOf({ instancePath, keyword, params }: ErrorObject): string[] {
  const path = stepsOf(instancePath);
  const { missingProperty } = params as { missingProperty?: string };
  return keyword === 'required' && missingProperty !== undefined ? [...path, missingProperty] : path;
}

const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Of the complaints of the meta-schema, those that lead farthest. */
function deepest(errors: readonly ErrorObject[]): { kind: 'problem'; at: Path; message: string }[] {
  const depth = errors.reduce((most, { instancePath }) => Math.max(most, instancePath.split('/').length), 0);
  const seen = new Set<string>();
  return errors.flatMap(({ instancePath, message = 'is not valid' }) => {
    const key = `${instancePath} ${message}`;
    if (instancePath.split('/').length < depth || seen.has(key)) return [];
    seen.add(key);
    return [{ kind: 'problem', at: stepsOf(instancePath), message }];
  });
}
