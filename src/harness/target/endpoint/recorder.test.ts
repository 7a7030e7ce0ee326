import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caller } from '../../../../test-support/fakes.ts';
import { Connection } from './connection.ts';

let server: Server;
let connection: Connection;

const answered = new Set<string>();
let answerFirst: (() => void) | undefined;

/** Answers with the source that was asked for: s0 when nine others are answered. */
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const source = new URLSearchParams(body).get('SourceDBClusterSnapshotIdentifier') ?? '';
      const snapshot = `<DBClusterSnapshot><DBClusterIdentifier>${source}</DBClusterIdentifier></DBClusterSnapshot>`;
      const text = `<CopyDBClusterSnapshotResponse><CopyDBClusterSnapshotResult>${snapshot}</CopyDBClusterSnapshotResult></CopyDBClusterSnapshotResponse>`;
      const answer = (): void => {
        response.end(text, () => {
          answered.add(source);
          if (answered.size === 9) answerFirst?.();
        });
      };
      if (source === 's0') answerFirst = answer;
      else answer();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  connection = new Connection({ endpoint, timeout: 5000 }, () => ({
    accessKeyId: 'a',
    secretAccessKey: 'b',
  }));
});
afterAll(() => {
  connection.close();
  server.close();
});

const copy = (source: string) =>
  connection.copy(
    caller,
    { SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: 'new' },
    {},
  );

describe('recordings', () => {
  it('of calls that are under way together are not mixed up', async () => {
    const sources = Array.from({ length: 10 }, (_, i) => `s${i}`);
    const results = await Promise.all(sources.map(copy));
    for (const [i, { http, attempts }] of results.entries()) {
      expect(http?.request.body).toContain(`=s${i}&`);
      expect(http?.response.body).toContain(`>s${i}<`);
      expect(attempts).toBe(1);
    }
  });

  it('do not hold what went on between them', async () => {
    await copy('a');
    await connection.call('neptune', 'DescribeDBClusterSnapshots', caller, {});
    const { http, attempts } = await copy('b');
    expect(http?.request.body).toContain('=b&');
    expect(attempts).toBe(1);
  });
});
