/**
 * The endpoint of `serve`, in a process that tells its parent, when asked, how much memory is in use after a
 * collection: `node --expose-gc --import tsx test-support/fuzz-server.ts`, with a channel for messages. It is less patient
 * than `serve` is.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { startServer } from '../src/server/index.ts';

/** What one collection leaves may go with the next: buffers are freed later, and by another thread. What leaks stays. */
const collections = 10;

async function inUse(): Promise<number> {
  const seen: number[] = [];
  while (seen.length < collections) {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    seen.push(heapUsed + external);
    await wait(100);
  }
  return Math.min(...seen);
}

process.on('message', () => void inUse().then((bytes) => process.send?.(bytes)));
const { url } = await startServer({
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 200,
  onDefect: (error) => void process.stderr.write(`${String(error)}\n`),
});
process.stdout.write(`${url}\n`);
