import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How a process ended, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process under way. */
export interface Running {
  readonly child: ChildProcess;
  /** Resolves when it has ended and its output is read. */
  readonly ended: Promise<Ended>;
  /** Resolves to the first match in what it writes to either stream. */
  sees(pattern: RegExp, milliseconds?: number): Promise<string>;
}

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

/** Starts a process. It is killed after so many milliseconds, if told, and at the end of this one in any case. */
export function start(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  lifetime?: number,
): Running {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (written[name] += text));
  }
  const kill = (): void => void child.kill('SIGKILL');
  const timer = lifetime === undefined ? undefined : setTimeout(kill, lifetime);
  process.once('exit', kill);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, ...written }));
  }).finally(() => {
    clearTimeout(timer);
    process.off('exit', kill);
  });
  return {
    child,
    ended,
    async sees(pattern, milliseconds = 300_000) {
      const deadline = Date.now() + milliseconds;
      for (;;) {
        const found = pattern.exec(`${written.stdout}\n${written.stderr}`);
        if (found !== null) return found[1] ?? found[0];
        if (Date.now() > deadline || child.exitCode !== null) {
          throw new Error(`${command} never wrote ${String(pattern)}: ${written.stdout}${written.stderr}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

/** Starts this package's own command. */
export const startCli = (...args: readonly string[]): Running =>
  start(process.execPath, ['--import', 'tsx', main, ...args], withoutColour(), 600_000);

/** Runs this package's own command to its end. */
export const runCli = (...args: readonly string[]): Promise<Ended> => startCli(...args).ended;

/** Asks a process to end, and waits until it has. */
export async function stop({ child, ended }: Running, signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
  child.kill(signal);
  return ended;
}

function withoutColour(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _force, ...env } = process.env;
  return env;
}
