import { Allowance } from '../target/allowance.ts';
import { systemClock, type Clock } from '../target/clock.ts';
import type { Way } from '../target/endpoint/connection.ts';
import { isAws } from '../target/guard/aws-hosts.ts';
import type { Cleanup } from '../target/guard/cleanup.ts';
import { Journal } from '../target/guard/journal.ts';
import type { JournaledRun } from '../target/guard/read-journal.ts';
import { describeResource } from '../target/guard/resource.ts';
import { guardOver } from './connect.ts';
import { livePrefix } from './mark.ts';
import { lookAt, removeCopy, usualPatience, type Patience } from './remove-copy.ts';

/** How what a live run left is removed. */
export interface LiveCleanupOptions {
  /** Milliseconds until an attempt of a call is given up. */
  readonly timeout: number;
  /** Look, and remove nothing. */
  readonly dryRun: boolean;
  /** The machine's own unless given. */
  readonly clock?: Clock;
  readonly patience?: Patience;
  /** Ends it when aborted. */
  readonly signal?: AbortSignal;
}

/** Calls a second: nothing is in a hurry. */
const callsPerSecond = 2;

/**
 * Removes the copies that a run left in a real account, by its journal: those that carry the run's tag, once they are
 * done. All else is left alone, and told. What the journal says was only asked for is looked for as long as AWS may take to
 * show it.
 */
export async function cleanUpLive(
  { file, run, accounts, leftovers }: JournaledRun,
  { timeout, dryRun, patience = usualPatience, signal, ...options }: LiveCleanupOptions,
): Promise<Cleanup> {
  const allowance = new Allowance({ ...(signal !== undefined && { signal }) });
  const clock = options.clock ?? systemClock(allowance.cleaning);
  const ways: Record<string, Way> = {};
  for (const { id, by, name } of accounts)
    if (by === 'profile' && name !== undefined) ways[id] = { profile: name };
  const journal = dryRun ? undefined : await Journal.goOn(file);
  const guard = guardOver(ways, {
    ...(!isAws(run.endpoint) && { endpoint: run.endpoint }),
    timeout,
    run: run.run,
    ...(journal !== undefined && { journal }),
    allowance,
    clock,
    limits: { calls: Infinity, callsPerSecond, deadline: Infinity },
    end: () => undefined,
  });
  const removed: string[] = [];
  const left: string[] = [];
  try {
    for (const { resource, known } of leftovers) {
      const what = describeResource(resource);
      // AWS has said that it made none; what nobody answered may still come to be seen.
      const wait = known === 'refused' ? { ...patience, seen: 0 } : patience;
      if (known === 'refused' && resource.name === '') continue;
      if (resource.kind !== 'snapshot' || !resource.name.toLowerCase().startsWith(livePrefix)) {
        left.push(`${what}: no live run makes such a thing`);
        continue;
      }
      const look = await lookAt(guard, resource);
      const isThere = look.kind !== 'absent';
      if (dryRun) {
        if (look.kind === 'unmarked') left.push(`${what}: ${look.reason}`);
        else if (isThere) removed.push(what);
        continue;
      }
      const problem = await removeCopy(guard, resource, clock, wait);
      if (problem !== undefined) left.push(problem);
      else if (isThere) removed.push(what);
    }
    return { removed, left };
  } finally {
    guard.close();
    allowance.close();
    await journal?.end(false);
  }
}
