import { UsageError } from '../../../errors.ts';
import { Journal } from './journal.ts';
import { journalFile, prepareStateFolder } from './state-folder.ts';

/** Which run a journal is of, and where it is kept. */
export interface JournalOptions {
  readonly run: string;
  readonly endpoint: string;
  readonly kmsEndpoint?: string;
  /** Whether it is a run in a real account. */
  readonly live?: true;
  /** File; one in the user's state folder unless given. */
  readonly file?: string;
}

/** Begins the journal of a run. Rejects with a UsageError when it cannot be kept: then nothing may be made. */
export async function openJournal({
  run,
  endpoint,
  kmsEndpoint,
  live,
  file,
}: JournalOptions): Promise<Journal> {
  if (file === undefined) await prepareStateFolder();
  const path = file ?? journalFile(run);
  try {
    return await Journal.begin(path, {
      event: 'run',
      format: 1,
      run,
      endpoint,
      ...(kmsEndpoint !== undefined && { kmsEndpoint }),
      ...(live !== undefined && { live }),
      startedAt: new Date().toISOString(),
      pid: process.pid,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot keep a journal of the run in ${path}: ${reason}`);
  }
}
