/** How long an interrupted command may take to end, and then to have its output read, in milliseconds. */
const exitMilliseconds = { ending: 4_700, reading: 300 };

/** Exit code of a command that was stopped: what it was to find out is not found out. */
const stopped = 2;

/**
 * Does work that Ctrl-C (or SIGTERM) ends early: the work is told by the signal, and cleans up itself. Another Ctrl-C
 * ends the process at once, and so does time: neither a work that does not listen nor an output that nobody reads
 * keeps it. `notice` is what somebody who waits is told.
 */
export async function interruptible<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  notice = 'interrupted: cleaning up (again to stop at once)\n',
): Promise<Result> {
  const interruption = new AbortController();
  const interrupt = (): void => {
    if (interruption.signal.aborted) process.exit(stopped);
    interruption.abort();
    process.stderr.write(notice);
    exitAfter(exitMilliseconds.ending);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    return await work(interruption.signal);
  } finally {
    // Who is interrupted already goes on listening: what is still to be written may find no reader.
    if (interruption.signal.aborted) exitAfter(exitMilliseconds.reading);
    else process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** Resolves when a signal is aborted. */
export const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Ends the process then, if it has not ended by itself. */
function exitAfter(milliseconds: number): void {
  setTimeout(() => process.exit(process.exitCode ?? stopped), milliseconds).unref();
}
