/**
 * Runs the laws with a seed of its own and many inputs: `npm run soak -- [--runs N] [--seed N] [FILES…]`; or runs of
 * `verify` against liars until they have told so many lies: `npm run soak -- --lies N [--seed N]`.
 * Prints the seed first, so that a failure can be had again.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string' },
    lies: { type: 'string' },
  },
});
const seed = values.seed ?? String(randomInt(2 ** 31));

if (values.lies === undefined) soakLaws();
else soakLies(values.lies);

function soakLaws(): void {
  const laws = positionals.length > 0 ? positionals : ['properties'];
  console.log(`FC_SEED=${seed} FC_RUNS=${values.runs} npx vitest run ${laws.join(' ')}`);
  // A law takes about a millisecond an input.
  run('npx', ['vitest', 'run', '--testTimeout=3600000', ...laws], { FC_SEED: seed, FC_RUNS: values.runs });
}

/** Prints figures as JSON: how many answers were lies of which kind, how the runs ended, and what was harmed. */
function soakLies(lies: string): void {
  console.log(`npm run soak -- --lies ${lies} --seed ${seed}`);
  const state = mkdtempSync(join(tmpdir(), 'ncc-soak-'));
  try {
    run(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', 'test-support/hostile/lying-run.ts', lies, seed],
      {
        XDG_STATE_HOME: state,
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      },
    );
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (error !== undefined) console.error(`${command} could not be started: ${error.message}`);
  process.exitCode = status ?? 2;
}
