/**
 * Runs a command of ours and writes, as the last line on standard error, the most memory that the process has had, in
 * megabytes: `node --import tsx test-support/peak-run.ts verify …`.
 */
import { run } from '../src/cli/program.ts';

await run(process.argv);
process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
