import fc, { type Arbitrary } from 'fast-check';
import { hostileTexts } from '../src/testing/arbitraries/index.ts';
import { schemas } from '../src/contract/generated/schemas.ts';

/** The part of JSON Schema that `spec/` is written in. */
interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

const known: ReadonlyMap<string, Schema> = new Map(
  (schemas as readonly Schema[]).map((schema) => [schema.$id ?? '', schema]),
);

/** Documents as the schema of that `$id` allows them, with hostile texts wherever it allows any. */
export const documents = (id: string): Arbitrary<unknown> => valuesOf({ $ref: id }, '');

function valuesOf(schema: Schema, home: string): Arbitrary<unknown> {
  if (schema.$ref !== undefined) return referred(schema.$ref, home);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => valuesOf(choice, home)));
  if (Array.isArray(schema.type)) {
    return fc.oneof(...(schema.type as readonly string[]).map((type) => valuesOf({ ...schema, type }, home)));
  }
  switch (schema.type) {
    case 'object':
      return objects(schema, home);
    case 'array': {
      const { items = {}, minItems: minLength = 0, maxItems } = schema;
      return fc.array(valuesOf(items, home), { minLength, maxLength: maxItems ?? Math.max(minLength, 1) });
    }
    case 'string':
      return texts(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -100, max: schema.maximum ?? 2 ** 31 });
    case 'number':
      return fc
        .integer({ min: schema.minimum ?? -100, max: schema.maximum ?? 100 })
        .map((whole) => whole / 1);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.constantFrom<unknown>(null, true, 0, 'x', [], {});
  }
}

/** `other#/$defs/x`, from a schema beside it. */
function referred(reference: string, home: string): Arbitrary<unknown> {
  const [path = '', pointer = ''] = reference.split('#');
  const id =
    path === '' ? home : [path, home.replace(/[^:/]*$/, path)].find((candidate) => known.has(candidate));
  let schema: unknown = known.get(id ?? '');
  for (const step of pointer.split('/').slice(1))
    schema = (schema as Record<string, unknown> | undefined)?.[step];
  if (id === undefined || schema === undefined) throw new Error(`${reference} leads nowhere from ${home}`);
  return valuesOf(schema as Schema, id);
}

function objects(schema: Schema, home: string): Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties: more } = schema;
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, valuesOf(property, home)]),
  );
  const declared = fc.record(members, { requiredKeys: [...required], noNullPrototype: true });
  if (typeof more !== 'object') return declared;
  const names = fc
    .oneof(fc.constantFrom('alpha', 'beta-2'), hostileTexts())
    .filter((name) => name !== '__proto__');
  const others = fc.dictionary(names, valuesOf(more, home), { maxKeys: 3, noNullPrototype: true });
  return fc.tuple(others, declared).map(([extra, own]) => ({ ...extra, ...own }));
}

function texts({ pattern, format, minLength = 0, maxLength }: Schema): Arbitrary<string> {
  if (pattern !== undefined) {
    return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length <= (maxLength ?? 80));
  }
  if (format !== undefined) {
    const length = format === 'date' ? 10 : undefined;
    return fc
      .date({ min: new Date(0), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, length));
  }
  return hostileTexts().filter((text) => text.length >= minLength && text.length <= (maxLength ?? Infinity));
}
