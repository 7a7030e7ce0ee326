import { UsageError } from '../errors.ts';
import { readTls, type TlsOptions } from '../harness/target/endpoint/tls.ts';
import type { TrustFlags } from './flags.ts';

/** How the certificate of an endpoint is checked, as an option of whatever calls there. */
export interface Trust {
  readonly tls?: TlsOptions;
}

/** What the flags say of certificates. Rejects with a UsageError for a file without certificates, and where they say two things. */
export async function trustOf({ ca, insecure }: TrustFlags): Promise<Trust> {
  if (ca !== undefined && insecure === true)
    throw new UsageError('--ca and --insecure exclude each other: what is not checked needs no certificates');
  if (ca !== undefined) await readTls({ caFile: ca });
  if (ca !== undefined) return { tls: { caFile: ca } };
  return insecure === true ? { tls: { insecure } } : {};
}
