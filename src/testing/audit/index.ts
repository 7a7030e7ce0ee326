import { AssertionError } from 'node:assert';
import { rules, type RuleId } from '../../contract/generated/catalogue.ts';
import { suggestion } from '../../contract/nearest.ts';
import { UsageError } from '../../errors.ts';
import type { World } from '../../model/world/world.ts';
import type { WhoCalls } from '../caller.ts';
import type { MockedClient } from '../mocked-client.ts';
import { isModelled } from '../perform.ts';
import { givenBelief, openBelief } from './belief.ts';
import { callersOf } from './callers.ts';
import { mockRules, type AuditFinding, type MockRuleId, type UnspecifiedCall } from './finding.ts';
import { looking } from './look.ts';
import { recordedCalls } from './recorded-call.ts';
import { describeAudit } from './text.ts';

/** What is known of the world of a test. */
export interface AuditOptions {
  /** Everything there is when the test begins; unless told, whatever the mock has not shown may be there. */
  readonly world?: World;
  /** Who calls. Unless told, with a world whoever the client says, and without one what the ARNs in the answers say. */
  readonly caller?: WhoCalls;
  /** Rules, of the catalogue or about mocks, of which nothing is to be told: findings of theirs are `ignored`. */
  readonly ignore?: readonly (RuleId | MockRuleId)[];
  /** Whether stubs answer only the members that the code under test reads. What they do answer is looked at all the same. */
  readonly partial?: boolean;
}

/** What an audit has found. */
export interface Audit {
  readonly findings: readonly AuditFinding[];
  /** What `ignore` has kept from being a finding. */
  readonly ignored: readonly AuditFinding[];
  /** How many calls were looked at: those of the operations of Neptune that the model has. */
  readonly checked: number;
  /** Copies that the reference model accepted or refused though nobody knows whether AWS makes them. */
  readonly unspecified: readonly UnspecifiedCall[];
  /** For people, in several lines. */
  toString(): string;
}

/**
 * Looks through the calls that a mock has recorded since its last reset: every request, and every answer of its own
 * stubs, is held against schemas, faults and model. What cannot happen is listed: a copy of a snapshot that is still
 * creating, an answer without ARN, a fault that the operation does not have, a status that goes backwards, tags that
 * nobody gave. What nobody knows of AWS is let pass, and so are errors that come from elsewhere than the service, or
 * from it at any time, such as those of sessions. Throws a UsageError for a rule to ignore that is none.
 *
 * @example
 * afterEach(async () => assertAudit(mock));
 */
export async function auditMock(mock: MockedClient, options: AuditOptions = {}): Promise<Audit> {
  const {
    world,
    caller = world === undefined ? 'inferred' : undefined,
    ignore = [],
    partial = false,
  } = options;
  for (const rule of ignore) checkRule(rule);
  const calls = await recordedCalls(mock);
  const callerOf = await callersOf(calls, caller);
  const belief = world === undefined ? openBelief() : givenBelief(world);
  const look = looking(belief, partial);
  const all = calls.flatMap((call) => {
    const from = callerOf(call.client);
    const problems = [...look(call, from), ...belief.learn(call, from)];
    return problems.map((each): AuditFinding => ({ call: call.index, command: call.operation, ...each }));
  });
  const [findings, ignored] = [false, true].map((is) =>
    all.filter(({ rule }) => ignore.includes(rule) === is),
  ) as [AuditFinding[], AuditFinding[]];
  const checked = calls.filter(({ operation }) => isModelled(operation)).length;
  const unspecified = calls.flatMap(({ index, answered }): readonly UnspecifiedCall[] => {
    const { open = [] } = answered.kind === 'pending' ? {} : answered;
    return open.length === 0 ? [] : [{ call: index, rules: open }];
  });
  const audit = { findings, ignored, checked, unspecified };
  return { ...audit, toString: () => describeAudit(calls, audit) };
}

/** Audits a mock, and throws an AssertionError that lists the findings when there are any. */
export async function assertAudit(mock: MockedClient, options?: AuditOptions): Promise<void> {
  const audit = await auditMock(mock, options);
  if (audit.findings.length > 0) throw new AssertionError({ message: audit.toString() });
}

/** Throws a UsageError for a rule that is none. */
function checkRule(rule: string): void {
  const ids: readonly string[] = [...rules.map(({ id }) => id), ...Object.keys(mockRules)];
  if (!ids.includes(rule))
    throw new UsageError(`there is no rule "${rule}" to ignore${suggestion(rule, ids)}`);
}
