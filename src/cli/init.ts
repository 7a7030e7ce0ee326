import { Command, InvalidArgumentError } from 'commander';
import { parseUrl } from './options.ts';
import type { InitFlags } from './flags.ts';

/** The command `init`. Its work is loaded only when it runs. */
export function initCommand(): Command {
  return new Command('init')
    .description('Write a configuration, a workflow for GitHub and a first baseline into the working folder.')
    .option('--endpoint <url>', 'where the emulator answers', parseUrl, 'http://127.0.0.1:5000')
    .option(
      '--target-name <name>',
      "what reports and the baseline call it; unless given, the endpoint's host",
      parseText,
    )
    .option(
      '--start <command>',
      'command that starts the emulator in CI; the workflow asks for it unless given',
      parseText,
    )
    .option('--force', 'replace files that are there, but for a baseline, which is brought up to date')
    .option('--dry-run', 'print what would be written, and write nothing')
    .addHelpText(
      'after',
      `
Written are neptune-copy-contract.yaml (what verify does unless its flags say otherwise), a workflow in
.github/workflows, and a baseline of what is known to deviate: from a run of verify where the endpoint answers, else an
empty one. A file that is there is left alone; then nothing is written at all.

Exit codes: 0 written, 2 a file was there, could not be written, or the first run could not judge.

Examples:
  neptune-copy-contract init --endpoint http://127.0.0.1:4566 --target-name ours --start 'docker compose up'
  neptune-copy-contract init --dry-run`,
    )
    .action(async (flags: InitFlags) => {
      const { runInit } = await import('./run-init.ts');
      process.exitCode = await runInit(flags);
    });
}

function parseText(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.');
  return text;
}
