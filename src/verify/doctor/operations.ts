import type { DoctorOperation } from '../../contract/generated/types.ts';
import type { EndpointTarget } from '../../harness/target/endpoint/index.ts';

/** The operations that a run needs most, in the order in which they are come to. */
const needed: Readonly<Record<DoctorOperation['service'], readonly string[]>> = {
  neptune: [
    'DescribeDBClusterSnapshots',
    'DescribeDBClusters',
    'CreateDBCluster',
    'CreateDBClusterSnapshot',
    'CopyDBClusterSnapshot',
    'DeleteDBClusterSnapshot',
    'DeleteDBCluster',
    'DescribeDBClusterSnapshotAttributes',
    'ModifyDBClusterSnapshotAttribute',
    'ListTagsForResource',
  ],
  kms: [
    'DescribeKey',
    'CreateKey',
    'CreateAlias',
    'DeleteAlias',
    'DisableKey',
    'EnableKey',
    'ScheduleKeyDeletion',
  ],
};

/** What was heard of each operation that a run needs. */
export const operationsOf = (heard: EndpointTarget['heard']): readonly DoctorOperation[] =>
  (Object.keys(needed) as DoctorOperation['service'][]).flatMap((service) =>
    needed[service].map((name): DoctorOperation => {
      const known = heard.of(name);
      if (known === undefined) return { service, name, status: 'untried' };
      if (known.available) return { service, name, status: 'there' };
      return { service, name, status: known.silent === true ? 'silent' : 'lacking', detail: known.detail };
    }),
  );
