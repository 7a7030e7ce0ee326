import { HarnessError } from '../errors.ts';
import { complain, complaint } from './complain.ts';

/** Whether the stack of an error is to be shown: `--debug`, anywhere before a `--`. */
export function wantsDebug(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? argv.length : end).includes('--debug');
}

/** Says what came of an error: one line, and its stack if that is wanted. Whatever is no HarnessError is a defect of ours. */
export function complainOf(error: unknown, debug: boolean): void {
  const message = error instanceof Error ? error.message || error.name : String(error);
  const known = error instanceof HarnessError;
  const hint = known || debug ? '' : ' (run again with --debug for the stack, and please report it)';
  complain(`neptune-copy-contract: ${known ? '' : 'defect: '}${message}${hint}`);
  if (!debug || !(error instanceof Error)) return;
  const calls = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  for (const call of calls) process.stderr.write(`    ${complaint(call)}`);
}

/**
 * Sees to it that a process ends with 2, and one line, whatever is thrown in it and never caught; and that nobody
 * reading its output any more is no error, but leaves its exit code as it would have been.
 */
export function guardProcess(debug: boolean): void {
  const fail = (error: unknown): never => {
    complainOf(error, debug);
    process.exit(2);
  };
  process.on('uncaughtException', fail).on('unhandledRejection', fail);
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') fail(error);
    });
  }
  // Node ends so when the work waits for what can never come.
  process.on('exit', () => {
    if (process.exitCode !== waitsForever) return;
    complainOf(new Error('the work was never finished'), debug);
    process.exitCode = 2;
  });
}

/** Exit code of Node for a top-level await that is never settled. */
const waitsForever = 13;
