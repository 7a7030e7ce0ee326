import { Command } from 'commander';
import { formatsOf } from '../reporters/index.ts';
import type { EvidenceFlags } from './flags.ts';
import { more, reportOption } from './options.ts';

/** The command `evidence`. Its work is loaded only when it runs. */
export const evidenceCommand = (): Command =>
  new Command('evidence')
    .description('What recordings confirm, contradict, settle or leave open, rule by rule. Sends nothing.')
    .argument('[recording...]', 'folders of recordings (verify --record)')
    .option('--pool <dir>', 'all recordings in a folder; repeatable', more)
    .option(
      '--against <file>',
      'a JSON report of verify: in whose verdict the proposed rows would change something; repeatable',
      more,
    )
    .addOption(
      reportOption(
        'evidence',
        `to a file or standard output: ${formatsOf('evidence').join(', ')}; text unless given; repeatable`,
      ),
    )
    .addHelpText(
      'after',
      `
A recording confirms a claim, contradicts it, or settles what the contract leaves unspecified, with the answer. What
recordings do not agree in is conflicting: all of it stays. Of what AWS itself answered, rows for spec/rules.yaml are
proposed; --report patch=FILE has them for a person to review, who applies them with \`git apply\`. Recordings of
several people are counted by account and Region, without telling which accounts.

Exit codes: 0 told, 2 a recording or a report cannot be read.

Examples:
  neptune-copy-contract evidence aws-2026-11
  neptune-copy-contract evidence --pool recordings --against moto.json
  neptune-copy-contract evidence aws-2026-11 --report text --report patch=rows.patch`,
    )
    .action(async (folders: string[], flags: EvidenceFlags) => {
      const { runEvidence } = await import('./run-evidence.ts');
      process.exitCode = await runEvidence(folders, flags);
    });
