import type { DirectedCase } from '../contract/case.ts';
import { directedCases } from '../contract/directed-cases.ts';
import { suggestion } from '../contract/nearest.ts';
import { UsageError } from '../errors.ts';
import type { LiveLevel } from '../harness/live/permit.ts';
import { casesOfQuestion, questions } from '../live/questions.ts';
import { readLive, type LiveFile } from '../live/read-live.ts';
import type { LiveWorkFlags } from './flags.ts';
import { readText } from './read-files.ts';
import { casesOf } from './selection.ts';

/** What the flags ask of an account. */
export interface Work {
  readonly file: LiveFile;
  readonly level: LiveLevel;
  readonly cases: readonly DirectedCase[];
}

/** Reads the file of an account, and which cases are meant. Throws a UsageError. */
export function workOf(name: string, flags: LiveWorkFlags): Work {
  const { rejections = false, question, case: ids } = flags;
  if (question !== undefined && ids !== undefined)
    throw new UsageError('--question and --case exclude each other: a question has cases of its own.');
  const file = readLive(readText(name, { bytes: 1_000_000, what: 'file' }), name);
  const level = rejections ? 'rejections' : 'full';
  if (ids !== undefined) return { file, level, cases: casesOf({ case: ids }).cases };
  return { file, level, cases: question === undefined ? directedCases() : casesAsking(question) };
}

function casesAsking(id: string): readonly DirectedCase[] {
  const found = questions.find((each) => each.id === id);
  if (found !== undefined) return casesOfQuestion(found);
  const ids = questions.map((each) => each.id);
  throw new UsageError(
    `There is no question "${id}"${suggestion(id, ids) || `; there are ${ids.join(', ')}.`}`,
  );
}
