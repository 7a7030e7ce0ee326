import { looksLikeArn, parseSnapshotArn, type SnapshotAddress } from '../../model/world/arn.ts';
import type { Caller } from '../../model/world/place.ts';
import { callerOf, type WhoCalls } from '../caller.ts';
import type { CallingClient } from '../mocked-client.ts';
import { snapshotOf, snapshotsOf } from './shapes.ts';
import type { RecordedCall } from './recorded-call.ts';

/** What stands for an account and a Region that nothing tells. No real one looks like that. */
export const unknownCaller: Caller = { account: '<account>', region: '<region>' };

/**
 * Who calls through each client. Where that is inferred, the Region is the client's, and the account the one in the
 * ARNs of the snapshots that it was answered to have made, or else the only one that it was shown.
 */
export async function callersOf(
  calls: readonly RecordedCall[],
  who: WhoCalls | 'inferred' | undefined,
): Promise<(client: CallingClient) => Caller> {
  const callers = new Map<CallingClient, Caller>();
  for (const client of new Set(calls.map((call) => call.client))) {
    const own = calls.filter((call) => call.client === client);
    callers.set(client, who === 'inferred' ? await inferred(client, own) : await callerOf(who, client));
  }
  return (client) => callers.get(client) ?? unknownCaller;
}

async function inferred(client: CallingClient, calls: readonly RecordedCall[]): Promise<Caller> {
  const made = calls.flatMap((call) => addresses(call, ['CopyDBClusterSnapshot', 'CreateDBClusterSnapshot']));
  const seen = calls.flatMap((call) => addresses(call, ['DescribeDBClusterSnapshots']));
  const region = (await regionOf(client)) ?? (made[0] ?? seen[0])?.region ?? unknownCaller.region;
  const accounts = new Set(seen.map(({ account }) => account));
  const [only] = accounts.size === 1 ? accounts : [];
  return { account: made[0]?.account ?? only ?? unknownCaller.account, region };
}

function addresses(call: RecordedCall, of: readonly string[]): SnapshotAddress[] {
  const { operation, answered, input } = call;
  if (answered.kind !== 'output' || !of.includes(operation)) return [];
  const snapshots = [snapshotOf(answered.output), ...snapshotsOf(answered.output)];
  const named = input['SourceDBClusterSnapshotIdentifier'];
  const isNear = typeof named === 'string' && !looksLikeArn(named);
  return snapshots.flatMap(({ DBClusterSnapshotArn = '', SourceDBClusterSnapshotArn = '' } = {}) => {
    // The source of a copy that is named without an ARN is in the caller's own place too.
    const source = isNear ? parseSnapshotArn(SourceDBClusterSnapshotArn) : undefined;
    const address = parseSnapshotArn(DBClusterSnapshotArn) ?? source;
    return address === undefined ? [] : [address];
  });
}

/** The client's Region; undefined when it has none, which the SDK tells by an exception. */
async function regionOf({ config }: CallingClient): Promise<string | undefined> {
  try {
    return await config.region();
  } catch {
    return undefined;
  }
}
