import type { CheckSeverity, PolicyDocument, PolicyException } from '../contract/generated/types.ts';
import type { Position } from '../contract/document.ts';
import type { Clause } from './clause.ts';
import type { Path } from '../contract/source-text.ts';

/** A rule of an organisation about planned copies, ready to be asked. */
export interface Policy {
  readonly id: string;
  readonly file: string;
  readonly document: PolicyDocument;
  readonly severity: CheckSeverity;
  /** Which copies it applies to; all when absent. */
  readonly when?: Clause;
  readonly require: Clause;
  readonly exceptions: readonly Exception[];
  readonly locate: (path: Path) => Position;
}

/** Copies that may break a policy for a while. */
export interface Exception extends Omit<PolicyException, 'when'> {
  readonly when: Clause;
  readonly at: Position;
}
