import { STSClient } from '@aws-sdk/client-sts';
import { TargetError } from '../../../errors.ts';
import { Allowance } from '../allowance.ts';
import type { JournaledAccount } from '../guard/journal.ts';
import { assumeRole, firstAccount, keyOf } from './accounts.ts';
import type { Credentials } from './connection.ts';
import { profileAccount } from './profiles.ts';
import { agentFor, type Tls } from './tls.ts';

/**
 * The ways to the accounts of an earlier run. Rejects with a UsageError for a profile that gives no credentials, a
 * TargetError for a role that cannot be assumed.
 */
export async function accessOf(
  accounts: readonly JournaledAccount[],
  endpoint: string,
  timeout: number,
  tls?: Tls,
): Promise<(account: string) => Credentials> {
  const known = new Map<string, Credentials>();
  for (const { id, by, name = '' } of accounts) {
    if (by === 'profile') known.set(id, (await profileAccount({ id, profile: name })).access.credentials);
    if (by === 'role') known.set(id, await byRole(name, endpoint, timeout, tls));
  }
  return (account) => known.get(account) ?? keyOf(account);
}

async function byRole(
  roleArn: string,
  endpoint: string,
  timeout: number,
  tls: Tls | undefined,
): Promise<Credentials> {
  const httpsAgent = agentFor(tls);
  const client = new STSClient({
    endpoint,
    region: 'us-east-1',
    credentials: keyOf(firstAccount),
    requestHandler: {
      requestTimeout: timeout,
      throwOnRequestTimeout: true,
      ...(httpsAgent !== undefined && { httpsAgent }),
    },
  });
  const assumed = await assumeRole(client, roleArn, new Allowance());
  if (!assumed.ok) throw new TargetError(`cannot assume ${roleArn} at ${endpoint}: ${assumed.reason}`);
  return assumed.credentials;
}
