import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { conforming, serveVariant } from '../src/selftest/mutants/index.ts';
import { leftOutNames, capabilityOf } from '../src/contract/capabilities.ts';
import { render, type Format } from '../src/reporters/index.ts';
import { startServer } from '../src/server/index.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { connectEndpoint } from '../src/harness/target/endpoint/index.ts';
import { verify } from '../src/verify/index.ts';
import { ordinary } from '../test-support/judge.ts';
import { runCli } from '../test-support/process.ts';
import { listen } from '../test-support/small-servers.ts';

/** Answers one call: status and body. */
type Answer = (action: string) => readonly [status: number, body: string];

const list = (action: string): string =>
  `<${action}Response><${action}Result><${action.replace('Describe', '')}/></${action}Result></${action}Response>`;
const fault = (code: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no ${code}</Message></Error></ErrorResponse>`;

/** Emulators of ten lines, of which nothing can be measured. */
const stubs: Readonly<Record<string, Answer>> = {
  'success and an empty list to everything': (action) => [200, list(action)],
  'InvalidAction to everything but the first question': (action) =>
    action === 'DescribeDBClusterSnapshots' ? [200, list(action)] : [400, fault('InvalidAction')],
  'InvalidAction to everything': () => [400, fault('InvalidAction')],
  'MasterUsername wanted': (action) =>
    action === 'CreateDBCluster' ? [400, fault('MissingParameter')] : [200, list(action)],
};

let close: (() => unknown) | undefined;
afterEach(() => close?.());

async function serve(answer: Answer): Promise<string> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const target = String(request.headers['x-amz-target'] ?? '').split('.')[1];
      const [status, text] = answer(target ?? new URLSearchParams(body).get('Action') ?? '');
      response.writeHead(status, { 'content-type': 'text/xml' }).end(text);
    });
  });
  close = () => (server.closeAllConnections(), server.close());
  return listen(server);
}

const few = ['--runs', '0', '--pairs', '0'];

describe('a target of which nothing can be measured', () => {
  it.each(Object.entries(stubs))('is not said to conform: %s', async (_, answer) => {
    const url = await serve(answer);
    const { code, stdout, stderr } = await runCli('verify', '--endpoint', url, ...few);
    const isThere = !stderr.includes('not implemented');
    expect(code).toBe(isThere ? 2 : 1);
    expect(stdout).not.toMatch(/\bconforms\b/);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/^neptune-copy-contract: .{20,}$/);
  });

  it('is told by the first cause, in every format', async () => {
    const url = await serve(stubs['MasterUsername wanted'] as Answer);
    const report = await verify({ ...ordinary, pairs: 0, endpoint: url });
    expect(report.summary).toMatchObject({ exitCode: 2, measured: { rules: 0, of: 74 } });
    const cause = /could not be judged: CreateDBCluster: MissingParameter \(HTTP 400\).*\(\d+ of \d+ cases\)/;
    const text = await rendered(report, 'text');
    expect(text.split('\n\n')[0]?.replaceAll('\n', ' ')).toMatch(cause);
    expect(await rendered(report, 'markdown')).toMatch(cause);
    expect(await rendered(report, 'github')).toMatch(/^::error title=[^:]*::could not be judged: /m);
    expect(await rendered(report, 'junit')).toMatch(/<error message="could not be judged: CreateDBCluster/);
    expect(JSON.parse(await rendered(report, 'badge'))).toMatchObject({
      color: 'lightgrey',
      message: '0/74 rules measured, could not be judged',
    });
    expect(await rendered(report, 'html')).toMatch(/<span class="verdict error">not judged<\/span>/);
  });
});

describe('a rule that is asked for', () => {
  it('must be measured, whatever else is excused', async () => {
    const ended = await runCli('verify', '--rule', 'kms-key-accessible', '--without', 'kms');
    expect(ended.code).toBe(2);
    expect(ended).toMatchObject({ stdout: '' });
    expect(ended.stderr).toContain('All cases of this selection need what --without leaves out');
  });
});

describe('the embedded endpoint', () => {
  it('conforms without more ado where everything is measured', async () => {
    const ended = await runCli('verify', '--rule', 'target-unique');
    expect(ended.code).toBe(0);
    expect(ended.stdout.split('\n')[0]).toMatch(/: conforms$/);
    expect(ended.stderr).toMatch(/^neptune-copy-contract: conforms$/m);
  });

  it('is not said to conform in what was left out', async () => {
    const { code, stdout, stderr } = await runCli('verify', '--without', 'kms', ...few);
    expect(code).toBe(0);
    const [, measured, left] =
      /: conforms in (\d+) of 74 rules; inconclusive: (\d+) left out by --without kms$/m.exec(stderr) ?? [];
    expect(stdout.split('\n')[0]).toMatch(new RegExp(`: conforms in ${measured} of 74 rules$`));
    expect(Number(measured)).toBeLessThan(74);
    expect(Number(measured) + Number(left)).toBe(74);
    expect(stdout).toContain(': left out by --without kms\n');
  });

  it('has the capabilities without which it may be judged', async () => {
    const server = await startServer();
    close = () => server.close();
    const target = await connectEndpoint({ url: server.url, region: 'us-east-1', timeout: 10_000 });
    await target.close();
    const names = target.capabilities.map(({ name }) => name);
    expect(names.sort()).toEqual(leftOutNames.map((name) => capabilityOf[name] as string).sort());
  });
});

describe('a target that lacks something', () => {
  const rule = 'copy-same-key';
  const noKms = conforming.find(({ name }) => name === 'no KMS');

  /** Judged by some rules: of `copy-same-key` there is nothing without KMS. */
  async function judged(different: object): Promise<Report> {
    const running = await serveVariant(noKms ?? { name: 'none' });
    close = () => running.close();
    const cases = ordinary.cases.filter(({ rule: own }) => own === rule || own === 'target-unique');
    return verify({ ...ordinary, cases, pairs: 0, endpoint: running.url, ...different });
  }

  it('is excused by its own word, which the verdict tells', async () => {
    const report = await judged({});
    expect(report.summary.exitCode).toBe(0);
    expect(report.summary.inconclusiveRules).toContainEqual({
      kind: 'capability',
      what: 'KMS keys',
      rules: [rule],
    });
    const text = await rendered(report, 'text');
    expect(text).toMatch(/: conforms in 1 of 2 rules\n/);
    expect(text).toMatch(/^ {2}copy-same-key: for want of KMS keys$/m);
    expect(await rendered(report, 'github')).toMatch(
      /::conforms in 1 of 2 rules; inconclusive: 1 for want of KMS keys$/m,
    );
  });

  it('is not, where the rule was asked for', async () => {
    const { summary } = await judged({ rules: [rule, 'target-unique'] });
    expect(summary).toMatchObject({
      exitCode: 2,
      cause: { reason: expect.stringContaining('CreateKey') as string },
    });
  });

  it('is not, where more is wanted than that leaves', async () => {
    const { summary } = await judged({ minMeasured: { unit: 'rules', value: 2 } });
    expect(summary.exitCode).toBe(2);
  });
});

const rendered = (report: Report, format: Format): Promise<string> =>
  render('run', format, report, { color: false });
