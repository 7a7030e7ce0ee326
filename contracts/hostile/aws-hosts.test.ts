import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../../test-support/process.ts';
import { listen } from '../../test-support/small-servers.ts';

/** Hosts of AWS, and what looks like others. */
const hosts = [
  'rds.us-east-1.amazonaws.com',
  'RDS.US-EAST-1.AMAZONAWS.COM',
  'rds.us-east-1.amazonaws.com.',
  'neptune.us-east-1.api.aws',
  'rds-fips.us-gov-west-1.amazonaws.com',
  'rds.cn-north-1.amazonaws.com.cn',
  'user:password@rds.us-east-1.amazonaws.com',
  'rds.us-east-1.amazonaws.com:8443',
  'vpce-0a1b.rds.us-east-1.vpce.amazonaws.com',
  'amazonaws.com',
];

/** Ways to name an endpoint. */
const ways: Readonly<Record<string, (url: string, other: string) => readonly string[]>> = {
  'verify --endpoint': (url) => ['verify', '--endpoint', url, '--rule', 'copy-described'],
  'verify --kms-endpoint': (url, other) => [
    ...['verify', '--endpoint', other, '--kms-endpoint', url],
    ...['--rule', 'copy-described'],
  ],
  'cleanup --endpoint': (url) => ['cleanup', '--all', '--endpoint', url],
};

const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'ncc-aws-'));
const seen: string[] = [];
/** A proxy, and a name server's stand-in: whatever is asked for by name would come here. */
const watch = createServer((request, response) => {
  seen.push(request.url ?? '');
  response.writeHead(500).end();
});
let other = '';

beforeAll(async () => {
  other = await listen(watch);
});
afterAll(async () => {
  await new Promise((resolve) => watch.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** Each host one way, and each way a few hosts: a process each. */
const table = Object.keys(ways).flatMap((way, i) =>
  hosts.filter((_host, k) => i === 0 || k % 5 === 1).map((host) => [way, host] as const),
);

describe('AWS itself', () => {
  it.each(table)('is refused by %s: %s, before any connection', async (way, host) => {
    const args = ways[way] ?? (() => []);
    const before = seen.length;
    const { code, stderr } = await start(
      process.execPath,
      ['--import', 'tsx', '--import', blocker(), main, ...args(`https://${host}/`, other)],
      { ...process.env, XDG_STATE_HOME: folder },
      600_000,
    ).ended;
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/AWS/) as string });
    expect(stderr).not.toContain('a connection was attempted');
    expect(stderr).not.toContain('password');
    expect(seen.length).toBe(before);
  });
});

/** A module that has the process say so when it looks up or connects to anything. */
function blocker(): string {
  const source = `
    import net from 'node:net';
    import dns from 'node:dns';
    const said = (what) => { process.stderr.write('a connection was attempted: ' + what + '\\n'); process.exit(3); };
    net.Socket.prototype.connect = function () { said('connect'); };
    dns.lookup = (name) => said(name);
  `;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
