import { Command, CommanderError } from 'commander';
import { HarnessError } from '../errors.ts';
import { checkCommand } from './check.ts';
import { complain, complaint } from './complain.ts';
import { completionCommand } from './completion.ts';
import { driftCommand } from './drift.ts';
import { explainCommand } from './explain.ts';
import { replayCommand } from './replay.ts';
import { reportCommand } from './report.ts';
import { serveCommand } from './serve.ts';
import { verifyCommand } from './verify.ts';
import { version } from './version.ts';

/** The commands. A new one is a file and a line here. */
const commands = [
  verifyCommand,
  checkCommand,
  explainCommand,
  driftCommand,
  replayCommand,
  reportCommand,
  serveCommand,
  completionCommand,
];

/** Runs a command line. Sets the exit code: 2, with one line on standard error, when the tool could not do its work. */
export async function run(argv: readonly string[]): Promise<void> {
  const program = new Command('neptune-copy-contract')
    .description("An executable contract for Amazon Neptune's CopyDBClusterSnapshot.")
    .version(version());
  for (const make of commands) program.addCommand(make());
  for (const command of [
    program,
    ...program.commands,
    ...program.commands.flatMap(({ commands: own }) => own),
  ])
    command.exitOverride().configureOutput({ outputError });
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

/** One line, with what commander suggests. */
const outputError = (text: string, write: (text: string) => void): void => write(complaint(text));

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof HarnessError)) throw error;
  complain(`neptune-copy-contract: ${error.message}`);
  return 2;
}
