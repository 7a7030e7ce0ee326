import { Command } from 'commander';
import { integer, parseUrl, withTrust } from './options.ts';
import type { CleanupFlags } from './flags.ts';

/** The command `cleanup`. Its work is loaded only when it runs. */
export function cleanupCommand(): Command {
  return withTrust(new Command('cleanup'))
    .description(
      'Remove what runs left at an endpoint, by their journals. Without a run, tell what there is.',
    )
    .argument('[run...]', 'runs, by the id that they told first')
    .option('--all', 'all runs that are over and left something')
    .option(
      '--endpoint <url>',
      'only what was left at this endpoint; for a run that is named, where to call instead',
      parseUrl,
    )
    .option('--journal <file>', "a journal outside of the user's state folder")
    .option('--dry-run', 'look what is there, and remove nothing')
    .option('--timeout <seconds>', 'how long to wait for an answer', integer(1, 3600), 10)
    .addHelpText(
      'after',
      `
Only what a run made itself is removed, and looked after whether it is gone.
Exit codes: 0 nothing is left, 1 something is, 2 it could not be told.

Examples:
  neptune-copy-contract cleanup
  neptune-copy-contract cleanup k3x9ab
  neptune-copy-contract cleanup --all --endpoint http://127.0.0.1:4566 --dry-run`,
    )
    .action(async (runs: string[], flags: CleanupFlags) => {
      const { runCleanup } = await import('./run-cleanup.ts');
      process.exitCode = await runCleanup(runs, flags);
    });
}
