import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  getState,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
  type ExpectStatic,
  type MatcherState,
} from '@vitest/expect';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  getCurrentTest,
  it,
  test,
} from '@vitest/runner';
import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';

/** What the fast tests import from `vitest`, for a process that is no worker of Vitest's. */

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

const globals = globalThis as Record<symbol, unknown>;

const expect = Object.assign((value: unknown, message?: string) => {
  const assertion = chai.expect(value, message) as unknown as { withTest(current: unknown): unknown };
  const current: unknown = getCurrentTest();
  return current === undefined ? assertion : assertion.withTest(current);
}, chai.expect) as unknown as ExpectStatic;
Object.assign(expect, globals[ASYMMETRIC_MATCHERS_OBJECT], {
  getState: () => getState(expect),
  setState: (state: Partial<MatcherState>) => setState(state, expect),
});
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);
globals[GLOBAL_EXPECT] = expect;

/** How far fake time goes before what waits for it may run, in milliseconds. */
const step = 10;

/** Fake timers of Node instead of Vitest's. */
const vi = {
  useFakeTimers: () => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.now() }),
  useRealTimers: () => mock.timers.reset(),
  async advanceTimersByTimeAsync(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += step) {
      mock.timers.tick(Math.min(step, milliseconds - passed));
      await setImmediate();
    }
  },
};

export { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test, vi };
