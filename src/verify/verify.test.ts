import { describe, expect, it } from 'vitest';
import { directedCase, missingSource } from '../../test-support/fakes.ts';
import { startProxy } from '../../test-support/proxy.ts';
import { startServer } from '../server/index.ts';
import type { Progress } from '../harness/run/progress.ts';
import { withoutDurations } from '../../test-support/comparable.ts';
import { verify, type VerifyOptions } from './index.ts';

const options: VerifyOptions = {
  region: 'us-east-1',
  cases: [directedCase(), missingSource],
  pairs: 0,
  seed: 1,
  gate: 'sibling',
  timeout: 5000,
  runId: 'abc123',
};

describe('verify', () => {
  it('judges the embedded endpoint, whose port nobody needs to know', async () => {
    const report = await verify(options);
    expect(report.summary).toMatchObject({ exitCode: 0, cases: { pass: 2 } });
    expect(report.target.name).toBe('the embedded endpoint');
    expect(report.target).not.toHaveProperty('endpoint');
    expect(report.leftBehind).toEqual([]);
  });

  it('judges another endpoint, and leaves nothing there', async () => {
    const server = await startServer();
    const report = await verify({ ...options, endpoint: server.url });
    expect(report.summary.exitCode).toBe(0);
    expect(report.target).toMatchObject({ name: new URL(server.url).host, endpoint: server.url });
    const places = [...server.world().places.values()];
    expect(places.map(({ snapshots, clusters }) => snapshots.size + clusters.size)).toEqual(
      places.map(() => 0),
    );
    await server.close();
  });

  it('counts each HTTP request that reaches the endpoint, whichever service it is for', async () => {
    const server = await startServer();
    const seen = { neptune: 0, kms: 0, sts: 0, refused: 0 };
    const neptune = await startProxy(server.url, {
      onRequest: (body) =>
        (seen[/Action=(GetCallerIdentity|AssumeRole)/.test(body) ? 'sts' : 'neptune'] += 1),
      // An attempt that failed was a request, too.
      answer: (body) => {
        if (!body.includes('Action=CopyDBClusterSnapshot') || seen.refused === 2) return undefined;
        seen.refused += 1;
        return { status: 503, body: '' };
      },
    });
    const kms = await startProxy(server.url, { onRequest: () => (seen.kms += 1) });
    const progress: Progress[] = [];
    const { run } = await verify({
      ...options,
      endpoint: neptune.url,
      kmsEndpoint: kms.url,
      search: { runs: 3, maxCalls: 6, maxTime: 30_000 },
      onProgress: (each) => progress.push(each),
    });
    expect(seen.refused).toBe(2);
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
    expect(run.requests).toBe(seen.neptune + seen.kms + seen.sts);
    const last = new Map(progress.map(({ of, done, total }) => [of, [done, total]]));
    expect([...last]).toEqual([
      ['cases', [2, 2]],
      ['sequences', [3, 3]],
    ]);
    await neptune.close();
    await kms.close();
    await server.close();
  });

  it('says the same each time, but for what is said of the run', async () => {
    const [one, two] = [await verify(options), await verify(options)];
    expect({ ...withoutDurations(one), run: undefined }).toEqual({
      ...withoutDurations(two),
      run: undefined,
    });
  });
});
