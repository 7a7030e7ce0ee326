import { createRequire } from 'node:module';

/** Version of the AWS SDK that makes the calls. */
export function sdkVersion(): string {
  const found = createRequire(import.meta.url)('@aws-sdk/client-neptune/package.json') as { version: string };
  return found.version;
}
