import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { emptyWorld, type World } from '../src/model/index.ts';
import { handle } from '../src/server/index.ts';
import { readBody } from '../src/server/read-body.ts';
import { directedCases } from '../src/contract/directed-cases.ts';
import { verify } from '../src/verify/index.ts';
import { listen } from '../test-support/small-servers.ts';

const cases = directedCases();

/** Our endpoint, which answers so many requests and then accepts them without ever answering. */
async function hangingAfter(requests: number): Promise<{ url: string; close: () => Promise<void> }> {
  let world: World = emptyWorld(Date.now());
  let seen = 0;
  const server = createServer((request, response) => {
    readBody(request, (body = Buffer.alloc(0)) => {
      seen += 1;
      if (seen > requests) return;
      const { method = '', url: path = '', headers } = request;
      const [next, answer] = handle(world, { method, path, headers, body });
      world = next;
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  return {
    url: await listen(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

describe('a target that hangs in the middle of a run', () => {
  it('ends the run with what is known so far, and with exit code 2', async () => {
    const target = await hangingAfter(200);
    try {
      const report = await verify({
        endpoint: target.url,
        region: 'us-east-1',
        cases,
        seed: 1,
        gate: 'sibling',
        // Several attempts of it: a busy machine is not taken for a target that hangs.
        timeout: 500,
        search: { runs: 5, maxCalls: 10, maxTime: 60_000 },
      });
      expect(report.summary.exitCode).toBe(2);
      expect(report.summary.deviations).toBe(0);
      expect(report.summary.cases.pass).toBeGreaterThan(10);
      expect(report.summary.cases.error).toBeGreaterThan(100);
      const reasons = new Set(report.rules.flatMap((rule) => rule.cases.map(({ reason }) => reason)));
      expect(reasons).toContain('the target has stopped answering');
    } finally {
      await target.close();
    }
  });
});
