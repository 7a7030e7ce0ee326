import { UsageError } from '../errors.ts';
import { worldOf as made, type WorldSetting } from '../model/world/world-of.ts';
import type { World } from '../model/world/world.ts';
import { formatProblem, readDocument } from '../contract/document.ts';
import type { WorldDocument } from '../contract/generated/types.ts';
import { toMilliseconds, type Duration } from '../server/duration.ts';
import { validator } from './validator.ts';

/** What a world is like besides what is in it. */
export interface WorldOptions extends Omit<WorldSetting, 'copyDuration'> {
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
  const copyDuration = toMilliseconds(options.copyDuration ?? 0);
  const read = typeof document === 'string' ? readText(document) : checked(document);
  try {
    return made(read, { ...options, copyDuration });
  } catch (error) {
    throw new UsageError(`world: ${(error as Error).message}`);
  }
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
