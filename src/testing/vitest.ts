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
import { contractMatchers, type ContractMatchers } from './matchers.ts';

expect.extend(contractMatchers);

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type -- vitest's own declaration, to which this one is added, has this parameter
  interface Matchers<T = any> extends ContractMatchers {}
}
