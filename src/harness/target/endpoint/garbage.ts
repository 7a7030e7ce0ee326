import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Answers from this size on, in bytes, are counted. */
const large = 64 * 1024;

/** So many bytes of them are read until what they left is cleared away. */
const enough = 2 ** 20;

let collect: (() => void) | undefined;
let read = 0;

/**
 * Clears away what earlier answers have left, before another large one is parsed. The SDK's parser joins a text
 * character by character, at 32 bytes each, and V8 lets that stand: after four answers of 5 MB the heap had 700 MB, of
 * which 30 were in use. Left to itself it would be as large as the machine allows.
 */
export function makeRoomFor(bytes: number): void {
  if (bytes < large) return;
  read += bytes;
  if (read < enough) return;
  read = 0;
  collect ??= collector();
  collect();
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
