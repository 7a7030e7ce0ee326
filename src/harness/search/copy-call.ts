import {
  judge,
  removeSnapshot,
  snapshotArn,
  type Caller,
  type CopyRequest,
  type Snapshot,
  type Verdict,
} from '../../model/index.ts';
import { gatherFacts } from '../../model/rules/facts.ts';
import { readAnswer } from '../../protocol/answer.ts';
import type { CopyCall, DBClusterSnapshot } from '../../contract/generated/types.ts';
import { completed } from '../target/completed.ts';
import { impossible } from '../target/endpoint/staging-stopped.ts';
import type { Exchange } from '../target/target.ts';
import {
  assessMembers,
  assessOutcome,
  assessTags,
  describeOutcome,
  type ActualOutcome,
} from '../checks/assess.ts';
import { fail, pass, type Check } from '../checks/check.ts';
import { actualOutcome, isAboutCaller, isNotNow } from '../checks/outcome.ts';
import { assessWire } from '../checks/wire-rules.ts';
import { aliasName, callerAt, ensureKey, follow, known, realName, settle, type Play } from './stage-calls.ts';

/** A copy that was made and judged. */
export interface PlayedCopy {
  readonly caller: Caller;
  readonly request: CopyRequest;
  readonly exchange: Exchange;
  readonly checks: readonly Check[];
  /** How many calls on the wire came before it, and how many there were once it was answered. */
  readonly before: number;
  readonly until: number;
}

/** The target gave no answer that says anything. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Makes a copy, judges the answer and the tags, and lets the model's world follow what the target did. */
export async function playCopy(play: Play, call: CopyCall): Promise<PlayedCopy> {
  const caller = callerAt(play, call.at);
  const request = await requestOf(play, call);
  await refreshSource(play, caller, request);
  const before = play.fixtureBuilder.steps.length;
  const { times = 1 } = call;
  const played = await (times === 1 ? one(play, caller, request) : race(play, caller, request, times));
  return { caller, request, before, until: before + times, ...played };
}

type Played = Pick<PlayedCopy, 'exchange' | 'checks'>;

async function one(play: Play, caller: Caller, request: CopyRequest): Promise<Played> {
  const verdict = judge(play.world, caller, request);
  const [exchange, actual] = await send(play, caller, request, verdict);
  const checks = [...assessOutcome('source-exists', request, verdict, actual)];
  if (exchange.http !== undefined) {
    const answer = readAnswer(exchange.http.response);
    checks.push(...assessWire({ http: exchange.http.response, answer, sdk: exchange.sdk }));
  }
  if (actual.kind !== 'copied') return { exchange, checks };
  if (verdict.copied !== undefined) checks.push(...assessMembers(verdict.copied, actual.snapshot));
  const tags = await keep(play, caller, actual.snapshot);
  if (verdict.copied !== undefined && tags !== undefined) checks.push(assessTags(verdict.copied, tags));
  // A copy that was not to be had leads nowhere: what follows from it would be the same deviation again.
  if (verdict.copied === undefined && exchange.claim?.kind === 'ours') await drop(play, caller, request);
  return { exchange, checks };
}

async function requestOf(play: Play, call: CopyCall): Promise<CopyRequest> {
  const there = call.sourceAt === undefined ? undefined : known(play, call.sourceAt, call.source);
  const place = call.sourceAt === undefined ? undefined : callerAt(play, call.sourceAt);
  const name = realName(play, call.source);
  const arn = place && snapshotArn(place, name.toLowerCase());
  const keyId = call.alias === true ? aliasName(play) : call.key && (await ensureKey(play, call.key)).arn;
  return {
    SourceDBClusterSnapshotIdentifier: there?.shape.DBClusterSnapshotArn ?? arn ?? name,
    TargetDBClusterSnapshotIdentifier: realName(play, call.target),
    ...(keyId !== undefined && { KmsKeyId: keyId }),
    ...(call.copyTags !== undefined && { CopyTags: call.copyTags }),
    ...(call.tags !== undefined && { Tags: call.tags }),
  };
}

