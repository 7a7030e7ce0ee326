import { rm } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { complain } from './complain.ts';
import { onTheWay } from './on-the-way.ts';
import { trustOf, type Trust } from './trust.ts';
import { plural } from '../reporters/run/words.ts';
import { cleanUpLive } from '../harness/live/clean-up.ts';
import { refuseAws } from '../harness/target/guard/aws-hosts.ts';
import { cleanUp } from '../harness/target/guard/cleanup.ts';
import {
  handleOf,
  readJournal,
  readJournals,
  type JournaledRun,
} from '../harness/target/guard/read-journal.ts';
import { journalFile } from '../harness/target/guard/state-folder.ts';
import type { CleanupFlags } from './flags.ts';

/** Removes what runs left. Resolves to the exit code: 0 when nothing is left, else 1. */
export async function runCleanup(ids: readonly string[], flags: CleanupFlags): Promise<number> {
  refuseAws(flags.endpoint);
  const trust = await trustOf(flags);
  const known = flags.journal === undefined ? await readJournals() : await readJournal(flags.journal);
  const chosen = choose(known, ids, flags);
  if (ids.length === 0 && flags.all !== true && flags.journal === undefined) return tell(chosen);
  if (chosen.length === 0) process.stdout.write('nothing was left\n');
  let left = 0;
  for (const run of chosen) left += await cleanOne(run, ids.includes(run.run.run), { ...flags, ...trust });
  return left === 0 ? 0 : 1;
}

/** The runs that are meant: over, with something left. */
function choose(
  known: readonly JournaledRun[],
  ids: readonly string[],
  { endpoint }: CleanupFlags,
): readonly JournaledRun[] {
  const missing = ids.filter((id) => !known.some(({ run }) => run.run === id));
  if (missing.length > 0) {
    throw new UsageError(
      `no journal tells of the run ${missing.join(', ')}; \`cleanup\` lists those that left something`,
    );
  }
  if (ids.length > 0) return known.filter(({ run }) => ids.includes(run.run));
  return known.filter(
    ({ run, leftovers, isRunning }) =>
      leftovers.length > 0 && !isRunning && (endpoint === undefined || run.endpoint === endpoint),
  );
}

function tell(runs: readonly JournaledRun[]): number {
  if (runs.length === 0) {
    process.stdout.write('no run left anything\n');
    return 0;
  }
  for (const journaled of runs) {
    const { run, leftovers } = journaled;
    process.stdout.write(
      `${run.run}: ${plural(leftovers.length, 'thing')} at ${run.endpoint}, of ${run.startedAt}: \`cleanup ${handleOf(journaled)}\` removes what is still there\n`,
    );
  }
  return 1;
}

async function cleanOne(
  journaled: JournaledRun,
  named: boolean,
  { endpoint, timeout, dryRun = false, tls }: CleanupFlags & Trust,
): Promise<number> {
  const { run, file } = journaled;
  const urls = [named && endpoint !== undefined ? endpoint : run.endpoint, run.kmsEndpoint];
  onTheWay({ urls, insecure: tls?.insecure }, process.env).forEach(complain);
  const how = { timeout: timeout * 1000, dryRun };
  const { removed, left } =
    run.live === true
      ? await cleanUpLive(journaled, how)
      : await cleanUp(journaled, {
          ...(tls !== undefined && { tls }),
          ...how,
          ...(named && endpoint !== undefined && { endpoint }),
        });
  const verb = dryRun ? 'would remove' : 'removed';
  for (const what of removed) process.stdout.write(`${run.run}: ${verb} ${what}\n`);
  for (const what of left) process.stdout.write(`${run.run}: left ${what}\n`);
  if (removed.length + left.length === 0) process.stdout.write(`${run.run}: nothing is left\n`);
  if (dryRun) return removed.length + left.length;
  // Nothing more to tell: the state folder need not keep it.
  if (left.length === 0 && file === journalFile(run.run) && run.live !== true)
    await rm(file, { force: true });
  return left.length;
}
