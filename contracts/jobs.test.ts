import { afterEach, describe, expect, it } from 'vitest';
import { directedCases } from '../src/contract/directed-cases.ts';
import { mostLanes } from '../src/harness/run/run-lot.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { mutants, serveVariant, type Running, type Variant } from '../src/selftest/mutants/index.ts';
import { verify, type VerifyOptions } from '../src/verify/index.ts';
import { comparable } from '../test-support/comparable.ts';
import { headline, notPassed, ordinary } from '../test-support/judge.ts';

const jobs = [1, 4, 16] as const;
const search = { runs: 6, maxCalls: 12, maxTime: 600_000 };

const serving: Running[] = [];
afterEach(async () => {
  for (const endpoint of serving.splice(0)) await endpoint.close();
});

async function serve(variant: Variant): Promise<Running> {
  const endpoint = await serveVariant(variant);
  serving.push(endpoint);
  return endpoint;
}

async function judge(variant: Variant, options: Partial<VerifyOptions>): Promise<Report> {
  const endpoint = await serve(variant);
  const report = await verify({
    ...ordinary,
    endpoint: endpoint.url,
    targetName: 'it',
    journal: false,
    ...options,
  });
  expect(report.leftBehind).toEqual([]);
  expect(endpoint.remains()).toBe(0);
  return report;
}

describe('however many worlds stand at once, the report is the same', () => {
  it('on an endpoint that conforms', async () => {
    const ours: Variant = { name: 'ours', copyDuration: 1_500 };
    const reports: Report[] = [];
    for (const each of jobs) reports.push(await judge(ours, { jobs: each, search }));
    const [alone, ...others] = reports;
    expect(alone?.findings.map(headline)).toEqual([]);
    expect(alone === undefined ? [] : notPassed(alone)).toEqual([]);
    expect(alone?.summary.exitCode).toBe(0);
    for (const report of others) expect(comparable(report)).toBe(alone && comparable(alone));
  });

  // What counts, what remembers, what breaks, and what is simply wrong.
  const bugs = [
    'refuses the hundredth manual snapshot, as if by manual-snapshot-quota',
    'copies all the same: copies-in-progress-quota',
    'answers InternalFailure: source-exists',
    'a wrong Engine: copy-inherits',
    'DescribeDBClusterSnapshots does not find copies: copy-described',
  ];
  const families = /^(quotas|source-lookup|copy-members|source-status|copy-course)\//;
  const cases = directedCases().filter(({ id }) => families.test(id));

  it.each(bugs)('on one that %s', async (name) => {
    const mutant = mutants.find((each) => each.name === name);
    if (mutant === undefined) throw new Error(`there is no endpoint that ${name}`);
    const reports: Report[] = [];
    // What is between them differs from neither, or the endpoint that conforms would show it.
    for (const each of [1, 16])
      reports.push(await judge({ name, ...mutant.variant() }, { jobs: each, cases, pairs: 40 }));
    const [alone, ...others] = reports;
    expect(alone?.findings.length).toBeGreaterThan(0);
    for (const report of others) expect(comparable(report)).toBe(alone && comparable(alone));
  });
});

it('worlds that fill quotas stand alone, and nothing of them stands beside others', async () => {
  const crowds: number[] = [];
  const report = await judge(
    {
      name: 'watched',
      copyDuration: 1_500,
      aftermath(after, { action, caller }) {
        const clusters = [...after.places.values()].reduce((sum, { clusters }) => sum + clusters.size, 0);
        const here = caller && [...after.places.values()].find(({ snapshots }) => snapshots.size > 50);
        // The source, and the cluster of what fills the place; two more where a place elsewhere was filled before.
        if (action === 'CopyDBClusterSnapshot' && here !== undefined) crowds.push(clusters);
        return after;
      },
    },
    { jobs: 16, cases: directedCases().filter(({ id }) => /^(quotas|copy-members)\//.test(id)), pairs: 0 },
  );
  expect(report.summary.exitCode).not.toBe(1);
  expect(crowds.length).toBeGreaterThan(5);
  expect(Math.max(...crowds)).toBeLessThanOrEqual(5);
});

it('what one world has shown in vain is not tried for the next', async () => {
  const begun: string[] = [];
  const report = await judge(
    {
      name: 'at once',
      copyDuration: 0,
      aftermath(after, { action }) {
        if (action === 'CreateDBCluster') begun.push(action);
        return after;
      },
    },
    { cases: directedCases().filter(({ id }) => id.startsWith('quotas/five-in-progress')), pairs: 0 },
  );
  const reasons = report.rules.flatMap(({ cases }) => cases).map(({ reason }) => reason);
  expect(reasons).toHaveLength(3);
  expect(reasons.every((reason) => reason?.startsWith('a copy is available at once'))).toBe(true);
  // Of the source, and of what copies are made of from another Region.
  expect(begun).toHaveLength(2);
});

describe('an interruption', () => {
  it.each(jobs)('stops all of %i jobs, removes everything, and reports what is known', async (each) => {
    const interruption = new AbortController();
    let copies = 0;
    let copiesAfter = 0;
    let makingAfter = 0;
    const endpoint = await serve({
      name: 'slow',
      copyDuration: 400,
      delay: (random) => random() * 20,
      aftermath(after, { action }) {
        if (action === 'CopyDBClusterSnapshot') {
          copies += 1;
          if (interruption.signal.aborted) copiesAfter += 1;
          if (copies === 60) interruption.abort();
        } else if (/^Create/.test(action) && interruption.signal.aborted) makingAfter += 1;
        return after;
      },
    });
    const report = await verify({
      ...ordinary,
      endpoint: endpoint.url,
      journal: false,
      jobs: each,
      search,
      signal: interruption.signal,
    });
    expect(report.run.stopped?.kind).toBe('interrupted');
    expect(report.summary).toMatchObject({ deviations: 0, exitCode: 2 });
    expect(report.summary.cases.pass).toBeGreaterThan(0);
    expect(report.leftBehind).toEqual([]);
    expect(endpoint.remains()).toBe(0);
    // What was under way may arrive; nothing is begun any more, also while others clean up.
    expect(copiesAfter).toBeLessThan(each === 1 ? 1 : each * mostLanes);
    expect(makingAfter).toBeLessThan(each);
  });
});
