import { createHmac, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareStateFolder, stateFolder } from '../target/guard/state-folder.ts';

/** File of the user's secret, by which nobody else can tell of which account a recording is. */
const secretFile = (): string => join(stateFolder(), 'recording-secret');

/**
 * What stands for an account in recordings: the same in all of one user, so that a pool counts it once, and nothing
 * that tells which it is to those who have not the user's secret.
 */
export async function whose(account: string): Promise<string> {
  return createHmac('sha256', await secretOfUser())
    .update(account)
    .digest('hex')
    .slice(0, 16);
}

/** The user's secret, made when it is first needed. */
async function secretOfUser(): Promise<string> {
  await prepareStateFolder();
  const made = randomBytes(32).toString('hex');
  try {
    await writeFile(secretFile(), made, { flag: 'wx', mode: 0o600 });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readFile(secretFile(), 'utf8');
  }
}
