import {
  applyWire,
  fillHttp,
  fillRequest,
  judge,
  type Bindings,
  type Caller,
  type CopyRequest,
  type Found,
  type Realised,
  type Verdict,
} from '../../model/index.ts';
import { gatherFacts, type Facts } from '../../model/rules/facts.ts';
import type { DBClusterSnapshot, HttpEdits, WorldDocument } from '../../contract/generated/types.ts';
import { readAnswer } from '../../protocol/answer.ts';
import { completed } from '../target/completed.ts';
import { apart, cutTexts, keepable } from '../target/keepable.ts';
import { withNewName, type CaseWork, type Exchange, type Step, type Target } from '../target/target.ts';
import {
  assessMembers,
  assessOutcome,
  assessSettled,
  assessTags,
  describeOutcome,
  isOddForm,
  type ActualOutcome,
} from '../checks/assess.ts';
import type { Check } from '../checks/check.ts';
import { blameLookup } from '../checks/descent.ts';
import { copyName } from './names.ts';
import { assessDescribed, assessNoTrace, assessSource } from '../checks/observe.ts';
import { isAboutRequests } from '../checks/measured-by.ts';
import type { Unit } from './plan.ts';
import { followProgress } from '../checks/progress.ts';
import { actualOutcome, isAboutCaller, isNotNow } from '../checks/outcome.ts';
import { assessWire } from '../checks/wire-rules.ts';

/** What came of a unit. */
export type UnitResult = Measured | Unmeasured;

/** A unit that could not be judged. */
export interface Unmeasured extends Timed {
  readonly kind: 'inconclusive' | 'error';
  readonly reason: string;
}

/** How long a unit took. */
interface Timed {
  /**
   * Milliseconds of its call, of what is looked at afterwards and of the removal of its copy; neither of its world,
   * which others share, nor of its turn. Undefined where no call was made.
   */
  readonly milliseconds?: number;
}

/** A unit whose call was made and answered. */
export interface Measured extends Timed {
  readonly kind: 'measured';
  readonly unit: Unit;
  readonly given: WorldDocument;
  readonly caller: Caller;
  readonly request: CopyRequest;
  readonly bindings: Bindings;
  readonly steps: readonly Step[];
  readonly verdict: Verdict;
  readonly actual: ActualOutcome;
  readonly exchange: Exchange;
  readonly checks: readonly Check[];
  /** What could not be removed afterwards. */
  readonly leftBehind?: string;
}

/** A world that stands at a target. */
export interface StagedWorld {
  readonly realised: Realised;
  readonly steps: readonly Step[];
  /** What the target made up when it was staged. */
  readonly found?: Found;
  /** The name of the copy, where it is told by a recording; that of the run and the unit unless given. */
  readonly copyName?: string;
}

/** The call of a unit, with the names of the world that it is made in. */
export interface PreparedCall {
  readonly bindings: Bindings;
  readonly caller: Caller;
  readonly request: CopyRequest;
  readonly http: HttpEdits | undefined;
  /** The request as it arrives, edits of the form included. */
  readonly arriving: CopyRequest;
}

/** Fills in the call of a unit. */
export function prepareCall(
  target: Pick<Target, 'runId' | 'setting'>,
  staged: Pick<StagedWorld, 'realised' | 'copyName'>,
  unit: Pick<Unit, 'id' | 'caller' | 'request' | 'wire' | 'http'>,
): PreparedCall {
  const { realised, copyName: name = copyName(target.runId, unit.id) } = staged;
  const bindings = withNewName(realised.bindings, name);
  const request = fillRequest(unit.request, bindings);
  const http = fillHttp(unit.http, bindings);
  return {
    bindings,
    caller: callerOf(unit, target),
    request,
    http,
    arriving: applyWire(request, unit.wire, http),
  };
}

/**
 * Makes one call, judges the actual outcome, looks at the target afterwards, and removes the copy. All of it is one
 * piece of work, where the target is recorded.
 */
export async function runUnit(
  target: Target,
  given: WorldDocument,
  staged: StagedWorld,
  unit: Unit,
): Promise<UnitResult> {
  const piece = target.piece?.(workOf(target, given, staged, unit));
  const result = await judgeUnit(piece?.target ?? target, given, staged, unit);
  await piece?.end();
  return result;
}

/** What a unit is, for a recording. */
function workOf(target: Target, given: WorldDocument, staged: StagedWorld, unit: Unit): CaseWork {
  const { label, caller, request, wire, http, follow } = unit;
  const { setting } = prepareCall(target, staged, unit).bindings;
  return {
    kind: 'case',
    label,
    situation: { given, caller, request, wire, ...(http !== undefined && { http }) },
    follow,
    names: { prefix: setting.nameOf(''), copy: setting.nameOf('new') },
    ...(staged.found !== undefined && { found: staged.found }),
  };
}

