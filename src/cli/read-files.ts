import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  readdirSync,
  realpathSync,
  statSync,
  statfsSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { harmless } from '../contract/shown.ts';

/** What is read of one file at most. */
export interface SizeLimit {
  readonly bytes: number;
  /** What such a file is called, such as `a policy`. */
  readonly what: string;
  /** What such files are called where a folder is named; YAML and JSON unless told. */
  readonly names?: RegExp;
}

const mebibyte = 2 ** 20;
/** A hundred thousand copies with their tags are some 40 MiB. */
export const planLimit: SizeLimit = {
  bytes: 64 * mebibyte,
  what: 'a plan',
  names: /\.(?:ya?ml|json|jsonl|ndjson|tf)$/,
};
/** A long one with its tests is some 20 KiB. */
export const policyLimit: SizeLimit = { bytes: mebibyte, what: 'a policy' };
export const worldLimit: SizeLimit = { bytes: 16 * mebibyte, what: 'a world file' };

/** A file's text, and how reports name it. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/**
 * The texts of files, and of those in folders and below that are called as such files are, in the order of their names;
 * `-` is standard input. A file that is named twice, or also by a link, is read once. A link that is named is followed;
 * one that is met in a folder may not lead out of it. Throws a UsageError for what is no file, or too large.
 */
export async function* readTexts(names: readonly string[], limit: SizeLimit): AsyncGenerator<TextFile> {
  const seen = new Set<string>();
  for (const name of names) {
    if (name === '-') {
      if (!seen.has(name)) yield { file: '<stdin>', text: await readInput(limit) };
      seen.add(name);
      continue;
    }
    for (const path of filesIn(name, seen, limit)) yield { file: nameOf(path), text: readText(path, limit) };
  }
}

/** The text of a file. Throws a UsageError for what is no file, or too large. */
export function readText(path: string, limit: SizeLimit): string {
  const called = limit === worldLimit ? 'the world file ' : '';
  return reading(
    path,
    () => {
      refuseSpecial(statSync(path), path);
      // A pipe that took the file's place in the meantime is not waited for, and then refused.
      const opened = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        const stats = fstatSync(opened);
        refuseSpecial(stats, path);
        if (stats.size > limit.bytes) tooLarge(path, limit);
        return wholeOf(opened, stats.size, path, limit);
      } finally {
        closeSync(opened);
      }
    },
    called,
  );
}

/** Reads to the end, which may be farther away than the size says. */
function wholeOf(opened: number, size: number, path: string, limit: SizeLimit): string {
  let buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(opened, buffer, length, buffer.length - length, null);
    if (count === 0) return buffer.toString('utf8', 0, length);
    length += count;
    if (length > limit.bytes) tooLarge(path, limit);
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(length * 2, limit.bytes + 1));
  }
}

async function readInput(limit: SizeLimit): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit.bytes) tooLarge('<stdin>', limit);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(path: string, { bytes, what }: SizeLimit): never {
  throw new UsageError(`${nameOf(path)}:1:1: ${what} has at most ${bytes / mebibyte} MiB; split it`);
}

/** The file itself, or the documents in a folder and below. */
function* filesIn(name: string, seen: Set<string>, { names = documents }: SizeLimit): Generator<string> {
  const stats = reading(name, () => statSync(name));
  const real = reading(name, () => realpathSync(name));
  if (stats.isDirectory()) yield* filesBelow(name, real, { root: real, seen, names });
  else if (isNew(real, seen)) yield name;
}

/** The folder that was named, what was met already, and what is looked for. */
interface Looking {
  readonly root: string;
  readonly seen: Set<string>;
  readonly names: RegExp;
}

function* filesBelow(folder: string, real: string, looking: Looking): Generator<string> {
  const { root, seen, names } = looking;
  const isDocument = (name: string): boolean => names.test(name);
  // Folders are remembered too: a link may lead to one that is above it.
  if (!isNew(`${real}${sep}`, seen)) return;
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (!entry.isSymbolicLink()) {
      if (entry.isDirectory()) yield* filesBelow(path, join(real, entry.name), looking);
      else if (isDocument(entry.name) && isNew(join(real, entry.name), seen)) yield path;
      continue;
    }
    const target = targetOf(path);
    if (target === undefined && !isDocument(entry.name)) continue;
    const { stats, to } = target ?? reading(path, () => ({ stats: statSync(path), to: realpathSync(path) }));
    if (!stats.isDirectory() && !isDocument(entry.name)) continue;
    if (!to.startsWith(root.endsWith(sep) ? root : `${root}${sep}`) && to !== root)
      throw new UsageError(`cannot read ${nameOf(path)}: this link leads out of the folder that was named`);
    if (stats.isDirectory()) yield* filesBelow(path, to, looking);
    else if (isNew(to, seen)) yield path;
  }
}

const entriesOf = (folder: string): Dirent[] =>
  reading(folder, () => readdirSync(folder, { withFileTypes: true }))
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Where a link leads; undefined where that is nowhere. */
function targetOf(path: string): { readonly stats: Stats; readonly to: string } | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? undefined : { stats, to: realpathSync(path) };
}

const documents = /\.(?:ya?ml|json)$/;

function isNew(path: string, seen: Set<string>): boolean {
  if (seen.has(path)) return false;
  seen.add(path);
  return true;
}

/** File systems whose files are answers of the kernel: they may have no end, or tell of other processes. */
const unreal: ReadonlyMap<number, string> = new Map([
  [0x9fa0, '/proc'],
  [0x62656572, '/sys'],
  [0x64626720, 'debugfs'],
  [0x74726163, 'tracefs'],
  [0x27e0eb, 'cgroup'],
  [0x63677270, 'cgroup'],
]);
const kinds = new Map<number, number>();

function refuseSpecial(stats: Stats, path: string): void {
  if (!stats.isFile()) throw new Error(`it is ${kindOf(stats)}; only files and folders are read`);
  const kind = kinds.get(stats.dev) ?? statfsSync(path).type;
  kinds.set(stats.dev, kind);
  const where = unreal.get(kind);
  if (where !== undefined) throw new Error(`it is a file of ${where}; only files and folders are read`);
}

function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return 'a pipe (for standard input, give -)';
  if (stats.isSocket()) return 'a socket';
  if (stats.isDirectory()) return 'a folder';
  return 'a device';
}

/** How reports name a file: from the working directory where it is below it, with slashes. */
function nameOf(file: string): string {
  const path = isAbsolute(file) ? relative(process.cwd(), file) : file;
  return harmless((path.startsWith('..') ? file : path).split(sep).join('/'));
}

function reading<T>(file: string, read: () => T, called = ''): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot read ${called}${nameOf(file)}: ${harmless(reason)}`);
  }
}
