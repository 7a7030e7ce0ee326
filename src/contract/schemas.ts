/**
 * The JSON Schemas (2020-12) of the contract, as they stand in `spec/`: the shapes of the operation (`shapes/…`), and
 * the documents that this package reads and writes (`world`, `plan`, `policy`, `report`, …).
 *
 * @example
 * import { problems, schemas } from 'neptune-copy-contract/schemas';
 *
 * problems('shapes/copy-db-cluster-snapshot-message', { KmsKeyID: 'alias/vault' });
 * new Ajv2020({ unicodeRegExp: true }).addSchema(Object.values(schemas));
 */
import { contractValidator } from './contract-validator.ts';
import { UsageError } from '../errors.ts';
import { schemas as list } from './generated/schemas.ts';
import type { SchemaProblem } from './validate.ts';

export type { SchemaProblem } from './validate.ts';
export type {
  CopyDBClusterSnapshotMessage,
  CopyDBClusterSnapshotResult,
  DBClusterSnapshot,
  ErrorResponse,
  Report,
  Tag,
  WorldDocument,
} from './generated/types.ts';

/** A JSON Schema that other schemas can refer to. */
export interface NamedSchema {
  /** `neptune-copy-contract:` and the name. */
  readonly $id: string;
  readonly [keyword: string]: unknown;
}

const prefix = 'neptune-copy-contract:';

/** The schemas by name, such as `shapes/db-cluster-snapshot` or `world`. */
export const schemas: Readonly<Record<string, NamedSchema>> = Object.fromEntries(
  (list as readonly NamedSchema[]).map((schema) => [schema.$id.slice(prefix.length), schema]),
);

/** What is wrong with a value under the schema of that name; nothing when it conforms. Throws a UsageError when there is no such schema. */
export function problems(name: string, value: unknown): readonly SchemaProblem[] {
  if (!Object.hasOwn(schemas, name))
    throw new UsageError(`no schema is called ${name}; there are ${Object.keys(schemas).join(', ')}`);
  return contractValidator().problems(prefix + name, value);
}
