import { Command } from 'commander';
import { integer, parseRegion, parseUrl, withBounds, withTrust } from './options.ts';
import type { ReplayFlags } from './flags.ts';

/** The command `replay`. Its work is loaded only when it runs. */
export function replayCommand(): Command {
  return withTrust(withBounds(new Command('replay')))
    .description('Do again what failure files describe (verify --failures DIR): reproduced, changed or gone.')
    .argument('<file...>', 'failure files')
    .option('--endpoint <url>', 'the endpoint to call; the embedded one unless given', parseUrl)
    .option('--kms-endpoint <url>', 'where its KMS is, if elsewhere', parseUrl)
    .option('--region <region>', 'the called Region; that of the file unless given', parseRegion)
    .option('--quota <n>', "the target's quota of manual snapshots, if not 100", integer(1, 10_000))
    .option('--journal <file>', 'where to tell what is made at the endpoint; the state folder unless given')
    .option('--timeout <seconds>', 'how long to wait for an answer', integer(1, 3600), 10)
    .addHelpText(
      'after',
      `
Exit codes: 0 all gone, 1 reproduced or changed, 2 something could not be run.

Examples:
  neptune-copy-contract replay failures/*.json --endpoint http://127.0.0.1:5000
  neptune-copy-contract replay failures/copy-arn-0123456789ab.json`,
    )
    .action(async (files: string[], flags: ReplayFlags) => {
      const { runReplay } = await import('./run-replay.ts');
      process.exitCode = await runReplay(files, flags);
    });
}
