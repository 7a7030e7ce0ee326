import { rules, type FaultShape, type PreconditionId } from '../../contract/generated/catalogue.ts';
import type { ExpectedCopy } from './expectation.ts';
import { gatherFacts, type CopyRequest, type Facts } from './facts.ts';
import type { Caller } from '../world/place.ts';
import { expectCopy, isAccepted } from './postconditions.ts';
import { preconditions, type Predicate } from './preconditions.ts';
import type { World } from '../world/world.ts';

/** Every expected outcome of a request, and what determined it. */
export interface Verdict {
  /** Preconditions that the request breaks, in canonical precedence. */
  readonly broken: readonly PreconditionId[];
  /** Preconditions on which nothing is known for this request. */
  readonly unspecified: readonly PreconditionId[];
  /** What the copy must look like if the request is accepted; absent when it must be rejected. */
  readonly copied?: ExpectedCopy;
  /** Faults with which the request may be rejected; empty when it must be accepted. */
  readonly rejections: readonly FaultShape[];
}

/** A precondition of the catalogue. */
export interface PreconditionEntry {
  readonly id: PreconditionId;
  readonly faults: readonly [FaultShape, ...FaultShape[]];
  readonly message: string;
  readonly predicate: Predicate;
}

/** The preconditions in canonical precedence, which is the order of `spec/rules.yaml`. */
export const precedence: readonly PreconditionEntry[] = rules
  .filter((rule) => rule.kind === 'precondition')
  .map((rule) => ({
    id: rule.id as PreconditionId,
    faults: rule.faults as unknown as readonly [FaultShape, ...FaultShape[]],
    message: rule.message ?? '',
    predicate: preconditions[rule.id as PreconditionId],
  }));

/**
 * The set of expected outcomes of CopyDBClusterSnapshot. AWS documents no order of checks, so every fault
 * of every broken rule is expected; where nothing is known, success and the rule's faults both are.
 */
export function judge(world: World, caller: Caller, request: CopyRequest): Verdict {
  return judgeFacts(gatherFacts(world, caller, request));
}

/** `judge`, for facts already at hand. */
export function judgeFacts(facts: Facts): Verdict {
  const broken: PreconditionId[] = [];
  const unspecified: PreconditionId[] = [];
  const rejections: FaultShape[] = [];
  for (const { id, faults, predicate } of precedence) {
    const answer = predicate(facts);
    if (answer === 'kept') continue;
    (answer === 'broken' ? broken : unspecified).push(id);
    for (const fault of faults) if (!rejections.includes(fault)) rejections.push(fault);
  }
  if (broken.length > 0) return { broken, unspecified, rejections };
  return { broken, unspecified, rejections, ...(isAccepted(facts) && { copied: expectCopy(facts) }) };
}
