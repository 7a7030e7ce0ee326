import { UsageError } from '../errors.ts';
import type { TlsOptions } from '../harness/target/endpoint/tls.ts';
import type { TrustFlags } from './flags.ts';

/** How the certificate of an endpoint is checked, as an option of whatever calls there. */
export interface Trust {
  readonly tls?: TlsOptions;
}

/** What the flags say of certificates. Throws a UsageError where they say two things. */
export function trustOf({ ca, insecure }: TrustFlags): Trust {
  if (ca !== undefined && insecure === true)
    throw new UsageError('--ca and --insecure exclude each other: what is not checked needs no certificates');
  if (ca !== undefined) return { tls: { caFile: ca } };
  return insecure === true ? { tls: { insecure } } : {};
}
