import type { CopyRequest } from '../model/rules/facts.ts';
import type { Caller } from '../model/world/place.ts';
import type { Position } from '../contract/document.ts';
import type { Path } from '../contract/source-text.ts';

/** Who calls, as far as it is told. */
export type KnownCaller = Partial<Caller>;

/** A copy that somebody plans to make. */
export interface PlannedCopy {
  /** Unique in its file. */
  readonly name: string;
  readonly file: string;
  readonly caller: KnownCaller;
  /** What could be read of it; all of it when there is no problem. */
  readonly request: CopyRequest;
  /** What is wrong with how it is written. Such a copy is not judged. */
  readonly problems: readonly FormProblem[];
  /** Where the planned copy starts. */
  readonly at: Position;
  /** Where a part of the request is, or of what is nearest to it. */
  readonly locate: (path: Path) => Position;
  /** Where the caller is told, or else the copy starts. */
  readonly locateCaller: () => Position;
}

/** How a plan is not to be written. */
export type ShapeRule = 'plan/unknown-member' | 'plan/wrong-type' | 'plan/untold';

/** Something wrong with how a copy is written, where it is wrong. */
export interface FormProblem extends Position {
  readonly rule: ShapeRule;
  readonly message: string;
  /** Why it is not known; of `plan/untold`, which is undecided. */
  readonly reason?: string;
}
