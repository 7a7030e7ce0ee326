/**
 * `serve`, in a process that tells its parent, when asked, how much memory is in use after a collection:
 * `node --expose-gc --import tsx contracts/fuzz-server.ts`, with a channel for messages.
 */
import { runServe } from '../src/cli/run-serve.ts';

process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.(heapUsed + external);
});
process.exitCode = await runServe({ copyDuration: 0, host: '127.0.0.1', port: 0 });
process.disconnect();
