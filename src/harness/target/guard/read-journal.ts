import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UsageError } from '../../../errors.ts';
import type { JournaledAccount, JournalEntry, ResourceEntry, RunEntry } from './journal.ts';
import { resourceKey, type Resource } from './resource.ts';
import { stateFolder } from './state-folder.ts';

/** Something that a run may have left, and how much is known of it. */
export interface Leftover {
  readonly resource: Resource;
  /** `made`: its creation was answered with success. `refused`: with a refusal. `asked`: with something else, or not. */
  readonly known: 'made' | 'asked' | 'refused';
}

/** What a journal tells of a run. */
export interface JournaledRun {
  readonly file: string;
  readonly run: RunEntry;
  readonly accounts: readonly JournaledAccount[];
  /** What may still stand, last things first. */
  readonly leftovers: readonly Leftover[];
  /** How many snapshots were answered as made. */
  readonly made: number;
  /** Whether the process that writes it still lives. */
  readonly isRunning: boolean;
}

/** Reads the runs of a journal. Rejects with a UsageError that names file and line. */
export async function readJournal(file: string): Promise<readonly JournaledRun[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(
      `cannot read the journal ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const lines = text.split('\n');
  // The last line of a run that was killed may be half a line: what it was about had not been asked for yet.
  const whole = lines.slice(0, -1);
  const runs: JournalEntry[][] = [];
  for (const [index, line] of whole.entries()) {
    const entry = entryOf(line);
    if (entry === undefined) throw new UsageError(`${file}:${index + 1}: this is no line of a journal`);
    if (entry.event === 'run') runs.push([entry]);
    else if (runs.length === 0) throw new UsageError(`${file}:${index + 1}: a journal begins with its run`);
    else runs.at(-1)?.push(entry);
  }
  return runs.map((entries) => runOf(file, entries));
}

/** Reads all journals of the user's state folder. What is no journal there is passed over. */
export async function readJournals(): Promise<readonly JournaledRun[]> {
  const names = await readdir(stateFolder()).catch(() => []);
  const files = names.filter((name) => name.endsWith('.jsonl')).sort();
  const all = await Promise.all(files.map((name) => readJournal(join(stateFolder(), name)).catch(() => [])));
  return all.flat();
}

function entryOf(line: string): JournalEntry | undefined {
  try {
    const value = JSON.parse(line) as Partial<JournalEntry> | null;
    if (value === null || typeof value !== 'object') return undefined;
    switch (value.event) {
      case 'run':
        return isRun(value) ? (value as RunEntry) : undefined;
      case 'accounts':
        return Array.isArray(value.accounts) ? (value as JournalEntry) : undefined;
      case 'end':
        return { event: 'end' };
      case 'asked':
      case 'made':
      case 'refused':
      case 'removed':
      case 'still-there':
        return isResource(value) ? (value as ResourceEntry) : undefined;
      default:
        return undefined;
    }
  } catch {
    // Not JSON: the caller tells file and line.
    return undefined;
  }
}

const isRun = ({ run, endpoint }: Partial<RunEntry>): boolean =>
  typeof run === 'string' &&
  /^[a-z0-9]{4,16}$/.test(run) &&
  typeof endpoint === 'string' &&
  URL.canParse(endpoint);

const isResource = ({ kind, name, place }: Partial<ResourceEntry>): boolean =>
  ['snapshot', 'cluster', 'key', 'alias'].includes(kind ?? '') &&
  typeof name === 'string' &&
  typeof place?.account === 'string' &&
  typeof place.region === 'string';

function runOf(file: string, entries: readonly JournalEntry[]): JournaledRun {
  const run = entries[0] as RunEntry;
  const accounts: JournaledAccount[] = [];
  const left = new Map<string, Leftover>();
  let ended = false;
  for (const entry of entries) {
    if (entry.event === 'end') ended = true;
    if (entry.event === 'accounts') accounts.push(...entry.accounts);
    if (!('kind' in entry)) continue;
    const { event, kind, place, name } = entry;
    const resource = { kind, place, name };
    const key = resourceKey(resource);
    const before = left.get(key);
    if (event === 'removed') left.delete(key);
    else if (event === 'made' || event === 'still-there') left.set(key, { resource, known: 'made' });
    else if (event === 'refused')
      left.set(key, { resource, known: before?.known === 'made' ? 'made' : event });
    else if (before?.known !== 'made') left.set(key, { resource, known: 'asked' });
    // Of a key, the answer says all: nobody ever sees the name under which it was asked for.
    if (event === 'refused' && kind === 'key') left.delete(key);
  }
  return {
    file,
    run,
    accounts,
    leftovers: [...left.values()].reverse(),
    made: entries.filter((entry) => entry.event === 'made' && entry.kind === 'snapshot').length,
    isRunning: !ended && isAlive(run.pid),
  };
}

/** Whether a process lives. One that may not be signalled does. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What to call a journal on the command line: the run's id, or its file where that is elsewhere. */
export const handleOf = ({ file, run }: JournaledRun): string =>
  basename(file) === `${run.run}.jsonl` ? run.run : `--journal ${file}`;
