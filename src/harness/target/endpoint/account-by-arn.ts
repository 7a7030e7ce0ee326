import type { Caller } from '../../../model/index.ts';
import type { CallResult } from '../target.ts';
import type { Callable } from './connection.ts';
import { ClusterLadder } from './cluster-ladder.ts';
import { StagingStopped } from './staging-stopped.ts';

/** An account, or why it could not be told. */
export type Identity =
  { readonly ok: true; readonly account: string } | { readonly ok: false; readonly reason: string };

/** Makes calls, and those that clean up after them. */
export type Calling = Callable & { readonly cleaner: Callable };

/**
 * The account in which a caller's resources are, from their ARNs: where STS does not answer, nothing else tells.
 * Looks at what is there already; if that is nothing, a cluster is made and removed again.
 */
export async function accountByArn(connection: Calling, run: string, caller: Caller): Promise<Identity> {
  for (const [operation, list, member] of looks) {
    const found = accountIn(await connection.call('neptune', operation, caller, {}), list, member);
    if (found !== undefined) return { ok: true, account: found };
  }
  const DBClusterIdentifier = `ncc-${run}-probe-${caller.account}`;
  let made: Readonly<Record<string, unknown>>;
  try {
    made = await new ClusterLadder().climb(caller, { DBClusterIdentifier }, (at, input) =>
      connection.call('neptune', 'CreateDBCluster', at, input),
    );
  } catch (error) {
    if (!(error instanceof StagingStopped)) throw error;
    return { ok: false, reason: error.message };
  }
  await connection.cleaner.call('neptune', 'DeleteDBCluster', caller, {
    DBClusterIdentifier,
    SkipFinalSnapshot: true,
  });
  const account = accountOf((made['DBCluster'] as { DBClusterArn?: unknown } | undefined)?.DBClusterArn);
  return account === undefined
    ? { ok: false, reason: 'a new cluster has no ARN that tells its account' }
    : { ok: true, account };
}

/** Where ARNs are to be seen. */
const looks = [
  ['DescribeDBClusters', 'DBClusters', 'DBClusterArn'],
  ['DescribeDBClusterSnapshots', 'DBClusterSnapshots', 'DBClusterSnapshotArn'],
] as const;

function accountIn(result: CallResult, list: string, member: string): string | undefined {
  if (!result.ok) return undefined;
  const [first] = (result.output[list] ?? []) as Readonly<Record<string, unknown>>[];
  return accountOf(first?.[member]);
}

/** The account of an ARN of this service. */
const accountOf = (arn: unknown): string | undefined =>
  typeof arn === 'string' ? /^arn:[^:]+:rds:[^:]*:(\d{12}):/.exec(arn)?.[1] : undefined;
