import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Other people's software, as contracts/python/requirements.txt asks for it. */
export interface Python {
  /** Path of a program of the environment: `python`, `aws`, `moto_server`. */
  program(name: string): string;
  /** The environment of a process, with these programs first on the path. */
  readonly env: NodeJS.ProcessEnv;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The Python environment: $PYTHON_VENV, or .venv in the root of the repository. Undefined where there is none,
 * which in CI (env CI) is an error.
 */
export function findPython(): Python | undefined {
  const bin = join(process.env['PYTHON_VENV'] ?? join(root, '.venv'), 'bin');
  const missing = ['python', 'aws', 'moto_server'].filter((name) => !existsSync(join(bin, name)));
  if (missing.length > 0) {
    const problem = `${missing.join(', ')} not found in ${bin}`;
    if (process.env['CI'] !== undefined) throw new Error(`${problem}: ${howTo}`);
    process.stderr.write(`skipped: ${problem}: ${howTo}\n`);
    return undefined;
  }
  const { AWS_PROFILE: _profile, AWS_ENDPOINT_URL: _url, ...others } = process.env;
  const settings = { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null', AWS_PAGER: '' };
  return {
    program: (name) => join(bin, name),
    env: { ...others, ...settings, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
  };
}

const howTo =
  'python3 -m venv .venv && .venv/bin/pip install -r contracts/python/requirements.txt, or set PYTHON_VENV';
