import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayActual } from '../src/contract/deviation-words.ts';
import { startServer } from '../src/server/index.ts';
import type { Finding, Report } from '../src/contract/generated/types.ts';
import { findAccounts, keyOf } from '../src/harness/target/endpoint/accounts.ts';
import { Connection } from '../src/harness/target/endpoint/connection.ts';
import { verify } from '../src/verify/index.ts';
import { shows } from '../test-support/evidence.ts';
import { headline, ordinary } from '../test-support/judge.ts';
import { leftAt } from '../test-support/leftovers.ts';
import { startMoto } from '../test-support/moto.ts';
import { start, type Ended } from '../test-support/process.ts';
import type { Listening } from '../test-support/proxy.ts';
import { findPython } from '../test-support/python.ts';
import { startWarmAws, type WarmAws } from '../test-support/warm-aws.ts';

const python = findPython();

/** Deviations of moto 5.2.1 that must be found: the rule, what it does, and in which case. */
const known: readonly (readonly [string, RegExp, RegExp])[] = [
  ['copy-create-time', /^SnapshotCreateTime "/, /./],
  ['copy-source-arn', /^described SourceDBClusterSnapshotArn absent$/, /./],
  ['kms-cross-region-requires-key', /^a copy$/, /elsewhere-without-key$/],
  ['kms-key-accessible', /^a copy$/, /^kms-key\/disabled/],
  ['kms-unencrypted-source', /^a copy$/, /./],
  ['source-exists', /^a copy$/, /^source-lookup\/arn-of-other-account$/],
  ['source-required', /\(HTTP 500\)/, /./],
  ['tag-charset', /^a copy$/, /./],
  ['tag-key-length', /^a copy$/, /./],
  ['target-identifier-syntax', /^a copy$/, /./],
];

/** Of these, the one that others say otherwise of. */
const contested = 'copy-create-time';

describe.skipIf(python === undefined)('moto_server', () => {
  /** Scripts use the same names, so those that run at the same time do so at servers of their own. */
  const servers: Listening[] = [];
  let aws: WarmAws;
  let report: Report;
  let left: string[];

  beforeAll(async () => {
    const there = present(python);
    aws = await startWarmAws(there);
    servers.push(...(await Promise.all([startMoto(there), startMoto(there)])));
    report = await verify({ ...ordinary, endpoint: present(servers[0]).url });
    left = await leftAtMoto(present(servers[0]).url);
  });
  afterAll(async () => {
    await Promise.all([aws, ...servers].map((server) => server.close()));
  });

  it('does not conform, and its own failures are no errors of ours', () => {
    expect(report.summary.exitCode).toBe(1);
    expect(report.summary.cases.error).toBe(0);
  });

  it.each(known)('deviates from %s: %s in %s', (rule, actual, directed) => {
    const matching = report.findings.filter(
      (finding) =>
        finding.rule === rule &&
        actual.test(sayActual(finding.actual)) &&
        finding.cases.some((id) => directed.test(id)),
    );
    expect(matching.map(headline)).toHaveLength(1);
    expect(matching.every(({ gating }) => gating)).toBe(rule !== contested);
  });

  it('says of each case that is inconclusive why', () => {
    const cases = report.rules.flatMap((rule) => rule.cases);
    const mute = cases.filter(({ status, reason }) => status === 'inconclusive' && !reason);
    expect(mute).toEqual([]);
  });

  it('has nothing left of the run but keys that are to be deleted', () => {
    expect(report.leftBehind).toEqual([]);
    expect(left).toEqual([]);
  });

  it('deviates again when a finding is reproduced by hand, finding by finding', async () => {
    const first = present(servers[0]).url;
    const waiting = [...report.findings];
    const failed: string[] = [];
    const lane = async ({ url }: Listening): Promise<void> => {
      for (let finding = waiting.shift(); finding !== undefined; finding = waiting.shift()) {
        const ended = await reproduce(aws, finding, first, url);
        if (!shows(finding, ended)) failed.push(`${headline(finding)}\n${ended.stdout}${ended.stderr}`);
        // Unlike AWS, moto keeps the automated snapshots of a cluster that is deleted.
        const remains = (await leftAtMoto(url)).filter(
          (what) => !what.includes('snapshot rds:') && !isLeftAlone(what, ended),
        );
        failed.push(...remains.map((what) => `${headline(finding)}\nleft behind: ${what}`));
        await fetch(`${url}/moto-api/reset`, { method: 'POST' });
      }
    };
    await Promise.all(servers.map(lane));
    expect(failed).toEqual([]);
  });

  it.each(['target-identifier-syntax', 'copy-source-arn', 'copy-create-time'])(
    'is told from a server that conforms by the script for %s',
    async (rule) => {
      const finding = present(report.findings.find((each) => each.rule === rule));
      const server = await startServer();
      try {
        const ended = await reproduce(aws, finding, present(servers[0]).url, server.url);
        expect(shows(finding, ended), `${ended.stdout}${ended.stderr}`).toBe(false);
      } finally {
        await server.close();
      }
    },
  );
});

/** Runs a finding's script, at another endpoint than it was written for. */
function reproduce({ env }: WarmAws, finding: Finding, from: string, to: string): Promise<Ended> {
  const script = present(finding.reproduction['aws-cli']).replaceAll(from, to);
  return start('bash', ['-c', script], env, 60_000).ended;
}

/** Whether the script said that it leaves it alone: a copy that no readable answer said was made. */
const isLeftAlone = (what: string, { stderr }: Ended): boolean =>
  stderr.includes(`left alone: ${what.slice(what.indexOf('snapshot'))} may be there`);

async function leftAtMoto(url: string): Promise<string[]> {
  const plain = new Connection({ endpoint: url, timeout: ordinary.timeout }, keyOf);
  const { self, other } = await findAccounts(url, ordinary.region, ordinary.timeout, plain, 'looker');
  plain.close();
  const left: string[] = [];
  for (const { id, access } of [present(self), present(other)]) {
    for (const region of [ordinary.region, 'eu-west-1']) {
      left.push(...(await leftAt(url, region, access.credentials)).map((what) => `${id}: ${what}`));
    }
  }
  return left;
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('this was to be there');
  return value;
}
