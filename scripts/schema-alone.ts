import { absolute, type NamedSchema } from './schema-types.ts';

/** What the ids of all schemas begin with. */
export const prefix = 'neptune-copy-contract:';

/**
 * A schema with all that it refers to in its `$defs`, and no ids: editors know of no other schema than the file that
 * they are told.
 */
export function alone(id: string, schemas: readonly NamedSchema[]): Record<string, unknown> {
  const others = new Map<string, unknown>();
  const keyOf = (other: string): string => other.slice(prefix.length).replaceAll('/', '.');
  /** A schema, its references leading to what is embedded. */
  const embedded = (own: string): Record<string, unknown> => {
    const found = schemas.find(({ $id }) => $id === own);
    if (found === undefined) throw new Error(`no schema is called ${own}`);
    const { $id: _id, ...schema } = found;
    return referring(schema, own) as Record<string, unknown>;
  };
  const referring = (value: unknown, own: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => referring(each, own));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, each]) => [
      key,
      key === '$ref' && typeof each === 'string' ? referTo(each, own) : referring(each, own),
    ]);
    return Object.fromEntries(entries) as unknown;
  };
  const referTo = (reference: string, own: string): string => {
    const [other, place] = absolute(reference, own);
    if (other === id) return `#${place}`;
    if (!others.has(other)) {
      others.set(other, undefined);
      const { $schema: _dialect, ...schema } = embedded(other);
      others.set(other, schema);
    }
    return `#/$defs/${keyOf(other)}${place}`;
  };
  const root = embedded(id);
  const definitions = Object.fromEntries([...others].map(([other, schema]) => [keyOf(other), schema]));
  return { ...root, $defs: { ...(root['$defs'] as object | undefined), ...definitions } };
}
