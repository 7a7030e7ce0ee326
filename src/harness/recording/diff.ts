import { realise, type Setting } from '../../model/index.ts';
import { canonical } from '../../contract/canonical.ts';
import type {
  Actual,
  DBClusterSnapshot,
  RecordedCase,
  RecordedUnmeasured,
  TagText,
} from '../../contract/generated/types.ts';
import { mapTexts } from '../../protocol/map-texts.ts';
import { readAnswer } from '../../protocol/answer.ts';
import { asTexts, toActual } from '../checks/assess.ts';
import { lastingTexts } from '../checks/identity.ts';
import { actualOutcome } from '../checks/outcome.ts';
import { abstractor } from '../run/names.ts';
import type { Exchange, Observed } from '../target/target.ts';
import { withNewName } from '../target/target.ts';
import type { Recording } from './read-recording.ts';

/** How a call ended in a recording, without what differs from run to run. */
export type RecordedOutcome =
  | { readonly kind: 'unmeasured'; readonly reason: string }
  | {
      readonly kind: 'measured';
      readonly actual: Actual;
      /** Members of the copy as it was answered. */
      readonly copy?: Readonly<Record<string, unknown>>;
      /** Its tags as they were listed. */
      readonly tags?: readonly TagText[];
    };

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
    const outcomes = { before: outcomeOf(recorded, before), after: outcomeOf(other, after) };
    if (canonical(outcomes.before) === canonical(outcomes.after)) alike += 1;
    else differences.push({ label: recorded.label, ...outcomes });
  }
  differences.sort((a, b) => (a.label < b.label ? -1 : 1));
  return { alike, differences, onlyBefore: only(before, after), onlyAfter: only(after, before) };
}

function outcomeOf(recorded: RecordedCase | RecordedUnmeasured, { index }: Recording): RecordedOutcome {
  if (recorded.kind === 'unmeasured') return { kind: 'unmeasured', reason: recorded.reason };
  const { situation, names, found = {}, tape } = recorded;
  const { accounts, regions, endpoint } = index.target;
  const setting: Setting = { accounts, regions, nameOf: (handle) => `${names.prefix}${handle}` };
  const { bindings } = realise(situation.given, setting, found);
  const abstract = abstractor(withNewName(bindings, names.copy), endpoint);
  const exchange = tape.find(({ call }) => call === 'send')?.answer as Exchange | undefined;
  if (exchange === undefined) return { kind: 'unmeasured', reason: 'no copy was asked for' };
  const answer = exchange.http === undefined ? undefined : readAnswer(exchange.http.response);
  const actual = actualOutcome(answer, exchange.sdk);
  // The first is of the copy, another would be of its source.
  const listed = tape.find(({ call }) => call === 'listTags')?.answer as
    Observed<Parameters<typeof asTexts>[0]> | undefined;
  const outcome: RecordedOutcome = {
    kind: 'measured',
    actual: toActual(actual),
    ...(actual.kind === 'copied' && { copy: lastingMembers(actual.snapshot) }),
    ...(actual.kind === 'copied' && listed?.ok === true && { tags: asTexts(listed.value) }),
  };
  return lastingTexts(mapTexts(outcome, abstract));
}

/** The members of a copy but for its progress, which each look finds elsewhere. */
function lastingMembers(snapshot: DBClusterSnapshot): Readonly<Record<string, unknown>> {
  const { PercentProgress: _, ...members } = snapshot;
  return members;
}
