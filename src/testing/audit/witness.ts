import type { Caller } from '../../model/world/place.ts';
import type { Action } from './declared-faults.ts';
import type { Problem } from './finding.ts';

/** A call that was answered with an output. */
export interface AnsweredCall {
  readonly operation: Action;
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
}

/** Hears all that is answered in the course of a test, and remembers of it what later answers must agree with. */
export interface Witness {
  /** What of an answer cannot be after those before. */
  hear(call: AnsweredCall): readonly Problem[];
}

/** A text of a request or of an answer; undefined where it is none, or empty. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The texts of a list; none where it is no list. */
export const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
