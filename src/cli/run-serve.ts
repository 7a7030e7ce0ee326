import { UsageError } from '../errors.ts';
import type { World } from '../model/world.ts';
import { startServer, type RunningServer } from '../server/index.ts';
import type { ServeFlags } from './serve.ts';
import { readWorldFile } from './world-file.ts';

/**
 * Serves until it is told to stop. Resolves to the exit code: 0 after SIGINT or SIGTERM, 2 when the world file is
 * not valid, of which it tells the places. Throws a UsageError for a file or an address that cannot be used.
 */
export async function runServe({ world: file, copyDuration, host, port }: ServeFlags): Promise<number> {
  let world: World | undefined;
  if (file !== undefined) {
    const read = readWorldFile(file, Date.now());
    if (!read.ok) {
      process.stderr.write(read.problems.map((problem) => `${problem}\n`).join(''));
      return 2;
    }
    world = read.world;
  }
  const onDefect = (error: unknown): void => {
    process.stderr.write(
      `neptune-copy-contract: defect: ${error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
    );
  };
  const server = await startServer({
    ...(world !== undefined && { world }),
    copyDuration,
    host,
    port,
    onDefect,
  }).catch((error: unknown) => cannotListen(host, port, error));
  const stopped = stopSignal();
  process.stdout.write(`${server.url}\n`);
  await stopped;
  await server.close();
  return 0;
}

/** Resolves when the process is asked to end. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}

function cannotListen(host: string, port: number, error: unknown): RunningServer {
  const reason = error instanceof Error ? error.message : String(error);
  throw new UsageError(`cannot listen on ${host} port ${port}: ${reason}. Choose another --host or --port.`);
}
