import type { EndpointOptions } from '../harness/target/endpoint/index.ts';
import type { Journal } from '../harness/target/guard/journal.ts';
import { openJournal } from '../harness/target/guard/open-journal.ts';
import type { VerifyOptions } from './options.ts';

/** How an endpoint is reached, whatever is done there. */
export type WayOptions = Required<Pick<VerifyOptions, 'region' | 'timeout'>> &
  Pick<VerifyOptions, 'copyTimeout' | 'kmsEndpoint' | 'tls' | 'quota' | 'profiles'>;

/** The way to an endpoint, as connecting takes it. */
export const wayTo = (url: string, options: WayOptions): EndpointOptions => ({
  url,
  region: options.region,
  timeout: options.timeout,
  ...(options.copyTimeout !== undefined && { copyTimeout: options.copyTimeout }),
  ...(options.kmsEndpoint !== undefined && { kmsUrl: options.kmsEndpoint }),
  ...(options.tls !== undefined && { tls: options.tls }),
  ...(options.quota !== undefined && { quota: options.quota }),
  ...(options.profiles !== undefined && { profiles: options.profiles }),
});

/** The journal of a run; undefined where none is to be kept. */
export function journalOf(
  { journal: file, kmsEndpoint }: Pick<VerifyOptions, 'journal' | 'kmsEndpoint'>,
  run: string,
  endpoint: string,
): Promise<Journal> | undefined {
  if (file === false) return undefined;
  return openJournal({
    run,
    endpoint,
    ...(kmsEndpoint !== undefined && { kmsEndpoint }),
    ...(file !== undefined && { file }),
  });
}
