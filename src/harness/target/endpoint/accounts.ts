import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { isAccount } from '../../../model/world/place.ts';
import { Allowance } from '../allowance.ts';
import { cutText } from '../keepable.ts';
import { accountByArn, type Calling, type Identity } from './account-by-arn.ts';
import type { Credentials } from './connection.ts';
import { RecordingHandler, type Traffic } from './recorder.ts';
import { firstContactRetries, retryStrategy } from './retry.ts';
import type { Tls } from './tls.ts';

/** How an account is reached. */
export type Access =
  | { readonly kind: 'access-key'; readonly credentials: Credentials; readonly profile?: string }
  | { readonly kind: 'assumed-role'; readonly credentials: Credentials; readonly roleArn: string };

/** An account, and the way to it. */
export interface Account {
  readonly id: string;
  readonly access: Access;
}

/** What STS says of the accounts at an endpoint. */
export interface Accounts {
  /** Absent when nothing tells. */
  readonly self?: Account;
  /** Absent when the target has no second account. */
  readonly other?: Account;
  /** The target's own words where something is absent. */
  readonly detail: string;
}

const secretAccessKey = 'secret';

/** The account that an endpoint is taken to have if nothing tells, by the convention on access keys. */
export const firstAccount = '111111111111';
const secondAccount = '222222222222';

/** Credentials whose access key id is the account, as most emulators understand it. */
export const keyOf = (account: string): Credentials => ({ accessKeyId: account, secretAccessKey });

/**
 * Finds two accounts: by twelve-digit access keys, or else by assuming a role in the second. `plain` reaches any
 * account by that convention.
 */
export async function findAccounts(
  endpoint: string,
  region: string,
  timeout: number,
  plain: Calling,
  run: string,
  allowance: Allowance = new Allowance(),
  traffic: Traffic = { requests: 0, tooLarge: 0 },
  tls?: Tls,
): Promise<Accounts> {
  const sts = (credentials: Credentials): STSClient =>
    new STSClient({
      endpoint,
      region,
      credentials,
      retryStrategy: retryStrategy(firstContactRetries),
      requestHandler: new RecordingHandler(timeout, traffic, tls),
    });
  const identity = (client: STSClient): Promise<Identity> => identityOf(client, allowance);
  const byArn = (account: string): Promise<Identity> => accountByArn(plain, run, { account, region });
  const first = await identity(sts(keyOf(firstAccount)));
  const tell = async (account: string): Promise<Identity> =>
    first.ok ? identity(sts(keyOf(account))) : byArn(account);
  const own = first.ok ? first : await byArn(firstAccount);
  if (!own.ok) return { detail: `STS GetCallerIdentity: ${first.ok ? '' : first.reason}; ${own.reason}` };
  const self: Account = { id: own.account, access: { kind: 'access-key', credentials: keyOf(firstAccount) } };

  const direct = await tell(secondAccount);
  if (direct.ok && direct.account === secondAccount && direct.account !== self.id) {
    return {
      self,
      other: { id: secondAccount, access: { kind: 'access-key', credentials: keyOf(secondAccount) } },
      detail: '',
    };
  }
  if (!first.ok) return { self, detail: `STS GetCallerIdentity: ${first.reason}` };
  const roleArn = `arn:aws:iam::${secondAccount}:role/neptune-copy-contract`;
  const assumed = await assumeRole(sts(keyOf(firstAccount)), roleArn, allowance);
  if (!assumed.ok) return { self, detail: `STS AssumeRole: ${assumed.reason}` };
  const there = await identity(sts(assumed.credentials));
  if (!there.ok || there.account === self.id)
    return { self, detail: 'an assumed role stays in the first account' };
  return {
    self,
    other: { id: there.account, access: { kind: 'assumed-role', credentials: assumed.credentials, roleArn } },
    detail: '',
  };
}

async function identityOf(client: STSClient, { callSignal }: Allowance): Promise<Identity> {
  try {
    const { Account } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: callSignal });
    if (Account === undefined || !isAccount(Account))
      return { ok: false, reason: 'no account in the answer' };
    return { ok: true, account: Account };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    client.destroy();
  }
}

/** Credentials of a role. The client is closed. */
export async function assumeRole(
  client: STSClient,
  roleArn: string,
  { callSignal }: Allowance,
): Promise<
  { readonly ok: true; readonly credentials: Credentials } | { readonly ok: false; readonly reason: string }
> {
  try {
    const { Credentials: made } = await client.send(
      new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'neptune-copy-contract' }),
      { abortSignal: callSignal },
    );
    if (made?.AccessKeyId === undefined || made.SecretAccessKey === undefined) {
      return { ok: false, reason: 'no credentials in the answer' };
    }
    return {
      ok: true,
      credentials: {
        accessKeyId: made.AccessKeyId,
        secretAccessKey: made.SecretAccessKey,
        ...(made.SessionToken !== undefined && { sessionToken: made.SessionToken }),
      },
    };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    client.destroy();
  }
}

/** An SDK's error in one line. Anything that is no Error is a defect, and thrown on. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  return `${error.name}: ${cutText(error.message.split('\n', 1)[0] ?? '')}`;
}
