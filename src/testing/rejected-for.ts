import { AssertionError } from 'node:assert';
import { readCode } from '../model/rules/faults.ts';
import { precedence, type PreconditionEntry } from '../model/rules/judge.ts';
import { sayFaults } from '../contract/deviation-words.ts';
import { suggestion } from '../contract/nearest.ts';
import { UsageError } from '../errors.ts';
import type { PreconditionId } from '../contract/generated/catalogue.ts';
import { verdictOf } from './reference-model.ts';

/** Whether something was a rejection for a rule, and why or why not. */
export interface RejectedFor {
  readonly pass: boolean;
  readonly message: string;
}

/**
 * Whether a call was rejected for breaking a rule. Takes the promise of a call, the error it rejected with, or an
 * outcome of the model. Of an outcome and of an error that the reference model threw, it is known for which rule. Of any
 * other error, the message tells it where several rules have the fault: one that is of none of them is not enough.
 * Rules with the same message are not told apart by it. Throws a UsageError when there is no such rule.
 */
export async function rejectedFor(received: unknown, rule: PreconditionId): Promise<RejectedFor> {
  const entry = entryOf(rule);
  const expected = `${rule} is answered by ${sayFaults(entry.faults)}`;
  const actualValue = await settle(received);
  const { pass, text } = judgeReceived(actualValue, entry);
  return { pass, message: `${expected}; the actual outcome is ${text}` };
}

/**
 * Throws an AssertionError unless a call was rejected for breaking a rule: `toBeRejectedFor` for node:assert. Takes what
 * `rejectedFor` takes, and throws a UsageError as it does.
 *
 * @example
 * await assertRejectedFor(backUp(client, 'nightly'), 'target-unique');
 */
export async function assertRejectedFor(received: unknown, rule: PreconditionId): Promise<void> {
  const { pass, message } = await rejectedFor(received, rule);
  if (!pass) throw new AssertionError({ message });
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
  { id, faults, message: own }: PreconditionEntry,
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
  const judged = verdictOf(actualValue)?.rule;
  if (judged !== undefined) return { pass: judged === id, text: `${text}, for ${judged}` };
  if (read.kind === 'unknown' || !faults.includes(read.shape)) return { pass: false, text };
  const alike = precedence.filter((each) => each.faults.includes(read.shape));
  if (alike.length === 1) return { pass: true, text };
  const meant = alike.filter((each) => isFilled(each.message, String(message))).map((each) => each.id);
  if (meant.length > 0) return { pass: meant.includes(id), text: `${text}, as for ${meant.join(', ')}` };
  const others = `, which is said of none of the ${alike.length} rules with this fault`;
  return { pass: false, text: `${text}${others}; "${own}" would be of ${id}` };
}

/** Whether a message is a rule's, with whatever values. */
function isFilled(template: string, message: string): boolean {
  const pieces = template.split(/\{\w+\}/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.*')}$`, 's').test(message);
}

/** Whether it is an error, of whatever realm: test runners have realms of their own. */
const isError = (value: object): boolean =>
  value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
