import { spawn } from 'node:child_process';
import { access, constants, mkdir, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/** How a script of a language is run on this machine. */
export interface Tool {
  /** Name of the script's file. */
  readonly file: string;
  /** Program that runs it. */
  readonly program: string;
  /** Makes the folder in which it is run one in which it finds what it needs. */
  readonly prepare?: (folder: string) => Promise<void>;
}

/** Finds what runs a script; undefined where this machine has it not. */
type Finder = () => Promise<Tool | undefined>;

/** What it takes to run the scripts of each language. */
const finders: Readonly<Record<string, Finder>> = {
  'aws-cli': async () => ((await onPath('aws')) === undefined ? undefined : bash('reproduction.sh')),
  boto3: async () => {
    for (const name of ['python3', 'python']) {
      const program = await onPath(name);
      if (program !== undefined && (await succeeds(program, ['-c', 'import boto3'])))
        return { file: 'reproduction.py', program };
    }
    return undefined;
  },
  javascript: () => Promise.resolve(node()),
  curl: async () => {
    const program = await onPath('curl');
    // An older one knows neither of the two, and says so.
    const options = ['--aws-sigv4', 'aws:amz', '--fail-with-body', '--version'];
    return program !== undefined && (await succeeds(program, options)) ? bash('reproduction.sh') : undefined;
  },
};

/** The tools of this machine, each looked for when it is first asked for. */
export function toolbox(): (language: string) => Promise<Tool | undefined> {
  const found = new Map<string, Promise<Tool | undefined>>();
  return (language) => {
    const known = found.get(language) ?? finders[language]?.() ?? Promise.resolve(undefined);
    found.set(language, known);
    return known;
  };
}

async function bash(file: string): Promise<Tool | undefined> {
  const program = await onPath('bash');
  return program === undefined ? undefined : { file, program };
}

/** Clients of the SDK that a script may import. */
const clients = ['client-neptune', 'client-kms', 'client-sts'];

/** This Node, with the SDK that judges: a script finds it beside itself. */
function node(): Tool {
  const require = createRequire(import.meta.url);
  return {
    file: 'reproduction.mjs',
    program: process.execPath,
    async prepare(folder) {
      const beside = join(folder, 'node_modules', '@aws-sdk');
      await mkdir(beside, { recursive: true });
      for (const client of clients)
        await symlink(dirname(require.resolve(`@aws-sdk/${client}/package.json`)), join(beside, client));
    },
  };
}

/** The first program of that name on PATH. */
async function onPath(name: string): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (folder === '') continue;
    const path = join(folder, name);
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}

/** Whether a program ends well. */
const succeeds = (program: string, args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    spawn(program, args, { stdio: 'ignore', timeout: 30_000 })
      .once('error', () => resolve(false))
      .once('close', (code) => resolve(code === 0));
  });
