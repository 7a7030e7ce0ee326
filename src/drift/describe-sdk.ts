import { NormalizedSchema } from '@smithy/core/schema';
import { HarnessError } from '../errors.ts';
import type { Description, FaultDescription, Structure, Type } from './description.ts';

/** What an SDK says of the operation, before it is put in order. */
export interface RawSdk {
  /** Everything that the package exports. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** Shapes of the declared faults. They are in its type declarations only. */
  readonly declaredFaults: readonly string[];
}

type SchemaRef = Parameters<typeof NormalizedSchema.of>[0];

/**
 * Describes the operation from the runtime schemas of `@aws-sdk/client-neptune`; undefined when it no longer has the
 * operation. Throws a HarnessError when the schemas are not in a form that is understood.
 */
export function describeSdk({ exports, declaredFaults }: RawSdk): Description | undefined {
  const operation = exports['CopyDBClusterSnapshot$'];
  if (operation === undefined) {
    if (exports['CopyDBClusterSnapshotCommand'] === undefined) return undefined;
    throw notUnderstood('it has the operation, but no runtime schema of it, as old versions do');
  }
  if (!Array.isArray(operation) || operation.length < 6) throw notUnderstood('the schema of the operation');
  if (!Object.values(exports).some(tellsRequired))
    throw notUnderstood('they do not tell which members are required');
  if (declaredFaults.length === 0) throw notUnderstood('its declarations tell no faults of the operation');
  return {
    ...wireOf(exports['NeptuneClient']),
    input: structure(operation[4] as SchemaRef),
    output: structure(operation[5] as SchemaRef),
    faults: Object.fromEntries(declaredFaults.map((shape) => [shape, faultOf(exports[`${shape}$`], shape)])),
  };
}

/** Whether an export is a structure that has required members. Old versions tell of none, so no answer is not "no". */
const tellsRequired = (schema: unknown): boolean =>
  Array.isArray(schema) && schema[0] === 3 && schema.length > 6;

const notUnderstood = (what: string): HarnessError =>
  new HarnessError(`the schemas of this @aws-sdk/client-neptune are not understood: ${what}`);

/** Protocol, version and namespace, as a client is configured with them. Makes no call. */
function wireOf(Client: unknown): Pick<Description, 'protocol' | 'version' | 'namespace'> {
  if (typeof Client !== 'function') throw notUnderstood('it has no NeptuneClient');
  const { config } = Reflect.construct(Client, [
    { region: 'us-east-1', credentials: { accessKeyId: 'none', secretAccessKey: 'none' } },
  ]) as {
    readonly config: {
      readonly protocol?: { readonly getShapeId?: () => string };
      readonly protocolSettings?: { readonly version?: string; readonly xmlNamespace?: string };
    };
  };
  const protocol = config.protocol?.getShapeId?.();
  if (protocol === undefined) throw notUnderstood('its client tells no protocol');
  const { version = 'none', xmlNamespace = 'none' } = config.protocolSettings ?? {};
  return { protocol, version, namespace: xmlNamespace };
}

/** Members of a structure. `within` are the structures around it, for some contain themselves. */
function structure(ref: SchemaRef, within: readonly unknown[] = []): Structure {
  const schema = NormalizedSchema.of(ref);
  if (schema.isUnitSchema()) return {};
  const raw: unknown = schema.getSchema();
  if (!schema.isStructSchema() || !Array.isArray(raw)) throw notUnderstood(schema.getName() ?? 'a structure');
  if (within.includes(raw)) return {};
  // Required members come first, and the last item tells how many they are.
  const required = Number(raw[6] ?? 0);
  return Object.fromEntries(
    [...schema.structIterator()].map(([name, member], i) => [
      name,
      {
        type: typeOf(member, name, [...within, raw]),
        required: i < required,
        wireName: member.getMergedTraits().xmlName ?? name,
      },
    ]),
  );
}

function typeOf(schema: NormalizedSchema, name: string, within: readonly unknown[]): Type {
  if (schema.isListSchema()) {
    const element = schema.getValueSchema();
    const flattened = Boolean(schema.getMergedTraits().xmlFlattened);
    return {
      kind: 'list',
      element: typeOf(element, name, within),
      elementName: flattened ? '(flattened)' : (element.getMergedTraits().xmlName ?? 'member'),
    };
  }
  if (schema.isUnionSchema()) return { kind: 'simple', name: `union ${schema.getName() ?? ''}` };
  if (schema.isStructSchema()) return { kind: 'structure', members: structure(schema, within) };
  return { kind: 'simple', name: simpleName(schema, name) };
}

/** Timestamps of the Query protocol are date-times unless a member says otherwise. */
const timestamps: Readonly<Record<number, string>> = {
  4: 'timestamp',
  5: 'timestamp',
  6: 'timestamp (http-date)',
  7: 'timestamp (epoch-seconds)',
};

function simpleName(schema: NormalizedSchema, member: string): string {
  if (schema.isStringSchema()) return 'string';
  if (schema.isBooleanSchema()) return 'boolean';
  if (schema.isNumericSchema()) return 'number';
  if (schema.isTimestampSchema()) return timestamps[Number(schema.getSchema())] ?? 'timestamp';
  if (schema.isMapSchema()) return 'map';
  if (schema.isBlobSchema()) return 'blob';
  if (schema.isDocumentSchema()) return 'document';
  if (schema.isBigIntegerSchema() || schema.isBigDecimalSchema()) return 'big number';
  throw notUnderstood(`the type of ${member}`);
}

function faultOf(schema: unknown, shape: string): FaultDescription {
  const traits: unknown = Array.isArray(schema) ? schema[3] : undefined;
  if (typeof traits !== 'object' || traits === null) throw notUnderstood(`the fault ${shape}`);
  const { awsQueryError, httpError, error } = traits as {
    readonly awsQueryError?: readonly [code: string, status: number];
    readonly httpError?: number;
    readonly error?: string;
  };
  const client = error === 'client';
  return {
    code: awsQueryError?.[0] ?? shape,
    status: awsQueryError?.[1] ?? httpError ?? (client ? 400 : 500),
    sender: client ? 'Sender' : 'Receiver',
  };
}
