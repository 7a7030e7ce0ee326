import type { Violation } from './condition.ts';
import type { KnownContext } from './context.ts';
import type { Exception, Policy } from './policy.ts';

/** What a policy says of a planned copy. */
export type PolicyAnswer =
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'allowed' }
  | { readonly kind: 'denied'; readonly violations: readonly Violation[] }
  | {
      readonly kind: 'excepted';
      readonly violations: readonly Violation[];
      readonly by: readonly Exception[];
    }
  /** It depends on what is not known. */
  | { readonly kind: 'undecided'; readonly on: readonly string[] };

/** Asks a policy about a copy. Only the given exceptions count. */
export function applyPolicy(
  policy: Policy,
  context: KnownContext,
  exceptions: readonly Exception[],
): PolicyAnswer {
  const applies = policy.when === undefined ? met : policy.when.ask(context);
  if (applies.kind === 'broken') return { kind: 'not-applicable' };
  const required = policy.require.ask(context);
  if (required.kind === 'met') return { kind: 'allowed' };
  if (applies.kind === 'undecided') return { kind: 'undecided', on: applies.on };
  if (required.kind === 'undecided') return { kind: 'undecided', on: required.on };
  return excused(required.errors, context, exceptions);
}

const met = { kind: 'met' } as const;

function excused(
  violations: readonly Violation[],
  context: KnownContext,
  exceptions: readonly Exception[],
): PolicyAnswer {
  const asked = exceptions.map((exception) => ({ exception, decision: exception.when.ask(context) }));
  const by = asked.filter(({ decision }) => decision.kind === 'met').map(({ exception }) => exception);
  if (by.length > 0) return { kind: 'excepted', violations, by };
  const on = asked.flatMap(({ decision }) => (decision.kind === 'undecided' ? decision.on : []));
  return on.length > 0 ? { kind: 'undecided', on } : { kind: 'denied', violations };
}
