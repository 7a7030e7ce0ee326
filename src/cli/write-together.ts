import { constants, copyFile, lstat, mkdir, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../errors.ts';

/** A file that is to be written. */
export interface Writing {
  readonly path: string;
  readonly text: string;
  /** Whether one that is there is replaced. */
  readonly replace: boolean;
}

/** Whether something stands under a path, be it a link to nowhere. */
export const stands = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    (error: unknown) => {
      if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return false;
      throw cannotWrite(path, error);
    },
  );

/**
 * Writes files with the folders that they stand in: all of them, or none. Rejects with a UsageError that names the
 * file when one cannot be written, or stands there and must not be replaced.
 */
export async function writeTogether(files: readonly Writing[]): Promise<void> {
  const folders: string[] = [];
  const drafts: string[] = [];
  const undo: (() => Promise<void>)[] = [];
  try {
    // Whatever can go wrong with a folder or a disk goes wrong here, before anything is in its place.
    for (const { path, text } of files) {
      await makeFolders(dirname(path), folders).catch(cannot(path));
      const draft = draftOf(path);
      drafts.push(draft);
      await writeFile(draft, text, { flag: 'wx' }).catch(cannot(path));
    }
    for (const { path, replace } of files) {
      const before = `${draftOf(path)}-before`;
      const replaced = replace && (await stands(path));
      if (replaced) {
        if ((await lstat(path)).isDirectory()) throw cannotWrite(path, new Error('it is a directory'));
        await rename(path, before).catch(cannot(path));
        undo.push(() => rename(before, path));
      }
      // Never in the place of what came there meanwhile.
      await copyFile(draftOf(path), path, constants.COPYFILE_EXCL).catch(cannot(path));
      undo.push(() => unlink(path));
    }
  } catch (error) {
    for (const each of undo.reverse()) await each();
    for (const draft of drafts) await rm(draft, { force: true });
    for (const folder of folders.reverse()) await rmdir(folder);
    throw error;
  }
  for (const draft of drafts) {
    await rm(draft, { force: true });
    await rm(`${draft}-before`, { force: true });
  }
}

const draftOf = (path: string): string => `${path}.${process.pid}.tmp`;

/** Makes a folder and those around it, and notes which it made. */
async function makeFolders(folder: string, made: string[]): Promise<void> {
  if (await stands(folder)) return;
  await makeFolders(dirname(folder), made);
  await mkdir(folder);
  made.push(folder);
}

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

const cannot =
  (path: string) =>
  (error: unknown): never => {
    throw cannotWrite(path, error);
  };

const cannotWrite = (path: string, error: unknown): UsageError =>
  error instanceof UsageError
    ? error
    : new UsageError(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`);
