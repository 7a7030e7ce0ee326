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
export const findPython = (): Python | undefined =>
  environment(venv, ['python', 'aws', 'moto_server'], howTo);

/** The environment NAME below that one, as contracts/emulators/NAME.txt asks for it. Undefined as above. */
export function findEnvironment(name: string, programs: readonly string[]): Python | undefined {
  const path = environmentOf(name);
  const install = `python3 -m venv ${path} && ${path}/bin/pip install -r contracts/emulators/${name}.txt`;
  return environment(path, programs, install);
}

const venv = process.env['PYTHON_VENV'] ?? join(root, '.venv');

/** Where the environment NAME is, or is to be. */
export const environmentOf = (name: string): string => join(venv, name);

function environment(path: string, programs: readonly string[], install: string): Python | undefined {
  const bin = join(path, 'bin');
  const missing = programs.filter((name) => !existsSync(join(bin, name)));
  if (missing.length > 0) {
    const problem = `${missing.join(', ')} not found in ${bin}`;
    if (process.env['CI'] !== undefined) throw new Error(`${problem}: ${install}`);
    process.stderr.write(`skipped: ${problem}: ${install}\n`);
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
