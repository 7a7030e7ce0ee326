import { UsageError } from '../errors.ts';
import { rules, type PreconditionId } from '../contract/generated/catalogue.ts';
import { faultFor } from '../model/operations/copy.ts';
import { refuseWith } from '../model/operations/reply.ts';
import { gatherFacts } from '../model/rules/facts.ts';
import { judgeFacts, precedence, type PreconditionEntry } from '../model/rules/judge.ts';
import type { Perform } from '../server/perform.ts';

/** What a copy comes to of which nobody knows whether AWS makes it. */
export type Choice = 'accept' | 'reject' | 'throw';

/**
 * The same choice each time, or one that is made for each copy, of the rules on which nothing is known:
 * `() => gen(fc.constantFrom, 'accept', 'reject')` in a property tries both.
 */
export type Unspecified = Choice | ((rules: readonly PreconditionId[]) => Choice);

/** Runs operations as told, but lets a test choose where the contract does not know. `tell` hears of each such copy. */
export function choosing(
  perform: Perform,
  choose: Unspecified,
  tell: (rules: readonly PreconditionId[]) => void,
): Perform {
  return (world, caller, service, action, input) => {
    if (action !== 'CopyDBClusterSnapshot') return perform(world, caller, service, action, input);
    const facts = gatherFacts(world, caller, input);
    const { copied, unspecified } = judgeFacts(facts);
    const open = precedence.filter(({ id }) => unspecified.includes(id));
    const [first] = open;
    // What is refused anyway is refused; by which fault, the order of the rules says.
    if (copied === undefined || first === undefined) return perform(world, caller, service, action, input);
    tell(unspecified);
    const choice = typeof choose === 'function' ? choose(unspecified) : choose;
    if (choice === 'accept') return perform(world, caller, service, action, input);
    if (choice === 'reject') return [world, refuseWith(faultFor(first, facts))];
    throw new UsageError(explained(open));
  };
}

function explained(open: readonly PreconditionEntry[]): string {
  const lines = open.map(({ id, faults }) => {
    const statement = rules.find((rule) => rule.id === id)?.statement ?? '';
    return `  ${id}  ${statement} It may be refused with ${faults.join(' or ')}.`;
  });
  return [
    'nobody knows whether AWS makes this copy:',
    ...lines,
    'Change the request, or say what the test is about: unspecified: "accept" or "reject".',
  ].join('\n');
}
