import { NeptuneClient } from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsWire } from '../src/model/index.ts';
import type { DirectedCase } from '../src/contract/case.ts';
import { directedCases } from '../src/contract/directed-cases.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { mockTarget } from '../src/testing/index.ts';
import { measuredByOutcome } from '../src/harness/checks/measured-by.ts';
import { runContract } from '../src/verify/run-contract.ts';
import { notPassed, inconclusive } from '../test-support/judge.ts';

const cases = directedCases();

describe('the directed cases against a mocked client', () => {
  const mock = mockClient(NeptuneClient);
  let report: Report;

  beforeAll(async () => {
    const target = mockTarget(mock);
    report = await runContract(target);
    await target.close();
  });
  afterAll(() => mock.restore());

  it('conform', () => {
    expect(report.findings).toEqual([]);
    expect(notPassed(report)).toEqual([]);
    expect(report.summary.exitCode).toBe(0);
  });

  it('are all measured but for those of the wire, which a mock does not have', () => {
    const reasons = cases.flatMap((directed) => {
      const reason = reasonOf(directed);
      return reason === undefined ? [] : [[directed.id, reason] as const];
    });
    expect(reasons.length).toBeGreaterThan(30);
    expect(reasons.filter(([id]) => !/^(form|wire)\//.test(id))).toEqual([]);
    expect(inconclusive(report)).toEqual(Object.fromEntries(reasons));
  });
});

/** Why a mocked client shows nothing of a case: its form is not as an SDK writes it, or its rule is of the wire. */
function reasonOf({ rule, situation: { wire, http } }: DirectedCase): string | undefined {
  if (needsWire(wire, http)) return 'a mocked client sends nothing';
  const ofTheWire = rule.startsWith('wire-') && !measuredByOutcome(rule);
  return ofTheWire ? 'the target has no wire to look at' : undefined;
}
