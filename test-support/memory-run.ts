/**
 * Runs a stateful search of so many calls against an embedded endpoint and prints, as JSON, the heap in use after
 * each tenth of the way: `node --expose-gc --import tsx test-support/memory-run.ts CALLS`.
 */
import fc from 'fast-check';
import { callSequences } from '../src/harness/search/calls.ts';
import { executeSequence } from '../src/harness/search/index.ts';
import { startServer } from '../src/server/index.ts';
import { connectEndpoint } from '../src/harness/target/endpoint/index.ts';

const wanted = Number(process.argv[2]);
const server = await startServer();
const target = await connectEndpoint({
  url: server.url,
  region: 'us-east-1',
  timeout: 10_000,
  runId: 'memory',
});
const features = { keys: true, otherAccount: true, otherRegion: true };
const heaps: number[] = [];
let calls = 0;
for (let run = 0; calls < wanted; run += 1) {
  const [sequence = []] = fc.sample(callSequences(30, features), { seed: run, numRuns: 1 });
  const { sightings } = await executeSequence(target, sequence, { prefix: `ncc-memory-s${run}` });
  if (sightings.length > 0) throw new Error(`the embedded endpoint deviates: ${JSON.stringify(sequence)}`);
  calls += sequence.length;
  if (calls >= (wanted / 10) * (heaps.length + 1)) {
    globalThis.gc?.();
    heaps.push(process.memoryUsage().heapUsed);
  }
}
await target.close();
await server.close();
process.stdout.write(`${JSON.stringify({ calls, heaps })}\n`);
