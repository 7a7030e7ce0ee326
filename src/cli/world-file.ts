import { isSnapshotName } from '../model/world/arn.ts';
import type { Setting } from '../model/world/bindings.ts';
import { isSharedAutomated, realise } from '../model/world/fixture.ts';
import { emptyWorld, type World } from '../model/world/world.ts';
import { readDocument, type DocumentProblem } from '../contract/document.ts';
import type { WorldDocument } from '../contract/generated/types.ts';
import { quoted, shown } from '../contract/shown.ts';
import { contractValidator } from '../contract/contract-validator.ts';
import { readText, worldLimit } from './read-files.ts';

/** A world, or what is wrong with its file. */
export type ReadWorld =
  | { readonly ok: true; readonly world: World }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** Who plays the roles of a world file: `self` is who calls with any key, `here` the usual Region. */
export const serveSetting: Setting = {
  accounts: { self: '123456789012', other: '210987654321' },
  regions: { here: 'us-east-1', elsewhere: 'eu-west-1' },
  nameOf: (handle) => handle,
};

/** Reads a world file and makes its world, at the given time. Throws a UsageError when the file cannot be read. */
export function readWorldFile(file: string, clock: number): ReadWorld {
  const text = readText(file, worldLimit);
  const read = readDocument<WorldDocument>(text, file, 'neptune-copy-contract:world', contractValidator());
  if (!read.ok) return read;
  const problems = [...looseEnds(read.value)].map(({ path, message }) => ({
    file,
    ...read.locate(path),
    message,
  }));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, world: realise(read.value, serveSetting, {}, emptyWorld(clock)).world };
}

interface LooseEnd {
  readonly path: readonly string[];
  readonly message: string;
}

/** Names that lead nowhere and what cannot be, which the schema cannot see. */
function* looseEnds({ keys = {}, snapshots = {} }: WorldDocument): Generator<LooseEnd> {
  const before = new Set<string>();
  for (const [name, snapshot] of Object.entries(snapshots)) {
    const { encryptedWith, copyOf, identifier } = snapshot;
    const path = ['snapshots', name];
    if (isSharedAutomated(snapshot))
      yield { path: [...path, 'sharedWith'], message: 'an automated snapshot cannot be shared' };
    if (identifier === undefined && !isSnapshotName(name)) {
      yield { path, message: `${quoted(name)} is no name of a snapshot; give it an identifier` };
    }
    if (encryptedWith !== undefined && encryptedWith !== 'default' && !Object.hasOwn(keys, encryptedWith)) {
      yield { path: [...path, 'encryptedWith'], message: `no key is called ${shown(encryptedWith)}` };
    }
    if (copyOf !== undefined && !before.has(copyOf)) {
      yield { path: [...path, 'copyOf'], message: `no snapshot before this one is called ${shown(copyOf)}` };
    }
    before.add(name);
  }
}
