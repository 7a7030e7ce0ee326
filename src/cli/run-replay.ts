import { readFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { exitCodeOf } from '../report/conclude.ts';
import { readFailure, replayFailure } from '../verify/replay/index.ts';
import { startServer } from '../server/index.ts';
import { specHash } from '../contract/generated/catalogue.ts';
import type { Failure } from '../contract/generated/types.ts';
import { Allowance, endingOf } from '../harness/target/allowance.ts';
import {
  connectEndpoint,
  type EndpointOptions,
  type EndpointTarget,
} from '../harness/target/endpoint/index.ts';
import { refuseAws } from '../harness/target/guard/aws-hosts.ts';
import { openJournal } from '../harness/target/guard/open-journal.ts';
import { makeRunId } from '../harness/target/run-id.ts';
import { embeddedCopyDuration } from '../verify/index.ts';
import { complain } from './complain.ts';
import { describeReplayed } from './describe-replayed.ts';
import { interruptible } from './interruptible.ts';
import { onTheWay } from './on-the-way.ts';
import { trustOf, type Trust } from './trust.ts';
import type { ReplayFlags } from './flags.ts';

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
  refuseAws(flags.endpoint);
  refuseAws(flags.kmsEndpoint);
  const trust = await trustOf(flags);
  onTheWay({ urls: [flags.endpoint, flags.kmsEndpoint], insecure: flags.insecure }, process.env).forEach(
    complain,
  );
  return interruptible(async (signal) => {
    const allowance = new Allowance({ signal, deadline: flags.deadline * 1000 });
    const server =
      flags.endpoint === undefined ? await startServer({ copyDuration: embeddedCopyDuration }) : undefined;
    try {
      return await replayAt(flags.endpoint ?? server?.url ?? '', failures, { ...flags, ...trust }, allowance);
    } finally {
      allowance.close();
      await server?.close();
    }
  });
}

async function replayAt(
  url: string,
  failures: ReadonlyMap<string, Failure>,
  flags: ReplayFlags & Trust,
  allowance: Allowance,
): Promise<number> {
  const runId = makeRunId();
  const journal =
    flags.endpoint === undefined
      ? undefined
      : await openJournal({ run: runId, endpoint: url, ...(flags.journal && { file: flags.journal }) });
  let clean = true;
  const targets = new Map<string, EndpointTarget>();
  const kinds = new Set<string>();
  try {
    for (const [file, failure] of failures) {
      const ending = endingOf(allowance.signal);
      if (ending !== undefined) {
        kinds.add('not-run');
        const notRun = { kind: 'not-run', reason: ending.reason } as const;
        process.stdout.write(describeReplayed(file, failure, notRun, specHash));
        continue;
      }
      const region = flags.region ?? failure.target.region;
      const where = { url, region, runId, allowance, ...(journal && { journal }) };
      const target = targets.get(region) ?? (await connect(where, flags));
      targets.set(region, target);
      const { result, leftBehind } = await replayFailure(target, failure, { signal: allowance.signal });
      kinds.add(result.kind);
      process.stdout.write(describeReplayed(file, failure, result, specHash));
      for (const what of leftBehind) complain(`left behind: ${what}`);
    }
  } finally {
    for (const target of targets.values()) {
      const left = await target.sweep();
      if (left.length > 0) clean = false;
      for (const what of left) complain(`left behind: ${what}`);
      await target.close();
    }
    await journal?.end(clean && flags.journal === undefined);
  }
  return exitCodeOf({
    found: kinds.has('reproduced') || kinds.has('changed'),
    judged: !kinds.has('not-run'),
  });
}

const connect = (
  where: Pick<EndpointOptions, 'url' | 'region' | 'runId' | 'journal' | 'allowance'>,
  { timeout, kmsEndpoint, quota, copyTimeout, tls }: ReplayFlags & Trust,
): Promise<EndpointTarget> =>
  connectEndpoint({
    ...where,
    jobs: 1,
    ...(tls !== undefined && { tls }),
    timeout: timeout * 1000,
    copyTimeout: copyTimeout * 1000,
    ...(kmsEndpoint !== undefined && { kmsUrl: kmsEndpoint }),
    ...(quota !== undefined && { quota }),
  });

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(
      `cannot read the failure file ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
