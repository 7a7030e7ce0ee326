/**
 * Runs the laws with a seed of its own and many inputs: `npm run soak -- [--runs N] [--seed N] [FILES…]`.
 * Prints the seed first, so that a failure can be had again.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '20000' }, seed: { type: 'string' } },
});
const seed = values.seed ?? String(randomInt(2 ** 31));
const laws = positionals.length > 0 ? positionals : ['properties'];

console.log(`FC_SEED=${seed} FC_RUNS=${values.runs} npx vitest run ${laws.join(' ')}`);
// A law takes about a millisecond an input.
const { status, error } = spawnSync('npx', ['vitest', 'run', '--testTimeout=3600000', ...laws], {
  stdio: 'inherit',
  env: { ...process.env, FC_SEED: seed, FC_RUNS: values.runs },
});
if (error !== undefined) console.error(`vitest could not be started: ${error.message}`);
process.exitCode = status ?? 2;
