import { AssertionError } from 'node:assert';
import type { CopyRequest } from '../../model/rules/facts.ts';
import type { Caller } from '../../model/world/place.ts';
import type { World } from '../../model/world/world.ts';
import type { WhoCalls } from '../caller.ts';
import type { MockedClient } from '../mocked-client.ts';
import { givenBelief, openBelief, type Belief } from './belief.ts';
import { callersOf } from './callers.ts';
import { copyProblems, rejectionProblems } from './copies.ts';
import { faultProblems } from './faults.ts';
import type { AuditFinding, Problem, UnspecifiedCall } from './finding.ts';
import { copyShapeProblems, describeShapeProblems, requestShapeProblems, snapshotOf } from './shapes.ts';
import { recordedCalls, type RecordedCall } from './recorded-call.ts';
import { describeAudit } from './text.ts';

/** What is known of the world of a test. */
export interface AuditOptions {
  /** Everything there is when the test begins; unless told, whatever the mock has not shown may be there. */
  readonly world?: World;
  /** Who calls. Unless told, with a world whoever the client says, and without one what the ARNs in the answers say. */
  readonly caller?: WhoCalls;
}

/** What an audit has found. */
export interface Audit {
  readonly findings: readonly AuditFinding[];
  /** How many calls were looked at: those of CopyDBClusterSnapshot and DescribeDBClusterSnapshots. */
  readonly checked: number;
  /** Copies that the reference model accepted or refused though nobody knows whether AWS makes them. */
  readonly unspecified: readonly UnspecifiedCall[];
  /** For people, in several lines. */
  toString(): string;
}

/**
 * Looks through the calls that a mock has recorded since its last reset: every request, and every answer of its own
 * stubs, is held against schemas, faults and model. What cannot happen is listed: a copy of a snapshot that is still
 * creating, an answer without ARN, a fault that the operation does not have. What nobody knows of AWS is let pass,
 * and so are errors that come from elsewhere than the service.
 *
 * @example
 * afterEach(async () => assertAudit(mock));
 */
export async function auditMock(mock: MockedClient, options: AuditOptions = {}): Promise<Audit> {
  const { world, caller = world === undefined ? 'inferred' : undefined } = options;
  const calls = await recordedCalls(mock);
  const callerOf = await callersOf(calls, caller);
  const belief = world === undefined ? openBelief() : givenBelief(world);
  const findings = calls.flatMap((call) => {
    const from = callerOf(call.client);
    const problems = [...problemsOf(call, from, belief), ...belief.learn(call, from)];
    return problems.map((each): AuditFinding => ({ call: call.index, command: call.operation, ...each }));
  });
  const checked = calls.filter(({ operation }) => operation in checks).length;
  const unspecified = calls.flatMap(({ index, answered }): readonly UnspecifiedCall[] =>
    answered.kind === 'pending' || answered.open.length === 0 ? [] : [{ call: index, rules: answered.open }],
  );
  const toString = (): string => describeAudit(calls, findings, checked, unspecified);
  return { findings, checked, unspecified, toString };
}

/** Audits a mock, and throws an AssertionError that lists the findings when there are any. */
export async function assertAudit(mock: MockedClient, options?: AuditOptions): Promise<void> {
  const audit = await auditMock(mock, options);
  if (audit.findings.length > 0) throw new AssertionError({ message: audit.toString() });
}

type Check = (call: RecordedCall, caller: Caller, belief: Belief) => readonly Problem[];

const problemsOf: Check = (call, caller, belief) => {
  const check = Object.hasOwn(checks, call.operation) ? checks[call.operation] : undefined;
  return check?.(call, caller, belief) ?? [];
};

/** The operations that are looked at. */
const checks: Readonly<Record<string, Check>> = {
  CopyDBClusterSnapshot({ input, answered }, caller, belief) {
    const wrongRequest = requestShapeProblems(input);
    // The model's own answers are right by definition, and time may have passed that the mock knows nothing of.
    if (answered.kind === 'pending' || answered.byModel) return wrongRequest;
    const isReadable = wrongRequest.length === 0;
    const request = input as CopyRequest;
    if (answered.kind === 'error') {
      const wrongFault = faultProblems('CopyDBClusterSnapshot', answered.error);
      const unfounded = isReadable ? rejectionProblems(belief, caller, request, answered.error) : [];
      return [...wrongRequest, ...wrongFault, ...unfounded];
    }
    const snapshot = snapshotOf(answered.output);
    const impossible =
      isReadable && snapshot !== undefined ? copyProblems(belief, caller, request, snapshot) : [];
    return [...wrongRequest, ...copyShapeProblems(answered.output), ...impossible];
  },

  DescribeDBClusterSnapshots({ input, answered }) {
    if (answered.kind === 'pending') return [];
    return answered.kind === 'error'
      ? faultProblems('DescribeDBClusterSnapshots', answered.error)
      : describeShapeProblems(input, answered.output);
  },
};
