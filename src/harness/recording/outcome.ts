import { sameValue, type Caller, type SnapshotMember } from '../../model/index.ts';
import { gatherFacts, type Facts } from '../../model/rules/facts.ts';
import type { Situation } from '../../contract/case.ts';
import type {
  Actual,
  DBClusterSnapshot,
  RecordedCase,
  RecordedUnmeasured,
  RecordingIndex,
  TagText,
} from '../../contract/generated/types.ts';
import { mapTexts } from '../../protocol/map-texts.ts';
import { readAnswer } from '../../protocol/answer.ts';
import { asTexts, toActual } from '../checks/assess.ts';
import { lastingTexts } from '../checks/identity.ts';
import { actualOutcome } from '../checks/outcome.ts';
import { abstractor } from '../run/names.ts';
import { prepareCall } from '../run/unit.ts';
import type { Exchange, Observed } from '../target/target.ts';
import { recordedTarget } from './played-target.ts';
import { recordedWorld } from './recorded-world.ts';

/** How a call ended in a recording, without what differs from run to run. */
export type RecordedOutcome =
  | { readonly kind: 'unmeasured'; readonly reason: string }
  | {
      readonly kind: 'measured';
      readonly actual: Actual;
      readonly copy?: RecordedCopy;
    };

/** Where a source is, seen from its copy. */
export type CopiedFrom =
  'its own place' | 'another Region' | 'another account' | 'another account and Region';

/** A copy as it was answered. */
export interface RecordedCopy {
  /** Its members but for its progress, which each look finds elsewhere. */
  readonly members: Readonly<Record<string, unknown>>;
  /** Members in which it is not as its source was described; those that name it left out. Absent where it has no known source. */
  readonly unlikeSource?: readonly string[];
  /** Where its source is, seen from its own place; absent where it has no known source. */
  readonly from?: CopiedFrom;
  /** Its tags as they were listed. */
  readonly tags?: readonly TagText[];
}

/** How a recorded call ended. */
export function outcomeOf(
  recorded: RecordedCase | RecordedUnmeasured,
  index: RecordingIndex,
): RecordedOutcome {
  if (recorded.kind === 'unmeasured') return { kind: 'unmeasured', reason: recorded.reason };
  const { situation, tape } = recorded;
  const exchange = tape.find(({ call }) => call === 'send')?.answer as Exchange | undefined;
  if (exchange === undefined) return { kind: 'unmeasured', reason: 'no copy was asked for' };
  const target = recordedTarget(index);
  const world = recordedWorld(recorded, target);
  // Its number would name the copy, which the recording does.
  const call = prepareCall(target, world, { id: 0, ...(situation as Situation) });
  const facts = gatherFacts(world.realised.world, call.caller, call.arriving);
  const answer = exchange.http === undefined ? undefined : readAnswer(exchange.http.response);
  const actual = actualOutcome(answer, exchange.sdk);
  const outcome: RecordedOutcome = {
    kind: 'measured',
    actual: toActual(actual),
    ...(actual.kind === 'copied' && { copy: copyOf(actual.snapshot, facts, tape) }),
  };
  return lastingTexts(mapTexts(outcome, abstractor(call.bindings, target.endpoint)));
}

/** Members by which a copy is another snapshot than its source, or at another point of its course. */
export const naming: readonly string[] = [
  'DBClusterSnapshotIdentifier',
  'DBClusterSnapshotArn',
  'SourceDBClusterSnapshotArn',
  'SnapshotType',
  'Status',
];

function copyOf(
  { PercentProgress: _, ...members }: DBClusterSnapshot,
  { source: found, caller }: Facts,
  tape: RecordedCase['tape'],
): RecordedCopy {
  // The first is of the copy, another would be of its source.
  const listed = tape.find(({ call }) => call === 'listTags')?.answer as
    Observed<Parameters<typeof asTexts>[0]> | undefined;
  const source = found?.shape;
  const unlikeSource =
    source &&
    (Object.keys({ ...source, ...members }) as SnapshotMember[]).filter(
      (member) =>
        member !== 'PercentProgress' &&
        !naming.includes(member) &&
        !sameValue(member, source[member], (members as DBClusterSnapshot)[member]),
    );
  return {
    members,
    ...(unlikeSource !== undefined && { unlikeSource }),
    ...(found !== undefined && { from: copiedFrom(found.place, caller) }),
    ...(listed?.ok === true && { tags: asTexts(listed.value) }),
  };
}

function copiedFrom(source: Caller, caller: Caller): CopiedFrom {
  if (source.account === caller.account)
    return source.region === caller.region ? 'its own place' : 'another Region';
  return source.region === caller.region ? 'another account' : 'another account and Region';
}
