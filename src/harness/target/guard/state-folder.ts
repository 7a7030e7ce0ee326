import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../../errors.ts';

/** Where programs of this user keep what has to outlive them: the XDG base directories, or the local data of Windows. */
export function stateFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base = env['XDG_STATE_HOME'] || env['LOCALAPPDATA'] || join(homedir(), '.local', 'state');
  return join(base, 'neptune-copy-contract');
}

/** File of a run's journal. */
export const journalFile = (run: string): string => join(stateFolder(), `${run}.jsonl`);

/** Makes the folder if need be. Rejects with a UsageError that tells the way out. */
export async function prepareStateFolder(): Promise<void> {
  await mkdir(stateFolder(), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `cannot keep a journal of the run in ${stateFolder()}: ${reason}. Name a file with --journal.`,
    );
  });
}
