import { parseArn } from '../../model/world/arn.ts';
import { placeKey, type Caller } from '../../model/world/place.ts';
import { listOf } from './answer-forms.ts';
import { problem, shown, type Problem } from './finding.ts';
import { isRecord } from './shapes.ts';
import { textOf, type AnsweredCall, type Witness } from './witness.ts';

/** What was last said of a cluster or an instance. */
export interface Told {
  readonly members: Readonly<Record<string, unknown>>;
  /** Whether it was deleted since it was made. */
  readonly deleted: boolean;
}

/** A kind of thing that is made, described and deleted by its name. */
interface Kind {
  readonly id: string;
  readonly one: string;
  readonly status: string;
}

const kinds = {
  cluster: { id: 'DBClusterIdentifier', one: 'DBCluster', status: 'Status' },
  instance: { id: 'DBInstanceIdentifier', one: 'DBInstance', status: 'DBInstanceStatus' },
} as const;

/** Holds what is described of clusters and instances to their being deleted, and knows what was said of them. */
export interface ClusterWitness extends Witness {
  /** What was last said of the one of a name or ARN. */
  of(kind: keyof typeof kinds, caller: Caller, reference: string): Told | undefined;
  /** An operation that nobody looks at may have changed what it names. */
  forget(caller: Caller, input: AnsweredCall['input']): void;
}

export function clusterWitness(): ClusterWitness {
  const last = new Map<string, Told>();
  const keyOf = ({ id }: Kind, caller: Caller, name: string): string =>
    `${placeKey(caller)} ${id} ${nameOf(name)}`;
  return {
    of: (kind, caller, reference) => last.get(keyOf(kinds[kind], caller, reference)),
    forget(caller, input) {
      for (const kind of Object.values(kinds)) last.delete(keyOf(kind, caller, textOf(input[kind.id]) ?? ''));
    },
    hear({ operation, input, output, caller }) {
      const kind = /Instances?$/.test(operation) ? kinds.instance : kinds.cluster;
      if (operation === 'DescribeDBClusters' || operation === 'DescribeDBInstances') {
        return listOf(operation, output).flatMap((members) => {
          const key = keyOf(kind, caller, textOf(members[kind.id]) ?? '');
          const before = last.get(key);
          last.set(key, { members, deleted: before?.deleted === true });
          return before?.deleted === true ? revived(kind, members) : [];
        });
      }
      const name = textOf(input[kind.id]);
      const answered = output[kind.one];
      const members = isRecord(answered) ? answered : {};
      if (
        name !== undefined &&
        /^(?:Create|Restore|Delete)DB(?:Cluster|Instance)(?:FromSnapshot)?$/.test(operation)
      )
        last.set(keyOf(kind, caller, name), { members, deleted: operation.startsWith('Delete') });
      return [];
    },
  };
}

const nameOf = (reference: string): string =>
  (parseArn(reference)?.resource.replace(/^(?:cluster|db):/, '') ?? reference).toLowerCase();

function revived({ id, status }: Kind, members: Told['members']): Problem[] {
  const now = members[status];
  if (now !== 'available') return [];
  return [problem('mock/course', `no ${shown(members[id])}, or one in the status "deleting"`, shown(now))];
}
