import { Command } from 'commander';
import { formatsOf } from '../reporters/index.ts';
import { reportFormats, reportOption } from './options.ts';
import type { CompareFlags, MergeFlags } from './flags.ts';

/** The command `report`. Its work is loaded only when it runs. */
export const reportCommand = (): Command =>
  new Command('report')
    .description('Hold JSON reports of verify against each other, or join the parts of one run.')
    .addCommand(compareCommand())
    .addCommand(mergeCommand());

function compareCommand(): Command {
  const formats = formatsOf('compare');
  return new Command('compare')
    .description('Reports side by side: what fails, passes, or went otherwise since the first one.')
    .argument('<base>', 'the JSON report that the others are held against')
    .argument('<file...>', 'JSON reports of other targets or versions')
    .addOption(
      reportOption(
        'compare',
        `to a file or standard output: ${formats.join(', ')}; text unless given; repeatable`,
      ),
    )
    .addHelpText(
      'after',
      `
A rule is newly failing when it fails and did not in the first report, or when a case of it did not. That is a
regression if it fails the run: what is only inferred, or in the baseline, does not.

Exit codes: 0 nothing is worse than in the first report, 1 a regression, 2 a file cannot be read or is of a run
that could not judge.

Examples:
  neptune-copy-contract report compare moto-5.1.json moto-5.2.json
  neptune-copy-contract report compare moto.json localstack.json ours.json --report html=matrix.html`,
    )
    .action(async (base: string, others: string[], flags: CompareFlags) => {
      const { runCompare } = await import('./run-report.ts');
      process.exitCode = await runCompare([base, ...others], flags);
    });
}

function mergeCommand(): Command {
  return new Command('merge')
    .description('Join the reports of the parts of one run (verify --shard) into the report of the whole.')
    .argument('<file...>', 'JSON reports')
    .addOption(
      reportOption(
        'run',
        `to a file or standard output: ${reportFormats.join(', ')}; json unless given; repeatable`,
      ),
    )
    .option('--verbose', 'in the text report, the evidence, the exchange and a script for each deviation')
    .option('--baseline <file>', 'known deviations, which do not fail the run')
    .addHelpText(
      'after',
      `
Parts that do not belong together, or do not make a whole, are refused.

Exit codes: those of verify, for the whole: 0 conforms, 1 deviations, 2 a part could not be read or joined, or the
whole could not be judged.

Examples:
  neptune-copy-contract verify --endpoint http://127.0.0.1:5000 --shard 1/2 --report json=1.json
  neptune-copy-contract verify --endpoint http://127.0.0.1:5000 --shard 2/2 --report json=2.json
  neptune-copy-contract report merge 1.json 2.json --report json=whole.json --report text`,
    )
    .action(async (files: string[], flags: MergeFlags) => {
      const { runMerge } = await import('./run-report.ts');
      process.exitCode = await runMerge(files, flags);
    });
}
