import { describe, expect, it } from 'vitest';
import { directedCase, missingSource } from '../../test-support/fakes.ts';
import { startServer } from '../server/index.ts';
import { verify, type VerifyOptions } from './index.ts';

const options: VerifyOptions = {
  region: 'us-east-1',
  cases: [directedCase(), missingSource],
  pairs: 0,
  seed: 1,
  gate: 'observed',
  timeout: 5000,
  version: '1.2.3',
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

  it('says the same each time, but for what is said of the run', async () => {
    const [one, two] = [await verify(options), await verify(options)];
    expect({ ...one, run: undefined }).toEqual({ ...two, run: undefined });
  });
});
