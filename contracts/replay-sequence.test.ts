import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replayFailure } from '../src/verify/replay/index.ts';
import { compare } from '../src/verify/replay/replay.ts';
import { replaySequence } from '../src/verify/replay/replay-sequence.ts';
import { startServer, type RunningServer } from '../src/server/index.ts';
import type { Failure, Finding, SequenceReplay } from '../src/contract/generated/types.ts';
import { connectEndpoint, type EndpointTarget } from '../src/harness/target/endpoint/index.ts';
import { leftIn } from '../test-support/leftovers.ts';
import { startProxy, type Listening } from '../test-support/proxy.ts';

/** A copy of a copy, by which only the second is spoiled. */
const replay: SequenceReplay = {
  kind: 'sequence',
  calls: [
    { op: 'create', at: { account: 'self', region: 'here' }, name: 'alpha' },
    { op: 'copy', at: { account: 'self', region: 'here' }, source: 'alpha', target: 'one' },
    { op: 'copy', at: { account: 'self', region: 'here' }, source: 'one', target: 'two' },
  ],
  path: '0',
  replayPath: '0:1:2',
};

const failure = (different: Partial<Failure> = {}): Failure => ({
  format: 2,
  tool: { name: 'neptune-copy-contract', version: '0' },
  specHash: '',
  runtime: { node: '', sdk: '' },
  target: { name: 'x', region: 'us-east-1' },
  seed: 1,
  rule: 'copy-type-manual',
  statement: '',
  aspect: 'behaviour',
  level: 'documented',
  gating: true,
  expected: { kind: 'outcome', copy: true, faults: [] },
  actual: { kind: 'copy' },
  fingerprint: 'v2-000000000000',
  cases: ['search/0'],
  replay,
  transcript: [],
  sdk: { kind: 'output' },
  reproduction: {},
  ...different,
});

let server: RunningServer;
const proxies: Listening[] = [];
const targets: EndpointTarget[] = [];

/** The server, with another type of snapshot in the answer to the second copy. */
async function target(type: string): Promise<EndpointTarget> {
  let copies = 0;
  const proxy = await startProxy(server.url, {
    change: (body) =>
      body.includes('<CopyDBClusterSnapshotResult>') && ++copies % 2 === 0
        ? body.replace('<SnapshotType>manual<', `<SnapshotType>${type}<`)
        : body,
  });
  const connected = await connectEndpoint({ url: proxy.url, region: 'us-east-1', timeout: 10_000 });
  proxies.push(proxy);
  targets.push(connected);
  return connected;
}

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  for (const each of [...targets, ...proxies, server]) await each.close();
});

describe('a sequence of calls', () => {
  test('is reproduced, changed or gone, and leaves nothing behind', async () => {
    const spoiled = await target('shared');
    const attempt = await replaySequence(spoiled, failure(), replay, {});
    const seen = attempt.ok ? attempt.findings.find(({ rule }) => rule === 'copy-type-manual') : undefined;
    expect(seen?.actual).toEqual({ kind: 'members', of: 'copy', members: { SnapshotType: 'shared' } });
    const written = failure({ fingerprint: seen?.fingerprint ?? '' });

    const again = await replayFailure(spoiled, written);
    const otherwise = await replayFailure(await target('automated'), written);
    const well = await replayFailure(await target('manual'), written);
    expect([again, otherwise, well].map(({ result }) => result.kind)).toEqual([
      'reproduced',
      'changed',
      'gone',
    ]);
    for (const each of targets) expect(await each.sweep()).toEqual([]);
    expect(leftIn(server.world())).toEqual([]);
  });

  test('that cannot be brought about is not run', async () => {
    const { tools, ...others } = await target('manual');
    const refusing: EndpointTarget = {
      ...others,
      tools: {
        ...tools,
        call: (service, operation, caller, input) =>
          operation === 'CreateDBCluster'
            ? Promise.resolve({ ok: false, fault: { name: 'NotImplemented', message: 'no', status: 501 } })
            : tools.call(service, operation, caller, input),
      },
    };
    const { result } = await replayFailure(refusing, failure());
    expect(result).toEqual({ kind: 'not-run', reason: 'CreateDBCluster: NotImplemented (HTTP 501): no' });
  });
});

describe('what is seen now against what was seen then', () => {
  const finding = (rule: string, fingerprint: string) => ({ rule, fingerprint }) as Finding;
  const then = { rule: 'copy-arn', fingerprint: 'v2-aaaaaaaaaaaa' };

  test.each([
    { name: 'the same', beside: [], now: [finding('copy-arn', 'v2-aaaaaaaaaaaa')], expected: 'reproduced' },
    { name: 'the rule otherwise', beside: [], now: [finding('copy-arn', 'b')], expected: 'changed' },
    { name: 'another rule', beside: [], now: [finding('copy-inherits', 'b')], expected: 'changed' },
    { name: 'what stood beside it', beside: ['b'], now: [finding('copy-inherits', 'b')], expected: 'gone' },
    { name: 'nothing', beside: ['b'], now: [], expected: 'gone' },
    { name: 'another rule, of old unknown', now: [finding('copy-inherits', 'b')], expected: 'gone' },
    { name: 'the rule otherwise, of old unknown', now: [finding('copy-arn', 'b')], expected: 'changed' },
  ])('$name: $expected', ({ beside, now, expected }) => {
    expect(compare(failure({ ...then, ...(beside !== undefined && { beside }) }), now).kind).toBe(expected);
  });
});
