import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { contractValidator } from '../../contract/contract-validator.ts';
import { formatProblem, readDocument } from '../../contract/document.ts';
import type {
  Recorded,
  RecordedCase,
  RecordedSequence,
  RecordedUnmeasured,
  RecordingIndex,
} from '../../contract/generated/types.ts';
import type { Situation } from '../../contract/case.ts';
import { indexFile } from './recorder.ts';
import { caseKey, sequenceKey } from './work-key.ts';

/** A recording, its files by what they are found by. */
export interface Recording {
  readonly index: RecordingIndex;
  readonly cases: ReadonlyMap<string, RecordedCase | RecordedUnmeasured>;
  readonly sequences: ReadonlyMap<string, RecordedSequence>;
}

/**
 * Reads the recording in a folder. Rejects with a UsageError that names the file where something was changed,
 * added or taken away since, or is no recording. One whose run did not come to its end is read as far as it goes.
 */
export async function readRecording(folder: string): Promise<Recording> {
  const index = parsed(await read(folder, indexFile), join(folder, indexFile), 'recording') as RecordingIndex;
  const paths = await recordedFiles(folder);
  if (index.complete) refuseOthers(folder, paths, index);
  const cases = new Map<string, RecordedCase | RecordedUnmeasured>();
  const sequences = new Map<string, RecordedSequence>();
  for (const path of paths) {
    const file = join(folder, path);
    const text = await read(folder, path);
    const told = index.files[path];
    if (told !== undefined && createHash('sha256').update(text).digest('hex') !== told)
      throw new UsageError(`${file} was changed after it was recorded.`);
    const recorded = parsed(text, file, 'recorded') as Recorded;
    if (recorded.kind === 'sequence') sequences.set(sequenceKey(recorded.calls, recorded.closely), recorded);
    else cases.set(caseKey(recorded.situation as Situation, recorded.follow), recorded);
  }
  return { index, cases, sequences };
}

/** What is in a whole recording is what its index names. */
function refuseOthers(folder: string, paths: readonly string[], { files }: RecordingIndex): void {
  const missing = Object.keys(files).find((path) => !paths.includes(path));
  if (missing !== undefined)
    throw new UsageError(`${join(folder, missing)} is missing: the recording is not whole.`);
  const added = paths.find((path) => files[path] === undefined);
  if (added !== undefined)
    throw new UsageError(`${join(folder, added)} is not of the recording: ${indexFile} does not name it.`);
}

async function recordedFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'));
  return paths.filter((path) => path !== indexFile).sort();
}

async function read(folder: string, path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8').catch((error: unknown) => {
    throw new UsageError(`${folder} is no recording: ${(error as Error).message}`);
  });
}

/** A file in JSON; the schema tells first whether it is one of the recording. */
function parsed(text: string, file: string, schema: 'recording' | 'recorded'): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (
    value !== undefined &&
    contractValidator().problems(`neptune-copy-contract:${schema}`, value).length === 0
  )
    return value;
  // Read again for the line and column of what is wrong.
  const document = readDocument(text, file, `neptune-copy-contract:${schema}`, contractValidator());
  if (document.ok) return document.value;
  throw new UsageError(document.problems.slice(0, 1).map(formatProblem).join('\n'));
}
