import { UsageError } from '../errors.ts';
import type { Setting } from '../model/world/bindings.ts';
import { realise } from '../model/world/fixture.ts';
import { anotherRegion } from '../model/world/partitions.ts';
import type { Caller } from '../model/world/place.ts';
import { emptyWorld, type World } from '../model/world/world.ts';
import { formatProblem, readDocument } from '../contract/document.ts';
import type { WorldDocument } from '../contract/generated/types.ts';
import { usualCaller } from './caller.ts';
import { toMilliseconds, type Duration } from '../server/duration.ts';
import { validator } from './validator.ts';

/** What a world is like besides what is in it. */
export interface WorldOptions {
  /** Who plays `self` and `here` in the document; `usualCaller` unless told. */
  readonly caller?: Caller;
  /** The time at which it starts; 2026-01-01T00:00:00Z unless told. */
  readonly clock?: Date;
  /** How long a copy takes; unless told, it is available at once. */
  readonly copyDuration?: Duration;
}

/**
 * Makes a world of a document, or of the same as YAML or JSON text; `spec/world.schema.json` says what one may
 * hold. What is not told is as it usually is: the caller's own account and Region, manual, available, unencrypted.
 * Throws a UsageError that says what is wrong with the document and, for a text, in which line and column.
 *
 * @example
 * const world = worldOf(`
 *   keys:
 *     vault: { alias: true }
 *   snapshots:
 *     nightly: { encryptedWith: vault, tags: [{ Key: team, Value: graph }] }
 *   places:
 *     - { manualSnapshotsLeft: 1 }
 * `, { copyDuration: { minutes: 10 } });
 */
export function worldOf(document: string | WorldDocument, options: WorldOptions = {}): World {
  const { caller = usualCaller, clock, copyDuration = 0 } = options;
  const start = emptyWorld(clock?.getTime(), toMilliseconds(copyDuration));
  const read = typeof document === 'string' ? readText(document) : checked(document);
  try {
    return realise(read, settingOf(caller), {}, start).world;
  } catch (error) {
    throw new UsageError(`world: ${(error as Error).message}`);
  }
}

function settingOf({ account, region }: Caller): Setting {
  return {
    accounts: { self: account, other: account === '222222222222' ? '111111111111' : '222222222222' },
    regions: { here: region, elsewhere: anotherRegion(region) },
    nameOf: (handle) => handle,
  };
}

const schema = 'neptune-copy-contract:world';

function readText(text: string): WorldDocument {
  const read = readDocument<WorldDocument>(text, 'world', schema, validator);
  if (read.ok) return read.value;
  throw new UsageError(read.problems.map(formatProblem).join('\n'));
}

function checked(document: WorldDocument): WorldDocument {
  const problems = validator.problems(schema, document);
  if (problems.length === 0) return document;
  const lines = problems.map(({ path, message }) => `${['world', ...path].join('.')}: ${message}`);
  throw new UsageError(lines.join('\n'));
}
