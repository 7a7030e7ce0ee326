import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { UsageError } from '../errors.ts';

/** Where somebody may sit. */
type Seat = Readable & { readonly isTTY?: boolean };

/** Asks whoever sits there whether to begin; only a plain yes does. Rejects with a UsageError where nobody does. */
export async function isConfirmed(
  input: Seat = process.stdin,
  output: Writable = process.stderr,
): Promise<boolean> {
  if (input.isTTY !== true)
    throw new UsageError('nobody can be asked whether to begin; --yes begins without being asked.');
  const asking = createInterface({ input, output });
  try {
    return (await asking.question('Begin? Only "yes" does: ')).trim() === 'yes';
  } finally {
    asking.close();
  }
}
