import { canonical } from '../../contract/canonical.ts';
import { outcomeOf, type RecordedOutcome } from './outcome.ts';
import type { Recording } from './read-recording.ts';

/** A call that ended otherwise in the other recording. */
export interface OutcomeDifference {
  readonly label: string;
  readonly before: RecordedOutcome;
  readonly after: RecordedOutcome;
}

/** What differs between two recordings. */
export interface RecordingDiff {
  /** How many calls are in both, and ended alike. */
  readonly alike: number;
  readonly differences: readonly OutcomeDifference[];
  /** What calls are called that only one of them has. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/** Holds two recordings against each other, call by call: what was answered, not what the contract says of it. */
export function diffRecordings(before: Recording, after: Recording): RecordingDiff {
  const differences: OutcomeDifference[] = [];
  const only = (one: Recording, other: Recording): string[] =>
    [...one.cases].flatMap(([key, { label }]) => (other.cases.has(key) ? [] : [label])).sort();
  let alike = 0;
  for (const [key, recorded] of before.cases) {
    const other = after.cases.get(key);
    if (other === undefined) continue;
    const outcomes = { before: outcomeOf(recorded, before.index), after: outcomeOf(other, after.index) };
    if (canonical(outcomes.before) === canonical(outcomes.after)) alike += 1;
    else differences.push({ label: recorded.label, ...outcomes });
  }
  differences.sort((a, b) => (a.label < b.label ? -1 : 1));
  return { alike, differences, onlyBefore: only(before, after), onlyAfter: only(after, before) };
}