async function judgeUnit(
  target: Target,
  given: WorldDocument,
  staged: StagedWorld,
  unit: Unit,
): Promise<UnitResult> {
  const { world } = staged.realised;
  const { bindings, caller, request, http, arriving } = prepareCall(target, staged, unit);
  const facts = gatherFacts(world, caller, arriving);
  const verdict = judge(world, caller, arriving);
  const name = facts.target ?? '';

  const exchange = await target.send(caller, request, unit.wire, http);
  if (exchange.sdk.kind === 'no-answer') return { kind: 'error', reason: exchange.sdk.reason };
  if (exchange.sdk.kind === 'not-sent') return { kind: 'inconclusive', reason: exchange.sdk.reason };
  const answer = exchange.http === undefined ? undefined : readAnswer(exchange.http.response);
  const actual = actualOutcome(answer, exchange.sdk);
  if (isNotNow(actual)) return { kind: 'error', reason: describeOutcome(actual) };

  if (isAboutCaller(verdict, actual)) return { kind: 'inconclusive', reason: describeOutcome(actual) };

  const checks: Check[] = [...assessOutcome(unit.rule, request, verdict, actual)];
  const isOdd = isOddForm(verdict);
  if (answer !== undefined && exchange.http !== undefined && !isOdd) {
    checks.push(...assessWire({ http: exchange.http.response, answer, sdk: exchange.sdk }));
  }
  if (actual.kind === 'copied' && !isOdd) {
    checks.push(...(await assessCopy(target, unit, verdict, actual.snapshot, facts)));
  }
  if (actual.kind === 'rejected' && !isOdd) {
    const trace = await assessNoTrace(target, caller, name, facts.here.snapshots.get(name));
    if (trace !== undefined) checks.push(trace);
  }
  const asked = arriving.TargetDBClusterSnapshotIdentifier ?? '';
  const remains = exchange.claim?.kind === 'ours' ? await target.discard(caller, asked) : undefined;
  const { steps } = staged;
  return {
    kind: 'measured',
    unit,
    given,
    caller,
    request,
    bindings,
    steps,
    verdict,
    actual: cutTexts(actualOf(actual)),
    exchange: keepable(exchange),
    checks: apart(checks),
    ...(remains !== undefined && { leftBehind: remains }),
  };
}

/** An outcome without the tree it was read from, which nobody needs once it is judged. */
function actualOf(actual: ActualOutcome): ActualOutcome {
  switch (actual.kind) {
    case 'copied':
      return { kind: actual.kind, snapshot: actual.snapshot };
    case 'rejected': {
      const { kind, code, status, message } = actual;
      return {
        kind,
        code,
        ...(status !== undefined && { status }),
        ...(message !== undefined && { message }),
      };
    }
    case 'unintelligible': {
      const { kind, reason, status } = actual;
      return { kind, reason, ...(status !== undefined && { status }) };
    }
  }
}

/** Who calls, and where. */
export const callerOf = (unit: Pick<Unit, 'caller'>, { setting }: Pick<Target, 'setting'>): Caller => ({
  account: setting.accounts[unit.caller.account],
  region: setting.regions[unit.caller.region],
});

/** Whether a copy was done when it was answered. */
const isDone = ({ Status = 'available' }: DBClusterSnapshot): boolean => Status === 'available';

/** Checks of an accepted copy: its members if it was to be accepted at all, and what the target shows of it. */
async function assessCopy(
  target: Target,
  unit: Unit,
  verdict: Verdict,
  copy: NonNullable<Extract<ActualOutcome, { kind: 'copied' }>['snapshot']>,
  facts: Facts,
): Promise<readonly Check[]> {
  if (verdict.copied === undefined) return [];
  const { caller, source } = facts;
  const members = assessMembers(verdict.copied, copy);
  const checks: Check[] = [
    ...(source === undefined ? members : blameLookup(members, copy, { ...facts, source })),
  ];
  const name = copy.DBClusterSnapshotIdentifier ?? '';
  // Three looks that have nothing to do with each other.
  const [described, tags, kept] = await Promise.all([
    target.describe(caller, name),
    target.listTags(caller, completed(copy, caller).DBClusterSnapshotArn),
    source === undefined ? undefined : assessSource(target, source),
  ]);
  checks.push(assessDescribed(copy, described));
  const tagRule = verdict.copied.tags.rule;
  if (tags.ok) {
    const seen = assessTags(verdict.copied, tags.value);
    checks.push(seen);
    if (seen.status === 'fail' && isAboutRequests(unit.rule)) checks.push({ ...seen, rule: unit.rule });
  }
  if (!tags.ok)
    checks.push({ status: 'unseen', rule: tagRule, reason: `ListTagsForResource: ${tags.reason}` });
  if (kept !== undefined) checks.push(kept);
  // Of a copy that is still being made, one look shows what the moment happens to show: only what is followed is judged by it.
  let last = described.ok && isDone(copy) ? described.value : undefined;
  if (unit.follow) {
    const followed = await followProgress(target, caller, copy);
    checks.push(followed.check);
    if (followed.last !== copy) ({ last } = followed);
  }
  checks.push(...assessSettled(verdict.copied, copy, last));
  return checks;
}
