import { UsageError } from '../errors.ts';
import type { Caller } from '../model/world/place.ts';
import { accountOf } from '../server/credentials.ts';
import type { CallingClient, CredentialsProvider } from './mocked-client.ts';

/** Who calls: always the same one, or told of each client. */
export type WhoCalls = Caller | ((client: CallingClient) => Caller | Promise<Caller>);

/** Whose the world of a test is unless told, and the account of clients whose access key id tells none. */
export const usualCaller: Caller = { account: '111111111111', region: 'us-east-1' };

/**
 * Who calls through a client: unless told, whoever `serve` would take it for, which is its Region, and its access key
 * id as the account where that has twelve digits. Throws a UsageError where the client has no Region, or credentials
 * of its own that cannot be had.
 */
export async function callerOf(who: WhoCalls | undefined, client: CallingClient): Promise<Caller> {
  if (who !== undefined) return typeof who === 'function' ? who(client) : who;
  const [region, accessKeyId] = await Promise.all([regionOf(client), accessKeyIdOf(client)]);
  return { region, account: accountOf(accessKeyId, usualCaller.account) };
}

async function regionOf({ config }: CallingClient): Promise<string> {
  try {
    return await config.region();
  } catch (error) {
    throw new UsageError(
      'a mocked client has no Region, which tells where it calls; make it with `region`, set AWS_REGION, or tell the reference model the `caller`',
      { cause: error },
    );
  }
}

/** The access key id of the client: its own, or that of the environment; empty where neither is told. */
async function accessKeyIdOf({ config: { credentials: provider } }: CallingClient): Promise<string> {
  if (provider.attributed !== true && provider.configBound === true) {
    // Nobody gave any. The SDK's own search would end at the metadata service of a machine in the cloud.
    return process.env['AWS_ACCESS_KEY_ID'] ?? '';
  }
  return (await (provider.attributed === true ? own(provider) : searched(provider))).accessKeyId;
}

async function own(provider: CredentialsProvider): Promise<{ readonly accessKeyId: string }> {
  try {
    return await provider();
  } catch (error) {
    throw new UsageError(
      `the credentials of a mocked client cannot be had (${String(error)}); give it others in tests, or tell the reference model the \`caller\``,
      { cause: error },
    );
  }
}

const searches = new WeakMap<CredentialsProvider, Promise<{ readonly accessKeyId: string }>>();

/** What older versions find, which do not tell whether anybody gave credentials. Behind a mock, none are needed. */
function searched(provider: CredentialsProvider): Promise<{ readonly accessKeyId: string }> {
  let search = searches.get(provider);
  if (search === undefined) searches.set(provider, (search = provider().catch(() => ({ accessKeyId: '' }))));
  return search;
}
