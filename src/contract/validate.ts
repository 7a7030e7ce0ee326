import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { quoted } from './shown.ts';
import { isDateTime } from './date-time.ts';

/** One way in which a value departs from its schema. `path` leads to the place, as keys and indexes. */
export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Checks values against the schemas it was made with. */
export interface Validator {
  /** Problems of `value` under the schema with this `$id`; none when it conforms. */
  problems(schemaId: string, value: unknown): readonly SchemaProblem[];
}

/**
 * Compiles schemas (JSON Schema 2020-12, strict, Unicode patterns) on first use of each.
 * Throws when a schema itself is not valid: that is a defect of this package.
 */
export function createValidator(schemas: readonly object[]): Validator {
  // `required` inside if/then/oneOf names members declared one level up, which strictRequired would refuse.
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allErrors: true,
    allowUnionTypes: true,
    unicodeRegExp: true,
  });
  ajv.addFormat('date-time', isDateTime);
  ajv.addFormat('date', isDate);
  for (const schema of schemas) ajv.addSchema(schema);

  return {
    problems(schemaId, value) {
      const validate: ValidateFunction | undefined = ajv.getSchema(schemaId);
      if (validate === undefined) throw new Error(`no schema is called ${schemaId}`);
      if (validate(value)) return [];
      return mostSpecific(validate.errors ?? []).map((error) => toProblem(error, value));
    },
  };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Drops the errors of `anyOf`, `oneOf` and `if` wherever an error inside them says more. */
function mostSpecific(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const deepest = errors.reduce((most, error) => Math.max(most, depth(error)), 0);
  const summaries = new Set(['anyOf', 'oneOf', 'if', 'not']);
  const plain = errors.filter((error) => !summaries.has(error.keyword) || depth(error) === deepest);
  const seen = new Set<string>();
  return plain.filter((error) => {
    const key = `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

const depth = (error: ErrorObject): number => error.instancePath.split('/').length;

function toProblem(error: ErrorObject, root: unknown): SchemaProblem {
  const path = toPath(error.instancePath, root);
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      return { path: [...path, name], message: `unknown member ${quoted(name)}` };
    }
    case 'required':
      return { path, message: `the member "${String(params['missingProperty'])}" is missing` };
    case 'enum':
      return { path, message: `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}` };
    default:
      return { path, message: error.message ?? `violates ${error.keyword}` };
  }
}

/** Turns a JSON pointer into keys and indexes, by walking the value. */
function toPath(pointer: string, root: unknown): (string | number)[] {
  const path: (string | number)[] = [];
  let here: unknown = root;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(here) ? Number(key) : key);
    here = (here as Record<string, unknown> | undefined)?.[key];
  }
  return path;
}
