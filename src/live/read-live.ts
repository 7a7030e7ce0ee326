import { contractValidator } from '../contract/contract-validator.ts';
import { formatProblem, readDocument, type Position } from '../contract/document.ts';
import type { LiveDocument, LiveKey, LiveSnapshot } from '../contract/generated/types.ts';
import { shown } from '../contract/shown.ts';
import { UsageError } from '../errors.ts';
import { partitionOf } from '../model/index.ts';

/** The file of what an account has, with the places of what stands in it. */
export interface LiveFile {
  readonly live: LiveDocument;
  /** Makes an error about places in the file: `file:line:column: message`, a line each. */
  refuse(problems: readonly Problem[]): UsageError;
}

interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

/** Reads what an account has (`spec/live.schema.json`). Throws a UsageError with file, line and column. */
export function readLive(text: string, file: string): LiveFile {
  const read = readDocument<LiveDocument>(text, file, 'neptune-copy-contract:live', contractValidator());
  if (!read.ok) throw new UsageError(read.problems.map(formatProblem).join('\n'));
  const locate = (path: readonly string[]): Position => read.locate(path);
  const refuse = (problems: readonly Problem[]): UsageError =>
    new UsageError(
      problems
        .map(({ path, message }) =>
          formatProblem({ file, ...locate(path), message: `${path.join('.')}: ${message}` }),
        )
        .join('\n'),
    );
  const problems = [...looseEnds(read.value)];
  if (problems.length > 0) throw refuse(problems);
  return { live: read.value, refuse };
}

/** Names that lead nowhere and what cannot be, which the schema cannot see. */
function* looseEnds({ accounts, regions, snapshots = {}, keys = {} }: LiveDocument): Generator<Problem> {
  const { self, other } = accounts;
  const { here, elsewhere } = regions;
  if (other?.id === self.id) yield { path: ['accounts', 'other'], message: 'it is the same account as self' };
  if (elsewhere === here) yield { path: ['regions', 'elsewhere'], message: 'it is the same Region as here' };
  if (elsewhere !== undefined && partitionOf(elsewhere) !== partitionOf(here))
    yield { path: ['regions', 'elsewhere'], message: `it is in another partition than ${here}` };
  const placed = function* (path: readonly string[], entry: LiveSnapshot | LiveKey): Generator<Problem> {
    if (entry.account === 'other' && other === undefined)
      yield { path: [...path, 'account'], message: 'no other account is named' };
    if (entry.region === 'elsewhere' && elsewhere === undefined)
      yield { path: [...path, 'region'], message: 'no other Region is named' };
  };
  for (const [name, key] of Object.entries(keys)) yield* placed(['keys', name], key);
  for (const [name, snapshot] of Object.entries(snapshots)) {
    const path = ['snapshots', name];
    yield* placed(path, snapshot);
    const { encryptedWith: key, identifier, type = 'manual', sharedWith = [] } = snapshot;
    if (key !== undefined && key !== 'default' && !Object.hasOwn(keys, key))
      yield { path: [...path, 'encryptedWith'], message: `no key is called ${shown(key)}` };
    if (type === 'automated' && sharedWith.length > 0)
      yield { path: [...path, 'sharedWith'], message: 'an automated snapshot cannot be shared' };
    if (identifier.startsWith('rds:') !== (type === 'automated'))
      yield {
        path: [...path, 'identifier'],
        message: 'the names of automated snapshots, and of none other, begin with rds:',
      };
  }
}
