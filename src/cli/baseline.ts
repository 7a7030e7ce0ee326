import { Command } from 'commander';
import type { UpgradeFlags } from './flags.ts';

/** The command `baseline`. Its work is loaded only when it runs. */
export const baselineCommand = (): Command =>
  new Command('baseline').description('Look after a file of known deviations.').addCommand(upgradeCommand());

function upgradeCommand(): Command {
  return new Command('upgrade')
    .description(
      'Turn a baseline of an older version into one of today, with its reasons, owners and comments.',
    )
    .argument('<file>', 'the baseline')
    .requiredOption(
      '--report <file>',
      'a JSON report of `verify` without a baseline, for each target that the file names; repeatable',
      (file: string, before: readonly string[] | undefined) => [...(before ?? []), file],
    )
    .option('--out <file>', 'where to write it; over the old one unless given')
    .addHelpText(
      'after',
      `
An old fingerprint was taken from sentences and cannot be read back: the entries come from the reports, and take over
what people wrote for the rule. Where an old file had several entries for a rule, the new one asks to be looked at
(\`review\`), and fails a run until somebody has.

Exit codes: 0 done, 2 a file cannot be read, or a report is missing; then nothing is written.

Examples:
  neptune-copy-contract verify --endpoint http://127.0.0.1:5000 --target-name moto --report json=moto.json
  neptune-copy-contract baseline upgrade known.yaml --report moto.json`,
    )
    .action(async (file: string, flags: UpgradeFlags) => {
      const { runUpgrade } = await import('./run-baseline.ts');
      process.exitCode = await runUpgrade(file, flags);
    });
}
