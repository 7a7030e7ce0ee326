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

/** Puts this package's command into the `node_modules` of a folder, as installing the package there would. */
export function installCommand(folder: string): void {
  const bin = join(folder, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  write(join(bin, 'neptune-copy-contract'), command);
}

const tsx = import.meta.resolve('tsx');
const command = `exec '${process.execPath}' --import '${tsx}' '${inRepository('src/cli/main.ts')}' "$@"`;

/**
 * An environment for examples as they are: `npm install --prefix DIR` installs this package in the place of its git
 * reference, and the SDK that is there as @aws-sdk/client-neptune@latest. Anything else that npm is asked for, and
 * whatever npx is, ends with 97.
 */
export function exampleEnv(folder: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const sdk = dirname(createRequire(import.meta.url).resolve('@aws-sdk/client-neptune/package.json'));
  write(join(bin, 'command'), command);
  write(join(bin, 'npx'), 'echo "npx $*?" >&2; exit 97');
  write(
    join(bin, 'npm'),
    `case "$1 $2 $3 $4 $6" in
  'install --no-audit --no-fund --prefix @aws-sdk/client-neptune@latest')
    mkdir -p "$5/node_modules/@aws-sdk"
    ln -s '${sdk}' "$5/node_modules/@aws-sdk/client-neptune" ;;
  'install --no-audit --no-fund --prefix git+https://github.com/OWNER/neptune-copy-contract.git#v${packageVersion}')
    mkdir -p "$5/node_modules/.bin"
    cp '${join(bin, 'command')}' "$5/node_modules/.bin/neptune-copy-contract" ;;
  *) echo "npm $*?" >&2; exit 97 ;;
esac`,
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
  start('bash', ['-c', 'cd "$0" && exec "$@"', folder, ...command], env, 600_000);

/** Runs the script of a step in a folder, as GitHub Actions runs it. */
export function runStep(folder: string, script: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const strict = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  return startIn(folder, strict, env).ended;
}
