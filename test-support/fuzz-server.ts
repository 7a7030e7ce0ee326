/**
 * The endpoint of `serve`, in a process that tells its parent, when asked, how much memory is in use after a
 * collection: `node --expose-gc --import tsx test-support/fuzz-server.ts`, with a channel for messages. It is less usualRetries
 * than `serve` is.
 */
import { startServer } from '../src/server/index.ts';

process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.(heapUsed + external);
});
const { url } = await startServer({
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 200,
  onDefect: (error) => void process.stderr.write(`${String(error)}\n`),
});
process.stdout.write(`${url}\n`);
