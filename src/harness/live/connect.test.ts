import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Allowance } from '../target/allowance.ts';
import type { Clock } from '../target/clock.ts';
import { guardOver, waysOf } from './connect.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const clock: Clock = { now: () => 0, pause: () => Promise.resolve(), isOver: () => false };
const caller = { account: '111111111111', region: 'eu-west-1' };
const guarded = (endpoint?: string) =>
  guardOver(waysOf({ accounts: { self: { id: caller.account } }, regions: { here: caller.region } }), {
    timeout: 100,
    run: 'liveabcdef',
    allowance: new Allowance(),
    clock,
    limits: { calls: 100, callsPerSecond: 1, deadline: 1e9 },
    end: () => undefined,
    ...(endpoint !== undefined && { endpoint }),
  });

/** Nothing leaves: only what would have gone, and where, is noted. */
function listening(): { readonly hosts: string[]; readonly operations: string[] } {
  const [hosts, operations]: [string[], string[]] = [[], []];
  vi.stubEnv('AWS_ACCESS_KEY_ID', caller.account);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'hush-hush');
  vi.spyOn(NodeHttpHandler.prototype, 'handle').mockImplementation((request) => {
    hosts.push(`${request.protocol}//${request.hostname}`);
    const { 'x-amz-target': target } = request.headers;
    operations.push(target ?? new URLSearchParams(String(request.body)).get('Action') ?? '');
    return Promise.reject(
      Object.assign(new Error('no network'), { name: 'InvalidAction', $metadata: { httpStatusCode: 400 } }),
    );
  });
  return { hosts, operations };
}

describe('the way to a real account', () => {
  it('is found by the SDK, by the Region and with the credentials of the environment', async () => {
    const { hosts } = listening();
    const guard = guarded();
    await guard.call('neptune', 'DescribeDBClusterSnapshots', caller, {});
    await guard.call('kms', 'DescribeKey', { ...caller, region: 'us-east-1' }, { KeyId: 'a' });
    expect(hosts).toEqual(['https://rds.eu-west-1.amazonaws.com', 'https://kms.us-east-1.amazonaws.com']);
    guard.close();
  });

  it('is that which the environment wants', async () => {
    const { hosts } = listening();
    vi.stubEnv('AWS_USE_FIPS_ENDPOINT', 'true');
    const guard = guarded();
    await guard.call('neptune', 'DescribeDBClusterSnapshots', { ...caller, region: 'us-east-1' }, {});
    expect(hosts).toEqual(['https://rds-fips.us-east-1.amazonaws.com']);
    guard.close();
  });

  it('leads to what stands in for it, where that is told', async () => {
    const { hosts } = listening();
    const guard = guarded('http://127.0.0.1:1');
    await guard.call('neptune', 'DescribeDBClusterSnapshots', caller, {});
    expect(hosts).toEqual(['http://127.0.0.1']);
    guard.close();
  });

  it.each([
    ['neptune', 'CreateDBCluster', { DBClusterIdentifier: 'ncc-liveabcdef-a' }],
    ['neptune', 'CreateDBClusterSnapshot', { DBClusterSnapshotIdentifier: 'ncc-liveabcdef-a' }],
    ['neptune', 'ModifyDBClusterSnapshotAttribute', { DBClusterSnapshotIdentifier: 'ncc-liveabcdef-a' }],
    ['neptune', 'DeleteDBClusterSnapshot', { DBClusterSnapshotIdentifier: 'graph' }],
    ['neptune', 'DescribeDBClusters', {}],
    ['kms', 'CreateKey', { Description: 'ncc-liveabcdef-a' }],
    ['kms', 'DisableKey', { KeyId: 'ncc-liveabcdef-a' }],
  ] as const)('%s %s is never sent', async (service, operation, input) => {
    const { operations } = listening();
    const guard = guarded();
    expect(await guard.call(service, operation, caller, input)).toMatchObject({
      ok: false,
      fault: { refused: true },
    });
    expect(await guard.cleaner.call(service, operation, caller, input)).toMatchObject({ ok: false });
    expect(operations.filter((each) => !/^Describe/.test(each) || each === operation)).toEqual([]);
    guard.close();
  });
});
