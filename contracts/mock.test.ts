import { NeptuneClient } from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '../src/spec/generated/cases.ts';
import type { Report } from '../src/spec/generated/types.ts';
import { mockTarget } from '../src/testing/index.ts';
import { buildReport } from '../src/verify/report.ts';
import { runCases } from '../src/verify/run.ts';
import { notPassed, ordinary, unmeasured } from './judge.ts';

describe('the directed cases against a mocked client', () => {
  const mock = mockClient(NeptuneClient);
  let report: Report;

  beforeAll(async () => {
    const target = mockTarget(mock);
    const run = await runCases(target, ordinary);
    await target.close();
    report = buildReport(target, run, {
      ...ordinary,
      startedAt: new Date(0),
      milliseconds: 0,
      reproduce: () => ({}),
    });
  });
  afterAll(() => mock.restore());

  it('conform', () => {
    expect(report.findings).toEqual([]);
    expect(notPassed(report)).toEqual([]);
    expect(report.summary.exitCode).toBe(0);
  });

  it('are all measured but for those of the wire, which a mock does not have', () => {
    const ofTheWire = cases.filter(({ rule }) => rule.startsWith('wire-') && rule !== 'wire-request-lists');
    expect(ofTheWire.length).toBeGreaterThan(10);
    expect(unmeasured(report)).toEqual(
      Object.fromEntries(ofTheWire.map(({ id }) => [id, 'the target has no wire to look at'])),
    );
  });
});