/** A source that was in progress may be done by now. */
async function refreshSource(play: Play, caller: Caller, request: CopyRequest): Promise<void> {
  const { source } = gatherFacts(play.world, caller, request);
  if (source !== undefined) await settle(play, source);
}

async function send(
  play: Play,
  caller: Caller,
  request: CopyRequest,
  verdict: Verdict,
): Promise<[Exchange, ActualOutcome]> {
  play.fixtureBuilder.steps.push({
    service: 'neptune',
    operation: 'CopyDBClusterSnapshot',
    caller,
    input: { ...request },
    mayFail: true,
  });
  const exchange = await play.target.send(caller, request, {});
  const { sdk, claim } = exchange;
  if (sdk.kind === 'no-answer') throw new NoAnswer(sdk.reason);
  if (sdk.kind === 'not-sent') impossible(sdk.reason);
  const name = request.TargetDBClusterSnapshotIdentifier ?? '';
  if (claim?.kind === 'ours') play.fixtureBuilder.removeLater({ kind: 'snapshot', place: caller, name });
  const answer = exchange.http === undefined ? undefined : readAnswer(exchange.http.response);
  const actual = actualOutcome(answer, exchange.sdk);
  if (isNotNow(actual)) throw new NoAnswer(describeOutcome(actual));
  if (isAboutCaller(verdict, actual)) impossible(describeOutcome(actual));
  return [exchange, actual];
}

/** Lets the world have the copy as it was answered, with the tags that are listed; undefined when none can be seen. */
async function keep(
  play: Play,
  caller: Caller,
  copy: DBClusterSnapshot,
): Promise<Snapshot['tags'] | undefined> {
  const listed = await play.target.listTags(caller, completed(copy, caller).DBClusterSnapshotArn);
  const tags = listed.ok ? listed.value : undefined;
  if (copy.DBClusterSnapshotIdentifier !== undefined) follow(play, caller, copy, tags ?? []);
  return tags;
}

/** Removes a copy that should not have been made, from the target and from the model's world. */
async function drop(play: Play, caller: Caller, request: CopyRequest): Promise<void> {
  const name = request.TargetDBClusterSnapshotIdentifier ?? '';
  const problem = await play.target.discard(caller, name);
  if (problem === undefined) play.world = removeSnapshot(play.world, caller, name.toLowerCase());
}

/** Several requests for one name at the same moment: if one may win, exactly one does, and the others are told so. */
async function race(play: Play, caller: Caller, request: CopyRequest, times: number): Promise<Played> {
  const verdict = judge(play.world, caller, request);
  // All of them are awaited, also when one gets no answer: what is still under way cannot be cleaned up.
  const ended = await Promise.allSettled(
    Array.from({ length: times }, () => send(play, caller, request, verdict)),
  );
  const runs = ended.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
  const [first] = runs;
  if (first === undefined) throw new Error('a race has at least two runners');
  const winners = runs.flatMap(([, actual]) => (actual.kind === 'copied' ? [actual.snapshot] : []));
  const losers = runs.filter(([, actual]) => actual.kind !== 'copied');
  for (const copy of winners) await keep(play, caller, copy);
  if (verdict.copied === undefined) {
    const checks = runs.flatMap(([, actual]) => assessOutcome('source-exists', request, verdict, actual));
    return { exchange: first[0], checks };
  }
  const checks: Check[] = [
    winners.length === 1
      ? pass('target-unique')
      : fail(
          'target-unique',
          { kind: 'winners', winners: 1, of: times },
          { kind: 'winners', winners: winners.length, of: times },
        ),
    // Once one has won, the name is taken for the others.
    ...losers.flatMap(([, actual]) =>
      assessOutcome('target-unique', request, judge(play.world, caller, request), actual),
    ),
  ];
  return { exchange: first[0], checks };
}
