import { readFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { readFailure, replayFailure } from '../replay/index.ts';
import { startServer } from '../server/index.ts';
import { specHash } from '../spec/generated/catalogue.ts';
import type { Failure } from '../spec/generated/types.ts';
import { connectEndpoint, type EndpointTarget } from '../targets/endpoint/index.ts';
import { embeddedCopyDuration } from '../verify/index.ts';
import { complain } from './complain.ts';
import { describeReplayed } from './describe-replayed.ts';
import type { ReplayFlags } from './replay.ts';

/**
 * Replays failure files. All are read before the first is run. Resolves to the exit code: 1 when something is
 * reproduced or changed, else 2 when something could not be run, else 0.
 */
export async function runReplay(files: readonly string[], flags: ReplayFlags): Promise<number> {
  const failures = new Map<string, Failure>();
  const problems: string[] = [];
  for (const file of files) {
    const read = readFailure(await textOf(file), file);
    if (read.ok) failures.set(file, read.failure);
    else problems.push(...read.problems);
  }
  if (problems.length > 0) {
    problems.forEach(complain);
    return 2;
  }
  if (flags.endpoint !== undefined) return replayAt(flags.endpoint, failures, flags);
  const server = await startServer({ copyDuration: embeddedCopyDuration });
  try {
    return await replayAt(server.url, failures, flags);
  } finally {
    await server.close();
  }
}

async function replayAt(
  url: string,
  failures: ReadonlyMap<string, Failure>,
  flags: ReplayFlags,
): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const targets = new Map<string, EndpointTarget>();
  const kinds = new Set<string>();
  try {
    for (const [file, failure] of failures) {
      const region = flags.region ?? failure.target.region;
      const target = targets.get(region) ?? (await connect(url, region, flags));
      targets.set(region, target);
      const { result, leftBehind } = await replayFailure(target, failure, { signal: interruption.signal });
      kinds.add(result.kind);
      process.stdout.write(describeReplayed(file, failure, result, specHash));
      for (const what of leftBehind) complain(`left behind: ${what}`);
    }
  } finally {
    for (const target of targets.values()) await target.close();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
  if (kinds.has('reproduced') || kinds.has('changed')) return 1;
  return kinds.has('not-run') ? 2 : 0;
}

const connect = (
  url: string,
  region: string,
  { timeout, kmsEndpoint, quota }: ReplayFlags,
): Promise<EndpointTarget> =>
  connectEndpoint({
    url,
    region,
    timeout: timeout * 1000,
    ...(kmsEndpoint !== undefined && { kmsUrl: kmsEndpoint }),
    ...(quota !== undefined && { quota }),
  });

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(
      `cannot read the failure file ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
