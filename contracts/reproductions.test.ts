import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reproductions, type Scenario } from '../src/harness/reproduce/index.ts';
import { startServer, type RunningServer } from '../src/server/index.ts';
import type { DirectedCase } from '../src/contract/case.ts';
import type { Access } from '../src/harness/target/endpoint/accounts.ts';
import { connectEndpoint } from '../src/harness/target/endpoint/index.ts';
import { failed } from '../test-support/said.ts';
import { runCases } from '../src/harness/run/run.ts';
import { scenarioOf } from '../src/harness/run/scenario.ts';
import { leftIn } from '../test-support/leftovers.ts';
import { start, type Ended } from '../test-support/process.ts';
import { startProxy, type Listening } from '../test-support/proxy.ts';
import { findPython } from '../test-support/python.ts';
import { hostile, situations } from '../test-support/reproduction-scenarios.ts';
import { interpreters, scriptFolder, writeScript } from '../test-support/scripts.ts';
import { startWarmAws, type WarmAws } from '../test-support/warm-aws.ts';

const python = findPython();
const folder = scriptFolder();
let aws: WarmAws | undefined;
beforeAll(async () => {
  if (python !== undefined) aws = await startWarmAws(python);
});
afterAll(async () => {
  await aws?.close();
  rmSync(folder, { recursive: true });
});

/** AWS CLI takes a second for each call: what it would only say again in other words is left to the others. */
const slow = [
  'a copy of an automated snapshot',
  'a key with a replica',
  'a key that is pending deletion',
  'a name that is taken',
  'a parameter that stands twice',
  'a missing member',
  'hostile texts on the wire',
];

/** A request as a server sees it: who called where, and the parameters but for made-up key ids. */
interface Seen {
  readonly caller: string;
  readonly parameters: readonly string[];
}

test('there is an interpreter for each language', () => {
  expect(Object.keys(interpreters)).toEqual(
    Object.keys(reproductions(Object.assign({} as Scenario, emptyScenario))),
  );
});

for (const [language, interpreter] of Object.entries(interpreters)) {
  describe.skipIf(interpreter.needs === 'python' && python === undefined)(language, () => {
    const played = Object.entries(situations).filter(
      ([name]) => language !== 'aws-cli' || !slow.includes(name),
    );

    test.each(played)('%s', async (_, directed) => {
      await expectSameCall(language, directed, {});
    });

    test('a second account by an assumed role', async () => {
      const roleArn = 'arn:aws:iam::222222222222:role/neptune-copy-contract';
      const other: Access = {
        kind: 'assumed-role',
        roleArn,
        credentials: { accessKeyId: 'ASIA222222222222', secretAccessKey: 'x', sessionToken: 'y' },
      };
      const shared = situations['a copy of what another account shares'];
      const raw = situations['a missing member, with a key, in the other account'];
      for (const directed of [shared, raw]) {
        if (directed === undefined) throw new Error('there is no such situation');
        const { seen } = await expectSameCall(language, directed, { other });
        expect(seen.some(({ parameters }) => parameters.includes('Action=AssumeRole'))).toBe(true);
      }
    });

    test('keys at an endpoint of their own', async () => {
      const directed = situations['an encrypted copy with an own key'];
      if (directed === undefined) throw new Error('there is no such situation');
      const { atKms } = await expectSameCall(language, directed, { kms: true });
      expect(atKms).toBeGreaterThan(2);
    });
  });
}

interface Variation {
  readonly other?: Access;
  readonly kms?: boolean;
}

/** Runs the script of a situation at a server of its own, and expects of it what any script has to do. */
async function expectSameCall(language: string, directed: DirectedCase, { other, kms }: Variation) {
  const seen: Seen[] = [];
  let atKms = 0;
  const played = await play(directed);
  const server = await startServer();
  const proxy = await startProxy(server.url, {
    onRequest: (body, { url = '', headers }) =>
      seen.push(seenAs(url.slice(2) || body, headers.authorization)),
  });
  const kmsProxy = await startProxy(server.url, { onRequest: () => (atKms += 1) });
  try {
    const access = new Map(played.scenario.access);
    if (other !== undefined) access.set('222222222222', other);
    const script = reproductions({
      ...played.scenario,
      access,
      endpoint: proxy.url,
      ...(kms === true && { kmsEndpoint: kmsProxy.url }),
    })[language];
    const ended = await runScript(language, script ?? '');
    const context = `${script ?? ''}\n${ended.stdout}\n${ended.stderr}`;
    expect(ended.code, context).toBe(0);
    expect(seen.map(comparable), context).toContainEqual(comparable(played.sent));
    expect(ended.stdout + ended.stderr, context).toMatch(
      /DBClusterSnapshot|Error|error|DBClusterSnapshots|exception/,
    );
    expect(leftIn(server.world()), context).toEqual([]);
    return { seen, atKms, ended };
  } finally {
    await Promise.all([proxy, kmsProxy].map((each: Listening) => each.close()));
    await server.close();
  }
}

/** Plays a situation as `verify` does. */
async function play(directed: DirectedCase): Promise<{ readonly scenario: Scenario; readonly sent: Seen }> {
  const server: RunningServer = await startServer();
  const target = await connectEndpoint({
    url: server.url,
    region: 'us-east-1',
    timeout: 10_000,
    runId: 'played',
  });
  try {
    const { results } = await runCases(target, { cases: [directed] });
    const result = results.get(0);
    if (result?.kind !== 'measured') throw new Error(`inconclusive: ${result?.reason ?? ''}`);
    const deviation = failed(directed.rule, `x ${hostile}`, `import os\r\u2028os.abort()\u0000`);
    const sent = result.exchange.http?.request;
    return {
      scenario: scenarioOf(result, deviation, target),
      sent: seenAs(
        new URL(sent?.url ?? '').search.slice(1) || (sent?.body ?? ''),
        sent?.headers['authorization'],
      ),
    };
  } finally {
    await target.close();
    await server.close();
  }
}

function runScript(language: string, script: string): Promise<Ended> {
  const interpreter = interpreters[language];
  if (interpreter === undefined) throw new Error(`no interpreter for ${language}`);
  const file = writeScript(folder, interpreter, script);
  return start(interpreter.command(python), [file], aws?.env ?? process.env).ended;
}

const seenAs = (body: string, authorization = ''): Seen => ({
  caller: /Credential=(?:ASIA)?([^/]*)\/\d+\/([^/]*)\//.exec(authorization)?.slice(1).join(' ') ?? '',
  // The SDK for JavaScript adds a PreSignedUrl by itself.
  parameters: [...new URLSearchParams(body)]
    .filter(([name]) => name !== 'PreSignedUrl')
    .map(([name, value]) => `${name}=${value}`)
    .sort(),
});

/** Without names of the run, and what another server makes up otherwise: key ids, and times in names. */
const comparable = ({ caller, parameters }: Seen): Seen => ({
  caller,
  parameters: parameters.map((parameter) =>
    parameter
      .replaceAll(/mrk-[\da-f]{32}|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'KEY')
      .replaceAll(/\d{4}(-\d\d){4}/g, 'TIME')
      .replaceAll(/ncc-[0-9a-z]{6}-/g, 'ncc-run-'),
  ),
});

const emptyScenario: Scenario = {
  title: '',
  expected: { kind: 'outcome', copy: true, faults: [] },
  actual: { kind: 'copy' },
  endpoint: 'http://127.0.0.1',
  access: new Map(),
  steps: [],
  caller: { account: '111111111111', region: 'us-east-1' },
  request: {},
  wire: {},
  look: 'answer',
};
