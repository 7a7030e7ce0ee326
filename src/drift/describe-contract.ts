import { listElements, neptuneActions, queryServices } from '../protocol/actions.ts';
import { faults } from '../contract/generated/catalogue.ts';
import { schemas } from '../contract/generated/schemas.ts';
import type { Description, Structure, Type } from './description.ts';

/** What this drift check reads of a JSON Schema of `spec/shapes`. */
interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** The contract's own description: shapes and faults of `spec/`, and the names on the wire of the codec. */
export function describeContract(): Description {
  const { version, namespace } = queryServices.neptune;
  return {
    protocol: 'aws.protocols#awsQuery',
    version,
    namespace,
    input: structure(shape('copy-db-cluster-snapshot-message'), inputElement),
    output: structure(shape('copy-db-cluster-snapshot-result'), (list) => listElements[list]),
    faults: Object.fromEntries(
      faults
        .filter(({ declared }) => declared)
        .map(({ shape: name, code, status, type }) => [name, { code, status, sender: type }]),
    ),
  };
}

/** Name on the wire of the elements of a list; undefined where the codec knows no such list. */
type ElementName = (list: string) => string | undefined;

function inputElement(list: string): string | undefined {
  const member = neptuneActions.CopyDBClusterSnapshot[list];
  return typeof member === 'object' ? member.element : undefined;
}

function shape(name: string): Schema {
  const found = (schemas as readonly Schema[]).find(
    ({ $id }) => $id === `neptune-copy-contract:shapes/${name}`,
  );
  if (found === undefined) throw new Error(`the contract has no shape ${name}`);
  return found;
}

const structure = ({ properties = {}, required = [] }: Schema, elementName: ElementName): Structure =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      { type: typeOf(schema, name, elementName), required: required.includes(name), wireName: name },
    ]),
  );

function typeOf(schema: Schema, name: string, elementName: ElementName): Type {
  if (schema.$ref !== undefined) return typeOf(shape(schema.$ref), name, elementName);
  switch (schema.type) {
    case 'object':
      return { kind: 'structure', members: structure(schema, elementName) };
    case 'array':
      return {
        kind: 'list',
        element: typeOf(schema.items ?? {}, name, elementName),
        elementName: elementName(name) ?? 'member',
      };
    case 'string':
      return { kind: 'simple', name: schema.format === 'date-time' ? 'timestamp' : 'string' };
    case 'integer':
      return { kind: 'simple', name: 'number' };
    case 'boolean':
      return { kind: 'simple', name: 'boolean' };
    default:
      throw new Error(`the shape of ${name} is of no type that the SDK could have`);
  }
}
