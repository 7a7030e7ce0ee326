import { realpath, stat } from 'node:fs/promises';
import { fstatSync } from 'node:fs';
import { devNull } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import type { ReportSink } from './options.ts';

/** Refuses two reports to one file, whatever it is called there, or to standard output: one would spoil the other. */
export async function refuseSharedSinks(sinks: readonly ReportSink<string>[]): Promise<void> {
  const taken = new Map<string, ReportSink<string>>();
  for (const sink of sinks) {
    const place = sink.file === undefined ? standardOutput() : await placeOf(sink.file);
    if (place === undefined) continue;
    const other = taken.get(place);
    if (other !== undefined) throw new UsageError(clash(other, sink));
    taken.set(place, sink);
  }
}

function clash(one: ReportSink<string>, other: ReportSink<string>): string {
  const where = one.file === undefined || other.file === undefined ? 'standard output' : one.file;
  return `${flagOf(one)} and ${flagOf(other)} both go to ${where}: give one of them a file of its own, as in --report ${other.format}=FILE.`;
}

const flagOf = ({ format, file }: ReportSink<string>): string =>
  `--report ${format}${file === undefined ? '' : `=${file}`}`;

/** What a file is known by: itself where it is there, also through links; else its name in its folder. */
async function placeOf(file: string): Promise<string | undefined> {
  if (resolve(file) === devNull) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined) return idOf(found);
  const path = resolve(file);
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return join(folder, basename(path));
}

/** Standard output may be a file that is named as well. */
function standardOutput(): string {
  try {
    const found = fstatSync(process.stdout.fd);
    return found.isFile() || found.isFIFO() ? idOf(found) : 'standard output';
  } catch {
    return 'standard output';
  }
}

const idOf = ({ dev, ino }: { readonly dev: number; readonly ino: number }): string => `${dev}:${ino}`;
