import { afterEach, describe, expect, it } from 'vitest';
import { directedCases } from '../src/contract/directed-cases.ts';
import { met, serveVariant, type Running } from '../src/selftest/mutants/index.ts';
import { oneCaseARule } from '../src/selftest/index.ts';
import { verify } from '../src/verify/index.ts';
import { ordinary } from '../test-support/judge.ts';

let running: Running | undefined;
afterEach(() => running?.close());

describe('an endpoint as real ones were met', () => {
  it.each(met.map((each) => [each.name, each] as const))(
    'is measured, and its bug is one deviation: %s',
    async (name, { variant, rules, measured, all }) => {
      running = await serveVariant({ name, ...variant() });
      const cases = all === true ? directedCases() : oneCaseARule();
      const report = await verify({ ...ordinary, cases, pairs: 0, endpoint: running.url });
      const causes = report.findings.filter(({ gating, cause }) => gating && cause === undefined);
      expect(causes.map(({ rule }) => rule)).toEqual(rules);
      expect(report.summary.deviations).toBe(rules.length);
      expect(report.summary.exitCode).toBe(rules.length > 0 ? 1 : 0);
      expect(report.summary.measured?.rules).toBeGreaterThanOrEqual(measured);
      expect(running.remains()).toBe(0);
    },
  );
});

it('an operation that is not there is asked for once, and nothing else', async () => {
  const absent = met.find(({ name }) => name === 'no copies at all');
  running = await serveVariant({ name: 'absent', ...absent?.variant() });
  const report = await verify({
    ...ordinary,
    endpoint: running.url,
    search: { runs: 5, maxCalls: 3, maxTime: 60_000 },
  });
  expect(report.findings.map(({ rule, cases }) => [rule, cases])).toEqual([
    ['copy-plain', ['copy-course/plain']],
  ]);
  expect(report.target.capabilities.find(({ available }) => !available)).toMatchObject({
    name: 'CopyDBClusterSnapshot',
  });
  expect(running.calls.get('CopyDBClusterSnapshot')).toBe(2);
});
