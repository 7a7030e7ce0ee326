import { createServer, type AddressInfo } from 'node:net';
import { start, stop } from './process.ts';
import type { Listening } from './proxy.ts';
import type { Python } from './python.ts';

/** A program that listens, as contracts/emulators/emulators.yaml tells of one. */
export interface Program {
  /** The command, from its environment; with `{port}` where it does not tell which port it took. */
  readonly start: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The path that answers 200 when it is up; without, any answer to / will do. */
  readonly up?: string;
  /** What it writes once it listens, a pattern whose first group is its URL. */
  readonly says?: string;
}

/** The program of a command. */
export const programOf = ({ start: command }: Pick<Program, 'start'>): string => command.split(' ')[0] ?? '';

/** How often another port is tried: between looking for a free one and taking it, somebody else may have taken it. */
const mostPorts = 5;

/** Starts a program at a free port of 127.0.0.1, and waits until it answers. */
export async function startProgram(program: Program, python: Python): Promise<Listening> {
  if (program.says !== undefined) return startAt(program, python);
  for (let tried = 1; ; tried += 1) {
    const port = String(await freePort());
    try {
      return await startAt(program, python, port);
    } catch (error) {
      if (tried === mostPorts || !(await isTaken(port))) throw error;
    }
  }
}

async function startAt(
  { env = {}, up, says, ...program }: Program,
  python: Python,
  port = '0',
): Promise<Listening> {
  const filled = (text: string): string => text.replaceAll('{port}', port);
  const args = program.start.split(' ').slice(1).map(filled);
  const own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value)]));
  const running = start(python.program(programOf(program)), args, { ...python.env, ...own });
  try {
    const url = says === undefined ? `http://127.0.0.1:${port}` : await running.sees(new RegExp(says));
    await Promise.race([
      answers(`${url}${up ?? '/'}`, up === undefined ? undefined : 200),
      running.ended.then(({ code, stderr }) => {
        throw new Error(`${program.start} ended with ${code ?? 'a signal'}: ${stderr}`);
      }),
    ]);
    return { url, close: () => stop(running).then(() => undefined) };
  } catch (error) {
    await stop(running, 'SIGKILL');
    throw error;
  }
}

/** Waits until something answers at a URL, with a status if one is told. */
async function answers(url: string, wanted?: number): Promise<void> {
  const deadline = Date.now() + 300_000;
  for (;;) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => undefined,
    );
    if (status !== undefined && (wanted ?? status) === status) return;
    if (Date.now() > deadline) throw new Error(`${url} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A port that is free now. */
const freePort = (): Promise<number> => portOf(0);

const isTaken = (port: string): Promise<boolean> =>
  portOf(Number(port)).then(
    () => false,
    () => true,
  );

/** Takes a port, and gives it back. */
function portOf(wanted: number): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
