import { writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { importWorld } from '../check/import/import-world.ts';
import { formatProblem } from '../contract/document.ts';
import { UsageError } from '../errors.ts';
import type { Asked } from './ask-aws.ts';
import { complain } from './complain.ts';
import type { ImportWorldFlags } from './flags.ts';
import { readTexts, type SizeLimit } from './read-files.ts';

const outputLimit: SizeLimit = { bytes: 64 * 2 ** 20, what: 'an output' };

/**
 * Makes a world file of outputs of AWS CLI, and tells what it cannot hold. Resolves to the exit code. Throws a
 * UsageError for files that cannot be read or written.
 */
export async function runImportWorld(
  names: readonly string[],
  { out, force = false, profile, region }: ImportWorldFlags,
): Promise<number> {
  if ((profile === undefined) !== (region === undefined))
    throw new UsageError('--profile and --region go together: who asks AWS, and where.');
  if (names.length === 0 && profile === undefined)
    throw new UsageError('nothing is given to import; `import-world --help` tells more.');
  const files: Record<string, string> = {};
  if (profile !== undefined && region !== undefined)
    Object.assign(files, await answersOf({ profile, region }));
  for await (const { file, text } of readTexts(names, outputLimit)) files[file] = text;
  const imported = importWorld(files);
  if (!imported.ok) {
    for (const problem of imported.problems) complain(formatProblem(problem));
    return 2;
  }
  const { world, losses } = imported;
  const text = out?.endsWith('.json') === true ? `${JSON.stringify(world, null, 2)}\n` : stringify(world);
  if (out === undefined) process.stdout.write(text);
  else await writeNew(out, text, force);
  for (const line of losses) complain(line);
  return 0;
}

/** What AWS answers. That it does not is no defect of ours, but one of the profile, its rights or the way there. */
export async function answersOf(asked: Asked): Promise<Readonly<Record<string, string>>> {
  const { askAws } = await import('./ask-aws.ts');
  try {
    return await askAws(asked);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UsageError(
      `AWS cannot be asked as ${asked.profile} in ${asked.region}: ${error.name}: ${error.message}`,
    );
  }
}

/** Writes a file that is not there, unless it is to be replaced. */
export async function writeNew(file: string, text: string, force: boolean): Promise<void> {
  await writeFile(file, text, { flag: force ? 'w' : 'wx' }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new UsageError(
      isThere ? `${file} is there already; --force replaces it.` : `cannot write ${file}: ${reason}`,
    );
  });
}
