import { Command } from 'commander';
import type { RecordingDiffFlags } from './flags.ts';
import { formatsOf } from '../reporters/index.ts';
import { reportOption } from './options.ts';

/** The command `recording`. Its work is loaded only when it runs. */
export const recordingCommand = (): Command =>
  new Command('recording')
    .description('Hold what runs recorded (verify --record) against each other.')
    .addCommand(diffCommand());

function diffCommand(): Command {
  return new Command('diff')
    .description('What was answered in one recording and not in another, call by call.')
    .argument('<before>', 'the folder of a recording')
    .argument('<after>', 'the folder of another')
    .addOption(
      reportOption(
        'recordings',
        `to a file or standard output: ${formatsOf('recordings').join(', ')}; text unless given; repeatable`,
      ),
    )
    .addHelpText(
      'after',
      `
Compared is what came of each call: whether it was refused and how, the members of the copy, its tags. Times, ids
and names are those of the run and make no difference. Progress is left out.

Exit codes: 0 all that both have ended alike, 1 something ended otherwise, 2 a recording cannot be read.

Examples:
  neptune-copy-contract recording diff monday tuesday
  neptune-copy-contract recording diff aws-2026 aws-2027 --report json=diff.json`,
    )
    .action(async (before: string, after: string, flags: RecordingDiffFlags) => {
      const { runRecordingDiff } = await import('./run-recording-diff.ts');
      process.exitCode = await runRecordingDiff(before, after, flags);
    });
}
