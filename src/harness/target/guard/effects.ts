import { type Caller } from '../../../model/index.ts';
import type { Step } from '../exchange.ts';
import type { Resource, ResourceKind } from './resource.ts';

/** What an operation does to the resource that its input names. */
export type Effect =
  | { readonly does: 'reads' }
  | {
      readonly does: 'makes' | 'alters' | 'removes' | 'restores';
      readonly kind: ResourceKind;
      /** The resource, by the input; undefined when the input names none, or one that is made up by the target. */
      readonly resource: Resource | undefined;
      /** What it is made from, which has to be this run's, too. */
      readonly from?: Resource;
      /** In an answer that tells the name of what was made: where. */
      readonly answered?: readonly [object: string, member: string];
    };

type Input = Readonly<Record<string, unknown>>;
type Naming = (input: Input, caller: Caller) => Resource | undefined;

interface Entry {
  readonly does: 'makes' | 'alters' | 'removes' | 'restores';
  readonly kind: ResourceKind;
  readonly named: Naming;
  readonly from?: Naming;
  readonly answered?: readonly [object: string, member: string];
}

const by =
  (kind: ResourceKind, member: string): Naming =>
  (input, place) => {
    const name = input[member];
    return typeof name === 'string' ? { kind, place, name } : undefined;
  };

/** Tags are put on whatever an ARN names, wherever it is. */
const byArn: Naming = ({ ResourceName: arn }) => {
  const [, region = '', account = '', type, name = ''] =
    (typeof arn === 'string'
      ? /^arn:[^:]+:rds:([^:]*):(\d*):(cluster-snapshot|cluster):(.+)$/s.exec(arn)
      : null) ?? [];
  if (type === undefined) return undefined;
  return { kind: type === 'cluster' ? 'cluster' : 'snapshot', place: { account, region }, name };
};

const replica: Naming = ({ KeyId, ReplicaRegion }, { account }) =>
  typeof KeyId === 'string' && typeof ReplicaRegion === 'string'
    ? { kind: 'key', place: { account, region: ReplicaRegion }, name: KeyId }
    : undefined;

/** Operations that are more than a look. Whatever else a run might call is refused, unless its name says that it looks. */
const table: Readonly<Record<Step['service'], Readonly<Record<string, Entry>>>> = {
  neptune: {
    CreateDBCluster: makes('cluster', 'DBClusterIdentifier', 'DBCluster'),
    CreateDBClusterSnapshot: {
      ...makes('snapshot', 'DBClusterSnapshotIdentifier', 'DBClusterSnapshot'),
      from: by('cluster', 'DBClusterIdentifier'),
    },
    CopyDBClusterSnapshot: {
      ...makes('snapshot', 'DBClusterSnapshotIdentifier', 'DBClusterSnapshot'),
      named: by('snapshot', 'TargetDBClusterSnapshotIdentifier'),
    },
    DeleteDBCluster: { does: 'removes', kind: 'cluster', named: by('cluster', 'DBClusterIdentifier') },
    DeleteDBClusterSnapshot: {
      does: 'removes',
      kind: 'snapshot',
      named: by('snapshot', 'DBClusterSnapshotIdentifier'),
    },
    ModifyDBClusterSnapshotAttribute: {
      does: 'alters',
      kind: 'snapshot',
      named: by('snapshot', 'DBClusterSnapshotIdentifier'),
    },
    AddTagsToResource: { does: 'alters', kind: 'snapshot', named: byArn },
    RemoveTagsFromResource: { does: 'alters', kind: 'snapshot', named: byArn },
  },
  kms: {
    CreateKey: { does: 'makes', kind: 'key', named: () => undefined },
    ReplicateKey: { does: 'makes', kind: 'key', named: replica, from: by('key', 'KeyId') },
    CreateAlias: {
      does: 'makes',
      kind: 'alias',
      named: by('alias', 'AliasName'),
      from: by('key', 'TargetKeyId'),
    },
    DeleteAlias: { does: 'removes', kind: 'alias', named: by('alias', 'AliasName') },
    ...Object.fromEntries(
      ['EnableKey', 'DisableKey', 'PutKeyPolicy'].map((operation) => [
        operation,
        { does: 'alters', kind: 'key', named: by('key', 'KeyId') } satisfies Entry,
      ]),
    ),
    CancelKeyDeletion: { does: 'restores', kind: 'key', named: by('key', 'KeyId') },
    ScheduleKeyDeletion: { does: 'removes', kind: 'key', named: by('key', 'KeyId') },
  },
};

function makes(kind: ResourceKind, member: string, object: string): Entry {
  return { does: 'makes', kind, named: by(kind, member), answered: [object, member] };
}

/** What a call would do; undefined for an operation of which nothing is known. */
export function effectOf(
  service: Step['service'],
  operation: string,
  caller: Caller,
  input: Input,
): Effect | undefined {
  const entry = table[service][operation];
  if (entry === undefined) return /^(Describe|List|Get)[A-Z]/.test(operation) ? { does: 'reads' } : undefined;
  const { named, from, ...effect } = entry;
  const origin = from?.(input, caller);
  return { ...effect, resource: named(input, caller), ...(origin !== undefined && { from: origin }) };
}
