import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { BenchResult } from './serve.ts';
import { built, PlainClients, recordCalls, type Call } from './verify.ts';
import type * as VerifyModule from '../src/verify/index.ts';
import type * as CasesModule from '../src/contract/directed-cases.ts';

const { verify } = await built<typeof VerifyModule>('verify/index.js');
const { directedCases } = await built<typeof CasesModule>('contract/directed-cases.js');

const rounds = 3;
const delays = [0, 20] as const;
const jobs = [1, 4, 16] as const;

/** Families of many worlds: a loop over the calls of all cases would take minutes at a target that is far away. */
const cases = directedCases().filter(({ id }) => /^(kms-|source-|sharing|copy-encryption)/.test(id));

/**
 * Seconds of `verify` with a growing number of jobs, beside a plain loop that makes the very calls of one job with
 * plain SDK clients, one after the other, and looks at nothing. The target is another process; 20 ms a call are those
 * of one that is somewhere else. They take turns; medians are shown, and those of the ratios.
 */
export async function benchJobs(): Promise<readonly BenchResult[]> {
  const calls = await recordCalls(cases);
  const results: BenchResult[] = [];
  for (const delay of delays) results.push(await beside(calls, delay));
  return results;
}

async function beside(calls: readonly Call[], delay: number): Promise<BenchResult> {
  const loops: number[] = [];
  const runs = new Map<number, number[]>(jobs.map((each) => [each, []]));
  const ratios = new Map<number, number[]>(jobs.map((each) => [each, []]));
  for (let round = 0; round < rounds; round += 1) {
    const loop = await seconds(delay, (url) => timeLoop(calls, url));
    loops.push(loop);
    for (const each of jobs) {
      const run = await seconds(delay, (endpoint) =>
        verify({ endpoint, cases, pairs: 0, jobs: each, journal: false }),
      );
      runs.get(each)?.push(run);
      ratios.get(each)?.push(run / loop);
    }
  }
  const named = (each: number): string => `verify, ${each} ${each === 1 ? 'job' : 'jobs'}`;
  return {
    name: `${calls.length} calls of ${cases.length} cases, ${delay} ms a call`,
    unit: 'seconds, and as a part of the loop',
    rows: [
      { name: 'plain loop, same calls', value: rounded(median(loops)) },
      ...jobs.map((each) => ({ name: named(each), value: rounded(median(runs.get(each) ?? [])) })),
      ...jobs.map((each) => ({
        name: `${named(each)}, ratio`,
        value: rounded(median(ratios.get(each) ?? [])),
      })),
    ],
  };
}

/** How long the work takes at a fresh target. */
async function seconds(delay: number, work: (url: string) => Promise<unknown>): Promise<number> {
  const child = fork(join(import.meta.dirname, 'slow-target.ts'), [String(delay)]);
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      child.once('message', (message) => resolve(message as string));
    });
    const started = performance.now();
    await work(url);
    return (performance.now() - started) / 1000;
  } finally {
    child.disconnect();
  }
}

async function timeLoop(calls: readonly Call[], url: string): Promise<void> {
  const clients = new PlainClients(url);
  try {
    for (const call of calls) await clients.send(call);
  } finally {
    clients.destroy();
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

if (process.argv[1] === import.meta.filename) {
  for (const { name, unit, rows } of await benchJobs()) {
    console.log(`${name} (${unit})`);
    for (const row of rows) console.log(`  ${row.name.padEnd(30)} ${row.value}`);
  }
}
