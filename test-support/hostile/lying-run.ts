/**
 * Runs against liars until so many answers were lies, each run with a share of lies of its own, and prints as JSON
 * what came of it: `node --expose-gc --import tsx test-support/hostile/lying-run.ts LIES SEED`.
 */
import { seeded, pick } from '../../src/selftest/mutants/random.ts';
import { runLiedTo } from './lied-to.ts';
import { lieNames } from './lies.ts';

const wanted = Number(process.argv[2]);
const seed = Number(process.argv[3] ?? 1);
const megabyte = 2 ** 20;

const random = seeded(seed);
const told = new Map<string, number>();
const exits = new Map<string, number>();
const heaps: number[] = [];
const changes: string[] = [];
const attempts: string[] = [];
const crashes: string[] = [];
let lied = 0;
let runs = 0;
let calls = 0;

const count = (of: Map<string, number>, what: string): void => void of.set(what, (of.get(what) ?? 0) + 1);

while (lied < wanted) {
  runs += 1;
  const share = 0.02 + random() * 0.5;
  // Over the door first, most of the time: there a lie ends the run.
  const from = random() < 0.9 ? 20 : 0;
  try {
    const outcome = await runLiedTo((index) => {
      if (index < from || random() > share) return undefined;
      const lie = pick(random, lieNames);
      lied += 1;
      count(told, lie);
      return { at: index, lie, salt: Math.floor(random() * 1_000) };
    });
    calls += outcome.calls;
    count(exits, outcome.exitCode === undefined ? 'nothing to judge' : `exit ${outcome.exitCode}`);
    changes.push(...outcome.changes.map((change) => `run ${runs}: ${change}`));
    attempts.push(...outcome.attempts.map((attempt) => `run ${runs}: ${attempt}`));
  } catch (error) {
    crashes.push(`run ${runs}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  if (lied >= (wanted * (heaps.length + 1)) / 10) {
    globalThis.gc?.();
    heaps.push(Math.round((process.memoryUsage().heapUsed / megabyte) * 10) / 10);
  }
}
/** How many there are, and the first of them. */
const few = (found: readonly string[]): object => ({
  count: found.length,
  ...(found.length > 0 && { first: found.slice(0, 10) }),
});

process.stdout.write(
  `${JSON.stringify({
    seed,
    runs,
    calls,
    lies: lied,
    byLie: Object.fromEntries(told),
    ends: Object.fromEntries(exits),
    crashes: few(crashes),
    changes: few(changes),
    attempts: few(attempts),
    heapMegabytes: heaps,
  })}\n`,
);
process.exitCode = crashes.length + changes.length + attempts.length > 0 ? 1 : 0;
