import { fork } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { plainSetting, realise } from '../dist/model/index.js';
import type { World } from '../dist/model/world/world.js';
import { writeCopyRequest } from '../dist/protocol/copy-codec.js';
import { startServer } from '../dist/server/index.js';

const rounds = 5;
const warmUpRounds = 2;
const seconds = 2;
const connections = 32;

/** A benchmark's result: one row for each thing measured. */
export interface BenchResult {
  readonly name: string;
  readonly unit: string;
  readonly rows: readonly { readonly name: string; readonly value: number }[];
}

/**
 * Requests per second of `serve` for CopyDBClusterSnapshot, beside those of a bare node:http server that reads
 * the body and answers with the same bytes. They take turns under the same load, which comes from another
 * process; medians are shown, and their ratio.
 */
export async function benchServe(): Promise<BenchResult> {
  const serve = await startServer({ world: roomyWorld() });
  const bare = await startBare(await sampleAnswer(serve.url));
  const samples = { serve: [] as number[], bare: [] as number[] };
  try {
    for (let round = 0; round < warmUpRounds + rounds; round += 1) {
      const rates = {
        bare: await load(bare.port, `b${round}`),
        serve: await load(serve.port, `s${round}`),
      };
      if (round < warmUpRounds) continue;
      samples.bare.push(rates.bare);
      samples.serve.push(rates.serve);
    }
  } finally {
    await serve.close();
    bare.server.closeAllConnections();
    bare.server.close();
  }
  const serveRate = median(samples.serve);
  const bareRate = median(samples.bare);
  return {
    name: `CopyDBClusterSnapshot over HTTP, ${connections} connections`,
    unit: 'requests/s',
    rows: [
      { name: 'serve', value: Math.round(serveRate) },
      { name: 'bare node:http, same bytes', value: Math.round(bareRate) },
      { name: 'ratio', value: Math.round((serveRate / bareRate) * 100) / 100 },
    ],
  };
}

/** One source, and a quota that is never reached. */
function roomyWorld(): World {
  const account = '123456789012';
  const document = {
    snapshots: { source: { account, tags: [{ Key: 'origin', Value: 'bench' }] } },
    places: [{ account, manualSnapshotQuota: Number.MAX_SAFE_INTEGER }],
  };
  return realise(document, plainSetting).world;
}

interface Sample {
  readonly headers: Record<string, string>;
  readonly body: string;
}

async function sampleAnswer(url: string): Promise<Sample> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: 'AWS4-HMAC-SHA256 Credential=123456789012/20260101/us-east-1/rds/aws4_request',
    },
    body: writeCopyRequest({
      SourceDBClusterSnapshotIdentifier: 'source',
      TargetDBClusterSnapshotIdentifier: 'copy',
    }),
  });
  if (response.status !== 200) throw new Error(`the sample request was refused: ${await response.text()}`);
  const kept = ['x-amzn-requestid', 'content-type', 'content-length'];
  const headers = Object.fromEntries([...response.headers].filter(([name]) => kept.includes(name)));
  return { headers, body: await response.text() };
}

async function startBare({ headers, body }: Sample): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    request.on('data', () => undefined);
    request.on('end', () => {
      response.writeHead(200, headers);
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

/** Requests per second that were answered with 200. Rejects when any was not. */
function load(port: number, prefix: string): Promise<number> {
  const child = fork(join(import.meta.dirname, 'load.ts'), [port, seconds, connections, prefix].map(String));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`the load generator ended with ${code ?? 'a signal'} and no result`));
    });
    child.once('message', (message: { perSecond: number; failed: number }) => {
      if (message.failed > 0) reject(new Error(`${message.failed} requests were refused`));
      else resolve(message.perSecond);
    });
  });
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

if (process.argv[1] === import.meta.filename) {
  const { name, unit, rows } = await benchServe();
  console.log(`${name} (${unit})`);
  for (const row of rows) console.log(`  ${row.name.padEnd(30)} ${row.value}`);
}
