import type { Facts } from '../model/rules/facts.ts';
import type { PreconditionId } from '../contract/generated/catalogue.ts';
import type { Taker } from './namesakes.ts';
import type { PlannedCopy } from './plan.ts';

/** What the model says of a planned copy. */
export interface Judged {
  /** The facts; those about the caller and the world hold as far as these are known. */
  readonly facts: Facts;
  /** Whether there is a world, in which the facts were found. */
  readonly inWorld: boolean;
  readonly broken: readonly PreconditionId[];
  /** Rules on which nothing is known about AWS. */
  readonly unspecified: readonly PreconditionId[];
  /** Rules that could not be judged, by what is missing. */
  readonly unchecked: readonly UncheckedRules[];
  /** Rules that what this copy asks for may break, by what is missing to tell. */
  readonly undecided: readonly UndecidedRule[];
  /** The planned copy that has taken the target's name before. */
  readonly taker?: Taker;
}

/** Rules that could not be judged (wholly), and why. */
export interface UncheckedRules {
  readonly reason: string;
  readonly rules: readonly PreconditionId[];
}

/** A rule that a copy may break. */
export interface UndecidedRule {
  readonly rule: PreconditionId;
  /** Whether it is ever broken; of any other it is at worst unknown what AWS does. */
  readonly severity: 'error' | 'note';
  /** What is not known, and what would tell. */
  readonly reason: string;
}

/** Judges planned copies one after the other, in the order in which they are to be made. */
export type Judge = (copy: PlannedCopy) => Judged;
