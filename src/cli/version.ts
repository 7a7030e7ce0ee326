import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Version of the package. */
export function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Version of the AWS SDK that makes the calls. */
export function sdkVersion(): string {
  const found = createRequire(import.meta.url)('@aws-sdk/client-neptune/package.json') as { version: string };
  return found.version;
}
