import { perform } from '../perform.ts';
import { askedBy, askedOfModel } from './asked.ts';
import { favouring, type Known } from './favour.ts';
import { problem, type Problem } from './finding.ts';
import type { AnsweredCall } from './witness.ts';

/** Faults that do not depend on what is there. */
const isAboutForm = (code: string): boolean => /^(?:InvalidParameter\w+|MissingParameter)$/.test(code);

/**
 * Whether the model refuses what was accepted, even in the world that speaks most for it. What is named by an ARN
 * elsewhere is not judged; copies have rules of their own.
 */
export function refusalProblems(call: AnsweredCall, known: Known): Problem[] {
  const { operation, caller } = call;
  if (operation === 'CopyDBClusterSnapshot') return [];
  const asked = askedBy[operation];
  const input = askedOfModel(call, asked);
  if (input === undefined) return [];
  const [, reply] = perform(favouring({ ...call, input }, asked, known), caller, operation, input);
  if (reply.ok) return [];
  const { code, message } = reply.fault;
  // Of what a list is made, nothing is told.
  if (Object.keys(asked.names).length === 0 && !isAboutForm(code)) return [];
  const found = problem('mock/acceptance', `a rejection with ${code}`, 'an output');
  return [{ ...found, message: `AWS refuses that: ${message}` }];
}
