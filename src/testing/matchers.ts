import { UsageError } from '../errors.ts';
import type { PreconditionId } from '../contract/generated/catalogue.ts';
import { auditMock, type AuditOptions } from './audit/index.ts';
import type { MockedClient } from './mocked-client.ts';
import { rejectedFor } from './rejected-for.ts';

/** What a matcher of vitest and of jest resolves to. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/**
 * The matchers as a test writes them. `neptune-copy-contract/testing/vitest` gives them to vitest; jest takes them by
 * `declare module 'expect' { interface Matchers<R> extends ContractMatchers {} }`.
 */
export interface ContractMatchers {
  /** Whether nothing impossible is among the calls of a mock, as `auditMock` finds it. */
  toConformToContract(options?: AuditOptions): Promise<void>;
  /** Whether a call, its error, or an outcome of the model is a rejection for breaking the rule, as `rejectedFor` says. */
  toBeRejectedFor(rule: PreconditionId): Promise<void>;
}

/**
 * Matchers for `expect.extend`, of vitest and of jest alike; `neptune-copy-contract/testing/vitest` adds them to
 * vitest, with their types.
 */
export const contractMatchers = {
  /** Whether nothing impossible is among the calls of a mock, as `auditMock` finds it. */
  async toConformToContract(received: unknown, options?: AuditOptions): Promise<MatcherResult> {
    if (!isMock(received))
      throw new UsageError('toConformToContract takes what mockClient(NeptuneClient) gives');
    const audit = await auditMock(received, options);
    return { pass: audit.findings.length === 0, message: () => audit.toString() };
  },

  /** Whether a call, its error, or an outcome of the model is a rejection for breaking the rule. */
  async toBeRejectedFor(received: unknown, rule: PreconditionId): Promise<MatcherResult> {
    const { pass, message } = await rejectedFor(received, rule);
    return { pass, message: () => message };
  },
} satisfies Record<keyof ContractMatchers, unknown>;

const isMock = (value: unknown): value is MockedClient =>
  typeof (value as { readonly calls?: unknown } | null | undefined)?.calls === 'function';
