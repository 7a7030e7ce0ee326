import { compile, type JSONSchema } from 'json-schema-to-typescript';

/** A schema with its `$id`. */
export type NamedSchema = JSONSchema & { readonly $id: string };

/**
 * One module of readonly types for all schemas. References are resolved to shared objects first, so
 * that each shape gets one name wherever it is used.
 */
export async function schemaTypes(schemas: readonly NamedSchema[]): Promise<string> {
  const resolve = createResolver(schemas);
  const wrapper: JSONSchema = {
    title: 'Contract',
    description: 'Root of all schemas; exists for generation only.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(schemas.map((schema, i) => [`schema${i}`, resolve(schema.$id)])),
  };
  const text = await compile(wrapper, 'Contract', {
    bannerComment: '',
    additionalProperties: false,
    style: { printWidth: 110, singleQuote: true },
    strictIndexSignatures: false,
  });
  return readonly(text.replace(/\/\*\*\n \* Root of all[\s\S]*?\n}\n/, ''));
}

/** Members and arrays become readonly: documents are never changed in place. */
function readonly(text: string): string {
  return text
    .replaceAll(/^( *)([A-Za-z0-9]+\??: |\[k: string\]: )/gm, '$1readonly $2')
    .replaceAll(/([\w$]+|\([^()]*\)|\{[^{}]*\})\[\]/g, 'readonly $1[]');
}

/** Constraints that say nothing about the type. */
const untyped = new Set([
  '$id',
  '$schema',
  '$defs',
  '$comment',
  'if',
  'then',
  'else',
  'not',
  'oneOf',
  'minItems',
  'maxItems',
]);

function createResolver(schemas: readonly NamedSchema[]): (ref: string) => JSONSchema {
  const known = new Map<string, JSONSchema>();

  function target(ref: string, base: string): JSONSchema {
    const [file, pointer] = absolute(ref, base);
    const key = `${file}#${pointer}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let node: unknown = schemas.find((schema) => schema.$id === file);
    if (node === undefined) throw new Error(`${base} refers to ${ref}, which no schema defines`);
    for (const step of pointer.split('/').slice(1)) node = (node as Record<string, unknown>)[step];
    const resolved = resolveNode(node, file) as JSONSchema;
    known.set(key, resolved);
    return resolved;
  }

  function resolveNode(node: unknown, base: string): unknown {
    if (Array.isArray(node)) return node.map((item) => resolveNode(item, base));
    if (typeof node !== 'object' || node === null) return node;
    const record = node as Record<string, unknown>;
    if (typeof record['$ref'] === 'string') return target(record['$ref'], base);
    const isText = record['type'] === 'string';
    return Object.fromEntries(
      Object.entries(record)
        .filter(([key]) => !untyped.has(key) && !(isText && key === 'anyOf'))
        .map(([key, value]) => [key, resolveNode(value, base)]),
    );
  }

  return (ref) => target(ref, '');
}

/** The id of the schema that a reference in the schema `base` leads to, and where in it. */
export function absolute(ref: string, base: string): [file: string, pointer: string] {
  const [path = '', pointer = ''] = ref.split('#');
  if (path === '') return [base, pointer];
  const folder = base.slice(0, Math.max(base.indexOf(':'), base.lastIndexOf('/')) + 1);
  return [`${folder}${path}`, pointer];
}
