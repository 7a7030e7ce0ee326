import { plural } from '../reporters/run/words.ts';
import { handleOf, readJournals } from '../harness/target/guard/read-journal.ts';

/**
 * What stands at the head of a run, so that whoever kills it knows what to clean up: its id, and what earlier runs left
 * at the same endpoint. The journals' folder not being readable is told when a journal is begun.
 */
export async function announceRun(run: string, endpoint: string): Promise<readonly string[]> {
  const earlier = (await readJournals()).filter(
    (journaled) =>
      journaled.run.endpoint === endpoint && journaled.leftovers.length > 0 && !journaled.isRunning,
  );
  return [
    `run ${run} at ${endpoint}; if it is killed, \`neptune-copy-contract cleanup ${run}\` removes what it made`,
    ...earlier.map(
      (journaled) =>
        `the run ${journaled.run.run} of ${journaled.run.startedAt} may have left ${plural(journaled.leftovers.length, 'thing')} here: \`neptune-copy-contract cleanup ${handleOf(journaled)}\` removes what is still there`,
    ),
  ];
}
