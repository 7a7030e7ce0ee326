import { UsageError } from '../errors.ts';
import type { World } from '../model/world/world.ts';
import { startServer, type RunningServer } from '../server/index.ts';
import { interruptible, untilAborted } from './interruptible.ts';
import { complain } from './complain.ts';
import { complainOf, wantsDebug } from './defects.ts';
import type { ServeFlags } from './flags.ts';
import { formatProblem } from '../contract/document.ts';
import { readWorldFile } from './world-file.ts';

/**
 * Serves until it is told to stop. Resolves to the exit code: 0 after SIGINT or SIGTERM, 2 when the world file is
 * not valid, of which it tells the places. Throws a UsageError for a file or an address that cannot be used.
 */
export async function runServe({
  world: file,
  control,
  copyDuration,
  host,
  port,
  allowHost = [],
}: ServeFlags): Promise<number> {
  let world: World | undefined;
  if (file !== undefined) {
    const read = readWorldFile(file, Date.now());
    if (!read.ok) {
      for (const problem of read.problems) complain(formatProblem(problem));
      return 2;
    }
    world = read.world;
  }
  const onDefect = (error: unknown): void => complainOf(error, wantsDebug(process.argv));
  const server = await startServer({
    ...(world !== undefined && { world }),
    control: control === true,
    copyDuration,
    host,
    port,
    allowHosts: allowHost,
    onDefect,
  }).catch((error: unknown) => cannotListen(host, port, error));
  return interruptible(async (signal) => {
    process.stdout.write(`${server.url}\n`);
    await untilAborted(signal);
    await server.close();
    return 0;
  }, '');
}

function cannotListen(host: string, port: number, error: unknown): RunningServer {
  const reason = error instanceof Error ? error.message : String(error);
  throw new UsageError(`cannot listen on ${host} port ${port}: ${reason}. Choose another --host or --port.`);
}
