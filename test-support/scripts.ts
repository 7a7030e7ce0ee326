import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Python } from './python.ts';

/** How scripts of a language are run. */
export interface Interpreter {
  readonly file: string;
  readonly needs: 'python' | 'nothing';
  command(python: Python | undefined): string;
}

/** The languages of reproductions. */
export const interpreters: Readonly<Record<string, Interpreter>> = {
  'aws-cli': { file: 'reproduction.sh', needs: 'python', command: () => 'bash' },
  boto3: { file: 'reproduction.py', needs: 'python', command: (there) => there?.program('python') ?? '' },
  javascript: { file: 'reproduction.mjs', needs: 'nothing', command: () => process.execPath },
  curl: { file: 'reproduction-curl.sh', needs: 'nothing', command: () => 'bash' },
};

/** A new folder in which scripts find the SDK for JavaScript. */
export function scriptFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reproductions-'));
  symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), join(folder, 'node_modules'));
  return folder;
}

/** Writes a script into a folder of its own. Resolves to its file. */
export function writeScript(folder: string, { file }: Interpreter, script: string): string {
  const path = join(mkdtempSync(join(folder, 'script-')), file);
  writeFileSync(path, script);
  return path;
}
