import { readCode } from '../model/rules/faults.ts';
import { precedence, type PreconditionEntry } from '../model/rules/judge.ts';
import { sayFaults } from '../contract/deviation-words.ts';
import { suggestion } from '../contract/nearest.ts';
import { UsageError } from '../errors.ts';
import type { PreconditionId } from '../contract/generated/catalogue.ts';

/** Whether something was a rejection for a rule, and why or why not. */
export interface RejectedFor {
  readonly pass: boolean;
  readonly message: string;
}

/**
 * Whether a call was rejected for breaking a rule. Takes the promise of a call, the error it rejected with, or an
 * outcome of the model. An error tells a fault, not the rule: every rule that this fault answers fits. An outcome of
 * the model names the rule itself. Throws a UsageError when there is no such rule.
 */
export async function rejectedFor(received: unknown, rule: PreconditionId): Promise<RejectedFor> {
  const entry = entryOf(rule);
  const expected = `${rule} is answered by ${sayFaults(entry.faults)}`;
  const actualValue = await settle(received);
  const { pass, text } = judgeReceived(actualValue, entry);
  return { pass, message: `${expected}; the actual outcome is ${text}` };
}

function entryOf(rule: PreconditionId): PreconditionEntry {
  const entry = precedence.find(({ id }) => id === rule);
  if (entry !== undefined) return entry;
  const hint = suggestion(
    rule,
    precedence.map(({ id }) => id),
  );
  throw new UsageError(`no request can be rejected for "${rule}": it is no precondition${hint}`);
}

async function settle(received: unknown): Promise<unknown> {
  try {
    return await received;
  } catch (error) {
    return error;
  }
}

interface Members {
  readonly kind?: unknown;
  readonly rule?: unknown;
  readonly fault?: { readonly shape?: unknown };
  readonly name?: unknown;
  readonly message?: unknown;
  readonly $fault?: unknown;
}

function judgeReceived(
  actualValue: unknown,
  { id, faults }: PreconditionEntry,
): { pass: boolean; text: string } {
  if (typeof actualValue !== 'object' || actualValue === null)
    return {
      pass: false,
      text: `no rejection: ${actualValue === undefined ? 'nothing' : JSON.stringify(actualValue)}`,
    };
  const { kind, rule, fault, name, message, $fault } = actualValue as Members;
  if (kind === 'rejected') return { pass: rule === id, text: `${String(fault?.shape)}, for ${String(rule)}` };
  if (!isError(actualValue)) return { pass: false, text: 'no rejection: the request was accepted' };
  const text = `${String(name)}: ${String(message)}`;
  const read = readCode(String(name));
  if ($fault === undefined) return { pass: false, text: `no fault of AWS: ${text}` };
  return { pass: read.kind !== 'unknown' && faults.includes(read.shape), text };
}

/** Whether it is an error, of whatever realm: test runners have realms of their own. */
const isError = (value: object): boolean =>
  value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
