import type { Caller } from '../../../model/index.ts';
import type { Observed, Unseen } from '../exchange.ts';
import type { CallFault, Callable } from './connection.ts';

/** An entry of a list as the SDK reads it, whatever is in it. */
export type Entry = Readonly<Record<string, unknown>>;

/** Most pages, entries and characters of a list that are read: AWS's quota of snapshots is a few hundred. */
const most = { pages: 200, entries: 20_000, characters: 32 * 2 ** 20 };

/** The entries of a list in an answer: none where there is no list, or something else in its place. */
export const entriesIn = (output: Entry, list: string): readonly Entry[] => {
  const found = output[list];
  const isEntry = (entry: unknown): entry is Entry => typeof entry === 'object' && entry !== null;
  return Array.isArray(found) ? (found as unknown[]).filter(isEntry) : [];
};

/**
 * All that an operation of Neptune lists in a place, page by page, each entry as `keep` has it. Pages that do not come
 * to an end are no list, nor is an answer without one.
 */
export async function listPages<Kept>(
  connection: Callable,
  caller: Caller,
  [operation, list]: readonly [operation: string, list: string],
  input: Entry,
  keep: (entry: Entry) => Kept,
): Promise<Observed<readonly Kept[]>> {
  const found: Kept[] = [];
  const markers = new Set<unknown>();
  let characters = 0;
  let marker: unknown;
  do {
    const asked = { ...input, ...(marker !== undefined && { Marker: marker }) };
    const result = await connection.call('neptune', operation, caller, asked);
    if (!result.ok) return unseen(result.fault);
    if (!Array.isArray(result.output[list])) return { ok: false, reason: `${operation} answers no list` };
    const page = entriesIn(result.output, list).map(keep);
    for (const entry of page) found.push(entry);
    marker = result.output['Marker'];
    characters += JSON.stringify([page, marker]).length;
    if (markers.has(marker)) return endless('a marker that came before');
    markers.add(marker);
    if (markers.size > most.pages) return endless(`more than ${most.pages} pages`);
    if (found.length > most.entries) return endless(`more than ${most.entries} entries`);
    if (characters > most.characters) return endless(`more than ${most.characters / 2 ** 20} MiB`);
  } while (marker !== undefined && marker !== '');
  return { ok: true, value: found };
}

/** Why something could not be seen. */
export const unseen = (fault: CallFault): Unseen => ({
  ok: false,
  reason: `${fault.name}: ${fault.message}`,
  ...(fault.status === undefined && { silent: true }),
});

const endless = (problem: string): Unseen => ({
  ok: false,
  reason: `its pages do not come to an end: ${problem}`,
  endless: problem,
});
