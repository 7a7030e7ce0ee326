import { fromIni } from '@aws-sdk/credential-provider-ini';
import { UsageError } from '../../../errors.ts';
import type { Access, Account, Accounts } from './accounts.ts';
import type { Credentials } from './connection.ts';

/** An account, and the profile of the AWS configuration that leads to it. */
export interface AccountProfile {
  /** Twelve digits. */
  readonly id: string;
  readonly profile: string;
}

/** Accounts by their profiles; undefined when none is told. Throws a UsageError for a profile that gives no credentials. */
export async function profileAccounts(profiles: readonly AccountProfile[]): Promise<Accounts | undefined> {
  const [self, other] = await Promise.all(profiles.map(profileAccount));
  if (self === undefined) return undefined;
  return other === undefined ? { self, detail: 'only one --account is told' } : { self, other, detail: '' };
}

/** An account by its profile. Throws a UsageError when that gives no credentials. */
export async function profileAccount({ id, profile }: AccountProfile): Promise<Account> {
  try {
    const { accessKeyId, secretAccessKey, sessionToken } = await fromIni({ profile })();
    const token = sessionToken === undefined ? {} : { sessionToken };
    return {
      id,
      access: { kind: 'access-key', profile, credentials: { accessKeyId, secretAccessKey, ...token } },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`the profile ${profile} gives no credentials for the account ${id}: ${reason}`);
  }
}

/** The ways to the accounts as scripts and reports may show them: secrets stay where they are. */
export function withoutSecrets(access: ReadonlyMap<string, Access>): ReadonlyMap<string, Access> {
  return new Map([...access].map(([id, way]) => [id, hidden(way)]));
}

function hidden(way: Access): Access {
  // Whoever repeats a step assumes the role anew.
  if (way.kind === 'assumed-role') return { ...way, credentials: placeholders('THE_ROLE') };
  if (way.profile === undefined) return way;
  return { ...way, credentials: placeholders(way.profile.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')) };
}

const placeholders = (word: string): Credentials => ({
  accessKeyId: `ACCESS_KEY_ID_OF_${word}`,
  secretAccessKey: `SECRET_ACCESS_KEY_OF_${word}`,
});
