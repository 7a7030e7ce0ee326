/**
 * The matchers of the contract in vitest: importing this adds them, from a test or from a file of `setupFiles`.
 *
 * @example
 * import 'neptune-copy-contract/testing/vitest';
 *
 * await expect(mock).toConformToContract();
 * await expect(backUp(client, 'nightly')).toBeRejectedFor('target-unique');
 */
import { expect } from 'vitest';
import type { PreconditionId } from '../contract/generated/catalogue.ts';
import type { AuditOptions } from './audit/index.ts';
import { contractMatchers } from './matchers.ts';

expect.extend(contractMatchers);

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unused-vars -- vitest's own declaration, to which this one is added, has this parameter
  interface Matchers<T = any> {
    /** Whether nothing impossible is among the calls of a mock, as `auditMock` finds it. */
    toConformToContract(options?: AuditOptions): Promise<void>;
    /** Whether a call, its error, or an outcome of the model is a rejection that the rule's violation is answered by. */
    toBeRejectedFor(rule: PreconditionId): Promise<void>;
  }
}
