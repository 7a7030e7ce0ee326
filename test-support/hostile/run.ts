import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../src/contract/generated/types.ts';
import { start, type Ended } from '../process.ts';
import type { Standing } from './serve.ts';
import { usualRules, type HostileTarget } from './target.ts';
import { secrets } from './targets/echoes-headers.ts';

/** A run against a hostile target, as it ended. */
export interface Outcome extends Ended {
  /** Everything that was written: the terminal, reports in all formats, failure files. */
  readonly written: string;
  /** The same by where it stands: `stdout`, `stderr`, and formats of the report. */
  readonly texts: Readonly<Record<string, string>>;
  /** The report as JSON; undefined when there is none. */
  readonly report: Report | undefined;
  /** The most memory that the run held, in MiB; undefined when it was killed. */
  readonly megabytes: number | undefined;
  readonly changes: readonly string[];
  readonly attempts: readonly string[];
  readonly calls: number;
}

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const memoryHook = fileURLToPath(new URL('memory-hook.ts', import.meta.url));

/** Milliseconds after which a run is taken to hang; the deadline is far below. */
export const hangs = 600_000;

/** Every bound as tight as it goes, so that the suite is quick. */
const bounds = ['--deadline', '20', '--timeout', '2', '--copy-timeout', '2', '--pairs', '0', '--runs', '2'];

/** Formats of the report, each to a file. */
const formats = ['json', 'text', 'markdown', 'html', 'junit', 'github'];

/** Runs `verify` against a target in a folder of its own, and looks at what came of it. */
export async function runAgainst(target: HostileTarget): Promise<Outcome> {
  const standing = await target.start();
  const folder = mkdtempSync(join(tmpdir(), 'ncc-hostile-'));
  try {
    return await runIn(folder, target, standing);
  } finally {
    await standing.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runIn(folder: string, target: HostileTarget, standing: Standing): Promise<Outcome> {
  const output = join(folder, 'output');
  const memory = join(folder, 'memory');
  mkdirSync(output);
  writeFileSync(join(folder, 'config'), '');
  writeFileSync(join(folder, 'credentials'), profile);
  const rules = (target.rules ?? usualRules).flatMap((rule) => ['--rule', rule]);
  const reports = formats.flatMap((format) => ['--report', `${format}=${join(output, format)}`]);
  const ended = await start(
    process.execPath,
    [
      ...['--import', 'tsx', '--import', memoryHook, main],
      ...['verify', '--endpoint', standing.url, ...bounds, ...rules, ...(target.flags ?? [])],
      ...[...reports, '--report', 'text', '--failures', join(output, 'failures')],
    ],
    {
      ...environment(),
      NCC_MEMORY_FILE: memory,
      XDG_STATE_HOME: join(folder, 'state'),
      ...Object.fromEntries(
        Object.entries(target.env ?? {}).map(([name, value]) => [name, value.replace('{folder}', folder)]),
      ),
    },
    hangs,
  ).ended;
  const json = textOf(join(output, 'json'));
  const { stdout, stderr } = ended;
  const inFormats = formats.map((format) => [format, textOf(join(output, format)) ?? ''] as const);
  return {
    ...ended,
    written: [ended.stdout, ended.stderr, ...textsIn(output)].join('\n'),
    texts: { stdout, stderr, ...Object.fromEntries(inFormats) },
    report: json === undefined || json === '' ? undefined : (JSON.parse(json) as Report),
    megabytes: megabytesOf(textOf(memory)),
    changes: standing.changes(),
    attempts: standing.attempts(),
    calls: standing.calls(),
  };
}

const profile = `[hostile]
aws_access_key_id = 111111111111
aws_secret_access_key = ${secrets.key}
aws_session_token = ${secrets.token}
`;

/** The environment without what would colour the output or make it that of a workflow. */
function environment(): NodeJS.ProcessEnv {
  const {
    FORCE_COLOR: _force,
    GITHUB_ACTIONS: _actions,
    GITHUB_STEP_SUMMARY: _summary,
    ...env
  } = process.env;
  return env;
}

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'));

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const megabytesOf = (kibibytes: string | undefined): number | undefined =>
  kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
