import { access, appendFile, constants, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../errors.ts';
import { render, type Format } from '../reporters/index.ts';
import { escapeMarkdown } from '../reporters/kit/markdown-text.ts';
import type { Report } from '../contract/generated/types.ts';
import type { ReportSink } from './options.ts';
import { complain } from './complain.ts';
import { refuseSharedSinks } from './shared-sinks.ts';
import { fitSummary, summaryLimit } from './step-summary.ts';

/** Refuses files that could not be written, and two reports to one place, before anything is done. */
export async function checkSinks(sinks: readonly ReportSink<string>[]): Promise<void> {
  for (const { file } of sinks) if (file !== undefined) await checkWritable(file);
  await refuseSharedSinks(sinks);
}

/** Refuses to be verbose where no text is asked for: the other formats tell all that they can. */
export function refuseVerbose(
  { verbose = false }: { readonly verbose?: boolean },
  sinks: readonly ReportSink<string>[],
): void {
  if (verbose && !sinks.some(({ format }) => format === 'text'))
    throw new UsageError('--verbose is about the text report, and none is asked for: add --report text.');
}

/** Renders something for each sink and writes it there. */
export async function writeSinks<F extends string>(
  sinks: readonly ReportSink<F>[],
  rendered: (format: F, color: boolean) => Promise<string | Iterable<string>>,
): Promise<void> {
  for (const { format, file } of sinks) {
    const text = await rendered(format, file === undefined && wantsColor(process.stdout));
    const parts = typeof text === 'string' ? [text] : inChunks(text);
    if (file === undefined) for (const part of parts) await writeOut(process.stdout, part);
    else await writeFile(file, parts).catch((error: unknown) => cannotWrite(file, error));
  }
}

/** The same text in fewer parts: each is a call of the system. */
function* inChunks(parts: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (chunk.length < 2 ** 16) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** Writes a part, and waits until there is room for the next or, as after an error, nobody to take it. */
async function writeOut(stream: NodeJS.WriteStream, part: string): Promise<void> {
  stream.write(part);
  if (!stream.writableNeedDrain) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('error', done);
      resolve();
    };
    stream.on('drain', done).on('error', done);
  });
}

/**
 * Writes a report to its sinks, and tells the files on standard error. In a job of GitHub Actions, the format `github`
 * also adds to the job's summary.
 */
export async function writeReports(
  report: Report,
  sinks: readonly ReportSink[],
  {
    verbose = false,
    tell = complain,
  }: { readonly verbose?: boolean; readonly tell?: (line: string) => void } = {},
): Promise<void> {
  const rendered = (format: Format, color: boolean): Promise<string> =>
    render('run', format, report, { color, verbose });
  await writeSinks(sinks, rendered);
  for (const { format, file } of sinks) if (file !== undefined) tell(`wrote ${file} (${format})`);
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (summary === undefined || summary === '' || !sinks.some(({ format }) => format === 'github')) return;
  const size = await stat(summary).then(
    (found) => found.size,
    () => 0,
  );
  const text = fitSummary(await rendered('markdown', false), summaryLimit - size, whereElse(sinks));
  await appendFile(summary, text).catch((error: unknown) => cannotWrite(summary, error));
}

/** Where all of a report is to be found. */
function whereElse(sinks: readonly ReportSink[]): string {
  const files = sinks.flatMap(({ file }) => file ?? []);
  return files.length === 0
    ? 'All of it comes with --report html=FILE.'
    : `All of it stands in ${files.map(escapeMarkdown).join(', ')}.`;
}

async function checkWritable(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() === true) cannotWrite(file, new Error('it is a directory'));
  const place = found === undefined ? dirname(file) : file;
  await access(place, constants.W_OK).catch((error: unknown) => cannotWrite(file, error));
}

/** Colours on a terminal, unless the environment says otherwise. */
export const wantsColor = (stream: NodeJS.WriteStream): boolean =>
  process.env['FORCE_COLOR'] !== undefined || (stream.isTTY && stream.hasColors());

function cannotWrite(file: string, error: unknown): never {
  throw new UsageError(
    `cannot write the report to ${file}: ${error instanceof Error ? error.message : String(error)}`,
  );
}
