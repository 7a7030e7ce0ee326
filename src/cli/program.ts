import { Command, CommanderError } from 'commander';
import { baselineCommand } from './baseline.ts';
import { checkCommand } from './check.ts';
import { cleanupCommand } from './cleanup.ts';
import { complaint } from './complain.ts';
import { completionCommand } from './completion.ts';
import { complainOf, wantsDebug } from './defects.ts';
import { doctorCommand } from './doctor.ts';
import { driftCommand } from './drift.ts';
import { evidenceCommand } from './evidence.ts';
import { explainCommand } from './explain.ts';
import { importWorldCommand } from './import-world.ts';
import { initCommand } from './init.ts';
import { liveCommand } from './live.ts';
import { replayCommand } from './replay.ts';
import { recordingCommand } from './recording.ts';
import { reportCommand } from './report.ts';
import { serveCommand } from './serve.ts';
import { verifyCommand } from './verify.ts';
import { version } from '../contract/version.ts';

/** The commands. A new one is a file and a line here. */
const commands = [
  verifyCommand,
  doctorCommand,
  initCommand,
  checkCommand,
  importWorldCommand,
  explainCommand,
  driftCommand,
  liveCommand,
  replayCommand,
  cleanupCommand,
  reportCommand,
  recordingCommand,
  evidenceCommand,
  baselineCommand,
  serveCommand,
  completionCommand,
];

/** Runs a command line. Sets the exit code: 2, with one line on standard error, when the tool could not do its work, be it a defect of its own. */
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
    command.exitOverride().configureOutput({ outputError }).option('--debug', 'show the stack of an error');
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = exitCodeOf(error, wantsDebug(argv));
  }
}

/** One line, with what commander suggests. */
const outputError = (text: string, write: (text: string) => void): void => write(complaint(text));

function exitCodeOf(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  complainOf(error, debug);
  return 2;
}
