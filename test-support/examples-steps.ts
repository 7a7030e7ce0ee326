import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start, type Ended, type Running } from './process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A file of the repository. */
export const inRepository = (path: string): string => join(root, path);

/** Version of this package, which all examples name. */
export const packageVersion = (
  JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { version: string }
).version;

/**
 * An environment for examples as they are: `npx -y neptune-copy-contract@VERSION` runs this package instead of one
 * from a registry, and `npm install --prefix DIR @aws-sdk/client-neptune@latest` installs the SDK that is there.
 * Anything else that these two are asked for ends with 97.
 */
export function exampleEnv(folder: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const tsx = import.meta.resolve('tsx');
  const sdk = dirname(createRequire(import.meta.url).resolve('@aws-sdk/client-neptune/package.json'));
  write(
    join(bin, 'npx'),
    `if [ "$1 $2" != '-y neptune-copy-contract@${packageVersion}' ]; then echo "npx $*?" >&2; exit 97; fi
shift 2
exec '${process.execPath}' --import '${tsx}' '${inRepository('src/cli/main.ts')}' "$@"`,
  );
  write(
    join(bin, 'npm'),
    `if [ "$1 $2 $3 $4 $6" != 'install --no-audit --no-fund --prefix @aws-sdk/client-neptune@latest' ]; then
  echo "npm $*?" >&2; exit 97
fi
mkdir -p "$5/node_modules/@aws-sdk"
ln -s '${sdk}' "$5/node_modules/@aws-sdk/client-neptune"`,
  );
  const { FORCE_COLOR: _force, ...env } = { ...process.env, ...more };
  return { ...env, PATH: `${bin}${delimiter}${env['PATH'] ?? ''}` };
}

function write(file: string, script: string): void {
  writeFileSync(file, `#!/usr/bin/env bash\n${script}\n`);
  chmodSync(file, 0o755);
}

/** Starts a program in a folder. */
export const startIn = (folder: string, command: readonly string[], env: NodeJS.ProcessEnv): Running =>
  start('bash', ['-c', 'cd "$0" && exec "$@"', folder, ...command], env, 120_000);

/** Runs the script of a step in a folder, as GitHub Actions runs it. */
export function runStep(folder: string, script: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const strict = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  return startIn(folder, strict, env).ended;
}
