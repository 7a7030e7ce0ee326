import { beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../src/server/index.ts';
import { directedCases } from '../src/contract/directed-cases.ts';
import { schemas } from '../src/contract/generated/schemas.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { createValidator } from '../src/contract/validate.ts';
import { verify, type VerifyOptions } from '../src/verify/index.ts';
import { comparable } from '../test-support/comparable.ts';
import { leftIn } from '../test-support/leftovers.ts';
import { headline, notPassed, ordinary, inconclusive } from '../test-support/judge.ts';
import { startProxy, type ProxyOptions } from '../test-support/proxy.ts';

const cases = directedCases();

const atOnce = 'a new snapshot is available at once, so none can be met while it is creating';
const noCall = (status: string): string => `no AWS call leaves a snapshot in the status ${status}`;
const systemTag =
  'CreateDBClusterSnapshot: InvalidParameterValue (HTTP 400): Tag keys cannot start with the reserved prefix "aws:".';

/** All that AWS's own operations cannot bring about at our server, and why. */
const beyondReach = {
  'source-status/creating': atOnce,
  'source-status/creating-by-arn': atOnce,
  'source-status/creating-elsewhere': atOnce,
  'source-status/creating-shared': atOnce,
  'source-status/deleting': noCall('deleting'),
  'source-status/failed': noCall('failed'),
  'tags-copying/copy-tags-with-system-tag': systemTag,
  'tags-copying/system-tag-not-copied': systemTag,
  'target-unique/taken-by-creating': atOnce,
  'target-unique/taken-by-failed': noCall('failed'),
};

/** A run against a server of its own, and what is left there. */
interface Judged {
  readonly report: Report;
  readonly left: readonly string[];
}

/** How long a copy takes: longer than what must be in progress has to stay so on a machine that is busy. */
const copyDuration = 1_500;

async function judge(options: Partial<VerifyOptions> = {}, proxied?: ProxyOptions): Promise<Judged> {
  const server = await startServer({ copyDuration });
  const proxy = proxied === undefined ? undefined : await startProxy(server.url, proxied);
  try {
    const report = await verify({ ...ordinary, endpoint: proxy?.url ?? server.url, ...options });
    return { report, left: leftIn(server.world()) };
  } finally {
    await proxy?.close();
    await server.close();
  }
}

describe('the embedded endpoint, judged through the SDK over HTTP', () => {
  let first: Judged;
  let second: Judged;

  beforeAll(async () => {
    first = await judge();
    second = await judge();
  });

  it('conforms', () => {
    expect(first.report.findings.map(headline)).toEqual([]);
    expect(notPassed(first.report)).toEqual([]);
    expect(first.report.summary.exitCode).toBe(0);
  });

  it('passes every gating rule', () => {
    const gating = first.report.rules.filter((rule) => rule.gating);
    expect(gating.length).toBeGreaterThan(40);
    expect(gating.filter(({ status }) => status !== 'pass').map(({ id }) => id)).toEqual([]);
  });

  it('leaves nothing inconclusive but what no AWS call brings about', () => {
    expect(inconclusive(first.report)).toEqual(beyondReach);
  });

  it('is reported in the form of the schema', () => {
    expect(createValidator(schemas).problems('neptune-copy-contract:report', first.report)).toEqual([]);
  });

  it('has nothing left of the run but keys that are to be deleted', () => {
    expect(first.report.leftBehind).toEqual([]);
    expect(first.left).toEqual([]);
  });

  it('is reported in the same bytes when it is judged again', () => {
    expect(comparable(second.report)).toBe(comparable(first.report));
  });
});

describe('an endpoint with a deviation', () => {
  const some = cases.filter(({ id }) => /^(copy-members|target-unique)\//.test(id));
  const forgetful: ProxyOptions = {
    change: (body) => body.replaceAll(/<SourceDBClusterSnapshotArn>[^<]*<\/SourceDBClusterSnapshotArn>/g, ''),
  };
  let first: Judged;
  let second: Judged;

  beforeAll(async () => {
    first = await judge({ cases: some }, forgetful);
    second = await judge({ cases: some }, forgetful);
  });

  it('does not conform, and is told by which rule', () => {
    expect(first.report.summary.exitCode).toBe(1);
    expect([...new Set(first.report.findings.map(({ rule }) => rule))]).toEqual(['copy-source-arn']);
  });

  it('is reported in the form of the schema, and in the same bytes when it is judged again', () => {
    expect(createValidator(schemas).problems('neptune-copy-contract:report', first.report)).toEqual([]);
    expect(comparable(second.report)).toBe(comparable(first.report));
  });

  it('has nothing left of the run', () => {
    expect(first.left).toEqual([]);
  });
});

it('an endpoint that verify starts itself is judged like any other', async () => {
  const some = cases.filter(({ rule }) => rule === 'target-unique');
  const { endpoint: _none, ...options } = { ...ordinary, endpoint: undefined, cases: some };
  const report = await verify(options);
  expect(report.target.name).toBe('the embedded endpoint');
  expect(report.summary).toMatchObject({ exitCode: 0, cases: { fail: 0, error: 0 } });
});
