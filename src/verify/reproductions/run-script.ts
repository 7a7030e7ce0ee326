import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tool } from './tools.ts';

/** How a script ended. */
export interface Ended {
  readonly code: number | null;
  /** Whether it was told to end, because it took too long or the run ends. */
  readonly stopped: boolean;
  /** The end of what it wrote to standard error. */
  readonly stderr: string;
}

/** Milliseconds that a script may take. */
const longest = 120_000;

/** Milliseconds that a script has to clean up once it is told to end: after Ctrl-C somebody waits. */
const cleaning = { late: 15_000, interrupted: 3_000 };

/** Most characters that are kept of what a script writes. */
const kept = 4_000;

/**
 * Runs a script once in a temporary folder of its own. When it takes too long, or the signal is aborted, it is told to
 * end and cleans up; what does not end then is killed, with all that it has started.
 */
export async function runScript(tool: Tool, script: string, signal: AbortSignal): Promise<Ended> {
  const folder = await mkdtemp(join(tmpdir(), 'ncc-reproduction-'));
  try {
    await tool.prepare?.(folder);
    const path = join(folder, tool.file);
    await writeFile(path, script, { mode: 0o600 });
    return await run(spawn(tool.program, [path], settings(folder)), signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In a group of its own: what it starts is ended with it, and Ctrl-C reaches it once, from here. */
const settings = (cwd: string): SpawnOptions => ({
  cwd,
  detached: true,
  stdio: ['ignore', 'ignore', 'pipe'],
  // Calls go to this machine first, whichever way others take.
  env: { ...process.env, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' },
});

async function run(child: ChildProcess, signal: AbortSignal): Promise<Ended> {
  let stderr = '';
  let stopped = false;
  let killer: NodeJS.Timeout | undefined;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-kept);
  });
  const end = (milliseconds: number): void => {
    if (stopped) return;
    stopped = true;
    kill(child, 'SIGTERM');
    killer = setTimeout(() => kill(child, 'SIGKILL'), milliseconds);
  };
  const interrupt = (): void => end(cleaning.interrupted);
  const late = setTimeout(() => end(cleaning.late), longest);
  const orphaned = (): void => kill(child, 'SIGKILL');
  process.once('exit', orphaned);
  signal.addEventListener('abort', interrupt, { once: true });
  if (signal.aborted) interrupt();
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    return { code, stopped, stderr: stderr.trim() };
  } finally {
    clearTimeout(late);
    clearTimeout(killer);
    process.off('exit', orphaned);
    signal.removeEventListener('abort', interrupt);
  }
}

function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // It has ended meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
