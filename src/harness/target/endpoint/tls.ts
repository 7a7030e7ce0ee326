import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { AgentOptions } from 'node:https';
import { UsageError } from '../../../errors.ts';

/** How the certificate of an https endpoint is checked: against what this machine trusts unless told otherwise. */
export interface TlsOptions {
  /** File of certificates (PEM) that are trusted in the place of those that this machine trusts. */
  readonly caFile?: string;
  /** Whether the certificate is not checked at all. */
  readonly insecure?: boolean;
}

/** The same, with the certificates read. */
export interface Tls extends TlsOptions {
  /** The certificates, as PEM. */
  readonly ca?: string;
}

/** Reads the certificates that are to be trusted. Rejects with a UsageError that names the file when it holds none. */
export async function readTls(options: TlsOptions): Promise<Tls> {
  const { caFile } = options;
  if (caFile === undefined) return options;
  const text = await readFile(caFile, 'utf8').catch((error: unknown) => {
    throw new UsageError(
      `cannot read the certificates of --ca ${caFile}: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0)
    throw new UsageError(`${caFile} holds no certificate in PEM (-----BEGIN CERTIFICATE-----)`);
  for (const certificate of certificates) refuseUnreadable(certificate, caFile);
  return { ...options, ca: certificates.join('\n') };
}

function refuseUnreadable(pem: string, file: string): void {
  try {
    new X509Certificate(pem);
  } catch {
    throw new UsageError(`${file} holds something between the lines of a certificate that is none`);
  }
}

/** How the SDK's agent connects, but for TLS. */
const connections: AgentOptions = { keepAlive: true, maxSockets: 50 };

/** Options of the agent for https; undefined where nothing is told, and the SDK's own does. */
export const agentFor = ({ ca, insecure = false }: Tls = {}): AgentOptions | undefined =>
  ca === undefined && !insecure
    ? undefined
    : { ...connections, ...(ca !== undefined && { ca }), ...(insecure && { rejectUnauthorized: false }) };
